/** The values that viewers show beside formulas: brought up to what buka has computed. */
import type { CalcCell } from "../book/calc-cell.ts";
import type { CalcWorld } from "../book/calc-world.ts";
import { readOrWhy } from "../book/judge.ts";
import { type Scalar, Uncomputable } from "../formula/value.ts";
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
    for (const row of computed.rows) {
      for (const cell of row ?? []) {
        const stored = cell && sheet.rows[cell.row]?.[cell.col];
        if (stored && isComputed(cell))
          patchOne(patch, { part: sheet.part, cell, stored }, () =>
            computed.read(cell.row, cell.col),
          );
      }
    }
  });
}

const isComputed = (cell: CalcCell): boolean => cell.formula !== null || cell.spill !== null;

function patchOne(
  patch: BookPatch,
  at: { readonly part: string; readonly cell: CalcCell; readonly stored: CellData },
  read: () => Scalar,
): void {
  const value = readOrWhy(read);
  if (value instanceof Uncomputable) patch.recalculateOnOpening();
  const shown = value instanceof Uncomputable ? null : value;
  if (shown === at.stored.value) return;
  patch.cell(at.part, at.cell, { value: shown, formula: at.cell.formula ? "keep" : null });
}
