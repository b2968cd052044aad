/** docs/field-types.md out of the table of types: what a clerk may write in each, and what goes on without a person. */
import { typeWords } from "../../../ocr/form/form-words.ja.ts";
import { type AcceptRule, typeTable } from "../../../ocr/types/type-table.ja.ts";

const accepts: Readonly<Record<AcceptRule, string>> = {
  agreed: "2つの読み取りが一致し、点検に通れば",
  listed: "一覧の言葉と一致すれば",
  marks: "印の有り無しが、はっきりしていれば",
  cells: "すべての升が通り、合計が合えば",
};

/** The whole page; it ends with a line break. */
export function typesPage(): string {
  const overview = typeTable.map(
    (r) => `| ${r.words.join("・")} | ${r.writes} | \`${r.example}\` | ${r.keeps} |`,
  );
  const details = typeTable.flatMap((r) => [
    `### ${r.words.join("・")}`,
    "",
    ...r.checks.map((c) => `- ${c}`),
    ...(r.confusions.length > 0
      ? [`- 見分けにくい字：${r.confusions.map((g) => [...g].join("/")).join("、")}`]
      : []),
    `- 人を通さず採用するのは、${accepts[r.accept]}。手書きは${r.hand ? "、読み取りの基準（calibration）に手書きの測定があれば採用し、なければ人が確かめます" : "必ず人が確かめます"}。`,
    "",
  ]);
  return `${[
    "# 項目の種類",
    "",
    "`form.yaml` の「種類」に書ける言葉です。この頁は `ocr/types/type-table.ja.ts` から作ります（`npm run docs`）。",
    "読み取りも、確認のときに人が打つ値も、同じ表で点検します。",
    "",
    "| 種類 | 書けるもの | 例 | 残る値 |",
    "|---|---|---|---|",
    ...overview,
    "",
    "## 点検と、人を通さず採用する条件",
    "",
    ...details,
  ]
    .join("\n")
    .trimEnd()}\n`;
}

/** Words that form.yaml takes and the table does not name, or the other way round; both should be empty. */
export function wordsThatDiffer(): { readonly onlyForm: string[]; readonly onlyTable: string[] } {
  const named = typeTable.flatMap((r) => r.words);
  const known = Object.keys(typeWords);
  return {
    onlyForm: known.filter((w) => !named.includes(w)),
    onlyTable: named.filter((w) => !known.includes(w)),
  };
}
