/** The list that the finance system has written (CSV, xlsx), by 受付番号; columns are found by what they hold and are called. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isReceiptNumber } from "../core/index.ts";
import type { Bot } from "./bot.ts";
import { queueError } from "./messages.ja.ts";
import { readSourceTable, type SourceTable } from "./receive-rows-table.ts";
import { reconcileError } from "./reconcile-messages.ja.ts";

/** The finance system's list by 受付番号. */
export interface TargetList {
  readonly headers: readonly string[];
  readonly receiptColumn: string;
  readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Mark of the ledger that gave the number: B20261120-00001-KQX → KQX; "" in old numbers. */
export const ledgerMarkOf = (receipt: string): string => receipt.split("-")[2] ?? "";

/** How the 受付番号 of a day begin: "2026-11-20" → "B20261120-". */
export const receiptHead = (day: string): string => `B${day.replaceAll("-", "")}-`;

/** A list that the finance system has written as CSV or xlsx. Throws QUE123 (no file), QUE109 (no table), QUE151. */
export async function listOfFile(path: string): Promise<TargetList> {
  const file = basename(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw queueError.noTable({ file }, { cause });
  });
  const table: SourceTable = readSourceTable(bytes, file);
  const body = table.rows.map((r) => r.cells.map((c) => c.text));
  return targetList(
    table.headers.map((h) => h.text),
    body,
    file,
  );
}

/** A list that was read from the screen, row by row. Throws QUE151 when it has rows, but none with a 受付番号. */
export function listOfRecords(
  records: readonly Readonly<Record<string, string>>[],
  name: string,
): TargetList {
  const headers = [...new Set(records.flatMap((r) => Object.keys(r)))];
  return targetList(
    headers,
    records.map((r) => headers.map((h) => r[h] ?? "")),
    name,
  );
}

/** The column with the 受付番号 is the one in which they stand, whatever this product calls it. */
function targetList(
  headers: readonly string[],
  cells: readonly (readonly string[])[],
  file: string,
): TargetList {
  const body = cells.map((row) => row.map((text) => text.trim()));
  const hits = headers.map((_, i) => body.filter((r) => isReceiptNumber(r[i] ?? "")).length);
  const at = hits.indexOf(Math.max(0, ...hits));
  if (body.length > 0 && (hits[at] ?? 0) === 0) throw reconcileError.noReceiptColumn({ file });
  const rows = new Map<string, (readonly string[])[]>();
  for (const row of body) {
    const receipt = row[at] ?? "";
    if (isReceiptNumber(receipt)) rows.set(receipt, [...(rows.get(receipt) ?? []), row]);
  }
  return { headers, receiptColumn: headers[at] ?? "", rows };
}

/** What the scenario reads from the screen, out of the list instead. */
export function outcomeIn(
  bot: Bot,
  list: TargetList,
  row: readonly string[],
): Record<string, string> {
  const names = bot.scenario.steps.flatMap((s) => (s.kind === "read-value" ? [s.into] : []));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = row[columnOf(bot, list, name)] ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );
}

/** Widths, spaces, commas, dashes and signs of yen do not count. */
export const plain = (text: string): string =>
  text.normalize("NFKC").replace(/[\s,\-\u2010\uff0d\u30fc\u00a5\u5186]/gu, "");

/** Column whose heading is the field, or what the screen dictionary calls it; -1 when there is none. */
export function columnOf(bot: Bot, list: TargetList, field: string): number {
  const captions = [field, ...(bot.dictionary.captions[field] ?? [])].map(plain);
  return list.headers.findIndex((h) => captions.includes(plain(h)));
}
