/** Blind double entry from the draw to the report, and pages with a 個人番号, through a real ledger with a faked reader. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Case, type FieldReading, randomIds, silentLog } from "../../core/index.ts";
import type { PageReader, PageReading } from "../../ocr/index.ts";
import {
  openWorkplace,
  receiveRows,
  receiveTray,
  reviewItems,
  summarise,
  takeAnswers,
  type Workplace,
} from "../../queues/index.ts";
import { createLedgerRows } from "../../queues/ledger-rows.ts";
import type { ReadDoors } from "../../queues/read-doors.ts";
import { readCase } from "../../queues/read-work.ts";
import type { ReviewAnswer } from "../../rules/index.ts";
import { sampleCompany } from "../support/sample-company.ts";

const botName = "creditor-account";
const paper: Readonly<Record<string, string>> = {
  申請区分: "新規",
  申請日: "2026-11-02",
  ...sampleCompany,
};

const read = (value: string): FieldReading => ({
  value,
  raw: value,
  accepted: true,
  confidence: 0.99,
  charConfidences: [],
  candidates: [],
  reasons: [],
  box: { page: 1, x: 10, y: 10, width: 100, height: 30 },
  readers: [],
});

let folder = "";
let place: Workplace;
const clock = { now: () => new Date("2026-11-20T01:00:00Z") };
const png = await readFile("scenarios/library/creditor-account/samples/2026-11-20/scan-01.png");

async function open(share: string, waits: string): Promise<void> {
  const library = resolve("scenarios/library");
  const settings = `版: 1\n部下の場所: ${library}\n二重入力の割合: ${share}\n二重入力を待つ: ${waits}\n`;
  await writeFile(join(folder, "buka.yaml"), settings);
  place = await openWorkplace(folder, { clock, ids: randomIds, log: silentLog, environment: {} });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-double-"));
  await mkdir(join(folder, "tray"));
});
afterEach(async () => {
  await place.close();
  await rm(folder, { recursive: true });
});

const actor = { kind: "bot", name: "部下" } as const;

/** A reader that gives prepared pages in turn. */
function pagesOf(readings: readonly PageReading[]): Pick<PageReader, "readPage" | "countPages"> {
  return {
    countPages: () => Promise.resolve(readings.length),
    readPage: (_file, page) => {
      const found = readings[page - 1];
      return found ? Promise.resolve(found) : Promise.reject(new RangeError("no page"));
    },
  };
}

const formPage = (values: Readonly<Record<string, string>>): PageReading => ({
  kind: "form",
  page: 1,
  formId: "SAIKEN-01",
  formVersion: 1,
  fields: Object.fromEntries(Object.entries(values).map(([n, v]) => [n, read(v)])),
  image: png,
  dpi: 200,
  qrExtra: null,
  cpuSeconds: 0,
});

async function receive(readings: readonly PageReading[], bytes = png): Promise<readonly Case[]> {
  await writeFile(join(folder, "tray", "scan.png"), bytes);
  const bot = await place.bot(botName);
  const { store, evidence, log } = place;
  const doors = { store, evidence, log, actor, pages: pagesOf(readings) };
  const tray = { folder: join(folder, "tray"), receivedOn: "2026-11-20" };
  return (await receiveTray(doors, bot, tray)).cases;
}

async function readOn(caseId: string, readings: readonly PageReading[]): Promise<Case | null> {
  const { store, evidence, log } = place;
  const { doubleEntryShare: share, doubleEntryWaits: waits } = place.settings;
  const doors: ReadDoors = {
    store,
    evidence,
    log,
    clock,
    actor,
    pages: pagesOf(readings),
    ledger: createLedgerRows(store, botName),
    doubleEntry: { share, waits },
  };
  return readCase(doors, await place.bot(botName), caseId);
}

async function oneCase(values = paper): Promise<Case> {
  const pages = [formPage(values)];
  const [received] = await receive(pages);
  const done = received ? await readOn(received.id, pages) : null;
  if (!done) throw new RangeError("no case");
  return done;
}

/** Answers as a person who types what the paper says. */
async function typeAll(answer: (field: string, blind: boolean) => string) {
  const items = await reviewItems(place, null);
  const answers = items.map(
    (i): ReviewAnswer => ({
      caseId: i.caseId,
      revision: i.revision,
      receiptNumber: i.receiptNumber,
      field: i.field,
      kind: "value",
      value: answer(i.field, i.blind ?? false),
    }),
  );
  return takeAnswers(place, answers, "二人目");
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await place.store.getCase(id))?.state;

describe("blind double entry", () => {
  it("draws the share that the office set, and shows nothing that was read", async () => {
    await open("100%", "いいえ");
    const c = await oneCase();
    expect(c.state).toBe("ready");
    const items = await reviewItems(place, null);
    expect(items).toHaveLength(Object.keys(paper).length);
    expect(items.every((i) => i.blind && i.value === "" && i.candidates.length === 0)).toBe(true);
    expect(items[0]?.picture?.length).toBeGreaterThan(100);
    await place.close();
    await open("0%", "いいえ");
    expect((await summarise(place.store, null)).doubleEntry.drawn).toBe(20);
  });

  it("of nothing draws nothing", async () => {
    await open("0%", "はい");
    expect((await oneCase()).state).toBe("ready");
    expect(await reviewItems(place, null)).toEqual([]);
  });

  it("counts what was typed as read, without any value in the events", async () => {
    await open("100%", "いいえ");
    const c = await oneCase();
    const result = await typeAll((field) => paper[field] ?? "");
    expect(result).toMatchObject({ doubles: { same: 20, differs: 0 }, refused: [] });
    const { doubleEntry } = await summarise(place.store, null);
    expect(doubleEntry).toMatchObject({ accepted: 20, drawn: 20, waiting: 0, undecided: 0 });
    expect(doubleEntry.rate).toMatchObject({ checked: 20, wrong: 0, low: 0 });
    expect(doubleEntry.rate.high).toBeCloseTo(0.1684, 3);
    const told = JSON.stringify(await place.store.events(c.id));
    for (const value of ["0123456", "みほん電設", "ﾐﾎﾝ"]) expect(told).not.toContain(value);
    expect(await reviewItems(place, null)).toEqual([]);
  });

  it("holds a case whose second typing differs, and goes on when the reading was right", async () => {
    await open("100%", "いいえ");
    const c = await oneCase();
    const first = await typeAll((f) => (f === "口座番号" ? "0123457" : (paper[f] ?? "")));
    expect(first.doubles).toEqual({ same: 19, differs: 1, settled: 0 });
    expect(await stateOf(c.id)).toBe("awaiting-review");
    expect((await summarise(place.store, null)).todo.map((r) => r.asked)).toEqual([["口座番号"]]);
    const [item, ...rest] = await reviewItems(place, null);
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ field: "口座番号", value: "0123456" });
    expect(item?.blind).toBeUndefined();
    await typeAll(() => "0123456");
    expect(await stateOf(c.id)).toBe("read");
    expect((await readOn(c.id, []))?.state).toBe("ready");
    const { rate } = (await summarise(place.store, null)).doubleEntry;
    expect(rate).toMatchObject({ checked: 20, wrong: 0 });
  });

  it("mends a value that was read wrongly before it is entered, and counts it", async () => {
    await open("100%", "いいえ");
    const c = await oneCase({ ...paper, 口座番号: "0123450" });
    await typeAll((f) => paper[f] ?? "");
    await typeAll((f) => paper[f] ?? "");
    const after = await readOn(c.id, []);
    expect(after?.state).toBe("ready");
    expect(after?.readings["口座番号"]?.value).toBe("0123456");
    const { rate } = (await summarise(place.store, null)).doubleEntry;
    expect(rate).toMatchObject({ checked: 20, wrong: 1, rate: 0.05 });
  });

  it("keeps a wrong value that is already entered on the person's list", async () => {
    await open("100%", "いいえ");
    const c = await oneCase({ ...paper, 口座番号: "0123450" });
    const event = { actor, event: "test", facts: {} };
    const done = await place.store.changeCase(c.id, c.revision, "done", {}, event);
    await typeAll((f) => paper[f] ?? "");
    await typeAll((f) => paper[f] ?? "");
    const { todo } = await summarise(place.store, null);
    expect(todo).toMatchObject([{ caseId: done.id, state: "done", wrongAfterEntry: ["口座番号"] }]);
  });

  it("makes a case wait where the office says so", async () => {
    await open("100%", "はい");
    const c = await oneCase();
    expect(c.state).toBe("awaiting-review");
    await typeAll((f) => paper[f] ?? "");
    expect(await stateOf(c.id)).toBe("read");
    expect((await readOn(c.id, []))?.state).toBe("ready");
  });

  it("refuses an answer that came twice, and one that is no value of the field", async () => {
    await open("100%", "いいえ");
    await oneCase();
    const [item] = await reviewItems(place, null);
    if (!item) throw new RangeError("nothing drawn");
    const { caseId, revision, receiptNumber, field } = item;
    const answer = { caseId, revision, receiptNumber, field, kind: "value" as const };
    const value = paper[field] ?? "";
    const twice = [
      { ...answer, value: "そんな選択肢" },
      { ...answer, value },
      { ...answer, value },
    ];
    const { refused, doubles } = await takeAnswers(place, twice, "二人目");
    expect(refused).toHaveLength(2);
    expect(doubles.same).toBe(1);
  });
});

/** Every file below a folder that holds a text, databases and their logs included. */
async function filesWith(text: string, below: string): Promise<string[]> {
  const names = await readdir(below, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const n of names.filter((e) => e.isFile())) {
    const path = join(n.parentPath, n.name);
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}

describe("a page with a 個人番号", () => {
  const number = "123456789018";
  const reason = { code: "OCR037", message: "個人番号があります。", next: "返してください。" };
  const masked = {
    kind: "private-number",
    page: 1,
    reason,
    masked: png,
    dpi: 200,
    cpuSeconds: 0,
  } as const;
  const original = new TextEncoder().encode(`a scan that shows ${number}`);

  it("leaves neither value nor original behind, and says so", async () => {
    await open("2%", "いいえ");
    const [c] = await receive([masked], original as never);
    expect(await filesWith(number, join(folder, "ledger"))).toHaveLength(1);
    const after = await readOn(c?.id ?? "", [masked]);
    expect(after).toMatchObject({ state: "returned", reason: { code: "OCR037" }, readings: {} });
    expect(await filesWith(number, join(folder, "ledger"))).toEqual([]);
    const events = await place.store.events(c?.id ?? "");
    expect(events.map((e) => e.event)).toContain("original-erased");
    // The same file once more: nothing comes back with it.
    await receive([masked], original as never);
    expect(await filesWith(number, join(folder, "ledger"))).toEqual([]);
  });

  it("keeps the file until its other pages are read", async () => {
    await open("0%", "いいえ");
    const pages = [masked, formPage(paper)];
    const [first, second] = await receive(pages, original as never);
    await readOn(first?.id ?? "", pages);
    expect(await filesWith(number, join(folder, "ledger"))).toHaveLength(1);
    expect((await readOn(second?.id ?? "", pages))?.state).toBe("ready");
    expect(await filesWith(number, join(folder, "ledger"))).toEqual([]);
  });

  it("in a row of a table stops the row, and is black in the table that is kept", async () => {
    await open("0%", "いいえ");
    const names = Object.keys(paper);
    const bad = names.map((n) => (n === "住所" ? `みほん市 ${number}` : paper[n]));
    const good = names.map((n) => paper[n]);
    const file = join(folder, "rows.csv");
    await writeFile(file, [names, bad, good].map((row) => row.join(",")).join("\n"));
    const { cases } = await receiveRows(place, await place.bot(botName), {
      file,
      receivedOn: "2026-11-20",
    });
    expect(cases.map((c) => [c.state, c.reason?.code])).toEqual([
      ["returned", "QUE128"],
      ["read", undefined],
    ]);
    expect(await filesWith(number, join(folder, "ledger"))).toEqual([]);
  });
});
