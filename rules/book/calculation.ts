/** Sheets computed in memory: cells are put in, read, and changed, and only what a change touches is computed again. */
import { type Clock, systemClock } from "../../core/index.ts";
import { momentOf } from "../formula/today.ts";
import { CellError, Uncomputable } from "../formula/value.ts";
import type { CalcResult } from "./calc-book.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { CalcWorld, type WorldData } from "./calc-world.ts";
import type { SheetFiller } from "./fill-sheet.ts";

/** What is put into a cell; null is an empty one. Texts are never read as formulas. */
export type CellContent = number | string | boolean | null | { readonly formula: string };

/** Cells by row and column, both from 0. */
export interface ContentSheet {
  readonly name: string;
  readonly rows: Iterable<readonly CellContent[]>;
}

/** A book that is being computed; see `openCalculation`. Rows and columns count from 0. */
export interface Calculation {
  /** Computes every formula that waits. */
  computeAll(): void;
  /** Value of a cell (null when empty); formulas are computed when they are first asked for. */
  read(sheet: string, row: number, col: number): CalcResult | null;
  /** Puts something into a cell; formulas that refer to it are computed again when they are read. */
  set(at: { sheet: string; row: number; col: number }, content: CellContent): void;
}

/** Opens a calculation over sheets of values and formulas (without "="). Sheets that do not exist read as empty. */
export function openCalculation(
  sheets: readonly ContentSheet[],
  options: { readonly clock?: Clock } = {},
): Calculation {
  const world = new CalcWorld(bookOf(sheets));
  world.startRound(momentOf((options.clock ?? systemClock).now()));
  return {
    computeAll: () => world.computeAll(),
    read: (name, row, col) => resultOf(world.sheet(name), row, col),
    set(at, content) {
      const sheet = world.sheet(at.sheet);
      if (!sheet) return;
      if (typeof content === "object" && content !== null)
        world.setFormula(sheet, at, content.formula);
      else world.setValue(sheet, at, content);
    },
  };
}

function bookOf(sheets: readonly ContentSheet[]): WorldData {
  return {
    file: "",
    names: [],
    date1904: false,
    formats: [],
    sheets: sheets.map((s) => ({ name: s.name, tables: [], pour: (into) => pourRows(s, into) })),
  };
}

/** Row by row, so that the texts of millions of formulas need not stand in memory at once. */
function pourRows(sheet: ContentSheet, into: SheetFiller): void {
  let r = 0;
  for (const row of sheet.rows) {
    row.forEach((content, c) => {
      if (content === null) return;
      if (typeof content === "object") into.formula(r, c, content.formula);
      else into.value(r, c, content);
    });
    r++;
  }
}

function resultOf(sheet: CalcSheet | undefined, row: number, col: number): CalcResult | null {
  if (!sheet) return null;
  try {
    const v = sheet.read(row, col);
    return v instanceof CellError ? { error: v.code } : v;
  } catch (error) {
    if (error instanceof Uncomputable) return { unsupported: error.subject };
    throw error;
  }
}
