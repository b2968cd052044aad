/** Backup and restore of a workspace: what comes back is what was there, and nothing that was pressed since is pressed again. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { randomIds, silentLog } from "../../core/index.ts";
import type { Workplace } from "../../queues/index.ts";
import { backUp, openWorkplace, restoreLedger, restoreWorkspace } from "../../queues/index.ts";
import {
  clerk,
  clockAt,
  freshFolder,
  refusal,
  robot,
  sheet,
  type TurnedClock,
} from "../support/store-world.ts";

let clock: TurnedClock;

async function open(folder: string): Promise<Workplace> {
  // A restored workspace has its own already.
  await writeFile(join(folder, "buka.yaml"), "版: 1\n", { flag: "wx" }).catch(() => undefined);
  const world = { clock, ids: randomIds, log: silentLog, environment: {} };
  const place = await openWorkplace(folder, world);
  onTestFinished(() => place.close());
  return place;
}

/** Three cases: done, pressing, ready; with evidence and a lease. */
async function work(place: Workplace): Promise<void> {
  const { store, evidence } = place;
  const lease = await store.acquireLease("account:財務会計/robot01", "enter-1", 60);
  if (!lease) expect.unreachable();
  for (const name of ["a", "b", "c"]) {
    const original = await evidence.put(new TextEncoder().encode(name), "pdf");
    const { case: c } = await store.receive(sheet(name, { original }), clerk);
    const note = { actor: robot, event: "test", facts: { name } };
    const ready = await store.changeCase(c.id, c.revision, "ready", {}, note);
    if (name === "c") continue;
    await store.planIntent(c.id, `key-${name}`, "row", lease.fence);
    await store.markPressing(c.id, lease);
    if (name === "b") continue;
    await store.settleIntent(c.id, "committed", "00100001", lease.fence);
    await store.changeCase(c.id, ready.revision, "done", { outcome: { 番号: "00100001" } }, note);
  }
}

const copyOf = async (folder: string): Promise<string> => join(folder, "控え");

describe("a backup", () => {
  let place: Workplace;
  let copy: string;

  beforeEach(async () => {
    clock = clockAt("2026-11-20T01:00:00.000Z");
    place = await open(await freshFolder());
    await work(place);
    copy = await copyOf(await freshFolder());
  });

  it("comes back as it was: cases, intents, events, evidence, settings", async () => {
    const made = await backUp(place, copy);
    expect(made).toMatchObject({ cases: 3, evidence: 3, damaged: [], chainWhole: true });
    clock.pass(3600);
    const folder = await freshFolder();
    expect(await restoreWorkspace(copy, folder)).toBe(true);
    expect(await readFile(join(folder, "buka.yaml"), "utf8")).toContain("版: 1");
    const again = await open(folder);
    expect(await restoreLedger(again, copy)).toMatchObject({ cases: 3, chainWhole: true });
    const cases = await place.store.listCases({});
    expect(await again.store.listCases({})).toEqual(cases);
    expect(await again.store.listIntents("creditor-account")).toEqual(
      await place.store.listIntents("creditor-account"),
    );
    for (const c of cases) {
      expect(await again.store.events(c.id)).toEqual(await place.store.events(c.id));
      const original = await again.store.originalOf(c.id);
      expect(await again.evidence.get(original)).toEqual(await place.evidence.get(original));
    }
    expect(await again.store.restoredAt()).toBe("2026-11-20T02:00:00.000Z");
    expect(await place.store.restoredAt()).toBeNull();
  });

  it("lets fences and receipt numbers go on above everything given since", async () => {
    await backUp(place, copy);
    clock.pass(3600);
    const { case: lost } = await place.store.receive(sheet("lost"), clerk);
    const again = await open(await freshFolder());
    await restoreLedger(again, copy);
    const { case: next } = await again.store.receive(sheet("next"), clerk);
    const other = sheet("late", { receivedOn: "2026-11-01" });
    const { case: late } = await again.store.receive(other, clerk);
    expect(next.receiptNumber > lost.receiptNumber).toBe(true);
    expect(late.receiptNumber).not.toMatch(/^B20261101-00001-/);
    const lease = await again.store.acquireLease("account:財務会計/robot01", "enter-2", 60);
    expect(lease?.fence).toBeGreaterThan(1000);
  });

  it("is not laid over a ledger that is in use, and damage is told before anything changes", async () => {
    await backUp(place, copy);
    expect((await refusal(() => restoreLedger(place, copy))).code).toBe("STO051");
    expect((await refusal(() => backUp(place, copy))).code).toBe("STO054");
    const empty = await open(await freshFolder());
    expect((await refusal(() => restoreLedger(empty, place.folder))).code).toBe("STO053");
    const file = join(copy, "event.jsonl");
    await writeFile(file, (await readFile(file, "utf8")).replace("00100001", "00100002"));
    await writeFile(file, "x", { flag: "a" });
    expect((await refusal(() => restoreLedger(empty, copy))).code).toBe("STO052");
    expect(await empty.store.listCases({})).toEqual([]);
  });
});
