/** Batches side by side on one ledger, and the order to stop: each ends its own workers, and only those. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as idle } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { randomIds, silentLog, systemClock } from "../../core/index.ts";
import { openEmbeddedQueue } from "../../queues/embedded-queue-driver.ts";
import {
  type BatchEnd,
  orderStop,
  runBatch,
  type Workplace,
  watchStopOrder,
} from "../../queues/index.ts";
import { openStore } from "../../store/index.ts";
import { emptyFolder } from "../support/program.ts";

/** A worker that does nothing and ends with its channel, as ours do. */
const sleeper =
  'process.once("disconnect", () => process.exit(0)); setInterval(() => {}, 1000); process.send("here");';
const world = { clock: systemClock, ids: randomIds };

/** Only what a batch looks at. */
async function openPlace(): Promise<Workplace> {
  const folder = await emptyFolder();
  const { store } = await openStore(folder, world);
  const queue = await openEmbeddedQueue(join(folder, "queue.db"), world);
  onTestFinished(async () => {
    await queue.close();
    await store.close();
  });
  return { store, queue, ...world, log: silentLog } as unknown as Workplace;
}

function startBatch(place: Workplace): {
  readonly end: Promise<BatchEnd>;
  readonly workers: ChildProcess[];
  readonly stop: () => void;
} {
  const stop = new AbortController();
  const workers: ChildProcess[] = [];
  const end = runBatch(place, {
    startWorker: () => {
      const child = spawn(process.execPath, ["-e", sleeper], {
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      });
      // Counted once it has an ear for the channel.
      child.once("message", () => workers.push(child));
      return child;
    },
    haltCode: 20,
    bot: null,
    onProgress: () => undefined,
    signal: stop.signal,
  });
  return { end, workers, stop: () => stop.abort() };
}

async function started(batch: { readonly workers: readonly ChildProcess[] }): Promise<void> {
  while (batch.workers.length < 2) await idle(20);
}

const exits = (batch: { readonly workers: readonly ChildProcess[] }): (number | null)[] =>
  batch.workers.map((w) => w.exitCode);

describe("two batches on one ledger", () => {
  it("one that ends leaves the workers of the other alone, and needs no force for its own", async () => {
    const place = await openPlace();
    await place.queue.enqueue("enter", ["a"]);
    const [here, there] = [startBatch(place), startBatch(place)];
    await Promise.all([started(here), started(there)]);
    here.stop();
    expect(await here.end).toMatchObject({ idle: false, deaths: 0 });
    expect(exits(here)).toEqual([0, 0]);
    expect(exits(there)).toEqual([null, null]);
    there.stop();
    expect(await there.end).toMatchObject({ deaths: 0 });
  });

  it("an order to stop ends both, and does not concern what is started after it", async () => {
    const place = await openPlace();
    await place.queue.enqueue("enter", ["a"]);
    const [here, there] = [startBatch(place), startBatch(place)];
    await Promise.all([started(here), started(there)]);
    await orderStop(place.store, world);
    for (const batch of [here, there]) {
      expect(await batch.end).toMatchObject({ idle: false, deaths: 0 });
      expect(exits(batch)).toEqual([0, 0]);
    }
    const ordered = await watchStopOrder(place.store);
    expect(await ordered()).toBe(false);
  });
});
