/** Holds the finance database against the truth of the pages, row by row and field by field. */
import type { SummaryRow } from "../../../queues/index.ts";
import type { PageTruth } from "./demo-workspace.ts";
import { expectedRow, receiptColumn } from "./expected-row.ja.ts";
import type { FinanceLedger } from "./finance-process.ts";

/** One difference; `field` is a column of the finance database. Values of the fictitious pages may be shown. */
export interface Mismatch {
  readonly kind: "missing" | "duplicated" | "extra" | "wrong-field" | "should-not-be-there";
  readonly receiptNumber: string;
  readonly field: string;
}

export interface Verdict {
  readonly rows: number;
  readonly fields: number;
  readonly mismatches: readonly Mismatch[];
  /** Pages that stand in the truth but in no case. */
  readonly lostPages: number;
}

/** Compares; nothing is taken on trust from buka but the receipt number of each case. */
export function verify(
  cases: readonly SummaryRow[],
  truth: readonly PageTruth[],
  finance: FinanceLedger,
): Verdict {
  const done = cases.filter((c) => c.state === "done");
  const results = done.map((c) => verifyOne(c, truth, finance));
  const mismatches = results.flatMap((r) => r.mismatches);
  const fields = results.reduce((sum, r) => sum + r.fields, 0);
  const known = new Set(done.map((c) => c.receiptNumber));
  for (const row of finance.creditors) {
    const receiptNumber = row[receiptColumn] ?? "";
    if (!known.has(receiptNumber)) mismatches.push({ kind: "extra", receiptNumber, field: "" });
  }
  const lostPages = truth.filter((t) => !cases.some((c) => isPageOf(t, c))).length;
  return { rows: done.length, fields, mismatches, lostPages };
}

function verifyOne(
  c: SummaryRow,
  truth: readonly PageTruth[],
  finance: FinanceLedger,
): { readonly fields: number; readonly mismatches: readonly Mismatch[] } {
  const page = truth.find((t) => isPageOf(t, c));
  const [row, ...more] = finance.creditors.filter((r) => r[receiptColumn] === c.receiptNumber);
  const wanted = expectedRow(page?.values ?? {});
  const found = (kind: Mismatch["kind"], field = ""): Mismatch => ({
    kind,
    receiptNumber: c.receiptNumber,
    field,
  });
  const mismatches = [
    ...(!page || page.expect === "return" ? [found("should-not-be-there")] : []),
    ...(row
      ? wrongColumns(wanted, row).map((column) => found("wrong-field", column))
      : [found("missing")]),
    ...(more.length > 0 ? [found("duplicated")] : []),
  ];
  return { fields: row ? Object.keys(wanted).length : 0, mismatches };
}

function isPageOf(truth: PageTruth, c: SummaryRow): boolean {
  return truth.file.split("/").at(-1) === c.fileName && truth.page === c.page;
}

function wrongColumns(
  wanted: Readonly<Record<string, string>>,
  row: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(wanted).filter((column) => (row[column] ?? "") !== wanted[column]);
}
