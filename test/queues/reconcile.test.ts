/** Three books that must agree: what was handed in, the journal, and the list that the finance system itself has written. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { controlLines } from "../../apps/cli/reconcile-words.ja.ts";
import { randomIds } from "../../core/index.ts";
import type { Bot } from "../../queues/bot.ts";
import { noteHandedIn } from "../../queues/handed-in.ts";
import { listOfFile, type Reconciliation, reconcile, settleFound } from "../../queues/index.ts";
import type { Workplace } from "../../queues/workplace.ts";
import { type Lease, openStore, type Store } from "../../store/index.ts";
import { sureReading } from "../support/field-reading.ts";
import { clockAt, freshFolder, refusal, robot, sheet } from "../support/store-world.ts";

const bot = {
  name: "creditor-account",
  dictionary: { captions: { 受付番号: ["摘要"], 金額: ["支払額"] } },
  scenario: { steps: [{ kind: "read-value", into: "債権者番号" }] },
} as unknown as Bot;

let folder: string;
let store: Store;
let lease: Lease;

/** A case that was entered and got `number`; `end` says how far it came. */
async function entered(
  name: string,
  amount: string,
  number: string,
  end: "done" | "in-doubt" | "forgotten" = "done",
): Promise<string> {
  const { case: c } = await store.receive(sheet(name), robot);
  const event = { actor: robot, event: "test", facts: {} };
  const readings = { 金額: sureReading(amount), 氏名: sureReading(`見本 ${name}`) };
  await store.planIntent(c.id, name, "row", lease.fence);
  await store.markPressing(c.id, lease);
  const outcome = end === "in-doubt" ? {} : { 債権者番号: number };
  if (end !== "in-doubt") await store.settleIntent(c.id, "committed", number, lease.fence);
  const state = end === "forgotten" ? "committing" : end;
  await store.changeCase(c.id, 1, state, { readings, outcome }, event);
  return c.receiptNumber;
}

/** The mark of the ledger at the end of a number, with its hyphen. */
const markOf = (receipt: string): string => receipt.slice(-4);

async function list(lines: readonly string[]): Promise<string> {
  const file = join(folder, "list.csv");
  await writeFile(file, `\ufeff債権者番号,債権者氏名,支払額,摘　要\r\n${lines.join("\r\n")}\r\n`);
  return file;
}

const check = async (
  more: { readonly list?: string; readonly days?: readonly string[] } = {},
): Promise<Reconciliation> => {
  const { list: file, ...rest } = more;
  const list = file === undefined ? {} : { list: await listOfFile(file) };
  return reconcile(store, { bot, fields: ["金額"], ...rest, ...list });
};

beforeEach(async () => {
  folder = await freshFolder();
  ({ store } = await openStore(folder, { clock: clockAt("2026-11-20T01:00:00Z"), ids: randomIds }));
  onTestFinished(() => store.close());
  const got = await store.acquireLease("account:a", "w", 600);
  if (!got) throw new TypeError("free");
  lease = got;
});

describe("books that agree", () => {
  it("are complete, with equal counts and sums on all sides", async () => {
    const a = await entered("a", "1,200", "00100001");
    const b = await entered("b", "￥９，９９９円", "00100002");
    const file = await list([`00100001,x,1200,${a}`, `00100002,x,"9,999",${b}`, "00099999,x,5,手"]);
    const found = await check({ list: file });
    const total = { count: 2, sums: { 金額: "11199" } };
    expect(found.totals).toMatchObject({
      source: total,
      done: total,
      journal: total,
      target: total,
    });
    expect(found).toMatchObject({
      complete: true,
      gaps: [],
      differences: [],
      unchecked: [],
      open: 0,
    });
  });

  it("are not complete while a case is open", async () => {
    await store.receive(sheet("a"), robot);
    expect(await check()).toMatchObject({ complete: false, open: 1, differences: [] });
  });
});

describe("the last sentence", () => {
  it("says how many cases people still have to see, and only then", async () => {
    await entered("a", "100", "00100001");
    expect((await check()).withPeople).toBe(0);
    await entered("b", "200", "", "in-doubt");
    const { case: c } = await store.receive(sheet("c"), robot);
    const event = { actor: robot, event: "test", facts: {} };
    await store.changeCase(c.id, 1, "awaiting-review", {}, event);
    expect((await check()).withPeople).toBe(2);
    const agreed = { ...(await check()), gaps: [], differences: [], unchecked: [], open: 0 };
    expect(controlLines(agreed).join()).toContain("人が見る案件が 2 件残っています。");
    expect(controlLines({ ...agreed, withPeople: 0 }).join()).toContain("完了です。");
  });
});

describe("counts and sums that differ", () => {
  it("name the sides: a row of the list too few, one too many, another amount", async () => {
    const a = await entered("a", "1,200", "00100001");
    const b = await entered("b", "300", "00100002");
    const gapsOf = async (...lines: string[]): Promise<unknown> =>
      (await check({ list: await list(lines) })).gaps;
    expect(await gapsOf(`00100001,x,1200,${a}`)).toEqual([
      { field: null, fileName: null, sides: { done: "2", journal: "2", target: "1" } },
      { field: "金額", fileName: null, sides: { done: "1500", journal: "1500", target: "1200" } },
    ]);
    const both = [`00100001,x,1200,${a}`, `00100002,x,300,${b}`];
    expect(await gapsOf(...both, `00100003,x,50,B20261120-00009${markOf(a)}`)).toEqual([
      { field: null, fileName: null, sides: { done: "2", journal: "2", target: "3" } },
      { field: "金額", fileName: null, sides: { done: "1500", journal: "1500", target: "1550" } },
    ]);
    expect(await gapsOf(`00100001,x,1200,${a}`, `00100002,x,30,${b}`)).toEqual([
      { field: "金額", fileName: null, sides: { done: "1500", journal: "1500", target: "1230" } },
    ]);
  });

  it("see a row of the table that was handed in and never became a case", async () => {
    const receipt = await entered("a", "100", "00100001");
    const [c] = await store.listCases({});
    const contentHash = c?.source.contentHash ?? "";
    const note = { count: 2, sums: { 金額: "350" } };
    await noteHandedIn(store, { bot: bot.name, contentHash }, note);
    const { gaps } = await check({ list: await list([`00100001,x,100,${receipt}`]) });
    const fileName = c?.source.fileName;
    expect(gaps[0]).toEqual({ field: null, fileName, sides: { file: "2", received: "1" } });
    expect(gaps[1]).toMatchObject({ field: "金額", sides: { file: "350" } });
  });

  it("leave out other days and the other bots of this ledger", async () => {
    const a = await entered("a", "100", "00100001");
    const { case: other } = await store.receive({ ...sheet("o"), bot: "other" }, robot);
    const file = await list([
      `00100001,x,100,${a}`,
      `00100002,x,70,${other.receiptNumber}`,
      "00100003,x,70,B20250401-00001",
    ]);
    expect(await check({ list: file, days: ["2026-11-20"] })).toMatchObject({ complete: true });
  });

  it("leave out what another section with a ledger of its own typed in", async () => {
    const a = await entered("a", "100", "00100001");
    const theirs = `${a.slice(0, -3)}${a.endsWith("QQQ") ? "ZZZ" : "QQQ"}`;
    const file = await list([`00100001,x,100,${a}`, `00100002,x,70,${theirs}`]);
    expect(await check({ list: file, days: ["2026-11-20"] })).toMatchObject({ complete: true });
  });

  it("are not called complete without a list", async () => {
    await entered("a", "100", "00100001");
    const found = await check();
    expect(found).toMatchObject({ complete: false, gaps: [], unchecked: [{ kind: "no-list" }] });
  });
});

describe("books that differ", () => {
  const kinds = async (file?: string): Promise<string[]> =>
    (await check(file === undefined ? {} : { list: file })).differences.map((d) => d.kind);

  it("show a committed press whose case was never told", async () => {
    await entered("a", "1", "00100001", "forgotten");
    expect(await kinds()).toEqual(["journal-without-case"]);
  });

  it("show one number under two cases", async () => {
    await entered("a", "1", "00100001");
    await entered("b", "1", "00100001");
    expect(await kinds()).toEqual(["same-number"]);
  });

  it.each([
    ["not-in-list", () => ["00100009,x,5,B20261119-00001-ULV"]],
    ["twice-in-list", (r: string) => [`00100001,x,100,${r}`, `00100001,x,100,${r}`]],
    ["other-number", (r: string) => [`00100077,x,100,${r}`]],
    ["other-value", (r: string) => [`00100001,x,101,${r}`]],
  ])("%s", async (kind, lines) => {
    const receipt = await entered("a", "100", "00100001");
    expect(await kinds(await list(lines(receipt)))).toContain(kind);
  });

  it("show a row that nobody should have entered, and one that this ledger does not know", async () => {
    const { case: c } = await store.receive(sheet("a"), robot);
    await store.changeCase(c.id, 1, "returned", {}, { actor: robot, event: "x", facts: {} });
    const file = await list([
      `00100001,x,100,${c.receiptNumber}`,
      `00100002,x,100,B20261101-00007${markOf(c.receiptNumber)}`,
    ]);
    expect(await kinds(file)).toEqual(["unexpected", "unknown-in-list"]);
  });
});

describe("a list that cannot be used", () => {
  it("has no column with 受付番号", async () => {
    await entered("a", "100", "00100001");
    const error = await refusal(async () => check({ list: await list(["1,x,100,なし"]) }));
    expect(error.code).toBe("QUE151");
  });

  it("holds no amounts where amounts should be: said, not passed over", async () => {
    const receipt = await entered("a", "百円", "00100001");
    const found = await check({ list: await list([`00100001,x,百円,${receipt}`]) });
    expect(found).toMatchObject({
      complete: false,
      differences: [],
      unchecked: [{ kind: "no-amount", field: "金額" }],
    });
  });

  it("has no column for the field to add up", async () => {
    const receipt = await entered("a", "100", "00100001");
    const file = join(folder, "narrow.csv");
    await writeFile(file, `債権者番号,摘要\r\n00100001,${receipt}\r\n`);
    const found = await check({ list: file });
    expect(found.unchecked).toEqual([{ kind: "no-column", field: "金額" }]);
    expect(found.complete).toBe(false);
  });

  it("is not there", async () => {
    expect((await refusal(() => check({ list: join(folder, "no.csv") }))).code).toBe("QUE123");
  });
});

describe("cases in doubt that stand in the list", () => {
  it("become 済 when a person says so, once each, with the list's number", async () => {
    const a = await entered("a", "100", "", "in-doubt");
    const b = await entered("b", "100", "", "in-doubt");
    const file = await list([`00100001,x,100,${a}`, `00100002,x,100,${b}`, `00100003,x,100,${b}`]);
    const place = { store, settings: { person: "佐藤" } } as unknown as Workplace;
    expect(await settleFound(place, { bot, list: await listOfFile(file) })).toBe(1);
    const [first, second] = await store.listCases({});
    expect(first).toMatchObject({ state: "done", outcome: { 債権者番号: "00100001" } });
    expect(second?.state).toBe("in-doubt");
    const last = (await store.events(first?.id ?? "")).at(-1);
    expect(last).toMatchObject({
      event: "found-by-person",
      actor: { kind: "person", name: "佐藤" },
    });
    expect((await store.getIntent(first?.id ?? ""))?.targetNumber).toBe("00100001");
  });
});
