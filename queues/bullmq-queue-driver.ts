/** The bullmq queue: for several machines on one Redis. Case ids only; a lost Redis is rebuilt from the ledger. */
import type { Job as BullJob, JobJson, Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { z } from "zod";
import type { Clock, IdSource } from "../core/index.ts";
import { caseFlowError } from "./case-flow.ja.ts";
import { type EnqueueHow, type Job, type Lane, lanes, type QueueDriver } from "./job-queue.ts";
import { rankOf } from "./priority.ts";
import {
  connectRedis,
  loadPackage,
  namedRedisError,
  type RedisPlace,
  usedShare,
} from "./redis-server.ts";

export interface BullmqOptions extends RedisPlace {
  /** Begins every key; the same on all machines that share a ledger, different for other ledgers. */
  readonly name: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** How often dead workers are looked for; BullMQ needs up to two rounds after a lease has run out. */
  readonly sweepSeconds?: number;
}

const usualSweepSeconds = 5;
const prefix = "buka";
/** Long enough for one command. */
const lastWordMillis = 10_000;

/** Codes of BullMQ that mean: this claim is no longer ours. */
const notOurs = new Set([-1, -2, -3, -6]);

type Bull = typeof import("bullmq");

interface Lines {
  readonly queue: Queue;
  /** Opened with the first claim: who only adds needs no worker. */
  worker: Promise<OpenWorker> | null;
}

/** BullMQ leaves a connection that it was handed open: whoever made it ends it, or the process never does. */
interface OpenWorker {
  readonly bull: Worker;
  readonly connection: Redis;
  /** How long BullMQ itself leases a job that it hands out: what the first claim asked for. */
  readonly lockMillis: number;
}

interface Doors {
  readonly options: BullmqOptions;
  readonly bull: Bull;
  readonly redis: Redis;
  readonly lines: Readonly<Record<Lane, Lines>>;
  readonly claimed: Map<string, BullJob>;
}

/**
 * Opens the queue on a Redis server. BullMQ's own retries are off (maxStalledCount 0): a dead worker's job comes back as
 * another delivery, and what was done to the case is decided by the ledger alone. Throws QUE130–QUE136.
 */
export async function openBullmqQueue(options: BullmqOptions): Promise<QueueDriver> {
  const bull = await loadPackage("bullmq", () => import("bullmq"));
  const redis = await connectRedis(options);
  const line = (lane: Lane): Lines => {
    const queue = new bull.Queue(`${options.name}-${lane}`, { connection: redis, prefix });
    queue.on("error", () => undefined);
    return { queue, worker: null };
  };
  const doors: Doors = {
    options,
    bull,
    redis,
    lines: { read: line("read"), enter: line("enter") },
    claimed: new Map(),
  };
  return {
    enqueue: (lane, ids, how) => named(doors, () => enqueue(doors, { lane, ids, how: how ?? {} })),
    claim: (lane, holder, seconds) => named(doors, () => claim(doors, { lane, holder, seconds })),
    heartbeat: (job, seconds) => named(doors, () => heartbeat(doors, job, seconds)),
    complete: (job) => named(doors, () => complete(doors, job)),
    exchange: (job, holder, seconds) =>
      named(doors, () => exchange(doors, job, { lane: job.lane, holder, seconds })),
    defer: (job, runAt) => named(doors, () => defer(doors, job, runAt)),
    putBack: (job, runAt) => named(doors, () => putBack(doors, job, runAt)),
    setPriority: (lane, ids, priority) =>
      named(doors, () => setRank(doors, { lane, ids, rank: rankOf(priority) })),
    cancel: (lane, ids) => named(doors, () => cancel(doors, lane, ids)),
    counts: (lane) => named(doors, () => counts(doors, lane)),
    checkRoom: () =>
      named(doors, () => usedShare(doors.redis, options, `${prefix}:${options.name}:room`)),
    close: () => close(doors),
  };
}

/** Errors of the connection become sentences. */
async function named<T>(doors: Doors, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw namedRedisError(error, doors.options.url);
  }
}

async function enqueue(
  doors: Doors,
  wish: {
    readonly lane: Lane;
    readonly ids: readonly string[];
    readonly how: EnqueueHow;
  },
): Promise<number> {
  const { runAt } = wish.how;
  const delay = runAt === undefined ? 0 : millisUntil(doors, runAt);
  const priority = rankOf(wish.how.priority ?? 0);
  const { queue } = doors.lines[wish.lane];
  const wanted = [...new Set(wish.ids)];
  if (wanted.length === 0) return 0;
  const known = await Promise.all(wanted.map((id) => doors.redis.exists(queue.toKey(id))));
  const fresh = wanted.filter((_, i) => known[i] === 0);
  await queue.addBulk(
    fresh.map((jobId) => ({
      name: "case",
      data: {},
      opts: { jobId, delay, priority, attempts: 1, removeOnComplete: true, removeOnFail: true },
    })),
  );
  return fresh.length;
}

function workerOf(doors: Doors, lane: Lane, lockMillis: number): Promise<OpenWorker> {
  const line = doors.lines[lane];
  line.worker ??= openWorker(doors, line.queue.name, lockMillis);
  return line.worker;
}

async function openWorker(doors: Doors, name: string, lockMillis: number): Promise<OpenWorker> {
  const sweepMillis = (doors.options.sweepSeconds ?? usualSweepSeconds) * 1000;
  const connection = doors.redis.duplicate({ enableOfflineQueue: true });
  const worker = new doors.bull.Worker(name, null, {
    connection,
    prefix,
    autorun: false,
    lockDuration: lockMillis,
    stalledInterval: sweepMillis,
    maxStalledCount: 0,
  });
  worker.on("error", () => undefined);
  await worker.waitUntilReady();
  await worker.startStalledCheckTimer();
  return { bull: worker, connection, lockMillis };
}

interface ClaimWish {
  readonly lane: Lane;
  readonly holder: string;
  readonly seconds: number;
}

const millisOf = (wish: ClaimWish): number => Math.round(wish.seconds * 1000);

async function claim(doors: Doors, wish: ClaimWish): Promise<Job | null> {
  const { bull: worker } = await workerOf(doors, wish.lane, millisOf(wish));
  const token = `${wish.holder}:${doors.options.ids.next()}`;
  const got = await worker.getNextJob(token, { block: false });
  return got ? taken(doors, wish, got, token) : null;
}

/** Notes a job that BullMQ has just leased to us, for as long as was asked. */
async function taken(
  doors: Doors,
  wish: ClaimWish,
  got: BullJob,
  token: string,
): Promise<Job | null> {
  if (!got.id) return null;
  const { lockMillis } = await workerOf(doors, wish.lane, millisOf(wish));
  if (lockMillis !== millisOf(wish)) await got.extendLock(token, millisOf(wish));
  const job = { caseId: got.id, lane: wish.lane, delivery: got.attemptsStarted, token };
  doors.claimed.set(keyOf(job), got);
  return job;
}

/** What BullMQ answers when it was asked for the next job along with a completion: its fields and its id. */
const nextOfCompletion = z.tuple([z.looseObject({}), z.string()]).rest(z.unknown());

/** BullMQ leases the next job under the token of the one before: it is the same worker's. */
async function exchange(doors: Doors, job: Job, wish: ClaimWish): Promise<Job | null> {
  const answer = await letGo(doors, job, (held) => held.moveToCompleted(null, job.token, true));
  const next = nextOfCompletion.safeParse(answer);
  // Nothing came along: the lane may be empty, or the job was somebody else's.
  if (!next.success) return claim(doors, wish);
  const [fields, id] = next.data;
  const { bull: worker } = await workerOf(doors, wish.lane, millisOf(wish));
  const got = doors.bull.Job.fromJSON(worker, fields as unknown as JobJson, id);
  return taken(doors, wish, got, job.token);
}

const keyOf = (job: Pick<Job, "lane" | "caseId" | "token">): string =>
  `${job.lane} ${job.caseId} ${job.token}`;

async function heartbeat(doors: Doors, job: Job, seconds: number): Promise<boolean> {
  const held = doors.claimed.get(keyOf(job));
  if (!held) return false;
  const millis = Math.round(seconds * 1000);
  if ((await held.extendLock(job.token, millis)) > 0) return true;
  return revive(doors, job, millis);
}

/** A lease that ran out untouched is taken again: the lock first, so that nobody can be given the job in between. */
async function revive(doors: Doors, job: Job, millis: number): Promise<boolean> {
  const lock = doors.lines[job.lane].queue.toKey(`${job.caseId}:lock`);
  const taken = await doors.redis.set(lock, job.token, "PX", millis, "NX");
  if (taken !== "OK") return false;
  if (await doors.claimed.get(keyOf(job))?.isActive()) return true;
  await doors.redis.del(lock);
  return false;
}

async function complete(doors: Doors, job: Job): Promise<void> {
  await letGo(doors, job, (held) => held.moveToCompleted(null, job.token, false));
}

async function defer(doors: Doors, job: Job, runAt: string): Promise<void> {
  const at = Date.now() + millisUntil(doors, runAt);
  await letGo(doors, job, (held) => held.moveToDelayed(at, job.token));
}

/** BullMQ counts a start as soon as it hands the job out: one that was not begun is taken off again. */
async function putBack(doors: Doors, job: Job, runAt: string): Promise<void> {
  const at = Date.now() + millisUntil(doors, runAt);
  const { queue } = doors.lines[job.lane];
  await letGo(doors, job, async (held) => {
    await held.moveToDelayed(at, job.token);
    await doors.redis.hincrby(queue.toKey(job.caseId), "ats", -1);
  });
}

async function setRank(
  doors: Doors,
  to: { readonly lane: Lane; readonly ids: readonly string[]; readonly rank: number },
): Promise<void> {
  const { queue } = doors.lines[to.lane];
  for (const id of to.ids) {
    const job = await queue.getJob(id);
    // It may have been finished in between.
    await job?.changePriority({ priority: to.rank }).catch(ignoreMissing);
  }
}

function ignoreMissing(error: unknown): void {
  if (!isNotOurs(error)) throw error;
}

async function cancel(
  doors: Doors,
  lane: Lane,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { queue } = doors.lines[lane];
  const known = await Promise.all(ids.map((id) => doors.redis.exists(queue.toKey(id))));
  const taken: string[] = [];
  for (const id of ids.filter((_, i) => known[i] === 1))
    if ((await queue.remove(id)) === 1) taken.push(id);
  return taken;
}

/**
 * Gives what BullMQ answered. Null, and nothing happens, when somebody else has the job now; a lapsed lease that nobody
 * took is revived for this last word.
 */
async function letGo(
  doors: Doors,
  job: Job,
  say: (held: BullJob) => Promise<unknown>,
): Promise<unknown> {
  const held = doors.claimed.get(keyOf(job));
  if (!held) return null;
  try {
    return await say(held);
  } catch (error) {
    if (!isNotOurs(error)) throw error;
    return (await revive(doors, job, lastWordMillis)) ? await say(held) : null;
  } finally {
    doors.claimed.delete(keyOf(job));
  }
}

function isNotOurs(error: unknown): boolean {
  const code: unknown = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "number" && notOurs.has(code);
}

async function counts(
  doors: Doors,
  lane: Lane,
): Promise<{ readonly waiting: number; readonly active: number; readonly delayed: number }> {
  const found = await doors.lines[lane].queue.getJobCounts(
    "waiting",
    "prioritized",
    "active",
    "delayed",
  );
  return {
    waiting: (found["waiting"] ?? 0) + (found["prioritized"] ?? 0),
    active: found["active"] ?? 0,
    delayed: found["delayed"] ?? 0,
  };
}

/** Milliseconds from now to a written time; 0 when it is past. */
function millisUntil(doors: Doors, runAt: string): number {
  const time = Date.parse(runAt);
  if (Number.isNaN(time)) throw caseFlowError.badTime({ written: runAt });
  return Math.max(0, time - doors.options.clock.now().getTime());
}

async function close(doors: Doors): Promise<void> {
  for (const lane of lanes) {
    const { queue, worker } = doors.lines[lane];
    const open = await worker?.catch(() => null);
    await open?.bull.close(true).catch(() => undefined);
    open?.connection.disconnect();
    await queue.close().catch(() => undefined);
  }
  doors.redis.disconnect();
}
