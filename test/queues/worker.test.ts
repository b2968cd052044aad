/** The loop of a worker on a real queue: every job once, nothing held back when it stops, and room for whoever can do more. */
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { randomIds, silentLog, systemClock } from "../../core/index.ts";
import { openEmbeddedQueue } from "../../queues/embedded-queue-driver.ts";
import type { Job, QueueDriver } from "../../queues/index.ts";
import { queueError } from "../../queues/index.ts";
import { redisError } from "../../queues/redis-messages.ja.ts";
import { type JobResult, runWorker } from "../../queues/worker.ts";
import { storeError } from "../../store/index.ts";
import { freshFolder } from "../support/store-world.ts";

let queue: QueueDriver;

beforeEach(async () => {
  const file = join(await freshFolder(), "queue.db");
  queue = await openEmbeddedQueue(file, { clock: systemClock, ids: randomIds });
  onTestFinished(() => queue.close());
});

/** Works through the read lane until `work` aborts. */
function run(
  work: (job: Job, stop: AbortController) => JobResult,
  over: Partial<Parameters<typeof runWorker>[0]> = {},
) {
  const stop = new AbortController();
  return runWorker({
    lane: "read",
    holder: "w1",
    queue,
    log: silentLog,
    leaseSeconds: 30,
    signal: stop.signal,
    now: () => systemClock.now(),
    work: async (job) => work(job, stop),
    ...over,
  });
}

describe("a worker", () => {
  it("does every job once and leaves none in its hands when it is told to stop", async () => {
    await queue.enqueue("read", ["a", "b", "c", "d"]);
    const done: string[] = [];
    const halted = await run((job, stop) => {
      done.push(job.caseId);
      // Told while it works on the third: the fourth must not be taken along.
      if (done.length === 3) stop.abort();
      return { kind: "complete" };
    });
    expect(halted).toBeNull();
    expect(done).toEqual(["a", "b", "c"]);
    expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
  });

  it("puts a job back when the lane must halt, and says why", async () => {
    await queue.enqueue("read", ["a", "b"]);
    const error = queueError.noBot({ word: "x", near: null, known: [] });
    expect(await run(() => ({ kind: "halt", error }))).toBe(error);
    expect(await queue.counts("read")).toEqual({ waiting: 2, active: 0, delayed: 0 });
  });

  it("keeps off for a while after a job that only others can do", async () => {
    await queue.enqueue("read", ["a"]);
    const tries: number[] = [];
    await run((_job, stop) => {
      tries.push(performance.now());
      if (tries.length === 2) stop.abort();
      return { kind: "leave-to-others", restMillis: 300 };
    });
    expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThanOrEqual(290);
    expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
  });

  it("waits for a server that is away for a moment, and lets go of everything before", async () => {
    await queue.enqueue("read", ["a", "b"]);
    const said: string[] = [];
    let falls = 2;
    const flaky: QueueDriver = {
      ...queue,
      claim: async (...wish) => {
        if (falls > 0 && said.includes("a")) {
          falls -= 1;
          throw redisError.away({ host: "127.0.0.1:6379" });
        }
        return queue.claim(...wish);
      },
      exchange: () => Promise.reject(redisError.away({ host: "127.0.0.1:6379" })),
    };
    const halted = await run(
      (job, stop) => {
        said.push(job.caseId);
        if (job.caseId === "b") stop.abort();
        return { kind: "complete" };
      },
      { queue: flaky, letGo: async () => void said.push("let go") },
    );
    expect(halted).toBeNull();
    expect(said).toEqual(["a", "let go", "let go", "let go", "b"]);
  });

  it("gives up what somebody else has taken over, and goes on with the next", async () => {
    await queue.enqueue("read", ["a", "b"]);
    const lost = [
      storeError.oldFence({ shown: 1, now: 2 }),
      queueError.leaseLost({ lane: "入力" }),
    ];
    const letGo: string[] = [];
    const halted = await run(
      (_job, stop) => {
        const error = lost.shift();
        if (error) throw error;
        stop.abort();
        return { kind: "complete" };
      },
      { leaseSeconds: 0.5, letGo: async () => void letGo.push("all") },
    );
    expect(halted).toBeNull();
    expect(letGo).toHaveLength(2);
  });

  it("ends at once when waiting would not help: a full disk", async () => {
    await queue.enqueue("read", ["a"]);
    const error = storeError.diskFull({ path: "journal.db" });
    const ended = run(() => {
      throw error;
    });
    await expect(ended).rejects.toBe(error);
  });
});
