/** Loans and savings with equal payments: PMT, FV, RATE and their kin. */
import { type FormulaFunction, numberFunction } from "../formula/function-type.ts";
import { cellErrors, raise } from "../formula/value.ts";
import { finite } from "./arguments.ts";

interface Loan {
  readonly rate: number;
  readonly count: number;
  readonly payment: number;
  readonly present: number;
  readonly future: number;
  /** 1 when payments are made at the beginning of each period. */
  readonly early: 0 | 1;
}

const early = (type: number): 0 | 1 => (type === 0 ? 0 : 1);

/** (1 + r)^n - 1, exact for small rates. */
const growthLess1 = (rate: number, count: number): number =>
  rate > -1 ? Math.expm1(count * Math.log1p(rate)) : (1 + rate) ** count - 1;

/** What one unit paid every period grows to. */
function annuity(loan: Pick<Loan, "rate" | "count" | "early">): number {
  if (loan.rate === 0) return loan.count;
  return (growthLess1(loan.rate, loan.count) / loan.rate) * (1 + loan.rate * loan.early);
}

function future(loan: Omit<Loan, "future">): number {
  return -(loan.present * (1 + growthLess1(loan.rate, loan.count)) + loan.payment * annuity(loan));
}

function payment(loan: Omit<Loan, "payment">): number {
  const grown = loan.present * (1 + growthLess1(loan.rate, loan.count));
  return finite(-(grown + loan.future) / annuity(loan));
}

/** Interest of one period (from 1). */
function interest(loan: Omit<Loan, "payment">, period: number): number {
  if (period < 1 || period >= loan.count + 1) return raise(cellErrors.num);
  if (loan.early === 1 && period === 1) return 0;
  const paid = payment(loan);
  const owed = future({ ...loan, payment: paid, count: period - 1 - loan.early });
  return finite((loan.early === 1 ? owed - paid : owed) * loan.rate);
}

function periods(loan: Omit<Loan, "count">): number {
  const { rate, present } = loan;
  if (rate === 0) {
    if (loan.payment === 0) return raise(cellErrors.num);
    return -(present + loan.future) / loan.payment;
  }
  const due = loan.payment * (1 + rate * loan.early);
  return finite(Math.log((due - loan.future * rate) / (due + present * rate)) / Math.log(1 + rate));
}

/** The balance at the end, which is 0 at the right rate. */
function balance(loan: Loan): number {
  return loan.future - future(loan);
}

/** Newton's method from the guess; #NUM! when it does not settle, as in Excel. */
function rateOf(loan: Omit<Loan, "rate">, guess: number): number {
  if (loan.count <= 0) return raise(cellErrors.num);
  let rate = guess;
  for (let i = 0; i < 100; i++) {
    const value = balance({ ...loan, rate });
    const width = Math.max(1e-7, Math.abs(rate) * 1e-6);
    const slope =
      (balance({ ...loan, rate: rate + width }) - balance({ ...loan, rate: rate - width })) /
      (2 * width);
    const next = rate - value / slope;
    if (!Number.isFinite(next) || next <= -1) return raise(cellErrors.num);
    if (Math.abs(next - rate) < 1e-14) return Math.abs(next) < 1e-14 ? 0 : next;
    rate = next;
  }
  const rest = Math.abs(balance({ ...loan, rate }));
  return rest < 1e-6 * Math.max(1, Math.abs(loan.present)) ? rate : raise(cellErrors.num);
}

/** CUMIPMT and CUMPRINC: interest or principal of the periods from one to another. */
function cumulated(numbers: readonly number[], principal: boolean): number {
  const [rate = 0, nper = 0, present = 0, from = 0, to = 0, type = 0] = numbers;
  const [count, first, last] = [Math.ceil(nper), Math.trunc(from), Math.trunc(to)];
  const valid = rate > 0 && nper > 0 && present > 0 && first >= 1 && last >= first;
  if (!valid || last > count || (type !== 0 && type !== 1)) return raise(cellErrors.num);
  if (last - first > 10_000) return raise(cellErrors.num);
  const loan = { rate, count: nper, present, future: 0, early: early(type) };
  const paid = payment(loan);
  let sum = 0;
  for (let p = first; p <= last; p++) {
    const part = interest(loan, p);
    sum += principal ? paid - part : part;
  }
  return finite(sum);
}

export const annuityFunctions: readonly FormulaFunction[] = [
  numberFunction("PMT", [3, 5], ([rate = 0, count = 0, present = 0, goal = 0, type = 0]) =>
    count === 0
      ? cellErrors.num
      : payment({ rate, count, present, future: goal, early: early(type) }),
  ),
  numberFunction("FV", [3, 5], ([rate = 0, count = 0, paid = 0, present = 0, type = 0]) =>
    finite(future({ rate, count, payment: paid, present, early: early(type) })),
  ),
  numberFunction("PV", [3, 5], ([rate = 0, count = 0, paid = 0, goal = 0, type = 0]) => {
    const grown = paid * annuity({ rate, count, early: early(type) });
    return finite(-(goal + grown) / (1 + growthLess1(rate, count)));
  }),
  numberFunction("NPER", [3, 5], ([rate = 0, paid = 0, present = 0, goal = 0, type = 0]) =>
    periods({ rate, payment: paid, present, future: goal, early: early(type) }),
  ),
  numberFunction(
    "RATE",
    [3, 6],
    ([count = 0, paid = 0, present = 0, goal = 0, type = 0, guess = 0.1]) =>
      rateOf({ count, payment: paid, present, future: goal, early: early(type) }, guess),
  ),
  numberFunction(
    "IPMT",
    [4, 6],
    ([rate = 0, period = 0, count = 0, present = 0, goal = 0, type = 0]) =>
      interest({ rate, count, present, future: goal, early: early(type) }, period),
  ),
  numberFunction(
    "PPMT",
    [4, 6],
    ([rate = 0, period = 0, count = 0, present = 0, goal = 0, type = 0]) => {
      const loan = { rate, count, present, future: goal, early: early(type) };
      return finite(payment(loan) - interest(loan, period));
    },
  ),
  numberFunction("CUMIPMT", [6, 6], (n) => cumulated(n, false)),
  numberFunction("CUMPRINC", [6, 6], (n) => cumulated(n, true)),
  numberFunction("ISPMT", [4, 4], ([rate = 0, period = 0, count = 0, present = 0]) =>
    count === 0 ? cellErrors.div0 : finite(present * rate * (period / count - 1)),
  ),
  numberFunction("EFFECT", [2, 2], ([nominal = 0, times = 0]) => {
    const n = Math.trunc(times);
    return nominal <= 0 || n < 1 ? cellErrors.num : finite((1 + nominal / n) ** n - 1);
  }),
  numberFunction("NOMINAL", [2, 2], ([effective = 0, times = 0]) => {
    const n = Math.trunc(times);
    return effective <= 0 || n < 1 ? cellErrors.num : finite(n * ((1 + effective) ** (1 / n) - 1));
  }),
  numberFunction("RRI", [3, 3], ([count = 0, present = 0, goal = 0]) =>
    count <= 0 || present === 0 ? cellErrors.num : finite((goal / present) ** (1 / count) - 1),
  ),
  numberFunction("PDURATION", [3, 3], ([rate = 0, present = 0, goal = 0]) =>
    rate <= 0 || present <= 0 || goal <= 0
      ? cellErrors.num
      : finite((Math.log(goal) - Math.log(present)) / Math.log1p(rate)),
  ),
  numberFunction("DOLLARDE", [2, 2], ([amount = 0, parts = 0]) => fraction(amount, parts, true)),
  numberFunction("DOLLARFR", [2, 2], ([amount = 0, parts = 0]) => fraction(amount, parts, false)),
];

/** DOLLARDE reads 1.02 in sixteenths as 1 + 2/16; DOLLARFR writes it. */
function fraction(amount: number, parts: number, toDecimal: boolean) {
  const by = Math.trunc(parts);
  if (by < 0) return cellErrors.num;
  if (by === 0) return cellErrors.div0;
  const places = 10 ** Math.ceil(Math.log10(by));
  const whole = Math.trunc(amount);
  const rest = amount - whole;
  return finite(whole + (toDecimal ? (rest * places) / by : (rest * by) / places));
}
