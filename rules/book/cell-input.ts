/** Turns the text of a record into what Excel would hold in a cell of that number format, and back. */
import { isoDate, readDate } from "../../core/index.ts";
import { textOfNumber } from "../formula/coerce.ts";
import { isoOfSerial, serialOfIso } from "../formula/serial.ts";
import { numberInText } from "../formula/text-number.ja.ts";
import { CellError, type Scalar, Uncomputable } from "../formula/value.ts";
import { isDateFormat, isTextFormat } from "../number-format/index.ts";

/** A number as people write it without any doubt: no leading zero, no exponent, no sign but minus. */
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

/**
 * Blanks around a number or a date do not count; around a text they stay. "@": stays text. A date format: its serial number. Another number format: the number it reads as. General: a number only
 * when it is written plainly (1000, -5, 0.5), so that 0123 and 1.2E+03 stay texts. What does not read stays text. "" is empty.
 */
export function cellInput(text: string, format: string, today: number): Scalar {
  if (text === "") return null;
  if (isTextFormat(format)) return text;
  const bare = text.trim();
  if (format === "General") return plainNumber.test(bare) ? Number(bare) : text;
  if (isDateFormat(format)) {
    const date = readDate(bare);
    const serial = date ? serialOfIso(isoDate(date)) : Number.NaN;
    return Number.isNaN(serial) ? text : serial;
  }
  return readNumber(text, today) ?? text;
}

function readNumber(text: string, today: number): number | null {
  try {
    return numberInText(text, today);
  } catch (error) {
    if (error instanceof Uncomputable) return null;
    throw error;
  }
}

/** A value as text for the case: numbers without grouping, dates as YYYY-MM-DD. Null for error values. */
export function cellText(v: Scalar, format: string): string | null {
  if (v instanceof CellError) return null;
  if (v === null) return "";
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  if (typeof v === "string") return v;
  return isDateFormat(format) ? isoOfSerial(v) : textOfNumber(v);
}
