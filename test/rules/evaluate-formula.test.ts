/** Conditions and calculations of scenarios: one formula over the named texts of a case. */
import { describe, expect, it } from "vitest";
import { evaluateFormula } from "../../rules/index.ts";

const values = {
  金額: "1,200,000",
  区分: "法人",
  代表者: "",
  口座番号: "0123456",
  申請日: "2026-11-20",
  受付日: "2026-11-22",
  残額: "900",
  請求額: "1000",
  "金額（税込）": "110",
  摘要: "至急・要確認",
};
const now = new Date("2026-11-22T01:00:00Z");

describe("conditions a clerk writes", () => {
  it.each([
    ["金額 >= 1000000", true],
    ["=金額>=1000000", true],
    ["金額 ＞＝ １００００００", true],
    ["金額 ≧ 1000000", true],
    ["{金額} < 5", false],
    ['代表者 <> ""', false],
    ['代表者 = ""', true],
    ["代表者 = 0", true],
    ['区分="法人"', true],
    ["区分＝“法人”", true],
    ['ＡＮＤ（金額>=1000000，区分="法人"）', true],
    ['口座番号 = "0123456"', true],
    ['口座番号 = "123456"', false],
    ["LEN(口座番号)=7", true],
    ["残額 < 請求額", true],
    ["受付日-申請日<=90", true],
    ["申請日 <= 受付日", true],
    ["申請日 >= DATE(2026,4,1)", true],
    ["申請日 <= TODAY()", true],
    ["TODAY()=DATE(2026,11,22)", true],
    ["金額（税込）*10%", 11],
    ["INT(請求額*1.1)", 1100],
    ["金額 = 12", false],
    ['TEXT(金額,"#,##0")&"円"', "1,200,000円"],
    ['ISNUMBER(SEARCH("要確認",摘要))', true],
    ['IF(区分="＞",1,2)', 2],
    ["SUM(残額,請求額)", 1900],
    ['全銀カナ("ｶ)ﾐﾎﾝ")', true],
    ["代表者", ""],
  ])("%s → %s", (formula, value) => {
    expect(evaluateFormula(formula, values, now)).toEqual({ kind: "value", value });
  });

  it.each([
    ["区分 > 100", "大小"],
    ["該当なし = 1", "該当なし"],
    ["1/0", "#DIV/0!"],
    ["FOO(1)", "FOO"],
    ['WEBSERVICE("http://example.jp")', "WEBSERVICE"],
    ["金額 >=", "途中"],
    ["金額 == 1", "="],
    ['"abc', "閉じて"],
    ["マスタ!A1", "マスタ"],
    ["[1]Sheet1!A1", "ほかのブック"],
    ['INDIRECT("[他.xlsx]Sheet1!A1")', "ほかのブック"],
    ["cmd|'/c calc'!A0", "|"],
    [`${"(".repeat(300)}1${")".repeat(300)}`, "入れ子"],
    [`1${"+1".repeat(20_000)}`, "長すぎ"],
  ])("%s cannot be computed and says why", (formula, part) => {
    const outcome = evaluateFormula(formula, values, now);
    expect(outcome.kind).toBe("uncomputable");
    expect(outcome.kind === "uncomputable" && outcome.message).toContain(part);
  });

  it("computes 64 nested IFs and long texts quickly", () => {
    let formula = "0";
    for (let i = 0; i < 64; i++) formula = `IF(金額=${i},${i},${formula})`;
    expect(evaluateFormula(formula, values, now)).toEqual({ kind: "value", value: 0 });
    expect(evaluateFormula("LEN(備考)", { 備考: "あ".repeat(32_767) }, now)).toEqual({
      kind: "value",
      value: 32_767,
    });
  });
});
