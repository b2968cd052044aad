/** The end of a batch (合計の確認): compares the books and gives the exit code that follows from them. */
import {
  type Bot,
  controlTotals,
  queueError,
  type Reconciliation,
  type Workplace,
} from "../../queues/index.ts";
import { type BatchResult, workerLeaseSeconds } from "./batch.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** Which books: those of a batch with its beginning (ISO) and end, or of some days. */
export interface BooksOf {
  readonly since?: string;
  readonly end?: BatchResult;
  readonly days?: readonly string[];
  readonly headed?: boolean;
}

export async function closeBooks(
  io: Io,
  place: Workplace,
  bot: Bot,
  books: BooksOf,
): Promise<Reconciliation> {
  const stopped = stopOf(books.end);
  const { since, days } = books;
  return controlTotals(place, bot, {
    ...(since === undefined ? {} : { since }),
    ...(days === undefined ? {} : { days }),
    ...(stopped === undefined ? {} : { stopped }),
    desk: {
      holder: `books-${io.ids.next()}`,
      signal: io.signal,
      leaseSeconds: workerLeaseSeconds,
      headed: books.headed ?? false,
      slowMillis: 0,
    },
  });
}

/** A lane that stopped by itself had its reason: an account that was refused is not tried once more. */
function stopOf(end: BatchResult | undefined): BatchResult["errors"][number] | undefined {
  if (!end || (end.errors.length === 0 && end.halted.length === 0)) return undefined;
  return end.errors[0] ?? queueError.laneHalted({ why: end.halted.join("、") });
}

/** What differs comes first; a list that should have been read and was not is the target's trouble. */
export function exitOfBooks(found: Reconciliation): ExitCode {
  if (found.differences.length + found.gaps.length > 0) return exitCodes.mismatch;
  return found.unchecked.some((u) => u.kind !== "no-list") ? exitCodes.target : exitCodes.ok;
}

/** The JSON of the books as `buka run` and `buka report` give it. */
export function booksDocument(found: Reconciliation): Record<string, unknown> {
  const { totals, gaps, differences, unchecked, days, complete } = found;
  return { totals, gaps, differences, unchecked, days, complete };
}
