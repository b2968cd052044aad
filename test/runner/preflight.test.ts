/** Pre-flight (朝の点検): finds what has moved, proposes and never uses it, and types and sends nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparePreflight } from "../../apps/cli/compare-preflight.ts";
import { preflightHtml } from "../../apps/cli/views/preflight-html.ts";
import type { LookAheadPlayer, PreflightFinding, PreflightOutcome } from "../../runner/index.ts";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, openBench, scenarioOf } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const form = (account: string, more = ""): string =>
  page(
    "登録",
    `<form method="post" action="/sent"><table><tr><th>氏名</th><td><input name="a"></td></tr>
<tr><th>${account}</th><td><input name="b"></td></tr></table>${more}<input type="submit" value="確　認"></form>`,
  );
const sentences = [
  "「登録の画面」を開く",
  "「氏名」に「見本」を入力する",
  "「口座番号」に「0123456」を入力する",
  "「確認」を押す",
  "「登録」で登録する",
];

async function walk(html: string, lines = sentences): Promise<PreflightOutcome> {
  system.pages.set("/s0", html);
  const player = bench.player as LookAheadPlayer;
  return player.preflight({ scenario: scenarioOf(lines, []) });
}

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, ["登録の画面"]);
  bench = await openBench(system, { patienceSeconds: 1 });
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

describe("a walk", { timeout: 20_000 }, () => {
  it("finds what the sentences name, counts what lies behind the button, and sends nothing", async () => {
    const outcome = await walk(form("口座番号"));
    expect(outcome).toMatchObject({ kind: "walked", unseen: 1 });
    expect(outcome.findings.map((f) => `${f.caption} ${f.verdict}`)).toEqual([
      "氏名 found",
      "口座番号 found",
      "確認 found",
    ]);
    expect(system.posts("/sent")).toBe(0);
  });

  it("a heading that was renamed is missed, with the nearest as a proposal and its distance", async () => {
    const outcome = await walk(form("預金口座番号"));
    expect(outcome.findings[1]).toMatchObject({
      verdict: "missing",
      proposal: { caption: "預金口座番号", distance: 1 },
    });
  });

  it("two of a name are told", async () => {
    const twice = `<table><tr><th>氏名</th><td><input name="c"></td></tr></table>`;
    expect((await walk(form("口座番号", twice))).findings[0]).toMatchObject({
      verdict: "several",
      proposal: null,
    });
  });

  it("a menu that is gone stops the walk with what was seen until then", async () => {
    const outcome = await walk(form("口座番号"), ["「無い画面」を開く", ...sentences]);
    expect(outcome).toMatchObject({ kind: "stopped", findings: [], error: { code: "RUN010" } });
  });
});

const finding: PreflightFinding = {
  at: { file: "s.yaml", line: 4, column: 1, length: 1 },
  sentence: "「<b>口座番号」に {口座番号} を入力する",
  caption: "口座番号",
  verdict: "found",
  foundBy: "near-left",
  proposal: null,
};

describe("the report", () => {
  const memory = { [`${finding.sentence}\n口座番号`]: "heading-left" };

  it("tells what is found otherwise than at the last good walk, in words of the screen", () => {
    const [compared] = comparePreflight([finding], memory);
    expect(compared).toMatchObject({ moved: true, before: "heading-left" });
    expect(comparePreflight([finding], {})[0]).toMatchObject({ moved: false, before: null });
  });

  it("is a page without script that escapes the sentences and says what to do", () => {
    const html = preflightHtml({
      title: "口座登録",
      owner: "会計課",
      madeAt: "令和8年11月22日",
      findings: comparePreflight(
        [finding, { ...finding, verdict: "missing", foundBy: null }],
        memory,
      ),
      unseen: 3,
      stopped: null,
    });
    expect(html).not.toMatch(/<script|「<b>/u);
    expect(html).toContain("&lt;b&gt;口座番号");
    expect(html).toContain("前回：左の見出し");
    expect(html).toContain("1 か所を直すまで");
    expect(html).toContain("ボタンの先の3か所は見ていません");
  });
});
