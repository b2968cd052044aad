/** Writes a checked table back into a copy of the clerk's own book: records, results, and two columns that say what is wrong. */

import { resultCaptions, verdictWords } from "../book/caption-words.ja.ts";
import { styleAt } from "../book/case-table.ts";
import type { CheckedBook } from "../book/check-table.ts";
import { readOrWhy } from "../book/judge.ts";
import { headerRow, patternRow } from "../book/pattern-columns.ts";
import { verdictOf } from "../book/verdict.ts";
import { Uncomputable } from "../formula/value.ts";
import type { CellData, SheetData } from "../xlsx/book-data.ts";
import { type BookFile, readRelations, textOf } from "../xlsx/open-book.ts";
import { BookPatch } from "./book-patch.ts";
import { patchCachedValues } from "./cached-values.ts";
import { mostHeight, pointsPerLine, wrappedLines } from "./text-width.ts";

const verdictWidth = 12;
const sentenceWidth = 60;

/** Throws RUL013, RUL014. */
export function writeChecked(checked: CheckedBook, file: string): void {
  const patch = new BookPatch(checked.book);
  patch.rowsLike(checked.sheet.data.part, patternRow);
  patchRows(patch, checked);
  patchVerdicts(patch, checked);
  patchTables(patch, checked);
  patchCachedValues(patch, checked.world, { data: checked.before, except: checked.sheet.index });
  patch.writeTo(file);
}

function patchRows(patch: BookPatch, c: CheckedBook): void {
  const height = Math.max(c.sheet.data.rows.length, ...[...c.rows.keys()].map((r) => r + 1));
  for (let r = patternRow; r < height; r++) {
    for (const { col } of c.sheet.columns) {
      const cell = c.rows.get(r)?.get(col);
      const old = c.sheet.data.rows[r]?.[col];
      if (cell) patchCell(patch, c, { row: r, col, cell, old });
      else if (old) clearCell(patch, c.sheet.data.part, { row: r, col, old });
      if ((old?.formula ?? null) !== (cell?.formula ?? null)) patch.formulasMoved();
    }
  }
}

function clearCell(
  patch: BookPatch,
  part: string,
  at: { readonly row: number; readonly col: number; readonly old: CellData },
): void {
  if (at.old.value !== null || at.old.formula) patch.cell(part, at, { value: null, formula: null });
}

interface Place {
  readonly row: number;
  readonly col: number;
  readonly cell: CellData;
  readonly old: CellData | undefined;
}

function patchCell(patch: BookPatch, c: CheckedBook, at: Place): void {
  const { part } = c.sheet.data;
  const style = styleAt(c.sheet.data, at.row, at.col);
  if (!at.cell.formula) {
    const { value } = at.cell;
    if (at.cell === at.old) return;
    // What stands on a paper stays a text, whatever it begins with, also when a clerk edits the cell.
    const text = typeof value === "string" ? patch.styleLike(style, "text") : style;
    patch.cell(part, at, { value, formula: null, style: text });
    return;
  }
  const value = readOrWhy(() => c.world.sheets[c.sheet.index]?.read(at.row, at.col) ?? null);
  if (value instanceof Uncomputable) patch.recalculateOnOpening();
  const shown = value instanceof Uncomputable ? null : value;
  if (at.cell === at.old) {
    if (shown !== at.old.value) patch.cell(part, at, { value: shown, formula: "keep" });
    return;
  }
  const { text, kind, ref } = at.cell.formula;
  patch.cell(part, at, {
    value: shown,
    formula: { text, array: kind === "array" ? ref : null },
    style,
  });
}

function patchVerdicts(patch: BookPatch, c: CheckedBook): void {
  const sheet = c.sheet.data;
  const [verdictCol, sentenceCol] = resultColumns(c);
  const captionStyle = styleAt(sheet, headerRow, c.sheet.columns[0]?.col ?? 0);
  resultCaptions.forEach((caption, i) => {
    const at = { row: headerRow, col: i === 0 ? verdictCol : sentenceCol };
    patch.cell(sheet.part, at, { value: caption, formula: null, style: captionStyle });
  });
  patch.width(sheet.part, verdictCol, verdictWidth);
  patch.width(sheet.part, sentenceCol, sentenceWidth);
  const written = new Set(c.checked.map((r) => r.row - 1));
  for (const record of c.checked) {
    const row = record.row - 1;
    const verdict = verdictOf(record.findings);
    const style = patch.styleLike(0, verdictTraits[verdict]);
    const value = verdictWords[verdict];
    patch.cell(sheet.part, { row, col: verdictCol }, { value, formula: null, style });
    const said = record.findings.map((f) => f.message).join("\n");
    const note = { value: said, formula: null, style: patch.styleLike(0, "note") };
    patch.cell(sheet.part, { row, col: sentenceCol }, note);
    const lines = wrappedLines([said], sentenceWidth);
    if (lines > 1) patch.height(sheet.part, row, Math.min(mostHeight, lines * pointsPerLine + 3));
  }
  clearOld(patch, sheet, { columns: [verdictCol, sentenceCol], written });
}

const verdictTraits = {
  ok: "plain",
  warning: "caution",
  error: "wrong",
  uncomputable: "wrong",
} as const;

/** Verdicts of an earlier run about rows that are no longer there. */
function clearOld(
  patch: BookPatch,
  sheet: SheetData,
  now: { readonly columns: readonly number[]; readonly written: ReadonlySet<number> },
): void {
  for (let row = patternRow; row < sheet.rows.length; row++) {
    if (now.written.has(row)) continue;
    for (const col of now.columns) {
      if (sheet.rows[row]?.[col])
        patch.cell(sheet.part, { row, col }, { value: null, formula: null });
    }
  }
}

/** The columns of an earlier run, or the first two behind all cells and pictures. */
function resultColumns(c: CheckedBook): readonly [number, number] {
  const header = c.sheet.data.rows[headerRow] ?? [];
  const known = resultCaptions.map((caption) =>
    header.findIndex((cell) => cell?.value === caption),
  );
  const free = Math.max(c.sheet.data.colCount, columnsUnderPictures(c.book, c.sheet.data.part));
  const [verdict = -1, sentence = -1] = known;
  if (verdict >= 0 && sentence >= 0) return [verdict, sentence];
  return [free, free + 1];
}

/** Columns that charts and pictures of the sheet reach over. */
function columnsUnderPictures(book: BookFile, part: string): number {
  let last = 0;
  for (const target of readRelations(book.parts, part, book.data.file).values()) {
    if (!/drawings\/[^/]+\.xml$/.test(target) || !book.parts.names.includes(target)) continue;
    const xml = textOf(book.parts, target, book.data.file);
    for (const m of xml.matchAll(/<(?:\w+:)?(?:from|to)>\s*<(?:\w+:)?col>(\d+)</g))
      last = Math.max(last, Number(m[1]) + 1);
    for (const m of xml.matchAll(
      /<(?:\w+:)?from>\s*<(?:\w+:)?col>(\d+)<[\s\S]*?<(?:\w+:)?ext cx="(\d+)"/g,
    ))
      last = Math.max(last, Number(m[1]) + 1 + Math.ceil(Number(m[2]) / emuPerColumn));
  }
  return last;
}

/** A column of Excel's usual width: 64 pixels of 9525 units. */
const emuPerColumn = 64 * 9525;

function patchTables(patch: BookPatch, c: CheckedBook): void {
  const tables = c.book.data.sheets[c.sheet.index]?.tables ?? [];
  for (const table of tables) {
    const before = c.sheet.data.tables.find((t) => t.part === table.part);
    if (before && before.ref !== table.ref)
      patch.extendTable(table.part, Number(/\d+$/.exec(table.ref)?.[0] ?? 0));
  }
}
