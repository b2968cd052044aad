/** 書類から読む in a batch: the paper behind the form is read with it, doubts go to a person, the entry finds the values. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Case, type FieldReading, randomIds, silentLog } from "../../core/index.ts";
import type { FormPage } from "../../ocr/index.ts";
import { openWorkplace, reviewItems, type Workplace } from "../../queues/index.ts";
import { createLedgerRows } from "../../queues/ledger-rows.ts";
import { paperDoor } from "../../queues/papers.ts";
import { entryValues, readCase } from "../../queues/read-work.ts";
import { clockAt, freshFolder, hashOf, refusal, robot } from "../support/store-world.ts";

const clock = clockAt("2026-11-20T10:00:00+09:00");
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const scenario = `版: 1
題名: 試験
持ち主: 会計課
使う画面: [財務会計]
手順:
  - 「財務会計」にログインする
  - 書類「請求書」から {請求番号}、{請求額} を読む
  - 「番号」に {請求番号} を入力する
`;

const formOf = (id: string, fields: readonly string[]): string => `版: 1
様式番号: ${id}
様式の版: 1
題名: 見本
項目:
${fields.map((f) => `  - 名前: ${f}\n    種類: 住所`).join("\n")}
配置:
${fields.map((f) => `  - 行: [${f}]`).join("\n")}
`;

let folder: string;
let place: Workplace;

beforeEach(async () => {
  folder = await freshFolder();
  const bot = join(folder, "bots", "payer");
  await mkdir(bot, { recursive: true });
  await writeFile(join(folder, "buka.yaml"), "版: 1\n");
  await writeFile(join(bot, "scenario.yaml"), scenario);
  await writeFile(join(bot, "form.yaml"), formOf("REI-01", ["氏名"]));
  await writeFile(
    join(bot, "請求書.form.yaml"),
    formOf("SEIKYU-01", ["請求番号", "請求額", "住所"]),
  );
  place = await openWorkplace(folder, { clock, ids: randomIds, log: silentLog, environment: {} });
  onTestFinished(() => place.close());
});

const reading = (value: string, accepted = true): FieldReading => ({
  value,
  raw: value,
  accepted,
  confidence: 1,
  charConfidences: [],
  candidates: [],
  reasons: accepted ? [] : [{ code: "readers-differ", message: "読みが分かれました。" }],
  box: null,
  readers: [],
});

const page = (number: number, formId: string, fields: FormPage["fields"]): FormPage => ({
  kind: "form",
  page: number,
  formId,
  formVersion: 1,
  fields,
  image: png,
  dpi: 200,
  qrExtra: null,
  cpuSeconds: 0,
});

const door = (c: Case) => paperDoor(c.receiptNumber, entryValues(c));

/** A file of pages; the case is its page `at`. */
async function readPageOf(pages: readonly FormPage[], at: number): Promise<Case | null> {
  const bot = await place.bot("payer");
  const { store, evidence } = place;
  const original = await evidence.put(png, "png");
  const source = { kind: "page" as const, fileName: "a.pdf", contentHash: hashOf("a"), page: at };
  const input = {
    bot: "payer",
    botVersion: bot.version,
    receivedOn: "2026-11-20",
    source,
    original,
  };
  const { case: c } = await store.receive(input, robot);
  const reader = {
    countPages: async () => pages.length,
    readPage: async (_file: string, number: number) => {
      const found = pages[number - 1];
      if (!found) throw new RangeError("no page");
      return found;
    },
  };
  const ledger = createLedgerRows(store, "payer");
  const doors = { store, evidence, pages: reader, ledger, clock, log: silentLog, actor: robot };
  return readCase(doors, bot, c.id);
}

const main = (number: number): FormPage => page(number, "REI-01", { 氏名: reading("見本電設") });
const invoice = (number: number, accepted = true): FormPage =>
  page(number, "SEIKYU-01", {
    請求番号: reading("S-77", accepted),
    請求額: reading("12000"),
    住所: reading("要らない欄"),
  });

describe("a paper behind a form", () => {
  it("is read with the form, and the entry takes its values without opening a page", async () => {
    const c = await readPageOf([main(1), invoice(2)], 1);
    expect(Object.keys(c?.readings ?? {}).sort()).toEqual(["氏名", "請求番号", "請求額"]);
    if (!c) return;
    expect(await door(c).read("請求書", ["請求番号", "請求額"])).toEqual({
      kind: "values",
      values: { 請求番号: "S-77", 請求額: "12000" },
    });
  });

  it("asks a person about what is doubtful before the entry begins", async () => {
    const c = await readPageOf([main(1), invoice(2, false)], 1);
    expect(c?.state).toBe("awaiting-review");
    const items = await reviewItems(place, "payer");
    expect(items.map((i) => [i.field, i.reasons[0]])).toEqual([
      ["請求番号", "読みが分かれました。"],
    ]);
  });

  it("belongs to the form before it only, and a missing one ends with a sentence", async () => {
    const c = await readPageOf([main(1), main(2), invoice(3)], 1);
    expect(Object.keys(c?.readings ?? {})).toEqual(["氏名"]);
    if (!c) return;
    const error = await refusal(() => door(c).read("請求書", ["請求番号"]));
    expect(error.code).toBe("QUE145");
  });

  it("is no case of its own", async () => {
    const c = await readPageOf([main(1), invoice(2)], 2);
    expect(c).toMatchObject({ state: "returned", reason: { code: "QUE146" } });
  });

  it("must have its form in the folder of the bot", async () => {
    const bot = join(folder, "bots", "other");
    await mkdir(bot, { recursive: true });
    await writeFile(join(bot, "scenario.yaml"), scenario.replaceAll("請求書", "見積書"));
    await cp(join(folder, "bots", "payer", "form.yaml"), join(bot, "form.yaml"));
    const error = await refusal(() => place.bot("other"));
    expect(error.problems.map((p) => p.code)).toContain("QUE205");
  });
});
