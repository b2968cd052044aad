/** Brings the stored values of a sheet up to date: only cells whose value changes are written anew, byte by byte. */

import { columnLetters } from "../formula/tokens.ts";
import type { Scalar } from "../formula/value.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CellValues } from "./cell-bytes.ts";
import type { CellCursor } from "./cell-cursor.ts";
import { editedCell, type OldCell } from "./cell-edit.ts";
import { type SheetSource, scanSheet } from "./sheet-source.ts";
import { cellTextXml } from "./write-text.ts";

/** What cells are to show. */
export interface ShownValues {
  /** Undefined for cells that stay as they are. */
  readonly shown: (row: number, col: number) => Scalar | undefined;
  /** False takes the formula out of the cell. */
  readonly keepsFormula: (row: number, col: number) => boolean;
}

/** The sheet with these values; null when nothing changes. Throws Unusual, BadXml. */
export function patchValues(source: SheetSource, values: ShownValues): Uint8Array | null {
  const patching = new ValuePatch(source, values);
  scanSheet(source, patching);
  return patching.result();
}

class ValuePatch {
  readonly #bytes: Buffer;
  readonly #values: CellValues;
  readonly #new: ShownValues;
  readonly #out: ByteWriter;
  readonly #letters: string[] = [];
  #copied = 0;

  constructor(source: SheetSource, values: ShownValues) {
    this.#bytes = source.bytes;
    this.#values = new CellValues(source.bytes, source.strings);
    this.#new = values;
    this.#out = new ByteWriter(source.bytes.length + (source.bytes.length >> 2));
  }

  cell(cursor: CellCursor): void {
    const { row, col, whole, formula } = cursor;
    const value = this.#new.shown(row, col);
    if (value === undefined || value === this.#values.valueOf(cursor)) return;
    this.#out.copy(this.#bytes, this.#copied, whole.start);
    this.#copied = whole.end;
    this.#letters[col] ??= columnLetters(col);
    const name = `${this.#letters[col]}${row + 1}`;
    const keeps = this.#new.keepsFormula(row, col) && formula.start >= 0;
    const plain = keeps && !cursor.special && typeof value !== "object";
    if (!plain) {
      const edit = { value, formula: keeps ? ("keep" as const) : null };
      this.#out.text(editedCell(name, edit, this.#oldCell(cursor), ""));
      return;
    }
    const style = cursor.styled ? ` s="${cursor.style}"` : "";
    this.#out.ascii(`<c r="${name}"${style}${typeAttribute(value)}>`);
    this.#out.copy(this.#bytes, formula.start, formula.end);
    this.#out.ascii("<v>");
    if (typeof value === "string") this.#out.text(cellTextXml(value));
    else this.#out.ascii(String(Number(value)));
    this.#out.ascii("</v></c>");
  }

  #oldCell({ attributes, formula, styled, style }: CellCursor): OldCell {
    const written = this.#bytes.toString("utf8", attributes.start, attributes.end);
    return {
      style: styled ? String(style) : "",
      more: (written.match(/\s(?:cm|ph)="[^"]*"/g) ?? []).join(""),
      formula: formula.start < 0 ? "" : this.#bytes.toString("utf8", formula.start, formula.end),
    };
  }

  result(): Uint8Array | null {
    if (this.#copied === 0) return null;
    this.#out.copy(this.#bytes, this.#copied, this.#bytes.length);
    return this.#out.result();
  }
}

function typeAttribute(value: Scalar): string {
  if (typeof value === "string") return ' t="str"';
  return typeof value === "boolean" ? ' t="b"' : "";
}
