/** Working days: WORKDAY, NETWORKDAYS and their .INTL forms with other weekends. */
import { toScalar } from "../formula/array.ts";
import { toNumber } from "../formula/coerce.ts";
import { type FormulaFunction, oneCellEach, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { weekdayOf } from "../formula/serial.ts";
import { CellError, cellErrors, type Scalar, type Value } from "../formula/value.ts";
import { eachItem } from "./arguments.ts";
import { isSerial } from "./date.ts";

/** Days off, Monday first. */
type Weekend = readonly boolean[];

const saturdaySunday: Weekend = [false, false, false, false, false, true, true];

/** "0000011", or a number: 1 = Saturday and Sunday … 7, 11 = Sunday only … 17. */
function weekendOf(v: Scalar): Weekend | CellError {
  if (v === null) return saturdaySunday;
  if (typeof v === "string") {
    const valid = /^[01]{7}$/.test(v);
    return valid ? [...v].map((c) => c === "1") : cellErrors.value;
  }
  if (typeof v !== "number") return v instanceof CellError ? v : cellErrors.value;
  const n = Math.trunc(v);
  const off = (days: readonly number[]): Weekend => saturdaySunday.map((_, i) => days.includes(i));
  if (n >= 1 && n <= 7) return off([(n + 4) % 7, (n + 5) % 7]);
  return n >= 11 && n <= 17 ? off([(n - 5) % 7]) : cellErrors.num;
}

function holidaysOf(v: Value | undefined, env: Env): ReadonlySet<number> | CellError {
  const days = new Set<number>();
  let bad: CellError | null = null;
  if (v === undefined) return days;
  eachItem(v, (item) => {
    if (item === null || item === "") return;
    const n = toNumber(item, env.world);
    if (n instanceof CellError) bad ??= n;
    else days.add(Math.floor(n));
  });
  return bad ?? days;
}

interface Calendar {
  isWorking(serial: number): boolean;
}

function calendarOf(
  weekend: Weekend | CellError,
  holidays: ReadonlySet<number> | CellError,
): Calendar | CellError {
  if (weekend instanceof CellError) return weekend;
  if (holidays instanceof CellError) return holidays;
  return { isWorking: (n) => !weekend[(weekdayOf(n) + 5) % 7] && !holidays.has(n) };
}

function serialArg(v: Value | undefined, env: Env): number | CellError {
  const n = toNumber(toScalar(v ?? null, env), env.world);
  return n instanceof CellError ? n : Math.trunc(n);
}

function workday(args: readonly Value[], env: Env, calendar: Calendar | CellError): Scalar {
  const start = serialArg(args[0], env);
  const days = serialArg(args[1], env);
  if (start instanceof CellError) return start;
  if (days instanceof CellError) return days;
  if (calendar instanceof CellError) return calendar;
  if (!isSerial(start)) return cellErrors.num;
  const step = days < 0 ? -1 : 1;
  let day = start;
  for (let left = Math.abs(days), idle = 0; left > 0; ) {
    day += step;
    if (!isSerial(day) || ++idle > 10_000) return cellErrors.num;
    if (!calendar.isWorking(day)) continue;
    left--;
    idle = 0;
  }
  return day;
}

function networkdays(args: readonly Value[], env: Env, calendar: Calendar | CellError): Scalar {
  const start = serialArg(args[0], env);
  const end = serialArg(args[1], env);
  if (start instanceof CellError) return start;
  if (end instanceof CellError) return end;
  if (calendar instanceof CellError) return calendar;
  if (!isSerial(start) || !isSerial(end)) return cellErrors.num;
  let count = 0;
  for (let day = Math.min(start, end); day <= Math.max(start, end); day++)
    if (calendar.isWorking(day)) count++;
  return start <= end ? count : -count;
}

type Run = (args: readonly Value[], env: Env, calendar: Calendar | CellError) => Scalar;

function plain(name: string, run: Run): FormulaFunction {
  const fn = wholeFunction(name, [2, 3], ["scalar", "scalar", "range"], (args, env) =>
    run(args, env, calendarOf(saturdaySunday, holidaysOf(args[2], env))),
  );
  return oneCellEach(fn);
}

function international(name: string, run: Run): FormulaFunction {
  const fn = wholeFunction(name, [2, 4], ["scalar", "scalar", "scalar", "range"], (args, env) => {
    const weekend = weekendOf(args[2] === undefined ? null : toScalar(args[2], env));
    return run(args, env, calendarOf(weekend, holidaysOf(args[3], env)));
  });
  return oneCellEach(fn);
}

/** A week without working days has no next one: the documentation calls it invalid. */
const workdayWithin: Run = (args, env, calendar) =>
  args[2] === "1111111" ? cellErrors.value : workday(args, env, calendar);

export const workdayFunctions: readonly FormulaFunction[] = [
  plain("WORKDAY", workday),
  plain("NETWORKDAYS", networkdays),
  international("WORKDAY.INTL", workdayWithin),
  international("NETWORKDAYS.INTL", networkdays),
];
