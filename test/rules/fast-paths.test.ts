/** Quick ways give what the plain ones give: random books, read from bytes or with care, by columns or cell by cell. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import {
  type CalcResults,
  type Calculation,
  type CellContent,
  calcBook,
  openCalculation,
  writeCalculated,
} from "../../rules/index.ts";
import { randomFrom } from "../support/fuzz-formulas.ts";
import { type TestCell, xlsxParts } from "../support/xlsx-file.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-fast-"));
afterAll(() => rmSync(folder, { recursive: true }));
const clock = { now: () => new Date("2026-11-22T01:00:00Z") };

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>';

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
};

const numbers = [0, 1, -1, 7, 0.1, 1.005, 1e-7, 123_456_789, 45_383, 1e15, 99.995, -0.5];
const texts = [
  "C001",
  "c002",
  "C003",
  "１２",
  "12",
  " a b ",
  "<&>\"'",

  "令和6年4月1日",
  "",
  "*",
];

/** Formulas by row (from 1): beside, above, below, whole columns, searches, arrays, circles, what is not computed. */
const patterns: readonly ((r: number) => string)[] = [
  (r) => `A${r}*2+B${r}`,
  (r) => `IF(C${r}="","空",C${r}&"<"&A${r}&">")`,
  (r) => `IFERROR(VLOOKUP(C${r},マスタ!$A$1:$B$9,2,FALSE),"なし")`,
  (r) => `IFERROR(MATCH(A${r},マスタ!$D$1:$D$9,1),-1)`,
  (r) => `COUNTIF(C$1:C${r},C${r})`,
  (r) => `COUNTIF($A:$A,">"&A${r})`,
  (r) => `SUM(A$1:A${r})`,
  (r) => (r === 1 ? "A1" : `H${r - 1}+A${r}`),
  (r) => `IF(ROW()>=20,A${r},I${r + 1}+1)`,
  (r) => `ROUND(A${r}/3,2)+ROUNDDOWN(B${r}*0.1,0)`,
  (r) => `TEXT(45000+ROW(A${r}),"yyyy/mm/dd")&LEFT(C${r},2)`,
  (r) => `SUMPRODUCT(MID("123456789",{1,2,3},1)*{3,2,1})+A${r}`,
  (r) => `SUBSTITUTE(C${r},"C","")&MID(C${r},2,2)`,
  (r) => `IF(AND(ISNUMBER(A${r}),LEN(C${r})>1),"OK","NG")`,
  (r) => `COUNTIF(E${r}:R${r},"OK")`,
  (r) => `1/A${r}`,
  (r) => `T${r}+1`,
  (r) => `S${r}+A${r}`,
  (r) => `INDEX($A$1:$C$20,${(r % 20) + 1},2)&B${r}`,
  () => `NOTTHERE(1)`,
  (r) => `DATEDIF(A${r},45383,"Y")`,
  (r) => `SUM(E${r}:G${r})-マスタ!$B$${(r % 8) + 1}`,
];
/** Those that Excel fills down as they are: nothing in them but rows depends on the row. */
const filledDown = patterns.filter((_, i) => ![7, 18, 21].includes(i));
const firstFormula = 4;
const height = 24;

function inputOf(random: Random): TestCell | null {
  const kind = random();
  if (kind < 0.1) return null;
  if (kind < 0.15) return random() < 0.5;
  return kind < 0.6 ? pick(random, numbers) : pick(random, texts);
}

/** Rows of a sheet: three inputs, then columns of formulas that are filled down, some with a gap or a value between. */
function rowsOf(random: Random): (TestCell | null)[][] {
  const columns = patterns.filter(() => random() < 0.8);
  return Array.from({ length: height }, (_, i) => [
    ...[0, 1, 2].map(() => inputOf(random)),
    null,
    ...columns.map((pattern) => (random() < 0.04 ? inputOf(random) : { formula: pattern(i + 1) })),
  ]);
}

const masterRows = (random: Random): (TestCell | null)[][] =>
  Array.from({ length: 9 }, (_, i) => [pick(random, texts), pick(random, numbers), null, i * 10]);

type Rows = readonly (readonly (TestCell | null)[])[];

/** The same rows as Excel writes them: what is filled down has its text in the first cell only. */
function shared(rows: Rows): Rows {
  const open = new Map<number, { readonly pattern: (r: number) => string; readonly id: string }>();
  let count = 0;
  return rows.map((row, r) =>
    row.map((cell, c) => {
      if (cell === null || typeof cell !== "object" || !("formula" in cell)) return cell;
      const known = open.get(c);
      if (known?.pattern(r + 1) === cell.formula) return { formula: "", shared: known.id };
      const pattern = filledDown.find((p) => p(r + 1) === cell.formula);
      if (!pattern) return cell;
      const id = String(count++);
      open.set(c, { pattern, id });
      return { ...cell, shared: id };
    }),
  );
}

function cellsOf(rows: Rows): Record<string, TestCell> {
  const cells: Record<string, TestCell> = {};
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) cells[`${String.fromCharCode(65 + c)}${r + 1}`] = cell;
    });
  });
  return cells;
}

/** `careful`: the elements carry a prefix, so that only the careful reader understands them. */
function fileOf(sheets: Readonly<Record<string, Rows>>, name: string, careful: boolean): string {
  const cells = Object.entries(sheets).map(([sheet, rows]) => [sheet, cellsOf(rows)] as const);
  const parts = xlsxParts({
    sheets: Object.fromEntries(cells),
    parts: { "xl/styles.xml": styles },
  });
  for (const [part, bytes] of Object.entries(parts)) {
    if (!careful || !part.includes("worksheets/")) continue;
    const xml = Buffer.from(bytes).toString("utf8");
    parts[part] = Buffer.from(xml.replace(/<(\/?)([a-z])/gi, "<$1x:$2"));
  }
  const file = join(folder, name);
  writeFileSync(file, zipSync(parts, { level: 0 }));
  return file;
}

const contentOf = (cell: TestCell | null): CellContent =>
  cell !== null && typeof cell === "object" && !("formula" in cell) ? null : cell;

function inMemory(sheets: Readonly<Record<string, Rows>>): Calculation {
  const content = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map(contentOf)),
  }));
  return openCalculation(content, { clock });
}

/** Every formula cell, asked for in a random order without computing anything before. */
function cellByCell(book: Calculation, results: CalcResults, random: Random): CalcResults {
  const places = Object.entries(results).flatMap(([sheet, cells]) =>
    Object.keys(cells).map((cell) => ({ sheet, cell, order: random() })),
  );
  const found: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.keys(results).map((sheet) => [sheet, {}]),
  );
  for (const { sheet, cell } of places.sort((a, b) => a.order - b.order)) {
    const row = Number(cell.slice(1)) - 1;
    const value = book.read(sheet, row, cell.charCodeAt(0) - 65);
    const cells = found[sheet];
    if (cells) cells[cell] = value;
  }
  return found as CalcResults;
}

describe.each(Array.from({ length: 4 }, (_, i) => i + 1))("a random book (%i)", (seed) => {
  const random = randomFrom(seed);
  const sheets = { 表: rowsOf(random), マスタ: masterRows(random) };
  const filed = { ...sheets, 表: shared(sheets.表) };

  it("has the same values read from bytes, with care, by columns and cell by cell", async () => {
    const quick = await calcBook(fileOf(sheets, "quick.xlsx", false), { clock });
    const careful = await calcBook(fileOf(filed, "careful.xlsx", true), { clock });
    expect(Object.keys(quick["表"] ?? {}).length).toBeGreaterThan(height * 5);
    expect(careful).toEqual(quick);
    expect(cellByCell(inMemory(sheets), quick, random)).toEqual(quick);
  });

  it("has the same values after changes as a book that was made so", async () => {
    const changed = { ...sheets, 表: sheets.表.map((row) => [...row]) };
    const book = inMemory(sheets);
    book.computeAll();
    for (let i = 0; i < 15; i++) {
      const row = Math.floor(random() * height);
      const col = Math.floor(random() * (firstFormula + 3));
      const cell: TestCell | null =
        random() < 0.2 ? { formula: pick(random, patterns)(row + 1) } : inputOf(random);
      const line = changed.表[row];
      if (line) line[col] = cell;
      book.set({ sheet: "表", row, col }, contentOf(cell));
      if (random() < 0.5) book.computeAll();
    }
    const wanted = await calcBook(fileOf(changed, "changed.xlsx", false), { clock });
    expect(cellByCell(book, wanted, random)).toEqual(wanted);
  });

  it("stores the same values beside formulas, byte by byte or with care", async () => {
    const from = fileOf(filed, "from.xlsx", false);
    const written = await writeCalculated(from, join(folder, "out.xlsx"), { clock });
    const again = await writeCalculated(join(folder, "out.xlsx"), join(folder, "2.xlsx"), {
      clock,
    });
    expect(again).toEqual(written);
    const careful = fileOf(sheets, "from-careful.xlsx", true);
    const other = await writeCalculated(careful, join(folder, "3.xlsx"), { clock });
    expect(other).toEqual(written);
    expect(await calcBook(join(folder, "3.xlsx"), { clock })).toEqual(written);
  });
});
