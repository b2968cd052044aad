/** The embedded queue keeps the contract of all queues, and what is its own: one file, several processes, no personal data. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { randomIds, systemClock } from "../../core/index.ts";
import { openEmbeddedQueue } from "../../queues/embedded-queue-driver.ts";
import { createJobQueue } from "../../queues/ordered-queue.ts";
import { openStore } from "../../store/index.ts";
import { jobQueueContract } from "../contract/job-queue.ts";
import { startChild } from "../support/child-process.ts";
import { clockAt, countedIds, freshFolder, refusal } from "../support/store-world.ts";

jobQueueContract("embedded", async () => {
  const clock = clockAt("2026-11-20T01:00:00.000Z");
  const doors = { clock, ids: countedIds("token") };
  const folder = await freshFolder();
  const driver = await openEmbeddedQueue(join(folder, "queue.db"), doors);
  const { store } = await openStore(folder, doors);
  const queue = createJobQueue(driver, store, clock);
  onTestFinished(async () => void (await Promise.all([queue.close(), store.close()])));
  const pass = async (seconds: number): Promise<void> => clock.pass(seconds);
  return { queue, time: { unit: 1, now: () => clock.now(), pass } };
});

const options = { clock: systemClock, ids: randomIds };

describe("embedded queue file", () => {
  it("gives 500 jobs to two processes, each job exactly once", async () => {
    const file = join(await freshFolder(), "queue.db");
    const queue = await openEmbeddedQueue(file, options);
    onTestFinished(() => queue.close());
    const ids = Array.from({ length: 500 }, (_, i) => `case-${i}`);
    expect(await queue.enqueue("read", ids)).toBe(500);
    const children = ["w1", "w2"].map((name) =>
      startChild("test/queues/claim-jobs.mjs", [file, name, "w1", "w2"]),
    );
    const done = await Promise.all(children.map((child) => child.ended()));
    expect(done.flat().sort()).toEqual([...ids].sort());
    expect(done.every((lines) => lines.length > 0)).toBe(true);
    expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 0 });
  });

  it("keeps what it acknowledged when its process is killed, and hands out the killed one's job again", async () => {
    const file = join(await freshFolder(), "queue.db");
    const clock = clockAt(new Date().toISOString());
    const queue = await openEmbeddedQueue(file, { clock, ids: countedIds() });
    onTestFinished(() => queue.close());
    const ids = Array.from({ length: 200 }, (_, i) => `case-${i}`);
    await queue.enqueue("read", ids);
    const child = startChild("test/queues/claim-jobs.mjs", [file, "w1"]);
    const done = await child.killAfter(40);
    const rest: string[] = [];
    clock.pass(3600);
    for (let job = await queue.claim("read", "w2", 30); job; ) {
      rest.push(job.caseId);
      await queue.complete(job);
      job = await queue.claim("read", "w2", 30);
    }
    const all = [...done, ...rest];
    expect(done.length).toBeGreaterThanOrEqual(40);
    // Completed, but killed before it could say so: at most the one in hand is in neither list.
    expect(ids.length - new Set(all).size).toBeLessThanOrEqual(1);
    expect(new Set(all).size).toBe(all.length);
  });

  it("outlives its process, with delays and deliveries", async () => {
    const file = join(await freshFolder(), "queue.db");
    const clock = clockAt("2026-11-20T01:00:00.000Z");
    const first = await openEmbeddedQueue(file, { clock, ids: countedIds() });
    await first.enqueue("enter", ["a"]);
    const job = await first.claim("enter", "w", 30);
    if (job) await first.defer(job, "2026-11-20T01:01:00.000Z");
    await first.close();
    const again = await openEmbeddedQueue(file, { clock, ids: countedIds() });
    onTestFinished(() => again.close());
    expect(await again.claim("enter", "w", 30)).toBeNull();
    clock.pass(60);
    expect(await again.claim("enter", "w", 30)).toMatchObject({ caseId: "a", delivery: 2 });
  });

  it.each(["the same process", "the next process"])(
    "keeps no job waiting longer because the clock was set back (%s)",
    async (who) => {
      const file = join(await freshFolder(), "queue.db");
      const clock = clockAt("2026-11-20T01:00:00.000Z");
      const first = await openEmbeddedQueue(file, { clock, ids: countedIds() });
      onTestFinished(() => first.close());
      await first.enqueue("enter", ["leased", "delayed"]);
      await first.claim("enter", "dead", 30);
      const job = await first.claim("enter", "w", 30);
      if (job) await first.defer(job, "2026-11-20T01:00:20.000Z");
      clock.pass(-3600);
      const queue =
        who === "the same process"
          ? first
          : await openEmbeddedQueue(file, { clock, ids: countedIds() });
      if (queue !== first) onTestFinished(() => queue.close());
      expect(await queue.claim("enter", "w", 30)).toBeNull();
      clock.pass(21);
      expect(await queue.claim("enter", "w", 30)).toMatchObject({ caseId: "delayed" });
      clock.pass(10);
      expect(await queue.claim("enter", "w", 30)).toMatchObject({ caseId: "leased" });
    },
  );

  it("says of a broken file that it may be thrown away, and leaves that to a person", async () => {
    const file = join(await freshFolder(), "queue.db");
    await writeFile(file, "壊れた".repeat(1000));
    const error = await refusal(() => openEmbeddedQueue(file, options));
    expect(error).toMatchObject({ code: "QUE003", kind: "environment" });
    expect(await readFile(file, "utf8")).toBe("壊れた".repeat(1000));
  });

  it("says that its folder is a file", async () => {
    const place = join(await freshFolder(), "data");
    await writeFile(place, "x");
    const error = await refusal(() => openEmbeddedQueue(join(place, "queue.db"), options));
    expect(error.code).toBe("STO001");
  });

  it("answers nothing after it was closed", async () => {
    const queue = await openEmbeddedQueue(join(await freshFolder(), "queue.db"), options);
    await queue.close();
    expect((await refusal(() => queue.claim("read", "w", 30))).code).toBe("STO010");
  });
});
