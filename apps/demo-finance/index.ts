/** The demo finance system as tests see it; it knows nothing of buka. */

/** The command line: starts or dumps, printing one JSON line; rejects with DemoFinanceError. */
export { runCommandLine } from "./command-line.ts";
export type { Creditor, CreditorInput } from "./creditor.ts";
/** Wrong options; the message is Japanese and meant for the person who started it. */
export { DemoFinanceError } from "./demo-finance-error.ts";
export type { RequestCounts, RequestEntry } from "./request-log.ts";
/** Starts the system on 127.0.0.1; rejects with DemoFinanceError when options are wrong. */
export { type DemoFinance, type DemoFinanceOptions, startDemoFinance } from "./start.ts";
