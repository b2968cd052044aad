/** The loop of a worker: claim, keep the lease alive, work, hand over; stops between two jobs when told. */
import { setTimeout as idle } from "node:timers/promises";
import type { BukaError, Log } from "../core/index.ts";
import type { Job, JobQueue, Lane } from "./job-queue.ts";
import { laneNames, queueError } from "./messages.ja.ts";

/** What a lane does with one job. */
export type JobResult =
  | { readonly kind: "complete" }
  | { readonly kind: "defer"; readonly runAt: string }
  /** Put it back for somebody else now, and ask for nothing for so long. */
  | { readonly kind: "leave-to-others"; readonly restMillis: number }
  /** Put the job back and end the worker. */
  | { readonly kind: "halt"; readonly error: BukaError };

export interface WorkerOptions {
  readonly lane: Lane;
  /** Unique name of this worker process. */
  readonly holder: string;
  readonly queue: JobQueue;
  readonly log: Log;
  readonly leaseSeconds: number;
  /** Called for every job; must be safe to repeat. */
  readonly work: (job: Job) => Promise<JobResult>;
  /** Called with every heartbeat; throwing ends the worker at once. */
  readonly beat?: () => Promise<void>;
  /** Ends the loop between two jobs. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

const pollMillis = 200;

/** Runs until the signal or a halt. Gives the halt's error, or null. */
export async function runWorker(options: WorkerOptions): Promise<BukaError | null> {
  const { lane, holder, queue, log } = options;
  log.info("worker-started", { lane, holder });
  let job: Job | null = null;
  while (!options.signal.aborted) {
    job ??= await queue.claim(lane, holder, options.leaseSeconds);
    if (!job) {
      await options.beat?.();
      await rest(pollMillis, options.signal);
      continue;
    }
    const result = await workWithHeartbeat(options, job);
    if (result.kind === "halt") {
      await queue.defer(job, options.now().toISOString());
      return result.error;
    }
    job = await handOver(options, job, result);
  }
  // Claimed along with the last completion, and not begun: somebody else may have it at once.
  if (job) await queue.defer(job, options.now().toISOString());
  log.info("worker-stopped", { lane, holder });
  return null;
}

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
  await queue.defer(job, result.kind === "defer" ? result.runAt : options.now().toISOString());
  if (result.kind === "leave-to-others") await rest(result.restMillis, signal);
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
