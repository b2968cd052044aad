/** In which order cases are taken, and how fast a finance system may be given entries: what a lost queue is rebuilt with. */
import { z } from "zod";
import { type CaseState, caseStates } from "../core/index.ts";
import { readRow, readRows } from "./case-rows.ts";
import { needCase, type TableDoors } from "./case-table.ts";
import { appendEvent } from "./event-log.ts";
import { storeError } from "./messages.ja.ts";
import { rows, run, type SqlWork } from "./sql-work.ts";
import type { NewEvent } from "./store.ts";

const orderRow = z.object({ case_id: z.string(), priority: z.number().int() });
const paceRow = z.object({ next_at: z.string() });

const ended: readonly CaseState[] = ["done", "returned"];
const open = caseStates.filter((state) => !ended.includes(state));

const minuteMillis = 60_000;

export function* setPriority(
  doors: TableDoors,
  caseId: string,
  priority: number,
  event: NewEvent,
): SqlWork<void> {
  const { place, now } = doors;
  if (!Number.isSafeInteger(priority)) throw storeError.badValue({ name: "priority" });
  yield* needCase(place, caseId);
  yield* run(
    `INSERT INTO case_order (case_id, priority) VALUES (?, ?)
     ON CONFLICT (case_id) DO UPDATE SET priority = excluded.priority`,
    [caseId, priority],
  );
  yield* appendEvent(place, caseId, now(), event);
}

export function* priorities(
  place: string,
  caseId: string | null,
): SqlWork<ReadonlyMap<string, number>> {
  const one = caseId === null ? "" : "AND case_order.case_id = ?";
  const found = yield* rows(
    `SELECT case_id, priority FROM case_order JOIN case_file ON case_file.id = case_order.case_id
     WHERE priority <> 0 AND state IN (${open.map(() => "?").join(", ")}) ${one}`,
    caseId === null ? open : [...open, caseId],
  );
  return new Map(readRows(place, orderRow, found).map((r) => [r.case_id, r.priority]));
}

/** A time further off than one turn was written by a clock that went wrong, or at a slower pace: it does not count. */
export function* takeTurn(
  doors: TableDoors,
  name: string,
  perMinute: number,
): SqlWork<string | null> {
  const { place, now } = doors;
  if (!(perMinute > 0)) throw storeError.badValue({ name: "perMinute" });
  const at = Date.parse(now());
  const spacing = minuteMillis / perMinute;
  const found = yield* rows("SELECT next_at FROM pace WHERE name = ?", [name]);
  const next = Date.parse(readRow(place, paceRow, found)?.next_at ?? "");
  if (next > at && next <= at + Math.ceil(spacing)) return new Date(next).toISOString();
  yield* run(
    `INSERT INTO pace (name, next_at) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at`,
    [name, new Date(at + Math.ceil(spacing)).toISOString()],
  );
  return null;
}
