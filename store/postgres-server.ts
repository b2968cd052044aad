/** One PostgreSQL server, looked at before anything is written: connections, sessions, and its troubles as sentences. */
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import {
  namedPostgresError,
  type PostgresPlace,
  type PostgresRole,
  readPlace,
  type ServerParts,
} from "./postgres-place.ts";

/** One connection, for as long as the work lasts. */
export interface SqlSession {
  /** Values as $1, $2 …; a statement with a name is planned once per connection. */
  query(
    sql: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<{ readonly rows: readonly unknown[]; readonly changes: number }>;
}

/** An open server; errors are BukaErrors of its role. */
export interface SqlServer {
  /** host:port/database, for texts. */
  readonly place: string;
  session<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** The same inside one transaction, rolled back when the work throws. */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const leastVersion = 140_000;
const connections = 4;
const int8 = 20;
/** Any number that no other program uses for its advisory locks. */
export const lockClass = 8_150_926;

/**
 * What every session is told: a writer waits at most 10 s (busy), and a stopped or cut-off machine that holds something in
 * a transaction loses it after 5 s. A durable commit is on disk before it is answered.
 */
const sessionSettings = [
  "lock_timeout=10000",
  "idle_in_transaction_session_timeout=5000",
  "statement_timeout=60000",
];

/** Connects, looks at the server and makes the schema where it is missing. Throws the errors of the role. */
export async function openSqlServer(place: PostgresPlace, role: PostgresRole): Promise<SqlServer> {
  const server = readPlace(place, role);
  const pool = await openPool(server, role);
  const close = (): Promise<void> => pool.end().catch(() => undefined);
  try {
    await named(server, () => checkServer(pool, server, role));
    await named(server, () => prepareSchema(pool, server));
  } catch (error) {
    await close();
    throw error;
  }
  const session = <T>(work: (session: SqlSession) => Promise<T>): Promise<T> =>
    named(server, () => onConnection(pool, (client) => work(sessionOf(client))));
  return {
    place: `${server.host}/${server.database}`,
    session,
    transaction: (work) => session((open) => inTransaction(open, work)),
    close,
  };
}

async function openPool(server: ServerParts, role: PostgresRole): Promise<Pool> {
  const pg = await import("pg").catch((cause: unknown) => {
    throw server.errors.packageMissing({ name: "pg" }, { cause });
  });
  const settings = [
    ...sessionSettings,
    ...role.session,
    `synchronous_commit=${role.durable ? "on" : "off"}`,
    `search_path=${server.schema}`,
  ];
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
async function checkServer(pool: Pool, server: ServerParts, role: PostgresRole): Promise<void> {
  const { host, errors } = server;
  const found = await pool.query(`SELECT current_setting('server_version') AS version,
    current_setting('server_version_num') AS number, current_setting('fsync') AS fsync,
    current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby`);
  const row = serverRow.parse(found.rows[0]);
  if (row.number < (role.leastVersion ?? leastVersion))
    throw errors.tooOld({ host, version: row.version });
  if (row.standby) throw errors.readOnly({ host });
  if (!role.durable) return;
  if (row.fsync !== "on") throw errors.notDurable({ host, setting: "fsync" });
  if (row.encoding !== "UTF8") throw errors.notUnicode({ host, encoding: row.encoding });
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

function sessionOf(client: PoolClient): SqlSession {
  return {
    async query(text, values = [], name) {
      const asked = { text, values: [...values] };
      const found = await client.query(name === undefined ? asked : { ...asked, name });
      return { rows: found.rows, changes: found.rowCount ?? 0 };
    },
  };
}

async function inTransaction<T>(
  session: SqlSession,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  await session.query("BEGIN");
  try {
    const result = await work(session);
    await session.query("COMMIT");
    return result;
  } catch (error) {
    await session.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
