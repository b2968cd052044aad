/** Cases on disk: received once, found again, changed only by somebody who has seen the newest revision. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Case, type CaseState, caseStates, type IdSource } from "../core/index.ts";
import { bodyText, emptyBody, readCases, readRow, readRows } from "./case-rows.ts";
import { appendEvent } from "./event-log.ts";
import { getFlag } from "./lease-table.ts";
import { storeError } from "./messages.ja.ts";
import { rows, run, type SqlValue, type SqlWork } from "./sql-work.ts";
import type { Actor, CaseFilter, NewCase, Store } from "./store.ts";

const counterRow = z.object({ last: z.number().int() });
const originalRow = z.object({ original: z.string() });
const countRow = z.object({ state: z.enum(caseStates), cases: z.number().int() });

/** What tables need besides a connection. `place` names the ledger in errors, `now` gives ISO time. */
export interface TableDoors {
  readonly place: string;
  readonly ids: IdSource;
  readonly now: () => string;
}

export function* receiveCase(
  doors: TableDoors,
  input: NewCase,
  actor: Actor,
): SqlWork<{ readonly case: Case; readonly isNew: boolean }> {
  checkInput(input);
  const { place, now } = doors;
  const old = yield* findSheet(place, input);
  const at = now();
  if (old) {
    yield* appendEvent(place, old.id, at, { actor, event: "received-again", facts: {} });
    return { case: old, isNew: false };
  }
  const id = doors.ids.next();
  yield* insertCase(input, {
    id,
    at,
    receiptNumber: yield* nextReceipt(place, input.receivedOn, id),
  });
  const { kind, page } = input.source;
  yield* appendEvent(place, id, at, { actor, event: "received", facts: { kind, page } });
  return { case: yield* needCase(place, id), isNew: true };
}

/** The receipt number goes into names and screens of other systems: nothing odd may get in through the date. */
function checkInput(input: NewCase): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.receivedOn))
    throw storeError.badValue({ name: "receivedOn" });
  if (!/^[0-9a-f]{64}$/.test(input.source.contentHash))
    throw storeError.badValue({ name: "contentHash" });
  if (!Number.isSafeInteger(input.source.page) || input.source.page < 1)
    throw storeError.badValue({ name: "page" });
}

function* findSheet(place: string, input: NewCase): SqlWork<Case | undefined> {
  const { contentHash, page } = input.source;
  const sql = "SELECT * FROM case_file WHERE bot = ? AND content_hash = ? AND page = ?";
  return readCases(place, yield* rows(sql, [input.bot, contentHash, page]))[0];
}

/**
 * B20261120-00001-KQX: counts per day of receipt, over all bots; letters, digits and hyphens only; text order is time order.
 * The last letters are the ledger's own mark (台帳の記号): two sections with a ledger each type into one finance system, and a
 * look-up by 受付番号 must never find the other section's record.
 */
function* nextReceipt(place: string, receivedOn: string, caseId: string): SqlWork<string> {
  const found = yield* rows(
    `INSERT INTO receipt_counter (received_on, last) VALUES (?, 1)
     ON CONFLICT (received_on) DO UPDATE SET last = receipt_counter.last + 1 RETURNING last`,
    [receivedOn],
  );
  const last = readRow(place, counterRow, found)?.last ?? 1;
  const number = String(last).padStart(5, "0");
  return `B${receivedOn.replaceAll("-", "")}-${number}-${yield* ledgerMark(place, caseId)}`;
}

const markFlag = "ledger-mark";

/** Three letters, made of the id of the ledger's first case and kept for ever. */
function* ledgerMark(place: string, caseId: string): SqlWork<string> {
  const kept = yield* getFlag(place, markFlag);
  if (kept !== null) return kept;
  // Two machines may receive their first sheets at once: one mark stays.
  yield* run("INSERT INTO flag (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", [
    markFlag,
    lettersOf(caseId),
  ]);
  return (yield* getFlag(place, markFlag)) ?? lettersOf(caseId);
}

/** Without I and O, which look like digits. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

function lettersOf(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  return [...digest.subarray(0, 3)].map((byte) => letters[byte % letters.length]).join("");
}

function* insertCase(
  input: NewCase,
  made: { readonly id: string; readonly at: string; readonly receiptNumber: string },
): SqlWork<void> {
  const { source } = input;
  yield* run(
    `INSERT INTO case_file (id, bot, bot_version, receipt_number, received_on, source_kind, file_name, content_hash,
       page, original, state, attempt, revision, format, body, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', 0, 1, 1, ?, ?, ?)`,
    [
      made.id,
      input.bot,
      input.botVersion,
      made.receiptNumber,
      input.receivedOn,
      source.kind,
      source.fileName.replaceAll("\0", ""),
      source.contentHash,
      source.page,
      input.original,
      bodyText(emptyBody),
      made.at,
      made.at,
    ],
  );
}

export function* findCase(place: string, id: string): SqlWork<Case | null> {
  if (id.includes("\0")) return null;
  return readCases(place, yield* rows("SELECT * FROM case_file WHERE id = ?", [id]))[0] ?? null;
}

/** Throws STO021 when there is no such case. */
export function* needCase(place: string, id: string): SqlWork<Case> {
  const found = yield* findCase(place, id);
  if (!found) throw storeError.noCase({}, { place: { caseId: id } });
  return found;
}

/** Oldest first. */
export function* listCases(place: string, filter: CaseFilter): SqlWork<readonly Case[]> {
  const wheres = ["1 = 1"];
  const values: SqlValue[] = [];
  if (filter.bot !== undefined) {
    wheres.push("bot = ?");
    values.push(filter.bot);
  }
  if (filter.contentHash !== undefined) {
    wheres.push("content_hash = ?");
    values.push(filter.contentHash);
  }
  const lists = [
    ["state", filter.states],
    ["received_on", filter.receivedOn],
    ["receipt_number", filter.receipts],
  ] as const;
  for (const [column, wanted] of lists) {
    if (!wanted) continue;
    if (wanted.length === 0) return [];
    wheres.push(`${column} IN (${wanted.map(() => "?").join(", ")})`);
    values.push(...wanted);
  }
  const sql = `SELECT * FROM case_file WHERE ${wheres.join(" AND ")} ORDER BY seq`;
  if (filter.limit === undefined) return readCases(place, yield* rows(sql, values));
  return readCases(place, yield* rows(`${sql} LIMIT ?`, [...values, filter.limit]));
}

export function* countByState(
  place: string,
  bot: string | null,
): SqlWork<Readonly<Record<CaseState, number>>> {
  const found = yield* rows(
    "SELECT state, COUNT(*) AS cases FROM case_file WHERE CAST(? AS TEXT) IS NULL OR bot = ? GROUP BY state",
    [bot, bot],
  );
  const counts = {} as Record<CaseState, number>;
  for (const state of caseStates) counts[state] = 0;
  for (const row of readRows(place, countRow, found)) counts[row.state] = row.cases;
  return counts;
}

export function* originalOf(place: string, id: string): SqlWork<string> {
  const found = yield* rows("SELECT original FROM case_file WHERE id = ?", [id]);
  const row = readRow(place, originalRow, found);
  if (!row) throw storeError.noCase({}, { place: { caseId: id } });
  return row.original;
}

/** Optimistic: the writer names the revision that it saw. */
export function* changeCase(
  doors: TableDoors,
  ...change: Parameters<Store["changeCase"]>
): SqlWork<Case> {
  const [id, revision, state, patch, event] = change;
  const { place, now } = doors;
  const old = yield* needCase(place, id);
  if (old.revision !== revision) {
    const facts = { seen: revision, now: old.revision };
    throw storeError.changedMeanwhile(facts, { place: { caseId: id } });
  }
  const at = now();
  const changed: Case = { ...old, ...patch, state, revision: revision + 1, updatedAt: at };
  yield* run(
    `UPDATE case_file SET state = ?, business_key = ?, attempt = ?, revision = ?, body = ?, updated_at = ?
     WHERE id = ?`,
    [
      changed.state,
      changed.businessKey,
      changed.attempt,
      changed.revision,
      bodyText(changed),
      at,
      id,
    ],
  );
  yield* appendEvent(place, id, at, event);
  return changed;
}
