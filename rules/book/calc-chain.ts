/** Long chains of formulas and circles of references: how deep the stack goes, and how a circle is named. */
import { cellName } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { CalcSheet } from "./calc-sheet.ts";

/** Formulas that wait for each other on the stack; longer chains are put off and taken up again from the other end. */
export const deepestChain = 40;

/** A cell that is being computed, or waits for it. */
export interface Running {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly col: number;
}

export const sameCell = (a: Running, b: Running): boolean =>
  a.row === b.row && a.col === b.col && a.sheet === b.sheet;

/** Asks the outermost loop to compute this cell first. */
export class Deferred extends Error {
  override readonly name = "Deferred";
  readonly cell: Running;
  constructor(cell: Running) {
    super("deferred");
    this.cell = cell;
  }
}

const mostShown = 12;

/** The path of a circle, first cell again at its end. */
export function cycleFailure(path: readonly Running[]): Uncomputable {
  const names = path.slice(0, mostShown).map((r) => `${r.sheet.name}!${cellName(r.row, r.col)}`);
  const shown = path.length > mostShown ? [...names, "…"] : names;
  return new Uncomputable(
    "cycle",
    "cycle",
    uncomputableText.cycle([...shown, names[0] ?? ""].join(" → ")),
  );
}
