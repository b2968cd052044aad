/** Reads a text as a number the way Japanese Excel does: grouping, full width, %, dates, times, 和暦. */
import { readDate } from "../../core/index.ts";
import { uncomputableText } from "../messages.ja.ts";
import { doubtful } from "./doubtful-number.ja.ts";
import { dateOf, realDay } from "./serial.ts";
import { Uncomputable } from "./value.ts";

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const grouped = /^([+-]?)[¥\\$]?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?(%?)$/;
const bracketed = /^\(([¥\\$]?[\d,.]+)\)$/;
const longest = 255;

/** The number in a text, or null. `today` (serial) gives the year of "4/1". Throws Uncomputable for "24/4". */
export function numberInText(text: string, today: number): number | null {
  const digits = plainDigits(text);
  if (digits >= 0) return digits;
  if (text.length > longest) return null;
  const trimmed = blanksOff(text);
  if (trimmed === null || trimmed === "") return null;
  if (plain.test(trimmed)) return finite(Number(trimmed));
  const narrow = narrowed(trimmed).trim();
  if (!/\d|元/.test(narrow)) return null;
  if (plain.test(narrow)) return finite(Number(narrow));
  const loss = bracketed.exec(narrow);
  if (loss?.[1]) {
    const n = groupedNumber(loss[1]);
    return n === null ? null : -n;
  }
  return (
    groupedNumber(narrow) ?? fractionInText(narrow) ?? dateInText(narrow, today) ?? doubtful(narrow)
  );
}

/**
 * The text without the blanks around it; null when a no-break space stands there, with which Excel reads no number. Throws
 * Uncomputable for other white space around something with digits: which of them Excel passes over is laid down nowhere.
 */
export function blanksOff(text: string): string | null {
  const bare = text.trim();
  if (bare.length === text.length || bare === text.replace(/^ +| +$/g, "")) return bare;
  if (/^[ \u00a0]+|[ \u00a0]+$/.exec(text) && text.replace(/^[ \u00a0]+|[ \u00a0]+$/g, "") === bare)
    return null;
  if (!/[\d\uff10-\uff19]/.test(bare)) return null;
  throw new Uncomputable("not-a-number", "VALUE", uncomputableText.doubtfulNumber());
}

/** Full-width signs, digits and blanks to half width; ① and ² stay what they are. */
export function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replaceAll("\uffe5", "\u00a5")
    .replace(/[\uff66-\uff9f\u3300-\u33ff\u32ff]/gu, (c) => c.normalize("NFKC"));
}

/** "1 1/2": a whole number and a fraction behind a blank. */
function fractionInText(text: string): number | null {
  const m = /^(-?)(\d{1,10}) (\d{1,5})\/(\d{1,5})$/.exec(text);
  if (!m || Number(m[4]) === 0) return null;
  return (m[1] === "-" ? -1 : 1) * (Number(m[2]) + Number(m[3]) / Number(m[4]));
}

/** A short row of ASCII digits, the usual case; -1 for everything else. */
function plainDigits(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return -1;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    n = n * 10 + digit;
  }
  return n;
}

function finite(n: number): number | null {
  return Number.isFinite(n) ? n : null;
}

function groupedNumber(text: string): number | null {
  const m = grouped.exec(text);
  if (!m) return null;
  if (m[1] !== "" && m[2] !== "") return null;
  const n = Number(`${(m[3] ?? "").replaceAll(",", "")}${m[4] ?? ""}`);
  const sign = m[1] === "-" || m[2] === "-" ? -1 : 1;
  return finite((sign * n) / (m[5] === "%" ? 100 : 1));
}

/** Serial of a date, a time (also 1:30 PM), or both with a blank between. */
export function dateInText(narrow: string, today: number): number | null {
  const half = /^(.*\S)\s+([ap]m)$/i.exec(narrow);
  if (half) return halfDayInText(half[1] ?? "", /^p/i.test(half[2] ?? ""), today);
  const parts = narrow.split(/\s+/);
  if (parts.length > 2) return null;
  const [first = "", second] = parts;
  if (second !== undefined) {
    const day = dayInText(first, today);
    const time = timeInText(second);
    return day === null || time === null ? null : day + time;
  }
  return timeInText(first) ?? dayInText(first, today);
}

function halfDayInText(text: string, late: boolean, today: number): number | null {
  const [time = "", day, more] = text.split(/\s+/).reverse();
  const plain = timeInText(time);
  if (plain === null || more !== undefined || !time.includes(":") || plain >= 13 / 24) return null;
  const date = day === undefined ? 0 : dayInText(day, today);
  return date === null ? null : date + (plain % 0.5) + (late ? 0.5 : 0);
}

/** Minutes and seconds from 60 on carry over, as in Excel. */
function timeInText(text: string): number | null {
  const m = /^(\d{1,4})(?::(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?|時(\d{1,2})分(?:(\d{1,2})秒)?)$/.exec(
    text,
  );
  if (!m) return null;
  const minute = Number(m[2] ?? m[4]);
  const second = Number(m[3] ?? m[5] ?? 0);
  return (Number(m[1]) * 3600 + minute * 60 + second) / 86_400;
}

function dayInText(text: string, today: number): number | null {
  const short = /^(\d{1,2})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (short) {
    const yy = Number(short[1]);
    return realDay(yy < 30 ? 2000 + yy : 1900 + yy, Number(short[3]), Number(short[4]));
  }
  const d = /^\d{4}\./.test(text) ? null : readDate(text);
  if (d) return realDay(d.year, d.month, d.day);
  return partialDay(text, today);
}

/** "4/1" (this year), "2024/4" and "2024年4月" (the first), "4月1日"; refuses what Excel itself would only guess. */
function partialDay(text: string, today: number): number | null {
  const kanji = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (kanji) {
    if (kanji[1] === undefined && kanji[3] === undefined) return null;
    return realDay(Number(kanji[1] ?? yearOf(today)), Number(kanji[2]), Number(kanji[3] ?? 1));
  }
  const m = /^(\d{1,4})[/-](\d{1,4})$/.exec(text);
  return m ? twoNumbers(Number(m[1]), Number(m[2]), today) : null;
}

const isMonth = (n: number): boolean => n >= 1 && n <= 12;

function twoNumbers(a: number, b: number, today: number): number | null {
  if (a >= 1900 && isMonth(b)) return realDay(a, b, 1);
  if (isMonth(a) && b >= 1900) return realDay(b, a, 1);
  const small = a >= 1 && a <= 99 && b <= 99;
  if (!small || !(isMonth(a) || isMonth(b))) return null;
  const thisYear = realDay(yearOf(today), a, b);
  if (thisYear !== null) return thisYear;
  throw new Uncomputable("not-a-number", "VALUE", uncomputableText.ambiguousDate());
}

const yearOf = (serial: number): number => dateOf(serial).year;
