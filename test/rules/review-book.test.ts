/** The review book goes out with pictures, is filled in as clerks do, and comes back whole or with every fault named. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { isBukaError } from "../../core/index.ts";
import { type ReviewItem, readReviewBook, writeReviewBook } from "../../rules/index.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-review-"));
afterAll(() => rmSync(folder, { recursive: true }));
let n = 0;
const newFile = (): string => join(folder, `r${n++}.xlsx`);

/** A valid grey PNG; the checksums are not looked at by anyone here. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, "ascii"), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const body = deflateSync(Buffer.alloc((width + 1) * height, 128));
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      magic,
      chunk("IHDR", head),
      chunk("IDAT", body),
      chunk("IEND", new Uint8Array()),
    ]),
  );
}

const nasty = "=cmd|'/c calc'!A0";
const item = (field: string, value: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  caseId: "3f0c1c1e-0000-4000-8000-000000000001",
  revision: 4,
  receiptNumber: "R081122-0007",
  field,
  value,
  candidates: ["0123456", "0123458"],
  reasons: ["2つの読み取りが一致しませんでした。"],
  picture: null,
  ...more,
});
const items: readonly ReviewItem[] = [
  item("口座番号", "0123456", { picture: png(900, 120) }),
  item("氏名", nasty, { picture: png(60, 400), candidates: [] }),
  item("口座名義カナ", "_x0041_ｶ)\u0001ﾐﾎﾝ\r\n<&>", { caseId: "c2" }),
  item("住所", "みほん市大手町0-0-0", { caseId: "c3", revision: 1 }),
];

type Fill = Readonly<Record<string, ExcelJS.CellValue>>;

/** Fills cells as another program would: through exceljs. */
async function filled(fill: Fill, change?: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const file = newFile();
  await writeReviewBook(items, file);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("確認票");
  if (!sheet) throw new RangeError("no sheet");
  for (const [at, v] of Object.entries(fill)) sheet.getCell(at).value = v;
  change?.(sheet);
  await book.xlsx.writeFile(file);
  return file;
}

async function faults(
  fill: Fill,
  change?: (sheet: ExcelJS.Worksheet) => void,
): Promise<readonly string[]> {
  const error: unknown = await readReviewBook(await filled(fill, change), items).catch(
    (e: unknown) => e,
  );
  if (!isBukaError(error)) return [];
  expect(error.code).toBe("RUL010");
  return error.problems.map((p) => p.message);
}

describe("writing", () => {
  it("shows every item with its picture, opened by another reader", async () => {
    const file = newFile();
    await writeReviewBook(items, file);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.getWorksheet("確認票");
    expect(book.worksheets.map((s) => s.name)).toEqual(["確認票", "説明"]);
    expect(sheet?.getCell("B2").value).toBe("R081122-0007");
    expect(sheet?.getCell("E2").value).toBe("0123456");
    expect(sheet?.getCell("E3").value).toBe(nasty);
    expect(sheet?.getCell("E3").type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell("H2").numFmt).toBe("@");
    expect(sheet?.getCell("H2").protection).toMatchObject({ locked: false });
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.getCell("I2").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"はい"'],
    });
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet?.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToWidth: 1,
    });
    expect(sheet?.getImages()).toHaveLength(2);
    expect(sheet?.getRow(3).height).toBeGreaterThan(80);
  });

  it("embeds the pictures byte for byte, fitted into their rows, and is the same file every time", async () => {
    const [a, b] = [newFile(), newFile()];
    await writeReviewBook(items, a);
    await writeReviewBook(items, b);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    const parts = unzipSync(new Uint8Array(readFileSync(a)));
    expect(parts["xl/media/image1.png"]).toEqual(items[0]?.picture);
    const drawing = strFromU8(parts["xl/drawings/drawing1.xml"] ?? new Uint8Array());
    const heights = [...drawing.matchAll(/<xdr:ext cx="(\d+)" cy="(\d+)"/g)].map((m) => [
      Number(m[1]) / 9525,
      Number(m[2]) / 9525,
    ]);
    expect(heights).toEqual([
      [340, 45],
      [17, 110],
    ]);
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("_x005F_x0041_");
    expect(sheet).toContain("_x0001_");
  });
});

describe("reading back", () => {
  it("keeps what was typed: leading zeros, full width, odd characters", async () => {
    const file = await filled({
      H2: "0123458",
      H3: "○",
      H4: "（空欄）",
      I5: "はい",
      J5: "住所が申請書と違うため",
    });
    const { answers, untouched } = await readReviewBook(file, items);
    expect(untouched).toEqual([]);
    expect(answers).toMatchObject([
      {
        kind: "value",
        field: "口座番号",
        value: "0123458",
        revision: 4,
        receiptNumber: "R081122-0007",
      },
      { kind: "value", field: "氏名", value: nasty },
      { kind: "value", field: "口座名義カナ", value: "", caseId: "c2" },
      { kind: "return", field: "住所", reason: "住所が申請書と違うため", revision: 1 },
    ]);
  });

  it("gives back odd characters as they were when the reading is confirmed", async () => {
    const file = await filled({ H4: "〇", H2: "　０１２３４５８　" });
    const { answers } = await readReviewBook(file, items);
    expect(answers).toMatchObject([
      { field: "口座番号", value: "０１２３４５８" },
      { field: "口座名義カナ", value: items[2]?.value },
    ]);
  });

  it("leaves rows alone that nobody has looked at", async () => {
    const { answers, untouched } = await readReviewBook(await filled({}), items);
    expect(answers).toEqual([]);
    expect(untouched.map((u) => u.field)).toEqual(["口座番号", "氏名", "口座名義カナ", "住所"]);
  });

  it("survives sorting by the clerk", async () => {
    const file = await filled({ H2: "7654321" }, (sheet) => {
      const [first, last] = [sheet.getRow(2).values, sheet.getRow(5).values];
      sheet.getRow(2).values = last;
      sheet.getRow(5).values = first;
    });
    expect((await readReviewBook(file, items)).answers).toMatchObject([
      { field: "口座番号", value: "7654321" },
    ]);
  });

  it.each<[string, Fill, string]>([
    ["a number in place of digits", { H2: 123 }, "H2：「正しい値」が数として"],
    ["a date", { H2: new Date(Date.UTC(2026, 0, 1)) }, "H2：「正しい値」が数として"],
    ["a formula", { H2: { formula: "1+1", result: 2 } }, "H2：式やエラー"],
    ["a truth value", { H2: true }, "H2：式やエラー"],
    ["value and return", { H2: "0", I2: "はい", J2: "理由" }, "H2：「正しい値」と「差戻し」の両方"],
    ["return without reason", { I2: "はい" }, "J2：「差戻しの理由」を書いて"],
    ["reason without return", { J2: "ちがう" }, "J2：理由だけ"],
    ["another word", { I2: "する" }, "I2：「差戻し」には「はい」だけ"],
    [
      "a changed id",
      { A2: '["c9",4,"口座番号","0123456","000000000000"]' },
      "A2：識別の列が書き換え",
    ],
    ["a lost id", { A2: null, H2: "1" }, "A2：識別の列が空"],
    ["rubbish as id", { A2: "あ" }, "A2：識別の列が書き換え"],
  ])("names %s", async (_, fill, part) => {
    const messages = await faults(fill);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(part);
  });

  it("names all faults of all rows at once", async () => {
    const messages = await faults({ H2: 123, I3: "はい", J4: "理由だけ" }, (sheet) => {
      sheet.getCell("A5").value = sheet.getCell("A4").value;
    });
    expect(messages.map((m) => m.slice(0, 3))).toEqual(["H2：", "J3：", "J4：", "A5："]);
    expect(messages[3]).toContain("A4 と同じ項目");
  });

  it("refuses items that do not wait any more, and other books", async () => {
    const file = await filled({ H2: "0123456" });
    const later = items.map((i) => ({ ...i, revision: i.revision + 1 }));
    await expect(readReviewBook(file, later)).rejects.toMatchObject({
      code: "RUL010",
      message: expect.stringContaining("A2"),
    });
    const other = await filled({}, (sheet) => {
      sheet.getCell("H1").value = "値";
    });
    await expect(readReviewBook(other, items)).rejects.toMatchObject({ code: "RUL011" });
  });
});
