/** 「毎営業日 19:00」「毎月 20日の3営業日後 9:00」… as plain data: when a batch is due, in the words of an office. */
import type { Shift } from "./business-days.ts";

/** On which days. */
export type DayRule =
  | { readonly kind: "daily" }
  | { readonly kind: "business-days" }
  | { readonly kind: "weekly"; readonly weekdays: readonly number[] }
  /** date 0 = last day of the month; `business` = so many business days after (before) it. */
  | { readonly kind: "monthly"; readonly date: number; readonly business: number }
  | { readonly kind: "monthly-business"; readonly nth: number }
  | { readonly kind: "yearly"; readonly month: number; readonly date: number }
  /** 出納整理期間: business days from 1 April to 31 May. */
  | { readonly kind: "closing-period" }
  | { readonly kind: "cron"; readonly fields: readonly ReadonlySet<number>[] };

export interface When {
  readonly rule: DayRule;
  /** Minutes after midnight in Japan; cron has its own. */
  readonly minute: number;
}

const weekdays = "日月火水木金土";

/** Forms that `readWhen` knows, for the error message. */
export const whenForms = [
  "毎日 19:00",
  "毎営業日 19:00",
  "毎週 月・水 8:30",
  "毎月 25日 9:00",
  "毎月 末日 9:00",
  "毎月 3営業日目 9:00",
  "毎月 末日の2営業日前 9:00",
  "毎月 20日の3営業日後 9:00",
  "毎年 4月1日 9:00",
  "年度末 17:00",
  "出納整理期間の営業日 19:00",
  "cron 0 19 * * 1-5",
] as const;

export const shiftWords: Readonly<Record<string, Shift>> = {
  翌営業日: "next",
  前営業日: "previous",
  そのまま: "none",
  行わない: "skip",
};

type Reader = readonly [RegExp, (m: readonly string[]) => DayRule | null];

const readers: readonly Reader[] = [
  [/^毎日$/u, () => ({ kind: "daily" })],
  [/^毎営業日$/u, () => ({ kind: "business-days" })],
  [/^毎週\s*([日月火水木金土](?:[・、,\s]*[日月火水木金土])*)(?:曜日?)?$/u, weekly],
  [/^毎月\s*(\d{1,2}日|末日)$/u, ([, d = ""]) => monthly(d, 0)],
  [
    /^毎月\s*(\d{1,2}日|末日)の(\d{1,2})営業日(前|後)$/u,
    ([, d = "", n = "", side]) => monthly(d, side === "前" ? -Number(n) : Number(n)),
  ],
  [/^毎月\s*(\d{1,2})営業日目$/u, ([, n = ""]) => ({ kind: "monthly-business", nth: Number(n) })],
  [/^毎年\s*(\d{1,2})月(\d{1,2})日$/u, yearly],
  [/^年度末$/u, () => ({ kind: "yearly", month: 3, date: 31 })],
  [/^出納整理期間の営業日$/u, () => ({ kind: "closing-period" })],
];

/** Null when it is none of the forms. */
export function readWhen(written: string): When | null {
  const text = written.normalize("NFKC").trim();
  const cron = /^cron\s+(.+)$/u.exec(text);
  if (cron) return readCron(cron[1] ?? "");
  const parts = /^(.+?)\s*(\d{1,2}):(\d{2})$/u.exec(text);
  const minute = minuteOf(`${parts?.[2] ?? ""}:${parts?.[3] ?? ""}`);
  if (!parts || minute === null) return null;
  for (const [pattern, make] of readers) {
    const match = pattern.exec((parts[1] ?? "").trim());
    const rule = match ? make([...match]) : null;
    if (rule) return { rule, minute };
  }
  return null;
}

/** "7:00" → 420; null when it is no time of day. */
export function minuteOf(written: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(written.normalize("NFKC").trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  return match && hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

function weekly([, names = ""]: readonly string[]): DayRule {
  const days = [...names].map((c) => weekdays.indexOf(c)).filter((n) => n >= 0);
  return { kind: "weekly", weekdays: [...new Set(days)] };
}

function monthly(written: string, business: number): DayRule | null {
  const date = written === "末日" ? 0 : Number.parseInt(written, 10);
  return date <= 31 && (date > 0 || written === "末日")
    ? { kind: "monthly", date, business }
    : null;
}

function yearly([, m = "", d = ""]: readonly string[]): DayRule | null {
  const [month, date] = [Number(m), Number(d)];
  const real = month >= 1 && month <= 12 && date >= 1 && date <= 31;
  return real ? { kind: "yearly", month, date } : null;
}

const cronRanges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** Five fields: minute hour day month weekday; lists, ranges and steps. */
function readCron(text: string): When | null {
  const written = text.trim().split(/\s+/u);
  if (written.length !== 5) return null;
  const fields = written.map((field, i) => cronField(field, cronRanges[i] ?? [0, 0]));
  if (fields.some((f) => f === null)) return null;
  return { rule: { kind: "cron", fields: fields.flatMap((f) => f ?? []) }, minute: 0 };
}

function cronField(text: string, range: readonly [number, number]): Set<number> | null {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const numbers = cronPart(part, range);
    if (!numbers) return null;
    // Sunday may be written 7.
    for (const n of numbers) values.add(range[1] === 7 ? n % 7 : n);
  }
  return values;
}

function cronPart(part: string, [least, most]: readonly [number, number]): number[] | null {
  const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/u.exec(part);
  if (!match) return null;
  const [, a, b, every] = match;
  const from = Number(a ?? least);
  const alone = a !== undefined && every === undefined ? a : most;
  const to = Number(b ?? alone);
  const step = Number(every ?? 1);
  if (from < least || to > most || from > to || step < 1) return null;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}
