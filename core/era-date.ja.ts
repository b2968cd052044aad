/** Japanese era dates (和暦) and calendar dates: one reader for forms, check books and screens. */

/** A calendar date without time or zone. */
export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Era {
  readonly letter: string;
  readonly names: readonly string[];
  /** First day as YYYYMMDD number. */
  readonly from: number;
  readonly to: number;
}

// Source: 元号を改める政令 (大正, 昭和, 平成, 令和); 明治 counts from the calendar reform of 1873 (太陽暦).
const eras: readonly Era[] = [
  { letter: "R", names: ["令和", "令"], from: 20190501, to: 99991231 },
  { letter: "H", names: ["平成", "平"], from: 19890108, to: 20190430 },
  { letter: "S", names: ["昭和", "昭"], from: 19261225, to: 19890107 },
  { letter: "T", names: ["大正", "大"], from: 19120730, to: 19261224 },
  { letter: "M", names: ["明治", "明"], from: 18730101, to: 19120729 },
];

const number = (d: LocalDate): number => d.year * 10_000 + d.month * 100 + d.day;

/** Year 1 of an era; 明治 began in 1868 though its dates are read from 1873 only. */
const firstYear = (e: Era): number => (e.letter === "M" ? 1868 : Math.floor(e.from / 10_000));

/** True when the date exists in the Gregorian calendar. */
export function isRealDate(d: LocalDate): boolean {
  const t = new Date(Date.UTC(d.year, d.month - 1, d.day));
  t.setUTCFullYear(d.year);
  return t.getUTCMonth() === d.month - 1 && t.getUTCDate() === d.day && d.year >= 1;
}

/**
 * Reads R7.4.1, 令和7年4月1日, 令7/4/1, 令和元年5月1日, 2025-04-01, 2025/4/1, 2025年4月1日 (full width too).
 * Null for anything else, for dates that do not exist and for dates outside their era (R1.4.30).
 */
export function readDate(written: string): LocalDate | null {
  const text = written.normalize("NFKC").replace(/\s/g, "");
  return readWestern(text) ?? readEra(text);
}

function readWestern(text: string): LocalDate | null {
  const m = /^(\d{4})(?:[/.-](\d{1,2})[/.-](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u.exec(text);
  if (!m) return null;
  const date = { year: Number(m[1]), month: Number(m[2] ?? m[4]), day: Number(m[3] ?? m[5]) };
  return isRealDate(date) ? date : null;
}

function readEra(text: string): LocalDate | null {
  const m =
    /^(\D{1,2})(\d{1,2}|元)(?:[/.-](\d{1,2})[/.-](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u.exec(text);
  if (!m) return null;
  const word = (m[1] ?? "").toUpperCase();
  const era = eras.find((e) => e.letter === word || e.names.includes(word));
  if (!era) return null;
  const year = firstYear(era) - 1 + (m[2] === "元" ? 1 : Number(m[2]));
  const date = { year, month: Number(m[3] ?? m[5]), day: Number(m[4] ?? m[6]) };
  return isRealDate(date) && number(date) >= era.from && number(date) <= era.to ? date : null;
}

/** YYYY-MM-DD. */
export function isoDate(d: LocalDate): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(d.year).padStart(4, "0")}-${two(d.month)}-${two(d.day)}`;
}

/** The era and year of a date, for example { letter: "R", name: "令和", year: 8 }; null before 1873. */
export function eraOf(d: LocalDate): { letter: string; name: string; year: number } | null {
  const era = eras.find((e) => number(d) >= e.from && number(d) <= e.to);
  if (!era) return null;
  return { letter: era.letter, name: era.names[0] ?? "", year: d.year - firstYear(era) + 1 };
}
