/** Turns references into arrays or single cells, and spreads a scalar function over arrays. */
import { uncomputableText } from "../messages.ja.ts";
import type { Env } from "./model.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isArray,
  isRef,
  isScalar,
  lastColumn,
  lastRow,
  type RefValue,
  type Scalar,
  Uncomputable,
  type Value,
} from "./value.ts";

/** More cells than this are not spread out: the clerk is asked to name the range. */
const mostCells = 300_000;

/** The part of a reference that can hold anything; null when it lies wholly outside. */
export function usedPart(ref: RefValue): RefValue | null {
  const bottom = Math.min(ref.bottom, ref.sheet.rowCount - 1);
  const right = Math.min(ref.right, ref.sheet.colCount - 1);
  if (bottom < ref.top || right < ref.left) return null;
  return bottom === ref.bottom && right === ref.right ? ref : { ...ref, bottom, right };
}

/** Visits the used cells of a reference row by row. */
export function eachCell(ref: RefValue, visit: (v: Scalar) => void): void {
  const part = usedPart(ref);
  if (!part) return;
  for (let r = part.top; r <= part.bottom; r++) {
    for (let c = part.left; c <= part.right; c++) visit(part.sheet.read(r, c));
  }
}

export function rowsOf(ref: RefValue): number {
  return ref.bottom - ref.top + 1;
}

export function colsOf(ref: RefValue): number {
  return ref.right - ref.left + 1;
}

/** All cells of a value as an array; a scalar becomes 1×1. Refuses what is too large. */
export function toArray(v: Value): ArrayValue {
  if (isArray(v)) return v;
  if (!isRef(v)) return arrayOf(1, 1, [isScalar(v) ? v : cellErrors.value]);
  const rows = rowsOf(v);
  const cols = colsOf(v);
  if (rows * cols > mostCells)
    throw new Uncomputable("limit", "range", uncomputableText.bigArray());
  const cells: Scalar[] = [];
  for (let r = v.top; r <= v.bottom; r++) {
    for (let c = v.left; c <= v.right; c++) cells.push(v.sheet.read(r, c));
  }
  return arrayOf(rows, cols, cells);
}

/** The one value that a cell shows of a value: its own row or column of a range, the first item of an array. */
export function toScalar(v: Value, env: Env): Scalar {
  if (isScalar(v)) return v;
  if (isRef(v)) return intersect(v, env);
  if (isArray(v)) return v.cells[0] ?? null;
  return cellErrors.calc;
}

function intersect(ref: RefValue, env: Env): Scalar {
  const oneRow = ref.top === ref.bottom;
  const oneCol = ref.left === ref.right;
  if (oneRow && oneCol) return ref.sheet.read(ref.top, ref.left);
  if (oneCol && env.row >= ref.top && env.row <= ref.bottom)
    return ref.sheet.read(env.row, ref.left);
  if (oneRow && env.col >= ref.left && env.col <= ref.right)
    return ref.sheet.read(ref.top, env.col);
  return cellErrors.value;
}

/** Scalar, or array when it must be spread: what an operator or a scalar parameter takes. */
export function toOperand(v: Value, env: Env, spread: boolean): Scalar | ArrayValue {
  if (isScalar(v)) return v;
  if (isArray(v)) return v;
  if (!isRef(v)) return cellErrors.calc;
  if (v.top === v.bottom && v.left === v.right) return v.sheet.read(v.top, v.left);
  return spread ? toArray(v) : intersect(v, env);
}

/** Item of an array at a place of a larger result: one row or column repeats, what lies outside is #N/A. */
export function itemAt(v: Scalar | ArrayValue, row: number, col: number): Scalar {
  if (!isArray(v)) return v;
  const r = v.rows === 1 ? 0 : row;
  const c = v.cols === 1 ? 0 : col;
  if (r >= v.rows || c >= v.cols) return cellErrors.na;
  return v.cells[r * v.cols + c] ?? null;
}

/** Runs a function of scalars over all arguments, item by item when any of them is an array. */
export function spread(
  args: readonly (Scalar | ArrayValue)[],
  run: (args: readonly Scalar[]) => Scalar,
): Scalar | ArrayValue {
  if (!args.some((a) => isArray(a))) return run(args as readonly Scalar[]);
  let rows = 1;
  let cols = 1;
  for (const a of args) {
    if (!isArray(a)) continue;
    rows = Math.max(rows, a.rows);
    cols = Math.max(cols, a.cols);
  }
  if (rows * cols > mostCells)
    throw new Uncomputable("limit", "range", uncomputableText.bigArray());
  const cells: Scalar[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) cells.push(run(args.map((a) => itemAt(a, r, c))));
  }
  return arrayOf(rows, cols, cells);
}

/** Whether a reference takes whole columns or whole rows. */
export function isEndless(ref: RefValue): boolean {
  return ref.bottom === lastRow || ref.right === lastColumn;
}
