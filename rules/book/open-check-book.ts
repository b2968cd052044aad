/** The clerk's check book: one record at a time is put into row 2 of 「案件」, and its formulas say what is wrong. */
import type { Finding } from "../../core/index.ts";
import type { CheckBook, CheckContext, CheckRecord, CheckResult } from "../check-result.ts";
import { inDateSystem, serialOfIso } from "../formula/serial.ts";
import { type Scalar, Uncomputable } from "../formula/value.ts";
import { openBook } from "../xlsx/open-book.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { CalcWorld } from "./calc-world.ts";
import { caseSheetName } from "./caption-words.ja.ts";
import { noCaseSheet } from "./case-table.ts";
import { cellInput, cellText } from "./cell-input.ts";
import { judge, readOrWhy } from "./judge.ts";
import { type Column, headerRow, patternRow, readColumns } from "./pattern-columns.ts";

/** Opens a check book (check.xlsx). Throws RUL001–RUL009 for books that cannot be used. */
export async function openCheckBook(path: string): Promise<CheckBook> {
  const data = openBook(path);
  const world = new CalcWorld(data);
  const sheet = world.sheet(caseSheetName);
  if (!sheet) throw noCaseSheet(data);
  const formatAt = (s: CalcSheet, col: number): string =>
    data.formats[s.styleOf(patternRow, col) ?? s.columnStyles.get(col) ?? 0] ?? "General";
  const columns = readColumns({ sheet, file: data.file, formatOf: (col) => formatAt(sheet, col) });
  // Rows below the pattern are the clerk's trials; a record is checked alone.
  sheet.replaceRows(patternRow + 1, []);
  return new OpenCheckBook({ file: data.file, world, sheet, columns, formatAt });
}

interface Opened {
  readonly file: string;
  readonly world: CalcWorld;
  readonly sheet: CalcSheet;
  readonly columns: readonly Column[];
  readonly formatAt: (sheet: CalcSheet, col: number) => string;
}

interface Shape {
  readonly col: number;
  readonly format: string;
}

class OpenCheckBook implements CheckBook {
  readonly file: string;
  readonly inputs: readonly string[];
  readonly derived: readonly string[];
  readonly rules: readonly string[];
  readonly sheetNames: readonly string[];
  readonly #book: Opened;
  /** Rows that each sheet holds now, to leave it alone when the next record brings the same ones. */
  readonly #filled = new Map<CalcSheet, { rows: readonly CheckRecord[]; length: number }>();
  /** Number formats of each sheet's columns as the file had them in row 2, before any rows were replaced. */
  readonly #formats = new Map<CalcSheet, ReadonlyMap<string, Shape>>();

  constructor(book: Opened) {
    this.#book = book;
    this.file = book.file;
    const named = (...kinds: Column["kind"][]): string[] =>
      book.columns.filter((c) => kinds.includes(c.kind)).map((c) => c.name);
    this.inputs = named("input");
    this.derived = named("derived");
    this.rules = named("error", "warning");
    this.sheetNames = book.world.sheets.map((s) => s.name);
  }

  check(record: CheckRecord, context: CheckContext): CheckResult {
    return inDateSystem(this.#book.world.date1904, () => this.#check(record, context));
  }

  #check(record: CheckRecord, context: CheckContext): CheckResult {
    const { world, sheet, columns } = this.#book;
    const today = serialOfIso(context.today);
    this.#fillContext(context, today);
    for (const c of columns) {
      if (c.kind === "input")
        sheet.putValue(patternRow, c.col, cellInput(ownText(record, c.name), c.format, today));
    }
    world.startRound(today);
    sheet.version++;
    const findings: Finding[] = [];
    const derived: Record<string, string> = {};
    for (const c of columns) {
      if (c.kind === "input") continue;
      const v = readOrWhy(() => this.#book.sheet.read(patternRow, c.col));
      const text =
        c.kind === "derived" && !(v instanceof Uncomputable) ? cellText(v, c.format) : null;
      if (text !== null) derived[c.name] = text;
      else {
        const { cell, formula } = c;
        const finding = judge(c, { value: v, sheet: sheet.name, cell, formula });
        if (finding) findings.push(finding);
      }
    }
    return { findings, derived };
  }

  masterList(path: string): readonly string[] | null {
    const column = this.masterColumn(path);
    return column && [...new Set(column.filter((text) => text !== ""))];
  }

  masterColumn(path: string): readonly string[] | null {
    const slash = path.indexOf("/");
    const sheet = slash < 0 ? undefined : this.#book.world.sheet(path.slice(0, slash));
    if (!sheet) return null;
    const column = this.#shapes(sheet).get(path.slice(slash + 1).trim());
    if (column === undefined) return null;
    const found: string[] = [];
    inDateSystem(this.#book.world.date1904, () => {
      for (let row = headerRow + 1; row < sheet.rowCount; row++)
        found.push(cellText(sheet.stored(row, column.col), column.format) || "");
    });
    return found;
  }

  #shapes(sheet: CalcSheet): ReadonlyMap<string, Shape> {
    const known = this.#formats.get(sheet);
    if (known) return known;
    const shapes = new Map<string, Shape>();
    for (const [header, col] of headersOf(sheet)) {
      shapes.set(header, { col, format: this.#book.formatAt(sheet, col) });
    }
    this.#formats.set(sheet, shapes);
    return shapes;
  }

  #fillContext(context: CheckContext, today: number): void {
    for (const [name, rows] of Object.entries(context.sheets)) {
      const sheet = this.#book.world.sheet(name);
      if (!sheet || sheet === this.#book.sheet) continue;
      const known = this.#filled.get(sheet);
      if (known?.rows === rows && known.length === rows.length) continue;
      this.#filled.set(sheet, { rows, length: rows.length });
      const shapes = this.#shapes(sheet);
      const cells = rows.map((record) => {
        const row: (Scalar | undefined)[] = [];
        for (const [header, { col, format }] of shapes) {
          const v = cellInput(ownText(record, header), format, today);
          if (v !== null) row[col] = v;
        }
        return row;
      });
      sheet.replaceRows(headerRow + 1, cells);
    }
  }
}

/** A record comes from outside: only its own keys count ("constructor" is a caption like any other). */
function ownText(record: CheckRecord, key: string): string {
  return Object.hasOwn(record, key) ? (record[key] ?? "") : "";
}

function headersOf(sheet: CalcSheet): ReadonlyMap<string, number> {
  const headers = new Map<string, number>();
  for (let col = 0; col < sheet.colCount; col++) {
    const v = sheet.stored(headerRow, col);
    if (typeof v === "string" && v.trim() !== "" && !headers.has(v.trim()))
      headers.set(v.trim(), col);
  }
  return headers;
}
