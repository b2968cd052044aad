/** Collects what changes in a clerk's own workbook and writes the file: cells in place, all other parts as they were. */
import { basename } from "node:path";
import { rulesError } from "../messages.ja.ts";
import type { CellEdit } from "../xlsx/cell-edit.ts";
import { type BookFile, textOf } from "../xlsx/open-book.ts";
import { patchSheet } from "../xlsx/patch-sheet.ts";
import { StylePatch, type StyleTrait } from "../xlsx/patch-styles.ts";
import { rewriteZip } from "../xlsx/rewrite-zip.ts";
import { noStyles } from "../xlsx/whole-styles.ts";
import { BadXml } from "../xlsx/xml.ts";
import { writeWhole } from "./write-file.ts";

const stylesPart = "xl/styles.xml";
const workbookPart = "xl/workbook.xml";
const workbookRelations = "xl/_rels/workbook.xml.rels";
const typesPart = "[Content_Types].xml";

/** How a styles part is made known; its names are for this file only. */
const stylesEntry = {
  type: '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
  relation:
    '<Relationship Id="bukaStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>',
} as const;

/** Edits of one book; nothing is written before `writeTo`. */
export class BookPatch {
  readonly #book: BookFile;
  readonly #styles: StylePatch;
  readonly #edits = new Map<string, (CellEdit | undefined)[][]>();
  readonly #widths = new Map<string, Map<number, number>>();
  readonly #heights = new Map<string, Map<number, number>>();
  readonly #rowsLike = new Map<string, number>();
  readonly #parts = new Map<string, Uint8Array | null>();
  #chainIsStale = false;
  #mustRecalculate = false;

  constructor(book: BookFile) {
    this.#book = book;
    const known = book.parts.names.includes(stylesPart);
    this.#styles = this.#guarded(() => new StylePatch(known ? this.#text(stylesPart) : noStyles));
  }

  cell(part: string, at: { readonly row: number; readonly col: number }, edit: CellEdit): void {
    const rows = this.#edits.get(part) ?? [];
    const row = rows[at.row] ?? [];
    row[at.col] = edit;
    rows[at.row] = row;
    this.#edits.set(part, rows);
  }

  hasEdits(part: string): boolean {
    return this.#edits.has(part) || this.#parts.has(part) || this.#widths.has(part);
  }

  /** The part as it is to be; only for parts without other edits. */
  part(name: string, bytes: Uint8Array): void {
    this.#parts.set(name, bytes);
  }

  /** Rows that the sheet does not have yet look like this one. */
  rowsLike(part: string, row: number): void {
    this.#rowsLike.set(part, row);
  }

  width(part: string, col: number, characters: number): void {
    const widths = this.#widths.get(part) ?? new Map<number, number>();
    this.#widths.set(part, widths.set(col, characters));
  }

  /** Makes a row at least so many points high. */
  height(part: string, row: number, points: number): void {
    const heights = this.#heights.get(part) ?? new Map<number, number>();
    this.#heights.set(part, heights.set(row, points));
  }

  /** A style like the given one with a trait. */
  styleLike(base: number, trait: StyleTrait): number {
    return this.#styles.styleLike(base, trait);
  }

  /** Excel keeps a list of formula cells; without one it makes a new one. */
  formulasMoved(): void {
    this.#chainIsStale = true;
  }

  /** Some value is for Excel to compute: it does so when it opens the file. */
  recalculateOnOpening(): void {
    this.#mustRecalculate = true;
  }

  /** Makes a table reach to this row (one-based). */
  extendTable(part: string, lastRow: number): void {
    const xml = this.#text(part).replace(
      /(<(?:\w+:)?(?:table|autoFilter)\b[^>]*?\sref="[A-Z]+\d+:[A-Z]+)(\d+)(")/g,
      (_, before: string, row: string, after: string) =>
        `${before}${Math.max(Number(row), lastRow)}${after}`,
    );
    this.#parts.set(part, Buffer.from(xml));
  }

  /** Throws RUL013 (cannot write), RUL014 (the file's XML is written in a way that cannot be patched). */
  writeTo(file: string): void {
    writeWhole(
      file,
      this.#guarded(() => this.#bytes()),
    );
  }

  #bytes(): Uint8Array {
    for (const [part, edits] of this.#edits) {
      const patch = {
        edits,
        rowsLike: this.#rowsLike.get(part) ?? null,
        widths: this.#widths.get(part) ?? new Map<number, number>(),
        heights: this.#heights.get(part) ?? new Map<number, number>(),
      };
      this.#parts.set(part, Buffer.from(patchSheet(this.#text(part), patch)));
    }
    if (this.#styles.changed) this.#parts.set(stylesPart, Buffer.from(this.#styles.result()));
    if (this.#styles.changed && !this.#book.parts.names.includes(stylesPart)) this.#enterStyles();
    if (this.#chainIsStale) this.#dropChain();
    if (this.#mustRecalculate)
      this.#parts.set(workbookPart, Buffer.from(recalculating(this.#text(workbookPart))));
    return rewriteZip(this.#book.parts, this.#parts);
  }

  /** A part that the book did not have is named where the others are. */
  #enterStyles(): void {
    const enter = (part: string, closing: RegExp, line: string): void => {
      const xml = this.#text(part);
      if (!closing.test(xml)) throw new BadXml(part);
      this.#parts.set(part, Buffer.from(xml.replace(closing, (end) => line + end)));
    };
    enter(typesPart, /<\/Types>/, stylesEntry.type);
    enter(workbookRelations, /<\/Relationships>/, stylesEntry.relation);
  }

  #dropChain(): void {
    const chain = this.#book.parts.names.find((n) => /^xl\/calcChain\.xml$/i.test(n));
    if (chain === undefined) return;
    this.#parts.set(chain, null);
    const types = this.#current(typesPart).replace(/<Override\b[^>]*calcChain\.xml"[^>]*\/>/i, "");
    this.#parts.set(typesPart, Buffer.from(types));
    const relations = this.#current(workbookRelations);
    const without = relations.replace(/<Relationship\b[^>]*calcChain\.xml"[^>]*\/>/i, "");
    this.#parts.set(workbookRelations, Buffer.from(without));
  }

  /** The part with what has been changed in it. */
  #current(part: string): string {
    const changed = this.#parts.get(part);
    return changed ? Buffer.from(changed).toString("utf8") : this.#text(part);
  }

  #text(part: string): string {
    return textOf(this.#book.parts, part, this.#book.data.file);
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof BadXml)) throw cause;
      const file = basename(this.#book.data.file);
      throw rulesError.cannotPatch({ file }, { place: { file }, cause });
    }
  }
}

/** Elements of a workbook stand in a fixed order: calcPr behind the names, or behind the sheets. */
function recalculating(xml: string): string {
  if (/\sfullCalcOnLoad="(?:1|true)"/.test(xml)) return xml;
  const known = /<((?:\w+:)?)calcPr\b[^>]*?\/?>/.exec(xml);
  if (known) {
    const tag = known[0].replace(/\sfullCalcOnLoad="[^"]*"/, "");
    return xml.replace(known[0], () => tag.replace(/\s*(\/?>)$/, ' fullCalcOnLoad="1"$1'));
  }
  const ends = [...xml.matchAll(/<\/((?:\w+:)?)(?:sheets|definedNames)>/g)];
  const end = ends.at(-1);
  if (!end) return xml;
  const at = end.index + end[0].length;
  return `${xml.slice(0, at)}<${end[1]}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
}
