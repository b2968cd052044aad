/** Inverses of the distributions, confidence intervals and tests. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { cellErrors, raise, type Scalar, type Value } from "../formula/value.ts";
import { arrayOfArg, finite, numberOf, numbersOf, pairsOf, wholeOf } from "./arguments.ts";
import {
  binomialBelow,
  degrees,
  distribution,
  fAbove,
  need,
  studentAbove,
} from "./distributions.ts";
import {
  betaPart,
  gammaParts,
  normalBelow,
  normalInverse,
  rootOfRising,
} from "./special-functions.ts";
import { meanOf, squares } from "./statistics.ts";

const plain = (count: number) => ({ count, cumulative: "always" }) as const;
const upward = { low: 0, high: 1, open: true } as const;

const share = (p: number): void => need(p > 0 && p < 1);

function studentInverse(p: number, df: number): number {
  share(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = rootOfRising((x) => 1 - studentAbove(x, df), 1 - tail, upward);
  return p < 0.5 ? -t : t;
}

/** t whose two tails together hold p. */
function twoTailed(p: number, df: number): number {
  need(p > 0 && p <= 1);
  return p === 1 ? 0 : rootOfRising((x) => -2 * studentAbove(x, df), -p, upward);
}

function betaInverse([p = 0, a = 0, b = 0, low = 0, high = 1]: readonly number[]): number {
  need(p > 0 && p < 1 && a > 0 && b > 0 && low < high);
  return (
    low + (high - low) * rootOfRising((x) => betaPart(x, a, b), p, { low: 0, high: 1, open: false })
  );
}

function binomialInverse([n = 0, p = 0, alpha = 0]: readonly number[]): number {
  const trials = Math.trunc(n);
  need(trials >= 0 && p > 0 && p < 1 && alpha > 0 && alpha < 1);
  let [low, high] = [0, trials];
  while (low < high) {
    const mid = Math.floor((low + high) / 2);
    if (binomialBelow(mid, trials, p) >= alpha) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** T.TEST: type 1 pairs, 2 equal variances, 3 unequal variances. */
function studentTest(args: readonly Value[], env: Env): Scalar {
  const [tails, type] = [wholeOf(args[2], env), wholeOf(args[3], env)];
  need((tails === 1 || tails === 2) && type >= 1 && type <= 3);
  const { t, df } = type === 1 ? pairedTest(args) : freeTest(args, env, type);
  return finite(tails * studentAbove(Math.abs(t), df));
}

function pairedTest(args: readonly Value[]): { t: number; df: number } {
  const gaps = pairsOf(args[0], args[1]).map(([a, b]) => a - b);
  const n = gaps.length;
  if (n < 2) raise(cellErrors.div0);
  const error = Math.sqrt(squares(gaps) / (n - 1) / n);
  return error === 0 ? raise(cellErrors.div0) : { t: meanOf(gaps) / error, df: n - 1 };
}

function freeTest(args: readonly Value[], env: Env, type: number): { t: number; df: number } {
  const a = numbersOf(args.slice(0, 1), env);
  const b = numbersOf(args.slice(1, 2), env);
  const [n, m] = [a.length, b.length];
  if (n < 2 || m < 2) raise(cellErrors.div0);
  const gap = meanOf(a) - meanOf(b);
  if (type === 2) {
    const pooled = (squares(a) + squares(b)) / (n + m - 2);
    return { t: gap / Math.sqrt(pooled * (1 / n + 1 / m)), df: n + m - 2 };
  }
  const [p, q] = [squares(a) / (n - 1) / n, squares(b) / (m - 1) / m];
  const df = (p + q) ** 2 / (p ** 2 / (n - 1) + q ** 2 / (m - 1));
  return { t: gap / Math.sqrt(p + q), df };
}

function fTest(args: readonly Value[], env: Env): Scalar {
  const a = numbersOf(args.slice(0, 1), env);
  const b = numbersOf(args.slice(1, 2), env);
  if (a.length < 2 || b.length < 2) return cellErrors.div0;
  const [p, q] = [squares(a) / (a.length - 1), squares(b) / (b.length - 1)];
  if (p === 0 || q === 0) return cellErrors.div0;
  const above = fAbove(p / q, a.length - 1, b.length - 1);
  return 2 * Math.min(above, 1 - above);
}

function chiTest(args: readonly Value[]): Scalar {
  const [seen, expected] = [arrayOfArg(args[0]), arrayOfArg(args[1])];
  if (seen.rows !== expected.rows || seen.cols !== expected.cols) return cellErrors.na;
  const both = pairsOf(seen, expected);
  if (both.some(([, e]) => e === 0)) return cellErrors.div0;
  const { rows, cols } = seen;
  if (rows * cols < 2) return cellErrors.na;
  const df = rows > 1 && cols > 1 ? (rows - 1) * (cols - 1) : rows * cols - 1;
  const sum = both.reduce((total, [s, e]) => total + (s - e) ** 2 / e, 0);
  return gammaParts(df / 2, sum / 2).upper;
}

function zTest(args: readonly Value[], env: Env): Scalar {
  const n = numbersOf(args.slice(0, 1), env);
  if (n.length === 0) return cellErrors.na;
  const x = numberOf(args[1], env);
  const own = n.length < 2 ? 0 : Math.sqrt(squares(n) / (n.length - 1));
  const dev = args[2] === undefined ? own : numberOf(args[2], env);
  if (dev === 0) return cellErrors.div0;
  if (dev < 0) return cellErrors.num;
  return 1 - normalBelow((meanOf(n) - x) / (dev / Math.sqrt(n.length)));
}

export const inverseFunctions: readonly FormulaFunction[] = [
  distribution(["NORM.INV", "NORMINV"], plain(3), ([p = 0, mean = 0, dev = 0]) => {
    share(p);
    need(dev > 0);
    return mean + dev * normalInverse(p);
  }),
  distribution(["NORM.S.INV", "NORMSINV"], plain(1), ([p = 0]) => {
    share(p);
    return normalInverse(p);
  }),
  distribution(["LOGNORM.INV", "LOGINV"], plain(3), ([p = 0, mean = 0, dev = 0]) => {
    share(p);
    need(dev > 0);
    return Math.exp(mean + dev * normalInverse(p));
  }),
  distribution(["GAMMA.INV", "GAMMAINV"], plain(3), ([p = 0, a = 0, b = 0]) => {
    need(p >= 0 && p < 1 && a > 0 && b > 0);
    return p === 0 ? 0 : b * rootOfRising((x) => gammaParts(a, x).lower, p, upward);
  }),
  distribution("CHISQ.INV", plain(2), ([p = 0, df]) => {
    need(p >= 0 && p < 1);
    const half = degrees(df) / 2;
    return p === 0 ? 0 : 2 * rootOfRising((x) => gammaParts(half, x).lower, p, upward);
  }),
  distribution(["CHISQ.INV.RT", "CHIINV"], plain(2), ([p = 0, df]) => {
    need(p > 0 && p <= 1);
    const half = degrees(df) / 2;
    return p === 1 ? 0 : 2 * rootOfRising((x) => -gammaParts(half, x).upper, -p, upward);
  }),
  distribution("T.INV", plain(2), ([p = 0, df]) => studentInverse(p, degrees(df))),
  distribution(["T.INV.2T", "TINV"], plain(2), ([p = 0, df]) => twoTailed(p, degrees(df))),
  distribution("F.INV", plain(3), ([p = 0, a, b]) => {
    need(p >= 0 && p < 1);
    const [m, n] = [degrees(a), degrees(b)];
    return p === 0 ? 0 : rootOfRising((x) => 1 - fAbove(x, m, n), p, upward);
  }),
  distribution(["F.INV.RT", "FINV"], plain(3), ([p = 0, a, b]) => {
    need(p > 0 && p <= 1);
    const [m, n] = [degrees(a), degrees(b)];
    return p === 1 ? 0 : rootOfRising((x) => -fAbove(x, m, n), -p, upward);
  }),
  distribution(["BETA.INV", "BETAINV"], { ...plain(5), optional: 2 }, betaInverse),
  distribution(["BINOM.INV", "CRITBINOM"], plain(3), binomialInverse),
  distribution(["CONFIDENCE.NORM", "CONFIDENCE"], plain(3), ([alpha = 0, dev = 0, size = 0]) => {
    share(alpha);
    need(dev > 0 && size >= 1);
    return (normalInverse(1 - alpha / 2) * dev) / Math.sqrt(Math.trunc(size));
  }),
  distribution("CONFIDENCE.T", plain(3), ([alpha = 0, dev = 0, size = 0]) => {
    share(alpha);
    need(dev > 0 && size >= 1);
    const n = Math.trunc(size);
    if (n === 1) raise(cellErrors.div0);
    return (twoTailed(alpha, n - 1) * dev) / Math.sqrt(n);
  }),
  wholeFunction(["T.TEST", "TTEST"], [4, 4], ["array", "array", "scalar", "scalar"], studentTest),
  wholeFunction(["F.TEST", "FTEST"], [2, 2], ["array"], fTest),
  wholeFunction(["CHISQ.TEST", "CHITEST"], [2, 2], ["array"], chiTest),
  wholeFunction(["Z.TEST", "ZTEST"], [2, 3], ["array", "scalar", "scalar"], zTest),
];
