/** Functions that call a LAMBDA for every item, row or column: MAP, REDUCE, SCAN, BYROW, BYCOL, MAKEARRAY. */
import { mostCells } from "../formula/array.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isArray,
  isError,
  isLambda,
  isRef,
  isScalar,
  type RefValue,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, lambdaOf, wholeOf } from "./arguments.ts";
import { built } from "./array-shape.ts";

/** A result that goes into one cell: arrays of arrays are #CALC!. */
export function cellOf(v: Value): Scalar {
  if (isScalar(v)) return v;
  if (isLambda(v)) return cellErrors.calc;
  // A range of many cells need not be read to know that it is one.
  if (isRef(v) && (v.top !== v.bottom || v.left !== v.right)) return cellErrors.calc;
  const a = arrayOfArg(v);
  return a.cells.length === 1 ? (a.cells[0] ?? null) : cellErrors.calc;
}

/** One item of an argument; cells of a range stay references, so that the LAMBDA may ask where they are. */
function itemOf(v: Value, a: ArrayValue, row: number, col: number): Value {
  if (!isRef(v)) return a.cells[row * a.cols + col] ?? null;
  const [top, left] = [v.top + row, v.left + col];
  return { ...v, top, left, bottom: top, right: left } satisfies RefValue;
}

function map(args: readonly Value[]): Value {
  const lists = args.slice(0, -1);
  const fn = lambdaOf(args.at(-1), lists.length);
  const arrays = lists.map((v) => (isError(v) ? arrayOf(1, 1, [v]) : arrayOfArg(v)));
  const rows = Math.max(...arrays.map((a) => a.rows));
  const cols = Math.max(...arrays.map((a) => a.cols));
  return built(rows, cols, (r, c) => {
    const items: Value[] = [];
    for (const [i, a] of arrays.entries()) {
      if (r >= a.rows || c >= a.cols) return cellErrors.na;
      items.push(itemOf(lists[i] ?? null, a, r, c));
    }
    return cellOf(fn.call(items));
  });
}

/** The start may be left out: then the first item is the start. */
function folded(args: readonly Value[], each: (v: Value) => void): Value {
  const list = args[1] ?? null;
  const a = arrayOfArg(list);
  const fn = lambdaOf(args[2], 2);
  const noStart = args[0] === null || args[0] === undefined;
  let held: Value = noStart ? itemOf(list, a, 0, 0) : (args[0] ?? null);
  a.cells.forEach((_, i) => {
    const item = itemOf(list, a, Math.floor(i / a.cols), i % a.cols);
    if (!(noStart && i === 0)) held = fn.call([held, item]);
    each(held);
  });
  return held;
}

function scan(args: readonly Value[]): Value {
  const shape = arrayOfArg(args[1]);
  const cells: Scalar[] = [];
  folded(args, (v) => cells.push(cellOf(v)));
  return arrayOf(shape.rows, shape.cols, cells);
}

/** BYROW and BYCOL hand over whole lines. */
function byLine(args: readonly Value[], byRow: boolean): Value {
  const list = args[0] ?? null;
  const a = arrayOfArg(list);
  const fn = lambdaOf(args[1], 1);
  const results: Scalar[] = [];
  for (let i = 0; i < (byRow ? a.rows : a.cols); i++)
    results.push(cellOf(fn.call([lineOf(list, a, i, byRow)])));
  return byRow ? arrayOf(results.length, 1, results) : arrayOf(1, results.length, results);
}

function lineOf(v: Value, a: ArrayValue, i: number, byRow: boolean): Value {
  if (isRef(v)) {
    const at = (byRow ? v.top : v.left) + i;
    return byRow ? { ...v, top: at, bottom: at } : { ...v, left: at, right: at };
  }
  if (byRow) return arrayOf(1, a.cols, a.cells.slice(i * a.cols, (i + 1) * a.cols));
  return arrayOf(
    a.rows,
    1,
    Array.from({ length: a.rows }, (_, r) => a.cells[r * a.cols + i] ?? null),
  );
}

function makeArray(args: readonly Value[], env: Env): Value {
  const [rows, cols] = [wholeOf(args[0], env), wholeOf(args[1], env)];
  const fn = lambdaOf(args[2], 2);
  if (rows < 1 || cols < 1) return cellErrors.value;
  if (rows * cols > mostCells) return raise(cellErrors.num);
  return built(rows, cols, (r, c) => cellOf(fn.call([r + 1, c + 1])));
}

/** REDUCE may hand back an array; a LAMBDA is no value. */
function reduce(args: readonly Value[]): Value {
  const result = folded(args, () => undefined);
  return isLambda(result) ? cellErrors.calc : result;
}

const first = (args: readonly Value[]): Value => {
  const bad = args.find((v) => isError(v));
  return bad === undefined || isArray(bad) ? null : bad;
};

function passing(run: (args: readonly Value[], env: Env) => Value) {
  return (args: readonly Value[], env: Env): Value => first(args) ?? run(args, env);
}

export const lambdaFunctions: readonly FormulaFunction[] = [
  wholeFunction("MAP", [2, 254], ["array"], map),
  wholeFunction("REDUCE", [3, 3], ["array"], reduce),
  wholeFunction("SCAN", [3, 3], ["array"], scan),
  wholeFunction(
    "BYROW",
    [2, 2],
    ["array"],
    passing((args) => byLine(args, true)),
  ),
  wholeFunction(
    "BYCOL",
    [2, 2],
    ["array"],
    passing((args) => byLine(args, false)),
  ),
  wholeFunction("MAKEARRAY", [3, 3], ["scalar", "scalar", "array"], makeArray),
];
