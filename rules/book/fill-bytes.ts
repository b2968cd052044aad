/** Puts the cells of a file into a sheet that is computed, straight from its bytes. */
import type { Program } from "../formula/program.ts";
import { CellValues, formulaOf, textIn } from "../xlsx/cell-bytes.ts";
import { type CellCursor, noSpan } from "../xlsx/cell-cursor.ts";
import { FilledDown } from "../xlsx/formula-bytes.ts";
import { SharedDown } from "../xlsx/shared-down.ts";
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
  readonly #shared: SharedDown;
  /** Text of a formula that is that of the cell above. */
  readonly #known = noSpan();
  readonly #textOf: (start: number, end: number) => string;

  constructor(source: SheetSource, filler: SheetFiller) {
    this.#bytes = source.bytes;
    this.#filler = filler;
    this.#values = new CellValues(source.bytes, source.strings);
    this.#formulas = new FilledDown(source.bytes);
    this.#shared = new SharedDown(source.bytes);
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

  formulaEnd(col: number, row: number, start: number): number {
    const end = this.#formulas.endOf(col, row, start);
    this.#known.start = end < 0 ? -1 : start;
    this.#known.end = end;
    return end;
  }

  #formula(cursor: CellCursor): void {
    const { formulaText: text, formulaAttributes: attributes, row, col } = cursor;
    const stored = this.#values.valueOf(cursor);
    const plain = attributes.start === attributes.end;
    const program = plain ? this.#knownProgram(cursor) : this.#shared.programAt(cursor);
    if (program) {
      this.#filler.program(row, col, program, stored);
      return;
    }
    const f = formulaOf(this.#bytes, cursor, this.#textOf);
    if (!f) return;
    this.#filler.cell(row, col, { value: stored, formula: f, style: 0, phonetic: null });
    const made = this.#filler.sheet.programAt(row, col);
    if (plain && made)
      this.#formulas.learn(cursor, made, this.#bytes.toString("utf8", text.start, text.end));
    if (made && f.kind === "shared") this.#shared.learn(cursor, made);
  }

  #knownProgram({ formulaText: text, row, col }: CellCursor): Program | null {
    const { start, end } = this.#known;
    const seen = start === text.start && end === text.end;
    const known = seen || this.#formulas.endOf(col, row, text.start) === text.end;
    return known ? this.#formulas.programAbove(col) : null;
  }
}
