/** Lines through points: slope, correlation, LINEST, TREND and their exponential kin. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isArray,
  isError,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, finite, flagOf, numberOf, pairsOf } from "./arguments.ts";
import { inverse, matrixOf } from "./matrix.ts";

interface Sums {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Sums of squares around the means; `pairs` are (y, x) or (x, y) as the function orders them. */
function sumsOf(pairs: readonly (readonly [number, number])[]): Sums {
  const n = pairs.length;
  if (n === 0) return raise(cellErrors.div0);
  let [meanX, meanY] = [0, 0];
  for (const [x, y] of pairs) {
    meanX += x / n;
    meanY += y / n;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return { n, meanX, meanY, xx, yy, xy };
}

function ratio(a: number, b: number): Scalar {
  return b === 0 ? cellErrors.div0 : finite(a / b);
}

/** A function of two lists. */
function ofPairs(names: string | readonly string[], compute: (s: Sums) => Scalar): FormulaFunction {
  return wholeFunction(names, [2, 2], ["array"], ([a, b]) => compute(sumsOf(pairsOf(a, b))));
}

const correlation = (s: Sums): Scalar => ratio(s.xy, Math.sqrt(s.xx * s.yy));

function squaredCorrelation(s: Sums): Scalar {
  const r = correlation(s);
  return typeof r === "number" ? r * r : r;
}

// known_y's come first: y is the first of each pair.
const slope = (s: Sums): Scalar => ratio(s.xy, s.yy);
function intercept(s: Sums): Scalar {
  const m = slope(s);
  return typeof m === "number" ? s.meanX - m * s.meanY : m;
}

function standardError(s: Sums): Scalar {
  if (s.n < 3 || s.yy === 0) return cellErrors.div0;
  return Math.sqrt(Math.max(0, s.xx - s.xy ** 2 / s.yy) / (s.n - 2));
}

function forecast(args: readonly Value[], env: Env): Scalar {
  const s = sumsOf(pairsOf(args[1], args[2]));
  const m = slope(s);
  return typeof m === "number" ? finite(s.meanX + m * (numberOf(args[0], env) - s.meanY)) : m;
}

interface Problem {
  readonly y: readonly number[];
  /** One row per point, one number per variable. */
  readonly x: readonly (readonly number[])[];
  readonly withConstant: boolean;
}

const missing = (v: Value | undefined): boolean => v === undefined || v === null;

/** Points in rows: the variables lie beside y when y is a column, below it when y is a row. */
function problemOf(args: readonly Value[], env: Env): Problem {
  const y = arrayOfArg(args[0]);
  const column = y.cols === 1;
  const count = y.cells.length;
  const counting = arrayOf(
    column ? count : 1,
    column ? 1 : count,
    y.cells.map((_, i) => i + 1),
  );
  const given = missing(args[1]) ? counting : arrayOfArg(args[1]);
  const same = given.rows === y.rows && given.cols === y.cols;
  const x = same
    ? matrixOf(given)
        .flat()
        .map((v) => [v])
    : variables(given, y);
  return { y: matrixOf(y).flat(), x, withConstant: flagOf(args[2] ?? undefined, env, true) };
}

function variables(x: ArrayValue, y: ArrayValue): number[][] {
  const rows = matrixOf(x);
  if (y.cols === 1 && x.rows === y.rows) return rows;
  if (y.rows !== 1 || x.cols !== y.cols) return raise(cellErrors.ref);
  return (rows[0] ?? []).map((_, c) => rows.map((r) => r[c] ?? 0));
}

interface Fit {
  /** Factors of the variables in their order, then the constant. */
  readonly factors: readonly number[];
  readonly errors: readonly number[];
  readonly residual: number;
  readonly explained: number;
  readonly df: number;
}

/** Least squares by the normal equations of centred variables. */
function fitOf(p: Problem): Fit {
  const n = p.y.length;
  const k = p.x[0]?.length ?? 0;
  const mean = (v: readonly number[]): number =>
    p.withConstant ? v.reduce((a, b) => a + b, 0) / n : 0;
  const means = Array.from({ length: k }, (_, c) => mean(p.x.map((row) => row[c] ?? 0)));
  const meanY = mean(p.y);
  const rows = p.x.map((row) => row.map((v, c) => v - (means[c] ?? 0)));
  const ys = p.y.map((v) => v - meanY);
  const normal = means.map((_, a) => means.map((__, b) => dot(rows, a, (r) => r[b] ?? 0)));
  const inverted = inverse(normal);
  if (!inverted) return raise(cellErrors.num);
  const right = means.map((_, a) => dot(rows, a, (_r, i) => ys[i] ?? 0));
  const factors = inverted.map((row) => row.reduce((sum, v, c) => sum + v * (right[c] ?? 0), 0));
  const predicted = rows.map((row) => row.reduce((sum, v, c) => sum + v * (factors[c] ?? 0), 0));
  const residual = ys.reduce((sum, v, i) => sum + (v - (predicted[i] ?? 0)) ** 2, 0);
  const total = ys.reduce((sum, v) => sum + v * v, 0);
  const constant = meanY - factors.reduce((sum, f, c) => sum + f * (means[c] ?? 0), 0);
  const df = n - k - (p.withConstant ? 1 : 0);
  const noise = df > 0 ? residual / df : 0;
  const spread = means.reduce(
    (sum, m, a) => sum + m * (inverted[a] ?? []).reduce((s, v, b) => s + v * (means[b] ?? 0), 0),
    1 / n,
  );
  const errors = inverted.map((row, i) => Math.sqrt(noise * (row[i] ?? 0)));
  return {
    factors: [...factors, p.withConstant ? constant : 0],
    errors: [...errors, Math.sqrt(noise * spread)],
    residual,
    explained: total - residual,
    df,
  };
}

function dot(
  rows: readonly (readonly number[])[],
  a: number,
  other: (row: readonly number[], i: number) => number,
): number {
  return rows.reduce((sum, row, i) => sum + (row[a] ?? 0) * other(row, i), 0);
}

/** LINEST and LOGEST: factors last variable first, then the constant; with statistics five rows. */
function estimate(args: readonly Value[], env: Env, exponential: boolean): Value {
  const given = problemOf(args, env);
  const p = exponential ? { ...given, y: given.y.map(logOf) } : given;
  const fit = fitOf(p);
  const k = fit.factors.length - 1;
  const backwards = [...fit.factors.slice(0, k).reverse(), fit.factors[k] ?? 0];
  const shown = exponential ? backwards.map((v) => Math.exp(v)) : backwards;
  if (!flagOf(args[3] ?? undefined, env, false)) return arrayOf(1, k + 1, shown.map(finite));
  const errors: Scalar[] = [
    ...fit.errors.slice(0, k).reverse(),
    p.withConstant ? (fit.errors[k] ?? 0) : cellErrors.na,
  ];
  const total = fit.explained + fit.residual;
  const f = fit.explained / k / (fit.residual / fit.df);
  const pad = (a: Scalar, b: Scalar): Scalar[] =>
    [a, b, ...new Array<Scalar>(Math.max(0, k - 1)).fill(cellErrors.na)].slice(0, k + 1);
  return arrayOf(5, k + 1, [
    ...shown.map(finite),
    ...errors,
    ...pad(total === 0 ? 1 : fit.explained / total, Math.sqrt(fit.residual / fit.df)),
    ...pad(Number.isFinite(f) ? f : cellErrors.num, fit.df),
    ...pad(fit.explained, fit.residual),
  ]);
}

const logOf = (y: number): number => (y > 0 ? Math.log(y) : raise(cellErrors.num));

/** TREND and GROWTH: the fitted line at the known or at new points. */
function predict(args: readonly Value[], env: Env, exponential: boolean): Value {
  const given = problemOf([args[0] ?? null, args[1] ?? null, args[3] ?? true], env);
  const fit = fitOf(exponential ? { ...given, y: given.y.map(logOf) } : given);
  const known = arrayOfArg(args[0]);
  const target = missing(args[2]) ? null : arrayOfArg(args[2]);
  const k = fit.factors.length - 1;
  const points = target ? newPoints(target, k, known) : given.x;
  const values = points.map((row) => {
    const y = row.reduce((sum, v, c) => sum + v * (fit.factors[c] ?? 0), fit.factors[k] ?? 0);
    return finite(exponential ? Math.exp(y) : y);
  });
  const shape = target ?? known;
  if (k === 1 && values.length === shape.rows * shape.cols)
    return arrayOf(shape.rows, shape.cols, values);
  return known.cols === 1 ? arrayOf(values.length, 1, values) : arrayOf(1, values.length, values);
}

function newPoints(x: ArrayValue, k: number, known: ArrayValue): number[][] {
  const rows = matrixOf(x);
  if (k === 1) return rows.flat().map((v) => [v]);
  if (known.cols === 1) return x.cols === k ? rows : raise(cellErrors.ref);
  if (x.rows !== k) return raise(cellErrors.ref);
  return (rows[0] ?? []).map((_, c) => rows.map((r) => r[c] ?? 0));
}

function covariance(sample: boolean): (s: Sums) => Scalar {
  return (s) => ratio(s.xy, sample ? s.n - 1 : s.n);
}

function guarded(
  name: string,
  max: number,
  run: (args: readonly Value[], env: Env) => Value,
): FormulaFunction {
  return wholeFunction(name, [1, max], ["array"], (args, env) => {
    const bad = args.find((a) => isError(a) || (isArray(a) && a.cells.some((c) => isError(c))));
    if (bad !== undefined && isError(bad)) return bad;
    return run(args, env);
  });
}

export const regressionFunctions: readonly FormulaFunction[] = [
  ofPairs(["CORREL", "PEARSON"], correlation),
  ofPairs("RSQ", squaredCorrelation),
  ofPairs(["COVARIANCE.P", "COVAR"], covariance(false)),
  ofPairs("COVARIANCE.S", covariance(true)),
  ofPairs("SLOPE", slope),
  ofPairs("INTERCEPT", intercept),
  ofPairs("STEYX", standardError),
  wholeFunction(["FORECAST.LINEAR", "FORECAST"], [3, 3], ["scalar", "array", "array"], forecast),
  guarded("LINEST", 4, (args, env) => estimate(args, env, false)),
  guarded("LOGEST", 4, (args, env) => estimate(args, env, true)),
  guarded("TREND", 4, (args, env) => predict(args, env, false)),
  guarded("GROWTH", 4, (args, env) => predict(args, env, true)),
];
