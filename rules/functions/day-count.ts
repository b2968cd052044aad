/** Days and years between dates by the day counts of finance, and the securities priced with them. */
import {
  type FormulaFunction,
  numberFunction,
  oneCellEach,
  scalarFunction,
} from "../formula/function-type.ts";
import { dateOf, daysInMonth, serialOf, type Ymd } from "../formula/serial.ts";
import { cellErrors, raise, type Scalar } from "../formula/value.ts";
import { finite, flagOf, numberOf, undocumented, wholeOf } from "./arguments.ts";
import { isSerial } from "./date.ts";

const isLeap = (year: number): boolean => daysInMonth(year, 2) === 29;
const lastOfFebruary = (d: Ymd): boolean => d.month === 2 && d.day === daysInMonth(d.year, 2);

const apart = (a: Ymd, b: Ymd, first: number, last: number): number =>
  (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;

/** 30/360 as the USA count it; YEARFRAC also moves an end in February. */
function american(a: Ymd, b: Ymd, moveEnd: boolean): number {
  let [first, last] = [a.day, b.day];
  if (moveEnd && lastOfFebruary(a) && lastOfFebruary(b)) last = 30;
  if (lastOfFebruary(a)) first = 30;
  if (last === 31 && first >= 30) last = 30;
  return apart(a, b, Math.min(first, 30), last);
}

const european = (a: Ymd, b: Ymd): number => apart(a, b, Math.min(a.day, 30), Math.min(b.day, 30));

/** Length of a year between two dates for the actual/actual count. */
function yearLength(a: Ymd, b: Ymd): number {
  const later = b.month > a.month || (b.month === a.month && b.day > a.day);
  const withinOne = b.year === a.year || (b.year === a.year + 1 && !later);
  if (!withinOne) {
    const years = b.year - a.year + 1;
    return (serialOf(b.year + 1, 1, 1) - serialOf(a.year, 1, 1)) / years;
  }
  if (a.year === b.year) return isLeap(a.year) ? 366 : 365;
  const leapBefore = isLeap(a.year) && a.month <= 2;
  const leapAfter = isLeap(b.year) && (b.month > 2 || (b.month === 2 && b.day === 29));
  return leapBefore || leapAfter ? 366 : 365;
}

/** Years between two serial numbers by basis 0 to 4. */
export function yearFraction(from: number, to: number, basis: number): number {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const [a, b] = [dateOf(start), dateOf(end)];
  switch (basis) {
    case 0:
      return american(a, b, true) / 360;
    case 1:
      return start === end ? 0 : (end - start) / yearLength(a, b);
    case 2:
      return (end - start) / 360;
    case 3:
      return (end - start) / 365;
    case 4:
      return european(a, b) / 360;
    default:
      return raise(cellErrors.num);
  }
}

/** Days between two serial numbers in order: 30/360 for bases 0 and 4, as the calendar has them for the others. */
export function daysApart(from: number, to: number, basis: number): number {
  if (basis === 0) return american(dateOf(from), dateOf(to), true);
  return basis === 4 ? european(dateOf(from), dateOf(to)) : to - from;
}

function serialArg(n: number): number {
  const whole = Math.floor(n);
  return isSerial(whole) ? whole : raise(cellErrors.num);
}

interface Security {
  readonly years: number;
  readonly days: number;
  readonly a: number;
  readonly b: number;
}

/** settlement, maturity, two numbers, [basis] */
function security(name: string, compute: (s: Security) => number): FormulaFunction {
  return numberFunction(name, [4, 5], ([from = 0, to = 0, a = 0, b = 0, basis = 0]) => {
    const [start, end] = [serialArg(from), serialArg(to)];
    if (start >= end || a <= 0 || b <= 0) return cellErrors.num;
    const years = yearFraction(start, end, Math.trunc(basis));
    return finite(compute({ years, days: end - start, a, b }));
  });
}

/** Treasury bills run at most one year. */
function bill(name: string, compute: (days: number, n: number) => number): FormulaFunction {
  return numberFunction(name, [3, 3], ([from = 0, to = 0, n = 0]) => {
    const [start, end] = [serialArg(from), serialArg(to)];
    const limit = dateOf(start);
    if (start >= end || n <= 0 || end > serialOf(limit.year + 1, limit.month, limit.day))
      return cellErrors.num;
    return finite(compute(end - start, n));
  });
}

function equivalentYield(days: number, discount: number): number {
  if (days > 182) return undocumented("TBILLEQ");
  return (365 * discount) / (360 - discount * days);
}

export const dayCountFunctions: readonly FormulaFunction[] = [
  scalarFunction("DAYS360", [2, 3], (args, env): Scalar => {
    const [start, end] = [serialArg(numberOf(args[0], env)), serialArg(numberOf(args[1], env))];
    const [a, b] = [dateOf(start), dateOf(end)];
    return flagOf(args[2], env) ? european(a, b) : american(a, b, false);
  }),
  oneCellEach(
    scalarFunction("YEARFRAC", [2, 3], (args, env) => {
      const [start, end] = [serialArg(numberOf(args[0], env)), serialArg(numberOf(args[1], env))];
      return yearFraction(start, end, wholeOf(args[2], env));
    }),
  ),
  security("DISC", ({ a, b, years }) => (b - a) / b / years),
  security("INTRATE", ({ a, b, years }) => (b - a) / a / years),
  security("RECEIVED", ({ a, b, years }) => {
    const rest = 1 - b * years;
    return rest <= 0 ? raise(cellErrors.num) : a / rest;
  }),
  security("PRICEDISC", ({ a, b, years }) => b - a * b * years),
  security("YIELDDISC", ({ a, b, years }) => (b - a) / a / years),
  bill("TBILLPRICE", (days, discount) => {
    const price = 100 * (1 - (discount * days) / 360);
    return price <= 0 ? raise(cellErrors.num) : price;
  }),
  bill("TBILLYIELD", (days, price) => ((100 - price) / price) * (360 / days)),
  bill("TBILLEQ", equivalentYield),
];
