/** Changes single cells in the XML of a sheet; every other character of it stays as it is. */
import { columnLetters } from "../formula/tokens.ts";
import { type CellEdit, editedCell, noCell, type OldCell, type SheetEdits } from "./cell-edit.ts";
import {
  columnNumber,
  formulaIn,
  lettersIndex,
  nextTag,
  rowNumber,
  type TagAt,
  withoutPlace,
} from "./sheet-tags.ts";
import { BadXml } from "./xml.ts";

export interface SheetPatch {
  readonly edits: SheetEdits;
  /** Zero-based row whose height and format new rows take over; null for plain ones. */
  readonly rowsLike: number | null;
  /** Widths (in characters) of columns that had none, by zero-based index. */
  readonly widths: ReadonlyMap<number, number>;
  /** Least heights (in points) of rows, by zero-based index. */
  readonly heights: ReadonlyMap<number, number>;
}

/** Throws BadXml for sheets written in a way that cannot be patched safely. */
export function patchSheet(xml: string, patch: SheetPatch): string {
  // Comments and CDATA may hide what looks like a cell; no spreadsheet program writes them into a sheet.
  if (xml.includes("<![CDATA[") || xml.includes("<!--")) throw new BadXml("CDATA");
  return new SheetPatcher(xml, patch).result();
}

class SheetPatcher {
  readonly #xml: string;
  readonly #patch: SheetPatch;
  readonly #ns: string;
  readonly #out: string[] = [];
  /** Rows that have edits, in order; `#next` is the first that has not been written. */
  readonly #wanted: readonly number[];
  #next = 0;
  #copied = 0;
  #newRowAttributes = "";
  #letters: string[] = [];

  constructor(xml: string, patch: SheetPatch) {
    this.#xml = xml;
    this.#patch = patch;
    const root = /<((?:[A-Za-z_][\w.-]*:)?)worksheet[\s>]/.exec(xml);
    if (!root) throw new BadXml("worksheet");
    this.#ns = root[1] ?? "";
    this.#wanted = [...patch.edits.entries()].flatMap(([r, row]) => (row ? [r] : []));
  }

  result(): string {
    const data = this.#tagNamed("sheetData", 0);
    if (!data) throw new BadXml("sheetData");
    this.#head(data.start);
    if (data.empty) {
      this.#copyTo(data.start);
      this.#out.push(`<${this.#ns}sheetData>`);
      this.#newRowsBefore(Number.POSITIVE_INFINITY);
      this.#out.push(`</${this.#ns}sheetData>`);
      this.#copied = data.end;
    } else this.#rows(data.end);
    this.#out.push(this.#xml.slice(this.#copied));
    return this.#out.join("");
  }

  /** Dimension and column widths stand before the data. */
  #head(dataStart: number): void {
    const dimension = this.#tagNamed("dimension", 0);
    if (dimension && dimension.start < dataStart) {
      this.#copyTo(dimension.start);
      this.#out.push(this.#dimension(dimension));
      this.#copied = dimension.end;
    }
    if (this.#patch.widths.size === 0) return;
    const cols = this.#xml.indexOf(`</${this.#ns}cols>`);
    const list = this.#widths();
    if (cols >= 0 && cols < dataStart) {
      this.#copyTo(cols);
      this.#out.push(list);
    } else {
      this.#copyTo(dataStart);
      this.#out.push(`<${this.#ns}cols>${list}</${this.#ns}cols>`);
    }
  }

  #widths(): string {
    const known = this.#xml.slice(0, this.#xml.indexOf(`<${this.#ns}sheetData`));
    const taken = [...known.matchAll(/<(?:\w+:)?col\s[^>]*>/g)].map((m) => ({
      min: Number(/\bmin="(\d+)"/.exec(m[0])?.[1] ?? 0),
      max: Number(/\bmax="(\d+)"/.exec(m[0])?.[1] ?? 0),
    }));
    return [...this.#patch.widths]
      .filter(([col]) => !taken.some((t) => t.min <= col + 1 && col + 1 <= t.max))
      .sort(([a], [b]) => a - b)
      .map(
        ([col, width]) =>
          `<${this.#ns}col min="${col + 1}" max="${col + 1}" width="${width}" customWidth="1"/>`,
      )
      .join("");
  }

  #dimension(tag: TagAt): string {
    const old = /\bref="([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?"/.exec(tag.attributes);
    const whole = this.#xml.slice(tag.start, tag.end);
    if (!old) return whole;
    const numbers = [old[1], old[3] ?? old[1]].map((l) => lettersIndex(l ?? "A"));
    let bottom = Number(old[4] ?? old[2]);
    let right = numbers[1] ?? 0;
    this.#patch.edits.forEach((row, r) => {
      if (!row) return;
      bottom = Math.max(bottom, r + 1);
      right = Math.max(right, row.length - 1);
    });
    const ref = `${old[1]}${old[2]}:${columnLetters(right)}${bottom}`;
    return whole.replace(/\bref="[^"]*"/, `ref="${ref}"`);
  }

  #rows(from: number): void {
    const end = this.#xml.indexOf(`</${this.#ns}sheetData>`, from);
    if (end < 0) throw new BadXml("sheetData");
    let row = -1;
    for (let at = from, tag = this.#tagNamed("row", at); tag && tag.start < end; ) {
      row = rowNumber(tag, row);
      at = this.#oneRow(tag, row);
      tag = this.#tagNamed("row", at);
    }
    this.#copyTo(end);
    this.#newRowsBefore(Number.POSITIVE_INFINITY);
  }

  /** Gives the place behind the row. */
  #oneRow(tag: TagAt, row: number): number {
    if ((this.#wanted[this.#next] ?? row) < row) {
      this.#copyTo(tag.start);
      this.#newRowsBefore(row);
    }
    const close = tag.empty ? tag.end : this.#xml.indexOf(`</${this.#ns}row>`, tag.end);
    if (close < 0) throw new BadXml("row");
    if (row === this.#patch.rowsLike) this.#newRowAttributes = withoutPlace(tag.attributes);
    if (this.#wanted[this.#next] === row) {
      this.#next++;
      this.#row(tag, { row, close });
    }
    return tag.empty ? tag.end : close + `</${this.#ns}row>`.length;
  }

  /** Rewrites the cells of one row that stands in the file. */
  #row(tag: TagAt, place: { row: number; close: number }): void {
    const edits = this.#patch.edits[place.row] ?? [];
    this.#copyTo(tag.start);
    // The hint where cells stand may no longer be true.
    const plain = tag.attributes.replace(/\sspans="[^"]*"/, "");
    const attributes = this.#tallEnough(plain, place.row);
    this.#out.push(`<${this.#ns}row${attributes}>`);
    this.#copied = tag.end;
    const columns: number[] = [];
    edits.forEach((edit, c) => {
      if (edit) columns.push(c);
    });
    let next = 0;
    let at = tag.end;
    let col = -1;
    while (!tag.empty) {
      const cell = this.#tagNamed("c", at);
      if (!cell || cell.start >= place.close) break;
      col = columnNumber(cell, col);
      const end = cell.empty ? cell.end : this.#cellEnd(cell);
      for (let c = columns[next]; c !== undefined && c < col; c = columns[++next]) {
        this.#copyTo(cell.start);
        this.#newCell(edits[c], { row: place.row, col: c });
      }
      if (columns[next] === col) {
        next++;
        this.#copyTo(cell.start);
        this.#out.push(this.#changed(edits[col], { row: place.row, col }, this.#old(cell, end)));
        this.#copied = end;
      }
      at = end;
    }
    this.#copyTo(tag.empty ? tag.end : place.close);
    for (let c = columns[next]; c !== undefined; c = columns[++next])
      this.#newCell(edits[c], { row: place.row, col: c });
    if (tag.empty) this.#out.push(`</${this.#ns}row>`);
  }

  #cellEnd(cell: TagAt): number {
    const close = `</${this.#ns}c>`;
    const at = this.#xml.indexOf(close, cell.end);
    if (at < 0) throw new BadXml("c");
    return at + close.length;
  }

  #old(cell: TagAt, end: number): OldCell {
    const style = /\ss="(\d+)"/.exec(cell.attributes)?.[1] ?? "";
    const more = /\s(?:cm|ph)="[^"]*"/g;
    const formula = cell.empty ? "" : formulaIn(this.#xml.slice(cell.end, end), this.#ns);
    return { style, more: (cell.attributes.match(more) ?? []).join(""), formula };
  }

  #newRowsBefore(row: number): void {
    for (;;) {
      const wanted = this.#wanted[this.#next];
      if (wanted === undefined || wanted >= row) return;
      this.#next++;
      const attributes = this.#tallEnough(this.#newRowAttributes, wanted);
      this.#out.push(`<${this.#ns}row r="${wanted + 1}"${attributes}>`);
      this.#patch.edits[wanted]?.forEach((edit, col) => {
        this.#newCell(edit, { row: wanted, col });
      });
      this.#out.push(`</${this.#ns}row>`);
    }
  }

  /** A row that is high enough, or hidden, keeps its height. */
  #tallEnough(attributes: string, row: number): string {
    const least = this.#patch.heights.get(row);
    const height = Number(/\sht="([\d.]+)"/.exec(attributes)?.[1] ?? 0);
    if (least === undefined || height >= least || /\shidden="(?:1|true)"/.test(attributes))
      return attributes;
    const rest = attributes.replace(/\s(?:ht|customHeight)="[^"]*"/g, "");
    return `${rest} ht="${least}" customHeight="1"`;
  }

  #newCell(edit: CellEdit | undefined, at: { row: number; col: number }): void {
    const empty = edit && edit.formula !== null && typeof edit.formula === "object";
    // A cell that holds nothing and had no place needs none, unless it has a format of its own.
    if (edit && (edit.value !== null || empty || edit.style !== undefined))
      this.#out.push(this.#changed(edit, at, noCell));
  }

  #changed(edit: CellEdit | undefined, at: { row: number; col: number }, old: OldCell): string {
    this.#letters[at.col] ??= columnLetters(at.col);
    const name = `${this.#letters[at.col]}${at.row + 1}`;
    return edit ? editedCell(name, edit, old, this.#ns) : "";
  }

  #tagNamed(name: string, from: number): TagAt | null {
    return nextTag(this.#xml, this.#ns + name, from);
  }

  #copyTo(end: number): void {
    if (end > this.#copied) {
      this.#out.push(this.#xml.slice(this.#copied, end));
      this.#copied = end;
    }
  }
}
