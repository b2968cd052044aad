/** Which moments a schedule means: the next ones, and the last one that should have happened. */
import {
  businessDaysFrom,
  type ClosedDays,
  isBusinessDay,
  lastDayOf,
  nthBusinessDay,
  type Shift,
  shifted,
} from "./business-days.ts";
import { addDays, type Day, dayOf, weekdayOf } from "./holidays.ja.ts";
import type { DayRule, When } from "./when.ja.ts";

/** When, what on closed days, and until when a batch may go on. */
export interface DueRule {
  readonly when: When;
  readonly shift: Shift;
  readonly closed: ClosedDays;
}

const japanMillis = 9 * 3_600_000;
const minuteMillis = 60_000;
/** Shifts and closing days never reach further. */
const longestShift = 45;
const furthestDays = 800;

/** The date in Japan of an instant. */
export const dayInJapan = (at: Date): Day =>
  new Date(at.getTime() + japanMillis).toISOString().slice(0, 10);

const instantOf = (day: Day, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - japanMillis + minute * minuteMillis);

/** The next `count` moments after `after`; fewer when the rule ends (30 February). */
export function nextRuns(rule: DueRule, after: Date, count: number): readonly Date[] {
  const found = new Set<number>();
  const first = addDays(dayInJapan(after), -longestShift);
  for (let n = 0; n < furthestDays && found.size < count + longestShift; n += 1)
    for (const at of runsOf(rule, addDays(first, n)))
      if (at.getTime() > after.getTime()) found.add(at.getTime());
  return [...found]
    .sort((a, b) => a - b)
    .slice(0, count)
    .map((t) => new Date(t));
}

/** The last moment at or before `before`, looking back to `since`; null when there was none. */
export function lastRun(rule: DueRule, since: Date, before: Date): Date | null {
  let last: number | null = null;
  const from = addDays(dayInJapan(since), -longestShift);
  const until = addDays(dayInJapan(before), longestShift);
  for (let day = from; day <= until; day = addDays(day, 1))
    for (const at of runsOf(rule, day)) {
      const time = at.getTime();
      if (time > since.getTime() && time <= before.getTime()) last = Math.max(last ?? time, time);
    }
  return last === null ? null : new Date(last);
}

/** Moments that have their origin in `base`, which the shift may have moved to another day. */
function runsOf({ when, shift, closed }: DueRule, base: Day): readonly Date[] {
  if (when.rule.kind === "cron") return cronRuns(when.rule.fields, base, { shift, closed });
  if (!isBase(when.rule, base, closed)) return [];
  const moved = movedBy(when.rule, base, closed);
  const day = shifted(moved, shift, closed);
  return day === null ? [] : [instantOf(day, when.minute)];
}

function isBase(rule: Exclude<DayRule, { kind: "cron" }>, day: Day, closed: ClosedDays): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  switch (rule.kind) {
    case "daily":
      return true;
    case "business-days":
      return isBusinessDay(day, closed);
    case "weekly":
      return rule.weekdays.includes(weekdayOf(day));
    case "monthly":
      // The 31st means the last day where there is none.
      return day === monthDay(year, month, rule.date);
    case "monthly-business":
      return day === nthBusinessDay({ year, month }, rule.nth, closed);
    case "yearly":
      return month === rule.month && date === rule.date;
    case "closing-period":
      return (month === 4 || month === 5) && isBusinessDay(day, closed);
    default:
      return rule satisfies never;
  }
}

function monthDay(year: number, month: number, date: number): Day {
  const last = lastDayOf(year, month);
  const wanted = dayOf(year, month, date);
  return date === 0 || wanted > last ? last : wanted;
}

function movedBy(rule: DayRule, base: Day, closed: ClosedDays): Day {
  if (rule.kind !== "monthly" || rule.business === 0) return base;
  return businessDaysFrom(base, rule.business, closed);
}

function cronRuns(
  fields: readonly ReadonlySet<number>[],
  day: Day,
  on: { readonly shift: Shift; readonly closed: ClosedDays },
): readonly Date[] {
  const [minutes = new Set(), hours = new Set(), dates, months, weekdays] = fields;
  const [, month = 0, date = 0] = day.split("-").map(Number);
  if (!months?.has(month) || !dates?.has(date) || !weekdays?.has(weekdayOf(day))) return [];
  const moved = shifted(day, on.shift, on.closed);
  if (moved === null) return [];
  return [...hours].flatMap((h) => [...minutes].map((m) => instantOf(moved, h * 60 + m)));
}

/** A window as minutes of the day in Japan; from > to = over midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** True while `at` lies in the window. */
export function isWithin(hours: Hours, at: Date): boolean {
  const minute = Math.floor(((at.getTime() + japanMillis) % 86_400_000) / minuteMillis);
  return hours.from <= hours.to
    ? minute >= hours.from && minute < hours.to
    : minute >= hours.from || minute < hours.to;
}

/** The next moment at which it is `minute` o'clock in Japan, `at` itself excluded. */
export function nextAt(minute: number, at: Date): Date {
  const today = instantOf(dayInJapan(at), minute);
  return today.getTime() > at.getTime() ? today : new Date(today.getTime() + 86_400_000);
}
