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
import type { CalcCell } from "./calc-cell.ts";
import type { CalcSheet } from "./calc-sheet.ts";

export interface Spilling {
  readonly world: FormulaWorld;
  readonly sheet: CalcSheet;
  readonly cell: CalcCell;
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
  const slot = at.cell.formula?.array;
  const before = slot?.area ?? null;
  const area = areaOf(at, result);
  const same = before && area && sameArea(before, area);
  if (same) return { value: firstOf(result), moved: result.cells.length > 1 ? [area] : [] };
  const emptied = clearSpill(at.sheet, at.cell);
  if (!area || !isFree(at, area)) {
    if (slot) slot.whole = cellErrors.spill;
    return { value: cellErrors.spill, moved: emptied };
  }
  if (slot) slot.area = area;
  fill(at, area);
  return { value: firstOf(result), moved: result.cells.length > 1 ? [...emptied, area] : emptied };
}

/** Takes the filled cells away again; returns the range that became empty. */
export function clearSpill(sheet: CalcSheet, cell: CalcCell): readonly RefValue[] {
  const slot = cell.formula?.array;
  const area = slot?.area;
  if (!slot || !area) return [];
  slot.area = null;
  if (area.top === area.bottom && area.left === area.right) return [];
  eachBeside(area, cell, (row, col) => {
    if (sheet.cell(row, col)?.spill === cell) sheet.remove(row, col);
  });
  return [area];
}

function areaOf(at: Spilling, result: ArrayValue): RefValue | null {
  const { row, col } = at.cell;
  const bottom = row + result.rows - 1;
  const right = col + result.cols - 1;
  if (bottom > lastRow || right > lastColumn) return null;
  return { kind: "ref", sheet: at.sheet, top: row, left: col, bottom, right };
}

const sameArea = (a: RefValue, b: RefValue): boolean =>
  a.bottom === b.bottom && a.right === b.right;

function eachBeside(
  area: RefValue,
  cell: CalcCell,
  visit: (row: number, col: number) => void,
): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      if (row !== cell.row || col !== cell.col) visit(row, col);
    }
  }
}

/** Cells with a value, a formula or another array are in the way; so is a table. */
function isFree(at: Spilling, area: RefValue): boolean {
  const wide = area.top !== area.bottom || area.left !== area.right;
  if (wide && at.world.tableAt(at.sheet, at.cell.row, at.cell.col)) return false;
  let free = true;
  eachBeside(area, at.cell, (row, col) => {
    const cell = at.sheet.cell(row, col);
    if (!cell) return;
    if (cell.formula || cell.value !== null || (cell.spill && cell.spill !== at.cell)) free = false;
  });
  return free;
}

function fill(at: Spilling, area: RefValue): void {
  eachBeside(area, at.cell, (row, col) => {
    const style = at.sheet.cell(row, col)?.style ?? 0;
    at.sheet.put({
      row,
      col,
      value: null,
      formula: null,
      spill: at.cell,
      style,
      phonetic: null,
    });
  });
}

function firstOf(a: ArrayValue): Scalar {
  return a.cells[0] ?? 0;
}
