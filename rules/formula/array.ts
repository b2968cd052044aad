/** Turns references into arrays or single cells, and spreads a scalar function over arrays. */
import { uncomputableText } from "../messages.ja.ts";
import type { Env } from "./model.ts";
import {
  type ArrayValue,
  arrayOf,
  type CellError,
  cellErrors,
  isAreas,
  isArray,
  isRef,
  isRefs,
  isScalar,
  lastColumn,
  lastRow,
  Raised,
  type RefValue,
  type Scalar,
  Uncomputable,
  type Value,
} from "./value.ts";

/** More cells than this are not spread out: the clerk is asked to name the range. */
export const mostCells = 300_000;

/** The part of a reference that can hold anything; null when it lies wholly outside. */
export function usedPart(ref: RefValue): RefValue | null {
  const bottom = Math.min(ref.bottom, ref.sheet.rowCount - 1);
  const right = Math.min(ref.right, ref.sheet.colCount - 1);
  if (bottom < ref.top || right < ref.left) return null;
  return bottom === ref.bottom && right === ref.right ? ref : { ...ref, bottom, right };
}

/** Visits the used cells of a reference row by row. */
export function eachCell(ref: RefValue, visit: (v: Scalar) => void): void {
  const { sheet, left } = ref;
  const bottom = Math.min(ref.bottom, sheet.rowCount - 1);
  const right = Math.min(ref.right, sheet.colCount - 1);
  for (let r = ref.top; r <= bottom; r++) {
    for (let c = left; c <= right; c++) visit(sheet.read(r, c));
  }
}

/** Visits the places of the used cells of a reference row by row. */
export function eachPlace(ref: RefValue, visit: (row: number, col: number) => void): void {
  const part = usedPart(ref);
  if (!part) return;
  for (let r = part.top; r <= part.bottom; r++) {
    for (let c = part.left; c <= part.right; c++) visit(r, c);
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
  if (!isRef(v)) return arrayOf(1, 1, [isScalar(v) ? v : noScalar(v, cellErrors.value)]);
  const rows = rowsOf(v);
  const cols = colsOf(v);
  if (rows * cols > mostCells) return endlessArray(v);
  const cells: Scalar[] = [];
  for (let r = v.top; r <= v.bottom; r++) {
    for (let c = v.left; c <= v.right; c++) cells.push(v.sheet.read(r, c));
  }
  return arrayOf(rows, cols, cells);
}

function endlessArray(_: RefValue): never {
  throw new Uncomputable("limit", "range", uncomputableText.bigArray());
}

/** The one value that a cell shows of a value: its own row or column of a range, the first item of an array. */
export function toScalar(v: Value, env: Env): Scalar {
  if (isScalar(v)) return v;
  if (isRef(v)) return intersect(v, env);
  if (isArray(v)) return v.cells[0] ?? null;
  return isAreas(v) ? cellErrors.value : noScalar(v, cellErrors.calc);
}

/** The error that stands for what is no single value. Throws Uncomputable for references side by side. */
export function noScalar(v: Value, error: CellError): CellError {
  if (isRefs(v)) throw new Uncomputable("construct", "OFFSET", uncomputableText.manyReferences());
  return error;
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

/** The cell of a range that stands in the formula's own row or column (@); arrays give their first item. */
export function implicitly(v: Value, env: Env): Value {
  if (!isRef(v)) return isArray(v) ? (v.cells[0] ?? null) : v;
  if (v.top === v.bottom && v.left === v.right) return v;
  const row = v.top === v.bottom ? v.top : env.row;
  const col = v.left === v.right ? v.left : env.col;
  const inside = row >= v.top && row <= v.bottom && col >= v.left && col <= v.right;
  const line = v.top === v.bottom || v.left === v.right;
  if (!inside || !line) return cellErrors.value;
  return { ...v, top: row, bottom: row, left: col, right: col };
}

/** Scalar, or array when it must be spread: what an operator or a scalar parameter takes. */
export function toOperand(v: Value, env: Env, spread: boolean): Scalar | ArrayValue {
  if (isScalar(v)) return v;
  if (isArray(v)) return v;
  if (!isRef(v)) return isAreas(v) ? cellErrors.value : noScalar(v, cellErrors.calc);
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
  const fitting = args.every((a) => fits(a, rows, cols));
  const cells: Scalar[] = [];
  // One list for all items: a function of scalars keeps nothing of its arguments.
  const items: Scalar[] = new Array<Scalar>(args.length).fill(null);
  for (let at = 0; at < rows * cols; at++) {
    if (fitting) fittingItems(args, at, items);
    else placedItems(args, { row: Math.floor(at / cols), col: at % cols }, items);
    cells.push(run(items));
  }
  return arrayOf(rows, cols, cells);
}

function fittingItems(args: readonly (Scalar | ArrayValue)[], at: number, items: Scalar[]): void {
  for (let i = 0; i < args.length; i++) items[i] = fittingItem(args[i] ?? null, at);
}

function placedItems(
  args: readonly (Scalar | ArrayValue)[],
  at: { readonly row: number; readonly col: number },
  items: Scalar[],
): void {
  for (let i = 0; i < args.length; i++) items[i] = itemAt(args[i] ?? null, at.row, at.col);
}

/** The same for two arguments, as operators have them. */
export function spreadPair(
  a: Scalar | ArrayValue,
  b: Scalar | ArrayValue,
  run: (a: Scalar, b: Scalar) => Scalar,
): ArrayValue {
  const rows = Math.max(isArray(a) ? a.rows : 1, isArray(b) ? b.rows : 1);
  const cols = Math.max(isArray(a) ? a.cols : 1, isArray(b) ? b.cols : 1);
  if (rows * cols > mostCells)
    throw new Uncomputable("limit", "range", uncomputableText.bigArray());
  const cells: Scalar[] = [];
  if (fits(a, rows, cols) && fits(b, rows, cols)) {
    for (let at = 0; at < rows * cols; at++)
      cells.push(run(fittingItem(a, at), fittingItem(b, at)));
    return arrayOf(rows, cols, cells);
  }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) cells.push(run(itemAt(a, r, c), itemAt(b, r, c)));
  }
  return arrayOf(rows, cols, cells);
}

/** One value, or an array of the shape of the result: its items follow each other as those of the result do. */
const fits = (v: Scalar | ArrayValue, rows: number, cols: number): boolean =>
  !isArray(v) || (v.rows === rows && v.cols === cols);

const fittingItem = (v: Scalar | ArrayValue, at: number): Scalar =>
  isArray(v) ? (v.cells[at] ?? null) : v;

/** Runs a function body; an error raised inside it is its result. */
export function settled<T>(run: () => T): T | CellError {
  try {
    return run();
  } catch (error) {
    if (error instanceof Raised) return error.error;
    throw error;
  }
}

/** Whether a reference takes whole columns or whole rows. */
export function isEndless(ref: RefValue): boolean {
  return ref.bottom === lastRow || ref.right === lastColumn;
}
