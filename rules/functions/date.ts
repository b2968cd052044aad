/** Dates and times as serial numbers. */
import { toNumber, toText } from "../formula/coerce.ts";
import { doubtful } from "../formula/doubtful-number.ja.ts";
import {
  type FormulaFunction,
  numberArg,
  numberFunction,
  oneCellEach,
  scalarFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  dateOf,
  daysInMonth,
  type Hms,
  lastSerial,
  serialOf,
  timeOf,
  weekdayOf,
} from "../formula/serial.ts";
import { blanksOff, dateInText, narrowed } from "../formula/text-number.ja.ts";
import { CellError, cellErrors, type Scalar } from "../formula/value.ts";
import { undocumented } from "./arguments.ts";
import { difference } from "./datedif.ts";

export function isSerial(n: number): boolean {
  return n >= 0 && n < lastSerial() + 1;
}

/** A function of one serial number. */
function ofSerial(name: string, compute: (serial: number) => number): FormulaFunction {
  return numberFunction(name, [1, 1], ([n = 0]) => (isSerial(n) ? compute(n) : cellErrors.num));
}

/** HOUR, MINUTE and SECOND. Whether the last half second before a full minute makes it one is laid down nowhere. */
function ofTime(name: string, part: (time: Hms) => number): FormulaFunction {
  return ofSerial(name, (n) => {
    const seconds = (n - Math.floor(n)) * 86_400;
    const whole = Math.round(seconds);
    const missing = whole - seconds;
    if (whole % 60 === 0 && missing > 0 && (missing > 0.001 || whole === 86_400))
      undocumented(name);
    return part(timeOf(n));
  });
}

function dateSerial(year: number, month: number, day: number): Scalar {
  const y = Math.trunc(year);
  const full = y >= 0 && y < 1900 ? y + 1900 : y;
  if (full < 1900 || full > 9999) return cellErrors.num;
  // Days are counted on from the first of the month, so that 29 February 1900 is 60.
  const serial = serialOf(full, Math.trunc(month), 1) + Math.trunc(day) - 1;
  return serial >= 0 && serial <= lastSerial() ? serial : cellErrors.num;
}

/** The same day some months later, or the last day of that month (`end`). */
export function monthsLater(serial: number, months: number, end: boolean): Scalar {
  if (!isSerial(serial)) return cellErrors.num;
  const d = dateOf(serial);
  const count = d.year * 12 + d.month - 1 + Math.trunc(months);
  const year = Math.floor(count / 12);
  const month = (((count % 12) + 12) % 12) + 1;
  if (year < 1900 || year > 9999) return cellErrors.num;
  const last = daysInMonth(year, month);
  // Counted on from the first of the month, so that 29 February 1900 is 60.
  const result = serialOf(year, month, 1) + (end ? last : Math.min(d.day, last)) - 1;
  return Number.isNaN(result) ? cellErrors.num : result;
}

/** First day of the week for each type of WEEKDAY, as 1 = Sunday … 7 = Saturday. */
const firstDay: Readonly<Record<number, number>> = {
  1: 1,
  2: 2,
  11: 2,
  12: 3,
  13: 4,
  14: 5,
  15: 6,
  16: 7,
  17: 1,
};

function weekday(serial: number, type: number): Scalar {
  if (!isSerial(serial)) return cellErrors.num;
  const day = weekdayOf(serial);
  if (type === 3) return (day + 5) % 7;
  const first = firstDay[type];
  return first === undefined ? cellErrors.num : ((day - first + 7) % 7) + 1;
}

function weekNumber(serial: number, type: number): Scalar {
  if (!isSerial(serial)) return cellErrors.num;
  if (type === 21) return isoWeek(serial);
  const first = type === 3 ? undefined : firstDay[type];
  if (first === undefined) return cellErrors.num;
  const start = serialOf(dateOf(serial).year, 1, 1);
  const lead = (weekdayOf(start) - first + 7) % 7;
  return Math.floor((Math.floor(serial) - start + lead) / 7) + 1;
}

function isoWeek(serial: number): Scalar {
  const monday = Math.floor(serial) - ((weekdayOf(serial) + 5) % 7);
  const { year } = dateOf(monday + 3);
  return Math.floor((monday + 3 - serialOf(year, 1, 1)) / 7) + 1;
}

function fromText(v: Scalar, env: Env, take: (n: number) => Scalar): Scalar {
  const text = toText(v);
  if (text instanceof CellError) return text;
  if (typeof v !== "string") return cellErrors.value;
  const bare = blanksOff(text);
  if (bare === null) return cellErrors.value;
  const narrow = narrowed(bare).trim();
  const n = dateInText(narrow, env.world.today()) ?? doubtful(narrow);
  return n === null ? cellErrors.value : take(n);
}

/** Each part of TIME may be this large; TIME(0,0,40000) is #NUM!. */
const mostTimePart = 32_767;

function time(hour: number, minute: number, second: number): Scalar {
  if (Math.max(Math.abs(hour), Math.abs(minute), Math.abs(second)) >= mostTimePart + 1)
    return cellErrors.num;
  const total = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
  return total < 0 ? cellErrors.num : (total % 86_400) / 86_400;
}

function runDatedif(args: readonly Scalar[], env: Env): Scalar {
  const from = toNumber(args[0] ?? null, env.world);
  const to = toNumber(args[1] ?? null, env.world);
  const unit = toText(args[2] ?? null);
  if (from instanceof CellError) return from;
  if (to instanceof CellError) return to;
  if (unit instanceof CellError) return unit;
  if (!isSerial(from) || !isSerial(to) || from > to) return cellErrors.num;
  return difference(Math.floor(from), Math.floor(to), unit);
}

function withType(
  name: string,
  compute: (serial: number, type: number) => Scalar,
): FormulaFunction {
  return scalarFunction(name, [1, 2], (args, env) => {
    const serial = numberArg(args, 0, env, 0);
    const type = numberArg(args, 1, env, 1);
    if (serial instanceof CellError) return serial;
    return type instanceof CellError ? type : compute(serial, Math.trunc(type));
  });
}

/** DAYS: its arguments may be dates written as text. */
function days(args: readonly Scalar[], env: Env): Scalar {
  const end = toNumber(args[0] ?? null, env.world);
  const start = toNumber(args[1] ?? null, env.world);
  if (end instanceof CellError) return end;
  if (start instanceof CellError) return start;
  if (!isSerial(end) || !isSerial(start)) return cellErrors.num;
  return Math.floor(end) - Math.floor(start);
}

export const dateFunctions: readonly FormulaFunction[] = [
  numberFunction("DATE", [3, 3], ([y = 0, m = 0, d = 0]) => dateSerial(y, m, d)),
  numberFunction("TIME", [3, 3], ([h = 0, m = 0, s = 0]) => time(h, m, s)),
  ofSerial("YEAR", (n) => dateOf(n).year),
  ofSerial("MONTH", (n) => dateOf(n).month),
  ofSerial("DAY", (n) => dateOf(n).day),
  ofTime("HOUR", (t) => t.hour),
  ofTime("MINUTE", (t) => t.minute),
  ofTime("SECOND", (t) => t.second),
  oneCellEach(numberFunction("EDATE", [2, 2], ([n = 0, m = 0]) => monthsLater(n, m, false))),
  oneCellEach(numberFunction("EOMONTH", [2, 2], ([n = 0, m = 0]) => monthsLater(n, m, true))),
  withType("WEEKDAY", weekday),
  oneCellEach(withType("WEEKNUM", weekNumber)),
  numberFunction("ISOWEEKNUM", [1, 1], ([n = 0]) => (isSerial(n) ? isoWeek(n) : cellErrors.num)),
  scalarFunction("TODAY", [0, 0], (_, env) => env.world.today()),
  scalarFunction("NOW", [0, 0], (_, env) => env.world.now()),
  scalarFunction("DATEVALUE", [1, 1], ([v = null], env) => fromText(v, env, Math.floor)),
  scalarFunction("TIMEVALUE", [1, 1], ([v = null], env) =>
    fromText(v, env, (n) => n - Math.floor(n)),
  ),
  scalarFunction("DATEDIF", [3, 3], runDatedif),
  scalarFunction("DAYS", [2, 2], days),
];
