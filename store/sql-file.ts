/** The only door to SQLite (libsql): one file, WAL, immediate transactions, values checked before native code sees them. */
import { dirname } from "node:path";
import type { Database, Statement } from "libsql";
import { diskError, nativeCode } from "./disk-trouble.ts";
import { storeError } from "./messages.ja.ts";
import { claimPrivateFile, makePrivateFolder, syncFolder } from "./private-files.ts";
import { checkedValues, type SqlValue } from "./sql-work.ts";

/** One open SQLite file. Calls are synchronous and short; errors are BukaErrors (STO…). */
export interface SqlFile {
  readonly path: string;
  /** Several statements without values. */
  exec(sql: string): void;
  /** Runs one statement and gives the number of changed rows. */
  run(sql: string, values?: readonly SqlValue[]): number;
  /** Rows of a query, or of RETURNING. Unknown until a schema has read them. */
  rows(sql: string, values?: readonly SqlValue[]): readonly unknown[];
  /** BEGIN IMMEDIATE … COMMIT; anything thrown rolls back. Not to be nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Milliseconds that a writer waits for another process before STO006. */
const patience = 10_000;

/**
 * Opens or creates the file (0600) and its folder (0700). `FULL` survives a power cut after every commit; `NORMAL` may
 * lose the last commits then, but never breaks the file. Throws STO001–STO009.
 */
export async function openSqlFile(path: string, synchronous: "FULL" | "NORMAL"): Promise<SqlFile> {
  try {
    await makePrivateFolder(dirname(path));
  } catch (error) {
    throw diskError(error, dirname(path), true);
  }
  try {
    await claimPrivateFile(path);
    await syncFolder(dirname(path));
    const database = await openNative(path);
    return wrap(database, path, synchronous);
  } catch (error) {
    throw diskError(error, path, true);
  }
}

async function openNative(path: string): Promise<Database> {
  const engine = await import("libsql").catch((cause: unknown) => {
    throw storeError.engineMissing({ name: "libsql" }, { cause });
  });
  return new engine.default(path);
}

function wrap(database: Database, path: string, synchronous: "FULL" | "NORMAL"): SqlFile {
  try {
    database.pragma(`busy_timeout = ${patience}`);
    switchToWal(database);
    database.pragma(`synchronous = ${synchronous}`);
    database.pragma("foreign_keys = ON");
  } catch (error) {
    database.close();
    throw error;
  }
  return sqlFile(database, path);
}

/** Two processes that create the file at once: the switch itself does not wait for the other one, so ask again. */
function switchToWal(database: Database): void {
  for (let tries = 1; ; tries += 1) {
    try {
      database.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      if (tries >= 200 || !nativeCode(error)?.startsWith("SQLITE_BUSY")) throw error;
      // A write lock waits (busy_timeout) until the other process is through.
      database.exec("BEGIN IMMEDIATE; COMMIT");
    }
  }
}

function sqlFile(database: Database, path: string): SqlFile {
  const known = new Map<string, Statement>();
  let open = true;
  const statement = (sql: string): Statement => {
    const found = known.get(sql) ?? database.prepare(sql);
    known.set(sql, found);
    return found;
  };
  const guarded = <T>(work: () => T): T => {
    if (!open) throw storeError.closed({ path });
    try {
      return work();
    } catch (error) {
      throw diskError(error, path, true);
    }
  };
  return {
    path,
    exec: (sql) => guarded(() => void database.exec(sql)),
    run: (sql, values = []) => guarded(() => statement(sql).run(checkedValues(values)).changes),
    rows: (sql, values = []) => guarded(() => statement(sql).all(checkedValues(values))),
    transaction: (work) => guarded(() => inTransaction(database, work)),
    close: () => {
      if (!open) return;
      open = false;
      known.clear();
      foldWal(database);
      database.close();
    },
  };
}

/**
 * Moves all changes into the main file, so that a copy of it is whole: the native close only drops the connection when
 * its statements are collected. Others who have the file open keep their log; that is no fault.
 */
function foldWal(database: Database): void {
  try {
    database.pragma("busy_timeout = 0");
    database.pragma("wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (nativeCode(error) === null) throw error;
  }
}

function inTransaction<T>(database: Database, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
