/** The promise "at most once" against a world that loses replies, and a worker that dies after any of its writes. */
import { describe, expect, it } from "vitest";
import { BukaError } from "../../core/index.ts";
import type { Bot } from "../../queues/bot.ts";
import { enterCase } from "../../queues/enter-work.ts";
import type { CopyRow, Store } from "../../store/index.ts";
import {
  actor,
  bot,
  clock,
  doors,
  drive,
  enterWorldForEachTest,
  now,
  openAnotherLedger,
  pass,
  readyCase,
  store,
  world,
} from "../support/enter-world.ts";

enterWorldForEachTest();

describe("entering a case", () => {
  it("presses once and keeps the number", async () => {
    const id = await readyCase();
    expect(await drive(id, await doors())).toBe("done");
    expect(world).toMatchObject({ presses: 1 });
    expect((await store.getCase(id))?.outcome).toEqual({ 債権者番号: "00100001" });
    expect((await store.getIntent(id))?.state).toBe("committed");
  });

  it("looks up instead of pressing again when the reply is lost", async () => {
    const id = await readyCase();
    world.answer = "lost";
    expect(await drive(id, await doors())).toBe("done");
    expect(world).toMatchObject({ presses: 1 });
    expect(world.rows).toHaveLength(1);
  });

  it("waits out the settle time before it looks up", async () => {
    const id = await readyCase();
    world.answer = "lost";
    const result = await enterCase(await doors(), bot, id);
    expect(result).toEqual({ kind: "later", runAt: new Date(now + 5000).toISOString() });
  });

  it("asks twice when the one who was allowed to press may only be asleep", async () => {
    const id = await readyCase();
    world.answer = "swallowed";
    await enterCase(await doors(), bot, id);
    // The sleeper's press arrives after the heir has looked for the first time.
    const heir = await doors();
    const first = await enterCase(heir, bot, id);
    expect(first).toEqual({ kind: "later", runAt: new Date(now + 5000).toISOString() });
    const c = await store.getCase(id);
    world.rows.push(c?.receiptNumber ?? "");
    world.answer = "ok";
    expect(await drive(id, heir)).toBe("done");
    expect(world).toMatchObject({ presses: 1 });
    expect(world.rows).toHaveLength(1);
  });

  it("leaves a case in doubt to a person when the look-up gives no answer", async () => {
    const id = await readyCase();
    world.answer = "lost";
    world.searchable = false;
    expect(await drive(id, await doors())).toBe("in-doubt");
    expect(world.presses).toBe(1);
    expect((await store.getCase(id))?.reason?.message).toContain("画面が応答しません");
  });

  it("returns what the target refuses, before and after the press", async () => {
    const first = await readyCase("b".repeat(64));
    world.answer = "refused-before";
    expect(await drive(first, await doors())).toBe("returned");
    const second = await readyCase("c".repeat(64));
    world.answer = "refused-after";
    expect(await drive(second, await doors())).toBe("returned");
    expect(world.rows).toHaveLength(0);
  });

  it("frees the key of what was refused after the press once the look-up has not found it", async () => {
    const first = await readyCase("b".repeat(64));
    world.answer = "refused-after";
    const using = await doors();
    expect(await enterCase(using, bot, first)).toMatchObject({ kind: "later" });
    expect(await store.getCase(first)).toMatchObject({ state: "in-doubt" });
    // Not yet: the record may still come.
    const hasty = await readyCase("c".repeat(64));
    expect(await drive(hasty, using)).toBe("returned");
    expect(await drive(first, using)).toBe("returned");
    expect((await store.getCase(first))?.reason?.code).toBe("TST001");
    const corrected = await readyCase("d".repeat(64));
    world.answer = "ok";
    expect(await drive(corrected, using)).toBe("done");
    expect(world).toMatchObject({ presses: 2, rows: [expect.any(String)] });
  });

  it("is done, and keeps its key, when what was refused after the press is there all the same", async () => {
    const first = await readyCase("b".repeat(64));
    world.answer = "refused-after";
    const using = await doors();
    await enterCase(using, bot, first);
    world.rows.push((await store.getCase(first))?.receiptNumber ?? "");
    expect(await drive(first, using)).toBe("done");
    world.answer = "ok";
    expect(await drive(await readyCase("d".repeat(64)), using)).toBe("returned");
    expect(world.presses).toBe(1);
  });

  it("keeps the key while the look-up of what was refused gives no answer, and without a look-up", async () => {
    const first = await readyCase("b".repeat(64));
    world.answer = "refused-after";
    world.searchable = false;
    const using = await doors();
    expect(await drive(first, using)).toBe("in-doubt");
    const corrected = await readyCase("d".repeat(64));
    expect(await drive(corrected, using)).toBe("returned");
    const blind = { ...bot, scenario: { ...bot.scenario, lookup: [] } } as Bot;
    const other = await readyCase("e".repeat(64));
    const c = await store.getCase(other);
    const event = { actor, event: "test", facts: {} };
    const patch = { businessKey: "other" };
    await store.changeCase(other, c?.revision ?? 0, "ready", patch, event);
    expect(await enterCase(using, blind, other)).toMatchObject({ case: { state: "returned" } });
    const mended = await readyCase("f".repeat(64));
    const m = await store.getCase(mended);
    await store.changeCase(mended, m?.revision ?? 0, "ready", patch, event);
    expect(await enterCase(using, blind, mended)).toMatchObject({ case: { state: "returned" } });
    expect((await store.getCase(mended))?.reason?.code).toBe("QUE231");
    expect(world.presses).toBe(2);
  });

  it("refuses the same business key in a second case", async () => {
    const first = await readyCase("d".repeat(64));
    const second = await readyCase("e".repeat(64));
    const using = await doors();
    expect(await drive(first, using)).toBe("done");
    expect(await drive(second, using)).toBe("returned");
    expect((await store.getCase(second))?.reason?.code).toBe("QUE111");
    expect(world.presses).toBe(1);
  });

  it("sends the same key with another content to a person, naming the fields", async () => {
    const first = await readyCase("d".repeat(64));
    const second = await readyCase("e".repeat(64));
    const other = { value: "03-0000-9999", raw: "", accepted: true, confidence: 1 };
    const reading = { ...other, charConfidences: [], candidates: [], reasons: [], readers: [] };
    const c = await store.getCase(second);
    const patch = { readings: { 電話番号: { ...reading, box: null } } };
    await store.changeCase(second, c?.revision ?? 0, "ready", patch, {
      actor,
      event: "t",
      facts: {},
    });
    const using = await doors();
    expect(await drive(first, using)).toBe("done");
    expect(await drive(second, using)).toBe("returned");
    const reason = (await store.getCase(second))?.reason;
    expect(reason).toMatchObject({ code: "QUE154" });
    expect(reason?.message).toContain("電話番号");
    expect(world.presses).toBe(1);
  });

  it("does not enter with another version of the bot until a person has said so", async () => {
    const id = await readyCase();
    const changed = { ...bot, version: "w" } as Bot;
    const result = await enterCase(await doors(), changed, id);
    expect(result).toMatchObject({ kind: "finished", case: { state: "failed" } });
    expect((await store.getCase(id))?.reason?.code).toBe("QUE155");
    expect(world.presses).toBe(0);
    const c = await store.getCase(id);
    const clerk = { kind: "person", name: "佐藤" } as const;
    const event = { actor: clerk, event: "retry-by-person", facts: { botVersion: "w" } };
    await store.changeCase(id, c?.revision ?? 0, "ready", {}, event);
    expect(await enterCase(await doors(), changed, id)).toMatchObject({ case: { state: "done" } });
  });

  it("stops the lane after one refused log-in and leaves the case as it was", async () => {
    const id = await readyCase();
    world.answer = "login-refused";
    expect(await drive(id, await doors())).toBe("halted");
    expect(await store.getCase(id)).toMatchObject({ state: "ready", attempt: 0 });
  });

  it("does not burn attempts while the system is away", async () => {
    const id = await readyCase();
    world.answer = "away";
    const using = await doors();
    expect(await drive(id, using)).toBe("halted");
    world.answer = "ok";
    expect(await drive(id, using)).toBe("done");
  });

  it("gives a case up whose press the target swallows again and again", async () => {
    const id = await readyCase();
    world.answer = "swallowed";
    expect(await drive(id, await doors())).toBe("failed");
    expect(world).toMatchObject({ presses: 3, rows: [] });
    expect((await store.getCase(id))?.reason?.code).toBe("QUE114");
  });

  it("stops the lane when the target closes after the press, and looks up before anything else", async () => {
    const id = await readyCase();
    world.answer = "closed";
    const using = await doors();
    expect(await drive(id, using)).toBe("halted");
    expect(await store.getCase(id)).toMatchObject({ state: "in-doubt" });
    world.answer = "ok";
    expect(await drive(id, using)).toBe("done");
    expect(world.rows).toHaveLength(1);
  });

  it("does not press when the account has been taken over", async () => {
    const id = await readyCase();
    const zombie = await doors();
    const heir = await doors();
    await expect(drive(id, zombie)).rejects.toThrow(BukaError);
    expect(world.presses).toBe(0);
    expect(await drive(id, heir)).toBe("done");
    expect(world.presses).toBe(1);
  });
});

/** Every method that writes, as a place to die at. */
const writes = [
  "changeCase",
  "planIntent",
  "markPressing",
  "settleIntent",
  "addEvent",
  "dropIntent",
  "releaseKey",
] as const;

class Died extends Error {}

/** A store that dies at its nth write: before it reaches the disk, or right after. */
function dyingStore(real: Store, nth: number, when: "before" | "after"): Store {
  let count = 0;
  const dying: Store = { ...real };
  for (const name of writes) {
    const write = real[name] as (...args: unknown[]) => Promise<unknown>;
    Object.assign(dying, {
      [name]: async (...args: unknown[]) => {
        count += 1;
        if (count > nth) throw new Died();
        if (count === nth && when === "before") throw new Died();
        const result = await write(...args);
        if (count === nth) throw new Died();
        return result;
      },
    });
  }
  return dying;
}

describe("a worker that dies at its nth write", () => {
  const points = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((nth) =>
    (["before", "after"] as const).flatMap((when) =>
      (["ok", "lost"] as const).map((answer) => ({ nth, when, answer })),
    ),
  );

  it.each(points)(
    "dies $when write $nth, reply $answer: one row, one press",
    async ({ nth, when, answer }) => {
      const id = await readyCase();
      world.answer = answer;
      const dying = await doors({ store: dyingStore(store, nth, when) });
      try {
        await drive(id, dying);
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
      const alive = await doors();
      expect(await drive(id, alive)).toBe("done");
      expect(world.rows).toHaveLength(1);
      expect(world.presses).toBe(1);
    },
  );
});

describe("a worker that dies while it settles a refusal", () => {
  const points = [7, 8, 9, 10, 11, 12, 13].flatMap((nth) =>
    (["before", "after"] as const).map((when) => ({ nth, when })),
  );

  it.each(points)("dies $when write $nth: returned, never entered, key free", async (at) => {
    const id = await readyCase();
    world.answer = "refused-after";
    const dying = await doors({ store: dyingStore(store, at.nth, at.when) });
    try {
      await drive(id, dying);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
    const end = await drive(id, await doors());
    expect(end).toBe("returned");
    expect(world.rows).toHaveLength(0);
    world.answer = "ok";
    expect(await drive(await readyCase("e".repeat(64)), await doors())).toBe("done");
    expect(world.rows).toHaveLength(1);
  });
});

describe("a ledger that came back from a backup", () => {
  /** The same case as the backup knew it: ready, while the finance system may know more. */
  async function restored(inHand = false): Promise<string> {
    const id = await readyCase();
    if (inHand) {
      const died = await doors({ player: () => Promise.reject(new TypeError("died")) });
      await expect(enterCase(died, bot, id)).rejects.toThrow("died");
      const planned = await store.getCase(id);
      if (planned)
        await store.changeCase(
          id,
          planned.revision,
          "entering",
          {},
          {
            actor,
            event: "entry-started",
            facts: {},
          },
        );
      expect((await store.getIntent(id))?.state).toBe("planned");
    }
    const tables = new Map<string, CopyRow[]>();
    await store.copyOut((table, rows) => {
      tables.set(table, [...(tables.get(table) ?? []), ...rows]);
    });
    const madeAt = clock.now().toISOString();
    pass(3_600_000);
    await openAnotherLedger("restored");
    const source = { rows: (table: string) => tables.get(table) ?? [] };
    await store.copyIn(source, { madeAt, restoredAt: clock.now().toISOString() });
    return id;
  }

  it("asks before it types: what was entered since is 済 without a second press", async () => {
    const id = await restored();
    world.rows.push((await store.getCase(id))?.receiptNumber ?? "");
    expect(await drive(id, await doors())).toBe("done");
    expect(world).toMatchObject({ presses: 0, rows: [expect.any(String)] });
  });

  it("asks too when a worker had the case in its hands as the backup was made", async () => {
    const id = await restored(true);
    world.rows.push((await store.getCase(id))?.receiptNumber ?? "");
    expect(await drive(id, await doors())).toBe("done");
    expect(world).toMatchObject({ presses: 0, rows: [expect.any(String)] });
  });

  it("enters what was not entered, once", async () => {
    const id = await restored();
    expect(await drive(id, await doors())).toBe("done");
    expect(world).toMatchObject({ presses: 1, rows: [expect.any(String)] });
  });

  it("leaves to a person what it cannot look up", async () => {
    const id = await restored();
    world.searchable = false;
    expect(await drive(id, await doors())).toBe("in-doubt");
    expect(world.presses).toBe(0);
  });

  it("goes on after a death between the two notes of the doubt", async () => {
    const id = await restored();
    const first = await doors();
    const { fence } = first.lease();
    await store.planIntent(id, "k".repeat(64), "row", fence);
    await store.settleIntent(id, "in-doubt", null, fence);
    expect(await drive(id, await doors())).toBe("done");
    expect(world.presses).toBe(1);
  });
});
