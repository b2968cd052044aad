/** Reports as xlsx and CSV: what a paper says never becomes a formula, and comes back unchanged. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { toCsv, writeTableBook } from "../../rules/index.ts";
import { injections } from "../support/injections.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("toCsv", () => {
  const lines = (rows: (string | number | null)[][]): string => toCsv(rows).slice(1);

  it("starts with a BOM and ends lines as Windows does", () => {
    expect(toCsv([["a", 1]])).toBe("\ufeffa,1\r\n");
    expect(toCsv([])).toBe("\ufeff");
  });

  it.each(injections)("makes %j harmless", (text) => {
    expect(
      lines([[text]])
        .replace(/^"/, "")
        .startsWith("'"),
    ).toBe(true);
  });

  it.each<[string | number | null, string]>([
    [-1200, "-1200"],
    ["-1200", "-1200"],
    ["-1,200", '"-1,200"'],
    ["0123456", "0123456"],
    ["a,b", '"a,b"'],
    ['a"b', '"a""b"'],
    ["1行目\n2行目", '"1行目\n2行目"'],
    [null, ""],
    [Number.NaN, ""],
    ["株式会社", "株式会社"],
  ])("writes %j as %s", (value, written) => {
    expect(lines([[value]])).toBe(`${written}\r\n`);
  });
});

describe("writeTableBook", () => {
  it("keeps texts as texts and numbers as numbers", async () => {
    const file = join(folder, "t.xlsx");
    const odd = ["_x0041_test", "a\u0000b\u001f", "あ\ud800", "0123", "'quoted"];
    await writeTableBook(
      [
        {
          name: "結果：一覧/1",
          columns: [{ caption: "受付番号" }, { caption: "金額" }, { caption: "文" }],
          rows: [...injections, ...odd].map((text, i) => [`R${i}`, i === 0 ? -1200.5 : i, text]),
        },
        { name: "結果：一覧/1", columns: [{ caption: "空" }], rows: [] },
      ],
      file,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets.map((s) => s.name)).toEqual(["結果：一覧_1", "結果：一覧_1(2)"]);
    const [sheet] = book.worksheets;
    injections.forEach((text, i) => {
      const cell = sheet?.getRow(i + 2).getCell(3);
      expect(cell?.type).toBe(ExcelJS.ValueType.String);
      // XML readers turn a lone CR into LF: it goes out as the escape that Excel uses, which exceljs leaves as it is.
      expect(cell?.value).toBe(text.replace("\r", "_x000D_"));
    });
    expect(sheet?.getRow(2).getCell(2).value).toBe(-1200.5);
    const parts = unzipSync(new Uint8Array(readFileSync(file)));
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).not.toContain("<f");
    expect(xml).toContain("_x005F_x0041_test");
    expect(xml).toContain("a_x0000_b_x001F_");
    expect(xml).toContain("あ\ufffd");
    expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array())).toContain('quotePrefix="1"');
  });

  it("says where a text is too long, and when the folder is closed", async () => {
    const table = { name: "x", columns: [{ caption: "文" }], rows: [["a".repeat(32_768)]] };
    await expect(writeTableBook([table], join(folder, "l.xlsx"))).rejects.toMatchObject({
      code: "RUL012",
      place: { cell: "A2" },
    });
    const fine = { ...table, rows: [["a".repeat(32_767)]] };
    await expect(writeTableBook([fine], join(folder, "ない", "l.xlsx"))).rejects.toMatchObject({
      code: "RUL013",
    });
  });
});
