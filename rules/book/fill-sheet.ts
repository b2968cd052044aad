/** Puts the cells of a file into the sheets that are computed: shared and array formulas spread out. */
import { shiftFormula } from "../formula/formula-cache.ts";
import { readCellName } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { CellData, FormulaData, SheetData } from "../xlsx/book-data.ts";
import type { CalcCell, CalcSheet, FormulaSlot } from "./calc-cell.ts";

export function fillSheet(sheet: CalcSheet, data: SheetData): void {
  const shared = new Map<string, { text: string; row: number; col: number }>();
  const arrays: { cell: CalcCell; ref: string }[] = [];
  data.rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (!cell) return;
      const slot = cell.formula ? slotOf(cell.formula, { row: r, col: c }, shared) : null;
      const placed = place(cell, { row: r, col: c }, slot);
      sheet.put(placed);
      if (cell.formula?.kind === "array" && cell.formula.ref)
        arrays.push({ cell: placed, ref: cell.formula.ref });
    });
  });
  for (const a of arrays) spreadArray(sheet, a.cell, a.ref);
}

function place(
  cell: CellData,
  at: { row: number; col: number },
  formula: FormulaSlot | null,
): CalcCell {
  return {
    ...at,
    value: cell.value,
    formula,
    spill: null,
    style: cell.style,
    phonetic: cell.phonetic,
  };
}

type SharedMasters = Map<string, { text: string; row: number; col: number }>;

function slotOf(
  f: FormulaData,
  at: { row: number; col: number },
  shared: SharedMasters,
): FormulaSlot {
  if (f.kind === "data-table") {
    return newSlot(
      "",
      new Uncomputable("construct", "TABLE", uncomputableText.construct("TABLE")),
      false,
    );
  }
  if (f.kind === "shared" && f.sharedIndex !== null) {
    if (f.text !== "") shared.set(f.sharedIndex, { text: f.text, ...at });
    const master = shared.get(f.sharedIndex);
    if (master) return sharedSlot(master, at);
  }
  return newSlot(f.text, null, f.kind === "array");
}

function sharedSlot(
  master: { text: string; row: number; col: number },
  at: { row: number; col: number },
): FormulaSlot {
  const text = guardedShift(master, at);
  return typeof text === "string" ? newSlot(text, null, false) : newSlot(master.text, text, false);
}

function guardedShift(
  master: { text: string; row: number; col: number },
  at: { row: number; col: number },
): string | Uncomputable {
  try {
    return shiftFormula(master.text, at.row - master.row, at.col - master.col);
  } catch (error) {
    if (error instanceof Uncomputable) return error;
    throw error;
  }
}

function newSlot(text: string, run: Uncomputable | null, array: boolean): FormulaSlot {
  return { text, run, array, state: "idle", round: 0, failure: null, whole: null };
}

/** The other cells of an array formula's range show its other items. */
function spreadArray(sheet: CalcSheet, source: CalcCell, ref: string): void {
  const [a = "", b = a] = ref.split(":");
  const from = readCellName(a);
  const to = readCellName(b);
  if (!from || !to || (to.row - from.row + 1) * (to.col - from.col + 1) > 300_000) return;
  for (let r = from.row; r <= to.row; r++) {
    for (let c = from.col; c <= to.col; c++) {
      if (r === source.row && c === source.col) continue;
      const known = sheet.cell(r, c);
      sheet.put({
        row: r,
        col: c,
        value: null,
        formula: null,
        spill: source,
        style: known?.style ?? 0,
        phonetic: null,
      });
    }
  }
}
