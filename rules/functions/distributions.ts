/** Probability distributions under their present and their former names. */
import { type FormulaFunction, scalarFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { cellErrors, raise, type Scalar } from "../formula/value.ts";
import { finite, flagOf, numberOf } from "./arguments.ts";
import { combinations } from "./integer-math.ts";
import {
  betaPart,
  gamma,
  gammaLn,
  gammaParts,
  normalBelow,
  normalDensity,
} from "./special-functions.ts";

export type Numbers = readonly number[];

/** A distribution of `count` numbers; `ask` says whether a last argument chooses the cumulative form. */
export interface Shape {
  readonly count: number;
  readonly cumulative: "asked" | "always" | "never";
  readonly optional?: number;
}

export function distribution(
  names: string | readonly string[],
  shape: Shape,
  compute: (n: Numbers, cumulative: boolean) => number,
): FormulaFunction {
  const asked = shape.cumulative === "asked" ? 1 : 0;
  const max = shape.count + asked;
  return scalarFunction(names, [max - (shape.optional ?? 0), max], (args, env) => {
    const numbers = readNumbers(args, shape.count, env);
    const flag = asked === 1 ? flagOf(args[shape.count], env) : shape.cumulative === "always";
    return finite(compute(numbers, flag));
  });
}

function readNumbers(args: readonly Scalar[], count: number, env: Env): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < Math.min(count, args.length); i++) numbers.push(numberOf(args[i], env));
  return numbers;
}

/** The arguments must make sense, otherwise the result is #NUM!. */
export function need(condition: boolean): void {
  if (!condition) raise(cellErrors.num);
}

const exactLog = (n: number): number => gammaLn(n + 1);

export function binomialTerm(k: number, n: number, p: number): number {
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (n <= 50) return combinations(n, k) * p ** k * (1 - p) ** (n - k);
  const log = exactLog(n) - exactLog(k) - exactLog(n - k);
  return Math.exp(log + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

export function binomialBelow(k: number, n: number, p: number): number {
  if (k >= n) return 1;
  return k < 0 ? 0 : 1 - betaPart(p, k + 1, n - k);
}

function hypergeometricTerm(k: number, rest: { n: number; good: number; all: number }): number {
  const { n, good, all } = rest;
  if (k < Math.max(0, n + good - all) || k > Math.min(n, good)) return 0;
  if (all <= 60)
    return (combinations(good, k) * combinations(all - good, n - k)) / combinations(all, n);
  const choose = (a: number, b: number): number => exactLog(a) - exactLog(b) - exactLog(a - b);
  return Math.exp(choose(good, k) + choose(all - good, n - k) - choose(all, n));
}

function hypergeometric(numbers: Numbers, cumulative: boolean): number {
  const [k = 0, n = 0, good = 0, all = 0] = numbers.map(Math.trunc);
  need(k >= 0 && n > 0 && n <= all && good > 0 && good <= all && all > 0);
  need(k <= Math.min(n, good) && k >= Math.max(0, n - all + good));
  if (!cumulative) return hypergeometricTerm(k, { n, good, all });
  need(all <= 10_000_000);
  let sum = 0;
  for (let i = Math.max(0, n - all + good); i <= k; i++)
    sum += hypergeometricTerm(i, { n, good, all });
  return Math.min(1, sum);
}

export const studentBelow = (t: number, df: number): number => {
  const tail = betaPart(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
};

function studentDensity(t: number, df: number): number {
  const log = gammaLn((df + 1) / 2) - gammaLn(df / 2) - 0.5 * Math.log(df * Math.PI);
  return Math.exp(log - ((df + 1) / 2) * Math.log1p((t * t) / df));
}

/** Upper tail of Student's t; `t` ≥ 0. */
export const studentAbove = (t: number, df: number): number =>
  betaPart(df / (df + t * t), df / 2, 0.5) / 2;

export const fAbove = (x: number, a: number, b: number): number =>
  x <= 0 ? 1 : betaPart(b / (b + a * x), b / 2, a / 2);

function fDensity(x: number, a: number, b: number): number {
  if (x === 0) return a === 2 ? 1 : 0;
  const log = gammaLn((a + b) / 2) - gammaLn(a / 2) - gammaLn(b / 2) + (a / 2) * Math.log(a / b);
  return Math.exp(log + (a / 2 - 1) * Math.log(x) - ((a + b) / 2) * Math.log1p((a * x) / b));
}

function gammaDensity(x: number, a: number, b: number): number {
  if (x === 0) return a === 1 ? 1 / b : 0;
  return Math.exp((a - 1) * Math.log(x) - x / b - gammaLn(a) - a * Math.log(b));
}

function betaDistribution(n: Numbers, cumulative: boolean): number {
  const [x = 0, a = 0, b = 0, low = 0, high = 1] = n;
  need(a > 0 && b > 0 && x >= low && x <= high && low !== high);
  const share = (x - low) / (high - low);
  if (cumulative) return betaPart(share, a, b);
  need(!(share === 0 && a < 1) && !(share === 1 && b < 1));
  const log = gammaLn(a + b) - gammaLn(a) - gammaLn(b);
  const density = Math.exp(log) * share ** (a - 1) * (1 - share) ** (b - 1);
  return density / (high - low);
}

function negativeBinomial(n: Numbers, cumulative: boolean): number {
  const [failures = 0, successes = 0] = n.map(Math.trunc);
  const p = n[2] ?? 0;
  need(failures >= 0 && successes >= 1 && p >= 0 && p <= 1);
  if (cumulative) return betaPart(p, successes, failures + 1);
  return combinations(failures + successes - 1, failures) * p ** successes * (1 - p) ** failures;
}

function poisson(n: Numbers, cumulative: boolean): number {
  const k = Math.trunc(n[0] ?? 0);
  const mean = n[1] ?? 0;
  need(k >= 0 && mean >= 0);
  if (mean === 0) return cumulative || k === 0 ? 1 : 0;
  if (cumulative) return gammaParts(k + 1, mean).upper;
  return Math.exp(k * Math.log(mean) - mean - exactLog(k));
}

function binomial(n: Numbers, cumulative: boolean): number {
  const [k = 0, trials = 0] = n.map(Math.trunc);
  const p = n[2] ?? 0;
  need(k >= 0 && k <= trials && p >= 0 && p <= 1);
  return cumulative ? binomialBelow(k, trials, p) : binomialTerm(k, trials, p);
}

/** Degrees of freedom are whole and at least 1. */
export function degrees(n: number | undefined): number {
  const df = Math.trunc(n ?? 0);
  need(df >= 1 && df <= 1e10);
  return df;
}

const asked = (count: number): Shape => ({ count, cumulative: "asked" });
const below = (count: number): Shape => ({ count, cumulative: "always" });

export const distributionFunctions: readonly FormulaFunction[] = [
  distribution(["NORM.DIST", "NORMDIST"], asked(3), ([x = 0, mean = 0, dev = 0], cumulative) => {
    need(dev > 0);
    const z = (x - mean) / dev;
    return cumulative ? normalBelow(z) : normalDensity(z) / dev;
  }),
  distribution("NORM.S.DIST", asked(1), ([z = 0], cumulative) =>
    cumulative ? normalBelow(z) : normalDensity(z),
  ),
  distribution("NORMSDIST", below(1), ([z = 0]) => normalBelow(z)),
  distribution("PHI", below(1), ([z = 0]) => normalDensity(z)),
  distribution("GAUSS", below(1), ([z = 0]) => normalBelow(z) - 0.5),
  distribution(["LOGNORM.DIST"], asked(3), ([x = 0, mean = 0, dev = 0], cumulative) => {
    need(x > 0 && dev > 0);
    const z = (Math.log(x) - mean) / dev;
    return cumulative ? normalBelow(z) : normalDensity(z) / (x * dev);
  }),
  distribution("LOGNORMDIST", below(3), ([x = 0, mean = 0, dev = 0]) => {
    need(x > 0 && dev > 0);
    return normalBelow((Math.log(x) - mean) / dev);
  }),
  distribution(["BINOM.DIST", "BINOMDIST"], asked(3), binomial),
  distribution("BINOM.DIST.RANGE", { ...below(4), optional: 1 }, ([n = 0, p = 0, from = 0, to]) => {
    const [trials, low, high] = [n, from, to ?? from].map(Math.trunc) as [number, number, number];
    need(p >= 0 && p <= 1 && trials >= 0 && low >= 0 && low <= high && high <= trials);
    if (low === high) return binomialTerm(low, trials, p);
    return binomialBelow(high, trials, p) - binomialBelow(low - 1, trials, p);
  }),
  distribution("NEGBINOM.DIST", asked(3), negativeBinomial),
  distribution("NEGBINOMDIST", below(3), (n) => negativeBinomial(n, false)),
  distribution(["POISSON.DIST", "POISSON"], asked(2), poisson),
  distribution("HYPGEOM.DIST", asked(4), hypergeometric),
  distribution("HYPGEOMDIST", below(4), (n) => hypergeometric(n, false)),
  distribution(["EXPON.DIST", "EXPONDIST"], asked(2), ([x = 0, rate = 0], cumulative) => {
    need(x >= 0 && rate > 0);
    return cumulative ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x);
  }),
  distribution(["WEIBULL.DIST", "WEIBULL"], asked(3), ([x = 0, a = 0, b = 0], cumulative) => {
    need(x >= 0 && a > 0 && b > 0);
    const share = (x / b) ** a;
    if (cumulative) return -Math.expm1(-share);
    return (a / b) * (x / b) ** (a - 1) * Math.exp(-share);
  }),
  distribution(["GAMMA.DIST", "GAMMADIST"], asked(3), ([x = 0, a = 0, b = 0], cumulative) => {
    need(x >= 0 && a > 0 && b > 0);
    return cumulative ? gammaParts(a, x / b).lower : gammaDensity(x, a, b);
  }),
  distribution("GAMMA", below(1), ([x = 0]) => gamma(x)),
  distribution(["GAMMALN", "GAMMALN.PRECISE"], below(1), ([x = 0]) => {
    need(x > 0);
    return gammaLn(x);
  }),
  // The cumulative flag stands before the optional limits.
  scalarFunction("BETA.DIST", [4, 6], (args, env) => {
    const order = [args[0], args[1], args[2], ...args.slice(4)] as Scalar[];
    return finite(betaDistribution(readNumbers(order, 5, env), flagOf(args[3], env)));
  }),
  distribution("BETADIST", { ...below(5), optional: 2 }, (n) => betaDistribution(n, true)),
  distribution("CHISQ.DIST", asked(2), ([x = 0, df], cumulative) => {
    need(x >= 0);
    const k = degrees(df);
    return cumulative ? gammaParts(k / 2, x / 2).lower : gammaDensity(x, k / 2, 2);
  }),
  distribution(["CHISQ.DIST.RT", "CHIDIST"], below(2), ([x = 0, df]) => {
    need(x >= 0);
    return gammaParts(degrees(df) / 2, x / 2).upper;
  }),
  distribution("T.DIST", asked(2), ([t = 0, df], cumulative) => {
    const k = degrees(df);
    return cumulative ? studentBelow(t, k) : studentDensity(t, k);
  }),
  distribution("T.DIST.2T", below(2), ([t = 0, df]) => {
    need(t >= 0);
    return 2 * studentAbove(t, degrees(df));
  }),
  distribution("T.DIST.RT", below(2), ([t = 0, df]) => 1 - studentBelow(t, degrees(df))),
  distribution("TDIST", below(3), ([t = 0, df, tails = 0]) => {
    const sides = Math.trunc(tails);
    need(t >= 0 && (sides === 1 || sides === 2));
    return sides * studentAbove(t, degrees(df));
  }),
  distribution("F.DIST", asked(3), ([x = 0, a, b], cumulative) => {
    need(x >= 0);
    const [p, q] = [degrees(a), degrees(b)];
    return cumulative ? 1 - fAbove(x, p, q) : fDensity(x, p, q);
  }),
  distribution(["F.DIST.RT", "FDIST"], below(3), ([x = 0, a, b]) => {
    need(x >= 0);
    return fAbove(x, degrees(a), degrees(b));
  }),
  distribution("FISHER", below(1), ([x = 0]) => {
    need(Math.abs(x) < 1);
    return Math.atanh(x);
  }),
  distribution("FISHERINV", below(1), ([y = 0]) => Math.tanh(y)),
  distribution("STANDARDIZE", below(3), ([x = 0, mean = 0, dev = 0]) => {
    need(dev > 0);
    return (x - mean) / dev;
  }),
];
