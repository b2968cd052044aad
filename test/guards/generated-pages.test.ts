/** Pages made from the code are in step with it; `npm run docs` writes them anew. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exitCodes } from "../../apps/cli/exit-codes.ts";
import { caseFlowDiagram } from "../../queues/index.ts";
import { functionsPage } from "../../rules/index.ts";
import {
  explainScenario,
  keywordsPage,
  parseScenario,
  scenarioSchema,
} from "../../scenarios/index.ts";
import { declaredCodes } from "./support/code-tables.ts";
import { errorsPage, exitCodesPage } from "./support/errors-page.ts";
import { root } from "./support/product-files.ts";
import { typesPage, wordsThatDiffer } from "./support/types-page.ts";

it("docs/errors.md lists every declared code", async () => {
  const page = errorsPage(await declaredCodes());
  await expect(page).toMatchFileSnapshot(join(root, "docs/errors.md"));
});

it("docs/exit-codes.md lists every exit code with its meaning", async () => {
  const page = exitCodesPage(exitCodes);
  expect(page).not.toContain("意味を書いてください");
  await expect(page).toMatchFileSnapshot(join(root, "docs/exit-codes.md"));
});

it("docs/keywords.md says what the keyword table says", async () => {
  await expect(keywordsPage()).toMatchFileSnapshot(join(root, "docs/keywords.md"));
});

it("docs/scenario.schema.json is the schema of the same table", async () => {
  const text = `${JSON.stringify(scenarioSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(root, "docs/scenario.schema.json"));
});

it("docs/case-flow.md draws the transition table", async () => {
  const page = `# 案件の流れ

案件（書類1枚、または表の1行）は、次の図の矢印のとおりにだけ進みます。図は \`queues/case-flow.ts\` の表から作ります（\`npm run docs\`）。

- 人の手を待つのは「確認待ち」「差戻し」「失敗」「要照会」です。要照会は、財務会計に登録があるかどうかが分かるまで、入力をやり直しません。
- 「登録中」から「入力中」へ戻る矢印はありません。登録のボタンを確かめずに押し直すことがないのは、このためです。

\`\`\`mermaid
${caseFlowDiagram()}\`\`\`
`;
  await expect(page).toMatchFileSnapshot(join(root, "docs/case-flow.md"));
});

const library = join(root, "scenarios/library");
const border =
  "<!-- ここから下は scenario.yaml から作ります。直さないでください（npm run docs） -->\n";

it.each(readdirSync(library))(
  "%s/README.md ends with the procedure of its scenario",
  async (bot) => {
    const page = join(library, bot, "README.md");
    const [ours, rest] = readFileSync(page, "utf8").split(border);
    expect(rest).toBeDefined();
    const path = join(library, bot, "scenario.yaml");
    const parsed = parseScenario(readFileSync(path, "utf8"), "scenario.yaml");
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    // One page has one title: the procedure's own headings move one level down.
    const procedure = explainScenario(parsed.value).replace(/^#/gmu, "##");
    await expect(`${ours}${border}\n${procedure}`).toMatchFileSnapshot(page);
  },
);

it("docs/field-types.md says what the table of types says", async () => {
  await expect(typesPage()).toMatchFileSnapshot(join(root, "docs/field-types.md"));
});

it("form.yaml takes the words of the table of types and no others", () => {
  expect(wordsThatDiffer()).toEqual({ onlyForm: [], onlyTable: ["表"] });
});

it("docs/excel.md lists every function with its explanation", async () => {
  const { page, unexplained } = functionsPage();
  expect(unexplained).toEqual([]);
  await expect(page).toMatchFileSnapshot(join(root, "docs/excel.md"));
});
