/** Cells of a sheet as plain data, row by row. */
import type { CellData } from "./book-data.ts";
import { CellValues, formulaOf, textIn } from "./cell-bytes.ts";
import type { CellCursor } from "./cell-cursor.ts";
import type { SheetSource } from "./sheet-source.ts";

export class CellRows {
  readonly #bytes: Buffer;
  readonly #values: CellValues;
  readonly #rows: (CellData | undefined)[][] = [];
  #colCount = 0;

  constructor(source: SheetSource) {
    this.#bytes = source.bytes;
    this.#values = new CellValues(source.bytes, source.strings);
  }

  cell(cursor: CellCursor): void {
    const bytes = this.#bytes;
    const row = this.#rows[cursor.row] ?? [];
    this.#rows[cursor.row] = row;
    row[cursor.col] = {
      value: this.#values.valueOf(cursor),
      formula: formulaOf(bytes, cursor, (start, end) => textIn(bytes, start, end)),
      style: cursor.style,
      phonetic: this.#values.phoneticOf(cursor),
    };
    if (cursor.col >= this.#colCount) this.#colCount = cursor.col + 1;
  }

  result(): { rows: (CellData | undefined)[][]; rowCount: number; colCount: number } {
    return { rows: this.#rows, rowCount: this.#rows.length, colCount: this.#colCount };
  }
}
