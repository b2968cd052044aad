/** Measures of a list of numbers: spread, position, rank, frequency. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { arrayOf, cellErrors, raise, type Scalar, type Value } from "../formula/value.ts";
import { sumOf } from "./aggregate.ts";
import { allNumbersOf, arrayOfArg, finite, numberOf, numbersOf, wholeOf } from "./arguments.ts";
import { roundDecimal } from "./math.ts";

type Measure = (n: readonly number[]) => Scalar;

const ascending = (n: readonly number[]): number[] => [...n].sort((a, b) => a - b);

export const meanOf = (n: readonly number[]): number => sumOf(n) / n.length;

/** Sum of squared distances from the mean. */
export function squares(n: readonly number[]): number {
  const mean = meanOf(n);
  return sumOf(n.map((x) => (x - mean) ** 2));
}

/** Divided by n - 1 (a sample) or n (everything). */
const variance =
  (sample: boolean): Measure =>
  (n) => {
    const by = sample ? n.length - 1 : n.length;
    return by < 1 ? cellErrors.div0 : squares(n) / by;
  };

const deviation =
  (sample: boolean): Measure =>
  (n) => {
    const v = variance(sample)(n);
    return typeof v === "number" ? Math.sqrt(v) : v;
  };

/** Measures that SUBTOTAL, AGGREGATE and the database functions share. */
export const measures = {
  varSample: variance(true),
  varAll: variance(false),
  devSample: deviation(true),
  devAll: deviation(false),
} as const;

function over(names: string | readonly string[], measure: Measure): FormulaFunction {
  return wholeFunction(names, [1, 255], ["array"], (args, env) => measure(numbersOf(args, env)));
}

function overAll(name: string, measure: Measure): FormulaFunction {
  return wholeFunction(name, [1, 255], ["array"], (args, env) => measure(allNumbersOf(args, env)));
}

function skewness(n: readonly number[], sample: boolean): Scalar {
  const count = n.length;
  if (count < 3) return cellErrors.div0;
  const mean = meanOf(n);
  const by = Math.sqrt(squares(n) / (sample ? count - 1 : count));
  if (by === 0) return cellErrors.div0;
  const cubes = sumOf(n.map((x) => ((x - mean) / by) ** 3));
  return sample ? (cubes * count) / ((count - 1) * (count - 2)) : cubes / count;
}

function kurtosis(n: readonly number[]): Scalar {
  const c = n.length;
  if (c < 4) return cellErrors.div0;
  const mean = meanOf(n);
  const by = Math.sqrt(squares(n) / (c - 1));
  if (by === 0) return cellErrors.div0;
  const fourth = sumOf(n.map((x) => ((x - mean) / by) ** 4));
  return (
    (c * (c + 1) * fourth) / ((c - 1) * (c - 2) * (c - 3)) -
    (3 * (c - 1) ** 2) / ((c - 2) * (c - 3))
  );
}

function geometric(n: readonly number[]): Scalar {
  if (n.length === 0 || n.some((x) => x <= 0)) return cellErrors.num;
  return Math.exp(sumOf(n.map(Math.log)) / n.length);
}

function harmonic(n: readonly number[]): Scalar {
  if (n.length === 0 || n.some((x) => x <= 0)) return cellErrors.num;
  return n.length / sumOf(n.map((x) => 1 / x));
}

/** The most frequent numbers in the order of their first place; empty when none comes twice. */
export function modesOf(n: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const x of n) counts.set(x, (counts.get(x) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return most < 2 ? [] : [...counts].filter(([, c]) => c === most).map(([x]) => x);
}

/** The value at a share of the sorted list; INC counts from the first to the last, EXC leaves room at both ends. */
export function percentile(n: readonly number[], share: number, exclusive: boolean): Scalar {
  const sorted = ascending(n);
  const last = sorted.length - 1;
  if (last < 0 || share < 0 || share > 1) return cellErrors.num;
  const at = exclusive ? share * (sorted.length + 1) - 1 : share * last;
  if (exclusive && (share === 0 || share === 1 || at < 0 || at > last)) return cellErrors.num;
  const settled = Number(at.toPrecision(15));
  const low = Math.floor(settled);
  const here = sorted[low] ?? 0;
  return here + (settled - low) * ((sorted[low + 1] ?? here) - here);
}

function positioned(name: string, exclusive: boolean, quarters: boolean): FormulaFunction {
  return wholeFunction(name, [2, 2], ["array", "scalar"], ([list = null, k], env) => {
    const numbers = numbersOf([list], env);
    if (!quarters) return percentile(numbers, numberOf(k, env), exclusive);
    const quarter = wholeOf(k, env);
    return percentile(numbers, quarter < 0 || quarter > 4 ? -1 : quarter / 4, exclusive);
  });
}

/** The share of the list that lies below a number, cut after some digits. */
function percentRank(args: readonly Value[], env: Env, exclusive: boolean): Scalar {
  const sorted = ascending(numbersOf(args.slice(0, 1), env));
  const x = numberOf(args[1], env);
  const digits = wholeOf(args[2], env, 3);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || digits < 1) return cellErrors.num;
  if (x < first || x > last) return cellErrors.na;
  const below = sorted.filter((v) => v < x).length;
  const exact = sorted[below] === x;
  const lower = sorted[below - 1] ?? x;
  const rank = exact ? below : below - 1 + (x - lower) / ((sorted[below] ?? x) - lower);
  if (sorted.length === 1) return exclusive ? cellErrors.num : 1;
  const share = exclusive ? (rank + 1) / (sorted.length + 1) : rank / (sorted.length - 1);
  return roundDecimal(share, digits, Math.floor);
}

function trimMean(args: readonly Value[], env: Env): Scalar {
  const sorted = ascending(numbersOf(args.slice(0, 1), env));
  const share = numberOf(args[1], env);
  if (share < 0 || share >= 1 || sorted.length === 0) return cellErrors.num;
  const cut = Math.floor(Number((sorted.length * share).toPrecision(15)) / 2);
  return meanOf(sorted.slice(cut, sorted.length - cut));
}

/** Place of a number in a list; `average` shares the places of equal numbers. */
function rank(args: readonly Value[], env: Env, average: boolean): Scalar {
  const n = numberOf(args[0], env);
  const all = numbersOf(args.slice(1, 2), env);
  const upward = numberOf(args[2], env) !== 0;
  const same = all.filter((x) => x === n).length;
  if (same === 0) return cellErrors.na;
  const before = all.filter((x) => (upward ? x < n : x > n)).length;
  return before + 1 + (average ? (same - 1) / 2 : 0);
}

function frequency(args: readonly Value[], env: Env): Value {
  const numbers = numbersOf(args.slice(0, 1), env);
  const limits = numbersOf(args.slice(1, 2), env);
  const order = limits.map((_, i) => i).sort((a, b) => (limits[a] ?? 0) - (limits[b] ?? 0));
  const counts = new Array<number>(limits.length + 1).fill(0);
  for (const n of numbers) {
    const at = order.find((i) => n <= (limits[i] ?? 0)) ?? limits.length;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  if (limits.length === 0) return arrayOf(1, 1, [numbers.length]);
  return arrayOf(counts.length, 1, counts);
}

/** PROB: the summed shares of the values between two limits. */
function probability(args: readonly Value[], env: Env): Scalar {
  const [values, shares] = [arrayOfArg(args[0]).cells, arrayOfArg(args[1]).cells];
  if (values.length !== shares.length) return cellErrors.na;
  const low = numberOf(args[2], env);
  const high = numberOf(args[3], env, low);
  let total = 0;
  let within = 0;
  shares.forEach((share, i) => {
    const p = numberOf(share, env);
    const v = numberOf(values[i], env);
    if (p <= 0 || p > 1) raise(cellErrors.num);
    total += p;
    if (v >= low && v <= high) within += p;
  });
  return Math.abs(total - 1) > 1e-10 ? cellErrors.num : within;
}

export const statisticsFunctions: readonly FormulaFunction[] = [
  over(["VAR.S", "VAR"], variance(true)),
  over(["VAR.P", "VARP"], variance(false)),
  over(["STDEV.S", "STDEV"], deviation(true)),
  over(["STDEV.P", "STDEVP"], deviation(false)),
  overAll("VARA", variance(true)),
  overAll("VARPA", variance(false)),
  overAll("STDEVA", deviation(true)),
  overAll("STDEVPA", deviation(false)),
  overAll("AVERAGEA", (n) => (n.length === 0 ? cellErrors.div0 : meanOf(n))),
  overAll("MAXA", (n) => n.reduce((a, b) => Math.max(a, b), n[0] ?? 0)),
  overAll("MINA", (n) => n.reduce((a, b) => Math.min(a, b), n[0] ?? 0)),
  over("DEVSQ", (n) => (n.length === 0 ? cellErrors.num : finite(squares(n)))),
  over("AVEDEV", (n) => {
    const mean = meanOf(n);
    return n.length === 0 ? cellErrors.num : meanOf(n.map((x) => Math.abs(x - mean)));
  }),
  over("GEOMEAN", geometric),
  over("HARMEAN", harmonic),
  over("SKEW", (n) => skewness(n, true)),
  over("SKEW.P", (n) => skewness(n, false)),
  over("KURT", kurtosis),
  over(["MODE.SNGL", "MODE"], (n) => modesOf(n)[0] ?? cellErrors.na),
  wholeFunction("MODE.MULT", [1, 254], ["array"], (args, env) => {
    const modes = modesOf(numbersOf(args, env));
    return modes.length === 0 ? cellErrors.na : arrayOf(modes.length, 1, modes);
  }),
  positioned("PERCENTILE.INC", false, false),
  positioned("PERCENTILE", false, false),
  positioned("PERCENTILE.EXC", true, false),
  positioned("QUARTILE.INC", false, true),
  positioned("QUARTILE", false, true),
  positioned("QUARTILE.EXC", true, true),
  wholeFunction(
    ["PERCENTRANK.INC", "PERCENTRANK"],
    [2, 3],
    ["array", "scalar", "scalar"],
    (args, env) => percentRank(args, env, false),
  ),
  wholeFunction("PERCENTRANK.EXC", [2, 3], ["array", "scalar", "scalar"], (args, env) =>
    percentRank(args, env, true),
  ),
  wholeFunction("TRIMMEAN", [2, 2], ["array", "scalar"], trimMean),
  wholeFunction(["RANK.EQ", "RANK"], [2, 3], ["scalar", "range", "scalar"], (args, env) =>
    rank(args, env, false),
  ),
  wholeFunction("RANK.AVG", [2, 3], ["scalar", "range", "scalar"], (args, env) =>
    rank(args, env, true),
  ),
  wholeFunction("FREQUENCY", [2, 2], ["array"], frequency),
  wholeFunction("PROB", [3, 4], ["array", "array", "scalar", "scalar"], probability),
];
