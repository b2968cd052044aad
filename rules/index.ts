/** The clerk's workbook: Excel formulas → findings and derived values. */

/**
 * Computes every formula cell of an .xlsx file: sheet → cell → value. Dates are serial numbers; `{error}` is an Excel error
 * value, `{unsupported}` names what buka does not compute. Throws RUL001–RUL007 for files that it does not open.
 */
/** `calcBook` one cell after another, for programs that go through the values once. Throws RUL001–RUL007. */
export {
  type CalcResult,
  type CalcResults,
  type CalculatedCell,
  calcBook,
  calculatedCells,
} from "./book/calc-book.ts";
/** Sheets computed in memory, cell by cell: for programs that change cells and read what follows. Never throws for a bad formula. */
export {
  type Calculation,
  type CellContent,
  type ContentSheet,
  openCalculation,
} from "./book/calculation.ts";
/**
 * Checks all rows of a table at once with a check book (null: the rows that stand in its own 「案件」); the result can be
 * written back into a copy of the clerk's file. Throws RUL001–RUL009.
 */
export { checkTable } from "./book/check-table.ts";
/**
 * Opens a check book (check.xlsx): sheet 「案件」 with captions in row 1 and the pattern formulas in row 2. Throws RUL001–RUL009.
 * Keep it open for a batch: formulas are compiled once, and a sheet given as context is filled again only when its rows are
 * another array.
 */
export { openCheckBook } from "./book/open-check-book.ts";
/** What findings come to: the worst of them. */
export { type Verdict, verdictOf } from "./book/verdict.ts";
export type {
  CheckBook,
  CheckContext,
  CheckedRecord,
  CheckedTable,
  CheckRecord,
  CheckResult,
} from "./check-result.ts";
/**
 * Computes one Excel formula over named values ("" is an empty cell); the leading "=" is optional, full-width signs are
 * accepted outside quotes. Numbers and texts that read as numbers compare as numbers. Never throws for a bad formula.
 */
export { evaluateFormula, type FormulaOutcome } from "./formula/evaluate-formula.ts";
/** The page of functions (docs/excel.md) and the functions that it cannot explain. */
export { functionsPage } from "./functions/functions-page.ja.ts";
/** The table of errors, for the generated page of codes. */
export { rulesError } from "./messages.ja.ts";
/** CSV for Excel (UTF-8 with BOM, CRLF); cells that begin like a formula are made harmless. */
export { toCsv } from "./workbook/csv.ts";
export type { CheckField } from "./workbook/field-checks.ja.ts";
/** Makes a check book (check.xlsx) with the usual checks for the fields of a form. Throws RUL013. */
export { type NewCheckBook, writeNewCheckBook } from "./workbook/new-check-book.ts";
/** Reads a filled review book against the items that still wait. Throws RUL010 with every fault at once, RUL011, RUL001–RUL007. */
export { readReviewBook } from "./workbook/read-review-book.ts";
/** The results of a batch as a fresh workbook: a row per case, and the pictures of its fields. Throws RUL012, RUL013. */
export {
  type ResultCase,
  type ResultField,
  writeResultsBook,
} from "./workbook/results-book.ts";
export type { ReviewAnswer, ReviewAnswers, ReviewItem, ReviewKey } from "./workbook/review-book.ts";
/** Rows of a sheet as texts with the kind of each cell, for tables that come as .xlsx. Throws RUL002–RUL007. */
export { readSheetRows, type SheetCell, type SheetRows } from "./workbook/sheet-rows.ts";
/** Writes reports: one sheet per table, texts as texts, numbers as numbers. Throws RUL012, RUL013. */
export { type Table, type TableColumn, writeTableBook } from "./workbook/table-book.ts";
/** `calcBook` from file to file: writes a copy in which the stored values of the formulas are those that buka computed. */
export { writeCalculated } from "./workbook/write-calculated.ts";
/** Writes the review book (確認票): one row per asked field with its picture. Throws RUL012, RUL013. */
export { writeReviewBook } from "./workbook/write-review-book.ts";
