/** Matrices and sums over two lists: MMULT, MINVERSE, SUMX2MY2, SERIESSUM. */

import { mostCells } from "../formula/array.ts";
import { type FormulaFunction, numberFunction, wholeFunction } from "../formula/function-type.ts";
import {
  type ArrayValue,
  arrayOf,
  CellError,
  cellErrors,
  raise,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, finite, numberOf, pairsOf } from "./arguments.ts";
import { erf, erfc } from "./special-functions.ts";

type Rows = number[][];

/** A matrix of numbers only: anything else is #VALUE!. */
export function matrixOf(v: Value | undefined): Rows {
  const a = arrayOfArg(v);
  const rows: Rows = [];
  for (let r = 0; r < a.rows; r++) {
    const row: number[] = [];
    for (let c = 0; c < a.cols; c++) {
      const item = a.cells[r * a.cols + c] ?? null;
      if (item instanceof CellError) raise(item);
      row.push(typeof item === "number" ? item : raise(cellErrors.value));
    }
    rows.push(row);
  }
  return rows;
}

export function matrixValue(rows: Rows): ArrayValue {
  return arrayOf(rows.length, rows[0]?.length ?? 0, rows.flat().map(finite));
}

function product(a: Rows, b: Rows): Rows {
  if ((a[0]?.length ?? 0) !== b.length) raise(cellErrors.value);
  if (a.length * b.length * (b[0]?.length ?? 0) > mostCells * 100) raise(cellErrors.num);
  return a.map((row) =>
    (b[0] ?? []).map((_, c) => row.reduce((sum, x, k) => sum + x * (b[k]?.[c] ?? 0), 0)),
  );
}

function square(v: Value | undefined): Rows {
  const rows = matrixOf(v);
  if (rows.length !== rows[0]?.length) raise(cellErrors.value);
  return rows.length > 200 ? raise(cellErrors.num) : rows;
}

/** Brings the largest number of a column to the pivot row. Null when all are 0: the matrix has no inverse. */
function pivot(rows: Rows, at: number): "kept" | "swapped" | null {
  let best = at;
  for (let r = at + 1; r < rows.length; r++) {
    if (Math.abs(rows[r]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = r;
  }
  const [here, found] = [rows[at], rows[best]];
  if (!here || !found || found[at] === 0) return null;
  rows[at] = found;
  rows[best] = here;
  return best === at ? "kept" : "swapped";
}

function eliminate(rows: Rows, at: number, from: number): void {
  const head = rows[at] ?? [];
  for (let r = from; r < rows.length; r++) {
    const row = rows[r];
    if (!row || r === at) continue;
    const factor = (row[at] ?? 0) / (head[at] ?? 1);
    if (factor === 0) continue;
    for (let c = at; c < row.length; c++) row[c] = (row[c] ?? 0) - factor * (head[c] ?? 0);
  }
}

function determinant(given: Rows): number {
  const rows = given.map((r) => [...r]);
  let result = 1;
  for (let i = 0; i < rows.length; i++) {
    const moved = pivot(rows, i);
    if (moved === null) return 0;
    result *= (rows[i]?.[i] ?? 0) * (moved === "swapped" ? -1 : 1);
    eliminate(rows, i, i + 1);
  }
  return Number(result.toPrecision(15));
}

/** Null when there is no inverse. */
export function inverse(given: Rows): Rows | null {
  const n = given.length;
  const rows = given.map((r, i) => [...r, ...Array.from({ length: n }, (_, k) => Number(k === i))]);
  for (let i = 0; i < n; i++) {
    if (pivot(rows, i) === null) return null;
    eliminate(rows, i, 0);
  }
  return rows.map((r, i) => r.slice(n).map((x) => x / (r[i] ?? 1)));
}

function overPairs(name: string, item: (x: number, y: number) => number): FormulaFunction {
  return wholeFunction(name, [2, 2], ["array"], ([a, b]) => {
    const pairs = pairsOf(a, b);
    return finite(pairs.reduce((sum, [x, y]) => sum + item(x, y), 0));
  });
}

export const matrixFunctions: readonly FormulaFunction[] = [
  wholeFunction("MMULT", [2, 2], ["array"], ([a, b]) =>
    matrixValue(product(matrixOf(a), matrixOf(b))),
  ),
  wholeFunction("MDETERM", [1, 1], ["array"], ([a]) => finite(determinant(square(a)))),
  wholeFunction("MINVERSE", [1, 1], ["array"], ([a]) => {
    const found = inverse(square(a));
    return found ? matrixValue(found) : cellErrors.num;
  }),
  wholeFunction("MUNIT", [1, 1], ["scalar"], ([v], env) => {
    const n = Math.trunc(numberOf(v, env));
    if (n < 1 || n > 500) return cellErrors.value;
    return matrixValue(
      Array.from({ length: n }, (_, r) => Array.from({ length: n }, (__, c) => Number(r === c))),
    );
  }),
  overPairs("SUMX2MY2", (x, y) => x * x - y * y),
  overPairs("SUMX2PY2", (x, y) => x * x + y * y),
  overPairs("SUMXMY2", (x, y) => (x - y) ** 2),
  wholeFunction(
    "SERIESSUM",
    [4, 4],
    ["scalar", "scalar", "scalar", "array"],
    ([a, b, c, list], env) => {
      const [x, first, step] = [numberOf(a, env), numberOf(b, env), numberOf(c, env)];
      const factors = matrixOf(list).flat();
      return finite(factors.reduce((sum, k, i) => sum + k * x ** (first + i * step), 0));
    },
  ),
  numberFunction("ERF.PRECISE", [1, 1], ([x = 0]) => erf(x)),
  numberFunction("ERF", [1, 2], ([a = 0, b]) => (b === undefined ? erf(a) : erf(b) - erf(a))),
  numberFunction(["ERFC", "ERFC.PRECISE"], [1, 1], ([x = 0]) => erfc(x)),
];
