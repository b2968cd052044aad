/** The clerk's workbook: Excel formulas → findings and derived values. */
export type { CheckBook, CheckContext, CheckRecord, CheckResult } from "./check-result.ts";
