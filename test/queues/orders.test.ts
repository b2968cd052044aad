/** Orders of a person about the queue: they stand in the ledger, so a wiped queue comes back with them. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { randomIds } from "../../core/index.ts";
import { openEmbeddedQueue } from "../../queues/embedded-queue-driver.ts";
import { cancelCase, orderCase, rebuildQueue, uncancelCase } from "../../queues/index.ts";
import { createJobQueue } from "../../queues/ordered-queue.ts";
import type { Workplace } from "../../queues/workplace.ts";
import { openStore, type Store } from "../../store/index.ts";
import { clerk, clockAt, freshFolder, refusal, robot, sheet } from "../support/store-world.ts";

const clock = clockAt("2026-11-20T01:00:00.000Z");
const doors = { clock, ids: randomIds };
let folder: string;
let store: Store;
let place: Workplace;

async function openPlace(): Promise<void> {
  const driver = await openEmbeddedQueue(join(folder, "queue.db"), doors);
  const queue = createJobQueue(driver, store, clock);
  onTestFinished(() => queue.close());
  const bot = async () => ({ version: "v" });
  place = { store, queue, bot } as unknown as Workplace;
}

beforeEach(async () => {
  folder = await freshFolder();
  ({ store } = await openStore(folder, doors));
  onTestFinished(() => store.close());
  await openPlace();
});

/** Receipt numbers end in 00001, 00002 …; each case is ready to be entered. */
async function ready(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { case: c } = await store.receive(sheet(`${n}`), robot);
    const event = { actor: robot, event: "t", facts: {} };
    await store.changeCase(c.id, c.revision, "ready", {}, event);
    ids.push(c.id);
  }
  await rebuildQueue(place, null);
  return ids;
}

async function order(ids: readonly string[]): Promise<string> {
  const names: number[] = [];
  for (let job = await claim(); job; job = await claim()) names.push(ids.indexOf(job.caseId) + 1);
  return names.join(" ");
}

const claim = () => place.queue.claim("enter", "w", 30);

describe("the queue after it was wiped", () => {
  it("comes back with priorities and pauses", async () => {
    const ids = await ready(5);
    await orderCase(place, "b20261120-00004", 5, clerk);
    await orderCase(place, "B20261120-00001", -5, clerk);
    await place.queue.pause({ lane: "enter", bot: null }, { by: "佐藤", why: "障害" });
    await place.queue.close();
    for (const end of ["", "-wal", "-shm"])
      await rm(join(folder, `queue.db${end}`), { force: true });
    await openPlace();
    expect(await place.queue.counts("enter")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    expect(await rebuildQueue(place, null)).toBe(5);
    expect(await claim()).toBeNull();
    expect(await place.queue.pauses()).toMatchObject([{ lane: "enter", by: "佐藤", why: "障害" }]);
    await place.queue.resume({ lane: "enter", bot: null });
    expect(await order(ids)).toBe("4 2 3 5 1");
  });
});

describe("putting a case first", () => {
  it("reaches the line at once, writes who did it, and can be undone", async () => {
    const ids = await ready(3);
    await orderCase(place, "B20261120-00003", 5, clerk);
    await orderCase(place, "B20261120-00002", 5, clerk);
    await orderCase(place, "B20261120-00002", 0, clerk);
    expect((await store.events(ids[2] ?? "")).at(-1)).toMatchObject({ actor: clerk });
    expect(await order(ids)).toBe("3 1 2");
  });

  it("refuses a number that nobody has, and a case at its end", async () => {
    await ready(1);
    const of = (name: string) => refusal(() => orderCase(place, name, 5, clerk));
    expect((await of("B20261120-00009")).code).toBe("QUE170");
    await cancelCase(place, "B20261120-00001", { why: "", actor: clerk });
    expect((await of("B20261120-00001")).code).toBe("QUE211");
  });
});

describe("cancelling", () => {
  it("takes a waiting case out, frees its key, and brings it back when asked", async () => {
    const ids = await ready(2);
    const [first = ""] = ids;
    await store.planIntent(first, "key", "row", 1);
    const done = await cancelCase(place, first, { why: "二重に届いた", actor: clerk });
    expect(done).toMatchObject({ state: "returned", reason: { code: "QUE209" } });
    expect(done.reason?.message).toContain("二重に届いた");
    expect(await store.getIntent(first)).toBeNull();
    expect(await order(ids)).toBe("2");
    const back = await uncancelCase(place, first, clerk);
    expect(back).toMatchObject({ state: "received", reason: null });
    expect(await place.queue.counts("read")).toMatchObject({ waiting: 1 });
    expect((await refusal(() => uncancelCase(place, first, clerk))).code).toBe("QUE210");
  });

  it.each(["entering", "committing", "in-doubt", "done"] as const)(
    "never cuts a case that is %s",
    async (state) => {
      const [id = ""] = await ready(1);
      const event = { actor: robot, event: "t", facts: {} };
      await store.changeCase(id, 2, state, {}, event);
      const error = await refusal(() => cancelCase(place, id, { why: "", actor: clerk }));
      expect(error).toMatchObject({ code: "QUE208", kind: "conflict" });
      expect((await store.getCase(id))?.state).toBe(state);
      expect(await place.queue.counts("enter")).toMatchObject({ waiting: 1 });
    },
  );

  it("keeps numbers of persons out of the reason", async () => {
    const [id = ""] = await ready(1);
    const why = "個人番号 123456789018 が書いてある";
    const done = await cancelCase(place, id, { why, actor: clerk });
    expect(done.reason?.message).not.toContain("123456789018");
  });
});
