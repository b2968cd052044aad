/** How a cell is written around what it holds: the next cell of its column is mostly written alike and is read by comparing. */
import { CellCursor, type Span } from "./cell-cursor.ts";

const quote = 0x22;
/** From "<c" to the first letter of the place: `<c r="`. */
const placeOffset = 6;
/** Length of "</f>". */
const formulaClosing = 4;

export class CellShape {
  /** From the quote behind the place to the first text that is another in every row, or to the end of the cell. */
  readonly head: Uint8Array;
  /** Whether a formula text follows the head; a value follows what stands behind it. */
  readonly hasFormulaText: boolean;
  /** Between the text of the formula and the value, or the end of the cell. */
  readonly middle: Uint8Array;
  readonly hasText: boolean;
  /** Behind the value. */
  readonly tail: Uint8Array;
  readonly #inline: boolean;
  readonly #like: CellCursor;
  /** The place of the quote in the cell that was learnt. */
  readonly #quote: number;

  private constructor(bytes: Uint8Array, cursor: CellCursor, quoteAt: number) {
    const { formulaText, inline, value, whole } = cursor;
    const text = inline.start >= 0 ? inline : value;
    this.#inline = inline.start >= 0;
    this.#like = copyOf(cursor);
    this.#quote = quoteAt;
    this.hasText = text.start >= 0;
    this.hasFormulaText = cursor.formula.start >= 0 && formulaText.end > formulaText.start;
    const ends = this.hasText ? text.start : whole.end;
    this.head = bytes.slice(quoteAt, this.hasFormulaText ? formulaText.start : ends);
    this.middle = bytes.slice(this.hasFormulaText ? formulaText.end : ends, ends);
    this.tail = bytes.slice(this.hasText ? text.end : whole.end, whole.end);
  }

  /** Null for cells that are not worth it: without a place in front, with empty texts, with two texts. */
  static of(bytes: Uint8Array, cursor: CellCursor): CellShape | null {
    const { attributes, formula, inline, value, whole } = cursor;
    const isEmpty = (span: Span): boolean => span.start >= 0 && span.start === span.end;
    if (isEmpty(value) || isEmpty(inline) || (inline.start >= 0 && value.start >= 0)) return null;
    const text = inline.start >= 0 ? inline : value;
    if (formula.start >= 0 && text.start >= 0 && text.start < formula.end) return null;
    const quoteAt = bytes.indexOf(quote, whole.start + placeOffset);
    return quoteAt < 0 || quoteAt >= attributes.end ? null : new CellShape(bytes, cursor, quoteAt);
  }

  /** Sets everything on the cursor that stands in or before the head; the quote of this cell is at `quoteAt`. */
  begin(cursor: CellCursor, quoteAt: number): void {
    const like = this.#like;
    const moved = quoteAt - this.#quote;
    cursor.style = like.style;
    cursor.styled = like.styled;
    cursor.special = like.special;
    cursor.type = like.type;
    cursor.metadata = like.metadata;
    cursor.value.start = -1;
    cursor.inline.start = -1;
    cursor.attributes.start = cursor.whole.start + 2;
    cursor.attributes.end = like.attributes.end + moved;
    move(cursor.formula, like.formula, moved);
    if (like.formula.start < 0) return;
    move(cursor.formulaText, like.formulaText, moved);
    move(cursor.formulaAttributes, like.formulaAttributes, moved);
  }

  endFormula(cursor: CellCursor, end: number): void {
    cursor.formulaText.end = end;
    cursor.formula.end = end + formulaClosing;
  }

  text(cursor: CellCursor, start: number, end: number): void {
    const span = this.#inline ? cursor.inline : cursor.value;
    span.start = start;
    span.end = end;
  }
}

function move(span: Span, like: Span, by: number): void {
  span.start = like.start < 0 ? -1 : like.start + by;
  span.end = like.end + by;
}

function copyOf(cursor: CellCursor): CellCursor {
  const copy = new CellCursor();
  copy.style = cursor.style;
  copy.styled = cursor.styled;
  copy.special = cursor.special;
  copy.type = cursor.type;
  copy.metadata = cursor.metadata;
  move(copy.attributes, cursor.attributes, 0);
  move(copy.formula, cursor.formula, 0);
  move(copy.formulaText, cursor.formulaText, 0);
  move(copy.formulaAttributes, cursor.formulaAttributes, 0);
  return copy;
}
