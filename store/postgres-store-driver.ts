/** The ledger for several machines: PostgreSQL through pg, one writer at a time, and evidence in a folder that all reach. */
import { openEvidenceIn } from "./evidence-on-server.ts";
import { storeError } from "./messages.ja.ts";
import { migrate } from "./migrations.ts";
import { postgresError } from "./postgres-messages.ja.ts";
import type { PostgresPlace, PostgresRole } from "./postgres-place.ts";
import { lockClass, openSqlServer, type SqlServer, type SqlSession } from "./postgres-server.ts";
import { postgresDialect } from "./schema.ts";
import { sqlStore } from "./sql-store.ts";
import { type Answer, type Ask, checkedValues, type SqlEngine, type SqlWork } from "./sql-work.ts";
import type { OpenedStore, StoreOptions } from "./sqlite-store-driver.ts";

/** An address, and where the files go that prove what happened. */
export interface PostgresStoreOptions extends StoreOptions {
  readonly evidence: string;
}

const ledgerRole: PostgresRole = {
  errors: postgresError,
  schema: "public",
  durable: true,
  session: [],
};

/**
 * Opens or creates the ledger on a server. Throws STO081–STO095, each with a remedy, STO007 when a newer buka has written
 * it, and STO005 when other tables stand there.
 */
export async function openPostgresStore(
  place: PostgresPlace,
  options: PostgresStoreOptions,
): Promise<OpenedStore> {
  const server = await openSqlServer(place, ledgerRole);
  const now = (): string => options.clock.now().toISOString();
  const engine = postgresEngine(server);
  try {
    const doors = { place: engine.place, at: now(), dialect: postgresDialect };
    await engine.write(() => migrate(doors));
    const evidence = await openEvidenceIn(options.evidence, options);
    return { store: sqlStore(engine, { place: engine.place, ids: options.ids, now }), evidence };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function postgresEngine(server: SqlServer): SqlEngine {
  const { place } = server;
  let open = true;
  const guarded = <T>(work: () => Promise<T>): Promise<T> =>
    open ? work() : Promise.reject(storeError.closed({ path: place }));
  return {
    place,
    snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    read: (work) => guarded(() => server.session((session) => play(session, work()))),
    write: (work) => guarded(() => server.transaction((session) => playAlone(session, work))),
    close: async () => {
      if (!open) return;
      open = false;
      await server.close();
    },
  };
}

/** The lock makes it one writer at a time, as with the file: the chain of events has one end only. */
async function playAlone<T>(session: SqlSession, work: () => SqlWork<T>): Promise<T> {
  const lock = "SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))";
  await session.query(lock, [lockClass]);
  return play(session, work());
}

async function play<T>(session: SqlSession, work: SqlWork<T>): Promise<T> {
  let step = work.next();
  while (!step.done) step = work.next(await answer(session, step.value));
  return step.value;
}

async function answer(session: SqlSession, ask: Ask): Promise<Answer> {
  if (ask.kind !== "exec") return session.query(numbered(ask.sql), checkedValues(ask.values));
  await session.query(ask.sql);
  return { rows: [], changes: 0 };
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
