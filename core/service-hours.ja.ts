/** 「6:00〜23:00」「土, 日, 祝日, 2026-12-28」 as plain data: when a finance system may be used, in the words of an office. */
import { isRealDate } from "./era-date.ja.ts";

/** A stretch of one day in Japan, minutes after midnight; `to` (at most 1440) is no longer part of it. */
export interface OpenHours {
  readonly from: number;
  readonly to: number;
}

/** Days on which a system is closed from midnight to midnight. */
export interface ClosedRule {
  /** 0 = Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays: boolean;
  /** 12/29–1/3. */
  readonly yearEnd: boolean;
  /** First and last day, YYYY-MM-DD. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

export interface ServiceHours {
  /** In the order of the day, touching ones joined; the whole day when nothing is written. */
  readonly open: readonly OpenHours[];
  readonly closed: ClosedRule;
}

const dayMinutes = 1440;
const weekdays = "日月火水木金土";
const dash = "(?:[〜~ー–-]|から)";

export const alwaysOpen: ServiceHours = {
  open: [{ from: 0, to: dayMinutes }],
  closed: { weekdays: [], holidays: false, yearEnd: false, spans: [] },
};

/** Null when one of the texts is no stretch of time, or none is given. */
export function readOpenHours(texts: readonly string[]): readonly OpenHours[] | null {
  const parts: OpenHours[] = [];
  for (const text of texts) {
    const found = oneStretch(text.normalize("NFKC").trim());
    if (found === null) return null;
    parts.push(...found);
  }
  return parts.length === 0 ? null : joined(parts);
}

/** Over midnight is two: the evening and the morning. */
function oneStretch(text: string): readonly OpenHours[] | null {
  const clock = "(\\d{1,2}):(\\d{2})";
  const shape = new RegExp(`^${clock}\\s*${dash}\\s*(?:翌(?:日|朝)?\\s*)?${clock}(?:まで)?$`, "u");
  const m = shape.exec(text);
  if (!m) return null;
  const [from, to] = [minuteOf(m[1], m[2]), minuteOf(m[3], m[4])];
  if (from === null || to === null || from === to || from === dayMinutes) return null;
  if (from < to) return [{ from, to }];
  const evening = { from, to: dayMinutes };
  return to === 0 ? [evening] : [evening, { from: 0, to }];
}

function minuteOf(hour = "", minute = ""): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  return m < 60 && h * 60 + m <= dayMinutes ? h * 60 + m : null;
}

function joined(parts: readonly OpenHours[]): readonly OpenHours[] {
  const whole: OpenHours[] = [];
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (!last || part.from > last.to) whole.push(part);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
  }
  return whole;
}

/** `wrong` is the first text that is none of the forms. */
export function readClosedDays(texts: readonly string[]): {
  readonly closed: ClosedRule;
  readonly wrong: string | null;
} {
  const days: number[] = [];
  const spans: { from: string; to: string }[] = [];
  let [holidays, yearEnd, wrong] = [false, false, null as string | null];
  for (const written of texts) {
    const text = written.normalize("NFKC").trim();
    const span = spanOf(text);
    const named = weekdaysOf(text);
    if (span) spans.push(span);
    else if (named) {
      days.push(...named.days);
      holidays ||= named.holidays;
    } else if (text === "年末年始") yearEnd = true;
    else wrong ??= written;
  }
  return { closed: { weekdays: [...new Set(days)].sort(), holidays, yearEnd, spans }, wrong };
}

/** 土・土曜日・土日・土日祝・祝日 */
function weekdaysOf(
  text: string,
): { readonly days: readonly number[]; readonly holidays: boolean } | null {
  const m = /^([日月火水木金土]{0,7}?)(?:曜日?)?(祝日?)?$/u.exec(text.replace(/[・、\s]/gu, ""));
  if (!m || text === "") return null;
  return {
    days: [...(m[1] ?? "")].map((c) => weekdays.indexOf(c)),
    holidays: m[2] !== undefined,
  };
}

function spanOf(text: string): { readonly from: string; readonly to: string } | null {
  const m = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:[〜~]|から)\s*(\d{4}-\d{2}-\d{2})(?:まで)?)?$/u.exec(
    text,
  );
  if (!m) return null;
  const [from, to] = [m[1] ?? "", m[2] ?? m[1] ?? ""];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return isRealDate({ year, month, day });
};
