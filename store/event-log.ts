/** The append-only event log: each line carries the hash of the one before, so that any change shows. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { readJson, readRow, readRows } from "./case-rows.ts";
import { rows, run, type SqlWork } from "./sql-work.ts";
import type { CaseEvent, EventCheck, NewEvent } from "./store.ts";

const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const factsSchema = z.record(z.string(), factValue);

const eventRow = z.object({
  sequence: z.number().int(),
  case_id: z.string(),
  at: z.string(),
  actor_kind: z.enum(["person", "bot"]),
  actor_name: z.string(),
  event: z.string(),
  facts: z.string(),
  hash: z.string(),
});
type EventRow = z.infer<typeof eventRow>;

const headRow = z.object({ sequence: z.number().int(), hash: z.string() });
type Head = z.infer<typeof headRow>;

/** What the first line builds on. */
const beginning: Head = { sequence: 0, hash: "0".repeat(64) };

/** Rows per read while the chain is walked. */
const stride = 2000;

/** Adds one line. Call it inside the transaction of the change that it tells about. */
export function* appendEvent(
  place: string,
  caseId: string,
  at: string,
  event: NewEvent,
): SqlWork<void> {
  const head = yield* readHead(place);
  const row = {
    sequence: head.sequence + 1,
    case_id: caseId,
    at,
    actor_kind: event.actor.kind,
    actor_name: plain(event.actor.name),
    event: event.event,
    facts: JSON.stringify(event.facts),
  };
  const hash = chainHash(head.hash, row);
  const { sequence, actor_kind, actor_name, facts } = row;
  yield* run(
    `INSERT INTO event (sequence, case_id, at, actor_kind, actor_name, event, facts, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [sequence, caseId, at, actor_kind, actor_name, row.event, facts, hash],
  );
  yield* run(
    `INSERT INTO event_head (one, sequence, hash) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`,
    [sequence, hash],
  );
}

export function* listEvents(place: string, caseId: string): SqlWork<readonly CaseEvent[]> {
  const found = yield* rows("SELECT * FROM event WHERE case_id = ? ORDER BY sequence", [caseId]);
  return readEvents(place, found);
}

/** How far back somebody who asks for the newest events looks. */
const greatestLookBack = 20_000;

/** Newest first. */
export function* recentEvents(
  place: string,
  bot: string,
  event: string,
  count: number,
): SqlWork<readonly CaseEvent[]> {
  const found = yield* rows(
    `SELECT recent.* FROM (SELECT * FROM event WHERE event = ? ORDER BY sequence DESC LIMIT ?) recent
     JOIN case_file ON case_file.id = recent.case_id
     WHERE case_file.bot = ? ORDER BY recent.sequence DESC LIMIT ?`,
    [event, greatestLookBack, bot, count],
  );
  return readEvents(place, found);
}

function readEvents(place: string, found: readonly unknown[]): CaseEvent[] {
  return readRows(place, eventRow, found).map((row) => ({
    sequence: row.sequence,
    caseId: row.case_id,
    at: row.at,
    actor: { kind: row.actor_kind, name: row.actor_name },
    event: row.event,
    facts: readRows(place, factsSchema, [readJson(place, row.facts)])[0] ?? {},
  }));
}

/**
 * Walks the whole chain: finds edited, removed, exchanged and inserted lines and a tail that was cut off. Others may
 * append meanwhile. Somebody who can write the file and knows the rule can forge a whole chain: keep copies elsewhere.
 */
export function* verifyChain(place: string): SqlWork<EventCheck> {
  let last: Head = beginning;
  let end = yield* readEnd(place);
  while (last.sequence < end.sequence) {
    const chunk = yield* readChunk(place, last.sequence, end.sequence);
    for (const row of chunk) {
      const next = { sequence: last.sequence + 1, hash: chainHash(last.hash, row) };
      if (row.sequence !== next.sequence || row.hash !== next.hash) return brokenAfter(last);
      last = next;
    }
    if (chunk.length === 0) return brokenAfter(last);
    end = yield* readEnd(place);
  }
  const whole =
    end.hash === last.hash && end.sequence === last.sequence && end.top === end.sequence;
  return whole ? { ok: true, count: last.sequence, firstBroken: null } : brokenAfter(last);
}

const brokenAfter = (last: Head): EventCheck => ({
  ok: false,
  count: last.sequence,
  firstBroken: last.sequence + 1,
});

function* readChunk(place: string, after: number, upTo: number): SqlWork<EventRow[]> {
  const sql = "SELECT * FROM event WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?";
  return readRows(place, eventRow, yield* rows(sql, [after, upTo, stride]));
}

function* readHead(place: string): SqlWork<Head> {
  return readRow(place, headRow, yield* rows("SELECT sequence, hash FROM event_head")) ?? beginning;
}

const endRow = z.object({
  sequence: z.number().int().nullable(),
  hash: z.string().nullable(),
  top: z.number().int().nullable(),
});

/** Where the head says that the chain ends, and the last line that is there: one statement, so one moment. */
function* readEnd(place: string): SqlWork<Head & { readonly top: number }> {
  const sql = `SELECT (SELECT sequence FROM event_head) AS sequence, (SELECT hash FROM event_head) AS hash,
    (SELECT MAX(sequence) FROM event) AS top`;
  const row = readRow(place, endRow, yield* rows(sql));
  return {
    sequence: row?.sequence ?? beginning.sequence,
    hash: row?.hash ?? beginning.hash,
    top: row?.top ?? 0,
  };
}

/** A JSON array, so that no two different lines give the same bytes. */
function chainHash(previous: string, row: Omit<EventRow, "hash">): string {
  const line = [
    previous,
    row.sequence,
    row.case_id,
    row.at,
    row.actor_kind,
    row.actor_name,
    row.event,
    row.facts,
  ];
  return createHash("sha256").update(JSON.stringify(line)).digest("hex");
}

/** SQLite would cut the name at NUL and replace halves of surrogate pairs; the hash is over what is kept. */
function plain(name: string): string {
  return name.replaceAll("\0", "").replace(/\p{Cs}/gu, "\ufffd");
}
