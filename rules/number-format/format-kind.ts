/** What a number format makes of a cell: a date, a text, or a number. */
import { parseFormat } from "./parse-format.ts";

/** True when the format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const section = parseFormat(format)?.sections[0];
  return section?.kind === "date";
}

export function isTextFormat(format: string): boolean {
  return format.trim() === "@";
}
