/** The days on which a security pays its coupon, and the days between them by the day counts of finance. */
import { dateOf, daysInMonth, serialOf } from "../formula/serial.ts";
import { cellErrors, raise } from "../formula/value.ts";
import { isSerial } from "./date.ts";
import { daysApart } from "./day-count.ts";

/** A security as the coupon functions see it; days are whole serial numbers. */
export interface Coupons {
  readonly settlement: number;
  readonly maturity: number;
  /** Coupons a year: 1, 2 or 4. */
  readonly frequency: number;
  /** Day count 0 to 4. */
  readonly basis: number;
}

/** A day as finance takes it: whole, and a date. */
export function dayArg(n: number): number {
  const whole = Math.floor(n);
  return isSerial(whole) ? whole : raise(cellErrors.num);
}

/** #NUM! for what is no such security. */
export function couponsOf(c: Coupons): Coupons {
  const made: Coupons = {
    settlement: dayArg(c.settlement),
    maturity: dayArg(c.maturity),
    frequency: Math.trunc(c.frequency),
    basis: Math.trunc(c.basis),
  };
  const fit = [1, 2, 4].includes(made.frequency) && made.basis >= 0 && made.basis <= 4;
  return fit && made.settlement < made.maturity ? made : raise(cellErrors.num);
}

/** The coupon day some coupons before maturity; the last day of a month stays one. */
function dayBefore(c: Coupons, coupons: number): number {
  const end = dateOf(c.maturity);
  const months = end.year * 12 + end.month - 1 - (coupons * 12) / c.frequency;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = daysInMonth(year, month);
  const atEnd = end.day === daysInMonth(end.year, end.month);
  const serial = serialOf(year, month, atEnd ? last : Math.min(end.day, last));
  return Number.isNaN(serial) ? raise(cellErrors.num) : serial;
}

/** Coupons still to be paid after the settlement, the one at maturity with them. */
export function couponCount(c: Coupons): number {
  const [from, to] = [dateOf(c.settlement), dateOf(c.maturity)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  let count = Math.max(0, Math.floor((months * c.frequency) / 12) - 1);
  while (dayBefore(c, count) > c.settlement) count += 1;
  return count;
}

/** Last coupon day on or before the settlement. */
export const couponBefore = (c: Coupons): number => dayBefore(c, couponCount(c));
/** First coupon day after the settlement. */
export const couponAfter = (c: Coupons): number => dayBefore(c, couponCount(c) - 1);

/** Days of the coupon period in which the settlement falls. */
export function couponDays(c: Coupons): number {
  if (c.basis === 1) return couponAfter(c) - couponBefore(c);
  return (c.basis === 3 ? 365 : 360) / c.frequency;
}

export const daysBefore = (c: Coupons): number => daysApart(couponBefore(c), c.settlement, c.basis);

/** By 30/360 the rest of the period; otherwise the days that the calendar counts. */
export function daysAfter(c: Coupons): number {
  if (c.basis === 0 || c.basis === 4) return couponDays(c) - daysBefore(c);
  return couponAfter(c) - c.settlement;
}
