/** Business days (開庁日) of an office: no weekends, no holidays, no 年末年始 (12/29–1/3), none of its own closed days. */
import { addDays, type Day, dayOf, holidayName, weekdayOf } from "./holidays.ja.ts";

/** Days on which this office is closed besides the usual ones. */
export type ClosedDays = ReadonlySet<Day>;

/** True when the office is open. */
export function isBusinessDay(day: Day, closed: ClosedDays): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6 || holidayName(day) !== null) return false;
  const date = day.slice(5);
  return date < "12-29" && date > "01-03" && !closed.has(day);
}

/** The `count`th business day after `day` (before it when negative); `day` itself is not counted. */
export function businessDaysFrom(day: Day, count: number, closed: ClosedDays): Day {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isBusinessDay(at, closed)) left -= 1;
  }
  return at;
}

/** What becomes of a run that falls on a closed day. */
export type Shift = "next" | "previous" | "none" | "skip";

/** Null = it does not take place. */
export function shifted(day: Day, shift: Shift, closed: ClosedDays): Day | null {
  if (shift === "none" || isBusinessDay(day, closed)) return day;
  if (shift === "skip") return null;
  return businessDaysFrom(day, shift === "next" ? 1 : -1, closed);
}

/** Last day of a month. */
export function lastDayOf(year: number, month: number): Day {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return addDays(next, -1);
}

/** The `nth` business day of a month (from its end when negative), or null when there are not so many. */
export function nthBusinessDay(
  month: { readonly year: number; readonly month: number },
  nth: number,
  closed: ClosedDays,
): Day | null {
  const first = dayOf(month.year, month.month, 1);
  const edge = nth > 0 ? addDays(first, -1) : addDays(lastDayOf(month.year, month.month), 1);
  const found = businessDaysFrom(edge, nth, closed);
  return found.slice(0, 7) === first.slice(0, 7) ? found : null;
}
