/** DATEDIF: whole years, months and days between two dates. */
import { dateOf, serialOf } from "../formula/serial.ts";
import { cellErrors, type Scalar, Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";

/** `from` and `to` are whole serial numbers, from ≤ to. */
export function difference(from: number, to: number, unit: string): Scalar {
  const a = dateOf(from);
  const b = dateOf(to);
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case "D":
      return to - from;
    case "M":
      return months;
    case "Y":
      return Math.floor(months / 12);
    case "YM":
      return months % 12;
    case "YD":
      return (
        to -
        serialOf(
          a.month * 100 + a.day > b.month * 100 + b.day ? b.year - 1 : b.year,
          a.month,
          a.day,
        )
      );
    case "MD":
      // Microsoft's own page says that "MD" may give wrong results: no value to rely on when the day of month falls back.
      if (b.day >= a.day) return b.day - a.day;
      throw new Uncomputable("construct", "DATEDIF", uncomputableText.unit("DATEDIF", "MD"));
    default:
      return cellErrors.num;
  }
}
