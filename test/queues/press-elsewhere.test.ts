/** Whoever was allowed to press may only be asleep: who else may say "not there", and who must leave it to a person. */
import { describe, expect, it } from "vitest";
import { enterCase } from "../../queues/enter-work.ts";
import type { EnterDoors } from "../../queues/entry-steps.ts";
import type { Player } from "../../runner/index.ts";
import {
  bot,
  doors,
  drive,
  enterWorldForEachTest,
  now,
  pass,
  passUntil,
  readyCase,
  sitting,
  store,
  world,
  worldPlayer,
} from "../support/enter-world.ts";

enterWorldForEachTest();

describe("two sessions of one account (同時ログイン: 2)", () => {
  const oneOfTwo = (key: string, over: Partial<EnterDoors> = {}) =>
    sitting(`account:財務会計/robot01${key}`, { isSoleLogIn: () => false, ...over });
  /** Dies or sleeps: right before the barrier, or after it and before the press. */
  const failing = (at: "before" | "after") => async (): Promise<Player> => ({
    ...worldPlayer(world),
    play: async ({ barrier }) => {
      if (at === "after") await barrier.beforePress();
      throw new TypeError("asleep");
    },
  });
  async function leftBy(young: EnterDoors): Promise<string> {
    const id = await readyCase();
    await expect(enterCase(young, bot, id)).rejects.toThrow("asleep");
    return id;
  }

  it("what the younger one has not pressed is gone on with by the older one, pressed once", async () => {
    const [old, young] = [await oneOfTwo(""), await oneOfTwo("#2", { player: failing("before") })];
    const id = await leftBy(young);
    expect((await store.getIntent(id))?.fence).toBe(young.lease().fence);
    expect(await drive(id, old)).toBe("done");
    expect(world).toMatchObject({ presses: 1, rows: [expect.any(String)] });
    expect(old.lease().fence).toBeGreaterThan(young.lease().fence);
    // It wakes up: the barrier does not let it through any more.
    const late = store.markPressing(id, young.lease());
    await expect(late).rejects.toMatchObject({ code: "STO025" });
  });

  it("what the younger one may be about to press is never pressed by the older one", async () => {
    const [old, young] = [await oneOfTwo(""), await oneOfTwo("#2", { player: failing("after") })];
    const id = await leftBy(young);
    expect(await driveTo(id, old)).toBe("in-doubt");
    expect(await store.getCase(id)).toMatchObject({ reason: { code: "QUE250" } });
    expect(world.presses).toBe(0);
  });

  it("nor by the next one in its own place: its log-in ends no other", async () => {
    const id = await leftBy(await oneOfTwo("", { player: failing("after") }));
    pass(61_000);
    expect(await driveTo(id, await oneOfTwo(""))).toBe("in-doubt");
    expect(await store.getCase(id)).toMatchObject({ reason: { code: "QUE250" } });
    expect(world.presses).toBe(0);
  });

  it("what is there is found as soon as it can be", async () => {
    const [old, young] = [await oneOfTwo(""), await oneOfTwo("#2", { player: failing("after") })];
    const id = await leftBy(young);
    world.rows.push((await store.getCase(id))?.receiptNumber ?? "");
    const from = now;
    expect(await drive(id, old)).toBe("done");
    expect(now - from).toBeLessThan(10_000);
    expect(world.presses).toBe(0);
  });

  it("its own press it knows the end of: looked up twice over, then entered again", async () => {
    const id = await readyCase();
    const one = await oneOfTwo("#2");
    world.answer = "swallowed";
    await enterCase(one, bot, id);
    world.answer = "ok";
    expect(await drive(id, one)).toBe("done");
    expect(world).toMatchObject({ presses: 2, rows: [expect.any(String)] });
  });

  /** Patient: asks every other second for three minutes. */
  async function driveTo(id: string, using: EnterDoors): Promise<string> {
    const from = now;
    for (let turn = 0; turn < 200; turn += 1) {
      const result = await enterCase(using, bot, id);
      if (result?.kind === "finished") {
        expect(now - from).toBeLessThan(240_000);
        return result.case.state;
      }
      if (result?.kind === "later") passUntil(result.runAt);
    }
    return "never ends";
  }
});

/** Falls asleep right after the barrier let it press. */
const asleep = (): Player => ({
  ...worldPlayer(world),
  play: async ({ barrier }) => {
    await barrier.beforePress();
    throw new TypeError("asleep");
  },
});

describe("a bot of two systems", () => {
  /** A worker that holds an account of each. */
  async function atBoth(user: string, over: Partial<EnterDoors> = {}): Promise<EnterDoors> {
    const one = await doors(over);
    const other = await store.acquireLease(`account:文書管理/${user}`, `other-${user}-${now}`, 60);
    return { ...one, otherLeases: () => (other ? [other] : []) };
  }

  it("leaves a press to whoever has the same accounts on both", async () => {
    const id = await readyCase();
    const first = await atBoth("robot01", { player: async () => asleep() });
    await expect(enterCase(first, bot, id)).rejects.toThrow("asleep");
    pass(200_000);
    expect(await drive(id, await atBoth("robot02"))).toBe("in-doubt");
    expect(world.presses).toBe(0);
    expect(await drive(id, await atBoth("robot01"))).toBe("done");
    expect(world.presses).toBe(1);
  });
});

describe("a press under an account whose worker is asleep", () => {
  /** Sleeps right after the barrier, with a session that only a log-in of its own account would end. */
  async function asleepAtPress(): Promise<string> {
    const id = await readyCase();
    const at = await doors({ player: async () => asleep() });
    await expect(enterCase(at, bot, id)).rejects.toThrow("asleep");
    return id;
  }

  it("is left to the next worker of the same account, and never pressed under another", async () => {
    const id = await asleepAtPress();
    const other = await doors({}, "財務会計/robot02");
    expect(await enterCase(other, bot, id)).toMatchObject({ kind: "later" });
    expect(world.presses).toBe(0);
    // It wakes up and presses after all.
    world.rows.push((await store.getCase(id))?.receiptNumber ?? "");
    expect(await drive(id, await doors())).toBe("done");
    expect(world).toMatchObject({ presses: 0, rows: { length: 1 } });
  });

  it("goes to a person when nobody of that account comes back", async () => {
    const id = await asleepAtPress();
    pass(200_000);
    expect(await drive(id, await doors({}, "財務会計/robot02"))).toBe("in-doubt");
    expect(await store.getCase(id)).toMatchObject({ reason: { code: "QUE250" } });
    expect(world.presses).toBe(0);
  });

  it("is found under any account", async () => {
    const id = await asleepAtPress();
    world.rows.push((await store.getCase(id))?.receiptNumber ?? "");
    pass(200_000);
    expect(await drive(id, await doors({}, "財務会計/robot02"))).toBe("done");
  });
});
