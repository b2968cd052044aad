/** The clerk's workbook: Excel formulas → findings and derived values. */
export type { CheckBook, CheckContext, CheckRecord, CheckResult } from "./check-result.ts";
/**
 * Computes one Excel formula over named values ("" is an empty cell); the leading "=" is optional, full-width signs are
 * accepted outside quotes. Numbers and texts that read as numbers compare as numbers. Never throws for a bad formula.
 */
export { evaluateFormula, type FormulaOutcome } from "./formula/evaluate-formula.ts";
