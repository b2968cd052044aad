/** Forms that are not ours: proposed from a blank scan, found again without markers, refused when in doubt. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNullReaders } from "../../ocr/engines/null-engine.ts";
import type { Grey } from "../../ocr/image/grey.ts";
import { apply } from "../../ocr/image/homography.ts";
import { type AdoptedForm, adoptForm, type Form, parseForm, printForm } from "../../ocr/index.ts";
import { registerPage } from "../../ocr/registration/register-page.ts";
import { foreignLayouts } from "../support/foreign-forms/layouts.ts";
import { type ForeignPage, foreignPrinter } from "../support/foreign-forms/render.ts";
import { foreignRecord } from "../support/foreign-forms/values.ts";
import { distort } from "../support/samples/distort.ts";
import { sampleFont } from "../support/samples/fonts.ts";

let folder = "";
/** 口座振込依頼書, read by the shipped readers; and a letter with underlines, found without any reader. */
let transfer: AdoptedForm;
let letter: AdoptedForm;
let filled: ForeignPage;
let filledLetter: ForeignPage;

const valueFont = sampleFont("BIZ UDMincho").file;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-adopt-"));
  const [, second, third] = foreignLayouts;
  if (!second || !third) throw new RangeError("layouts");
  const printer = await foreignPrinter();
  const values = foreignRecord(second, 3);
  const blank = await printer.print(second, values, { valueFont, blank: true });
  const blankLetter = await printer.print(third, foreignRecord(third, 3), {
    valueFont,
    blank: true,
  });
  filled = await printer.print(second, values, { valueFont });
  filledLetter = await printer.print(third, foreignRecord(third, 4), { valueFont });
  await printer.close();
  const scan = await distort(blank.picture, "skew", 12);
  await writeFile(join(folder, "a.jpg"), scan.bytes);
  await writeFile(join(folder, "b.png"), blankLetter.picture);
  transfer = await adoptForm(join(folder, "a.jpg"), { id: "FURIKAE-02" });
  const readers = () => Promise.resolve(createNullReaders());
  letter = await adoptForm(join(folder, "b.png"), { id: "HOJO-11", readers });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the proposal", () => {
  it("names fields by their captions and types them by what they mean", () => {
    const types = Object.fromEntries(transfer.fields.map((f) => [f.name, f.type]));
    expect(types).toMatchObject({
      届出区分: "選択",
      届出年月日: "日付",
      郵便番号: "郵便番号",
      担当者氏名: "氏名",
      連絡先電話番号: "電話番号",
      金融機関コード: "数字",
      口座番号: "口座番号",
      口座名義カナ: "口座名義カナ",
    });
  });

  it("finds boxes, squares to tick and the words that stand in the way", () => {
    const { zones } = transfer.form.layout;
    expect(zones["口座番号"]?.boxes).toHaveLength(7);
    expect(zones["届出区分"]?.ticks).toHaveLength(3);
    expect(transfer.form.fields.find((f) => f.name === "届出区分")?.options).toEqual([
      "新規",
      "変更",
      "廃止",
    ]);
    // 〒 stands left of the area, not in it.
    expect(zones["郵便番号"]?.area.x).toBeGreaterThan((zones["届出区分"]?.area.x ?? 0) + 3);
  });

  it("is a form.yaml that parses and tells where to look", () => {
    const parsed = parseForm(transfer.yaml, "form.yaml");
    expect(parsed.problems).toEqual([]);
    expect(transfer.yaml).toContain("# 重ね図と見比べて");
    expect(letter.yaml).toContain("← 確かめる");
  });

  it("comes with a picture in colour", async () => {
    const { width, height, channels } = await sharp(transfer.overlay).metadata();
    expect({ width, height, channels }).toEqual({ width: 1240, height: 1754, channels: 3 });
  });

  it("is not made of a page without rules", async () => {
    const file = join(folder, "empty.png");
    const white = { width: 1240, height: 1754, channels: 3 as const, background: "#fff" };
    await sharp({ create: white }).png().toFile(file);
    const readers = () => Promise.resolve(createNullReaders());
    await expect(adoptForm(file, { id: "A", readers })).rejects.toMatchObject({ code: "OCR114" });
    await expect(adoptForm(file, { id: "A", paper: "A9", readers })).rejects.toMatchObject({
      code: "OCR115",
    });
  });

  it("cannot be printed by buka", async () => {
    await expect(printForm(transfer.form, [])).rejects.toMatchObject({ code: "OCR117" });
  });
});

async function grey(bytes: Buffer, degrees = 0): Promise<Grey> {
  const { data, info } = await sharp(bytes)
    .rotate(degrees, { background: "#fff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

/** Both halves of the page drift apart: paper that was pulled through a scanner unevenly. */
function torn(page: Grey, pixels: number): Grey {
  const data = new Uint8Array(page.data.length).fill(255);
  const half = Math.round(page.height * 0.2);
  for (let y = 0; y < page.height; y++) {
    const shift = y < half ? 0 : pixels;
    const from = page.data.subarray(y * page.width, (y + 1) * page.width - shift);
    data.set(from, y * page.width + shift);
  }
  return { ...page, data };
}

describe("a filled page of an adopted form", () => {
  let creditor: Form;
  beforeAll(async () => {
    const file = "scenarios/library/creditor-account/form.yaml";
    const parsed = parseForm(await readFile(file, "utf8"), file);
    if (!parsed.ok) throw new RangeError("form.yaml");
    creditor = parsed.value;
  });

  it.each([0, -2.5, 90, 180])("is found among others at %s°", async (degrees) => {
    const page = await grey(filled.picture, degrees);
    const found = await registerPage(page, [creditor, letter.form, transfer.form]);
    if (found.kind !== "form") throw new RangeError(found.reason.message);
    expect(found.form.id).toBe("FURIKAE-02");
    // The middle of 口座名義カナ on the paper lands on its middle on the scan.
    const at = transfer.form.layout.zones["口座名義カナ"]?.area;
    if (!at) throw new RangeError("zone");
    const target = apply(found.toPage, { x: at.x + 10, y: at.y + at.height / 2 });
    const straight = await registerPage(await grey(filled.picture), [transfer.form]);
    if (straight.kind !== "form") throw new RangeError(straight.reason.message);
    const plain = apply(straight.toPage, { x: at.x + 10, y: at.y + at.height / 2 });
    const angle = (degrees * Math.PI) / 180;
    const [dx, dy] = [plain.x - 1240, plain.y - 1754];
    const x = page.width / 2 + Math.cos(angle) * dx - Math.sin(angle) * dy;
    const y = page.height / 2 + Math.sin(angle) * dx + Math.cos(angle) * dy;
    expect(Math.hypot(target.x - x, target.y - y)).toBeLessThan(6);
  });

  it("of mere underlines is found too", async () => {
    const page = await grey(filledLetter.picture, 1.2);
    const found = await registerPage(page, [transfer.form, letter.form]);
    expect(found.kind === "form" && found.form.id).toBe("HOJO-11");
  });

  it("is foreign to other forms", async () => {
    const page = await grey(filled.picture);
    expect(await registerPage(page, [letter.form, creditor])).toMatchObject({
      kind: "foreign",
      reason: { code: "OCR031" },
    });
  });

  it.each([26, 60])(
    "that was pulled %s pixels aside goes to a person, never a guess",
    async (by) => {
      const page = torn(await grey(filled.picture), by);
      expect(await registerPage(page, [transfer.form])).toMatchObject({ kind: "unreadable" });
    },
  );

  it("that two forms claim goes to a person", async () => {
    const twin = { ...transfer.form, id: "FURIKAE-03", title: "口座振込依頼書（旧）" };
    const page = await grey(filled.picture);
    expect(await registerPage(page, [transfer.form, twin])).toMatchObject({
      kind: "unreadable",
      reason: { code: "OCR040" },
    });
  });
});
