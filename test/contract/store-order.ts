/** What every driver of the ledger promises about the order of cases, the pace of a target and the newest events. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Store, StoreOptions } from "../../store/index.ts";
import {
  clerk,
  clockAt,
  countedIds,
  refusal,
  robot,
  sheet,
  type TurnedClock,
} from "../support/store-world.ts";

export function storeOrderContract(
  driver: string,
  open: (options: StoreOptions) => Promise<Store>,
): void {
  describe(`order and pace: ${driver}`, () => {
    let store: Store;
    let clock: TurnedClock;

    beforeEach(async () => {
      clock = clockAt("2026-11-20T01:00:00.000Z");
      store = await open({ clock, ids: countedIds("case") });
    });

    const receive = async (name: string) => (await store.receive(sheet(name), clerk)).case;

    const event = { actor: clerk, event: "priority-set", facts: { priority: 5 } };

    it("keeps who comes first until the case is at its end", async () => {
      for (const name of ["a", "b", "c"]) await receive(name);
      await store.setPriority("case-2", 5, event);
      await store.setPriority("case-3", -5, event);
      await store.setPriority("case-3", -3, event);
      await store.setPriority("case-1", 0, event);
      expect([...(await store.priorities())].sort()).toEqual([
        ["case-2", 5],
        ["case-3", -3],
      ]);
      expect((await store.events("case-2")).at(-1)).toMatchObject({
        event: "priority-set",
        actor: clerk,
        facts: { priority: 5 },
      });
      const change = { actor: clerk, event: "returned-by-person", facts: {} };
      await store.changeCase("case-2", 1, "returned", {}, change);
      expect([...(await store.priorities()).keys()]).toEqual(["case-3"]);
      expect((await refusal(() => store.setPriority("no", 1, event))).code).toBe("STO021");
      expect((await refusal(() => store.setPriority("case-1", 1.5, event))).code).toBe("STO011");
    });

    it("spreads turns evenly, each for one of many who ask at once", async () => {
      const asked = await Promise.all(
        Array.from({ length: 10 }, () => store.takeTurn("財務会計", 20)),
      );
      expect(asked.filter((turn) => turn === null)).toHaveLength(1);
      expect(new Set(asked.filter((turn) => turn !== null))).toEqual(
        new Set(["2026-11-20T01:00:03.000Z"]),
      );
      expect(await store.takeTurn("文書管理", 20)).toBeNull();
      let taken = 0;
      for (let second = 0; second < 60; second += 1) {
        clock.pass(1);
        if ((await store.takeTurn("財務会計", 20)) === null) taken += 1;
      }
      expect(taken).toBe(20);
      expect((await refusal(() => store.takeTurn("財務会計", 0))).code).toBe("STO011");
    });

    it("waits for no turn that a clock gone wrong has written", async () => {
      clock.pass(86_400);
      expect(await store.takeTurn("財務会計", 20)).toBeNull();
      clock.pass(-86_400);
      expect(await store.takeTurn("財務会計", 20)).toBeNull();
      expect(await store.takeTurn("財務会計", 20)).not.toBeNull();
    });

    it("finds the newest events of a bot", async () => {
      for (const name of ["a", "b"]) await receive(name);
      await store.receive(sheet("c", { bot: "invoice" }), clerk);
      for (const [id, millis] of [
        ["case-1", 1],
        ["case-2", 2],
        ["case-3", 3],
        ["case-1", 4],
      ] as const)
        await store.addEvent(id, { actor: robot, event: "played", facts: { millis } });
      const recent = await store.recentEvents("creditor-account", "played", 2);
      expect(recent.map((e) => e.facts["millis"])).toEqual([4, 2]);
      expect(await store.recentEvents("creditor-account", "nothing", 2)).toEqual([]);
    });

    it("lists flags by the beginning of their names", async () => {
      for (const name of ["pause:b", "pause:a", "pausX", "pause"]) await store.setFlag(name, name);
      expect([...(await store.listFlags("pause:")).keys()]).toEqual(["pause:a", "pause:b"]);
      expect((await store.listFlags("%")).size).toBe(0);
    });
  });
}
