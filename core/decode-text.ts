/** Turns the bytes of a clerk's text file into text: UTF-8, UTF-16 or Shift_JIS, never mojibake in silence. */
import type { ProblemRow } from "./buka-error.ts";
import { textProblem } from "./messages.ja.ts";
import { type Parsed, ProblemBook } from "./problem.ts";

type Facts = Record<never, never>;

/**
 * Reads UTF-8 (with or without BOM) silently, UTF-16 and Shift_JIS with a warning that says how to save as UTF-8.
 * Anything else is a problem (YML053), on the first line that cannot be read when others can. `file` is the name shown in problems. Never throws.
 */
export function decodeText(bytes: Uint8Array, file: string): Parsed<string> {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe)
    return converted(bytes, "utf-16le", file);
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff)
    return converted(bytes, "utf-16be", file);
  const bare = bareUtf16(bytes);
  if (bare && !isUtf8Text(bytes)) return converted(bytes, bare, file);
  if (bytes.subarray(0, 4096).includes(0)) return refused(file);
  const utf8 = strict(bytes, "utf-8");
  if (utf8 !== null) return { ok: true, value: utf8, problems: [] };
  return converted(bytes, "shift_jis", file);
}

function converted(bytes: Uint8Array, encoding: string, file: string): Parsed<string> {
  const value = strict(bytes, encoding);
  if (value === null) return refused(file, encoding === "shift_jis" ? damagedLine(bytes) : 1);
  const row = encoding === "shift_jis" ? textProblem.shiftJis : textProblem.utf16;
  return { ok: true, value, problems: oneProblem(row, file, value) };
}

function refused(file: string, line = 1): Parsed<string> {
  const book = new ProblemBook(file, new Array<string>(line).fill(""));
  book.add(textProblem.notText, {}, book.place(line, 1));
  return { ok: false, problems: book.problems };
}

const lineFeed = 0x0a;

/** First line that is neither; in both encodings no other sign contains a line feed. */
function damagedLine(bytes: Uint8Array): number {
  let line = 1;
  let readable = { "utf-8": true, shift_jis: true };
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found + 1;
    const text = bytes.subarray(start, end);
    readable = {
      "utf-8": readable["utf-8"] && strict(text, "utf-8") !== null,
      shift_jis: readable.shift_jis && strict(text, "shift_jis") !== null,
    };
    if (!readable["utf-8"] && !readable.shift_jis) return line;
    start = end;
  }
  return 1;
}

function oneProblem(row: ProblemRow<Facts>, file: string, text: string): ProblemBook["problems"] {
  const end = text.search(/[\r\n]/u);
  const book = new ProblemBook(file, [end < 0 ? text : text.slice(0, end)]);
  book.add(row, {}, book.place(1, 1));
  return book.problems;
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Letters beyond ASCII in proper UTF-8: a zero between them is damage, not UTF-16. */
function isUtf8Text(bytes: Uint8Array): boolean {
  return bytes.some((b) => b >= 0x80) && strict(bytes, "utf-8") !== null;
}

/** UTF-16 without BOM: line feeds and ASCII give zeros on one side only. */
function bareUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (odd > 0 && even === 0) return "utf-16le";
  return even > 0 && odd === 0 ? "utf-16be" : null;
}
