/** Dates and times by a format section, with Japanese eras and weekdays. */
import { eraOf } from "../../core/index.ts";
import { dateOf, timeOf, weekdayOf, type Ymd } from "../formula/serial.ts";
import { kanjiDigits, kanjiNumber } from "./kanji-number.ja.ts";
import { type FormatToken, literalText, type Section } from "./parse-format.ts";

const shortDays = ["日", "月", "火", "水", "木", "金", "土"];
const englishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface Moment {
  readonly serial: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly halfDay: boolean;
  /** Digits of the fraction of a second. */
  readonly fraction: string;
  readonly gannen: boolean;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** Days by numbers alone (yyyy/mm/dd), the usual case: what the section shows, known once; null for other sections. */
const dayParts = new WeakMap<Section, readonly FormatToken[] | null>();
const dayCodes = new Set(["yyyy", "yy", "y", "m", "mm", "d", "dd"]);

function dayPartsOf(section: Section): readonly FormatToken[] | null {
  const known = dayParts.get(section);
  if (known !== undefined) return known;
  const plain = section.tokens.every(
    (t) => t.kind === "text" || (t.kind === "date" && dayCodes.has(t.text)),
  );
  const parts = plain && section.dbNum === 0 ? section.tokens : null;
  dayParts.set(section, parts);
  return parts;
}

function formatDay(parts: readonly FormatToken[], serial: number): string {
  const date = dateOf(serial);
  let out = "";
  for (const t of parts) out += t.kind === "date" ? dayNumber(t.text, date) : literalText(t);
  return out;
}

function dayNumber(code: string, date: Ymd): string {
  if (code === "yyyy") return String(date.year);
  if (code.startsWith("y")) return two(date.year % 100);
  const n = code.startsWith("m") ? date.month : date.day;
  return code.length === 2 ? two(n) : String(n);
}

/** Whether a section shows hours, minutes and seconds only. */
export function isTimeOnly(section: Section): boolean {
  return section.tokens.every(
    (t, i) => t.kind !== "date" || /^[hs]/.test(t.text) || isMinute(section.tokens, i),
  );
}

/** Null when the section asks for something that is not supported, or the date has no era. */
export function formatDate(section: Section, serial: number): string | null {
  if (section.dbNum === 4) return null;
  const days = Number.isInteger(serial) ? dayPartsOf(section) : null;
  if (days) return formatDay(days, serial);
  const halfDay = section.tokens.some((t) => t.kind === "half-day");
  const places = section.tokens.filter((t) => t.kind === "digit").length;
  if (roundsUp(section, serial)) return null;
  const moment = momentOf(serial, { halfDay, places, gannen: section.gannen });
  let out = "";
  for (let i = 0; i < section.tokens.length; i++) {
    const plain = partOf(section.tokens, i, moment);
    const part = plain === null ? null : inNumerals(plain, section, i);
    if (part === null) return null;
    out += part;
  }
  return out;
}

/** Whether the last half second before a full minute makes it one is not certain where no seconds are shown. */
function roundsUp(section: Section, serial: number): boolean {
  const shown = section.tokens.some(
    (t) =>
      (t.kind === "date" && t.text.startsWith("s")) || (t.kind === "elapsed" && t.unit === "s"),
  );
  const seconds = serial * 86_400;
  const whole = Math.round(seconds);
  return !shown && whole % 60 === 0 && whole - seconds > 0.001;
}

/** The time of day is rounded to the last place that is shown; that may carry into the next day. */
function momentOf(
  serial: number,
  shown: { halfDay: boolean; places: number; gannen: boolean },
): Moment {
  const unit = 86_400 * 10 ** Math.min(shown.places, 3);
  const rounded = Math.round(serial * unit) / unit;
  const whole = Math.floor(rounded);
  const ticks = Math.round((rounded - whole) * unit);
  const { hour, minute, second } = timeOf(Math.floor(ticks / (unit / 86_400)) / 86_400);
  const fraction = ticks % (unit / 86_400);
  const digits = String(fraction).padStart(Math.min(shown.places, 3), "0");
  return {
    serial: rounded,
    ...dateOf(whole),
    hour,
    minute,
    second,
    halfDay: shown.halfDay,
    gannen: shown.gannen,
    fraction: digits.padEnd(shown.places, "0"),
  };
}

/** [DBNum1] writes months, days and years of an era as numbers (十二), western years digit by digit (二〇二四). */
function inNumerals(plain: string, section: Section, i: number): string | null {
  const token = section.tokens[i];
  if (section.dbNum === 0 || !/^\d+$/.test(plain) || token?.kind === "text") return plain;
  if (section.dbNum === 3) return kanjiDigits(plain, "wide");
  const year = token?.kind === "date" && token.text.startsWith("y");
  const style = section.dbNum === 1 ? "plain" : "formal";
  if (year || plain.length === 1) return kanjiDigits(plain, style);
  // Two places with a leading zero, and 大字 above 9, are written differently from version to version.
  return section.dbNum === 1 && !plain.startsWith("0") ? kanjiNumber(plain, "plain") : null;
}

function partOf(tokens: readonly FormatToken[], i: number, m: Moment): string | null {
  const t = tokens[i];
  if (!t) return null;
  switch (t.kind) {
    case "text":
      return t.text;
    case "comma":
      return ",";
    case "point":
      return ".";
    case "digit":
      return m.fraction[fractionPlace(tokens, i)] ?? "0";
    case "elapsed":
      return elapsed(t.unit, t.width, m.serial);
    case "half-day":
      return halfDayText(t.text, m.hour);
    case "date":
      return datePart(t.text, isMinute(tokens, i), m);
    default:
      return null;
  }
}

function fractionPlace(tokens: readonly FormatToken[], i: number): number {
  let at = i;
  while (tokens[at - 1]?.kind === "digit") at--;
  return i - at;
}

function halfDayText(format: string, hour: number): string | null {
  const late = hour >= 12;
  if (format.startsWith("午")) return late ? "午後" : "午前";
  if (format.toUpperCase() === "AM/PM") return late ? "PM" : "AM";
  return late ? "P" : "A";
}

/** "m" is minutes right after hours or right before seconds. */
function isMinute(tokens: readonly FormatToken[], i: number): boolean {
  const near = (step: number): FormatToken | undefined => {
    for (let k = i + step; k >= 0 && k < tokens.length; k += step) {
      const t = tokens[k];
      if (t?.kind === "date" || t?.kind === "elapsed") return t;
    }
    return undefined;
  };
  const before = near(-1);
  const after = near(1);
  const hour =
    before?.kind === "elapsed"
      ? before.unit === "h"
      : before?.kind === "date" && before.text.startsWith("h");
  const second =
    after?.kind === "elapsed"
      ? after.unit === "s"
      : after?.kind === "date" && after.text.startsWith("s");
  return hour || second;
}

function elapsed(unit: "h" | "m" | "s", width: number, serial: number): string {
  const seconds = Math.round(serial * 86_400);
  const per = { h: 3600, m: 60, s: 1 }[unit];
  return String(Math.floor(seconds / per)).padStart(width, "0");
}

function datePart(code: string, minute: boolean, m: Moment): string | null {
  if (minute && (code === "m" || code === "mm"))
    return code === "m" ? String(m.minute) : two(m.minute);
  const hour = m.halfDay ? m.hour % 12 || 12 : m.hour;
  switch (code) {
    case "h":
      return String(hour);
    case "hh":
      return two(hour);
    case "s":
      return String(m.second);
    case "ss":
      return two(m.second);
    case "d":
      return String(m.day);
    case "dd":
      return two(m.day);
    case "m":
      return String(m.month);
    case "mm":
      return two(m.month);
    case "yyyy":
      return String(m.year);
    case "yy":
    case "y":
      return two(m.year % 100);
    default:
      return wordPart(code, m);
  }
}

function wordPart(code: string, m: Moment): string | null {
  const weekday = weekdayOf(m.serial) - 1;
  switch (code) {
    case "aaa":
      return shortDays[weekday] ?? null;
    case "aaaa":
      return `${shortDays[weekday] ?? ""}曜日`;
    case "ddd":
      return englishDays[weekday]?.slice(0, 3) ?? null;
    case "dddd":
      return englishDays[weekday] ?? null;
    case "mmm":
      return englishMonths[m.month - 1]?.slice(0, 3) ?? null;
    case "mmmm":
      return englishMonths[m.month - 1] ?? null;
    case "mmmmm":
      return englishMonths[m.month - 1]?.[0] ?? null;
    default:
      return eraPart(code, m);
  }
}

/** g R, gg 令, ggg 令和; e is the year of the era, 1 for its first. */
function eraPart(code: string, m: Moment): string | null {
  const era = eraOf({ year: m.year, month: m.month, day: m.day });
  if (!era) return null;
  switch (code) {
    case "g":
      return era.letter;
    case "gg":
      return era.name.slice(0, 1);
    case "ggg":
      return era.name;
    case "e":
      return m.gannen && era.year === 1 ? "元" : String(era.year);
    case "ee":
      return m.gannen && era.year === 1 ? "元" : two(era.year);
    default:
      return null;
  }
}
