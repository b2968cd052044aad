/** Sheets computed in memory: cells are put in, read, and changed, and only what a change touches is computed again. */
import { type Clock, systemClock } from "../../core/index.ts";
import { momentOf } from "../formula/today.ts";
import { CellError, Uncomputable } from "../formula/value.ts";
import type { CellData } from "../xlsx/book-data.ts";
import type { CalcResult } from "./calc-book.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { CalcWorld, type WorldData } from "./calc-world.ts";

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
  const plain = { part: "", rowCount: 0, colCount: 0, columnStyles: new Map(), tables: [] };
  return {
    file: "",
    names: [],
    formats: [],
    sheets: sheets.map((s) => ({ ...plain, name: s.name, rows: cellRows(s) })),
  };
}

/** Row by row, so that the texts of millions of formulas need not stand in memory at once. */
function* cellRows(sheet: ContentSheet): Generator<readonly (CellData | undefined)[]> {
  for (const row of sheet.rows) yield row.map(cellOf);
}

function cellOf(content: CellContent): CellData | undefined {
  if (content === null) return undefined;
  const plain = { style: 0, phonetic: null };
  if (typeof content !== "object") return { value: content, formula: null, ...plain };
  const formula = { text: content.formula, kind: "normal", ref: null, sharedIndex: null } as const;
  return { value: null, formula, ...plain };
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
