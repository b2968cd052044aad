/** Excel's day numbers to and from calendar dates: the 1900 system with its 29 February 1900, or that of books from old Macs. */

export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 9999-12-31 in the 1900 system. */
const lastDay = 2_958_465;
/** In the 1904 system day 0 is 1904-01-01; the 1900 system calls that day 1462. */
export const daysTo1904 = 1462;

// Which system counts is a trait of the book, like the number of cells that a formula may make (startCount): whoever
// begins a computation says so, and the many functions of dates need not hand it on.
let firstDay = 0;

/** Does some work with the dates of a book as that book counts them. */
export function inDateSystem<T>(date1904: boolean, work: () => T): T {
  const before = firstDay;
  firstDay = date1904 ? daysTo1904 : 0;
  try {
    return work();
  } finally {
    firstDay = before;
  }
}

/** Whether the book that is being computed counts from 1904: only there are dates and times below 0. */
export const countsFrom1904 = (): boolean => firstDay > 0;

/** Serial number of 9999-12-31. */
export const lastSerial = (): number => lastDay - firstDay;

/** Serial number of a date; months and days outside their range roll over. NaN before day 0 or after 9999. */
export function serialOf(year: number, month: number, day: number): number {
  const months = Math.trunc(year) * 12 + Math.trunc(month) - 1;
  const days = daysBefore(months) + Math.trunc(day);
  // Excel believes that 1900 was a leap year: days before 1 March 1900 count one less.
  const serial = (days < 61 ? days - 1 : days) - firstDay;
  return serial >= 0 && serial <= lastSerial() ? serial : Number.NaN;
}

/** Days from 1899-12-30 to the last day before a month, counted in months from year 0. */
function daysBefore(months: number): number {
  // Years that begin in March have their leap day at the end.
  const shifted = months - 2;
  const year = Math.floor(shifted / 12);
  const month = shifted - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * month + 2) / 5) - daysToEpoch;
}

/** From 0000-03-01 to 1899-12-30, less one. */
const daysToEpoch = 693_900;

/**
 * Calendar date of a serial number (fractions are time of day). In the 1900 system 0 is "1900-01-00", 60 is the day that
 * never was.
 */
export function dateOf(serial: number): Ymd {
  const whole = Math.floor(serial) + firstDay;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  return calendarDate((whole < 60 ? whole + 1 : whole) + daysToEpoch - 1);
}

/** Days of four hundred, one hundred, four years and one year that begin in March. */
const cycle = { era: 146_097, century: 36_524, leap: 1_460, year: 365 } as const;

/** `days` counts from 0000-03-01. */
function calendarDate(days: number): Ymd {
  const era = Math.floor(days / cycle.era);
  const inEra = days - era * cycle.era;
  const year = Math.floor(
    (inEra -
      Math.floor(inEra / cycle.leap) +
      Math.floor(inEra / cycle.century) -
      Math.floor(inEra / (cycle.era - 1))) /
      cycle.year,
  );
  const inYear = inEra - (year * 365 + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const late = month >= 10;
  return { year: era * 400 + year + (late ? 1 : 0), month: month + (late ? -9 : 3), day };
}

/** Days of a month as Excel counts them. */
export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 = Sunday … 7 = Saturday, as Excel says (wrong by design before March 1900). */
export function weekdayOf(serial: number): number {
  return ((Math.floor(serial) + firstDay + 6) % 7) + 1;
}

export interface Hms {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Time of day, rounded to the second. */
export function timeOf(serial: number): Hms {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const within = seconds === 86_400 ? 86_399 : seconds;
  return {
    hour: Math.floor(within / 3600),
    minute: Math.floor(within / 60) % 60,
    second: within % 60,
  };
}

/** Serial of "YYYY-MM-DD"; NaN when it is not one. */
export function serialOfIso(iso: string): number {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return m ? serialOf(Number(m[1]), Number(m[2]), Number(m[3])) : Number.NaN;
}

/** "YYYY-MM-DD" of a serial number. */
export function isoOfSerial(serial: number): string {
  const d = dateOf(serial);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(d.year).padStart(4, "0")}-${two(d.month)}-${two(d.day)}`;
}

/** Serial of a date that the calendar has; null for all others. */
export function realDay(year: number, month: number, day: number): number | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const serial = serialOf(year, month, day);
  return Number.isNaN(serial) ? null : serial;
}
