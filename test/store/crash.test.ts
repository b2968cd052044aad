/** kill -9 at any moment: whatever was acknowledged is there, nothing is half, and the next process goes on. */
import { describe, expect, it, onTestFinished } from "vitest";
import { randomIds, systemClock } from "../../core/index.ts";
import { type EvidenceStore, openStore, type Store } from "../../store/index.ts";
import { startChild } from "../support/child-process.ts";
import { freshFolder } from "../support/store-world.ts";

const rounds = 5;
const order = ["planned", "pressing", "committed"];

async function checkAcknowledged(
  { store, evidence }: { readonly store: Store; readonly evidence: EvidenceStore },
  said: readonly string[],
): Promise<void> {
  for (const line of said) {
    const [word = "", id = "", more = ""] = line.split(" ");
    if (word === "evidence") expect((await evidence.get(id)).length).toBe(64);
    if (word === "received") expect((await store.getCase(id))?.receiptNumber).toBe(more);
    if (word === "read") expect((await store.getCase(id))?.state).toBe("read");
    if (!order.includes(word)) continue;
    const intent = await store.getIntent(id);
    expect(order.indexOf(intent?.state ?? "")).toBeGreaterThanOrEqual(order.indexOf(word));
    if (word === "committed") expect(intent?.targetNumber).toBe(more);
  }
}

/** Case, intent and events are written together or not at all. */
async function checkWhole(store: Store): Promise<void> {
  for (const c of await store.listCases({})) {
    const events = (await store.events(c.id)).map((e) => e.event);
    expect(events.filter((e) => e === "received")).toHaveLength(1);
    expect(events.includes("read-ok")).toBe(c.state === "read");
    const state = (await store.getIntent(c.id))?.state;
    expect(events.includes("intent-planned")).toBe(state !== undefined);
    expect(events.includes("commit-pressed")).toBe(state === "pressing" || state === "committed");
    expect(events.includes("intent-settled")).toBe(state === "committed");
  }
}

describe("ledger under kill -9", () => {
  it(`loses nothing acknowledged in ${rounds} kills`, { timeout: 60_000 }, async () => {
    const folder = await freshFolder();
    const said: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const child = startChild("test/store/write-until-killed.mjs", [folder, String(round)]);
      said.push(...(await child.killAfter(2 + Math.floor(Math.random() * 30))));
    }
    const opened = await openStore(folder, { clock: systemClock, ids: randomIds });
    onTestFinished(() => opened.store.close());
    await checkAcknowledged(opened, said);
    await checkWhole(opened.store);
    expect((await opened.store.verifyEvents()).ok).toBe(true);
    const fences = said.filter((l) => l.startsWith("lease")).map((l) => Number(l.split(" ")[1]));
    expect(fences).toEqual([...fences].sort((a, b) => a - b));
    expect(new Set(fences).size).toBe(rounds);
    const receipts = (await opened.store.listCases({})).map((c) => c.receiptNumber);
    expect(receipts).toEqual([...new Set(receipts)].sort());
  });

  it("keeps four writing processes apart", { timeout: 60_000 }, async () => {
    const folder = await freshFolder();
    const children = [1, 2, 3, 4].map((n) =>
      startChild("test/store/receive-sheets.mjs", [folder, String(n), "12"]),
    );
    const said = (await Promise.all(children.map((c) => c.ended()))).flat();
    const opened = await openStore(folder, { clock: systemClock, ids: randomIds });
    onTestFinished(() => opened.store.close());
    const cases = await opened.store.listCases({});
    // 12 sheets of each process and 12 that all four bring at the same time.
    expect(cases).toHaveLength(60);
    expect(new Set(cases.map((c) => c.receiptNumber)).size).toBe(60);
    expect(said.filter((l) => l.startsWith("new"))).toHaveLength(60);
    expect(said.filter((l) => l.startsWith("planned"))).toHaveLength(12);
    expect((await opened.store.verifyEvents()).ok).toBe(true);
  });
});
