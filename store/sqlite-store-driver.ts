/** The default ledger: journal.db (SQLite, every change synced to disk) and the evidence folder beside it. */
import { join } from "node:path";
import type { Clock, IdSource } from "../core/index.ts";
import {
  changeCase,
  countByState,
  findCase,
  listCases,
  needCase,
  originalOf,
  receiveCase,
  type TableDoors,
} from "./case-table.ts";
import { appendEvent, listEvents, verifyChain } from "./event-log.ts";
import { openEvidence } from "./evidence-files.ts";
import { dropIntent, findIntent, markPressing, planIntent, settleIntent } from "./intent-table.ts";
import { acquireLease, getFlag, releaseLease, renewLease, setFlag } from "./lease-table.ts";
import { migrate } from "./migrations.ts";
import { openSqlFile } from "./sql-file.ts";
import type { EvidenceStore, NewEvent, Store } from "./store.ts";

/** Time and case ids come in as arguments. */
export interface StoreOptions {
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** The two halves of the ledger; closing the store is enough. */
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
  try {
    migrate(file, now());
    const evidence = await openEvidence(join(folder, "evidence"), options.clock);
    return { store: sqliteStore({ file, ids: options.ids, now }), evidence };
  } catch (error) {
    file.close();
    throw error;
  }
}

function sqliteStore(doors: TableDoors): Store {
  const { file } = doors;
  return {
    receive: (...a) => settled(() => receiveCase(doors, ...a)),
    getCase: (id) => settled(() => findCase(file, id)),
    listCases: (filter) => settled(() => listCases(file, filter)),
    countByState: (bot) => settled(() => countByState(file, bot)),
    changeCase: (...a) => settled(() => changeCase(doors, ...a)),
    originalOf: (id) => settled(() => originalOf(file, id)),
    planIntent: (...a) => settled(() => planIntent(doors, ...a)),
    markPressing: (...a) => settled(() => markPressing(doors, ...a)),
    settleIntent: (...a) => settled(() => settleIntent(doors, ...a)),
    getIntent: (caseId) => settled(() => findIntent(file, caseId)),
    dropIntent: (...a) => settled(() => dropIntent(doors, ...a)),
    addEvent: (caseId, event) => settled(() => addEvent(doors, caseId, event)),
    events: (caseId) => settled(() => listEvents(file, caseId)),
    verifyEvents: () => settled(() => verifyChain(file)),
    acquireLease: (key, holder, seconds) =>
      settled(() => acquireLease(doors, { key, holder, seconds })),
    renewLease: (...a) => settled(() => renewLease(doors, ...a)),
    releaseLease: (lease) => settled(() => releaseLease(file, lease)),
    setFlag: (...a) => settled(() => setFlag(file, ...a)),
    getFlag: (name) => settled(() => getFlag(file, name)),
    close: () => settled(() => file.close()),
  };
}

/** SQLite answers at once; a throw becomes a rejection, as it would with a server. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function addEvent(doors: TableDoors, caseId: string, event: NewEvent): void {
  const { file, now } = doors;
  file.transaction(() => {
    needCase(file, caseId);
    appendEvent(file, caseId, now(), event);
  });
}
