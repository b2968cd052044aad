/** Puts the cells of a file into a sheet that is computed, straight from its bytes. */
import { CellValues, formulaOf, textIn } from "../xlsx/cell-bytes.ts";
import type { CellCursor } from "../xlsx/cell-cursor.ts";
import { FilledDown } from "../xlsx/formula-bytes.ts";
import { type SheetSource, scanSheet } from "../xlsx/sheet-source.ts";
import type { SheetShape } from "./calc-sheet.ts";
import type { SheetFiller } from "./fill-sheet.ts";

/** Gives what stands around the cells. Throws Unusual for sheets that must be read with care. */
export function fillFromBytes(source: SheetSource, filler: SheetFiller): SheetShape {
  const filling = new ByteFilling(source, filler);
  const frame = scanSheet(source, filling);
  return { ...frame, filter: frame.filter ?? null };
}

class ByteFilling {
  readonly #bytes: Buffer;
  readonly #filler: SheetFiller;
  readonly #values: CellValues;
  readonly #formulas: FilledDown;
  readonly #textOf: (start: number, end: number) => string;

  constructor(source: SheetSource, filler: SheetFiller) {
    this.#bytes = source.bytes;
    this.#filler = filler;
    this.#values = new CellValues(source.bytes, source.strings);
    this.#formulas = new FilledDown(source.bytes);
    this.#textOf = (start, end) => textIn(source.bytes, start, end);
  }

  cell(cursor: CellCursor): void {
    const { row, col, style } = cursor;
    if (cursor.formula.start >= 0) this.#formula(cursor);
    else this.#filler.value(row, col, this.#values.valueOf(cursor));
    const phonetic = cursor.type === "s" ? this.#values.phoneticOf(cursor) : null;
    if (style === 0 && phonetic === null) return;
    const column = this.#filler.sheet.columnFor(row, col);
    if (style !== 0) column.styles[row] = style;
    if (phonetic !== null) column.phonetics.set(row, phonetic);
  }

  #formula(cursor: CellCursor): void {
    const { formulaText: text, formulaAttributes: attributes, row, col } = cursor;
    const stored = this.#values.valueOf(cursor);
    const plain = attributes.start === attributes.end;
    const known = plain ? this.#formulas.programAt(cursor, text.start, text.end) : null;
    if (known) {
      this.#filler.program(row, col, known).values[row] = stored;
      return;
    }
    const f = formulaOf(this.#bytes, cursor, this.#textOf);
    if (!f) return;
    this.#filler.cell(row, col, { value: stored, formula: f, style: 0, phonetic: null });
    const program = this.#filler.sheet.programAt(row, col);
    if (plain && program)
      this.#formulas.learn(cursor, program, this.#bytes.toString("utf8", text.start, text.end));
  }
}
