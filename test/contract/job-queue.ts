/** What every driver of the queue promises: call it with a function that opens an empty queue. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Job, JobQueue, Lane } from "../../queues/index.ts";
import { refusal } from "../support/store-world.ts";

/** How time passes for a driver: a clock that the test turns, or the server's own, in steps of `unit` seconds. */
export interface ContractTime {
  /** Real seconds of the driver per second of the contract. */
  readonly unit: number;
  now(): Date;
  /** Seconds of the contract. */
  pass(seconds: number): Promise<void>;
}

/** Opens an empty queue; what it opened is its own to close. */
export type OpenEmptyQueue = () => Promise<{
  readonly queue: JobQueue;
  readonly time: ContractTime;
}>;

export function jobQueueContract(driver: string, open: OpenEmptyQueue): void {
  describe(`job queue contract: ${driver}`, { timeout: 60_000 }, () => {
    let queue: JobQueue;
    let time: ContractTime;

    beforeEach(async () => {
      ({ queue, time } = await open());
    });

    const ask = (lane: Lane, holder: string): Promise<Job | null> =>
      queue.claim(lane, holder, 30 * time.unit);
    const take = async (lane: Lane = "read", holder = "w1"): Promise<Job> => {
      const job = await ask(lane, holder);
      if (!job) throw new TypeError("a job was expected");
      return job;
    };
    /** A driver that looks for dead workers now and then may need a moment longer than the lease. */
    const takeBefore = async (seconds: number, holder: string): Promise<Job> => {
      for (let waited = 0; ; waited += 5) {
        const job = await ask("read", holder);
        if (job) return job;
        if (waited >= seconds) throw new TypeError("the lease ran out, but nobody got the job");
        await time.pass(5);
      }
    };
    const beat = (job: Job): Promise<boolean> => queue.heartbeat(job, 30 * time.unit);
    const inSeconds = (seconds: number): string =>
      new Date(time.now().getTime() + seconds * 1000 * time.unit).toISOString();
    const japanese = (iso: string): string =>
      `${new Date(Date.parse(iso) + 9 * 3_600_000).toISOString().slice(0, 23)}+09:00`;

    it("has room, and leaves nothing behind when asked", async () => {
      expect(await queue.checkRoom()).toBeNull();
      expect(await queue.counts("enter")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    });

    it("hands out the oldest first, once each, then nothing", async () => {
      expect(await queue.enqueue("read", ["a", "b"])).toBe(2);
      await time.pass(1);
      await queue.enqueue("read", ["c"]);
      const got = [await take(), await take(), await take()];
      expect(got.map((j) => j.caseId)).toEqual(["a", "b", "c"]);
      expect(got[0]).toMatchObject({ lane: "read", delivery: 1 });
      expect(new Set(got.map((j) => j.token)).size).toBe(3);
      expect(await ask("read", "w2")).toBeNull();
    });

    it("keeps lanes apart", async () => {
      await queue.enqueue("read", ["a"]);
      await queue.enqueue("enter", ["a"]);
      expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
      await queue.complete(await take("enter"));
      expect((await take("read")).caseId).toBe("a");
      expect(await ask("enter", "w")).toBeNull();
    });

    it("takes a case once while it waits, is delayed or is worked on, and again after that", async () => {
      expect(await queue.enqueue("read", ["a", "a", "b"])).toBe(2);
      expect(await queue.enqueue("read", ["a", "b", "c"])).toBe(1);
      const a = await take();
      expect(await queue.enqueue("read", ["a"])).toBe(0);
      await queue.defer(a, inSeconds(10));
      expect(await queue.enqueue("read", ["a"])).toBe(0);
      await time.pass(11);
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
      await queue.enqueue("read", ["late"], { runAt: japanese(inSeconds(20)) });
      await queue.enqueue("read", ["soon"], { runAt: inSeconds(10) });
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 2 });
      expect(await ask("read", "w")).toBeNull();
      await time.pass(11);
      expect((await take()).caseId).toBe("soon");
      await time.pass(11);
      expect((await take()).caseId).toBe("late");
    });

    it.each(["", "あした", "2026-13-01"])("refuses the time %j", async (written) => {
      const error = await refusal(() => queue.enqueue("read", ["a"], { runAt: written }));
      expect(error).toMatchObject({ code: "QUE002", kind: "usage" });
      await queue.enqueue("read", ["b"]);
      const job = await take();
      expect((await refusal(() => queue.defer(job, written))).code).toBe("QUE002");
    });

    it("gives a dead worker's job to the next one when its lease runs out", async () => {
      await queue.enqueue("read", ["a"]);
      const dead = await take();
      await time.pass(15);
      expect(await ask("read", "w2")).toBeNull();
      await time.pass(16);
      const next = await takeBefore(30, "w2");
      expect(next).toMatchObject({ caseId: "a", delivery: 2 });
      expect(next.token).not.toBe(dead.token);
    });

    it("listens to nobody with an old token", async () => {
      await queue.enqueue("read", ["a"]);
      const sleeper = await take();
      await time.pass(31);
      const next = await takeBefore(30, "w2");
      expect(await beat(sleeper)).toBe(false);
      await queue.complete(sleeper);
      await queue.defer(sleeper, inSeconds(0));
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 1, delayed: 0 });
      await queue.complete({ ...next, lane: "enter" });
      await queue.complete({ ...next, caseId: "b" });
      expect(await beat(next)).toBe(true);
      await queue.complete(next);
      expect(await beat(next)).toBe(false);
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    });

    it("keeps a job as long as its worker's heart beats", async () => {
      await queue.enqueue("read", ["a"]);
      const job = await take();
      for (let i = 0; i < 4; i += 1) {
        await time.pass(12);
        expect(await beat(job)).toBe(true);
        expect(await ask("read", "w2")).toBeNull();
      }
    });

    it("lets a slow worker finish when nobody has taken its job", async () => {
      await queue.enqueue("read", ["a"]);
      const slow = await take();
      await time.pass(31);
      const kept = await beat(slow);
      await queue.complete(slow);
      // Whoever looks for dead workers may have been quicker: then the job waits for somebody else, and is not lost.
      const next = await ask("read", "w2");
      expect(next === null).toBe(kept);
    });

    it("exchanges a finished job for the next one, until there is none", async () => {
      await queue.enqueue("read", ["a", "b"]);
      await queue.enqueue("enter", ["c"]);
      const first = await take();
      const second = await queue.exchange(first, "w1", 30 * time.unit);
      expect(second).toMatchObject({ caseId: "b", lane: "read", delivery: 1 });
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 1, delayed: 0 });
      if (!second) expect.unreachable();
      expect(await beat(second)).toBe(true);
      expect(await queue.exchange(second, "w1", 30 * time.unit)).toBeNull();
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 0 });
      expect(await queue.enqueue("read", ["a", "b"])).toBe(2);
    });

    it("an exchange with an old token takes nothing from whoever has the job now", async () => {
      await queue.enqueue("read", ["a"]);
      const sleeper = await take();
      await time.pass(31);
      const next = await takeBefore(30, "w2");
      await queue.enqueue("read", ["b"]);
      const other = await queue.exchange(sleeper, "w1", 30 * time.unit);
      expect(other?.caseId).toBe("b");
      expect(await beat(next)).toBe(true);
    });

    it("counts deliveries over defers, so that a job that kills its workers can be seen", async () => {
      await queue.enqueue("enter", ["a"]);
      for (let delivery = 1; delivery <= 3; delivery += 1) {
        const job = await take("enter");
        expect(job.delivery).toBe(delivery);
        await queue.defer(job, inSeconds(10));
        expect(await queue.counts("enter")).toEqual({ waiting: 0, active: 0, delayed: 1 });
        await time.pass(11);
      }
    });

    it("does not count a delivery that was not begun", async () => {
      await queue.enqueue("enter", ["a"], { priority: 3 });
      for (let round = 0; round < 3; round += 1) {
        const job = await take("enter");
        expect(job.delivery).toBe(1);
        await queue.putBack(job, inSeconds(10));
        expect(await queue.counts("enter")).toEqual({ waiting: 0, active: 0, delayed: 1 });
        await queue.putBack(job, inSeconds(0));
        await time.pass(11);
      }
      expect((await take("enter")).delivery).toBe(1);
    });

    const order = async (lane: Lane = "read"): Promise<string> => {
      const names: string[] = [];
      for (let job = await ask(lane, "w"); job; job = await ask(lane, "w")) names.push(job.caseId);
      return names.join("");
    };

    it("hands out the greatest priority first, and the oldest of each", async () => {
      await queue.enqueue("read", ["a", "b"]);
      await queue.enqueue("read", ["c", "d"], { priority: 5 });
      await queue.enqueue("read", ["e"], { priority: -5 });
      await queue.enqueue("read", ["f"], { priority: 9 });
      await queue.enqueue("read", ["g"]);
      expect(await queue.counts("read")).toEqual({ waiting: 7, active: 0, delayed: 0 });
      expect(await order()).toBe("fcdabge");
    });

    it("lets nobody who waits for a time stand in the way, and keeps the priority over the time", async () => {
      await queue.enqueue("read", ["x", "y"], { priority: 9, runAt: inSeconds(10) });
      await queue.enqueue("read", ["a"]);
      expect((await take()).caseId).toBe("a");
      await time.pass(11);
      await queue.enqueue("read", ["b"]);
      expect(await order()).toBe("xyb");
    });

    it("changes the place of who waits, of nobody else, and keeps it over a defer", async () => {
      await queue.enqueue("read", ["a", "b", "c"]);
      await queue.enqueue("read", ["late"], { runAt: inSeconds(10) });
      const a = await take();
      await queue.setPriority("read", ["c", "late", "unknown"], 5);
      await queue.setPriority("enter", ["b"], 9);
      const c = await take();
      expect(c.caseId).toBe("c");
      await queue.defer(c, inSeconds(0));
      await queue.defer(a, inSeconds(0));
      await time.pass(11);
      const got = await order();
      // In which order two of the same priority come back after a time is nobody's promise.
      expect(["clateba", "latecba", "clateab", "latecab"]).toContain(got);
    });

    it.each([10, -10, 0.5, Number.NaN])("refuses the priority %s", async (priority) => {
      const error = await refusal(() => queue.enqueue("read", ["a"], { priority }));
      expect(error).toMatchObject({ code: "QUE207", kind: "usage" });
      expect((await refusal(() => queue.setPriority("read", ["a"], priority))).code).toBe("QUE207");
      expect(await queue.counts("read")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    });

    it("cancels what waits, and leaves alone what is in somebody's hands", async () => {
      await queue.enqueue("enter", ["a", "b", "c"]);
      await queue.enqueue("enter", ["late"], { runAt: inSeconds(30) });
      await queue.enqueue("read", ["b"]);
      const a = await take("enter");
      const gone = await queue.cancel("enter", ["a", "b", "late", "unknown"]);
      expect([...gone].sort()).toEqual(["b", "late"]);
      expect(await queue.counts("enter")).toEqual({ waiting: 1, active: 1, delayed: 0 });
      expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
      expect(await beat(a)).toBe(true);
      expect(await order("enter")).toBe("c");
      expect(await queue.enqueue("enter", ["b"])).toBe(1);
    });

    const robot = { by: "佐藤", why: "締め切り" };
    const whole = { lane: null, bot: null };

    it("gives nothing while it is paused, finishes what runs, and goes on after that", async () => {
      await queue.enqueue("read", ["a", "b"]);
      await queue.enqueue("enter", ["c"]);
      const a = await take();
      await queue.pause({ lane: "read", bot: null }, robot);
      expect(await ask("read", "w2")).toBeNull();
      expect(await beat(a)).toBe(true);
      expect(await queue.exchange(a, "w1", 30 * time.unit)).toBeNull();
      expect(await queue.enqueue("read", ["d"])).toBe(1);
      expect(await queue.counts("read")).toEqual({ waiting: 2, active: 0, delayed: 0 });
      expect((await take("enter")).caseId).toBe("c");
      const [pause] = await queue.pauses();
      expect(pause).toMatchObject({ lane: "read", bot: null, ...robot });
      expect(await queue.resume(whole)).toBe(false);
      expect(await queue.resume({ lane: "read", bot: null })).toBe(true);
      expect(await queue.pauses()).toEqual([]);
      expect(await order()).toBe("bd");
    });

    it("two pauses are two: what covers everything outlives what covers a lane", async () => {
      await queue.enqueue("read", ["a"]);
      await queue.pause(whole, robot);
      await queue.pause({ lane: "read", bot: null }, robot);
      await queue.pause({ lane: null, bot: "creditor" }, robot);
      await queue.resume({ lane: "read", bot: null });
      expect(await ask("read", "w")).toBeNull();
      await queue.resume(whole);
      // Jobs know no bot: a bot's pause is kept by the workers.
      expect((await take()).caseId).toBe("a");
    });

    it("drains: waits for what is in hand, and says how much is left when the time is over", async () => {
      await queue.enqueue("read", ["a", "b"]);
      const a = await take();
      await queue.pause(whole, robot);
      expect(await queue.drain("read", 0.3)).toBe(1);
      const drained = queue.drain("read", 5);
      await queue.complete(a);
      expect(await drained).toBe(0);
      expect(await queue.counts("read")).toEqual({ waiting: 1, active: 0, delayed: 0 });
    });

    it("gives each job to one of many who ask at once", async () => {
      const ids = Array.from({ length: 50 }, (_, i) => `case-${i}`);
      await queue.enqueue("read", ids);
      const got = await Promise.all(Array.from({ length: 60 }, (_, i) => ask("read", `w${i}`)));
      const names = got.flatMap((job) => (job ? [job.caseId] : []));
      expect(names.sort()).toEqual([...ids].sort());
    });
  });
}
