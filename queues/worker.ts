/** The loop of a worker: claim, keep the lease alive, work, hand over; stops between two jobs when told. */
import { setTimeout as idle } from "node:timers/promises";
import { type BukaError, isBukaError, type Log } from "../core/index.ts";
import { storeError } from "../store/index.ts";
import type { Job, Lane, QueueDriver } from "./job-queue.ts";
import { laneNames, queueError } from "./messages.ja.ts";

/** What a lane does with one job. */
export type JobResult =
  | { readonly kind: "complete" }
  | { readonly kind: "defer"; readonly runAt: string }
  /** Not begun: it waits until `runAt` without counting as a try. */
  | { readonly kind: "put-back"; readonly runAt: string }
  /** Put it back for somebody else now, and ask for nothing for so long. */
  | { readonly kind: "leave-to-others"; readonly restMillis: number }
  /** Put the job back and end the worker. */
  | { readonly kind: "halt"; readonly error: BukaError };

export interface WorkerOptions {
  readonly lane: Lane;
  /** Unique name of this worker process. */
  readonly holder: string;
  readonly queue: QueueDriver;
  readonly log: Log;
  readonly leaseSeconds: number;
  /** Called for every job; must be safe to repeat. */
  readonly work: (job: Job) => Promise<JobResult>;
  /** Called with every heartbeat; throwing ends the worker at once. */
  readonly beat?: () => Promise<void>;
  /** Called when a server or a lease was gone in the middle of something: whatever belongs to the case in hand must end here. */
  readonly letGo?: () => Promise<void>;
  /** Ends the loop between two jobs. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

const pollMillis = 200;
/** A server that is restarted is back within seconds; a new process would take longer than waiting for it. */
const outageTries = 15;
const outageRestMillis = 1_000;

/** Runs until the signal or a halt. Gives the halt's error, or null. A server that is away for a moment, and a lost lease, are got over. */
export async function runWorker(options: WorkerOptions): Promise<BukaError | null> {
  const { lane, holder, queue, log, signal } = options;
  log.info("worker-started", { lane, holder });
  let job: Job | null = null;
  let outages = 0;
  while (!signal.aborted) {
    try {
      const turn: Turn = await oneTurn(options, job);
      if (turn.halt) return turn.halt;
      job = turn.next;
      outages = 0;
    } catch (error) {
      outages += 1;
      if (!isPassing(error) || outages > outageTries) throw error;
      log.error("worker-let-go", { lane, code: error.code });
      // The job is left to its lease: what became of its case is for the ledger to say, to whoever has it next.
      job = null;
      await options.letGo?.();
      await rest(outageRestMillis, signal);
    }
  }
  // Claimed along with the last completion, and not begun: somebody else may have it at once.
  if (job) await queue.putBack(job, options.now().toISOString());
  log.info("worker-stopped", { lane, holder });
  return null;
}

interface Turn {
  readonly next: Job | null;
  readonly halt?: BukaError;
}

/** One job from claim to hand-over, or a rest when there is none. */
async function oneTurn(options: WorkerOptions, had: Job | null): Promise<Turn> {
  const { lane, holder, queue } = options;
  const job = had ?? (await queue.claim(lane, holder, options.leaseSeconds));
  if (!job) {
    await options.beat?.();
    await rest(pollMillis, options.signal);
    return { next: null };
  }
  const result = await workWithHeartbeat(options, job);
  if (result.kind !== "halt") return { next: await handOver(options, job, result) };
  await queue.putBack(job, options.now().toISOString());
  return { next: null, halt: result.error };
}

/** Somebody else has the account or the job, because this process was too slow for its leases: no reason to start another one. */
const takenOver = new Set([
  storeError.table.oldFence.code,
  storeError.table.leaseLost.code,
  queueError.table.leaseLost.code,
]);

/** A full disk does not pass by itself within seconds: somebody has to be told. */
function isPassing(error: unknown): error is BukaError {
  if (!isBukaError(error)) return false;
  if (takenOver.has(error.code)) return true;
  return error.kind === "environment" && error.retryable && error.code !== full;
}
const full = storeError.table.diskFull.code;

/** Ends one job; gives the next one where it came along. */
async function handOver(
  options: WorkerOptions,
  job: Job,
  result: Exclude<JobResult, { kind: "halt" }>,
): Promise<Job | null> {
  const { queue, holder, leaseSeconds, signal } = options;
  if (result.kind === "complete") {
    if (!signal.aborted) return queue.exchange(job, holder, leaseSeconds);
    await queue.complete(job);
    return null;
  }
  if (result.kind === "defer") await queue.defer(job, result.runAt);
  else if (result.kind === "put-back") await queue.putBack(job, result.runAt);
  else {
    await queue.putBack(job, options.now().toISOString());
    await rest(result.restMillis, signal);
  }
  return null;
}

async function rest(millis: number, signal: AbortSignal): Promise<void> {
  await idle(millis, undefined, { signal }).catch(() => undefined);
}

async function workWithHeartbeat(options: WorkerOptions, job: Job): Promise<JobResult> {
  const lost: { why: Error | null } = { why: null };
  const beat = async (): Promise<void> => {
    const ours = await options.queue.heartbeat(job, options.leaseSeconds);
    if (!ours) throw queueError.leaseLost({ lane: laneNames[options.lane] });
    await options.beat?.();
  };
  const timer = setInterval(
    () => {
      beat().catch((error: unknown) => {
        lost.why =
          error instanceof Error ? error : queueError.leaseLost({ lane: laneNames[options.lane] });
      });
    },
    (options.leaseSeconds * 1000) / 3,
  );
  try {
    const result = await options.work(job);
    if (lost.why !== null) throw lost.why;
    return result;
  } finally {
    clearInterval(timer);
  }
}
