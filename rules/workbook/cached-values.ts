/** The values that viewers show beside formulas: brought up to what buka has computed. */
import { cellMark } from "../book/calc-column.ts";
import type { CalcSheet } from "../book/calc-sheet.ts";
import type { CalcWorld } from "../book/calc-world.ts";
import { readOrWhy } from "../book/judge.ts";
import { Uncomputable } from "../formula/value.ts";
import type { BookData, CellData } from "../xlsx/book-data.ts";
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
    computed.columns.forEach((column, col) => {
      column.marks?.forEach((mark, row) => {
        const stored = mark === cellMark.value ? undefined : sheet.rows[row]?.[col];
        if (stored) patchOne(patch, { part: sheet.part, sheet: computed, row, col, stored });
      });
    });
  });
}

function patchOne(
  patch: BookPatch,
  at: {
    readonly part: string;
    readonly sheet: CalcSheet;
    readonly row: number;
    readonly col: number;
    readonly stored: CellData;
  },
): void {
  const value = readOrWhy(() => at.sheet.read(at.row, at.col));
  if (value instanceof Uncomputable) patch.recalculateOnOpening();
  const shown = value instanceof Uncomputable ? null : value;
  if (shown === at.stored.value) return;
  const formula = at.sheet.hasFormula(at.row, at.col) ? "keep" : null;
  patch.cell(at.part, at, { value: shown, formula });
}
