/** COUNTIF, SUMIFS and their kin: ranges filtered by criteria. */
import { colsOf, noScalar, rowsOf, toScalar } from "../formula/array.ts";
import {
  type FormulaFunction,
  type ParameterKind,
  wholeFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  CellError,
  cellErrors,
  isRef,
  type RefValue,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { sumOf } from "./aggregate.ts";
import { type IndexKey, type Rows, rowsWith } from "./column-index.ts";
import { type Criterion, criterionIndex, criterionOf, doubtfulKey, noisyKey } from "./criteria.ts";

interface Condition {
  readonly range: RefValue;
  readonly criterion: Criterion;
  readonly index: ReturnType<typeof criterionIndex>;
}

/** Range and criterion in turns, all ranges of one shape; null when a range is none or shapes differ. */
function conditionsOf(pairs: readonly Value[], env: Env): Condition[] | null {
  const conditions: Condition[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const range = pairs[i] ?? null;
    if (!isRef(range)) return noScalar(range, cellErrors.value) && null;
    const criterion = criterionOf(toScalar(pairs[i + 1] ?? null, env), env.world);
    conditions.push({ range, criterion, index: criterionIndex(env.world) });
  }
  const first = conditions[0]?.range;
  const alike = conditions.every(
    (c) => first && rowsOf(c.range) === rowsOf(first) && colsOf(c.range) === colsOf(first),
  );
  return alike && pairs.length % 2 === 0 ? conditions : null;
}

/**
 * Visits the offsets of the cells that meet all conditions. Beyond the used rows every cell is empty and is not visited. A
 * condition that asks for equality goes through the index of its column.
 */
function eachMatch(
  conditions: readonly Condition[],
  also: RefValue | null,
  visit: (row: number, col: number) => void,
): void {
  const indexed = candidatesOf(conditions);
  if (indexed) {
    const others = conditions.filter((c) => c !== indexed.by);
    for (const row of indexed.rows) {
      const r = row - indexed.by.range.top;
      if (others.every((k) => meets(k, r, 0))) visit(r, 0);
    }
    return;
  }
  const used = [...conditions.map((c) => c.range), ...(also ? [also] : [])];
  const rows = extentOf(used, (r) => r.sheet.rowCount - r.top, rowsOf);
  const cols = extentOf(used, (r) => r.sheet.colCount - r.left, colsOf);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      if (conditions.every((k) => meets(k, r, c))) visit(r, c);
    }
  }
}

const meets = (k: Condition, r: number, c: number): boolean =>
  k.criterion.test(k.range.sheet.read(k.range.top + r, k.range.left + c));

/** The rows of the condition that can be looked up and has the fewest. */
function candidatesOf(
  conditions: readonly Condition[],
): { readonly by: Condition; readonly rows: Rows } | null {
  let best: { by: Condition; rows: Rows } | null = null;
  for (const by of conditions) {
    const { key } = by.criterion;
    const rows = key === null ? null : rowsWith(by.range, by.index, key);
    const apart = (other: IndexKey): boolean =>
      (rowsWith(by.range, by.index, other)?.length ?? 0) > 0;
    if (typeof key === "number" && rows && (apart(doubtfulKey) || apart(noisyKey(key)))) continue;
    if (key === doubtfulKey) continue;
    if (rows && (!best || rows.length < best.rows.length)) best = { by, rows };
  }
  return best;
}

function extentOf(
  ranges: readonly RefValue[],
  filled: (r: RefValue) => number,
  size: (r: RefValue) => number,
): number {
  const needed = Math.max(0, ...ranges.map(filled));
  const [first] = ranges;
  return first ? Math.min(needed, size(first)) : 0;
}

const isSmall = (range: RefValue): boolean => rowsOf(range) < 8 && colsOf(range) < 64;

/** Cell by cell: the beginning of most checks is a few cells beside the formula. */
function countFew({ range, criterion }: Condition): number {
  const { sheet } = range;
  let n = 0;
  for (let row = range.top; row <= range.bottom; row++)
    for (let col = range.left; col <= range.right; col++)
      if (criterion.test(sheet.read(row, col))) n++;
  return n;
}

function countIfs(args: readonly Value[], env: Env): Scalar {
  const conditions = conditionsOf(args, env);
  const first = conditions?.[0]?.range;
  if (!conditions || !first) return cellErrors.value;
  const [only] = conditions;
  if (only && conditions.length === 1 && isSmall(only.range)) return countFew(only);
  let n = 0;
  eachMatch(conditions, null, () => n++);
  if (!conditions.every((c) => c.criterion.test(null))) return n;
  const ranges = conditions.map((c) => c.range);
  const rows = extentOf(ranges, (r) => r.sheet.rowCount - r.top, rowsOf);
  const cols = extentOf(ranges, (r) => r.sheet.colCount - r.left, colsOf);
  return n + rowsOf(first) * colsOf(first) - rows * cols;
}

/** Numbers of `values` where the conditions hold, or the first error among them. */
function numbersWhere(values: RefValue, conditions: readonly Condition[]): number[] {
  const numbers: number[] = [];
  eachMatch(conditions, values, (r, c) => {
    const v = values.sheet.read(values.top + r, values.left + c);
    if (v instanceof CellError) raise(v);
    if (typeof v === "number") numbers.push(v);
  });
  return numbers;
}

type Reduce = (numbers: readonly number[]) => Scalar;

/** SUMIF(range, criterion, [sums]): the sums range takes the shape of the first. */
function single(reduce: Reduce): (args: readonly Value[], env: Env) => Scalar {
  return (args, env) => {
    const conditions = conditionsOf(args.slice(0, 2), env);
    const range = conditions?.[0]?.range;
    const given = args[2] ?? range;
    if (!conditions || !range || given === undefined || !isRef(given)) return cellErrors.value;
    const values = {
      ...given,
      bottom: given.top + rowsOf(range) - 1,
      right: given.left + colsOf(range) - 1,
    };
    return reduce(numbersWhere(values, conditions));
  };
}

/** SUMIFS(sums, range, criterion, …). */
function several(reduce: Reduce): (args: readonly Value[], env: Env) => Scalar {
  return (args, env) => {
    const [values = null] = args;
    const conditions = conditionsOf(args.slice(1), env);
    const range = conditions?.[0]?.range;
    if (!isRef(values) || !conditions || !range) return cellErrors.value;
    if (rowsOf(values) !== rowsOf(range) || colsOf(values) !== colsOf(range))
      return cellErrors.value;
    return reduce(numbersWhere(values, conditions));
  };
}

const average: Reduce = (n) => (n.length === 0 ? cellErrors.div0 : sumOf(n) / n.length);
const pairs: readonly ParameterKind[] = Array.from({ length: 254 }, (_, i) =>
  i % 2 === 0 ? "range" : "scalar",
);
const valuesThenPairs: readonly ParameterKind[] = ["range", ...pairs];

const plainFunctions: readonly FormulaFunction[] = [
  wholeFunction("COUNTIF", [2, 2], pairs, countIfs),
  wholeFunction("COUNTIFS", [2, 254], pairs, countIfs),
  wholeFunction("SUMIF", [2, 3], pairs, single(sumOf)),
  wholeFunction("AVERAGEIF", [2, 3], pairs, single(average)),
  wholeFunction("SUMIFS", [3, 255], valuesThenPairs, several(sumOf)),
  wholeFunction("AVERAGEIFS", [3, 255], valuesThenPairs, several(average)),
  wholeFunction(
    "MAXIFS",
    [3, 255],
    valuesThenPairs,
    several((n) => n.reduce((a, b) => Math.max(a, b), n[0] ?? 0)),
  ),
  wholeFunction(
    "MINIFS",
    [3, 255],
    valuesThenPairs,
    several((n) => n.reduce((a, b) => Math.min(a, b), n[0] ?? 0)),
  ),
];

export const conditionalFunctions: readonly FormulaFunction[] = plainFunctions.map((fn) => ({
  ...fn,
  perReference: true,
}));
