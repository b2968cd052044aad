/** One batch from the tray to the finance system, with progress; what `buka run` and the demo have in common. */
import { setTimeout as idle } from "node:timers/promises";
import type { BukaError } from "../../core/index.ts";
import { createPageReader } from "../../ocr/index.ts";
import {
  type BatchEnd,
  type BatchProgress,
  type BatchTime,
  type Bot,
  createTrayWatch,
  haltError,
  type IntakeResult,
  type Lane,
  pauseHold,
  rebuildQueue,
  receiveTray,
  runBatch,
  type TrayWatch,
  type Workplace,
} from "../../queues/index.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { progressWords } from "./messages.ja.ts";
import { createProgress } from "./progress.ts";
import { queueWords } from "./queue-words.ja.ts";
import { type LastWords, workerStarter } from "./start-worker.ts";

/** Seconds after which the work of a worker that died is taken over. */
export const workerLeaseSeconds = 10;

/** A file must lie still for so long before it is received; one without its end is waited for longer. */
const traySettle = { settleSeconds: 2, patienceSeconds: 15 } as const;
/** Looks at a tray in which somebody is still writing, one per second. */
const trayLooks = 20;

/** The watch of this workplace's trays: site prefix out of the settings. */
export function watchOf(io: Io, place: Workplace): TrayWatch {
  return createTrayWatch({ prefix: place.settings.sitePrefix, ...traySettle }, io.clock);
}

/** Receives a tray, showing how far it is. Files that are being written are waited for, 20 seconds at most. */
export async function receive(
  io: Io,
  place: Workplace,
  bot: Bot,
  tray: { readonly folder: string; readonly receivedOn: string; readonly watch?: TrayWatch },
): Promise<IntakeResult> {
  const progress = createProgress(io);
  const pages = await createPageReader({ log: io.log });
  const watch = tray.watch ?? watchOf(io, place);
  try {
    const actor = { kind: "person" as const, name: place.settings.person };
    const doors = { store: place.store, evidence: place.evidence, log: io.log, pages, actor };
    const look = (): Promise<IntakeResult> =>
      receiveTray(doors, bot, { ...tray, watch }, (done, total) =>
        progress.show([{ name: progressWords.receive, done, total }]),
      );
    let all = await look();
    for (let n = 0; n < trayLooks && all.waiting.length > 0 && !tray.watch; n += 1) {
      if (io.signal.aborted) break;
      await idle(1000);
      all = together(all, await look());
    }
    return all;
  } finally {
    progress.end();
    await pages.close();
  }
}

/** What is still waiting counts as it is now; everything else adds up. */
function together(before: IntakeResult, now: IntakeResult): IntakeResult {
  return {
    ...now,
    cases: [...before.cases, ...now.cases],
    newCases: before.newCases + now.newCases,
    known: before.known + now.known,
    unopened: before.unopened + now.unopened,
  };
}

export interface BatchStart {
  readonly bot: string;
  readonly headed: boolean;
  readonly slow: boolean;
  readonly onStarted?: (lane: Lane, pid: number) => void;
  /** A schedule's time: ends the batch between two cases; the case in hand gets time to finish. */
  readonly time?: BatchTime;
}

export interface BatchResult extends BatchEnd {
  /** Why a lane stopped by itself. */
  readonly errors: readonly BukaError[];
}

/** Runs both lanes over everything that is open in the ledger for this bot. */
export async function work(io: Io, place: Workplace, start: BatchStart): Promise<BatchResult> {
  await rebuildQueue(place, start.bot);
  const progress = createProgress(io);
  const lastWords: LastWords[] = [];
  const { time } = start;
  let told = "";
  const tellPauses = ({ paused }: BatchProgress): void => {
    const lines = paused.map((p) => pauseHold(p).reason.message).join("\n");
    if (lines !== told) io.err(lines === "" ? queueWords.goesOn : lines);
    told = lines;
  };
  const startWorker = workerStarter({
    folder: place.folder,
    headed: start.headed,
    slow: start.slow,
    leaseSeconds: workerLeaseSeconds,
    onLastWords: (_lane, words) => lastWords.push(words),
    ...(start.onStarted ? { onStarted: start.onStarted } : {}),
  });
  try {
    const end = await runBatch(place, {
      startWorker,
      haltCode: exitCodes.halted,
      bot: start.bot,
      onProgress: (p) => {
        tellPauses(p);
        progress.show(stagesOf(p));
      },
      signal: time ? AbortSignal.any([io.signal, time.signal]) : io.signal,
      ...(time ? { graceSeconds: time.graceSeconds, waitUntil: time.waitUntil } : {}),
    });
    const held = end.held === null ? [] : [end.held];
    return { ...end, errors: [...lastWords.map((w) => haltError(w.what)), ...held] };
  } finally {
    progress.end();
  }
}

function stagesOf(progress: BatchProgress): { name: string; done: number; total: number }[] {
  const s = progress.states;
  const all = Object.values(s).reduce((sum, n) => sum + n, 0);
  const unread = s.received + s.read + s.checked;
  const toEnter = s.ready + s.entering + s.committing + s["in-doubt"];
  return [
    { name: progressWords.read, done: all - unread, total: all },
    { name: progressWords.enter, done: s.done, total: s.done + toEnter },
  ];
}
