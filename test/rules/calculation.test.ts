/** Changes in memory: what a changed cell touches is computed again, and arrays fill the cells beside them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  type CellContent,
  calcBook,
  checkTable,
  openCalculation,
  openCheckBook,
} from "../../rules/index.ts";
import { writeXlsx } from "../support/xlsx-file.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-calculation-"));
afterAll(() => rmSync(folder, { recursive: true }));
const f = (formula: string): CellContent => ({ formula });

describe("a change", () => {
  it("reaches formulas over sheets, ranges, names of columns and chains", () => {
    const rows = Array.from({ length: 200 }, (_, i): CellContent[] => [
      i,
      f(`A${i + 1}*単価!$A$1`),
      f(i === 0 ? "B1" : `C${i}+B${i + 1}`),
      f(`SUM(B:B)`),
      f(`COUNTIF($A$1:$A$200,A${i + 1})`),
      f(`SUM(OFFSET($A$1,0,0,${i + 1},1))`),
    ]);
    const book = openCalculation([
      { name: "表", rows },
      { name: "単価", rows: [[10]] },
    ]);
    const read = (row: number, col: number): unknown => book.read("表", row, col);
    book.computeAll();
    expect([read(199, 1), read(199, 2), read(0, 3), read(5, 4)]).toEqual([
      1990, 199_000, 199_000, 1,
    ]);
    book.set({ sheet: "単価", row: 0, col: 0 }, 20);
    expect([read(199, 1), read(199, 2), read(0, 3)]).toEqual([3980, 398_000, 398_000]);
    book.set({ sheet: "表", row: 0, col: 0 }, 5);
    book.computeAll();
    expect([read(0, 1), read(199, 2), read(5, 4), read(0, 4)]).toEqual([100, 398_100, 2, 2]);
    expect([read(0, 5), read(199, 5)]).toEqual([5, 19_905]);
    book.set({ sheet: "表", row: 3, col: 1 }, f("1000"));
    expect(read(3, 2)).toBe(1160);
    book.set({ sheet: "表", row: 3, col: 1 }, null);
    expect(read(3, 2)).toBe(160);
  });

  it("finds a circle that it makes, and its end", () => {
    const book = openCalculation([{ name: "表", rows: [[1, f("A1+1"), f("B1+1")]] }]);
    expect(book.read("表", 0, 2)).toBe(3);
    book.set({ sheet: "表", row: 0, col: 0 }, f("C1"));
    expect(book.read("表", 0, 2)).toEqual({ unsupported: "cycle" });
    book.set({ sheet: "表", row: 0, col: 0 }, 4);
    expect(book.read("表", 0, 2)).toBe(6);
  });

  it("keeps indexes of searches in step", () => {
    const rows: CellContent[][] = Array.from({ length: 50 }, (_, i) => [`C${i}`, i]);
    rows[0]?.push(f('VLOOKUP("C7",A:B,2,FALSE)'), f('COUNTIF(A:A,"C7")'), f("MATCH(7,B1:B50)"));
    const book = openCalculation([{ name: "表", rows }]);
    const shown = (): unknown[] => [2, 3, 4].map((col) => book.read("表", 0, col));
    expect(shown()).toEqual([7, 1, 8]);
    book.set({ sheet: "表", row: 3, col: 0 }, "C7");
    expect(shown()).toEqual([3, 2, 8]);
    book.set({ sheet: "表", row: 7, col: 1 }, 6.5);
    expect(shown()).toEqual([3, 2, 8]);
  });
});

describe("arrays that fill cells", () => {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const cell = (at: string, formula: string, spills = false): string =>
    spills
      ? `<c r="${at}" cm="1"><f t="array" ref="${at}">${formula}</f></c>`
      : `<c r="${at}"><f>${formula}</f></c>`;

  async function results(cells: readonly string[]): Promise<Record<string, unknown>> {
    const path = join(folder, "spill.xlsx");
    const rows = cells.map((c) => `<row r="${/r="[A-Z]+(\d+)"/.exec(c)?.[1]}">${c}</row>`).join("");
    const sheet = `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;
    writeXlsx(path, { sheets: { S: {} }, parts: { "xl/worksheets/sheet1.xml": sheet } });
    return (await calcBook(path))["S"] ?? {};
  }

  it("take the room that their result needs, and others read it", async () => {
    const got = await results([
      cell("A1", "_xlfn.SEQUENCE(3)", true) + cell("C1", "SUM(A1:A9)"),
      cell("C2", "SUM(_xlfn.ANCHORARRAY(A1))"),
      cell("C3", "A3*10"),
      cell("E5", "_xlfn._xlws.SORT(A1:A3,1,-1)", true) + cell("G5", "E6"),
    ]);
    expect(got).toMatchObject({ A1: 1, C1: 6, C2: 6, C3: 30, E5: 3, G5: 2 });
  });

  it("say #SPILL! when a cell is taken, and stay in one cell without the mark of a dynamic array", async () => {
    const got = await results([
      cell("A1", "_xlfn.SEQUENCE(2)", true) + cell("C1", "_xlfn.SEQUENCE(2)"),
      cell("A2", "5") + cell("D2", "C2"),
    ]);
    expect(got).toMatchObject({ A1: { error: "#SPILL!" }, A2: 5, C1: 1, D2: 0 });
  });

  it("take conditions and errors of a range item by item", async () => {
    const got = await results([
      cell("A1", "1/0") + cell("C1", "SUM(IFERROR(A1:A3,10))", true),
      cell("A2", "5") + cell("C2", "SUM(_xlfn.IFS(A2:A3&gt;6,1,TRUE,100))", true),
      cell("A3", "7") + cell("C3", "SUM(_xlfn.SWITCH(A2:A3,7,1,2))", true),
      cell("C4", "SUM(CHOOSE(A2:A3-4,1,2,3))", true),
    ]);
    expect(got).toMatchObject({ C1: 22, C2: 101, C3: 3, C4: 4 });
  });

  it("pass over hidden rows and other subtotals", async () => {
    const path = join(folder, "hidden.xlsx");
    const sheet = `<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(9,A1:A2)</f></c></row><row r="4"><c r="A4"><f>SUBTOTAL(109,A1:A3)</f></c><c r="B4"><f>SUBTOTAL(9,A1:A3)</f></c><c r="C4"><f>AGGREGATE(9,5,A1:A3)</f></c></row></sheetData></worksheet>`;
    writeXlsx(path, { sheets: { S: {} }, parts: { "xl/worksheets/sheet1.xml": sheet } });
    expect((await calcBook(path))["S"]).toEqual({ A3: 3, A4: 1, B4: 3, C4: 4 });
  });
});

const from1904 = (written: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="${written}"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`;

describe("a book that counts its days from 1904", () => {
  /** 43921 is 2024-04-01 there. */
  const cells: readonly (readonly [formula: string, expected: unknown])[] = [
    ["DATE(2024,4,1)", 43_921],
    ["DATE(1904,1,1)", 0],
    ["DATE(1903,12,31)", { error: "#NUM!" }],
    ["DATE(9999,12,31)", 2_957_003],
    ["YEAR(Z1)&MONTH(Z1)&DAY(Z1)", "202441"],
    ["YEAR(0)", 1904],
    ["YEAR(2957004)", { error: "#NUM!" }],
    ['TEXT(Z1,"ggge年m月d日(aaa)")', "令和6年4月1日(月)"],
    ['TEXT(0,"yyyy/mm/dd")', "1904/01/01"],
    ["WEEKDAY(Z1)", 2],
    ["WEEKDAY(0)", 6],
    ["EOMONTH(Z1,-1)", 43_920],
    ['DATEDIF(DATE(1960,4,2),Z1,"Y")', 63],
    ['DATEVALUE("令和6年4月1日")', 43_921],
    ['"2024/4/1"+0', 43_921],
    ['Z1="2024/4/1"*1', true],
    ["TODAY()", 44_521],
    ["NETWORKDAYS(Z1,Z1+6)", 5],
    ['YEAR("4/1"+0)', 2025],
    ['TEXT(-0.25,"[h]:mm")', "-6:00"],
    ['TEXT(-1,"yyyy/m/d")', { unsupported: "TEXT" }],
    ["TIME(6,0,0)", 0.25],
  ];

  it.each(["1", "true"])("computes dates as Excel does there (%s)", async (written) => {
    const file = join(folder, "1904.xlsx");
    const formulas = cells.map(([formula], i) => [`A${i + 1}`, { formula }] as const);
    writeXlsx(file, {
      sheets: { 表: { Z1: { dateSerial: 43_921 }, ...Object.fromEntries(formulas) } },
      parts: { "xl/workbook.xml": from1904(written) },
    });
    const found = await calcBook(file, { clock: { now: () => new Date("2025-11-22T01:00:00Z") } });
    const wanted = Object.fromEntries(cells.map(([, value], i) => [`A${i + 1}`, value]));
    expect(found["表"]).toEqual(wanted);
  });

  it("leaves the books that are opened after it as they are", async () => {
    const book = openCalculation([{ name: "表", rows: [[f("DATE(2024,4,1)")]] }]);
    expect(book.read("表", 0, 0)).toBe(45_383);
  });

  it("takes dates of cases in as it counts them, and gives them back", async () => {
    const file = join(folder, "check-1904.xlsx");
    const day = { formula: 'IF(A2=DATE(2024,4,1),"",TEXT(A2,"yyyy-mm-dd"))' };
    writeXlsx(file, {
      sheets: {
        案件: {
          A1: "申請日",
          B1: "確認：申請日",
          C1: "翌月末",
          A2: { dateSerial: 43_921 },
          B2: day,
          C2: { formula: "EOMONTH(A2,1)", style: 1 },
        },
      },
      parts: { "xl/workbook.xml": from1904("1").replace('"表"', '"案件"') },
    });
    const book = await openCheckBook(file);
    const result = book.check({ 申請日: "2024-04-01" }, { today: "2025-11-22", sheets: {} });
    expect(result).toEqual({ findings: [], derived: { 翌月末: "2024-05-31" } });
    const table = await checkTable(file, [{ 申請日: "令和6年4月1日" }], { today: "2025-11-22" });
    expect(table.records[0]).toEqual({ row: 2, findings: [], derived: { 翌月末: "2024-05-31" } });
  });
});
