/** A copy of the whole ledger as rows of its tables: one snapshot out, one transaction into an empty ledger; any driver to any driver. */
import { z } from "zod";
import type { TableDoors } from "./case-table.ts";
import { verifyChain } from "./event-log.ts";
import { storeError } from "./messages.ja.ts";
import { exec, rows, run, type SqlValue, type SqlWork } from "./sql-work.ts";
import type { CopyRow, EventCheck, LedgerCopySource, RestoreMark } from "./store.ts";

interface CopyTable {
  readonly columns: readonly string[];
  /** Columns that give every row its place; rows go back in this order. */
  readonly order: string;
}

/** Every table in the order in which its rows can go back. `seq` counts anew: the order is kept, the number is not. */
const tables: Readonly<Record<string, CopyTable>> = {
  case_file: {
    columns: [
      ...["id", "bot", "bot_version", "receipt_number", "received_on", "source_kind", "file_name"],
      ...["content_hash", "page", "original", "state", "business_key", "attempt", "revision"],
      ...["format", "body", "created_at", "updated_at"],
    ],
    order: "seq",
  },
  receipt_counter: { columns: ["received_on", "last"], order: "received_on" },
  intent: {
    columns: [
      ...["case_id", "business_key", "state", "fence", "row_hash", "target_number", "pressed_at"],
      "updated_at",
    ],
    order: "case_id",
  },
  key_claim: {
    columns: ["bot", "business_key", "case_id", "first_pressed_at"],
    order: "bot, business_key",
  },
  event: {
    columns: ["sequence", "case_id", "at", "actor_kind", "actor_name", "event", "facts", "hash"],
    order: "sequence",
  },
  event_head: { columns: ["one", "sequence", "hash"], order: "one" },
  lease: { columns: ["key", "fence", "expires_at"], order: "key" },
  flag: { columns: ["name", "value"], order: "name" },
  case_order: { columns: ["case_id", "priority"], order: "case_id" },
};

/** Names of all tables of a copy, in the order in which their rows can go back. */
export const copyTables: readonly string[] = Object.keys(tables);

/** Tables that a copy of an older buka does not have: nothing was in them. */
export const youngerTables: readonly string[] = ["case_order"];

const stride = 1000;
/** Rises above every fence that was given after the copy was made. */
const fenceJump = 1_000_000;
/** Receipt numbers of one day between two copies: those given after the copy was made must never be given again. */
const receiptBlock = 10_000;
/** Days of receipt before a copy for which numbers may have been given after it. */
const lateDays = 400;
const dayMillis = 86_400_000;
const hourMillis = 3_600_000;
const blocks = 9;

const copyValue = z.union([z.string(), z.number(), z.null()]);
const copyRow = z.record(z.string(), copyValue);
const countRow = z.object({ n: z.number().int() });
const lastRow = z.object({ received_on: z.string(), last: z.number().int() });

/** Name of the flag that a restored ledger carries: when it was restored, ISO. */
export const restoredFlag = "restored";
/** An order to stop was meant for whoever ran then. */
const passingFlags = new Set(["stop-order"]);

/** All rows of one moment, table by table, and whether their chain of events is whole. */
export function* copyOut(
  place: string,
  snapshot: string,
  sink: (table: string, found: readonly CopyRow[]) => void,
): SqlWork<EventCheck> {
  yield* exec(snapshot);
  try {
    for (const [name, table] of Object.entries(tables)) {
      const sql = `SELECT ${table.columns.join(", ")} FROM ${name} ORDER BY ${table.order} LIMIT ? OFFSET ?`;
      for (let from = 0; ; from += stride) {
        const found = z.array(copyRow).parse(yield* rows(sql, [stride, from]));
        sink(name, found);
        if (found.length < stride) break;
      }
    }
    return yield* verifyChain(place);
  } finally {
    yield* exec("COMMIT");
  }
}

/** Inside one transaction. STO051 unless the ledger is empty; gives what the chain says afterwards. */
export function* copyIn(
  doors: TableDoors,
  source: LedgerCopySource,
  mark: RestoreMark,
): SqlWork<EventCheck> {
  const found = yield* rows("SELECT COUNT(*) AS n FROM case_file");
  const cases = z.array(countRow).parse(found)[0]?.n ?? 0;
  if (cases > 0) throw storeError.ledgerNotEmpty({ cases });
  yield* run("DELETE FROM flag");
  yield* run("DELETE FROM lease");
  for (const [name, table] of Object.entries(tables)) {
    const marks = table.columns.map(() => "?").join(", ");
    const sql = `INSERT INTO ${name} (${table.columns.join(", ")}) VALUES (${marks})`;
    for (const row of source.rows(name)) {
      const kept = keptRow(name, row);
      if (kept) yield* run(sql, valuesOf(table, name, kept));
    }
  }
  yield* jumpReceipts(mark);
  yield* run("INSERT INTO flag (name, value) VALUES (?, ?)", [restoredFlag, mark.restoredAt]);
  return yield* verifyChain(doors.place);
}

function keptRow(table: string, row: CopyRow): CopyRow | null {
  if (table === "lease") return { ...row, fence: Number(row["fence"]) + fenceJump };
  if (table !== "flag") return row;
  return passingFlags.has(String(row["name"])) || row["name"] === restoredFlag ? null : row;
}

function valuesOf(table: CopyTable, name: string, row: CopyRow): SqlValue[] {
  return table.columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw storeError.backupBroken({ file: `${name}.jsonl` });
    return value;
  });
}

/** Cases received after the copy are unknown here, but their numbers stand in the finance system. */
function* jumpReceipts(mark: RestoreMark): SqlWork<void> {
  const [made, now] = [Date.parse(mark.madeAt), Date.parse(mark.restoredAt)];
  const block = 1 + (Math.floor((now - made) / hourMillis) % blocks);
  const known = new Map(
    z
      .array(lastRow)
      .parse(yield* rows("SELECT received_on, last FROM receipt_counter"))
      .map((r) => [r.received_on, r.last]),
  );
  for (let at = made - lateDays * dayMillis; at <= now + 2 * dayMillis; at += dayMillis) {
    const day = new Date(at).toISOString().slice(0, 10);
    known.set(day, known.get(day) ?? 0);
  }
  for (const [day, last] of known) {
    const jumped = (Math.floor(last / receiptBlock) + block) * receiptBlock;
    yield* run(
      `INSERT INTO receipt_counter (received_on, last) VALUES (?, ?)
       ON CONFLICT (received_on) DO UPDATE SET last = excluded.last`,
      [day, jumped],
    );
  }
}
