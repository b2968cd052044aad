/** Checked tables written into the clerk's own book: values stored, texts never formulas, what is wrong said beside the row. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { type CheckRecord, calcBook, checkTable } from "../../rules/index.ts";
import { injections } from "../support/injections.ts";
import { type TestBook, xlsxParts } from "../support/xlsx-file.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-back-"));
afterAll(() => rmSync(folder, { recursive: true }));
const today = { today: "2026-11-22" };
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const styles = `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

let n = 0;
function bookFile(cells: TestBook["sheets"][string], more: Partial<TestBook> = {}): string {
  const file = join(folder, `b${n++}.xlsx`);
  const parts = { "xl/styles.xml": styles, ...more.parts };
  const sheets = { 案件: cells, ...more.sheets };
  writeFileSync(file, zipSync(xlsxParts({ ...more, sheets, parts })));
  return file;
}

async function written(file: string, records: readonly CheckRecord[] | null): Promise<string> {
  const out = `${file}.out.xlsx`;
  await (await checkTable(file, records, today)).writeTo(out);
  return out;
}

const part = (file: string, name: string): string =>
  strFromU8(unzipSync(new Uint8Array(readFileSync(file)))[name] ?? new Uint8Array());
const sheetOf = (file: string): string => part(file, "xl/worksheets/sheet1.xml");

async function readBack(file: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("案件");
  if (!sheet) throw new RangeError("no sheet");
  return sheet;
}

const simple = {
  A1: "氏名",
  B1: "金額",
  C1: "確認：金額",
  D1: "注意：氏名",
  E1: "倍",
  A2: "見本",
  B2: 1,
  C2: { formula: 'IF(B2>=1000,"NG","OK")' },
  D2: { formula: 'IF(A2="","氏名が空欄です。","")' },
  E2: { formula: "B2*2" },
} as const;

const wrong = [{ 氏名: "=1+1", 金額: "9000" }];

/** The wrong cell is red, the text of the record carries its mark, and the first two fills are those that Excel keeps. */
async function expectMarked(file: string): Promise<void> {
  const sheet = await readBack(file);
  const red = ["C2", "F2", "G2"].map((cell) => JSON.stringify(sheet.getCell(cell).fill ?? null));
  expect(red.join()).toContain("FFFFC7CE");
  expect(sheet.getCell("A2").value).toBe("=1+1");
  const written = part(file, "xl/styles.xml");
  expect(written).toMatch(/quotePrefix="1"/);
  expect(written).toMatch(
    /fills count="(\d+)"><fill><patternFill patternType="none"\/><\/fill><fill><patternFill patternType="gray125"/,
  );
}

describe("a checked table in the clerk's own book", () => {
  it("makes room for long findings, and leaves rows that have room or are hidden", async () => {
    const long = { ...simple, C2: { formula: `REPT("長い指摘です。",40)` } };
    const file = bookFile(long);
    const out = await written(file, [
      { 氏名: "見本", 金額: "1" },
      { 氏名: "見本", 金額: "2" },
    ]);
    const heights = [...sheetOf(out).matchAll(/<row r="(\d)"([^>]*)>/g)].map(([, r, rest]) => [
      r,
      Number(/ht="(\d+)"/.exec(rest ?? "")?.[1] ?? 0),
    ]);
    expect(heights).toEqual([
      ["1", 0],
      ["2", 183],
      ["3", 183],
    ]);
    const changed = (attributes: string): string => {
      const parts = unzipSync(new Uint8Array(readFileSync(bookFile(long))));
      const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
      const name = `${file}.${attributes.length}.xlsx`;
      const marked = sheet.replace('<row r="2">', `<row r="2" ${attributes}>`);
      writeFileSync(name, zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(marked) }));
      return name;
    };
    for (const kept of ['ht="400" customHeight="1"', 'hidden="1"'])
      expect(sheetOf(await written(changed(kept), null))).toContain(`<row r="2" ${kept}>`);
  });

  it("fills formulas down, stores their values and says what is wrong beside the row", async () => {
    const file = bookFile(simple);
    const out = await written(file, [
      { 氏名: "見本 太郎", 金額: "500" },
      { 氏名: "", 金額: "2000" },
      { 氏名: "例示 花子", 金額: "10" },
    ]);
    const sheet = await readBack(out);
    expect(sheet.getCell("C3").value).toEqual({ formula: 'IF(B3>=1000,"NG","OK")', result: "NG" });
    expect(sheet.getCell("E4").value).toEqual({ formula: "B4*2", result: 20 });
    expect(sheet.getCell("F1").value).toBe("buka の点検");
    expect([2, 3, 4].map((r) => sheet.getCell(`F${r}`).value)).toEqual(["OK", "NG", "OK"]);
    expect(sheet.getCell("G3").value).toBe(
      "確認「金額」に合いません（案件シート C3 の式：{金額}が1,000以上ならNG）。\n氏名が空欄です。",
    );
    expect(sheet.getCell("F3").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
  });

  it("gives every formula cell the value that buka calc computes", async () => {
    const out = await written(bookFile(simple), [{ 金額: "1" }, { 金額: "2000" }]);
    const results = (await calcBook(out))["案件"] ?? {};
    const sheet = await readBack(out);
    expect(Object.keys(results)).toHaveLength(6);
    for (const [cell, value] of Object.entries(results)) {
      const stored = sheet.getCell(cell).value;
      expect(stored, cell).toMatchObject(value === "" ? {} : { result: value });
    }
  });

  it("writes over its own columns the next time, and takes rows away that are gone", async () => {
    const first = await written(bookFile(simple), [{ 金額: "1" }, { 金額: "2000" }, { 金額: "3" }]);
    const second = await written(first, [{ 金額: "4" }]);
    const sheet = await readBack(second);
    expect(sheet.getRow(1).values).toHaveLength(8);
    expect(sheet.getCell("F2").value).toBe("注意");
    for (const cell of ["B3", "C3", "E4", "F3", "G3"]) expect(sheet.getCell(cell).value).toBeNull();
    const count = (file: string): number => part(file, "xl/styles.xml").match(/<xf /g)?.length ?? 0;
    expect(count(second)).toBeLessThanOrEqual(count(first) + 4);
  });

  it("checks the rows of the book itself when there is no table, leaving a clerk's own formulas", async () => {
    const file = bookFile({
      ...simple,
      A3: "別の行",
      B3: 5000,
      C3: { formula: 'IF(B3>=9000,"NG","OK")' },
      A5: "空行の下",
      B5: 1,
      C5: "OK",
    });
    const table = await checkTable(file, null, today);
    expect(table.records.map((r) => [r.row, r.findings.length, r.derived["倍"]])).toEqual([
      [2, 0, "2"],
      [3, 0, "10000"],
      [5, 0, "2"],
    ]);
    const out = await written(file, null);
    expect((await readBack(out)).getCell("C5").value).toMatchObject({
      formula: 'IF(B5>=1000,"NG","OK")',
    });
  });

  it("sees the same number twice within one table", async () => {
    const file = bookFile({
      A1: "請求番号",
      B1: "確認：重複",
      A2: "A1",
      B2: { formula: "COUNTIF($A:$A,A2)=1" },
    });
    const table = await checkTable(
      file,
      ["X1", "X2", "X1"].map((v) => ({ 請求番号: v })),
      today,
    );
    expect(table.records.map((r) => r.findings.map((f) => f.message))).toEqual([
      ["確認「重複」に合いません（案件シート B2 の式：{請求番号}がほかの行と重複しないこと）。"],
      [],
      ["確認「重複」に合いません（案件シート B4 の式：{請求番号}がほかの行と重複しないこと）。"],
    ]);
  });

  it("computes formulas of other sheets that count the cases", async () => {
    const file = bookFile(simple, {
      sheets: { 集計: { A1: { formula: 'COUNTIF(案件!C2:C100,"NG")' } } },
    });
    const out = await written(file, [{ 金額: "2000" }, { 金額: "3000" }, { 金額: "1" }]);
    expect(part(out, "xl/worksheets/sheet2.xml")).toContain("</f><v>2</v>");
  });
});

describe("texts of a paper", () => {
  it.each(injections)("%j comes back unchanged, as a text with its mark", async (text) => {
    const out = await written(bookFile(simple), [{ 氏名: text, 金額: "1" }]);
    const xml = sheetOf(out);
    const cell = /<c r="A2" s="(\d+)" t="inlineStr"><is><t[^>]*>([^<]*)</.exec(xml);
    expect(cell?.[2]?.replace("_x000D_", "\r").replaceAll("&quot;", '"')).toBe(text);
    const xfs = part(out, "xl/styles.xml").match(/<xf [^>]*>/g) ?? [];
    expect(xfs[Number(cell?.[1])]).toContain('quotePrefix="1"');
    expect(xml.match(/<f>/g)).toHaveLength(3);
  });

  it("keeps leading zeros, long numbers and texts that look like escapes", async () => {
    const texts = ["0123456", "12345678901234567890", "_x0041_", "1.2E+03", "１２３"];
    const out = await written(
      bookFile(simple),
      texts.map((t) => ({ 氏名: t })),
    );
    const table = await checkTable(out, null, today);
    expect(table.records).toHaveLength(texts.length);
    const sheet = sheetOf(out);
    for (const t of ["0123456", "12345678901234567890", "_x005F_x0041_", "1.2E+03", "１２３"])
      expect(sheet).toContain(`>${t}</t>`);
  });
});

describe("the rest of the file", () => {
  it("grows a table over the rows and drops the stale list of formula cells", async () => {
    const file = bookFile(simple, {
      tables: [
        { name: "明細", sheet: "案件", ref: "A1:E2", cols: ["氏名", "金額", "c", "d", "e"] },
      ],
      parts: {
        "xl/calcChain.xml": "<calcChain/>",
        "[Content_Types].xml":
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
      },
    });
    const out = await written(file, [{ 金額: "1" }, { 金額: "2" }, { 金額: "3" }]);
    expect(part(out, "xl/tables/table1.xml")).toContain('ref="A1:E4"');
    expect(part(out, "xl/calcChain.xml")).toBe("");
    expect(part(out, "[Content_Types].xml")).not.toContain("calcChain");
  });

  it("patches sheets whose elements carry a prefix, and rows that are missing", async () => {
    const plain = unzipSync(new Uint8Array(readFileSync(bookFile(simple))));
    const xml = strFromU8(plain["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const prefixed = xml
      .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
      .replace("<x:worksheet xmlns=", "<x:worksheet xmlns:x=");
    const file = join(folder, "prefixed.xlsx");
    writeFileSync(file, zipSync({ ...plain, "xl/worksheets/sheet1.xml": strToU8(prefixed) }));
    const out = await written(file, [{ 金額: "1" }, { 金額: "9000" }]);
    expect(sheetOf(out)).toContain("<x:v>NG</x:v></x:c>");
    const table = await checkTable(out, null, today);
    expect(table.records.map((r) => r.findings.length)).toEqual([1, 2]);
  });

  it("asks Excel to compute what buka does not, and shows no value for it", async () => {
    const file = bookFile({ A1: "金額", B1: "確認：外", B2: { formula: 'WEBSERVICE("x"&A2)' } });
    const out = await written(file, [{ 金額: "1" }]);
    expect(part(out, "xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1"/>');
    expect(sheetOf(out)).toMatch(/<f>WEBSERVICE\([^<]*<\/f><\/c>/);
    expect((await readBack(out)).getCell("C2").value).toBe("計算不可");
  });

  it.each([
    ["no fills", styles.replace(/<fills.*<\/fills>/, "")],
    ["an empty list of fills", styles.replace(/<fills.*<\/fills>/, "<fills/>")],
    ["one fill only", styles.replace(/<fill><patternFill patternType="gray125"\/><\/fill>/, "")],
    [
      "number formats and cell styles only",
      `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0"/></numFmts><cellXfs count="2"><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ],
    ["nothing in it", `<styleSheet xmlns="${main}"/>`],
  ])("adds what a styles part with %s lacks", async (_, part) => {
    const out = await written(bookFile(simple, { parts: { "xl/styles.xml": part } }), wrong);
    await expectMarked(out);
  });

  it("adds fills to a styles part whose elements carry a prefix", async () => {
    const xml = styles.replace(/<fills.*<\/fills>/, "").replace(/<(\/?)(?=[a-z])/gi, "<$1x:");
    const prefixed = xml.replace("xmlns=", "xmlns:x=");
    const out = await written(bookFile(simple, { parts: { "xl/styles.xml": prefixed } }), wrong);
    expect(part(out, "xl/styles.xml")).toMatch(
      /<\/x:fonts><x:fills count="3">.*FFFFC7CE.*<\/x:fills><x:borders/,
    );
  });

  it("makes a styles part for a book without one", async () => {
    const parts = unzipSync(new Uint8Array(readFileSync(bookFile(simple))));
    delete parts["xl/styles.xml"];
    const file = join(folder, "without-styles.xlsx");
    writeFileSync(file, zipSync(parts));
    const out = await written(file, wrong);
    await expectMarked(out);
    expect(part(out, "[Content_Types].xml")).toContain("/xl/styles.xml");
    expect(part(out, "xl/_rels/workbook.xml.rels")).toContain('Target="styles.xml"');
  });

  it("says so when the sheet is written in a way that cannot be patched", async () => {
    const plain = unzipSync(new Uint8Array(readFileSync(bookFile(simple))));
    const xml = strFromU8(plain["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const file = join(folder, "odd.xlsx");
    const odd = xml.replace("<sheetData>", "<!-- x --><sheetData>");
    writeFileSync(file, zipSync({ ...plain, "xl/worksheets/sheet1.xml": strToU8(odd) }));
    await expect(written(file, [{ 金額: "1" }])).rejects.toMatchObject({ code: "RUL014" });
  });
});
