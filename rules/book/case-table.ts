/** The case sheet with all its records at once: every row gets the pattern's formulas, as if a clerk had filled them down. */
import type { CheckRecord } from "../check-result.ts";
import type { Scalar } from "../formula/value.ts";
import { rulesError } from "../messages.ja.ts";
import type { BookData, CellData, FormulaData, SheetData } from "../xlsx/book-data.ts";
import { CalcWorld } from "./calc-world.ts";
import { caseSheetName } from "./caption-words.ja.ts";
import { cellInput } from "./cell-input.ts";
import { type FillDown, fillDown } from "./fill-down.ts";
import {
  type Column,
  headerRow,
  lastTitleRow,
  patternRow,
  readColumns,
} from "./pattern-columns.ts";

export interface CaseSheet {
  readonly data: SheetData;
  readonly index: number;
  readonly columns: readonly Column[];
}

/** What goes into one row of the sheet, by column. */
export type CaseRow = ReadonlyMap<number, CellData>;

/** Throws RUL008, RUL009. */
export function caseSheetOf(data: BookData): CaseSheet {
  const { file } = data;
  const index = data.sheets.findIndex((s) => s.name.toLowerCase() === caseSheetName.toLowerCase());
  const sheet = data.sheets[index];
  if (!sheet) throw noCaseSheet(data);
  const top: SheetData = { ...sheet, rows: sheet.rows.slice(0, lastTitleRow + 1), tables: [] };
  const [head] = new CalcWorld({ ...data, sheets: [top], names: [] }).sheets;
  if (!head) throw noCaseSheet(data);
  const formatOf = (col: number): string =>
    data.formats[styleAt(sheet, patternRow, col)] ?? "General";
  return { data: sheet, index, columns: readColumns({ sheet: head, file, formatOf }) };
}

/** RUL008 with the sheets that the book has instead. */
export function noCaseSheet({ file, sheets }: BookData) {
  const others = sheets.map((s) => s.name);
  return rulesError.noCaseSheet({ file, sheet: caseSheetName, others }, { place: { file } });
}

/** Style of a cell, of the pattern's cell in its column, or of the column. */
export function styleAt(sheet: SheetData, row: number, col: number): number {
  return (
    sheet.rows[row]?.[col]?.style ??
    sheet.rows[patternRow]?.[col]?.style ??
    sheet.columnStyles.get(col) ??
    0
  );
}

export interface Pattern {
  readonly column: Column;
  readonly formula: FormulaData | null;
  readonly filled: FillDown | null;
}

/** The formulas of the pattern row, ready to be filled down. */
export function patternsOf(sheet: CaseSheet): readonly Pattern[] {
  return sheet.columns.map((column) => {
    if (column.kind === "input") return { column, formula: null, filled: null };
    const formula = sheet.data.rows[patternRow]?.[column.col]?.formula ?? null;
    return { column, formula, filled: fillDown(column.formula.slice(1)) };
  });
}

/** Rows of the sheet for these records; texts become what Excel would hold in cells of the pattern's formats. */
export function rowsOfRecords(
  sheet: CaseSheet,
  records: readonly CheckRecord[],
  today: number,
): readonly CaseRow[] {
  const patterns = patternsOf(sheet);
  return records.map((record, i) => {
    const row = patternRow + i;
    const cells = new Map<number, CellData>();
    for (const p of patterns) {
      const style = styleAt(sheet.data, row, p.column.col);
      const value =
        p.column.kind === "input"
          ? cellInput(ownText(record, p.column.name), p.column.format, today)
          : null;
      const formula = p.column.kind === "input" ? null : formulaAt(p, row);
      cells.set(p.column.col, { value, formula, style, phonetic: null });
    }
    return cells;
  });
}

/** The rows that stand in the sheet: formulas that a clerk put there stay, missing ones are filled down. */
export function rowsOfSheet(sheet: CaseSheet): ReadonlyMap<number, CaseRow> {
  const patterns = patternsOf(sheet);
  const inputs = patterns.filter((p) => p.column.kind === "input");
  const rows = new Map<number, CaseRow>();
  sheet.data.rows.forEach((row, r) => {
    if (r <= headerRow || !row) return;
    const filled = inputs.some((p) => !isBlank(row[p.column.col]?.value ?? null));
    if (!filled) return;
    const cells = new Map<number, CellData>();
    for (const p of patterns) {
      const known = row[p.column.col];
      if (p.column.kind === "input" || known?.formula) {
        if (known) cells.set(p.column.col, known);
        continue;
      }
      const style = styleAt(sheet.data, r, p.column.col);
      cells.set(p.column.col, { value: null, formula: formulaAt(p, r), style, phonetic: null });
    }
    rows.set(r, cells);
  });
  return rows;
}

const isBlank = (v: Scalar): boolean => v === null || v === "";

/** Rows below the pattern share its formula, so that it is compiled once. */
function formulaAt(p: Pattern, row: number): FormulaData | null {
  const text =
    row === patternRow ? p.column.formula.slice(1) : (p.filled?.(row - patternRow) ?? null);
  if (text === null) return null;
  const array = p.formula?.kind === "array" ? p.formula.ref : null;
  if (array === null) return { text, kind: "normal", ref: null, sharedIndex: null };
  const [ref] = array.split(":");
  return {
    text,
    kind: "array",
    ref: (ref ?? "").replace(/\d+$/, String(row + 1)),
    sharedIndex: null,
  };
}

/** A record comes from outside: only its own keys count ("constructor" is a caption like any other). */
export function ownText(record: CheckRecord, key: string): string {
  return Object.hasOwn(record, key) ? (record[key] ?? "") : "";
}

/** The book with these rows in the case sheet, everything below the pattern's row replaced. */
export function withRows(
  data: BookData,
  sheet: CaseSheet,
  rows: ReadonlyMap<number, CaseRow>,
): BookData {
  const last = Math.max(patternRow, ...[...rows.keys()]);
  const own = new Set(sheet.columns.map((c) => c.col));
  const cells: (CellData | undefined)[][] = [];
  const height = Math.max(last + 1, sheet.data.rows.length);
  for (let r = 0; r < height; r++) {
    const before = sheet.data.rows[r];
    if (r <= headerRow) cells[r] = [...(before ?? [])];
    else {
      // Columns without a caption are the clerk's own notes: they stay.
      const row: (CellData | undefined)[] = [];
      before?.forEach((cell, c) => {
        if (cell && !own.has(c)) row[c] = cell;
      });
      rows.get(r)?.forEach((cell, c) => {
        row[c] = cell;
      });
      if (row.length > 0) cells[r] = row;
    }
  }
  const tables = sheet.data.tables.map((t) => ({ ...t, ref: reaching(t.ref, t.totalsRows, last) }));
  const sheets = data.sheets.map((s, i) =>
    i === sheet.index ? { ...s, rows: cells, rowCount: height, tables } : s,
  );
  return { ...data, sheets };
}

/** A table over the pattern row grows with the records, unless it ends in a line of totals. */
function reaching(ref: string, totals: number, lastRow: number): string {
  const m = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref);
  if (!m || totals > 0 || Number(m[2]) !== headerRow + 1) return ref;
  return `${m[1]}${m[2]}:${m[3]}${Math.max(Number(m[4]), lastRow + 1)}`;
}
