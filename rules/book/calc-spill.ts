/** Dynamic arrays in their cells: filling the cells beside the formula, #SPILL! when one of them is taken. */
import type { FormulaWorld } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isArray,
  isScalar,
  lastColumn,
  lastRow,
  type RefValue,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import type { ArrayState } from "./calc-column.ts";
import type { CalcSheet } from "./calc-sheet.ts";

export interface Spilling {
  readonly world: FormulaWorld;
  readonly sheet: CalcSheet;
  readonly array: ArrayState;
}

export interface Spilled {
  /** What the cell of the formula itself shows. */
  readonly value: Scalar;
  /** Ranges that were filled or emptied: cells that refer to them must be computed again. */
  readonly moved: readonly RefValue[];
}

/** Puts a result into the cells beside the formula, after taking away what it filled before. */
export function placeSpill(at: Spilling, whole: Value): Spilled {
  const result: ArrayValue = isArray(whole)
    ? whole
    : arrayOf(1, 1, [isScalar(whole) ? whole : cellErrors.calc]);
  const { array } = at;
  const before = array.area;
  const area = areaOf(at, result);
  const same = before && area && sameArea(before, area);
  if (same) return { value: firstOf(result), moved: result.cells.length > 1 ? [area] : [] };
  const emptied = clearSpill(at.sheet, array);
  if (!area || !isFree(at, area)) {
    array.whole = cellErrors.spill;
    return { value: cellErrors.spill, moved: emptied };
  }
  array.area = area;
  eachBeside(area, array, (row, col) => fillCell(at.sheet, { row, col }, array));
  return { value: firstOf(result), moved: result.cells.length > 1 ? [...emptied, area] : emptied };
}

/** Takes the filled cells away again; returns the range that became empty. */
export function clearSpill(sheet: CalcSheet, array: ArrayState): readonly RefValue[] {
  const { area } = array;
  if (!area) return [];
  array.area = null;
  if (area.top === area.bottom && area.left === area.right) return [];
  eachBeside(area, array, (row, col) => {
    if (filledBy(sheet, row, col) !== array) return;
    const column = sheet.columnFor(row, col);
    column.remove(row);
    column.version++;
  });
  return [area];
}

/** Makes a cell show an item of an array formula; its style stays. */
export function fillCell(
  sheet: CalcSheet,
  at: { readonly row: number; readonly col: number },
  array: ArrayState,
): void {
  const column = sheet.columnFor(at.row, at.col);
  column.putFilled(at.row, array);
  column.version++;
}

const filledBy = (sheet: CalcSheet, row: number, col: number): ArrayState | null =>
  sheet.columns[col]?.extras.get(row)?.filledBy ?? null;

function areaOf(at: Spilling, result: ArrayValue): RefValue | null {
  const { row, col } = at.array;
  const bottom = row + result.rows - 1;
  const right = col + result.cols - 1;
  if (bottom > lastRow || right > lastColumn) return null;
  return { kind: "ref", sheet: at.sheet, top: row, left: col, bottom, right };
}

const sameArea = (a: RefValue, b: RefValue): boolean =>
  a.bottom === b.bottom && a.right === b.right;

function eachBeside(
  area: RefValue,
  array: ArrayState,
  visit: (row: number, col: number) => void,
): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      if (row !== array.row || col !== array.col) visit(row, col);
    }
  }
}

/** Cells with a value, a formula or another array are in the way; so is a table. */
function isFree(at: Spilling, area: RefValue): boolean {
  const wide = area.top !== area.bottom || area.left !== area.right;
  if (wide && at.world.tableAt(at.sheet, at.array.row, at.array.col)) return false;
  let free = true;
  eachBeside(area, at.array, (row, col) => {
    if (!at.sheet.has(row, col)) return;
    const source = filledBy(at.sheet, row, col);
    const taken = at.sheet.hasFormula(row, col) || at.sheet.stored(row, col) !== null;
    if (taken || (source && source !== at.array)) free = false;
  });
  return free;
}

function firstOf(a: ArrayValue): Scalar {
  return a.cells[0] ?? 0;
}
