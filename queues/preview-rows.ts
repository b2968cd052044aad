/** What the check book would say about the rows of a table that has not been received yet. */

import type { Finding } from "../core/index.ts";
import { type Verdict, verdictOf } from "../rules/index.ts";
import { builtInFields } from "../scenarios/index.ts";
import type { Bot } from "./bot.ts";
import { ledgerSheet } from "./messages.ja.ts";
import type { PlannedRow, RowsPlan } from "./receive-rows-plan.ts";

/** One row as it would stand after the checks. */
export interface CheckedRow {
  /** Line of the file. */
  readonly row: number;
  /** The worst of the findings. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Fields that a person would be asked about because of their values. */
  readonly asked: readonly string[];
}

/** Rows that were checked; `left` counts those that a preview passes over. */
export interface CheckedRows {
  readonly rows: readonly CheckedRow[];
  readonly left: number;
}

/** A preview is looked at, not waited for: with a ledger sheet every row is compared with all before it. */
const mostRows = { plain: 5000, ledger: 300 } as const;

/**
 * Null when the bot has no check book. The sheet 台帳 holds the rows that stand further up in the same table; cases that were
 * received earlier are compared when the table is received.
 */
export function checkRows(
  bot: Pick<Bot, "book">,
  plan: RowsPlan,
  on: { readonly receivedOn: string; readonly today: string },
): CheckedRows | null {
  const { book } = bot;
  if (!book) return null;
  const most = book.sheetNames.includes(ledgerSheet) ? mostRows.ledger : mostRows.plain;
  const earlier: Readonly<Record<string, string>>[] = [];
  const rows = plan.rows.slice(0, most).map((planned): CheckedRow => {
    const values = { ...valuesOf(planned), [builtInFields.receivedOn]: on.receivedOn };
    const { findings, derived } = book.check(values, {
      sheets: { [ledgerSheet]: [...earlier] },
      today: on.today,
    });
    const verdict = verdictOf(findings);
    // Rows that would be sent back do not stand in the ledger.
    if (verdict !== "error") earlier.push({ ...values, ...derived });
    return { row: planned.row, verdict, findings, asked: askedOf(planned) };
  });
  return { rows, left: plan.rows.length - rows.length };
}

/** Plain values of a row by field. */
export const valuesOf = (row: PlannedRow): Record<string, string> =>
  Object.fromEntries(Object.entries(row.values).map(([name, v]) => [name, v.value]));

const askedOf = (row: PlannedRow): readonly string[] =>
  Object.entries(row.values).flatMap(([name, v]) => (v.reasons.length > 0 ? [name] : []));
