/** National holidays of Japan (国民の祝日に関する法律) from 2000 to 2099, by rule: no table to buy, no time zone to trip over. */

/** A calendar date as YYYY-MM-DD; never a moment. */
export type Day = string;

const dayMillis = 86_400_000;

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMillis).toISOString().slice(0, 10);
}

/** 0 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export const dayOf = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** The `nth` Monday of a month. */
function monday(year: number, month: number, nth: number): Day {
  const first = weekdayOf(dayOf(year, month, 1));
  return dayOf(year, month, 1 + ((8 - first) % 7) + (nth - 1) * 7);
}

/** Days of the equinoxes as astronomers reckon them for 1980–2099; the law leaves the day to the gazette of February. */
const equinox = (year: number, base: number): number =>
  Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

type Rule = readonly [name: string, from: number, to: number, day: (year: number) => Day];

const fixed =
  (month: number, date: number) =>
  (year: number): Day =>
    dayOf(year, month, date);
const nthMonday =
  (month: number, nth: number) =>
  (year: number): Day =>
    monday(year, month, nth);

/** Games of Tokyo and accessions moved or added days by laws of their own. */
const rules: readonly Rule[] = [
  ["元日", 2000, 2099, fixed(1, 1)],
  ["成人の日", 2000, 2099, nthMonday(1, 2)],
  ["建国記念の日", 2000, 2099, fixed(2, 11)],
  ["天皇誕生日", 2020, 2099, fixed(2, 23)],
  ["春分の日", 2000, 2099, (y) => dayOf(y, 3, equinox(y, 20.8431))],
  ["みどりの日", 2000, 2006, fixed(4, 29)],
  ["昭和の日", 2007, 2099, fixed(4, 29)],
  ["天皇の即位の日", 2019, 2019, fixed(5, 1)],
  ["憲法記念日", 2000, 2099, fixed(5, 3)],
  ["みどりの日", 2007, 2099, fixed(5, 4)],
  ["こどもの日", 2000, 2099, fixed(5, 5)],
  ["海の日", 2000, 2002, fixed(7, 20)],
  ["海の日", 2003, 2019, nthMonday(7, 3)],
  ["海の日", 2020, 2020, fixed(7, 23)],
  ["海の日", 2021, 2021, fixed(7, 22)],
  ["海の日", 2022, 2099, nthMonday(7, 3)],
  ["スポーツの日", 2020, 2020, fixed(7, 24)],
  ["スポーツの日", 2021, 2021, fixed(7, 23)],
  ["山の日", 2016, 2019, fixed(8, 11)],
  ["山の日", 2020, 2020, fixed(8, 10)],
  ["山の日", 2021, 2021, fixed(8, 8)],
  ["山の日", 2022, 2099, fixed(8, 11)],
  ["敬老の日", 2000, 2002, fixed(9, 15)],
  ["敬老の日", 2003, 2099, nthMonday(9, 3)],
  ["秋分の日", 2000, 2099, (y) => dayOf(y, 9, equinox(y, 23.2488))],
  ["体育の日", 2000, 2019, nthMonday(10, 2)],
  ["即位礼正殿の儀の行われる日", 2019, 2019, fixed(10, 22)],
  ["スポーツの日", 2022, 2099, nthMonday(10, 2)],
  ["文化の日", 2000, 2099, fixed(11, 3)],
  ["勤労感謝の日", 2000, 2099, fixed(11, 23)],
  ["天皇誕生日", 2000, 2018, fixed(12, 23)],
];

const substitute = "振替休日";
const between = "国民の休日";
const years = new Map<number, ReadonlyMap<Day, string>>();

function holidaysOf(year: number): ReadonlyMap<Day, string> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<Day, string>();
  for (const [name, from, to, day] of rules)
    if (year >= from && year <= to) days.set(day(year), name);
  const own = [...days.keys()].sort();
  for (const day of own.filter((d) => weekdayOf(d) === 0)) {
    const next = substituteFor(day, year, days);
    if (next !== null) days.set(next, substitute);
  }
  for (const day of own) {
    const middle = addDays(day, 1);
    const enclosed = own.includes(addDays(day, 2)) && !days.has(middle) && weekdayOf(middle) !== 0;
    if (enclosed) days.set(middle, between);
  }
  years.set(year, days);
  return days;
}

/** Since 2007 the next day that is no holiday itself; before that the Monday only. */
function substituteFor(sunday: Day, year: number, days: ReadonlyMap<Day, string>): Day | null {
  let next = addDays(sunday, 1);
  while (year >= 2007 && days.has(next)) next = addDays(next, 1);
  return days.has(next) ? null : next;
}

/** Name of the holiday, or null. Days outside 2000–2099 have none. */
export function holidayName(day: Day): string | null {
  return holidaysOf(Number(day.slice(0, 4))).get(day) ?? null;
}
