/** What every driver of the ledger promises about fences over accounts, the order of cases, the pace of a target, the newest events. */
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

    it("gives a holder a fence above that of everybody else, once the case in hand needs it", async () => {
      const old = await store.acquireLease("account#1", "w1", 30);
      const young = await store.acquireLease("account#2", "w2", 30);
      if (!old || !young) throw new TypeError("free");
      await receive("a");
      await store.planIntent("case-1", "k", "row", young.fence);
      const press = () => store.markPressing("case-1", old);
      expect((await refusal(press)).code).toBe("STO025");
      const raised = await store.raiseFence(old);
      expect(raised).toEqual({ ...old, fence: 3 });
      await store.planIntent("case-1", "k", "row", raised.fence);
      expect((await store.markPressing("case-1", raised, [young])).fence).toBe(3);
      expect((await refusal(() => store.raiseFence(old))).code).toBe("STO026");
      expect((await refusal(() => store.renewLease(old, 30))).code).toBe("STO026");
    });

    it("does not press when one of several accounts is no longer held", async () => {
      const [first, second] = [
        await store.acquireLease("account:a", "w1", 30),
        await store.acquireLease("account:b", "w1", 10),
      ];
      if (!first || !second) throw new TypeError("free");
      await receive("a");
      await store.planIntent("case-1", "k", "row", second.fence);
      clock.pass(11);
      const press = () => store.markPressing("case-1", first, [second]);
      expect((await refusal(press)).code).toBe("STO026");
    });

    it("raises the fence for ever, over releases and expiry", async () => {
      const fences: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        const lease = await store.acquireLease("k", `w${round}`, 30);
        if (!lease) throw new TypeError("free");
        fences.push(lease.fence);
        if (round % 2 === 0) await store.releaseLease(lease);
        else clock.pass(30);
      }
      expect(fences).toEqual([1, 2, 3, 4]);
    });

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
