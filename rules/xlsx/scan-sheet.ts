/**
 * Runs through the cells of a sheet byte by byte, without a string or an object per cell. It knows the way spreadsheet
 * programs write sheets; whatever is written in another way is left to the careful reader (read-sheet.ts).
 */
import { lastColumn, lastRow } from "../formula/value.ts";
import { CellCursor, type CellHandler, noSpan } from "./cell-cursor.ts";
import { LikeAbove } from "./like-above.ts";

/** Thrown when a sheet is written in a way that only the careful reader understands. */
export class Unusual extends Error {
  override readonly name = "Unusual";
}
const unusual = new Unusual("unusual");

const code = {
  lt: 0x3c,
  gt: 0x3e,
  slash: 0x2f,
  equals: 0x3d,
  quote: 0x22,
  space: 0x20,
  ampersand: 0x26,
  r: 0x72,
  s: 0x73,
  t: 0x74,
  c: 0x63,
  v: 0x76,
  f: 0x66,
  i: 0x69,
  zero: 0x30,
  nine: 0x39,
  A: 0x41,
  Z: 0x5a,
} as const;

const isSpace = (b: number | undefined): boolean =>
  b === code.space || b === 0x0a || b === 0x0d || b === 0x09;

/** Types of cells by the length of their name, the frequent ones first. */
const types: Readonly<Record<number, readonly (readonly [written: string, type: string])[]>> = {
  1: [
    ["s", "s"],
    ["b", "b"],
    ["e", "e"],
    ["n", "n"],
    ["d", "d"],
  ],
  3: [["str", "t"]],
  9: [["inlineStr", "i"]],
};

/** Reports every cell from behind "<sheetData>" on; gives the place of "</sheetData>". Throws Unusual. */
export function scanCells(bytes: Buffer, from: number, handler: CellHandler): number {
  return new SheetScanner(bytes, from, handler).scan();
}

class SheetScanner {
  readonly #bytes: Buffer;
  readonly #handler: CellHandler;
  readonly #cursor = new CellCursor();
  readonly #name = noSpan();
  readonly #attribute = noSpan();
  readonly #likeAbove: LikeAbove;
  #at: number;

  constructor(bytes: Buffer, from: number, handler: CellHandler) {
    this.#bytes = bytes;
    this.#at = from;
    this.#handler = handler;
    this.#likeAbove = new LikeAbove(bytes, handler);
  }

  scan(): number {
    const bytes = this.#bytes;
    for (;;) {
      this.#skipSpace();
      const start = this.#at;
      if (bytes[start + 1] === code.slash) {
        this.#expect("</sheetData>");
        return start;
      }
      this.#expect("<row");
      this.#row();
    }
  }

  #row(): void {
    this.#rowTag();
    if (!this.#isOpen()) return;
    for (;;) {
      this.#skipSpace();
      const next = this.#bytes[this.#at + 1];
      if (next === code.slash) {
        this.#expect("</row>");
        return;
      }
      if (next !== code.c || this.#bytes[this.#at] !== code.lt) throw unusual;
      const end = this.#likeAbove.cellEnd(this.#cursor, this.#at);
      if (end < 0) this.#cell();
      else {
        this.#at = end;
        this.#handler.cell(this.#cursor);
      }
    }
  }

  #rowTag(): void {
    let row = this.#cursor.row + 1;
    let hidden = false;
    while (this.#nextAttribute()) {
      const { start, end } = this.#name;
      if (end - start === 1 && this.#bytes[start] === code.r) row = this.#wholeNumber() - 1;
      else if (end - start === 6 && this.#bytes.toString("latin1", start, end) === "hidden")
        hidden = /^(?:1|true)$/.test(this.#attributeText());
    }
    if (row < 0 || row > lastRow) throw unusual;
    this.#cursor.row = row;
    this.#cursor.col = -1;
    this.#handler.row(row, hidden);
  }

  #cell(): void {
    const cursor = this.#cursor;
    cursor.whole.start = this.#at;
    this.#at += 2;
    cursor.col++;
    cursor.style = 0;
    cursor.type = "n";
    cursor.metadata = false;
    cursor.styled = false;
    cursor.special = false;
    cursor.value.start = -1;
    cursor.formula.start = -1;
    cursor.inline.start = -1;
    cursor.attributes.start = this.#at;
    while (this.#nextAttribute()) this.#cellAttribute();
    cursor.attributes.end = this.#at;
    if (this.#isOpen()) this.#cellContent();
    cursor.whole.end = this.#at;
    this.#likeAbove.learn(cursor);
    this.#handler.cell(cursor);
  }

  #cellAttribute(): void {
    const { start, end } = this.#name;
    const cursor = this.#cursor;
    const letter = end - start === 1 ? this.#bytes[start] : undefined;
    if (letter === code.r) this.#place();
    else if (letter === code.t) cursor.type = this.#type();
    else if (letter === code.s) {
      cursor.style = this.#wholeNumber();
      cursor.styled = true;
    } else {
      cursor.special = true;
      if (this.#bytes.toString("latin1", start, end) === "cm") cursor.metadata = true;
    }
  }

  #type(): string {
    const { start, end } = this.#attribute;
    const letters = types[end - start] ?? [];
    for (const [written, type] of letters) if (this.#isWritten(written, start)) return type;
    throw unusual;
  }

  #isWritten(text: string, start: number): boolean {
    const bytes = this.#bytes;
    for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** B12: where the cell says that it stands. */
  #place(): void {
    const bytes = this.#bytes;
    let { start } = this.#attribute;
    let col = 0;
    for (let b = bytes[start] ?? 0; b >= code.A && b <= code.Z; b = bytes[++start] ?? 0)
      col = col * 26 + b - 64;
    this.#attribute.start = start;
    const row = this.#wholeNumber() - 1;
    if (col < 1 || col > lastColumn + 1 || row < 0 || row > lastRow) throw unusual;
    this.#cursor.col = col - 1;
    this.#cursor.row = row;
  }

  #cellContent(): void {
    const bytes = this.#bytes;
    for (;;) {
      if (bytes[this.#at] !== code.lt) this.#skipSpace();
      if (bytes[this.#at] !== code.lt) throw unusual;
      const next = bytes[this.#at + 1];
      if (next === code.slash) {
        this.#expect("</c>");
        return;
      }
      if (next === code.v) this.#value();
      else if (next === code.f) this.#formula();
      else if (next === code.i) this.#inline();
      else throw unusual;
    }
  }

  #value(): void {
    this.#at += 2;
    while (this.#nextAttribute());
    const open = this.#isOpen();
    this.#cursor.value.start = this.#at;
    this.#cursor.value.end = open ? this.#textEnd() : this.#at;
    if (open) this.#expect("</v>");
  }

  #formula(): void {
    const { formula, formulaText, formulaAttributes } = this.#cursor;
    formula.start = this.#at;
    this.#at += 2;
    formulaAttributes.start = this.#at;
    while (this.#nextAttribute());
    formulaAttributes.end = this.#at;
    const open = this.#isOpen();
    formulaText.start = this.#at;
    formulaText.end = open ? this.#textEnd() : this.#at;
    if (open) this.#expect("</f>");
    formula.end = this.#at;
  }

  #inline(): void {
    this.#expect("<is>");
    this.#expect("<t");
    while (this.#nextAttribute());
    const open = this.#isOpen();
    this.#cursor.inline.start = this.#at;
    this.#cursor.inline.end = open ? this.#textEnd() : this.#at;
    if (open) this.#expect("</t>");
    this.#expect("</is>");
  }

  /** Moves to the next "<". */
  #textEnd(): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = this.#at;
    while (at < length && bytes[at] !== code.lt) at++;
    this.#at = at;
    return at;
  }

  /** Reads name="value" into `#name` and `#attribute`; false at the end of the tag. */
  #nextAttribute(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    let b = bytes[at];
    if (b === code.gt || b === code.slash) return false;
    if (!isSpace(b)) throw unusual;
    while (isSpace(b)) b = bytes[++at];
    this.#at = at;
    if (b === code.gt || b === code.slash) return false;
    this.#name.start = at;
    while (isNamePart(b)) b = bytes[++at];
    this.#name.end = at;
    if (b !== code.equals || bytes[at + 1] !== code.quote) throw unusual;
    at += 2;
    this.#attribute.start = at;
    for (b = bytes[at]; b !== code.quote; b = bytes[++at])
      if (b === undefined || b === code.lt || b === code.ampersand) throw unusual;
    this.#attribute.end = at;
    this.#at = at + 1;
    return true;
  }

  /** Steps behind the ">" of a tag; false when the element has no content. */
  #isOpen(): boolean {
    const empty = this.#bytes[this.#at] === code.slash;
    if (empty) this.#at++;
    if (this.#bytes[this.#at] !== code.gt) throw unusual;
    this.#at++;
    return !empty;
  }

  #attributeText(): string {
    return this.#bytes.toString("latin1", this.#attribute.start, this.#attribute.end);
  }

  #wholeNumber(): number {
    const { start, end } = this.#attribute;
    if (start >= end || end - start > 9) throw unusual;
    let n = 0;
    for (let at = start; at < end; at++) {
      const b = this.#bytes[at] ?? 0;
      if (b < code.zero || b > code.nine) throw unusual;
      n = n * 10 + b - code.zero;
    }
    return n;
  }

  #expect(text: string): void {
    const bytes = this.#bytes;
    for (let i = 0; i < text.length; i++)
      if (bytes[this.#at + i] !== text.charCodeAt(i)) throw unusual;
    this.#at += text.length;
  }

  #skipSpace(): void {
    while (isSpace(this.#bytes[this.#at])) this.#at++;
  }
}

/** Letters, digits and the colon of a prefix. */
function isNamePart(b: number | undefined): boolean {
  if (b === undefined) return false;
  return (b >= 0x61 && b <= 0x7a) || (b >= 0x41 && b <= 0x5a) || (b >= 0x30 && b <= 0x3a);
}
