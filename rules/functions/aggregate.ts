/** Sums, counts and extremes over ranges: texts in ranges are passed over, texts written directly are read as numbers. */
import { colsOf, eachCell, isEndless, rowsOf, usedPart } from "../formula/array.ts";
import { toNumber } from "../formula/coerce.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  CellError,
  cellErrors,
  isRef,
  type RefValue,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, eachItem, finite, numberOf, numbersOf } from "./arguments.ts";

function overNumbers(name: string, compute: (n: readonly number[]) => Scalar): FormulaFunction {
  return wholeFunction(name, [1, 255], ["range"], (args, env) => compute(numbersOf(args, env)));
}

/** A sum that is not disturbed by binary rounding of decimals (Kahan). */
class RunningSum {
  total = 0;
  #lost = 0;

  add(n: number): void {
    const y = n - this.#lost;
    const t = this.total + y;
    this.#lost = t - this.total - y;
    this.total = t;
  }
}

export function sumOf(numbers: readonly number[]): number {
  const sum = new RunningSum();
  for (const n of numbers) sum.add(n);
  return Number.isNaN(sum.total) ? numbers.reduce((a, b) => a + b, 0) : sum.total;
}

export function average(n: readonly number[]): Scalar {
  return n.length === 0 ? cellErrors.div0 : sumOf(n) / n.length;
}

export function least(n: readonly number[]): number {
  return n.reduce((a, b) => Math.min(a, b), n[0] ?? 0);
}

export function greatest(n: readonly number[]): number {
  return n.reduce((a, b) => Math.max(a, b), n[0] ?? 0);
}

export function median(n: readonly number[]): Scalar {
  if (n.length === 0) return cellErrors.num;
  const sorted = [...n].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}

/** COUNT and COUNTA: what is counted among direct arguments differs from ranges. */
function counting(
  name: string,
  counts: (item: Scalar, direct: boolean, env: Env) => boolean,
): FormulaFunction {
  return wholeFunction(name, [1, 255], ["range"], (args, env) => {
    let n = 0;
    for (const arg of args) {
      eachItem(arg, (item, direct) => {
        if (counts(item, direct, env)) n++;
      });
    }
    return n;
  });
}

function countBlank(v: Value): Scalar {
  if (!isRef(v)) return cellErrors.value;
  let filled = 0;
  eachCell(v, (item) => {
    if (item !== null && item !== "") filled++;
  });
  return rowsOf(v) * colsOf(v) - filled;
}

/** SUMPRODUCT: items that are no numbers count as 0; all arguments must have the same shape. */
function sumProduct(args: readonly Value[]): Scalar {
  const arrays = sameExtent(args).map((a) => arrayOfArg(a));
  const [first] = arrays;
  if (!first || arrays.some((a) => a.rows !== first.rows || a.cols !== first.cols))
    return cellErrors.value;
  const sum = new RunningSum();
  for (let i = 0; i < first.cells.length; i++) {
    const product = productAt(arrays, i);
    if (product instanceof CellError) return product;
    sum.add(product);
  }
  return Number.isFinite(sum.total) ? sum.total : cellErrors.num;
}

function productAt(arrays: readonly ArrayValue[], i: number): number | CellError {
  let product = 1;
  for (const a of arrays) {
    const item = a.cells[i] ?? null;
    if (item instanceof CellError) return item;
    product *= typeof item === "number" ? item : 0;
  }
  return product;
}

/** Whole columns among plain references are cut to the rows that any of them uses: the rest is empty and adds nothing. */
function sameExtent(args: readonly Value[]): readonly Value[] {
  if (!args.every((a): a is RefValue => isRef(a) && isEndless(a) && a.top === 0)) return args;
  const rows = Math.max(1, ...args.map((a) => (usedPart(a)?.bottom ?? 0) + 1));
  return args.map((a) => (a.bottom > rows ? { ...a, bottom: rows - 1 } : a));
}

export function product(n: readonly number[]): Scalar {
  return n.length === 0 ? 0 : finite(n.reduce((a, b) => a * b, 1));
}

/** The k-th largest or smallest; parts of k count up for LARGE and are cut for SMALL. */
export function ranked(n: readonly number[], k: number, largest: boolean): Scalar {
  const at = largest ? Math.ceil(k) : Math.floor(k);
  if (k < 1 || k > n.length) return cellErrors.num;
  const sorted = [...n].sort((a, b) => (largest ? b - a : a - b));
  return sorted[at - 1] ?? cellErrors.num;
}

/** LARGE and SMALL; a list of ranks gives a list of values. */
function rankedFunction(name: string, largest: boolean): FormulaFunction {
  return wholeFunction(name, [2, 2], ["array", "scalar"], ([list = null, k], env) =>
    ranked(numbersOf([list], env), numberOf(k, env), largest),
  );
}

export const aggregateFunctions: readonly FormulaFunction[] = [
  overNumbers("SUM", (n) => {
    const sum = sumOf(n);
    return Number.isFinite(sum) ? sum : cellErrors.num;
  }),
  overNumbers("AVERAGE", average),
  overNumbers("MIN", least),
  overNumbers("MAX", greatest),
  overNumbers("MEDIAN", median),
  overNumbers("PRODUCT", product),
  overNumbers("SUMSQ", (n) => finite(sumOf(n.map((x) => x * x)))),
  counting("COUNT", (item, direct, env) => {
    if (typeof item === "number") return true;
    if (!direct || item instanceof CellError) return false;
    return item === null || typeof toNumber(item, env.world) === "number";
  }),
  counting("COUNTA", (item, direct) => direct || item !== null),
  wholeFunction("COUNTBLANK", [1, 1], ["range"], ([v = null]) => countBlank(v)),
  wholeFunction("SUMPRODUCT", [1, 255], ["array"], (args) => sumProduct(args)),
  rankedFunction("LARGE", true),
  rankedFunction("SMALL", false),
];
