/** Blind double entry in the review book: a sheet with pictures and nothing that was read, and answers that say so. */
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { isBukaError } from "../../core/index.ts";
import { type ReviewItem, readReviewBook, writeReviewBook } from "../../rules/index.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-blind-"));
afterAll(() => rmSync(folder, { recursive: true }));
let n = 0;

const item = (field: string, value: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  caseId: "3f0c1c1e-0000-4000-8000-000000000001",
  revision: 4,
  receiptNumber: "B20261122-00007",
  field,
  value,
  candidates: [value],
  reasons: ["読み取りに自信がありません。"],
  picture: null,
  ...more,
});
const items = [
  item("口座番号", "0123456"),
  item("法人番号", "8999999000001", { revision: 0, blind: true }),
  item("氏名", "見本 太郎", { revision: 0, blind: true }),
];

async function filled(cells: Readonly<Record<string, string>>): Promise<string> {
  const file = join(folder, `r${n++}.xlsx`);
  await writeReviewBook(items, file);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("二重入力");
  if (!sheet) throw new RangeError("no sheet");
  for (const [at, text] of Object.entries(cells)) sheet.getCell(at).value = text;
  await book.xlsx.writeFile(file);
  return file;
}

describe("the sheet 二重入力", () => {
  it("holds nothing that was read, hidden column included", async () => {
    const file = join(folder, `r${n++}.xlsx`);
    await writeReviewBook(items, file);
    const parts = Object.values(unzipSync(await readFile(file))).map((b) => strFromU8(b));
    const all = parts.join("\n");
    expect(all).toContain("0123456");
    expect(all).not.toContain("8999999000001");
    expect(all).not.toContain("見本 太郎");
  });

  it("is left out when nothing was drawn", async () => {
    const file = join(folder, `r${n++}.xlsx`);
    await writeReviewBook([item("口座番号", "0123456")], file);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets.map((s) => s.name)).toEqual(["確認票", "説明"]);
  });

  it("gives its answers beside those of the other sheet", async () => {
    const { answers, untouched } = await readReviewBook(
      await filled({ H2: "8999999000001" }),
      items,
    );
    expect(answers).toMatchObject([
      { field: "法人番号", revision: 0, kind: "value", value: "8999999000001" },
    ]);
    expect(untouched.map((k) => k.field)).toEqual(["口座番号", "氏名"]);
  });

  it.each([
    { cells: { H2: "○" }, says: "○ は使えません" },
    { cells: { I3: "はい", J3: "読めない" }, says: "差し戻せません" },
  ])("refuses $cells", async ({ cells, says }) => {
    const file = await filled(cells as unknown as Record<string, string>);
    const error: unknown = await readReviewBook(file, items).catch((e: unknown) => e);
    if (!isBukaError(error)) throw new RangeError("not refused");
    expect(error.code).toBe("RUL010");
    expect(error.problems.map((p) => p.message).join()).toContain(says);
  });
});
