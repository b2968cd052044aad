/** SUBTOTAL and AGGREGATE: measures that pass over hidden rows, errors and other subtotals. */
import { eachPlace } from "../formula/array.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  arrayOf,
  CellError,
  cellErrors,
  isAreas,
  isArray,
  isError,
  isRef,
  type RefValue,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { average, greatest, least, median, product, ranked, sumOf } from "./aggregate.ts";
import { arrayOfArg, finite, numberOf, wholeOf } from "./arguments.ts";
import { measures, modesOf, percentile } from "./statistics.ts";

interface Passing {
  readonly hidden: boolean;
  readonly filtered: boolean;
  readonly errors: boolean;
  readonly nested: boolean;
}

type Measure = (n: readonly number[]) => Scalar;

/** By function number; 2 and 3 count and are treated apart. */
const byNumber: Readonly<Record<number, Measure>> = {
  1: average,
  4: greatest,
  5: least,
  6: product,
  7: measures.devSample,
  8: measures.devAll,
  9: (n) => finite(sumOf(n)),
  10: measures.varSample,
  11: measures.varAll,
  12: median,
  13: (n) => modesOf(n)[0] ?? cellErrors.na,
};

const withK: Readonly<Record<number, (n: readonly number[], k: number) => Scalar>> = {
  14: (n, k) => ranked(n, k, true),
  15: (n, k) => ranked(n, k, false),
  16: (n, k) => percentile(n, k, false),
  17: (n, k) => percentile(n, quarter(k), false),
  18: (n, k) => percentile(n, k, true),
  19: (n, k) => percentile(n, quarter(k), true),
};

const quarter = (k: number): number => {
  const whole = Math.trunc(k);
  return whole < 0 || whole > 4 ? -1 : whole / 4;
};

function rangesOf(args: readonly Value[]): RefValue[] {
  return args.flatMap((arg) => {
    if (isError(arg)) return raise(arg);
    if (isRef(arg)) return [arg];
    if (isAreas(arg) && arg.areas.every((a) => a.sheet === arg.areas[0]?.sheet)) return arg.areas;
    return raise(cellErrors.value);
  });
}

function passed(ref: RefValue, row: number, col: number, pass: Passing): boolean {
  const state = ref.sheet.rowState(row);
  if (state === "hidden" && pass.hidden) return true;
  if (state === "filtered" && (pass.hidden || pass.filtered)) return true;
  return pass.nested && ref.sheet.isSubtotal(row, col);
}

/** Items of the ranges that are not passed over. */
function itemsOf(ranges: readonly RefValue[], pass: Passing): Scalar[] {
  const items: Scalar[] = [];
  for (const ref of ranges) {
    eachPlace(ref, (row, col) => {
      if (passed(ref, row, col, pass)) return;
      const v = ref.sheet.read(row, col);
      if (!(v instanceof CellError && pass.errors)) items.push(v);
    });
  }
  return items;
}

function measured(code: number, items: readonly Scalar[]): Scalar {
  if (code === 2) return items.filter((v) => typeof v === "number").length;
  if (code === 3) return items.filter((v) => v !== null).length;
  const measure = byNumber[code];
  return measure ? measure(numbersIn(items)) : cellErrors.value;
}

function numbersIn(items: readonly Scalar[]): number[] {
  const numbers: number[] = [];
  for (const v of items) {
    if (v instanceof CellError) raise(v);
    if (typeof v === "number") numbers.push(v);
  }
  return numbers;
}

function subtotal(args: readonly Value[], env: Env): Scalar {
  const code = wholeOf(args[0], env);
  const base = code > 100 ? code - 100 : code;
  if (base < 1 || base > 11) return cellErrors.value;
  const pass = { hidden: code > 100, filtered: true, errors: false, nested: true };
  return measured(base, itemsOf(rangesOf(args.slice(1)), pass));
}

function passingOf(option: number): Passing {
  if (option < 0 || option > 7) raise(cellErrors.value);
  return {
    hidden: option % 2 === 1,
    filtered: false,
    errors: option === 2 || option === 3 || option === 6 || option === 7,
    nested: option < 4,
  };
}

function aggregate(args: readonly Value[], env: Env): Value {
  const code = wholeOf(args[0], env);
  const pass = passingOf(wholeOf(args[1], env));
  const ordered = withK[code];
  if (!ordered) {
    if (code < 1 || code > 13) return cellErrors.value;
    return measured(code, itemsOf(rangesOf(args.slice(2)), pass));
  }
  if (args.length !== 4) return cellErrors.value;
  const numbers = numbersIn(listItems(args[2] ?? null, pass));
  const k = args[3] ?? null;
  if (!isArray(k)) return ordered(numbers, numberOf(k, env));
  return arrayOf(
    k.rows,
    k.cols,
    k.cells.map((v) => ordered(numbers, numberOf(v, env))),
  );
}

/** The list of LARGE and its kin may be an array that was computed. */
function listItems(v: Value, pass: Passing): readonly Scalar[] {
  if (isRef(v) || isAreas(v)) return itemsOf(rangesOf([v]), pass);
  const { cells } = arrayOfArg(v);
  return pass.errors ? cells.filter((c) => !(c instanceof CellError)) : cells;
}

export const subtotalFunctions: readonly FormulaFunction[] = [
  { ...wholeFunction("SUBTOTAL", [2, 255], ["scalar", "range"], subtotal), perReference: true },
  wholeFunction("AGGREGATE", [3, 253], ["scalar", "scalar", "array"], aggregate),
];
