/** Values of cells from the bytes of a sheet: numbers without a string in between, a text that repeats is made once. */
import { errorOf, type Scalar } from "../formula/value.ts";
import type { FormulaData } from "./book-data.ts";
import type { CellCursor, Span } from "./cell-cursor.ts";
import type { SharedText } from "./shared-strings.ts";
import { decodeEntities, decodeEscapes } from "./xml.ts";

const zero = 0x30;
const nine = 0x39;
const minus = 0x2d;
const dot = 0x2e;
/** Whole numbers of so many digits, and powers of ten up to 10^22, are exact: their quotient is rounded once. */
const exactDigits = 15;
const powers = Array.from({ length: exactDigits + 1 }, (_, i) => 10 ** i);

/** Null for what is no number, as the careful reader says. Throws BadXml. */
export function numberIn(bytes: Buffer, start: number, end: number): number | null {
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  const point = digitsEnd(bytes, first, end);
  const last = point < end && bytes[point] === dot ? digitsEnd(bytes, point + 1, end) : point;
  if (last !== end || first === end || end - first > exactDigits)
    return readNumber(textIn(bytes, start, end));
  let n = 0;
  for (let at = first; at < end; at++) if (at !== point) n = n * 10 + (bytes[at] ?? 0) - zero;
  if (point < end) n /= powers[end - point - 1] ?? 1;
  return negative && n !== 0 ? -n : n;
}

function digitsEnd(bytes: Buffer, from: number, end: number): number {
  let at = from;
  for (let b = bytes[at] ?? 0; at < end && b >= zero && b <= nine; b = bytes[++at] ?? 0);
  return at;
}

function readNumber(text: string): number | null {
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

/** The characters of a piece of XML. Throws BadXml. */
export function textIn(bytes: Buffer, start: number, end: number): string {
  return decodeEntities(bytes.toString("utf8", start, end));
}

interface Last {
  start: number;
  end: number;
  text: string;
}

/** Values of the cells of one sheet. */
export class CellValues {
  readonly #bytes: Buffer;
  readonly #strings: readonly SharedText[];
  /** Text last seen in each column. */
  readonly #last: Last[] = [];

  constructor(bytes: Buffer, strings: readonly SharedText[]) {
    this.#bytes = bytes;
    this.#strings = strings;
  }

  valueOf(cell: CellCursor): Scalar {
    const { value, inline, type } = cell;
    if (inline.start >= 0) return this.#text(cell.col, inline);
    if (value.start < 0) return null;
    switch (type) {
      case "n":
        return numberIn(this.#bytes, value.start, value.end);
      case "s":
        return this.#shared(value)?.text ?? null;
      case "t":
      case "i":
        return this.#text(cell.col, value);
      case "b":
        return /^(?:1|true)$/.test(this.#raw(value));
      case "e":
        return errorOf(this.#raw(value));
      default:
        return this.#raw(value);
    }
  }

  phoneticOf(cell: CellCursor): string | null {
    if (cell.type !== "s" || cell.value.start < 0 || cell.inline.start >= 0) return null;
    return this.#shared(cell.value)?.phonetic ?? null;
  }

  #shared(value: Span): SharedText | undefined {
    return this.#strings[numberIn(this.#bytes, value.start, value.end) ?? -1];
  }

  #raw(span: Span): string {
    return textIn(this.#bytes, span.start, span.end);
  }

  #text(col: number, span: Span): string {
    const last = this.#last[col];
    if (last && this.#isSame(last, span)) return last.text;
    const text = decodeEscapes(this.#raw(span));
    if (last) {
      last.start = span.start;
      last.end = span.end;
      last.text = text;
    } else this.#last[col] = { start: span.start, end: span.end, text };
    return text;
  }

  #isSame(a: Span, b: Span): boolean {
    const size = a.end - a.start;
    if (size !== b.end - b.start) return false;
    const bytes = this.#bytes;
    for (let i = size - 1; i >= 0; i--) if (bytes[a.start + i] !== bytes[b.start + i]) return false;
    return true;
  }
}

/** What the file says of the formula of a cell; its text is still to be decoded. Null for a cell without one. */
export function formulaOf(
  bytes: Buffer,
  cell: CellCursor,
  textOf: (start: number, end: number) => string,
): FormulaData | null {
  if (cell.formula.start < 0) return null;
  const text = textOf(cell.formulaText.start, cell.formulaText.end);
  const { start, end } = cell.formulaAttributes;
  if (start === end) return { text, kind: "normal", ref: null, sharedIndex: null, dynamic: false };
  const attributes = bytes.toString("latin1", start, end);
  const get = (name: string): string | null =>
    new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
  const written = get("t") ?? "normal";
  const kind = written === "array" || written === "shared" ? written : "normal";
  return {
    text,
    kind: written === "dataTable" ? "data-table" : kind,
    ref: get("ref"),
    sharedIndex: get("si"),
    // Excel marks array formulas that spill with cell metadata (cm); there is no other kind of it on formulas.
    dynamic: kind === "array" && cell.metadata,
  };
}
