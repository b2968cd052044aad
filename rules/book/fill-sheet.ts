/** Puts the cells of a file into the sheets that are computed: shared and array formulas spread out. */
import type { FormulaCache } from "../formula/formula-cache.ts";
import type { Program } from "../formula/program.ts";
import { readCellName } from "../formula/tokens.ts";
import type { RefValue } from "../formula/value.ts";
import type { CellData, FormulaData } from "../xlsx/book-data.ts";
import { type ArrayState, type CalcCell, FormulaSlot } from "./calc-cell.ts";
import type { CalcSheet } from "./calc-sheet.ts";

interface Filling {
  readonly sheet: CalcSheet;
  readonly cache: FormulaCache;
  readonly shared: Map<string, { program: Program; row: number; col: number }>;
  /** Program last seen in each column. */
  readonly above: (Program | null)[];
  readonly dynamic: CalcCell[];
}

/** Rows one after another; a sparse list of rows is one, too. */
export interface FilledRows {
  readonly rows: Iterable<readonly (CellData | undefined)[] | undefined>;
}

/** Returns the cells whose formulas fill as many cells as their results have. */
export function fillSheet(
  sheet: CalcSheet,
  data: FilledRows,
  cache: FormulaCache,
): readonly CalcCell[] {
  const filling: Filling = { sheet, cache, shared: new Map(), above: [], dynamic: [] };
  const arrays: CalcCell[] = [];
  let r = 0;
  for (const row of data.rows) {
    row?.forEach((cell, c) => {
      if (!cell) return;
      const placed = placedCell(filling, cell, r, c);
      if (placed.formula?.array) arrays.push(placed);
    });
    r++;
  }
  for (const a of arrays) if (!a.formula?.array?.dynamic) spreadArray(sheet, a);
  return filling.dynamic;
}

function placedCell(filling: Filling, cell: CellData, row: number, col: number): CalcCell {
  const formula = cell.formula ? slotOf(filling, cell.formula, row, col) : null;
  const { value, style, phonetic } = cell;
  const placed: CalcCell = { row, col, value, formula, spill: null, style, phonetic };
  filling.sheet.put(placed);
  if (formula?.array?.dynamic) filling.dynamic.push(placed);
  return placed;
}

function slotOf(filling: Filling, f: FormulaData, row: number, col: number): FormulaSlot {
  const program = programOf(filling, f, row, col);
  filling.above[col] = program;
  const same = f.text === "" || program.isTextAt(f.text, row + 1, col);
  const array = f.kind === "array" ? arrayStateOf(filling.sheet, f) : null;
  return new FormulaSlot({ program, row, col, array, written: same ? null : f.text });
}

function arrayStateOf(sheet: CalcSheet, f: FormulaData): ArrayState {
  const dynamic = f.dynamic === true;
  const area = dynamic || f.ref === null ? null : areaOf(sheet, f.ref);
  return { whole: null, area, dynamic, failure: null };
}

function programOf(filling: Filling, f: FormulaData, row: number, col: number): Program {
  const { cache, shared } = filling;
  const key = f.sharedIndex;
  if (f.kind === "shared" && key !== null && f.text === "") {
    const master = shared.get(key);
    if (master) return master.program;
  }
  // A what-if table (データテーブル) is no formula that could be read.
  const text = f.kind === "data-table" ? "TABLE()" : f.text;
  const home = { row, col, array: f.kind === "array" };
  const program = cache.program(text, home, filling.above[col] ?? null);
  if (f.kind === "shared" && key !== null) shared.set(key, { program, row, col });
  return program;
}

function areaOf(sheet: CalcSheet, ref: string): RefValue | null {
  const [a = "", b = a] = ref.split(":");
  const from = readCellName(a);
  const to = readCellName(b);
  if (!from || !to || (to.row - from.row + 1) * (to.col - from.col + 1) > 300_000) return null;
  const rectangle = { top: from.row, left: from.col, bottom: to.row, right: to.col };
  return { kind: "ref", sheet, ...rectangle };
}

/** The other cells of an array formula's range show its other items. */
function spreadArray(sheet: CalcSheet, source: CalcCell): void {
  const area = source.formula?.array?.area;
  if (!area) return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      if (row === source.row && col === source.col) continue;
      const style = sheet.cell(row, col)?.style ?? 0;
      sheet.put({ row, col, value: null, formula: null, spill: source, style, phonetic: null });
    }
  }
}
