/** The values that viewers show beside formulas: brought up to what buka has computed. */
import { cellMark } from "../book/calc-column.ts";
import type { CalcSheet } from "../book/calc-sheet.ts";
import type { CalcWorld } from "../book/calc-world.ts";
import { readOrWhy } from "../book/judge.ts";
import { type Scalar, Uncomputable } from "../formula/value.ts";
import type { BookData, SheetData } from "../xlsx/book-data.ts";
import { patchValues } from "../xlsx/patch-values.ts";
import { Unusual } from "../xlsx/scan-sheet.ts";
import { sourceOf } from "../xlsx/sheet-source.ts";
import type { BookPatch } from "./book-patch.ts";

/**
 * Writes the value of every formula cell that differs from what the file holds. What buka does not compute shows nothing
 * until Excel has computed it, which it is then asked to do on opening.
 */
export function patchCachedValues(
  patch: BookPatch,
  world: CalcWorld,
  book: { readonly data: BookData; readonly except: number | null },
): void {
  book.data.sheets.forEach((sheet, index) => {
    const computed = world.sheets[index];
    if (!computed || sheet.part === "" || index === book.except) return;
    if (!patchBytes(patch, sheet, computed)) patchCells(patch, sheet, computed);
  });
}

/** False for sheets that are no longer as they stand in the file, or are written in an unusual way. */
function patchBytes(patch: BookPatch, sheet: SheetData, computed: CalcSheet): boolean {
  const source = sourceOf(sheet);
  if (!source || patch.hasEdits(sheet.part)) return false;
  try {
    const bytes = patchValues(source, {
      shown: (row, col) => shownValue(patch, computed, row, col),
      keepsFormula: (row, col) => computed.hasFormula(row, col),
    });
    if (bytes) patch.part(sheet.part, bytes);
    return true;
  } catch (error) {
    if (error instanceof Unusual) return false;
    throw error;
  }
}

function patchCells(patch: BookPatch, sheet: SheetData, computed: CalcSheet): void {
  computed.columns.forEach((column, col) => {
    column.marks?.forEach((_, row) => {
      const stored = sheet.rows[row]?.[col];
      const value = stored && shownValue(patch, computed, row, col);
      if (value === undefined || value === stored?.value) return;
      const formula = computed.hasFormula(row, col) ? "keep" : null;
      patch.cell(sheet.part, { row, col }, { value, formula });
    });
  });
}

/** What viewers are to show in a cell; undefined for cells that are not computed. */
function shownValue(
  patch: BookPatch,
  sheet: CalcSheet,
  row: number,
  col: number,
): Scalar | undefined {
  const mark = sheet.columns[col]?.marks?.[row] ?? cellMark.value;
  if (mark === cellMark.value) return undefined;
  const value = readOrWhy(() => sheet.read(row, col));
  if (!(value instanceof Uncomputable)) return value;
  patch.recalculateOnOpening();
  return null;
}
