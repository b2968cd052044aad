/** The ledger over any SQL engine: which work reads and which is one transaction; the rest is the same for every driver. */
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
import { appendEvent, listEvents, recentEvents, verifyChain } from "./event-log.ts";
import {
  dropIntent,
  findIntent,
  listIntents,
  markPressing,
  planIntent,
  releaseKey,
  settleIntent,
} from "./intent-table.ts";
import {
  acquireLease,
  getFlag,
  listFlags,
  raiseFence,
  releaseLease,
  renewLease,
  setFlag,
} from "./lease-table.ts";
import { copyIn, copyOut, restoredFlag } from "./ledger-copy.ts";
import { priorities, setPriority, takeTurn } from "./order-table.ts";
import type { SqlEngine, SqlWork } from "./sql-work.ts";
import type { NewEvent, Store } from "./store.ts";

export function sqlStore(engine: SqlEngine, doors: TableDoors): Store {
  const { place } = doors;
  const { read, write } = engine;
  return {
    receive: (...a) => write(() => receiveCase(doors, ...a)),
    getCase: (id) => read(() => findCase(place, id)),
    listCases: (filter) => read(() => listCases(place, filter)),
    countByState: (bot) => read(() => countByState(place, bot)),
    changeCase: (...a) => write(() => changeCase(doors, ...a)),
    originalOf: (id) => read(() => originalOf(place, id)),
    planIntent: (...a) => write(() => planIntent(doors, ...a)),
    markPressing: (...a) => write(() => markPressing(doors, ...a)),
    settleIntent: (...a) => write(() => settleIntent(doors, ...a)),
    getIntent: (caseId) => read(() => findIntent(place, caseId)),
    listIntents: (bot) => read(() => listIntents(place, bot)),
    releaseKey: (...a) => write(() => releaseKey(doors, ...a)),
    dropIntent: (...a) => write(() => dropIntent(doors, ...a)),
    addEvent: (caseId, event) => write(() => addEvent(doors, caseId, event)),
    events: (caseId) => read(() => listEvents(place, caseId)),
    verifyEvents: () => read(() => verifyChain(place)),
    acquireLease: (key, holder, seconds) =>
      write(() => acquireLease(doors, { key, holder, seconds })),
    renewLease: (...a) => write(() => renewLease(doors, ...a)),
    raiseFence: (lease) => write(() => raiseFence(place, lease)),
    releaseLease: (lease) => write(() => releaseLease(lease)),
    setFlag: (...a) => write(() => setFlag(...a)),
    getFlag: (name) => read(() => getFlag(place, name)),
    listFlags: (prefix) => read(() => listFlags(place, prefix)),
    setPriority: (...a) => write(() => setPriority(doors, ...a)),
    priorities: (caseId) => read(() => priorities(place, caseId ?? null)),
    takeTurn: (name, perMinute) => write(() => takeTurn(doors, name, perMinute)),
    recentEvents: (...a) => read(() => recentEvents(place, ...a)),
    copyOut: (sink) => read(() => copyOut(place, engine.snapshot, sink)),
    copyIn: (source, mark) => write(() => copyIn(doors, source, mark)),
    restoredAt: () => read(() => getFlag(place, restoredFlag)),
    close: () => engine.close(),
  };
}

function* addEvent(doors: TableDoors, caseId: string, event: NewEvent): SqlWork<void> {
  yield* needCase(doors.place, caseId);
  yield* appendEvent(doors.place, caseId, doors.now(), event);
}
