/** The serial number of an instant as an office in Japan sees it. */
import { daysTo1904 } from "./serial.ts";

const dayMs = 86_400_000;
/** 1970-01-01. */
const unixEpoch = 25_569;

/** `date1904`: as a book counts that begins in 1904. */
export function momentOf(now: Date, date1904 = false): number {
  const local = now.getTime() + 9 * 3_600_000;
  return local / dayMs + unixEpoch - (date1904 ? daysTo1904 : 0);
}
