/** What the check book gives for one record. */
import type { Finding } from "../core/index.ts";

/** Findings and derived values of one record. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Other formula columns by caption, as text (numbers without grouping, dates as YYYY-MM-DD when the cell has a date format). */
  readonly derived: Readonly<Record<string, string>>;
}

/** One record: values by column caption of sheet 「案件」. All text; the book's number formats decide numbers and dates. */
export type CheckRecord = Readonly<Record<string, string>>;

/** What the book sees beside the record. */
export interface CheckContext {
  /** Rows that replace the body of a sheet at check time, by sheet name and column caption, for example 台帳. */
  readonly sheets: Readonly<Record<string, readonly CheckRecord[]>>;
  /** For TODAY() and NOW(), as YYYY-MM-DD. */
  readonly today: string;
}

/** An opened check book; see `openCheckBook`. */
export interface CheckBook {
  readonly file: string;
  /** Captions of input columns of 「案件」 (those without a formula in the pattern row). */
  readonly inputs: readonly string[];
  /** Captions of derived columns, without 確認： and 注意：. */
  readonly derived: readonly string[];
  /** Check columns without their prefix. */
  readonly rules: readonly string[];
  check(record: CheckRecord, context: CheckContext): CheckResult;
  /** Distinct texts of one column of a master sheet, in order; "シート名/列名". Null when there is no such column. */
  masterList(path: string): readonly string[] | null;
  readonly sheetNames: readonly string[];
}
