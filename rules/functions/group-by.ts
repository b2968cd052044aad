/**
 * GROUPBY, PIVOTBY and PERCENTOF. Totals are computed for one field: with several, the words of subtotals and grand totals
 * are laid down nowhere.
 */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isError,
  isLambda,
  type LambdaValue,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { sumOf } from "./aggregate.ts";
import { arrayOfArg, finite, flagOf, numbersOf, undocumented, wholeOf } from "./arguments.ts";
import { type SortKey, sortedPlaces } from "./array-order.ts";
import { built, itemOf } from "./array-shape.ts";
import { totalWord } from "./group-words.ja.ts";
import { cellOf } from "./lambda-kin.ts";
import { keyOf } from "./search-line.ts";

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

/** How the arguments of GROUPBY and PIVOTBY that both have are told from each other. */
interface Given {
  readonly name: string;
  readonly fields: ArrayValue;
  readonly values: ArrayValue;
  readonly headers: Value | undefined;
  readonly filter: Value | undefined;
}

function sourceOf({ name, fields, values, headers, filter }: Given, env: Env): Source {
  if (fields.rows !== values.rows) raise(cellErrors.value);
  const plain = omitted(headers);
  const mode = plain ? Number(looksHeaded(values)) : wholeOf(headers, env);
  if (mode === 2 || (plain && mode === 1 && fields.cols + values.cols > 2)) undocumented(name);
  if (mode < 0 || mode > 3) raise(cellErrors.value);
  const kept = keptRows(filter, fields.rows, mode === 0 ? 0 : 1, env);
  return { fields, values, rows: kept, showHeaders: mode === 3 };
}

/** Where the totals stand. */
type Totals = "none" | "last" | "first";

/** Grand totals stand below unless told otherwise; subtotals need a second field, whose words nobody here can prove. */
function totalsOf(name: string, depth: Value | undefined, fields: number, env: Env): Totals {
  const n = omitted(depth) ? 1 : wholeOf(depth, env);
  if (n === 0) return "none";
  if (fields > 1 || Math.abs(n) > 1) undocumented(name);
  return n > 0 ? "last" : "first";
}

/** Puts the totals where they belong. */
const withTotal = <T>(items: readonly T[], total: T, totals: Totals): readonly T[] => {
  if (totals === "none") return items;
  return totals === "last" ? [...items, total] : [total, ...items];
};

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

/**
 * 1 and up: which column of the result orders the rows; negative: downwards. Of several fields, a list may name them in their
 * order, or one number turns the direction of one of them: the groups of a field stand inside those of the field before.
 */
function orderOf(name: string, v: Value | undefined, shape: Shape, env: Env): SortKey[] {
  const { table, fields, width } = shape;
  const by = (c: number, direction: 1 | -1): SortKey => ({
    at: (i) => table[i]?.[c] ?? null,
    direction,
  });
  const plain = Array.from({ length: fields }, (_, c) => by(c, 1));
  if (omitted(v)) return plain;
  const asked = arrayOfArg(v).cells.map((n) => wholeOf(n, env));
  if (asked.some((n) => n === 0 || Math.abs(n) > width)) return raise(cellErrors.value);
  const [only = 1] = asked;
  if (fields === 1 && asked.length === 1) return [by(Math.abs(only) - 1, only < 0 ? -1 : 1)];
  const inOrder = asked.length === 1 || asked.every((n, i) => Math.abs(n) === i + 1);
  if (!inOrder || asked.some((n) => Math.abs(n) > fields)) undocumented(name);
  return plain.map((key, c) => (asked.includes(-c - 1) ? by(c, -1) : key));
}

/** Lines of the result without totals: labels of the groups, then their values. */
interface Shape {
  readonly table: readonly (readonly Scalar[])[];
  readonly fields: number;
  readonly width: number;
}

/** The function that puts values together; lists of functions are not computed. */
function functionOf(name: string, fn: Value | undefined): LambdaValue {
  if (fn === undefined || isError(fn)) return raise(fn ?? cellErrors.value);
  return isLambda(fn) ? fn : undocumented(name);
}

function groupBy(args: readonly Value[], env: Env): Value {
  const name = "GROUPBY";
  const fn = functionOf(name, args[2]);
  const [fields, values] = [arrayOfArg(args[0]), arrayOfArg(args[1])];
  const source = sourceOf({ name, fields, values, headers: args[3], filter: args[6] }, env);
  const totals = totalsOf(name, args[4], fields.cols, env);
  const relation = omitted(args[7]) ? 0 : wholeOf(args[7], env);
  if (relation !== 0 && relation !== 1) return cellErrors.value;
  // Without a hierarchy one field alone may be turned; what the others then do is laid down nowhere.
  if (relation === 1 && fields.cols > 1 && !omitted(args[5])) undocumented(name);
  const groups = groupsOf(source);
  if (groups.length === 0) return cellErrors.calc;
  const table = groups.map((group) => [
    ...Array.from({ length: fields.cols }, (_, c) => itemOf(fields, group[0] ?? 0, c)),
    ...aggregated(fn, source, group),
  ]);
  const width = fields.cols + values.cols;
  const order = orderOf(name, args[5], { table, fields: fields.cols, width }, env);
  const sorted = sortedPlaces(table.length, order).map((p) => table[p] ?? []);
  const head = [fields, values].flatMap((a) =>
    Array.from({ length: a.cols }, (_, c) => itemOf(a, 0, c)),
  );
  const total = totals === "none" ? [] : [totalWord, ...aggregated(fn, source, source.rows)];
  const lines = [...(source.showHeaders ? [head] : []), ...withTotal(sorted, total, totals)];
  return built(lines.length, width, (r, c) => lines[r]?.[c] ?? null);
}

/** Groups of one axis of PIVOTBY, in their order. */
interface Axis {
  readonly labels: readonly Scalar[];
  readonly groups: readonly (readonly number[])[];
}

/** PIVOTBY with one field down, one across and one column of values. */
function pivotBy(args: readonly Value[], env: Env): Value {
  const name = "PIVOTBY";
  const fn = functionOf(name, args[3]);
  const [down, across, values] = [arrayOfArg(args[0]), arrayOfArg(args[1]), arrayOfArg(args[2])];
  if (down.cols > 1 || across.cols > 1 || values.cols > 1) undocumented(name);
  // A function of two arguments needs to know what it is relative to.
  if (fn.arity === 2 && !fn.optional) undocumented(name);
  const given = { name, values, headers: args[4], filter: args[9] };
  const rowSource = sourceOf({ ...given, fields: down }, env);
  const colSource = sourceOf({ ...given, fields: across }, env);
  if (rowSource.showHeaders) undocumented(name);
  if (rowSource.rows.length === 0) return cellErrors.calc;
  const value = (rows: readonly number[]): Scalar => aggregated(fn, rowSource, rows)[0] ?? null;
  const rows = axisOf(name, { source: rowSource, sort: args[6], value }, env);
  const cols = axisOf(name, { source: colSource, sort: args[8], value }, env);
  const totals = {
    rows: totalsOf(name, args[5], 1, env),
    cols: totalsOf(name, args[7], 1, env),
  };
  return pivoted({ rows, cols, totals, all: rowSource.rows, value });
}

interface Pivot {
  readonly rows: Axis;
  readonly cols: Axis;
  readonly totals: { readonly rows: Totals; readonly cols: Totals };
  readonly all: readonly number[];
  readonly value: (rows: readonly number[]) => Scalar;
}

function pivoted({ rows, cols, totals, all, value }: Pivot): ArrayValue {
  const line = (label: Scalar, group: readonly number[]): readonly Scalar[] => {
    const inRow = new Set(group);
    const cells = cols.groups.map((g): Scalar => {
      const both = g.filter((r) => inRow.has(r));
      return both.length === 0 ? "" : value(both);
    });
    const total = totals.cols === "none" ? "" : value(group);
    return [label, ...withTotal(cells, total, totals.cols)];
  };
  const head = ["", ...withTotal(cols.labels, totalWord, totals.cols)];
  const body = rows.groups.map((group, i) => line(rows.labels[i] ?? null, group));
  const total = totals.rows === "none" ? [] : line(totalWord, all);
  const lines = [head, ...withTotal(body, total, totals.rows)];
  return built(lines.length, head.length, (r, c) => lines[r]?.[c] ?? null);
}

/** Sorted by the field (1, -1) or by the values of the whole group (2, -2). */
function axisOf(
  name: string,
  given: { source: Source; sort: Value | undefined; value: (rows: readonly number[]) => Scalar },
  env: Env,
): Axis {
  const { source, sort, value } = given;
  const groups = groupsOf(source);
  const labels = groups.map((g) => itemOf(source.fields, g[0] ?? 0, 0));
  const table = groups.map((g, i) => [labels[i] ?? null, omitted(sort) ? null : value(g)]);
  const places = sortedPlaces(
    groups.length,
    orderOf(name, sort, { table, fields: 1, width: 2 }, env),
  );
  return {
    labels: places.map((p) => labels[p] ?? null),
    groups: places.map((p) => groups[p] ?? []),
  };
}

export const groupFunctions: readonly FormulaFunction[] = [
  wholeFunction(
    "GROUPBY",
    [3, 8],
    ["array", "array", "range", "scalar", "scalar", "range", "array", "scalar"],
    groupBy,
  ),
  wholeFunction(
    "PIVOTBY",
    [4, 11],
    [
      "array",
      "array",
      "array",
      "range",
      "scalar",
      "scalar",
      "range",
      "scalar",
      "range",
      "array",
      "scalar",
    ],
    pivotBy,
  ),
  wholeFunction("PERCENTOF", [2, 2], ["array"], (args, env) => {
    const [part, all] = [
      sumOf(numbersOf(args.slice(0, 1), env)),
      sumOf(numbersOf(args.slice(1), env)),
    ];
    return all === 0 ? cellErrors.div0 : finite(part / all);
  }),
];
