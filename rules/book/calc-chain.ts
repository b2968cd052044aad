/** Long chains of formulas and circles of references: how deep the stack goes, and how a circle is named. */
import { cellName } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { CalcCell } from "./calc-cell.ts";
import type { CalcSheet } from "./calc-sheet.ts";

/** Formulas that wait for each other on the stack; longer chains are put off and taken up again from the other end. */
export const deepestChain = 40;

export interface Running {
  readonly sheet: CalcSheet;
  readonly cell: CalcCell;
}

/** Asks the outermost loop to compute this cell first. */
export class Deferred extends Error {
  override readonly name = "Deferred";
  readonly sheet: CalcSheet;
  readonly cell: CalcCell;
  constructor(sheet: CalcSheet, cell: CalcCell) {
    super("deferred");
    this.sheet = sheet;
    this.cell = cell;
  }
}

const mostShown = 12;

/** The path of a circle, first cell again at its end. */
export function cycleFailure(path: readonly Running[]): Uncomputable {
  const names = path
    .slice(0, mostShown)
    .map((r) => `${r.sheet.name}!${cellName(r.cell.row, r.cell.col)}`);
  const shown = path.length > mostShown ? [...names, "…"] : names;
  return new Uncomputable(
    "cycle",
    "cycle",
    uncomputableText.cycle([...shown, names[0] ?? ""].join(" → ")),
  );
}
