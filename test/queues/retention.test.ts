/** Evidence past its time: only of ended cases, never a file that another case still needs, always with a line in the ledger. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type CaseState, randomIds, silentLog } from "../../core/index.ts";
import {
  caseLife,
  dueEvidence,
  eraseDue,
  openWorkplace,
  type Workplace,
} from "../../queues/index.ts";
import { keptUntil } from "../../queues/retention.ts";
import { summarise } from "../../queues/summary.ts";
import { robot, sheet } from "../support/store-world.ts";

let folder = "";
let place: Workplace;
let now = "2026-11-20T01:00:00Z";
const clock = { now: () => new Date(now) };

async function open(settings: string): Promise<void> {
  await writeFile(join(folder, "buka.yaml"), `版: 1\n${settings}`);
  place = await openWorkplace(folder, { clock, ids: randomIds, log: silentLog, environment: {} });
  const opened = place;
  onTestFinished(() => opened.close());
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-keep-"));
  now = "2026-11-20T01:00:00Z";
});
afterEach(() => rm(folder, { recursive: true }));

const put = (text: string, extension = "png"): Promise<string> =>
  place.evidence.put(new TextEncoder().encode(text), extension);

/** A case with an original, a page image, a picture of a screen and a record. */
async function caseWith(name: string, state: CaseState, original = name): Promise<string> {
  const { case: c } = await place.store.receive(
    { ...sheet(name), original: await put(original) },
    robot,
  );
  const add = async (event: string, facts: Record<string, string>): Promise<void> =>
    place.store.addEvent(c.id, { actor: robot, event, facts });
  await add("page-image", { image: await put(`page ${name}`) });
  await add("picture", { purpose: "after-commit", image: await put(`screen ${name}`) });
  await add("played", { log: await put(`[]${" ".repeat(name.charCodeAt(0))}`, "json") });
  await place.store.changeCase(c.id, 1, state, {}, { actor: robot, event: "end", facts: {} });
  return c.id;
}

describe("how long evidence is kept", () => {
  it.each([
    ["2026-11-20", { years: 5 }, "2032-03-31"],
    ["2027-03-31", { years: 5 }, "2032-03-31"],
    ["2027-04-01", { years: 5 }, "2033-03-31"],
    ["2026-11-20", { days: 90 }, "2027-02-18"],
    ["2026-11-20", null, null],
  ] as const)("ended on %s, %j: until %s", (endedOn, time, until) => {
    expect(keptUntil(endedOn, time)).toBe(until);
  });
});

describe("taking evidence away", () => {
  it("takes nothing before its last day is over, and never of a case that has not ended", async () => {
    await open("");
    await caseWith("a", "done");
    await caseWith("b", "failed");
    now = "2032-03-31T01:00:00Z";
    expect(await dueEvidence(place)).toEqual([]);
    now = "2032-04-01T01:00:00Z";
    const due = await dueEvidence(place);
    expect(due.map((d) => [d.kind, d.keys.length])).toEqual([
      ["papers", 2],
      ["screens", 1],
      ["records", 1],
    ]);
  });

  it("erases files, keeps the rows, and says so in the ledger and to people", async () => {
    await open("画面の写しの保存: 90日\n");
    const id = await caseWith("a", "done");
    now = "2027-03-01T01:00:00Z";
    const due = await dueEvidence(place);
    expect(await eraseDue(place, due)).toBe(1);
    expect(await dueEvidence(place)).toEqual([]);
    const c = await place.store.getCase(id);
    const life = await caseLife(place, c?.receiptNumber ?? "");
    expect(life.moments.at(-1)).toMatchObject({
      event: "evidence-erased",
      actor: { kind: "person", name: "担当者" },
      facts: { kind: "screens", files: 1, keptUntil: "2027-02-18" },
    });
    expect(life.moments.find((m) => m.event === "picture")?.picture).toBeNull();
    const [row] = (await summarise(place.store, null)).rows;
    expect(Object.keys(row?.pictures ?? {})).toEqual(["page"]);
    expect((await place.store.verifyEvents()).ok).toBe(true);
  });

  it("leaves the scan of which another page is not yet due", async () => {
    await open("書類の画像の保存: 1日\n");
    await caseWith("a", "done", "scan");
    await caseWith("b", "awaiting-review", "scan");
    now = "2026-12-20T01:00:00Z";
    const papers = (await dueEvidence(place)).filter((d) => d.kind === "papers");
    expect(papers.map((d) => d.keys.length)).toEqual([1]);
  });

  it("keeps what is to be kept for ever", async () => {
    await open("書類の画像の保存: ずっと\n手順の記録の保存: ずっと\n画面の写しの保存: ずっと\n");
    await caseWith("a", "done");
    now = "2099-01-01T00:00:00Z";
    expect(await dueEvidence(place)).toEqual([]);
  });

  it("refuses a time that it does not understand", async () => {
    await expect(open("書類の画像の保存: 半年\n")).rejects.toMatchObject({ code: "QUE120" });
  });
});
