/** The ledger for several machines: PostgreSQL through pg, one writer at a time, and evidence in a folder that all reach. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { openEvidence } from "./evidence-files.ts";
import { storeError } from "./messages.ja.ts";
import { migrate } from "./migrations.ts";
import { postgresError } from "./postgres-messages.ja.ts";
import {
  namedPostgresError,
  type PostgresPlace,
  readPlace,
  type ServerParts,
} from "./postgres-place.ts";
import { postgresDialect } from "./schema.ts";
import { sqlStore } from "./sql-store.ts";
import { type Answer, type Ask, checkedValues, type SqlEngine, type SqlWork } from "./sql-work.ts";
import type { OpenedStore, StoreOptions } from "./sqlite-store-driver.ts";

/** An address, and where the files go that prove what happened. */
export interface PostgresStoreOptions extends StoreOptions {
  readonly evidence: string;
}

const leastVersion = 140_000;
const connections = 4;
const int8 = 20;
/** Any number that no other program uses for its advisory locks. */
const lockClass = 8_150_926;

/**
 * What every session is told: a commit is on disk before it is answered, a writer waits at most 10 s (STO095), and a
 * stopped or cut-off machine that holds the ledger in a transaction loses it after 5 s.
 */
const sessionSettings = [
  "synchronous_commit=on",
  "lock_timeout=10000",
  "idle_in_transaction_session_timeout=5000",
  "statement_timeout=60000",
];

/**
 * Opens or creates the ledger on a server. Throws STO081–STO095, each with a remedy, STO007 when a newer buka has written
 * it, and STO005 when other tables stand there.
 */
export async function openPostgresStore(
  place: PostgresPlace,
  options: PostgresStoreOptions,
): Promise<OpenedStore> {
  const server = readPlace(place);
  const pool = await openPool(server);
  const now = (): string => options.clock.now().toISOString();
  const engine = postgresEngine(pool, server);
  try {
    await named(server, () => checkServer(pool, server));
    await named(server, () => prepareSchema(pool, server));
    const doors = { place: engine.place, at: now(), dialect: postgresDialect };
    await engine.write(() => migrate(doors));
    const evidence = await openEvidence(options.evidence, options.clock);
    return { store: sqlStore(engine, { place: engine.place, ids: options.ids, now }), evidence };
  } catch (error) {
    await pool.end().catch(() => undefined);
    throw error;
  }
}

async function openPool(server: ServerParts): Promise<Pool> {
  const pg = await import("pg").catch((cause: unknown) => {
    throw postgresError.packageMissing({ name: "pg" }, { cause });
  });
  const settings = [...sessionSettings, `search_path=${server.schema}`];
  const pool = new pg.default.Pool({
    connectionString: server.connection,
    max: connections,
    connectionTimeoutMillis: 5_000,
    // A server that has gone without a word must not hold a worker for ever.
    query_timeout: 65_000,
    keepAlive: true,
    application_name: "buka",
    options: settings.map((s) => `-c ${s}`).join(" "),
    types: { getTypeParser: (oid, format) => parserOf(pg.default.types, oid, format) },
  });
  // An idle connection that breaks is told by the next query that needs one.
  pool.on("error", () => undefined);
  return pool;
}

/** Counts come as 8-byte integers, which the client would give as text. */
function parserOf(
  types: { getTypeParser(oid: number, format: "text" | "binary"): (text: string) => unknown },
  oid: number,
  format: "text" | "binary" = "text",
): (text: string) => unknown {
  return oid === int8 ? Number : types.getTypeParser(oid, format);
}

const serverRow = z.object({
  version: z.string(),
  number: z.coerce.number(),
  fsync: z.string(),
  encoding: z.string(),
  standby: z.boolean(),
});

/** Settings that would lose what was promised are refused before anything is written. */
async function checkServer(pool: Pool, server: ServerParts): Promise<void> {
  const { host } = server;
  const found = await pool.query(`SELECT current_setting('server_version') AS version,
    current_setting('server_version_num') AS number, current_setting('fsync') AS fsync,
    current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby`);
  const row = serverRow.parse(found.rows[0]);
  if (row.number < leastVersion) throw postgresError.tooOld({ host, version: row.version });
  if (row.standby) throw postgresError.readOnly({ host });
  if (row.fsync !== "on") throw postgresError.notDurable({ host, setting: "fsync" });
  if (row.encoding !== "UTF8") throw postgresError.notUnicode({ host, encoding: row.encoding });
}

/** Only when it is missing: a user without the right to create schemas may still use one. */
async function prepareSchema(pool: Pool, server: ServerParts): Promise<void> {
  const { schema } = server;
  const found = await pool.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
  if (found.rows.length > 0) return;
  // IF NOT EXISTS alone fails when two machines come for the first time at once.
  const lock = [lockClass, schema];
  await onConnection(pool, async (client) => {
    await client.query("SELECT pg_advisory_lock($1, hashtext($2))", lock);
    try {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    } finally {
      await client.query("SELECT pg_advisory_unlock($1, hashtext($2))", lock);
    }
  });
}

function postgresEngine(pool: Pool, server: ServerParts): SqlEngine {
  const place = `${server.host}/${server.database}`;
  let open = true;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!open) throw storeError.closed({ path: place });
    return named(server, work);
  };
  return {
    place,
    snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    read: (work) => guarded(() => onConnection(pool, (client) => play(client, work()))),
    write: (work) => guarded(() => onConnection(pool, (client) => inTransaction(client, work))),
    close: async () => {
      if (!open) return;
      open = false;
      await pool.end().catch(() => undefined);
    },
  };
}

async function named<T>(server: ServerParts, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw namedPostgresError(error, server);
  }
}

/** A connection on which something went wrong is thrown away: nobody knows what it would say next. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const onError = (): void => {
    broken = true;
  };
  client.on("error", onError);
  try {
    return await work(client);
  } catch (error) {
    broken ||= !isRefusal(error);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/** Our own "no" in the middle of a transaction leaves a healthy connection behind. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === "BukaError";

/** The lock makes it one writer at a time, as with the file: the chain of events has one end only. */
async function inTransaction<T>(client: PoolClient, work: () => SqlWork<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))", [lockClass]);
    const result = await play(client, work());
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function play<T>(client: PoolClient, work: SqlWork<T>): Promise<T> {
  let step = work.next();
  while (!step.done) step = work.next(await answer(client, step.value));
  return step.value;
}

async function answer(client: PoolClient, ask: Ask): Promise<Answer> {
  if (ask.kind === "exec") {
    await client.query(ask.sql);
    return { rows: [], changes: 0 };
  }
  const found = await client.query(numbered(ask.sql), [...checkedValues(ask.values)]);
  return { rows: found.rows, changes: found.rowCount ?? 0 };
}

const numberedTexts = new Map<string, string>();

/** `?` → $1, $2 …; our statements have no question marks in texts. */
function numbered(sql: string): string {
  const known = numberedTexts.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const text = sql.replace(/\?/gu, () => {
    count += 1;
    return `$${count}`;
  });
  numberedTexts.set(sql, text);
  return text;
}
