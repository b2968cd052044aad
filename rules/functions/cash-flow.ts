/** Payments of different size: NPV, IRR, MIRR and their forms with dates. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { cellErrors, raise, type Scalar, type Value } from "../formula/value.ts";
import { sumOf } from "./aggregate.ts";
import { arrayOfArg, finite, numberOf, numbersOf } from "./arguments.ts";

interface Flow {
  readonly amount: number;
  /** Periods (or years) after the first payment. */
  readonly time: number;
}

const worth = (flows: readonly Flow[], rate: number): number =>
  sumOf(flows.map((f) => f.amount / (1 + rate) ** f.time));

const slope = (flows: readonly Flow[], rate: number): number =>
  sumOf(flows.map((f) => (-f.time * f.amount) / (1 + rate) ** (f.time + 1)));

/** The rate at which the flows are worth nothing: Newton from the guess, then halving a bracket around it. */
function internalRate(flows: readonly Flow[], guess: number): number {
  const signs = flows.some((f) => f.amount > 0) && flows.some((f) => f.amount < 0);
  if (!signs || guess <= -1) return raise(cellErrors.num);
  let rate = guess;
  for (let i = 0; i < 100; i++) {
    const next = rate - worth(flows, rate) / slope(flows, rate);
    if (!Number.isFinite(next) || next <= -1) break;
    if (Math.abs(next - rate) < 1e-13 * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  return halved(flows);
}

function halved(flows: readonly Flow[]): number {
  let low = -0.999999;
  for (const high of [-0.5, -0.1, 0, 0.1, 0.5, 1, 2, 5, 10, 100, 1000]) {
    const [a, b] = [worth(flows, low), worth(flows, high)];
    if (Number.isFinite(a) && Number.isFinite(b) && a * b <= 0) return bisect(flows, low, high);
    low = high;
  }
  return raise(cellErrors.num);
}

function bisect(flows: readonly Flow[], from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = worth(flows, low) < 0;
  for (let i = 0; i < 200; i++) {
    const mid = (low + high) / 2;
    if (worth(flows, mid) < 0 === rising) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

function dated(args: readonly Value[], env: Env): Flow[] {
  const amounts = arrayOfArg(args[0]).cells.map((v) => numberOf(v, env));
  const days = arrayOfArg(args[1]).cells.map((v) => Math.trunc(numberOf(v, env)));
  if (amounts.length !== days.length || amounts.length === 0) return raise(cellErrors.num);
  const [first = 0] = days;
  if (days.some((d) => d < first || d < 0)) return raise(cellErrors.num);
  return amounts.map((amount, i) => ({ amount, time: ((days[i] ?? 0) - first) / 365 }));
}

function modifiedRate(args: readonly Value[], env: Env): Scalar {
  const numbers = numbersOf(args.slice(0, 1), env);
  const [finance, reinvest] = [numberOf(args[1], env), numberOf(args[2], env)];
  const n = numbers.length;
  const flows = numbers.map((amount, time) => ({ amount, time }));
  const gains = flows.map((f) => ({ ...f, amount: Math.max(f.amount, 0) }));
  const losses = flows.map((f) => ({ ...f, amount: Math.min(f.amount, 0) }));
  const [won, lost] = [worth(gains, reinvest), worth(losses, finance)];
  if (won === 0 || lost === 0) return cellErrors.div0;
  return finite(((-won * (1 + reinvest) ** (n - 1)) / lost) ** (1 / (n - 1)) - 1);
}

export const cashFlowFunctions: readonly FormulaFunction[] = [
  wholeFunction("NPV", [2, 255], ["scalar", "array"], ([rate, ...rest], env) => {
    const r = numberOf(rate, env);
    if (r === -1) return cellErrors.div0;
    const numbers = numbersOf(rest, env);
    return finite(
      worth(
        numbers.map((amount, i) => ({ amount, time: i + 1 })),
        r,
      ),
    );
  }),
  wholeFunction("IRR", [1, 2], ["array", "scalar"], ([list = null, guess], env) => {
    const flows = numbersOf([list], env).map((amount, time) => ({ amount, time }));
    return internalRate(flows, numberOf(guess, env, 0.1));
  }),
  wholeFunction("MIRR", [3, 3], ["array", "scalar", "scalar"], modifiedRate),
  wholeFunction("XNPV", [3, 3], ["scalar", "array", "array"], ([rate, ...rest], env) => {
    const r = numberOf(rate, env);
    return r <= -1 ? cellErrors.num : finite(worth(dated(rest, env), r));
  }),
  wholeFunction("XIRR", [2, 3], ["array", "array", "scalar"], ([a = null, b = null, g], env) =>
    internalRate(dated([a, b], env), numberOf(g, env, 0.1)),
  ),
  wholeFunction("FVSCHEDULE", [2, 2], ["scalar", "array"], ([start, rates], env) => {
    let sum = numberOf(start, env);
    for (const v of arrayOfArg(rates).cells) sum *= 1 + (v === null ? 0 : numberOf(v, env));
    return finite(sum);
  }),
];
