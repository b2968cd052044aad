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
  return { rows, counts, todo: rows.filter((r) => r.state !== "done") };
}

const facts = {
  title: "債権者登録",
  owner: "会計課 審査係",
  madeAt: "令和8年11月20日（2026-11-20）10:02",
  manualMinutes: 8,
  pictureLink: (key: string) => `../ledger/evidence/${key}`,
  clockTime: () => "10:02",
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
