/** Exit codes of `buka`: one list, shown in docs/exit-codes.md, never renumbered. */
import type { ErrorClass } from "../../core/index.ts";

export const exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  input: 3,
  target: 4,
  environment: 5,
  conflict: 6,
  /** Ledger and finance system do not hold the same (reconcile, the end of a batch, the demo). */
  mismatch: 7,
  /** A worker process was told to stop its lane. */
  halted: 20,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code for an error that reaches the command line. */
export function exitCodeOf(kind: ErrorClass): ExitCode {
  return exitCodes[kind];
}
