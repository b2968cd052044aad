/** Reads cells that are written as the last one of their column was: by comparing bytes instead of taking them apart. */
import { lastRow } from "../formula/value.ts";
import type { CellCursor, CellHandler } from "./cell-cursor.ts";
import { CellShape } from "./cell-shape.ts";

const code = { lt: 0x3c, zero: 0x30, nine: 0x39, A: 0x41, Z: 0x5a, quote: 0x22 } as const;
/** How a cell begins that says where it stands. */
const opening = Buffer.from('<c r="');
const mostLetters = 3;

export class LikeAbove {
  readonly #bytes: Buffer;
  readonly #handler: CellHandler;
  /** By column. */
  readonly #shapes: (CellShape | null)[] = [];
  #col = 0;

  constructor(bytes: Buffer, handler: CellHandler) {
    this.#bytes = bytes;
    this.#handler = handler;
  }

  /** Remembers how a cell is written that was taken apart. */
  learn(cursor: CellCursor): void {
    const placed = this.#isPiece(opening, cursor.whole.start);
    this.#shapes[cursor.col] = placed ? CellShape.of(this.#bytes, cursor) : null;
  }

  /** Puts the cursor on the cell that begins here and gives its end; -1 when it must be taken apart. */
  cellEnd(cursor: CellCursor, start: number): number {
    if (!this.#isPiece(opening, start)) return -1;
    const quoteAt = this.#placeEnd(cursor.row, start + opening.length);
    const shape = this.#shapes[this.#col];
    if (quoteAt < 0 || !shape || !this.#isPiece(shape.head, quoteAt)) return -1;
    cursor.whole.start = start;
    shape.begin(cursor, quoteAt);
    const end = this.#contentEnd(cursor, shape, quoteAt + shape.head.length);
    if (end < 0) return -1;
    cursor.col = this.#col;
    cursor.whole.end = end;
    return end;
  }

  #contentEnd(cursor: CellCursor, shape: CellShape, from: number): number {
    let at = from;
    if (shape.hasFormulaText) {
      at = this.#formulaEnd(cursor, from);
      shape.endFormula(cursor, at);
    }
    if (!this.#isPiece(shape.middle, at)) return -1;
    at += shape.middle.length;
    if (!shape.hasText) return at;
    const end = this.#textEnd(at);
    if (end === at || !this.#isPiece(shape.tail, end)) return -1;
    shape.text(cursor, at, end);
    return end + shape.tail.length;
  }

  #formulaEnd(cursor: CellCursor, start: number): number {
    const plain = cursor.formulaAttributes.start === cursor.formulaAttributes.end;
    const known = plain ? (this.#handler.formulaEnd?.(this.#col, cursor.row, start) ?? -1) : -1;
    return known >= 0 && this.#bytes[known] === code.lt ? known : this.#textEnd(start);
  }

  #textEnd(from: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = from;
    while (at < length && bytes[at] !== code.lt) at++;
    return at;
  }

  /** The quote behind a place in this row, whose column becomes `#col`; -1 for other places. */
  #placeEnd(row: number, from: number): number {
    const bytes = this.#bytes;
    let at = from;
    let col = 0;
    let b = bytes[at] ?? 0;
    for (; b >= code.A && b <= code.Z && at < from + mostLetters; b = bytes[++at] ?? 0)
      col = col * 26 + b - code.A + 1;
    let n = 0;
    for (; b >= code.zero && b <= code.nine && n <= lastRow; b = bytes[++at] ?? 0)
      n = n * 10 + b - code.zero;
    this.#col = col - 1;
    return col > 0 && n === row + 1 && b === code.quote ? at : -1;
  }

  #isPiece(piece: Uint8Array, from: number): boolean {
    const bytes = this.#bytes;
    const { length } = piece;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== piece[i]) return false;
    return true;
  }
}
