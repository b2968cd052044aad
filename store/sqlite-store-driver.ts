/** The default ledger: journal.db (SQLite, every change synced to disk) and the evidence folder beside it. */
import { join } from "node:path";
import type { Clock, IdSource } from "../core/index.ts";
import { type EvidenceServer, openEvidenceIn } from "./evidence-on-server.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { migrate } from "./migrations.ts";
import { sqliteDialect } from "./schema.ts";
import { openSqlFile, type SqlFile } from "./sql-file.ts";
import { sqlStore } from "./sql-store.ts";
import type { Answer, Ask, SqlEngine, SqlWork } from "./sql-work.ts";
import type { Store } from "./store.ts";

/** Time and case ids come in as arguments. */
export interface StoreOptions {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Folder of the evidence; beside the ledger when it is not given. */
  readonly evidence?: string;
  /** Where evidence is sent; it stays in that folder until then. */
  readonly evidenceServer?: EvidenceServer;
}

/** The two halves of the ledger; close the evidence first. */
export interface OpenedStore {
  readonly store: Store;
  readonly evidence: EvidenceStore;
}

/**
 * Opens or creates the ledger in `folder` (files 0600; several processes may have it open). Throws BukaError:
 * STO001–STO009 environment (no folder, no right, read-only, full, broken, busy, newer file), each with a remedy.
 */
export async function openStore(folder: string, options: StoreOptions): Promise<OpenedStore> {
  const file = await openSqlFile(join(folder, "journal.db"), "FULL");
  const now = (): string => options.clock.now().toISOString();
  const engine = sqliteEngine(file);
  try {
    const doors = { place: file.path, at: now(), dialect: sqliteDialect };
    await engine.write(() => migrate(doors));
    const folderOfEvidence = options.evidence ?? join(folder, "evidence");
    const evidence = await openEvidenceIn(folderOfEvidence, options);
    return { store: sqlStore(engine, { place: file.path, ids: options.ids, now }), evidence };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** SQLite answers at once: work is played in one go, so nothing else can come in between. */
function sqliteEngine(file: SqlFile): SqlEngine {
  return {
    place: file.path,
    snapshot: "BEGIN",
    read: (work) => settled(() => play(file, work())),
    write: (work) => settled(() => file.transaction(() => play(file, work()))),
    close: () => settled(() => file.close()),
  };
}

function play<T>(file: SqlFile, work: SqlWork<T>): T {
  let step = work.next();
  while (!step.done) step = work.next(answer(file, step.value));
  return step.value;
}

function answer(file: SqlFile, ask: Ask): Answer {
  if (ask.kind === "rows") return { rows: file.rows(ask.sql, ask.values), changes: 0 };
  if (ask.kind === "run") return { rows: [], changes: file.run(ask.sql, ask.values) };
  file.exec(ask.sql);
  return { rows: [], changes: 0 };
}

/** A throw becomes a rejection, as it would with a server. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
