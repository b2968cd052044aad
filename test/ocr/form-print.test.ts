/** Form → PDF: pages, exact places, values in their boxes, and refusals instead of substitutes. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import jsQR from "jsqr";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type Form, type MmBox, mergeRecords, parseForm, printForm } from "../../ocr/index.ts";
import { rasterize } from "../support/samples/raster.ts";
import { truthRecord } from "../support/samples/truth-record.ts";

const file = "scenarios/library/creditor-account/form.yaml";
const parsed = parseForm(readFileSync(file, "utf8"), file);
if (!parsed.ok) throw new Error("the form of the library must parse");
const form: Form = parsed.value;

interface Grey {
  readonly data: Buffer;
  readonly width: number;
}

async function scan(
  records: readonly Readonly<Record<string, string>>[],
  options?: Parameters<typeof printForm>[2],
): Promise<Grey[]> {
  const pages = await rasterize(await printForm(form, records, options));
  return Promise.all(
    pages.map(async (page) => {
      // The renderer cuts the page to whole points; stretched back, a millimetre is a millimetre again.
      const { data, info } = await sharp(page)
        .resize(px(210), px(297), { fit: "fill" })
        .toColourspace("b-w")
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { data, width: info.width };
    }),
  );
}

const px = (mm: number): number => Math.round((mm / 25.4) * 300);

/** Share of dark pixels in a box shrunk by `inset` mm. */
function ink(page: Grey, box: MmBox, inset = 0): number {
  let dark = 0;
  let all = 0;
  for (let y = px(box.y + inset); y < px(box.y + box.height - inset); y++) {
    for (let x = px(box.x + inset); x < px(box.x + box.width - inset); x++) {
      all++;
      if ((page.data[y * page.width + x] ?? 255) < 128) dark++;
    }
  }
  return dark / Math.max(1, all);
}

function zone(name: string) {
  const found = form.layout.zones[name];
  if (!found) throw new Error(`no zone ${name}`);
  return found;
}

function qrOf(page: Grey): string | undefined {
  const { x, y, width, height } = form.layout.qr;
  const [left, top, w, h] = [px(x) - 40, px(y) - 40, px(width) + 80, px(height) + 80];
  const rgba = new Uint8ClampedArray(w * h * 4).fill(255);
  for (let row = 0; row < h; row++) {
    for (let column = 0; column < w; column++) {
      rgba.fill(
        page.data[(top + row) * page.width + left + column] ?? 255,
        (row * w + column) * 4,
        (row * w + column) * 4 + 3,
      );
    }
  }
  // The package is CommonJS; its function is the default export or the module itself.
  const decode = "default" in jsQR ? (jsQR.default as unknown as typeof jsQR.default) : jsQR;
  return (decode as (d: Uint8ClampedArray, w: number, h: number) => { data: string } | null)(
    rgba,
    w,
    h,
  )?.data;
}

describe("a printed form", () => {
  it("is one A4 page when blank, and one per record when filled in", async () => {
    const blank = await PDFDocument.load(await printForm(form, []));
    expect(blank.getPageCount()).toBe(1);
    expect(blank.getPage(0).getWidth()).toBeCloseTo(595.28, 1);
    expect(blank.getPage(0).getHeight()).toBeCloseTo(841.89, 1);
    const three = await printForm(form, [1, 2, 3].map(truthRecord));
    expect((await PDFDocument.load(three)).getPageCount()).toBe(3);
  });

  it("gives the same bytes for the same input", async () => {
    const [a, b] = [
      await printForm(form, [truthRecord(5)]),
      await printForm(form, [truthRecord(5)]),
    ];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  it("carries form, version, page and the extra of each page in its QR code", async () => {
    const pages = await scan([{}, {}], { qrExtras: ["R08-000123", null] });
    expect(pages.map(qrOf)).toEqual([
      expect.stringMatching(/^BUKA1\|SAIKEN-01\|1\.[0-9A-F]{4}\|1\|R08-000123$/u),
      expect.stringMatching(/^BUKA1\|SAIKEN-01\|1\.[0-9A-F]{4}\|1$/u),
    ]);
  });

  it("puts markers, boxes and values on the millimetre", async () => {
    const [page] = await scan([{ 口座番号: "12", 預金種別: "当座", 申請日: "2026-11-02" }]);
    if (!page) throw new Error("no page");
    for (const marker of form.layout.markers) expect(ink(page, marker, 0.2)).toBe(1);
    const written = zone("口座番号").boxes.map((b) => ink(page, b, 1) > 0.01);
    expect(written).toEqual([true, true, false, false, false, false, false]);
    expect(zone("預金種別").ticks.map((t) => ink(page, t, 0.6) > 0.05)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(zone("申請日").boxes.every((b) => ink(page, b, 1) > 0.01)).toBe(true);
  });

  it("loses no glyph: every character of a long value leaves ink", async () => {
    const [page] = await scan([{ 口座名義カナ: "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎ" }]);
    if (!page) throw new Error("no page");
    const empty = zone("口座名義カナ").boxes.filter((b) => ink(page, b, 1) < 0.01);
    expect(empty).toEqual([]);
  });

  it("joins ﾞ to its kana and leaves a box empty for a space", async () => {
    const [page] = await scan([{ 口座名義カナ: "ｶ)ﾐﾎﾝ ﾃﾞﾝ" }]);
    if (!page) throw new Error("no page");
    const written = zone("口座名義カナ")
      .boxes.slice(0, 9)
      .map((b) => ink(page, b, 1) > 0.01);
    expect(written).toEqual([true, true, true, true, true, false, true, true, false]);
  });

  it("keeps written text clear of the rules", async () => {
    const [page] = await scan([truthRecord(2001)], {});
    if (!page) throw new Error("no page");
    for (const name of ["氏名", "フリガナ", "住所", "電話番号", "金融機関名"]) {
      const { area } = zone(name);
      const ring = { x: area.x + 1, y: area.y + 0.5, width: area.width - 2, height: 0.9 };
      expect(ink(page, ring), name).toBe(0);
      expect(ink(page, area, 1.5), name).toBeGreaterThan(0);
    }
  });

  it("shrinks a long value and breaks it into two lines where the zone is high", async () => {
    const address = `みほん市大手町${"一二三四五六七八九十".repeat(5)}あ`;
    const [page] = await scan([{ 住所: address }]);
    const { area } = zone("住所");
    if (!page) throw new Error("no page");
    expect(ink(page, { ...area, height: area.height / 2 }, 1.5)).toBeGreaterThan(0.01);
    expect(
      ink(page, { ...area, y: area.y + area.height / 2, height: area.height / 2 }, 1.5),
    ).toBeGreaterThan(0.005);
  });

  it("writes values in their own font and ink", async () => {
    const mincho = createRequire(import.meta.url).resolve(
      "@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf",
    );
    const [gothic] = await scan([{ 氏名: "見本 太郎" }]);
    const [serif] = await scan([{ 氏名: "見本 太郎" }], { valueFont: mincho });
    const [pale] = await scan([{ 氏名: "見本 太郎" }], {
      ink: { red: 0.7, green: 0.7, blue: 0.7 },
    });
    if (!gothic || !serif || !pale) throw new Error("no page");
    const { area } = zone("氏名");
    expect(ink(serif, area, 1)).not.toBe(ink(gothic, area, 1));
    expect(ink(pale, area, 1)).toBe(0);
  });
});

describe("refusals", () => {
  it.each([
    ["unknown field", { 氏名カナ: "ア" }, "OCR105"],
    ["too many digits", { 口座番号: "12345678" }, "OCR106"],
    ["too long for the zone", { 電話番号: "0".repeat(80) }, "OCR107"],
    ["not an option", { 区分: "会社" }, "OCR108"],
    ["not a date", { 申請日: "2026-02-30" }, "OCR109"],
    ["not in 令和", { 申請日: "1990-01-01" }, "OCR109"],
    ["not a digit", { 口座番号: "12A4567" }, "OCR110"],
    ["no glyph", { 氏名: "𠮷野" }, "OCR103"],
    ["two faults", { 区分: "会社", 口座番号: "x" }, "OCR112"],
  ])("%s", async (_what, record, code) => {
    const error = await printForm(form, [truthRecord(1), record]).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: "BukaError", code });
  });

  it("tells field and record, but never the value", async () => {
    const error = await printForm(form, [{ 氏名: "𠮷野 太郎" }]).catch((e: unknown) => e);
    expect((error as Error).message).toBe(
      "1件目の「氏名」に、フォントにない文字（U+20BB7）があります。",
    );
  });

  it.each([
    ["missing", "no-such-font.ttf"],
    ["no font", file],
    ["collection", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"],
  ])("a value font that is %s", async (_what, valueFont) => {
    await expect(printForm(form, [], { valueFont })).rejects.toMatchObject({ code: "OCR101" });
  });

  it.each([
    ["too long", "x".repeat(60), "OCR111"],
    ["with a bar", "a|b", "OCR113"],
    ["full width", "受付", "OCR113"],
  ])("an extra for the QR code %s", async (_what, extra, code) => {
    await expect(printForm(form, [], { qrExtras: [extra] })).rejects.toMatchObject({ code });
  });

  it.each([
    ["a code that lost its 0", { 支店コード: "12" }, "OCR118"],
    ["a 法人番号 with a wrong check digit", { 法人番号: "8999999000011" }, "OCR118"],
    ["a 個人番号", { 住所: "みほん市1-2 123456789018" }, "OCR118"],
    ["two faults", { 支店コード: "12", 電話番号: "なし" }, "OCR112"],
  ])("a row with %s", (_what, row, code) => {
    expect(() => mergeRecords(form, [truthRecord(1), row])).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("a table of mere headings", () => {
    expect(() => mergeRecords(form, [])).toThrow(expect.objectContaining({ code: "OCR119" }));
  });

  it("a caption with a sign that the font lacks", async () => {
    const text = readFileSync(file, "utf8").replace("会計課処理欄", "会計課𠮷");
    const odd = parseForm(text, file);
    if (!odd.ok) throw new Error("must parse");
    await expect(printForm(odd.value, [])).rejects.toMatchObject({ code: "OCR104" });
  });
});

describe("a row of a table", () => {
  it("is printed as people read it: signs of Excel, line breaks and small kana are put right", () => {
    const text =
      "版: 1\n様式番号: A-1\n様式の版: 1\n題名: 届\n項目:\n  - 名前: 金額\n    種類: 金額\n  - 名前: 枠の額\n    種類: 金額\n    枠: 8\n  - 名前: 名義\n    種類: 口座名義カナ\n  - 名前: 同意\n    種類: チェック\n    選択肢: [同意する]\n  - 名前: 備考\n    種類: 文字\n  - 名前: 氏名\n    種類: 氏名\n配置:\n  - 行: [金額, 枠の額]\n  - 行: 名義\n  - 行: [同意, 備考]\n  - 行: 氏名\n";
    const small = parseForm(text, "form.yaml");
    if (!small.ok) throw new Error("must parse");
    const row = {
      金額: "\\1,250,000 ",
      枠の額: "¥98,700",
      名義: "ミホン ショウジ",
      同意: "○",
      備考: "一行目\n二行目",
      氏名: "",
    };
    expect(mergeRecords(small.value, [row])).toEqual([
      {
        金額: "1,250,000",
        枠の額: "98700",
        名義: "ﾐﾎﾝ ｼﾖｳｼﾞ",
        同意: "同意する",
        備考: "一行目 二行目",
        氏名: "",
      },
    ]);
  });
});
