/** Puts cells into the sheets that are computed: texts of formulas become programs, shared and array formulas are spread out. */
import type { FormulaCache } from "../formula/formula-cache.ts";
import type { Program } from "../formula/program.ts";
import { readCellName } from "../formula/tokens.ts";
import type { RefValue, Scalar } from "../formula/value.ts";
import type { CellData, FormulaData } from "../xlsx/book-data.ts";
import type { ArrayState } from "./calc-column.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { fillCell } from "./calc-spill.ts";

interface Shared {
  readonly program: Program;
  readonly row: number;
  readonly col: number;
}

/** Largest range of an array formula that is spread out. */
const mostArrayCells = 300_000;

export class SheetFiller {
  readonly sheet: CalcSheet;
  readonly #cache: FormulaCache;
  readonly #shared = new Map<string, Shared>();
  /** Program last seen in each column. */
  readonly #above: (Program | null)[] = [];
  readonly #arrays: ArrayState[] = [];

  constructor(sheet: CalcSheet, cache: FormulaCache) {
    this.sheet = sheet;
    this.#cache = cache;
  }

  value(row: number, col: number, value: Scalar): void {
    this.sheet.columnFor(row, col).putValue(row, value);
  }

  /** An ordinary formula, without "=". */
  formula(row: number, col: number, text: string): void {
    const above = this.#above[col] ?? null;
    const program = this.#cache.program(text, { row, col, array: false }, above);
    this.#above[col] = program;
    const column = this.program(row, col, program, null);
    // A program that was just compared with the text of this cell needs no second look.
    if (program !== above && !program.isTextAt(text, row + 1, col))
      column.extra(row).written = text;
  }

  /** A formula that is known to read as this program says for its place. */
  program(row: number, col: number, program: Program, stored: Scalar) {
    this.sheet.hasFormulas = true;
    this.#above[col] = program;
    const column = this.sheet.columnFor(row, col);
    column.putFormula(row, program, stored);
    return column;
  }

  cell(row: number, col: number, cell: CellData): void {
    if (cell.formula) this.#formulaCell({ row, col }, cell.formula, cell.value);
    else this.value(row, col, cell.value);
    if (cell.style === 0 && cell.phonetic === null) return;
    const column = this.sheet.columnFor(row, col);
    if (cell.style !== 0) column.styles[row] = cell.style;
    if (cell.phonetic !== null) column.phonetics.set(row, cell.phonetic);
  }

  #formulaCell(at: { row: number; col: number }, f: FormulaData, stored: Scalar): void {
    const { row, col } = at;
    const program = this.#programOf(f, row, col);
    this.#above[col] = program;
    const column = this.sheet.putFormula(row, col, { program, value: stored });
    if (f.text !== "" && !program.isTextAt(f.text, row + 1, col))
      column.extra(row).written = f.text;
    if (f.kind !== "array") return;
    const dynamic = f.dynamic === true;
    const area = dynamic || f.ref === null ? null : areaOf(this.sheet, f.ref);
    const array: ArrayState = { row, col, whole: null, area, dynamic };
    column.extra(row).array = array;
    this.#arrays.push(array);
  }

  #programOf(f: FormulaData, row: number, col: number): Program {
    const key = f.sharedIndex;
    if (f.kind === "shared" && key !== null && f.text === "") {
      const first = this.#shared.get(key);
      if (first) return first.program;
    }
    // A what-if table (データテーブル) is no formula that could be read.
    const text = f.kind === "data-table" ? "TABLE()" : f.text;
    const home = { row, col, array: f.kind === "array" };
    const program = this.#cache.program(text, home, this.#above[col] ?? null);
    if (f.kind === "shared" && key !== null) this.#shared.set(key, { program, row, col });
    return program;
  }

  /** Spreads array formulas over their ranges; gives those that fill as many cells as their results have. */
  finish(): readonly ArrayState[] {
    for (const array of this.#arrays) if (!array.dynamic) spreadArray(this.sheet, array);
    return this.#arrays.filter((a) => a.dynamic);
  }
}

/** Rows one after another; a sparse list of rows is one, too. */
export function fillRows(
  filler: SheetFiller,
  rows: Iterable<readonly (CellData | undefined)[] | undefined>,
): void {
  let r = 0;
  for (const row of rows) {
    row?.forEach((cell, c) => {
      if (cell) filler.cell(r, c, cell);
    });
    r++;
  }
}

function areaOf(sheet: CalcSheet, ref: string): RefValue | null {
  const [a = "", b = a] = ref.split(":");
  const from = readCellName(a);
  const to = readCellName(b);
  if (!from || !to || (to.row - from.row + 1) * (to.col - from.col + 1) > mostArrayCells)
    return null;
  const rectangle = { top: from.row, left: from.col, bottom: to.row, right: to.col };
  return { kind: "ref", sheet, ...rectangle };
}

/** The other cells of an array formula's range show its other items. */
function spreadArray(sheet: CalcSheet, array: ArrayState): void {
  const { area } = array;
  if (!area) return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      if (row !== array.row || col !== array.col) fillCell(sheet, { row, col }, array);
    }
  }
}
