/** What every driver of the ledger promises: call it with a function that opens an empty store. */
import { beforeEach, describe, expect, it } from "vitest";
import { caseStates } from "../../core/index.ts";
import type { CopyRow, Intent, Lease, Store, StoreOptions } from "../../store/index.ts";
import {
  clerk,
  clockAt,
  countedIds,
  hashOf,
  refusal,
  robot,
  sheet,
  type TurnedClock,
} from "../support/store-world.ts";
import { storeOrderContract } from "./store-order.ts";

/** Opens an empty store; what it opened is its own to close. */
export type OpenEmptyStore = (options: StoreOptions) => Promise<Store>;

export function storeContract(driver: string, open: OpenEmptyStore): void {
  storeOrderContract(driver, open);
  describe(`store contract: ${driver}`, () => {
    let store: Store;
    let clock: TurnedClock;

    beforeEach(async () => {
      clock = clockAt("2026-11-20T01:00:00.000Z");
      store = await open({ clock, ids: countedIds("case") });
    });

    const receive = async (name: string) => (await store.receive(sheet(name), clerk)).case;

    describe("cases", () => {
      it("journals a new sheet as a received case with a receipt number for people", async () => {
        const { case: c, isNew } = await store.receive(sheet("a"), clerk);
        expect(isNew).toBe(true);
        expect(c).toEqual({
          format: 1,
          id: "case-1",
          bot: "creditor-account",
          botVersion: hashOf("bot"),
          receiptNumber: "B20261120-00001-ULV",
          receivedOn: "2026-11-20",
          source: sheet("a").source,
          state: "received",
          readings: {},
          derived: {},
          findings: [],
          businessKey: null,
          outcome: {},
          reason: null,
          attempt: 0,
          revision: 1,
          createdAt: "2026-11-20T01:00:00.000Z",
          updatedAt: "2026-11-20T01:00:00.000Z",
        });
        expect(await store.getCase(c.id)).toEqual(c);
        expect(await store.originalOf(c.id)).toBe(sheet("a").original);
      });

      it("counts receipt numbers per day of receipt, over all bots, rising as text too", async () => {
        const numbers: string[] = [];
        const days = ["2026-11-20", "2026-11-20", "2026-11-21", "2026-11-20"];
        for (const [i, receivedOn] of days.entries()) {
          const input = sheet(`s${i}`, { receivedOn, bot: `bot-${i}` });
          numbers.push((await store.receive(input, clerk)).case.receiptNumber);
        }
        expect(numbers).toEqual([
          "B20261120-00001-ULV",
          "B20261120-00002-ULV",
          "B20261121-00001-ULV",
          "B20261120-00003-ULV",
        ]);
      });

      it("gives the old case when the same sheet comes again, and notes it", async () => {
        const first = await receive("a");
        const again = await store.receive(sheet("a", { receivedOn: "2026-11-25" }), robot);
        expect(again).toEqual({ case: first, isNew: false });
        expect((await store.events(first.id)).map((e) => e.event)).toEqual([
          "received",
          "received-again",
        ]);
        expect((await receive("b")).receiptNumber).toBe("B20261120-00002-ULV");
      });

      it.each([
        ["another page", sheet("a", { source: { ...sheet("a").source, page: 2 } })],
        ["another bot", sheet("a", { bot: "invoice" })],
      ])("takes %s of the same file as another case", async (_what, input) => {
        await receive("a");
        expect((await store.receive(input, clerk)).isNew).toBe(true);
      });

      it.each([
        ["a date with a path", sheet("x", { receivedOn: "../../etc" })],
        ["a hash that is none", sheet("x", { source: { ...sheet("x").source, contentHash: "x" } })],
        ["page 0", sheet("x", { source: { ...sheet("x").source, page: 0 } })],
        ["half a page", sheet("x", { source: { ...sheet("x").source, page: 1.5 } })],
      ])("refuses %s and writes nothing", async (_what, input) => {
        expect((await refusal(() => store.receive(input, clerk))).code).toBe("STO011");
        expect(await store.listCases({})).toEqual([]);
      });

      it("keeps everything that was read, whatever characters it holds", async () => {
        const c = await receive("a");
        const odd = "髙﨑\u0000 \u202e𠮷野家 \ud800 ﾊﾟ'; DROP TABLE case_file; --\r\n";
        const reader = { name: "tesseract.js/jpn", version: "7.0.0-abc" };
        const reading = {
          value: odd,
          raw: odd,
          accepted: false,
          confidence: 0.5,
          charConfidences: [0.25, 1],
          candidates: [{ value: odd, confidence: 0.1, reader }],
          reasons: [{ code: "readers-differ", message: "読み取りが割れました。" }],
          box: { page: 1, x: 1, y: 2, width: 3.5, height: 4 },
          readers: [reader],
        };
        const typed = { ...reading, box: null, confirmed: { by: "佐藤", at: "2026-11-20" } };
        const patch = {
          readings: { 氏名: reading, __proto__x: typed },
          derived: { 通知額: "1,200" },
          findings: [
            {
              rule: "口座番号の桁",
              severity: "error" as const,
              message: "口座番号が7桁ではありません。",
              fields: ["口座番号"],
              sheet: "案件",
              cell: "K2",
              formula: '=IF(LEN(G2)=7,"","x")',
            },
          ],
          outcome: { 債権者番号: "00000001" },
          reason: { code: "OCR001", message: "m", next: "n" },
          businessKey: hashOf("key"),
          attempt: 2,
        };
        const event = { actor: robot, event: "read-ok", facts: { fields: 2 } };
        const changed = await store.changeCase(c.id, 1, "read", patch, event);
        expect(changed).toEqual({ ...c, ...patch, state: "read", revision: 2 });
        expect(await store.getCase(c.id)).toEqual(changed);
      });

      it("changes a case only for somebody who has seen its newest revision", async () => {
        const c = await receive("a");
        const event = { actor: robot, event: "read-ok", facts: {} };
        await store.changeCase(c.id, 1, "read", {}, event);
        const error = await refusal(() => store.changeCase(c.id, 1, "failed", {}, event));
        expect(error).toMatchObject({ code: "STO022", kind: "conflict", place: { caseId: c.id } });
        expect((await store.getCase(c.id))?.state).toBe("read");
        expect(await store.events(c.id)).toHaveLength(2);
      });

      it("changes nothing when its event cannot be written, and goes on", async () => {
        const c = await receive("a");
        const bad = { actor: robot, event: "read\0ok", facts: {} };
        const change = () => store.changeCase(c.id, 1, "read", { attempt: 9 }, bad);
        expect((await refusal(change)).code).toBe("STO011");
        expect(await store.getCase(c.id)).toEqual(c);
        const good = { ...bad, event: "read-ok" };
        expect((await store.changeCase(c.id, 1, "read", {}, good)).revision).toBe(2);
      });

      it("lets one of many at once win", async () => {
        const c = await receive("a");
        const event = { actor: robot, event: "read-ok", facts: {} };
        const tries = Array.from({ length: 20 }, () =>
          store.changeCase(c.id, 1, "read", {}, event),
        );
        const ends = await Promise.allSettled(tries);
        expect(ends.filter((e) => e.status === "fulfilled")).toHaveLength(1);
      });

      it("lists the oldest first, by bot, by states and up to a limit", async () => {
        for (const name of ["a", "b", "c"]) await receive(name);
        await store.receive(sheet("d", { bot: "invoice" }), clerk);
        const event = { actor: robot, event: "read-ok", facts: {} };
        await store.changeCase("case-2", 1, "read", {}, event);
        const ids = async (filter: Parameters<Store["listCases"]>[0]) =>
          (await store.listCases(filter)).map((c) => c.id);
        expect(await ids({})).toEqual(["case-1", "case-2", "case-3", "case-4"]);
        expect(await ids({ bot: "creditor-account" })).toEqual(["case-1", "case-2", "case-3"]);
        expect(await ids({ states: ["read", "done"] })).toEqual(["case-2"]);
        expect(await ids({ states: [] })).toEqual([]);
        expect(await ids({ states: ["received"], limit: 2 })).toEqual(["case-1", "case-3"]);
        expect(await store.countByState("creditor-account")).toMatchObject({
          received: 2,
          read: 1,
        });
        const all = await store.countByState(null);
        expect(all).toMatchObject({ received: 3, read: 1, done: 0 });
        expect(Object.keys(all).sort()).toEqual([...caseStates].sort());
      });

      it("knows no case under a strange id", async () => {
        expect(await store.getCase("no")).toBeNull();
        expect(await store.getCase("\0")).toBeNull();
        const event = { actor: robot, event: "x", facts: {} };
        for (const work of [
          () => store.originalOf("no"),
          () => store.changeCase("no", 1, "read", {}, event),
          () => store.addEvent("no", event),
          () => store.planIntent("no", "k", "r", 1),
          () => store.dropIntent("no"),
        ]) {
          expect((await refusal(work)).code).toBe("STO021");
        }
      });
    });

    describe("commit intents", () => {
      const key = hashOf("0999-012-1-0123456");
      let lease: Lease;

      const press = async (caseId: string, businessKey = key): Promise<Intent> => {
        await store.planIntent(caseId, businessKey, "row", lease.fence);
        return store.markPressing(caseId, lease);
      };

      beforeEach(async () => {
        const got = await store.acquireLease("account:財務会計/robot01", "worker-1", 60);
        if (!got) throw new TypeError("the lease of an empty store is free");
        lease = got;
        for (const name of ["a", "b"]) await receive(name);
      });

      it("goes planned, pressing, committed, with the time of the press", async () => {
        const planned = await store.planIntent("case-1", key, "row", lease.fence);
        expect(planned).toMatchObject({
          kind: "planned",
          intent: { state: "planned", pressedAt: null, fence: 1, rowHash: "row" },
        });
        clock.pass(5);
        const pressing = await store.markPressing("case-1", lease);
        expect(pressing).toMatchObject({
          state: "pressing",
          pressedAt: "2026-11-20T01:00:05.000Z",
        });
        clock.pass(1);
        const done = await store.settleIntent("case-1", "committed", "00000001", lease.fence);
        expect(done).toEqual({
          ...pressing,
          state: "committed",
          targetNumber: "00000001",
          updatedAt: "2026-11-20T01:00:06.000Z",
        });
        expect(await store.getIntent("case-1")).toEqual(done);
        expect((await store.events("case-1")).map((e) => e.event)).toEqual([
          "received",
          "intent-planned",
          "commit-pressed",
          "intent-settled",
        ]);
      });

      it("names the case that has the key already, per bot", async () => {
        await store.planIntent("case-1", key, "row", 1);
        expect(await store.planIntent("case-2", key, "row", 1)).toEqual({
          kind: "duplicate",
          caseId: "case-1",
        });
        expect(await store.getIntent("case-2")).toBeNull();
        const other = (await store.receive(sheet("c", { bot: "invoice" }), clerk)).case;
        expect((await store.planIntent(other.id, key, "row", 1)).kind).toBe("planned");
      });

      it("gives one key to one of many at once", async () => {
        const wishes = ["case-1", "case-2"].flatMap((id) =>
          Array.from({ length: 10 }, () => store.planIntent(id, key, "row", 1)),
        );
        const ends = await Promise.all(wishes);
        expect(ends.filter((e) => e.kind === "planned")).toHaveLength(10);
        expect(ends.filter((e) => e.kind === "duplicate")).toHaveLength(10);
      });

      it("plans anew while nothing was pressed, and frees the key that is no longer meant", async () => {
        await store.planIntent("case-1", key, "row", 1);
        await store.planIntent("case-1", "other", "row-2", 1);
        expect(await store.getIntent("case-1")).toMatchObject({
          businessKey: "other",
          rowHash: "row-2",
        });
        expect((await store.planIntent("case-2", key, "row", 1)).kind).toBe("planned");
      });

      it("keeps every key that was pressed under, also when the values were mended since", async () => {
        await press("case-1");
        await store.settleIntent("case-1", "not-committed", null, 1);
        await store.planIntent("case-1", "mended", "row-2", 1);
        expect((await store.planIntent("case-2", key, "row", 1)).kind).toBe("duplicate");
        expect((await store.planIntent("case-2", "mended", "row", 1)).kind).toBe("duplicate");
      });

      it("frees the key of a returned case only when nothing was ever pressed", async () => {
        expect(await store.dropIntent("case-1")).toBe(true);
        await store.planIntent("case-1", key, "row", 1);
        expect(await store.dropIntent("case-1", clerk)).toBe(true);
        expect(await store.getIntent("case-1")).toBeNull();
        expect((await store.events("case-1")).at(-1)).toMatchObject({
          event: "intent-dropped",
          actor: clerk,
        });
        await press("case-2");
        await store.settleIntent("case-2", "not-committed", null, 1);
        expect(await store.dropIntent("case-2")).toBe(false);
        await store.planIntent("case-2", key, "row", 1);
        expect(await store.dropIntent("case-2")).toBe(false);
        expect((await store.planIntent("case-1", key, "row", 1)).kind).toBe("duplicate");
      });

      it("lets a corrected case have the key of a refused one, and only then", async () => {
        await press("case-1");
        const early = await refusal(() => store.releaseKey("case-1", 1));
        expect(early.code).toBe("STO024");
        await store.settleIntent("case-1", "in-doubt", null, 1);
        expect((await refusal(() => store.releaseKey("case-1", 1))).code).toBe("STO024");
        await store.settleIntent("case-1", "not-committed", null, 1);
        expect((await refusal(() => store.releaseKey("case-1", 0))).code).toBe("STO025");
        expect((await store.planIntent("case-2", key, "row", 1)).kind).toBe("duplicate");
        await store.releaseKey("case-1", 1);
        await store.releaseKey("case-1", 1);
        const released = (await store.events("case-1")).filter((e) => e.event === "key-released");
        expect(released).toHaveLength(1);
        expect(await store.getIntent("case-1")).toMatchObject({ state: "not-committed" });
        expect((await store.planIntent("case-2", key, "row", 1)).kind).toBe("planned");
        expect((await store.planIntent("case-1", key, "row", 1)).kind).toBe("duplicate");
      });

      it("gives a released key back to its case when the record is found after all", async () => {
        await press("case-1");
        await store.settleIntent("case-1", "not-committed", null, 1);
        await store.releaseKey("case-1", 1);
        await store.settleIntent("case-1", "committed", "00100001", 1);
        expect((await store.planIntent("case-2", key, "row", 1)).kind).toBe("duplicate");
      });

      const settled = ["committed", "not-committed", "in-doubt"] as const;
      const refusedMoves = [
        ["planned", "settle"],
        ["pressing", "plan"],
        ["pressing", "press"],
        ["committed", "plan"],
        ["committed", "press"],
        ["not-committed", "press"],
        ["in-doubt", "plan"],
        ["in-doubt", "press"],
      ] as const;

      it.each(refusedMoves)("refuses from %s to %s", async (from, what) => {
        await store.planIntent("case-1", key, "row", 1);
        if (from !== "planned") await store.markPressing("case-1", lease);
        const end = settled.find((s) => s === from);
        if (end) await store.settleIntent("case-1", end, null, 1);
        const before = await store.getIntent("case-1");
        const work = {
          plan: () => store.planIntent("case-1", key, "row", 1),
          press: () => store.markPressing("case-1", lease),
          settle: () => store.settleIntent("case-1", "committed", "1", 1),
        };
        const error = await refusal(work[what]);
        expect(error).toMatchObject({ code: "STO024", kind: "conflict" });
        expect(await store.getIntent("case-1")).toEqual(before);
      });

      it.each([
        ["committed", "not-committed"],
        ["committed", "in-doubt"],
        ["not-committed", "in-doubt"],
      ] as const)("does not take %s back to %s", async (from, to) => {
        await press("case-1");
        await store.settleIntent("case-1", from, null, 1);
        expect((await refusal(() => store.settleIntent("case-1", to, null, 1))).code).toBe(
          "STO024",
        );
      });

      it.each([
        ["in-doubt", "committed"],
        ["in-doubt", "not-committed"],
        ["not-committed", "committed"],
      ] as const)("lets a look-up take %s to %s", async (from, to) => {
        await press("case-1");
        await store.settleIntent("case-1", from, null, 1);
        const number = to === "committed" ? "00000001" : null;
        expect((await store.settleIntent("case-1", to, number, 1, clerk)).state).toBe(to);
        expect((await store.events("case-1")).at(-1)?.actor).toEqual(clerk);
      });

      it("hears the same outcome twice without a second event, but never a second number", async () => {
        await press("case-1");
        await store.settleIntent("case-1", "committed", "00000001", 1);
        const before = (await store.events("case-1")).length;
        await store.settleIntent("case-1", "committed", "00000001", 1);
        expect(await store.events("case-1")).toHaveLength(before);
        const error = await refusal(() => store.settleIntent("case-1", "committed", "2", 1));
        expect(error.code).toBe("STO027");
      });

      it("notes who has taken a doubt over, so that the one before can settle nothing any more", async () => {
        await press("case-1");
        await store.settleIntent("case-1", "in-doubt", null, 1);
        clock.pass(5);
        const taken = await store.settleIntent("case-1", "in-doubt", null, 2);
        expect(taken).toMatchObject({ fence: 2, updatedAt: "2026-11-20T01:00:05.000Z" });
        const late = () => store.settleIntent("case-1", "not-committed", null, 1);
        expect((await refusal(late)).code).toBe("STO025");
      });

      it("takes a number that a look-up brings later, and keeps it when the next one brings none", async () => {
        await press("case-1");
        await store.settleIntent("case-1", "committed", null, 1);
        const told = await store.settleIntent("case-1", "committed", "00000001", 1);
        expect(told.targetNumber).toBe("00000001");
        expect(await store.settleIntent("case-1", "committed", null, 1)).toEqual(told);
      });

      it("refuses press and outcome without a plan", async () => {
        expect((await refusal(() => store.markPressing("case-1", lease))).code).toBe("STO023");
        const settle = () => store.settleIntent("case-1", "committed", null, 1);
        expect((await refusal(settle)).code).toBe("STO023");
      });

      it("stops a worker whose lease has run out right before the press", async () => {
        await store.planIntent("case-1", key, "row", lease.fence);
        clock.pass(60);
        expect((await refusal(() => store.markPressing("case-1", lease))).code).toBe("STO026");
        const renewed = await store.renewLease(lease, 60);
        expect((await store.markPressing("case-1", renewed)).state).toBe("pressing");
      });

      it("stops a sleeper whose account a younger worker holds, before and after the press", async () => {
        await store.planIntent("case-1", key, "row", lease.fence);
        await press("case-2", "other");
        clock.pass(61);
        const younger = await store.acquireLease(lease.key, "worker-2", 60);
        if (!younger) throw new TypeError("a lease that ran out is free");
        expect((await refusal(() => store.markPressing("case-1", lease))).code).toBe("STO025");
        await store.settleIntent("case-2", "in-doubt", null, younger.fence);
        const late = () => store.settleIntent("case-2", "committed", "1", lease.fence);
        expect((await refusal(late)).code).toBe("STO025");
        await store.planIntent("case-1", key, "row", younger.fence);
        const old = () => store.planIntent("case-1", key, "row", lease.fence);
        expect((await refusal(old)).code).toBe("STO025");
      });

      it.each([
        ["a made-up holder", { holder: "somebody" }],
        ["a made-up fence", { fence: 99 }],
        ["a made-up key", { key: "account:other" }],
        ["a made-up end", { holder: "x", expiresAt: "2099-01-01T00:00:00.000Z" }],
      ])("does not press on %s", async (_what, lie) => {
        await store.planIntent("case-1", key, "row", lease.fence);
        const error = await refusal(() => store.markPressing("case-1", { ...lease, ...lie }));
        expect(error.code).toBe("STO026");
        expect((await store.getIntent("case-1"))?.state).toBe("planned");
      });

      it("does not press on a lease that was given back", async () => {
        await store.planIntent("case-1", key, "row", lease.fence);
        await store.releaseLease(lease);
        expect((await refusal(() => store.markPressing("case-1", lease))).code).toBe("STO026");
      });
    });

    describe("leases and flags", () => {
      it("has one holder at a time, the same name included", async () => {
        const first = await store.acquireLease("k", "w", 30);
        expect(first).toEqual({
          key: "k",
          holder: "w",
          fence: 1,
          expiresAt: "2026-11-20T01:00:30.000Z",
        });
        expect(await store.acquireLease("k", "w", 30)).toBeNull();
        expect(await store.acquireLease("k", "v", 30)).toBeNull();
        // Fences are compared over accounts: a case may be entered under one today and under another tomorrow.
        expect((await store.acquireLease("other", "v", 30))?.fence).toBe(2);
      });

      it("renews for its holder and for nobody else", async () => {
        const lease = await store.acquireLease("k", "w", 30);
        if (!lease) throw new TypeError("free");
        clock.pass(20);
        const renewed = await store.renewLease(lease, 30);
        expect(renewed.expiresAt).toBe("2026-11-20T01:00:50.000Z");
        const thief = { ...lease, holder: "thief" };
        expect((await refusal(() => store.renewLease(thief, 30))).code).toBe("STO026");
        clock.pass(40);
        await store.acquireLease("k", "v", 30);
        expect((await refusal(() => store.renewLease(renewed, 30))).code).toBe("STO026");
        await store.releaseLease(renewed);
        expect(await store.acquireLease("k", "u", 30)).toBeNull();
      });

      it("gives a lease on that seems to run for an hour, because the clock was set back", async () => {
        const dead = await store.acquireLease("k", "w", 30);
        clock.pass(-3600);
        const heir = await store.acquireLease("k", "v", 30);
        expect(heir?.fence).toBe((dead?.fence ?? 0) + 1);
        expect(await store.acquireLease("k", "u", 30)).toBeNull();
      });

      it.each([0, -1, Number.NaN, 601])("refuses a lease of %s seconds", async (seconds) => {
        const error = await refusal(() => store.acquireLease("k", "w", seconds));
        expect(error.code).toBe("STO011");
      });

      it("keeps flags until they are taken away", async () => {
        expect(await store.getFlag("stop-order")).toBeNull();
        await store.setFlag("stop-order", "2026-11-20T01:00:00.000Z");
        await store.setFlag("stop-order", "停止");
        expect(await store.getFlag("stop-order")).toBe("停止");
        await store.setFlag("stop-order", null);
        expect(await store.getFlag("stop-order")).toBeNull();
      });
    });

    describe("a copy", () => {
      it("comes back whole in an empty ledger, which goes on from there", async () => {
        await receive("a");
        const b = await receive("b");
        const lease = await store.acquireLease("k", "w1", 60);
        if (!lease) expect.unreachable();
        await store.planIntent(b.id, "key", "row", lease.fence);
        const tables = new Map<string, CopyRow[]>();
        const check = await store.copyOut((table, rows) => {
          tables.set(table, [...(tables.get(table) ?? []), ...rows]);
        });
        expect(check).toEqual(await store.verifyEvents());
        const source = { rows: (table: string) => tables.get(table) ?? [] };
        const mark = { madeAt: "2026-11-20T01:00:00.000Z", restoredAt: "2026-11-20T03:00:00.000Z" };
        const again = await open({ clock, ids: countedIds("again") });
        expect(await again.copyIn(source, mark)).toEqual(check);
        expect(await again.listCases({})).toEqual(await store.listCases({}));
        expect(await again.getIntent(b.id)).toEqual(await store.getIntent(b.id));
        expect(await again.restoredAt()).toBe(mark.restoredAt);
        expect((await again.acquireLease("k", "w2", 60))?.fence).toBeGreaterThan(1000);
        await again.receive(sheet("c"), clerk);
        expect((await again.listCases({})).map((c) => c.source.fileName)).toEqual([
          "a.pdf",
          "b.pdf",
          "c.pdf",
        ]);
        expect((await again.verifyEvents()).ok).toBe(true);
        expect((await refusal(() => again.copyIn(source, mark))).code).toBe("STO051");
      });
    });

    describe("events", () => {
      it("numbers all events in one chain and gives those of one case in order", async () => {
        const a = await receive("a");
        const b = await receive("b");
        clock.pass(1);
        const facts = { purpose: "before-commit", n: 1, ok: true, none: null };
        await store.addEvent(a.id, { actor: robot, event: "evidence", facts });
        expect(await store.events(a.id)).toEqual([
          {
            sequence: 1,
            caseId: a.id,
            at: "2026-11-20T01:00:00.000Z",
            actor: clerk,
            event: "received",
            facts: { kind: "page", page: 1 },
          },
          {
            sequence: 3,
            caseId: a.id,
            at: "2026-11-20T01:00:01.000Z",
            actor: robot,
            event: "evidence",
            facts,
          },
        ]);
        expect((await store.events(b.id)).map((e) => e.sequence)).toEqual([2]);
        expect(await store.verifyEvents()).toEqual({ ok: true, count: 3, firstBroken: null });
      });

      it("finds an empty log sound", async () => {
        expect(await store.verifyEvents()).toEqual({ ok: true, count: 0, firstBroken: null });
      });
    });

    it("answers nothing after it was closed, and may be closed twice", async () => {
      await store.close();
      await store.close();
      expect((await refusal(() => store.listCases({}))).code).toBe("STO010");
    });
  });
}
