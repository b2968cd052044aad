/** Securities that pay interest: COUP…, PRICE, YIELD, DURATION and their kin. */
import { type FormulaFunction, numberFunction } from "../formula/function-type.ts";
import { cellErrors, raise, type Scalar } from "../formula/value.ts";
import { finite } from "./arguments.ts";
import {
  type Coupons,
  couponAfter,
  couponBefore,
  couponCount,
  couponDays,
  couponsOf,
  dayArg,
  daysAfter,
  daysBefore,
} from "./coupon-dates.ts";
import { yearFraction } from "./day-count.ts";

/** settlement, maturity, frequency, [basis] */
function coupon(name: string, compute: (c: Coupons) => number): FormulaFunction {
  return numberFunction(name, [3, 4], ([settlement = 0, maturity = 0, frequency = 0, basis = 0]) =>
    compute(couponsOf({ settlement, maturity, frequency, basis })),
  );
}

interface Bond {
  /** Coupons to come. */
  readonly count: number;
  readonly frequency: number;
  /** Share of the running period that is still to come, and that has gone. */
  readonly ahead: number;
  readonly gone: number;
  readonly rate: number;
  readonly redemption: number;
}

function bondOf(c: Coupons, rate: number, redemption: number): Bond {
  const days = couponDays(c);
  return {
    count: couponCount(c),
    frequency: c.frequency,
    ahead: daysAfter(c) / days,
    gone: daysBefore(c) / days,
    rate,
    redemption,
  };
}

/** Price per 100 of face value; with one coupon to come the yield counts simply. */
function priceAt(b: Bond, annualYield: number): number {
  const paid = (100 * b.rate) / b.frequency;
  const part = annualYield / b.frequency;
  if (b.count === 1) return (paid + b.redemption) / (1 + b.ahead * part) - paid * b.gone;
  let price = b.redemption / (1 + part) ** (b.count - 1 + b.ahead);
  for (let k = 0; k < b.count; k++) price += paid / (1 + part) ** (k + b.ahead);
  return price - paid * b.gone;
}

/** Closed for one coupon; otherwise halving, as the price falls with the yield. */
function yieldFor(b: Bond, price: number): number {
  if (b.count === 1) {
    const paid = b.rate / b.frequency;
    const cost = price / 100 + b.gone * paid;
    return ((b.redemption / 100 + paid - cost) / cost) * (b.frequency / b.ahead);
  }
  let [low, high] = [-0.999 * b.frequency, 1];
  while (priceAt(b, high) > price && high < 1e6) high *= 2;
  for (let i = 0; i < 200 && high - low > 0; i++) {
    const mid = (low + high) / 2;
    if (mid === low || mid === high) break;
    if (priceAt(b, mid) > price) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

/** Mean time of the payments in years, weighted with what they are worth now (Macaulay). */
function durationOf(b: Bond, annualYield: number): number {
  const part = 1 + annualYield / b.frequency;
  const paid = (100 * b.rate) / b.frequency;
  let [worth, weighted] = [0, 0];
  for (let k = 0; k < b.count; k++) {
    const time = k + b.ahead;
    const now = (paid + (k === b.count - 1 ? 100 : 0)) / part ** time;
    worth += now;
    weighted += now * time;
  }
  return weighted / worth / b.frequency;
}

/** settlement, maturity, rate, yield or price, redemption, frequency, [basis] */
function priced(
  name: string,
  lowest: "zero" | "above",
  compute: (b: Bond, n: number) => number,
): FormulaFunction {
  return numberFunction(name, [6, 7], (n): Scalar => {
    const [settlement = 0, maturity = 0, rate = 0, given = 0, redemption = 0] = n;
    const c = couponsOf({ settlement, maturity, frequency: n[5] ?? 0, basis: n[6] ?? 0 });
    const fit = lowest === "zero" ? given >= 0 : given > 0;
    if (rate < 0 || !fit || redemption <= 0) return cellErrors.num;
    return finite(compute(bondOf(c, rate, redemption), given));
  });
}

/** settlement, maturity, coupon, yield, frequency, [basis] */
function lasting(name: string, compute: (years: number, part: number) => number): FormulaFunction {
  return numberFunction(name, [5, 6], (n): Scalar => {
    const [settlement = 0, maturity = 0, rate = 0, annualYield = 0, frequency = 0] = n;
    const c = couponsOf({ settlement, maturity, frequency, basis: n[5] ?? 0 });
    if (rate < 0 || annualYield < 0) return cellErrors.num;
    const years = durationOf(bondOf(c, rate, 100), annualYield);
    return finite(compute(years, 1 + annualYield / c.frequency));
  });
}

interface AtMaturity {
  /** Years from issue to maturity, from issue to settlement, from settlement to maturity. */
  readonly whole: number;
  readonly gone: number;
  readonly ahead: number;
  readonly rate: number;
  readonly given: number;
}

/** settlement, maturity, issue, rate, yield or price, [basis]: interest is paid at maturity. */
function matured(name: string, compute: (s: AtMaturity) => number): FormulaFunction {
  return numberFunction(name, [5, 6], (n): Scalar => {
    const [settlement = 0, maturity = 0, issue = 0] = n.slice(0, 3).map(dayArg);
    const [rate = 0, given = 0, basis = 0] = n
      .slice(3)
      .map((v, i) => (i === 2 ? Math.trunc(v) : v));
    if (rate < 0 || given < 0 || settlement >= maturity || issue > settlement)
      return cellErrors.num;
    const whole = yearFraction(issue, maturity, basis);
    const gone = yearFraction(issue, settlement, basis);
    const ahead = yearFraction(settlement, maturity, basis);
    return finite(compute({ whole, gone, ahead, rate, given }));
  });
}

const paidYield = ({ whole, gone, ahead, rate, given }: AtMaturity): number => {
  if (given <= 0) return raise(cellErrors.num);
  return ((1 + whole * rate) / (given / 100 + gone * rate) - 1) / ahead;
};

export const bondFunctions: readonly FormulaFunction[] = [
  coupon("COUPDAYBS", daysBefore),
  coupon("COUPDAYS", couponDays),
  coupon("COUPDAYSNC", daysAfter),
  coupon("COUPNCD", couponAfter),
  coupon("COUPNUM", couponCount),
  coupon("COUPPCD", couponBefore),
  priced("PRICE", "zero", priceAt),
  priced("YIELD", "above", yieldFor),
  lasting("DURATION", (years) => years),
  lasting("MDURATION", (years, part) => years / part),
  matured("PRICEMAT", ({ whole, gone, ahead, rate, given }) => {
    return 100 * ((1 + whole * rate) / (1 + ahead * given) - gone * rate);
  }),
  matured("YIELDMAT", paidYield),
];
