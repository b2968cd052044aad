/** Excel's day numbers (1900 system, with its 29 February 1900) to and from calendar dates. */

export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 9999-12-31. */
export const lastSerial = 2_958_465;
const dayMs = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/** Serial number of a date; months and days outside their range roll over. NaN before 1900 or after 9999. */
export function serialOf(year: number, month: number, day: number): number {
  const t = new Date(Date.UTC(2000, 0, 1));
  t.setUTCFullYear(year, month - 1, day);
  const days = Math.round((t.getTime() - epoch) / dayMs);
  // Excel believes that 1900 was a leap year: days before 1 March 1900 count one less.
  const serial = days < 61 ? days - 1 : days;
  return serial >= 0 && serial <= lastSerial ? serial : Number.NaN;
}

/** Calendar date of a serial number (fractions are time of day). 0 is "1900-01-00", 60 is the day that never was. */
export function dateOf(serial: number): Ymd {
  const whole = Math.floor(serial);
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const t = new Date(epoch + (whole < 60 ? whole + 1 : whole) * dayMs);
  return { year: t.getUTCFullYear(), month: t.getUTCMonth() + 1, day: t.getUTCDate() };
}

/** Days of a month as Excel counts them. */
export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 = Sunday … 7 = Saturday, as Excel says (wrong by design before March 1900). */
export function weekdayOf(serial: number): number {
  return ((Math.floor(serial) + 6) % 7) + 1;
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
