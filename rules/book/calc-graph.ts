/**
 * Which formulas a changed cell touches. Nothing is kept per cell: each distinct formula knows its areas relative to its
 * place, so the cells that look at a changed range follow by arithmetic, whole columns of them at once.
 */
import type { AreaNode, Coordinate } from "../formula/ast.ts";
import type { Program } from "../formula/program.ts";
import { tableReference } from "../formula/table-reference.ts";
import { isRef, lastColumn, lastRow, type RefValue, Uncomputable } from "../formula/value.ts";
import type { Stretch } from "./calc-column.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import type { CalcWorld } from "./calc-world.ts";

/** Cells of one column that hold the same program. */
interface Run {
  readonly program: Program;
  readonly sheet: CalcSheet;
  readonly col: number;
  readonly rows: Stretch;
}

/** What the cells of a run look at. */
interface Look {
  readonly run: Run;
  readonly top: Coordinate;
  readonly bottom: Coordinate;
  /** Columns, already fixed because a run has one column. */
  readonly left: number;
  readonly right: number;
}

/** Looks at more columns than this are kept in one list per sheet. */
const widest = 64;

export class CalcGraph {
  readonly #world: CalcWorld;
  readonly #nameOf: (name: string, sheet: number) => Program | undefined;
  readonly #runs = new Map<Program, Map<string, Run>>();
  /** By sheet: looks by column, and those over very many columns. */
  readonly #byColumn = new Map<CalcSheet, Map<number, Look[]>>();
  readonly #wide = new Map<CalcSheet, Look[]>();
  readonly #roaming = new Set<Run>();

  constructor(world: CalcWorld, nameOf: (name: string, sheet: number) => Program | undefined) {
    this.#world = world;
    this.#nameOf = nameOf;
    for (const sheet of world.sheets) {
      sheet.columns.forEach((column, col) => {
        for (const program of column.stretches.keys()) this.add(sheet, col, program);
      });
    }
  }

  /** A program that stands in a column of a sheet now. */
  add(sheet: CalcSheet, col: number, program: Program): void {
    const rows = sheet.columns[col]?.stretches.get(program);
    const runs = this.#runs.get(program) ?? new Map<string, Run>();
    this.#runs.set(program, runs);
    const key = `${sheet.index},${col}`;
    if (!rows || runs.has(key)) return;
    const run: Run = { program, sheet, col, rows };
    runs.set(key, run);
    this.#lookFrom(run, program, new Set());
  }

  /** Everything that looks at this range, directly or not, must be computed again. */
  spoil(changed: RefValue): void {
    const waiting: RefValue[] = [changed];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const look of this.#looksAt(next)) this.#doubtRows(look, next, waiting);
      if (waiting.length === 0) for (const run of this.#roaming) this.#doubtAll(run, waiting);
    }
  }

  #looksAt(area: RefValue): readonly Look[] {
    const sheet = this.#world.sheets[area.sheet.index];
    if (!sheet) return [];
    const found = new Set<Look>();
    const columns = this.#byColumn.get(sheet);
    const right = Math.min(area.right, sheet.colCount);
    for (let col = area.left; columns && col <= right; col++)
      for (const look of columns.get(col) ?? []) found.add(look);
    for (const look of this.#wide.get(sheet) ?? [])
      if (look.left <= area.right && look.right >= area.left) found.add(look);
    return [...found];
  }

  /** Rows whose formula looks at the changed rows: top(r) ≤ bottom of the change and bottom(r) ≥ its top. */
  #doubtRows(look: Look, changed: RefValue, waiting: RefValue[]): void {
    const { top, bottom, run } = look;
    let low = 0;
    let high = lastRow;
    if (top.absolute) {
      if (top.n > changed.bottom) return;
    } else high = Math.min(high, changed.bottom - top.n);
    if (bottom.absolute) {
      if (bottom.n < changed.top) return;
    } else low = Math.max(low, changed.top - bottom.n);
    this.#doubt(run, { low, high }, waiting);
  }

  #doubtAll(run: Run, waiting: RefValue[]): void {
    this.#doubt(run, { low: 0, high: lastRow }, waiting);
  }

  #doubt(run: Run, rows: { low: number; high: number }, waiting: RefValue[]): void {
    const { program, sheet, col } = run;
    const column = sheet.columns[col];
    if (!column) return;
    const doubted: number[] = [];
    const last = Math.min(rows.high, run.rows.last);
    for (let row = Math.max(rows.low, run.rows.first); row <= last; row++) {
      if (column.programs[row] !== program || !this.#world.doubt(sheet, { row, col })) continue;
      doubted.push(row);
      const filled = column.extras.get(row)?.array;
      if (filled?.dynamic && filled.area) waiting.push(filled.area);
    }
    if (doubted.length === 0) return;
    column.version++;
    for (const [top, bottom] of runsOf(doubted))
      waiting.push({ kind: "ref", sheet, top, left: col, bottom, right: col });
  }

  #lookFrom(run: Run, program: Program, seen: Set<Program>): void {
    if (seen.has(program)) return;
    seen.add(program);
    const { facts } = program;
    if (facts.roaming) this.#roaming.add(run);
    for (const area of facts.areas) this.#lookAt(run, area);
    for (const { name } of facts.names) {
      const named = this.#nameOf(name, run.sheet.index);
      if (named) this.#lookFrom(run, named, seen);
    }
    for (const table of facts.tables) this.#lookAtTable(run, table);
  }

  /** [@単価] moves with the row; all other parts of a table stand still. */
  #lookAtTable(run: Run, table: Program["facts"]["tables"][number]): void {
    const env = {
      world: this.#world,
      sheet: run.sheet,
      row: run.rows.first,
      col: run.col,
      locals: null,
    };
    try {
      const ref = tableReference(table, env);
      if (!isRef(ref)) return;
      const own = /^\s*@|#this row/i.test(table.inner);
      const fixed = (n: number): Coordinate => ({ absolute: true, n });
      const moving: Coordinate = { absolute: false, n: 0 };
      this.#keep(ref.sheet.index, {
        run,
        top: own ? moving : fixed(ref.top),
        bottom: own ? moving : fixed(ref.bottom),
        left: ref.left,
        right: ref.right,
      });
    } catch (error) {
      if (!(error instanceof Uncomputable)) throw error;
    }
  }

  #lookAt(run: Run, area: AreaNode): void {
    const from = area.sheet === null ? run.sheet : this.#world.sheet(area.sheet);
    const to = area.lastSheet === null ? from : this.#world.sheet(area.lastSheet);
    if (!from || !to) return;
    const a = columnOf(area.left, run.col);
    const b = columnOf(area.right, run.col);
    for (let i = Math.min(from.index, to.index); i <= Math.max(from.index, to.index); i++) {
      const [top, bottom] = [area.top, area.bottom];
      this.#keep(i, { run, top, bottom, left: Math.min(a, b), right: Math.max(a, b) });
    }
  }

  #keep(sheetIndex: number, look: Look): void {
    const sheet = this.#world.sheets[sheetIndex];
    if (!sheet) return;
    if (look.right - look.left > widest) {
      const list = this.#wide.get(sheet) ?? [];
      list.push(look);
      this.#wide.set(sheet, list);
      return;
    }
    const columns = this.#byColumn.get(sheet) ?? new Map<number, Look[]>();
    this.#byColumn.set(sheet, columns);
    for (let col = look.left; col <= look.right; col++) {
      const list = columns.get(col) ?? [];
      list.push(look);
      columns.set(col, list);
    }
  }
}

function columnOf(c: Coordinate, home: number): number {
  const col = c.absolute ? c.n : home + c.n;
  return Math.min(lastColumn, Math.max(0, col));
}

/** Rising numbers as spans without gaps. */
function runsOf(rows: readonly number[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else spans.push([row, row]);
  }
  return spans;
}
