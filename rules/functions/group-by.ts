/** GROUPBY and PERCENTOF. Rows of totals carry words that depend on the language of Excel, so they are not computed. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isError,
  isLambda,
  isRef,
  type LambdaValue,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { sumOf } from "./aggregate.ts";
import { arrayOfArg, finite, flagOf, numbersOf, undocumented, wholeOf } from "./arguments.ts";
import { type SortKey, sortedPlaces } from "./array-order.ts";
import { built, itemOf } from "./array-shape.ts";
import { cellOf } from "./lambda-kin.ts";
import { keyOf } from "./search-line.ts";

const name = "GROUPBY";
const omitted = (v: Value | undefined): boolean => v === undefined || v === null;

interface Source {
  readonly fields: ArrayValue;
  readonly values: ArrayValue;
  /** Rows that hold data, headers left out. */
  readonly rows: readonly number[];
  readonly showHeaders: boolean;
}

/** Headers are there when the first value is a text and the second a number. */
function looksHeaded(values: ArrayValue): boolean {
  return typeof values.cells[0] === "string" && typeof values.cells[values.cols] === "number";
}

function sourceOf(args: readonly Value[], env: Env): Source {
  const fields = arrayOfArg(args[0]);
  const values = arrayOfArg(args[1]);
  if (fields.rows !== values.rows) raise(cellErrors.value);
  const plain = omitted(args[3]);
  const mode = plain ? Number(looksHeaded(values)) : wholeOf(args[3], env);
  if (mode === 2 || (plain && mode === 1 && fields.cols + values.cols > 2)) undocumented(name);
  if (mode < 0 || mode > 3) raise(cellErrors.value);
  const first = mode === 0 ? 0 : 1;
  const kept = keptRows(args[6], fields.rows, first, env);
  return { fields, values, rows: kept, showHeaders: mode === 3 };
}

function keptRows(filter: Value | undefined, rows: number, first: number, env: Env): number[] {
  const all = Array.from({ length: rows - first }, (_, i) => i + first);
  if (omitted(filter)) return all;
  const flags = arrayOfArg(filter);
  const shift = flags.cells.length === rows ? 0 : first;
  if (flags.cols !== 1 || flags.rows + shift !== rows) raise(cellErrors.value);
  return all.filter((r) => flagOf(flags.cells[r - shift] ?? null, env));
}

/** Rows of each group, in the order in which the groups appear. */
function groupsOf({ fields, rows }: Source): number[][] {
  const groups = new Map<string, number[]>();
  for (const r of rows) {
    const cells = Array.from({ length: fields.cols }, (_, c) => keyOf(itemOf(fields, r, c)));
    const key = JSON.stringify(cells);
    const group = groups.get(key);
    if (group) group.push(r);
    else groups.set(key, [r]);
  }
  return [...groups.values()];
}

const column = (a: ArrayValue, rows: readonly number[], c: number): ArrayValue =>
  arrayOf(
    rows.length,
    1,
    rows.map((r) => itemOf(a, r, c)),
  );

/** One or two arguments: the values of the group, and those of all. */
function aggregated(fn: LambdaValue, source: Source, group: readonly number[]): Scalar[] {
  const { values, rows } = source;
  return Array.from({ length: values.cols }, (_, c) => {
    const own = column(values, group, c);
    const both = fn.arity === 2 && !fn.optional;
    return cellOf(fn.call(both ? [own, column(values, rows, c)] : [own]));
  });
}

/** 1 and up: which column of the result orders the rows; negative: downwards. */
function orderOf(
  v: Value | undefined,
  table: readonly Scalar[][],
  source: Source,
  env: Env,
): SortKey[] {
  const { fields, values } = source;
  const byField = Array.from(
    { length: fields.cols },
    (_, c): SortKey => ({
      at: (i) => table[i]?.[c] ?? null,
      direction: 1,
    }),
  );
  if (omitted(v)) return byField;
  if (fields.cols > 1 || isRef(v ?? null) || arrayOfArg(v).cells.length > 1) undocumented(name);
  const n = wholeOf(v, env);
  const at = Math.abs(n) - 1;
  if (n === 0 || at >= fields.cols + values.cols) return raise(cellErrors.value);
  return [{ at: (i) => table[i]?.[at] ?? null, direction: n < 0 ? -1 : 1 }];
}

function groupBy(args: readonly Value[], env: Env): Value {
  const fn = args[2];
  if (fn === undefined || isError(fn)) return fn ?? cellErrors.value;
  if (!isLambda(fn)) return undocumented(name);
  if (omitted(args[4]) || wholeOf(args[4], env) !== 0) undocumented(name);
  const source = sourceOf(args, env);
  const { fields, values } = source;
  const groups = groupsOf(source);
  if (groups.length === 0) return cellErrors.calc;
  const table = groups.map((group) => [
    ...Array.from({ length: fields.cols }, (_, c) => itemOf(fields, group[0] ?? 0, c)),
    ...aggregated(fn, source, group),
  ]);
  const places = sortedPlaces(table.length, orderOf(args[5], table, source, env));
  const head = [fields, values].flatMap((a) =>
    Array.from({ length: a.cols }, (_, c) => itemOf(a, 0, c)),
  );
  const lines = [...(source.showHeaders ? [head] : []), ...places.map((p) => table[p] ?? [])];
  return built(lines.length, fields.cols + values.cols, (r, c) => lines[r]?.[c] ?? null);
}

export const groupFunctions: readonly FormulaFunction[] = [
  wholeFunction(
    name,
    [3, 8],
    ["array", "array", "range", "scalar", "scalar", "range", "array"],
    groupBy,
  ),
  wholeFunction("PERCENTOF", [2, 2], ["array"], (args, env) => {
    const [part, all] = [
      sumOf(numbersOf(args.slice(0, 1), env)),
      sumOf(numbersOf(args.slice(1), env)),
    ];
    return all === 0 ? cellErrors.div0 : finite(part / all);
  }),
];
