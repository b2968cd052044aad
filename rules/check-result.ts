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
  /** The same column with one entry per row of the sheet ("" where a cell is empty), so that columns go together. */
  masterColumn(path: string): readonly string[] | null;
  readonly sheetNames: readonly string[];
}

/** What the book says about one row of a table. */
export interface CheckedRecord extends CheckResult {
  /** Row of 「案件」 as Excel counts (the first record stands in row 2). */
  readonly row: number;
}

/** A table that was checked at once; see `checkTable`. */
export interface CheckedTable {
  /** Captions of the input columns. */
  readonly inputs: readonly string[];
  /** Check columns without their prefix; with none of them, nothing was judged. */
  readonly rules: readonly string[];
  readonly records: readonly CheckedRecord[];
  /**
   * Writes a copy of the clerk's book with the records, the computed values and the columns 「buka の点検」「buka の指摘」;
   * parts of the file that hold none of these stay byte for byte. Throws RUL013, RUL014.
   */
  writeTo(file: string): Promise<void>;
}
