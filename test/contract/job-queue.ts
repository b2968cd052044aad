/** What every driver of the queue promises: call it with a function that opens an empty queue. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Clock, IdSource } from "../../core/index.ts";
import type { Job, JobQueue, Lane } from "../../queues/index.ts";
import { clockAt, countedIds, refusal, type TurnedClock } from "../support/store-world.ts";

/** Opens an empty queue; what it opened is its own to close. */
export type OpenEmptyQueue = (options: {
  readonly clock: Clock;
  readonly ids: IdSource;
}) => Promise<JobQueue>;

export function jobQueueContract(driver: string, open: OpenEmptyQueue): void {
  describe(`job queue contract: ${driver}`, () => {
    let queue: JobQueue;
    let clock: TurnedClock;

    beforeEach(async () => {
      clock = clockAt("2026-11-20T01:00:00.000Z");
      queue = await open({ clock, ids: countedIds("token") });
    });

    const take = async (lane: Lane = "read", holder = "w1"): Promise<Job> => {
      const job = await queue.claim(lane, holder, 30);
      if (!job) throw new TypeError("a job was expected");
      return job;
    };
    const inSeconds = (seconds: number): string =>
      new Date(clock.now().getTime() + seconds * 1000).toISOString();

    it("hands out the oldest first, once each, then nothing", async () => {
      expect(await queue.enqueue("read", ["a", "b"])).toBe(2);
      clock.pass(1);
      await queue.enqueue("read", ["c"]);
      const got = [await take(), await take(), await take()];
      expect(got.map((j) => j.caseId)).toEqual(["a", "b", "c"]);
      expect(got[0]).toMatchObject({ lane: "read", delivery: 1 });
      expect(new Set(got.map((j) => j.token)).size).toBe(3);
      expect(await queue.claim("read", "w2", 30)).toBeNull();
    });

    it("keeps lanes apart", async () => {
      await queue.enqueue("read", ["a"]);
      await queue.enqueue("enter", ["a"]);
      expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
      await queue.complete(await take("enter"));
      expect((await take("read")).caseId).toBe("a");
      expect(await queue.claim("enter", "w", 30)).toBeNull();
    });

    it("takes a case once while it waits, is delayed or is worked on, and again after that", async () => {
      expect(await queue.enqueue("read", ["a", "a", "b"])).toBe(2);
      expect(await queue.enqueue("read", ["a", "b", "c"])).toBe(1);
      const a = await take();
      expect(await queue.enqueue("read", ["a"])).toBe(0);
      await queue.defer(a, inSeconds(60));
      expect(await queue.enqueue("read", ["a"])).toBe(0);
      clock.pass(60);
      for (const name of ["b", "c", "a"]) {
        const job = await take();
        expect(job.caseId).toBe(name);
        await queue.complete(job);
      }
      expect(await queue.enqueue("read", ["a"])).toBe(1);
      expect((await take()).delivery).toBe(1);
    });

    it("adds nothing when there is nothing to add", async () => {
      expect(await queue.enqueue("read", [])).toBe(0);
    });

    it("holds back what is due later, in any way of writing the time", async () => {
      await queue.enqueue("read", ["late"], "2026-11-20T10:00:10+09:00");
      await queue.enqueue("read", ["soon"], inSeconds(5));
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 2 });
      expect(await queue.claim("read", "w", 30)).toBeNull();
      clock.pass(5);
      expect((await take()).caseId).toBe("soon");
      clock.pass(5);
      expect((await take()).caseId).toBe("late");
    });

    it.each(["", "あした", "2026-13-01"])("refuses the time %j", async (written) => {
      const error = await refusal(() => queue.enqueue("read", ["a"], written));
      expect(error).toMatchObject({ code: "QUE002", kind: "usage" });
      await queue.enqueue("read", ["b"]);
      const job = await take();
      expect((await refusal(() => queue.defer(job, written))).code).toBe("QUE002");
    });

    it("gives a dead worker's job to the next one when its lease runs out", async () => {
      await queue.enqueue("read", ["a"]);
      const dead = await take();
      clock.pass(29);
      expect(await queue.claim("read", "w2", 30)).toBeNull();
      clock.pass(1);
      expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
      const next = await take("read", "w2");
      expect(next).toMatchObject({ caseId: "a", delivery: 2 });
      expect(next.token).not.toBe(dead.token);
    });

    it("listens to nobody with an old token", async () => {
      await queue.enqueue("read", ["a"]);
      const sleeper = await take();
      clock.pass(31);
      const next = await take("read", "w2");
      expect(await queue.heartbeat(sleeper, 999)).toBe(false);
      await queue.complete(sleeper);
      await queue.defer(sleeper, inSeconds(0));
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 1, delayed: 0 });
      await queue.complete({ ...next, lane: "enter" });
      await queue.complete({ ...next, caseId: "b" });
      expect(await queue.heartbeat(next, 30)).toBe(true);
      await queue.complete(next);
      expect(await queue.heartbeat(next, 30)).toBe(false);
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    });

    it("keeps a job as long as its worker's heart beats", async () => {
      await queue.enqueue("read", ["a"]);
      const job = await take();
      for (let i = 0; i < 5; i += 1) {
        clock.pass(20);
        expect(await queue.heartbeat(job, 30)).toBe(true);
        expect(await queue.claim("read", "w2", 30)).toBeNull();
      }
    });

    it("lets a slow worker finish when nobody has taken its job", async () => {
      await queue.enqueue("read", ["a", "b"]);
      const slow = await take();
      clock.pass(100);
      expect(await queue.heartbeat(slow, 30)).toBe(true);
      expect((await take("read", "w2")).caseId).toBe("b");
      await queue.complete(slow);
      expect(await queue.claim("read", "w2", 30)).toBeNull();
    });

    it("counts deliveries over defers, so that a job that kills its workers can be seen", async () => {
      await queue.enqueue("enter", ["a"]);
      for (let delivery = 1; delivery <= 3; delivery += 1) {
        const job = await take("enter");
        expect(job.delivery).toBe(delivery);
        await queue.defer(job, inSeconds(10));
        expect(await queue.counts("enter")).toEqual({ waiting: 0, active: 0, delayed: 1 });
        clock.pass(10);
      }
    });

    it("gives each job to one of many who ask at once", async () => {
      const ids = Array.from({ length: 50 }, (_, i) => `case-${i}`);
      await queue.enqueue("read", ids);
      const got = await Promise.all(
        Array.from({ length: 60 }, (_, i) => queue.claim("read", `w${i}`, 30)),
      );
      const names = got.flatMap((job) => (job ? [job.caseId] : []));
      expect(names.sort()).toEqual([...ids].sort());
    });
  });
}
