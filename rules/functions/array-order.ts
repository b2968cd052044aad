/** Dynamic arrays that select and order: FILTER, SORT, SORTBY and UNIQUE. */
import { compareScalars, toBoolean } from "../formula/coerce.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  CellError,
  cellErrors,
  isArray,
  isError,
  isScalar,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, flagOf, wholeOf } from "./arguments.ts";
import { built, itemOf } from "./array-shape.ts";
import { keyOf } from "./search-line.ts";

function picked(a: ArrayValue, places: readonly number[], byRow: boolean): ArrayValue {
  if (byRow) return built(places.length, a.cols, (r, c) => itemOf(a, places[r] ?? 0, c));
  return built(a.rows, places.length, (r, c) => itemOf(a, r, places[c] ?? 0));
}

function filter(args: readonly Value[]): Value {
  const a = arrayOfArg(args[0]);
  const keep = arrayOfArg(args[1]);
  const byRow = keep.cols === 1 && keep.rows === a.rows;
  if (!byRow && !(keep.rows === 1 && keep.cols === a.cols)) return cellErrors.value;
  const places: number[] = [];
  keep.cells.forEach((v, i) => {
    const truth = toBoolean(v);
    if (truth instanceof CellError) raise(truth);
    if (truth === true) places.push(i);
  });
  if (places.length > 0) return picked(a, places, byRow);
  const otherwise = args[2];
  return otherwise === undefined ? cellErrors.calc : otherwise;
}

/** Numbers, texts, truth values, errors; blanks come last whatever the direction. */
function order(a: Scalar, b: Scalar, direction: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a instanceof CellError || b instanceof CellError)
    return direction * (Number(a instanceof CellError) - Number(b instanceof CellError));
  return direction * compareScalars(a, b);
}

/** What rows are ordered by. */
export interface SortKey {
  readonly at: (i: number) => Scalar;
  readonly direction: 1 | -1;
}

/** Places of the rows in their new order; equal ones stay as they were. */
export function sortedPlaces(count: number, keys: readonly SortKey[]): number[] {
  return Array.from({ length: count }, (_, i) => i).sort((a, b) => {
    for (const key of keys) {
      const by = order(key.at(a), key.at(b), key.direction);
      if (by !== 0) return by;
    }
    return a - b;
  });
}

function directionOf(v: Scalar, env: Env): 1 | -1 {
  if (v instanceof CellError) return raise(v);
  const n = wholeOf(v, env);
  if (n === 1) return 1;
  return n === -1 ? -1 : raise(cellErrors.value);
}

const listOf = (v: Value | undefined, fallback: Scalar): readonly Scalar[] => {
  if (v === undefined || v === null) return [fallback];
  return isArray(v) || !isScalar(v) ? arrayOfArg(v).cells : [v];
};

function sort(args: readonly Value[], env: Env): Value {
  const a = arrayOfArg(args[0]);
  const indexes = listOf(args[1], 1);
  const directions = listOf(args[2], 1);
  const byColumn = flagOf(args[3], env);
  const size = byColumn ? a.rows : a.cols;
  if (directions.length > 1 && directions.length !== indexes.length) return cellErrors.value;
  const keys = indexes.map((v, i): SortKey => {
    const index = wholeOf(v, env) - 1;
    if (index < 0 || index >= size) raise(cellErrors.value);
    return {
      at: (k) => (byColumn ? itemOf(a, index, k) : itemOf(a, k, index)),
      direction: directionOf(directions[i] ?? directions[0] ?? 1, env),
    };
  });
  return picked(a, sortedPlaces(byColumn ? a.cols : a.rows, keys), !byColumn);
}

function sortBy(args: readonly Value[], env: Env): Value {
  const a = arrayOfArg(args[0]);
  const lists: { list: ArrayValue; direction: 1 | -1 }[] = [];
  for (let i = 1; i < args.length; i += 2) {
    const list = arrayOfArg(args[i]);
    const given = args[i + 1];
    const [first = 1] = listOf(given, 1);
    lists.push({ list, direction: directionOf(first, env) });
  }
  const byRow = lists.every(({ list }) => list.cols === 1 && list.rows === a.rows);
  const byColumn = lists.every(({ list }) => list.rows === 1 && list.cols === a.cols);
  if (!byRow && !byColumn) return cellErrors.value;
  const keys = lists.map(
    ({ list, direction }): SortKey => ({ at: (i) => list.cells[i] ?? null, direction }),
  );
  return picked(a, sortedPlaces(byRow ? a.rows : a.cols, keys), byRow);
}

/** One text per row (or column) that is the same for equal lines. */
function lineKeys(a: ArrayValue, byColumn: boolean): string[] {
  const [count, width] = byColumn ? [a.cols, a.rows] : [a.rows, a.cols];
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: width }, (__, k) =>
      String(keyOf(byColumn ? itemOf(a, k, i) : itemOf(a, i, k))),
    ).join("\u0001"),
  );
}

function unique(args: readonly Value[], env: Env): Value {
  const a = arrayOfArg(args[0]);
  const byColumn = flagOf(args[1] ?? undefined, env);
  const once = flagOf(args[2] ?? undefined, env);
  const counts = new Map<string, { at: number; times: number }>();
  lineKeys(a, byColumn).forEach((key, at) => {
    const known = counts.get(key);
    if (known) known.times++;
    else counts.set(key, { at, times: 1 });
  });
  const places = [...counts.values()].filter((c) => !once || c.times === 1).map((c) => c.at);
  return places.length === 0 ? cellErrors.calc : picked(a, places, !byColumn);
}

const guarded =
  (run: (args: readonly Value[], env: Env) => Value) =>
  (args: readonly Value[], env: Env): Value => {
    const bad = args.slice(0, 2).find((v) => isError(v));
    return bad === undefined ? run(args, env) : bad;
  };

export const orderFunctions: readonly FormulaFunction[] = [
  wholeFunction("FILTER", [2, 3], ["array", "array", "array"], guarded(filter)),
  wholeFunction("SORT", [1, 4], ["array"], guarded(sort)),
  wholeFunction("SORTBY", [2, 254], ["array"], guarded(sortBy)),
  wholeFunction("UNIQUE", [1, 3], ["array", "scalar", "scalar"], guarded(unique)),
];
