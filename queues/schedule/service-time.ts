/** Whether a finance system is open, until when, and when the next case could be begun and finished in time. */
import type { ServiceHours } from "../../core/index.ts";
import { dayInJapan } from "./due.ts";
import { addDays, type Day, holidayName, weekdayOf } from "./holidays.ja.ts";

/** Open without a break from `from` to (not including) `to`. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** Nobody plans further ahead. */
const furthestDays = 60;
const minuteMillis = 60_000;

/** The earliest moment from `from` on at which it stays open for `millis`; null = not within 60 days. */
export function nextFit(hours: ServiceHours, from: Date, millis: number): Date | null {
  for (const stretch of stretches(hours, from)) {
    const start = Math.max(stretch.from.getTime(), from.getTime());
    if (stretch.to.getTime() - start >= millis) return new Date(start);
  }
  return null;
}

/** The open stretch that holds `at`, or null when it is closed then. */
export function openAt(hours: ServiceHours, at: Date): Stretch | null {
  const [first] = stretches(hours, at);
  return first && first.from.getTime() <= at.getTime() ? first : null;
}

/** Stretches that end after `from`, in order; those that touch at midnight are one. The last one may be cut off at 60 days. */
function* stretches(hours: ServiceHours, from: Date): Generator<Stretch> {
  let last: Stretch | null = null;
  for (const part of parts(hours, addDays(dayInJapan(from), -1))) {
    if (last?.to.getTime() === part.from.getTime()) {
      last = { from: last.from, to: part.to };
      continue;
    }
    if (last && last.to > from) yield last;
    last = part;
  }
  if (last && last.to > from) yield last;
}

/** Hours of open days, each for itself. */
function* parts({ open, closed }: ServiceHours, first: Day): Generator<Stretch> {
  for (let n = 0; n <= furthestDays + 1; n += 1) {
    const day = addDays(first, n);
    if (isClosed(closed, day)) continue;
    for (const part of open) yield { from: instant(day, part.from), to: instant(day, part.to) };
  }
}

function isClosed(
  { weekdays, holidays, yearEnd, spans }: ServiceHours["closed"],
  day: Day,
): boolean {
  const date = day.slice(5);
  return (
    weekdays.includes(weekdayOf(day)) ||
    (holidays && holidayName(day) !== null) ||
    (yearEnd && (date >= "12-29" || date <= "01-03")) ||
    spans.some((s) => s.from <= day && day <= s.to)
  );
}

const instant = (day: Day, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+09:00`) + minute * minuteMillis);
