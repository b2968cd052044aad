/** The report page: hostile texts stay texts, nothing depends on colour, the to-do list comes in the right order. */
import { describe, expect, it } from "vitest";
import { reportHtml } from "../../apps/cli/views/report-html.ts";
import { type CaseState, caseStates } from "../../core/index.ts";
import type { Summary, SummaryRow } from "../../queues/index.ts";

const row = (state: CaseState, over: Partial<SummaryRow> = {}): SummaryRow => ({
  caseId: "c1",
  receiptNumber: "B20261120-0001",
  receivedOn: "2026-11-20",
  fileName: "a.png",
  page: 1,
  kind: "page",
  state,
  asked: [],
  reason: null,
  outcome: {},
  warnings: [],
  wrongAfterEntry: [],
  confirmedBy: [],
  attempt: 1,
  updatedAt: "2026-11-20T01:02:03.000Z",
  pictures: {},
  ...over,
});

function summaryOf(rows: readonly SummaryRow[]): Summary {
  const counts = Object.fromEntries(
    caseStates.map((s) => [s, rows.filter((r) => r.state === s).length]),
  ) as Summary["counts"];
  const todo = rows.filter((r) => r.state !== "done" || r.wrongAfterEntry.length > 0);
  return { rows, counts, todo, doubleEntry: doubleEntry(0, 0, 0) };
}

/** 100 accepted fields of which some were drawn and typed again. */
function doubleEntry(drawn: number, checked: number, wrong: number): Summary["doubleEntry"] {
  const rate = { checked, wrong, rate: wrong / Math.max(1, checked), low: 0.001, high: 0.0362 };
  return { accepted: 100, drawn, waiting: drawn - checked, undecided: 0, rate };
}

const facts = {
  title: "債権者登録",
  owner: "会計課 審査係",
  madeAt: "令和8年11月20日（2026-11-20）10:02",
  manualMinutes: 8,
  waiting: [],
  pictureLink: (key: string) => `../ledger/evidence/${key}`,
  clockTime: () => "10:02",
  books: { good: true, lines: ["合計の確認：受付 1 件・済 1 件。すべて合っています。完了です。"] },
};

describe("the report", () => {
  it("shows numbers, times and the effect of what is done", () => {
    const html = reportHtml(
      summaryOf([row("done", { outcome: { 債権者番号: "00100001" } })]),
      facts,
    );
    expect(html).toContain("<th>債権者番号</th>");
    expect(html).toContain("00100001");
    expect(html).toContain("1 件 × 8 分 ＝ <b>8 分</b>");
    expect(html).toContain("担当者がすることはありません");
  });

  it("says how often accepted values are wrong, with the interval", () => {
    const summary = { ...summaryOf([row("done")]), doubleEntry: doubleEntry(12, 10, 1) };
    const html = reportHtml(summary, facts);
    expect(html).toContain("採用した 100 項目から 12 項目");
    expect(html).toContain("推定 <b>10.00 %</b>（95 % 信頼区間 0.10 % 〜 3.62 %）");
    expect(html).toContain("まだ打たれていない 2 項目");
    expect(reportHtml(summaryOf([row("done")]), facts)).not.toContain("二重入力：");
    const none = { ...summaryOf([]), doubleEntry: doubleEntry(3, 0, 0) };
    expect(reportHtml(none, facts)).toContain("誤りの割合は分かりません");
  });

  it("puts a value that was entered wrongly on the list of things to do", () => {
    const html = reportHtml(summaryOf([row("done", { wrongAfterEntry: ["口座番号"] })]), facts);
    expect(html).toContain("登録した値が紙と違います：口座番号");
    expect(html).toContain("手で直してください");
  });

  it("shows what comparing the books said, by mark and words", () => {
    expect(reportHtml(summaryOf([row("done")]), facts)).toContain("<b>✓</b> 合計の確認：受付 1 件");
    const books = { good: false, lines: ["合計の確認：…完了にはできません。", "  <b>違う</b>"] };
    const html = reportHtml(summaryOf([row("done")]), { ...facts, books });
    expect(html).toContain("<b>！</b> 合計の確認：…完了にはできません。<br>&lt;b&gt;違う");
  });

  it("marks states by shape as well as by colour", () => {
    const html = reportHtml(summaryOf([row("returned"), row("in-doubt")]), facts);
    expect(html).toContain("↩ 差戻し");
    expect(html).toContain("！ 要照会");
  });

  it.each([
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "a\u202eb\u0000c",
    "'; DROP TABLE cases; --",
  ])("keeps %j as text", (hostile) => {
    const html = reportHtml(
      summaryOf([
        row("returned", {
          fileName: hostile,
          reason: { code: "X", message: hostile, next: hostile },
        }),
      ]),
      { ...facts, title: hostile, owner: hostile },
    );
    for (const live of ["<script", "<img", "\u202e", "\u0000"]) expect(html).not.toContain(live);
  });
});
