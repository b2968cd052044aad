/** Earlier cases of a bot as rows for the sheet 台帳 of its check book; each case is read from the store once. */

import { type Case, caseValues } from "../core/index.ts";
import { builtInFields } from "../scenarios/index.ts";
import type { Store } from "../store/index.ts";

export interface LedgerRows {
  /** Rows of the cases of the same bot received before `current`, returned ones left out. */
  before(current: Case): Promise<readonly Readonly<Record<string, string>>[]>;
  /** Tells how a case went on, so that a returned one no longer stands in the way of a better copy. */
  note(current: Case): void;
}

interface KnownRow {
  readonly receiptNumber: string;
  readonly row: Readonly<Record<string, string>>;
}

/**
 * Reads all cases of `bot` at the first call and the case at hand at each call, so that checking n cases costs n rows.
 * Another read worker's cases are seen through the unique key of the store, which is what stops double entry.
 */
export function createLedgerRows(store: Store, bot: string): LedgerRows {
  const rows = new Map<string, KnownRow>();
  let loaded = false;
  const keep = (c: Case): void => {
    if (c.state === "returned") rows.delete(c.id);
    else if (Object.keys(c.readings).length > 0)
      rows.set(c.id, { receiptNumber: c.receiptNumber, row: rowOf(c) });
  };
  return {
    async before(current) {
      if (!loaded) for (const c of await store.listCases({ bot })) keep(c);
      loaded = true;
      keep(current);
      const earlier = [...rows.values()].filter((r) => r.receiptNumber < current.receiptNumber);
      return earlier.map((r) => r.row);
    },
    note: keep,
  };
}

const rowOf = (c: Case): Readonly<Record<string, string>> => ({
  ...caseValues(c),
  [builtInFields.receiptNumber]: c.receiptNumber,
  [builtInFields.receivedOn]: c.receivedOn,
});
