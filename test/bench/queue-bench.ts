/** `npm run bench -- queue [--json] [--jobs 3000] [--rounds 5]`: our queue beside raw BullMQ, and at a million waiting cases. */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { randomIds, systemClock } from "../../core/index.ts";
import { openBullmqQueue } from "../../queues/bullmq-queue-driver.ts";
import { openEmbeddedQueue } from "../../queues/embedded-queue-driver.ts";
import type { JobQueue, QueueDriver } from "../../queues/index.ts";
import { createJobQueue } from "../../queues/ordered-queue.ts";
import { openPostgresQueue } from "../../queues/postgres-queue-driver.ts";
import { openStore } from "../../store/index.ts";
import {
  type PostgresProcess,
  postgresIsHere,
  startPostgres,
} from "../support/postgres-process.ts";
import { redisIsHere, startRedis } from "../support/redis-process.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    jobs: { type: "string", default: "3000" },
    rounds: { type: "string", default: "5" },
    many: { type: "string", default: "1000000" },
  },
});
const jobs = Number(values.jobs);
const rounds = Number(values.rounds);
const many = Number(values.many);
const few = 1000;

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly target: string;
  readonly met: boolean;
  readonly peer: string;
}

const figures: Figure[] = [];
const round = (n: number): number => Math.round(n * 100) / 100;
const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}`);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function add(name: string, value: number, least: number | null, more: Partial<Figure> = {}): void {
  const met = more.met ?? (least === null || value >= least);
  const target = more.target ?? (least === null ? "" : `≥ ${least}`);
  const figure = { name, value: round(value), target, met, peer: more.peer ?? "" };
  figures.push(figure);
  if (!values.json) show(figure);
}

function show(f: Figure): void {
  const verdict = f.met ? "達成" : "未達";
  process.stdout.write(`${verdict}  ${f.name}  ${f.value}  目標 ${f.target}  ${f.peer}\n`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** Jobs per second through the loop of our workers (claim, then exchange), in so many loops at once. */
async function speed(queue: JobQueue, loops: number, prefix: string): Promise<number> {
  await queue.enqueue("enter", names(prefix, jobs));
  const loop = async (n: number): Promise<void> => {
    for (let job = await queue.claim("enter", `w${n}`, 30); job; )
      job = await queue.exchange(job, `w${n}`, 30);
  };
  const took = await seconds(async () => {
    await Promise.all(Array.from({ length: loops }, (_, n) => loop(n)));
  });
  return jobs / took;
}

/** The same number of empty jobs through BullMQ's own worker on the same server. */
async function rawSpeed(url: string, concurrency: number, name: string): Promise<number> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue(name, { connection });
  await queue.addBulk(
    names("job", jobs).map((jobId) => ({
      name: "case",
      data: {},
      opts: { jobId, removeOnComplete: true, removeOnFail: true },
    })),
  );
  const own = connection.duplicate();
  const worker = new Worker(name, async () => undefined, {
    connection: own,
    concurrency,
    autorun: false,
    maxStalledCount: 0,
  });
  await worker.waitUntilReady();
  const took = await seconds(async () => {
    let left = jobs;
    const done = new Promise<void>((resolve) => {
      worker.on("completed", () => {
        left -= 1;
        if (left === 0) resolve();
      });
    });
    void worker.run();
    await done;
  });
  await worker.close(true);
  await queue.close();
  own.disconnect();
  connection.disconnect();
  return jobs / took;
}

/** Peer and our own take turns, so that whatever else the machine does falls on both; the first round warms up and does not count. */
async function redisFigures(folder: string): Promise<void> {
  const redis = await startRedis(["--appendfsync", "everysec"]);
  try {
    for (const loops of [1, 50]) {
      const pairs: { readonly raw: number; readonly own: number }[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const raw = await rawSpeed(redis.url, loops, `raw-${loops}-${round}`);
        pairs.push({ raw, own: await ownSpeed(folder, redis.url, { loops, round }) });
      }
      const counted = pairs.slice(1);
      const [raw, own] = [median(counted.map((p) => p.raw)), median(counted.map((p) => p.own))];
      const peer = `素の BullMQ ${Math.round(raw)} 件/秒、buka ${Math.round(own)} 件/秒（${rounds} 回の中央値）`;
      const share = median(counted.map((p) => p.own / p.raw));
      add(`bullmq 並び ${loops}（素の BullMQ に対する割合）`, share, 0.8, { peer });
    }
  } finally {
    await redis.stop();
  }
}

async function ownSpeed(
  folder: string,
  url: string,
  { loops, round }: { readonly loops: number; readonly round: number },
): Promise<number> {
  const name = `bench-${loops}-${round}`;
  const world = { clock: systemClock, ids: randomIds };
  const queue = await withOrders(
    folder,
    await openBullmqQueue({ url, password: null, name, ...world }),
  );
  const own = await speed(queue, loops, `c${loops}`);
  await queue.close();
  return own;
}

async function embedded(folder: string, name: string, synchronous: "FULL" | "NORMAL") {
  const options = { clock: systemClock, ids: randomIds, synchronous };
  return withOrders(folder, await openEmbeddedQueue(join(folder, `${name}.db`), options));
}

/** As a workplace has it: with the pauses that stand in the ledger. */
async function withOrders(folder: string, driver: QueueDriver): Promise<JobQueue> {
  const { store } = await openStore(folder, { clock: systemClock, ids: randomIds });
  const queue = createJobQueue(driver, store, systemClock);
  const close = async (): Promise<void> => {
    await queue.close();
    await store.close();
  };
  return { ...queue, close };
}

async function embeddedFigures(folder: string): Promise<void> {
  for (const [mode, least] of [
    ["FULL", 600],
    ["NORMAL", 5000],
  ] as const) {
    const found: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const queue = await embedded(folder, `${mode}-${round}`, mode);
      found.push(await speed(queue, 1, mode));
      await queue.close();
    }
    const peer = `${rounds} 回の中央値、最も速い回 ${Math.round(Math.max(...found))}`;
    add(`内蔵 ${mode}（件/秒）`, median(found), least, { peer });
  }
}

interface Costs {
  readonly enqueue: number;
  readonly claim: number;
  readonly counts: number;
}

/** Milliseconds of one call each, the median of 200. */
async function costs(queue: JobQueue, prefix: string): Promise<Costs> {
  const each = async (work: (n: number) => Promise<unknown>): Promise<number> => {
    const took: number[] = [];
    for (let n = 0; n < 200; n += 1)
      took.push((await seconds(async () => void (await work(n)))) * 1000);
    return median(took);
  };
  const enqueue = await each((n) => queue.enqueue("enter", [`${prefix}-${n}`]));
  const claim = await each(() => queue.claim("enter", "w", 30));
  return { enqueue, claim, counts: await each(() => queue.counts("enter")) };
}

/** Costs at a thousand and at a million waiting cases. */
async function sizeFigures(what: string, open: (name: string) => Promise<JobQueue>): Promise<void> {
  const small = await open("small");
  await small.enqueue("enter", names("s", few));
  const large = await open("large");
  const fill = await seconds(async () => {
    for (let n = 0; n < many; n += 50_000)
      await large.enqueue("enter", names(`l${n}`, Math.min(50_000, many - n)));
  });
  add(`${what} ${many} 件を積む（件/秒）`, many / fill, null);
  const [at, of] = [await costs(large, "more"), await costs(small, "more")];
  for (const key of ["enqueue", "claim", "counts"] as const) {
    const times = at[key] / of[key];
    const peer = `${few} 件で ${round(of[key])} ms、${many} 件で ${round(at[key])} ms`;
    add(`${what} ${many} 件のときの ${key}（倍）`, times, null, {
      met: times <= 2,
      target: "≤ 2",
      peer,
    });
  }
  await Promise.all([small.close(), large.close()]);
}

async function onPostgres(
  folder: string,
  server: PostgresProcess,
  name: string,
): Promise<JobQueue> {
  const { password } = server;
  const world = { clock: systemClock, ids: randomIds };
  const queue = await openPostgresQueue({ url: server.url("line"), password, name, ...world });
  return withOrders(folder, queue);
}

/** A durable server as it comes (fsync on); the queue itself asks for no sync, because the ledger has everything. */
async function postgresFigures(folder: string): Promise<void> {
  const server = await startPostgres();
  try {
    for (const loops of [1, 50]) {
      const found: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const queue = await onPostgres(folder, server, `c${loops}-${round}`);
        found.push(await speed(queue, loops, "p"));
        await queue.close();
      }
      const counted = found.slice(1);
      const peer = `${rounds} 回の中央値、最も速い回 ${Math.round(Math.max(...counted))}`;
      add(`PostgreSQL 並び ${loops}（件/秒）`, median(counted), 300, { peer });
    }
    await sizeFigures("PostgreSQL", (name) => onPostgres(folder, server, name));
  } finally {
    await server.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), "buka-queue-bench-"));
try {
  if (redisIsHere) await redisFigures(folder);
  await embeddedFigures(folder);
  await sizeFigures("内蔵", (name) => embedded(folder, name, "NORMAL"));
  if (postgresIsHere) await postgresFigures(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
const met = figures.every((f) => f.met);
// Speeds fall with whatever else the machine does; shares and multiples hardly do.
const load = loadavg().map(round);
if (values.json)
  process.stdout.write(`${JSON.stringify({ jobs, rounds, many, load, met, figures })}\n`);
else process.stdout.write(`負荷（1・5・15 分） ${load.join(" ")}\n`);
process.exit(met ? 0 : 1);
