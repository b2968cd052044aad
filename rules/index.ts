/** The clerk's workbook: Excel formulas → findings and derived values. */
export type { CheckBook, CheckContext, CheckRecord, CheckResult } from "./check-result.ts";
/**
 * Computes one Excel formula over named values ("" is an empty cell); the leading "=" is optional, full-width signs are
 * accepted outside quotes. Numbers and texts that read as numbers compare as numbers. Never throws for a bad formula.
 */
export { evaluateFormula, type FormulaOutcome } from "./formula/evaluate-formula.ts";
/**
 * Computes every formula cell of an .xlsx file: sheet → cell → value. Dates are serial numbers; `{error}` is an Excel error
 * value, `{unsupported}` names what buka does not compute. Throws RUL001–RUL007 for files that it does not open.
 */
export { type CalcResult, type CalcResults, calcBook } from "./book/calc-book.ts";
