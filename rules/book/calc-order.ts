/**
 * The order in which whole columns of one formula are computed: columns that others look at come first. It only saves time:
 * whatever a formula finds not yet computed is computed when it is asked for.
 */
import type { AreaNode, Coordinate } from "../formula/ast.ts";
import { lastRow } from "../formula/value.ts";
import type { Stretch } from "./calc-column.ts";
import type { CalcSheet } from "./calc-sheet.ts";

export interface ColumnRun {
  readonly sheet: CalcSheet;
  readonly col: number;
  readonly stretch: Stretch;
}

interface Sheets {
  readonly sheets: readonly CalcSheet[];
  sheet(name: string): CalcSheet | undefined;
}

/** Shorter runs of a formula are computed with the rest of their row. */
const fewest = 8;
/** Books of more different formulas than this have no columns that it would pay to order. */
const mostRuns = 2_000;
const mostLooks = 50_000;

/** Empty when a book has too many different formulas. */
export function columnOrder(world: Sheets): readonly ColumnRun[] {
  const runs = runsOf(world);
  if (runs.length > mostRuns) return [];
  const byColumn = new Map<CalcSheet, Map<number, ColumnRun[]>>();
  for (const run of runs) {
    const columns = byColumn.get(run.sheet) ?? new Map<number, ColumnRun[]>();
    byColumn.set(run.sheet, columns);
    columns.set(run.col, [...(columns.get(run.col) ?? []), run]);
  }
  return new Ordering(world, byColumn).ordered(runs);
}

function runsOf(world: Sheets): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const sheet of world.sheets) {
    sheet.columns.forEach((column, col) => {
      if (column.waiting === 0) return;
      for (const stretch of column.stretches.values()) {
        const { program, count } = stretch;
        if (count >= fewest && !program.array && !program.failure)
          runs.push({ sheet, col, stretch });
      }
    });
  }
  return runs;
}

class Ordering {
  readonly #world: Sheets;
  readonly #byColumn: ReadonlyMap<CalcSheet, ReadonlyMap<number, readonly ColumnRun[]>>;
  readonly #seen = new Set<ColumnRun>();
  readonly #order: ColumnRun[] = [];
  #looks = 0;

  constructor(
    world: Sheets,
    byColumn: ReadonlyMap<CalcSheet, ReadonlyMap<number, readonly ColumnRun[]>>,
  ) {
    this.#world = world;
    this.#byColumn = byColumn;
  }

  ordered(runs: readonly ColumnRun[]): readonly ColumnRun[] {
    for (const run of runs) this.#visit(run);
    return this.#looks > mostLooks ? [] : this.#order;
  }

  #visit(run: ColumnRun): void {
    if (this.#seen.has(run)) return;
    this.#seen.add(run);
    for (const area of run.stretch.program.areas) {
      const sheet = area.sheet === null ? run.sheet : this.#world.sheet(area.sheet);
      if (sheet && area.lastSheet === null) this.#visitArea(run, area, sheet);
    }
    this.#order.push(run);
  }

  #visitArea(run: ColumnRun, area: AreaNode, sheet: CalcSheet): void {
    const columns = this.#byColumn.get(sheet);
    if (!columns) return;
    const { first, last } = run.stretch;
    const top = at(area.top, first);
    const bottom = Math.min(at(area.bottom, last), lastRow);
    const [left, right] = [at(area.left, run.col), at(area.right, run.col)];
    for (const [col, others] of columns) {
      if (col >= Math.min(left, right) && col <= Math.max(left, right))
        this.#visitRows(others, top, bottom);
    }
  }

  #visitRows(others: readonly ColumnRun[], top: number, bottom: number): void {
    for (const other of others) {
      if (++this.#looks > mostLooks) return;
      if (other.stretch.last >= top && other.stretch.first <= bottom) this.#visit(other);
    }
  }
}

function at(c: Coordinate, home: number): number {
  return c.absolute ? c.n : home + c.n;
}
