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
  const mismatches: Mismatch[] = [];
  let fields = 0;
  const done = cases.filter((c) => c.state === "done");
  for (const c of done) {
    const page = truth.find((t) => isPageOf(t, c));
    const rows = finance.creditors.filter((r) => r[receiptColumn] === c.receiptNumber);
    const add = (kind: Mismatch["kind"], field = ""): void =>
      void mismatches.push({ kind, receiptNumber: c.receiptNumber, field });
    if (!page || page.expect === "return") add("should-not-be-there");
    if (rows.length === 0) add("missing");
    if (rows.length > 1) add("duplicated");
    const wanted = expectedRow(page?.values ?? {});
    for (const row of rows.slice(0, 1)) {
      fields += Object.keys(wanted).length;
      for (const column of wrongColumns(wanted, row)) add("wrong-field", column);
    }
  }
  const known = new Set(done.map((c) => c.receiptNumber));
  for (const row of finance.creditors) {
    const receiptNumber = row[receiptColumn] ?? "";
    if (!known.has(receiptNumber)) mismatches.push({ kind: "extra", receiptNumber, field: "" });
  }
  const lostPages = truth.filter((t) => !cases.some((c) => isPageOf(t, c))).length;
  return { rows: done.length, fields, mismatches, lostPages };
}

function isPageOf(truth: PageTruth, c: SummaryRow): boolean {
  return truth.file.split("/").at(-1) === c.fileName && truth.page === c.page;
}

function wrongColumns(wanted: Readonly<Record<string, string>>, row: Readonly<Record<string, string>>): string[] {
  return Object.keys(wanted).filter((column) => (row[column] ?? "") !== wanted[column]);
}
