/** Computes every formula of a workbook: what `buka calc` prints. */
import { type Clock, systemClock } from "../../core/index.ts";
import { momentOf } from "../formula/today.ts";
import { columnLetters } from "../formula/tokens.ts";
import { CellError, Uncomputable } from "../formula/value.ts";
import type { BookData } from "../xlsx/book-data.ts";
import { openBook } from "../xlsx/open-book.ts";
import type { CalcColumn } from "./calc-column.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { CalcWorld } from "./calc-world.ts";

/** Numbers, dates as serials, texts, truth values; `error` is an Excel error value, `unsupported` names what is not computed. */
export type CalcResult =
  | number
  | string
  | boolean
  | { readonly error: string }
  | { readonly unsupported: string };
/** Sheet → cell → result, formula cells only. */
export type CalcResults = Readonly<Record<string, Readonly<Record<string, CalcResult>>>>;

/** Computes every formula cell of an .xlsx file. Throws RUL001–RUL007 for files that it does not open. */
export async function calcBook(
  path: string,
  options: { readonly clock?: Clock } = {},
): Promise<CalcResults> {
  return calcData(openBook(path), options.clock ?? systemClock);
}

/** A formula cell of a book that has been computed; `cell` is its name (B3). */
export interface CalculatedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly value: CalcResult;
}

/**
 * `calcBook` for programs that go through the values once: every formula cell, sheet by sheet and row by row, without an object
 * of them all. Throws RUL001–RUL007.
 */
export function* calculatedCells(
  path: string,
  options: { readonly clock?: Clock } = {},
): Generator<CalculatedCell> {
  const world = new CalcWorld(openBook(path));
  world.startRound(momentOf((options.clock ?? systemClock).now(), world.date1904));
  world.computeAll();
  for (const sheet of world.sheets)
    for (const [cell, value] of cellsOf(sheet)) yield { sheet: sheet.name, cell, value };
}

/** The same for a book that has been read already. */
export function calcData(data: BookData, clock: Clock): CalcResults {
  const world = new CalcWorld(data);
  world.startRound(momentOf(clock.now(), world.date1904));
  return resultsOf(world);
}

/** Results of a world whose round has been started; those of a sheet are put together when they are asked for. */
export function resultsOf(world: CalcWorld): CalcResults {
  world.computeAll();
  const results: Record<string, Record<string, CalcResult>> = Object.create(null);
  for (const sheet of world.sheets) {
    let cells: Record<string, CalcResult> | null = null;
    Object.defineProperty(results, sheet.name, {
      enumerable: true,
      configurable: true,
      get: () => {
        cells ??= Object.fromEntries(cellsOf(sheet));
        return cells;
      },
    });
  }
  return results;
}

function* cellsOf(sheet: CalcSheet): Generator<[cell: string, value: CalcResult]> {
  const columns: { readonly letters: string; readonly column: CalcColumn; readonly col: number }[] =
    [];
  sheet.columns.forEach((column, col) => {
    if (column.formulas > 0) columns.push({ letters: columnLetters(col), column, col });
  });
  for (let row = 0; row < sheet.rowCount; row++) {
    const number = String(row + 1);
    for (const { letters, column, col } of columns)
      if (column.programs[row]) yield [letters + number, resultAt(sheet, row, col)];
  }
}

function resultAt(sheet: CalcSheet, row: number, col: number): CalcResult {
  try {
    const v = sheet.read(row, col);
    if (v instanceof CellError) return { error: v.code };
    return v === null ? 0 : v;
  } catch (error) {
    if (error instanceof Uncomputable) return { unsupported: error.subject };
    throw error;
  }
}
