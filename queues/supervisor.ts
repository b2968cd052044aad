/** Keeps one process per lane at work until nothing is left to do; a process that dies is replaced. */
import type { ChildProcess } from "node:child_process";
import { setTimeout as idle } from "node:timers/promises";
import type { BukaError, CaseState } from "../core/index.ts";
import type { Lane } from "./job-queue.ts";
import { laneNames, queueError } from "./messages.ja.ts";
import { watchStopOrder } from "./stop-order.ts";
import type { Workplace } from "./workplace.ts";

/** How far a batch is: cases by state and jobs by lane. */
export interface BatchProgress {
  readonly states: Readonly<Record<CaseState, number>>;
  readonly waiting: Readonly<Record<Lane, number>>;
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
}

/** How a batch ended. */
export interface BatchEnd {
  /** True when every case is at its end or waits for a person. */
  readonly idle: boolean;
  /** Lanes that halted by themselves. */
  readonly halted: readonly Lane[];
  /** Worker processes that died and were replaced. */
  readonly deaths: number;
}

const lanes: readonly Lane[] = ["read", "enter"];
const greatestDeathsWithoutProgress = 15;
const pollMillis = 250;
const usualGraceSeconds = 15;

/** Runs one batch: both lanes side by side. Throws QUE118 when a lane keeps dying without progress. */
export async function runBatch(place: Workplace, options: BatchOptions): Promise<BatchEnd> {
  const stopOrdered = await watchStopOrder(place.store);
  const crew = lanes.map((lane) => createPost(lane, options));
  try {
    for (;;) {
      const progress = await look(place, options.bot);
      const stopped = options.signal.aborted || (await stopOrdered());
      options.onProgress(progress);
      if (!stopped) for (const post of crew) post.tend(JSON.stringify(progress.states));
      const halted = crew.filter((p) => p.halted()).map((p) => p.lane);
      if (stopped || isIdle(progress, halted)) {
        const deaths = crew.reduce((sum, p) => sum + p.deaths(), 0);
        return { idle: !stopped && halted.length === 0, halted, deaths };
      }
      await idle(pollMillis);
    }
  } finally {
    const grace = options.graceSeconds ?? usualGraceSeconds;
    await Promise.all(crew.map((post) => post.end(grace)));
  }
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
    async end(graceSeconds: number): Promise<void> {
      const old = child;
      if (!old || gone) return;
      // Only our own workers are meant: those of another machine on the same ledger have work of their own.
      if (old.connected) old.disconnect();
      await Promise.race([
        new Promise((resolve) => old.once("exit", resolve)),
        idle(graceSeconds * 1000, undefined, { ref: false }),
      ]);
      if (!gone) old.kill("SIGKILL");
    },
  };
}

async function look(place: Workplace, bot: string | null): Promise<BatchProgress> {
  const [states, read, enter] = [
    await place.store.countByState(bot),
    await place.queue.counts("read"),
    await place.queue.counts("enter"),
  ];
  const all = (c: typeof read): number => c.waiting + c.active + c.delayed;
  return { states, waiting: { read: all(read), enter: all(enter) } };
}

function isIdle(progress: BatchProgress, halted: readonly Lane[]): boolean {
  return lanes.every((lane) => halted.includes(lane) || progress.waiting[lane] === 0);
}

/** Makes a BukaError of a halted lane's last words, for the caller's report. */
export function haltError(why: string): BukaError {
  return queueError.laneHalted({ why });
}
