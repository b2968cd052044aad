/** Interest that has gathered (ACCRINT, ACCRINTM) and the depreciation of the French books (AMORLINC, AMORDEGRC). */
import { type FormulaFunction, numberFunction, wholeFunction } from "../formula/function-type.ts";
import { dateOf, daysInMonth, serialOf } from "../formula/serial.ts";
import { cellErrors, type Scalar } from "../formula/value.ts";
import { finite, flagOf, numberOf } from "./arguments.ts";
import { dayArg } from "./coupon-dates.ts";
import { yearFraction } from "./day-count.ts";

interface Accrual {
  readonly from: number;
  readonly to: number;
  /** A coupon day. */
  readonly anchor: number;
  readonly frequency: number;
  readonly basis: number;
}

/** The coupon day some periods away from the first one. */
function couponDay({ anchor, frequency }: Accrual, periods: number): number {
  const d = dateOf(anchor);
  const months = d.year * 12 + d.month - 1 + (periods * 12) / frequency;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = daysInMonth(year, month);
  const atEnd = d.day === daysInMonth(d.year, d.month);
  return serialOf(year, month, atEnd ? last : Math.min(d.day, last));
}

/** Coupon periods between two days: by actual days each period has its own length, otherwise a year is a year. */
function periodsBetween(a: Accrual): number {
  if (a.basis !== 1) return yearFraction(a.from, a.to, a.basis) * a.frequency;
  let k = 0;
  while (couponDay(a, k) > a.from) k -= 1;
  while (couponDay(a, k + 1) <= a.from) k += 1;
  let total = 0;
  for (let start = couponDay(a, k); start < a.to; k += 1, start = couponDay(a, k)) {
    const end = couponDay(a, k + 1);
    total += (Math.min(end, a.to) - Math.max(start, a.from)) / (end - start);
  }
  return total;
}

interface Declining {
  readonly cost: number;
  readonly salvage: number;
  readonly period: number;
  readonly rate: number;
  /** Years from the purchase to the end of the first period. */
  readonly first: number;
}

/** cost, purchase, end of the first period, salvage, period, rate, [basis] */
function french(name: string, compute: (d: Declining) => Scalar): FormulaFunction {
  return numberFunction(name, [6, 7], (n): Scalar => {
    const [cost = 0, bought = 0, ends = 0, salvage = 0, period = 0, rate = 0] = n;
    const basis = Math.trunc(n[6] ?? 0);
    const [from, to] = [dayArg(bought), dayArg(ends)];
    const fit = cost > 0 && salvage >= 0 && salvage <= cost && period >= 0 && rate > 0;
    if (!fit || from > to || ![0, 1, 3, 4].includes(basis)) return cellErrors.num;
    const first = yearFraction(from, to, basis);
    return compute({ cost, salvage, period: Math.trunc(period), rate, first });
  });
}

function linear({ cost, salvage, period, rate, first }: Declining): Scalar {
  const year = cost * rate;
  const begin = first * year;
  const full = Math.trunc((cost - salvage - begin) / year);
  if (period === 0) return finite(begin);
  if (period <= full) return finite(year);
  return period === full + 1 ? finite(cost - salvage - year * full - begin) : 0;
}

/** By the life of the asset in years; null where Excel has none. */
function coefficient(life: number): number | null {
  if (life > 6) return 2.5;
  if (life >= 5) return 2;
  return life >= 3 && life <= 4 ? 1.5 : null;
}

function degressive({ cost, salvage, period, rate, first }: Declining): Scalar {
  const times = coefficient(1 / rate);
  if (times === null) return cellErrors.num;
  const share = rate * times;
  let loss = Math.round(first * share * cost);
  let value = cost - loss;
  let rest = value - salvage;
  for (let n = 0; n < period; n++) {
    loss = Math.round(share * value);
    rest -= loss;
    if (rest < 0) return period - n <= 1 ? Math.round(value * 0.5) : 0;
    value -= loss;
  }
  return finite(loss);
}

export const accruedFunctions: readonly FormulaFunction[] = [
  wholeFunction("ACCRINT", [6, 8], ["scalar"], (args, env): Scalar => {
    const [issue = 0, anchor = 0, settlement = 0] = args
      .slice(0, 3)
      .map((v) => dayArg(numberOf(v, env)));
    const [rate = 0, par = 0] = args.slice(3, 5).map((v) => numberOf(v ?? 1000, env));
    const frequency = Math.trunc(numberOf(args[5], env));
    const basis = Math.trunc(numberOf(args[6], env));
    const fit = [1, 2, 4].includes(frequency) && basis >= 0 && basis <= 4;
    if (rate <= 0 || par <= 0 || !fit || issue >= settlement) return cellErrors.num;
    const fromIssue = flagOf(args[7], env, true);
    const from = fromIssue || settlement <= anchor ? issue : anchor;
    const periods = periodsBetween({ from, to: settlement, anchor, frequency, basis });
    return finite((par * rate * periods) / frequency);
  }),
  numberFunction(
    "ACCRINTM",
    [4, 5],
    ([issue = 0, settlement = 0, rate = 0, par = 0, basis = 0]) => {
      const [from, to] = [dayArg(issue), dayArg(settlement)];
      if (rate <= 0 || par <= 0 || from >= to) return cellErrors.num;
      return finite(par * rate * yearFraction(from, to, Math.trunc(basis)));
    },
  ),
  french("AMORLINC", linear),
  french("AMORDEGRC", degressive),
];
