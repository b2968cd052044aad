/** Keeps one process per lane at work until nothing is left to do; a process that dies is replaced. */
import type { ChildProcess } from "node:child_process";
import { setTimeout as idle } from "node:timers/promises";
import type { BukaError, CaseState } from "../core/index.ts";
import { createEntryGate, type EntryGate } from "./entry-gate.ts";
import { type Lane, lanes, type Pause } from "./job-queue.ts";
import { laneNames, queueError } from "./messages.ja.ts";
import { readPauses } from "./ordered-queue.ts";
import { laneStates, rebuildQueue } from "./refill.ts";
import { watchStopOrder } from "./stop-order.ts";
import type { Workplace } from "./workplace.ts";

/** How far a batch is: cases by state and jobs by lane. */
export interface BatchProgress {
  readonly states: Readonly<Record<CaseState, number>>;
  readonly waiting: Readonly<Record<Lane, number>>;
  /** Pauses that concern this batch. */
  readonly paused: readonly Pause[];
}

export interface BatchOptions {
  /** Starts the worker process of a lane with a channel to it; it must use the same workspace and end when the channel does. */
  readonly startWorker: (lane: Lane) => ChildProcess;
  /** Exit code of a worker that was told to halt (refused log-in, system away). */
  readonly haltCode: number;
  readonly bot: string | null;
  readonly onProgress: (progress: BatchProgress) => void;
  readonly signal: AbortSignal;
  /** Seconds that a worker gets to finish the case in its hands before it is killed. */
  readonly graceSeconds?: number;
  /** A system that opens before this is waited for; without it, a closed system ends the batch. */
  readonly waitUntil?: Date;
}

/** How a batch ended. */
export interface BatchEnd {
  /** True when every case is at its end or waits for a person. */
  readonly idle: boolean;
  /** Lanes that halted by themselves. */
  readonly halted: readonly Lane[];
  /** Worker processes that died and were replaced. */
  readonly deaths: number;
  /** Why cases were left waiting, when that was the hours of a system. */
  readonly held: BukaError | null;
}

const greatestDeathsWithoutProgress = 15;
const pollMillis = 250;
const usualGraceSeconds = 15;
/** 登録中 is cut off only when the target has not answered for so long; the case is looked up then. */
const commitGraceSeconds = 120;
/** Looks at an empty queue with open cases before it is filled again, and how often that is tried without progress. */
const looksBeforeRefill = 8;
const greatestRefills = 3;

/** Runs one batch: both lanes side by side. Throws QUE118 when a lane keeps dying without progress. */
export async function runBatch(place: Workplace, options: BatchOptions): Promise<BatchEnd> {
  const stopOrdered = await watchStopOrder(place.store);
  const gate = createEntryGate(place);
  const refill = createRefill(place, options.bot);
  const crew = lanes.map((lane) => createPost(lane, options));
  const halted = (): readonly Lane[] => crew.filter((p) => p.halted()).map((p) => p.lane);
  const endOf = (end: { readonly idle: boolean; readonly held: BukaError | null }): BatchEnd => ({
    ...end,
    halted: halted(),
    deaths: crew.reduce((sum, p) => sum + p.deaths(), 0),
  });
  try {
    for (;;) {
      const progress = await look(place, options.bot);
      const stopped = options.signal.aborted || (await stopOrdered());
      options.onProgress(progress);
      if (stopped) return endOf({ idle: false, held: null });
      for (const post of crew) post.tend(JSON.stringify(progress.states));
      const held = await heldBy(gate, options, progress);
      const at = { halted: halted(), held, bot: options.bot };
      if (isIdle(progress, at) && (await mayEnd(place, at, () => refill(progress, halted()))))
        return endOf({ idle: held === null && halted().length === 0, held });
      await idle(pollMillis);
    }
  } finally {
    const grace = options.graceSeconds ?? usualGraceSeconds;
    const committing = async (): Promise<boolean> =>
      (await place.store.countByState(options.bot)).committing > 0;
    await Promise.all(crew.map((post) => post.end(grace, committing)));
  }
}

/** The hours that keep the rest of the cases waiting for longer than this batch does; null while there is something to do. */
async function heldBy(
  gate: EntryGate,
  options: BatchOptions,
  { states, waiting }: BatchProgress,
): Promise<BukaError | null> {
  if (waiting.enter === 0 || states.ready + states["in-doubt"] === 0) return null;
  if (options.bot === null || states.entering + states.committing > 0) return null;
  const hold = await gate.service(options.bot);
  const worthIt = hold?.until && options.waitUntil && hold.until < options.waitUntil;
  return hold && !worthIt ? hold.reason : null;
}

/** A held batch takes its cases out of the line; any other one makes sure that the line was not just lost. */
async function mayEnd(
  place: Workplace,
  at: { readonly held: BukaError | null; readonly bot: string | null },
  refill: () => Promise<"again" | "done">,
): Promise<boolean> {
  if (at.held === null) return (await refill()) === "done";
  await withdrawHeld(place, at.bot);
  return true;
}

/** Cases that wait for hours would keep other batches waiting for nothing: whoever goes on fetches them from the ledger. */
async function withdrawHeld(place: Workplace, bot: string | null): Promise<void> {
  const filter = bot === null ? {} : { bot };
  const ready = await place.store.listCases({ ...filter, states: ["ready", "in-doubt"] });
  await place.queue.cancel(
    "enter",
    ready.map((c) => c.id),
  );
}

/** A queue that is empty although cases are open has been lost: "again" while filling it may help, else "done". */
function createRefill(place: Workplace, bot: string | null) {
  let looks = 0;
  let refills = 0;
  let seen = "";
  return async (progress: BatchProgress, halted: readonly Lane[]): Promise<"again" | "done"> => {
    if (halted.length > 0 || openCases(progress, lanes) === 0) return "done";
    const states = JSON.stringify(progress.states);
    if (states !== seen) [seen, looks, refills] = [states, 0, 0];
    looks += 1;
    if (looks < looksBeforeRefill) return "again";
    if (refills === greatestRefills) return "done";
    [looks, refills] = [0, refills + 1];
    await rebuildQueue(place, bot);
    return "again";
  };
}

function createPost(lane: Lane, options: BatchOptions) {
  let child: ChildProcess | null = null;
  let gone = false;
  let halted = false;
  let deaths = 0;
  let deathsSince = 0;
  let seen = "";
  const start = (): void => {
    gone = false;
    child = options.startWorker(lane);
    child.once("exit", (code) => {
      gone = true;
      halted = code === options.haltCode;
    });
    child.once("error", () => {
      gone = true;
    });
  };
  return {
    lane,
    halted: () => halted,
    deaths: () => deaths,
    tend(states: string): void {
      if (states !== seen) deathsSince = 0;
      seen = states;
      if (child && !gone) return;
      if (child && !halted) {
        deaths += 1;
        deathsSince += 1;
      }
      if (deathsSince > greatestDeathsWithoutProgress) {
        throw queueError.workerKeepsDying({ lane: laneNames[lane], times: deathsSince });
      }
      if (!halted) start();
    },
    async end(graceSeconds: number, committing: () => Promise<boolean>): Promise<void> {
      const old = child;
      if (!old || gone) return;
      // Only our own workers are meant: those of another machine on the same ledger have work of their own.
      if (old.connected) old.disconnect();
      const exit = new Promise((resolve) => old.once("exit", resolve));
      await Promise.race([exit, idle(graceSeconds * 1000, undefined, { ref: false })]);
      const last = performance.now() + commitGraceSeconds * 1000;
      while (!gone && lane === "enter" && performance.now() < last && (await committing()))
        await Promise.race([exit, idle(pollMillis)]);
      if (!gone) old.kill("SIGKILL");
    },
  };
}

async function look(place: Workplace, bot: string | null): Promise<BatchProgress> {
  const [states, read, enter, pauses] = [
    await place.store.countByState(bot),
    await place.queue.counts("read"),
    await place.queue.counts("enter"),
    await readPauses(place.store),
  ];
  const all = (c: typeof read): number => c.waiting + c.active + c.delayed;
  return {
    states,
    waiting: { read: all(read), enter: all(enter) },
    paused: pauses.filter((p) => p.bot === null || p.bot === bot),
  };
}

/** A lane has nothing left when its line is empty, or when what stands there belongs to other bots. */
function isIdle(
  progress: BatchProgress,
  at: {
    readonly halted: readonly Lane[];
    readonly held: BukaError | null;
    readonly bot: string | null;
  },
): boolean {
  return lanes.every((lane) => {
    if (at.halted.includes(lane) || progress.waiting[lane] === 0) return true;
    const doubt = lane === "enter" ? progress.states["in-doubt"] : 0;
    const own = openCases(progress, [lane]) + doubt;
    if (lane === "enter" && at.held) return true;
    return at.bot !== null && own === 0;
  });
}

/** Cases that a worker has to move on; those in doubt may wait for a person. */
function openCases({ states }: BatchProgress, of: readonly Lane[]): number {
  const open = of.flatMap((lane) => laneStates[lane]).filter((s) => s !== "in-doubt");
  return open.reduce((sum, state) => sum + states[state], 0);
}

/** Makes a BukaError of a halted lane's last words, for the caller's report. */
export function haltError(why: string): BukaError {
  return queueError.laneHalted({ why });
}
