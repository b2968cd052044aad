/** What reading a case takes from outside, and what its parts share: the event of a page image, the master lists. */
import type { Clock, Log } from "../core/index.ts";
import type { PageReader } from "../ocr/index.ts";
import type { Actor, EvidenceStore, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import type { LedgerRows } from "./ledger-rows.ts";

export interface ReadDoors {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly pages: Pick<PageReader, "readPage" | "countPages">;
  readonly ledger: LedgerRows;
  readonly clock: Clock;
  readonly log: Log;
  readonly actor: Actor;
  /** Blind double entry: share of accepted fields, and whether a case waits for the answer. None without it. */
  readonly doubleEntry?: { readonly share: number; readonly waits: boolean };
}

/** Event whose facts name the registered page image of a case (`image`, an evidence key). */
export const pageImageEvent = "page-image";

/** Master lists that the form of a bot names, row by row, out of its check book and the lists of the site. */
export function mastersOf(bot: Bot): Record<string, readonly string[]> {
  const paths = bot.form?.fields.flatMap((f) => f.master ?? []) ?? [];
  return Object.fromEntries(paths.map((p) => [p, bot.masterColumn(p) ?? []]));
}
