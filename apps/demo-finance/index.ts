/** The demo finance system as tests see it; it knows nothing of buka. */
export type { Creditor, CreditorInput } from "./creditor.ts";
export type { RequestCounts, RequestEntry } from "./request-log.ts";
/** Starts the system on 127.0.0.1; rejects with a Japanese text when options are wrong. */
export { type DemoFinance, type DemoFinanceOptions, startDemoFinance } from "./start.ts";
