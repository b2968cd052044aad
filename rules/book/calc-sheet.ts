/** A sheet that is computed: columns of cells, with versions for the indexes that are kept over them. */
import type { SheetModel } from "../formula/model.ts";
import type { Program } from "../formula/program.ts";
import type { Scalar } from "../formula/value.ts";
import { CalcColumn, cellMark, type Pace } from "./calc-column.ts";

/** Computes a formula cell that has no value in this round. */
export type Compute = (sheet: CalcSheet, row: number, col: number) => Scalar;

export interface SheetShape {
  readonly columnStyles: ReadonlyMap<number, number>;
  /** Zero-based rows that do not show. */
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last row of a filter that hides rows; null without one. */
  readonly filter: { readonly top: number; readonly bottom: number } | null;
}

export const plainShape: SheetShape = {
  columnStyles: new Map(),
  hiddenRows: new Set(),
  filter: null,
};

export class CalcSheet implements SheetModel {
  readonly name: string;
  readonly index: number;
  /** Holes are columns without cells. */
  readonly columns: CalcColumn[] = [];
  shape: SheetShape = plainShape;
  rowCount = 0;
  colCount = 0;
  version = 0;
  hasFormulas = false;
  readonly #pace: Pace;
  readonly #compute: Compute;

  constructor(source: { name: string; index: number; pace: Pace; compute: Compute }) {
    this.name = source.name;
    this.index = source.index;
    this.#pace = source.pace;
    this.#compute = source.compute;
  }

  get columnStyles(): ReadonlyMap<number, number> {
    return this.shape.columnStyles;
  }

  /** The column at this place, made when it is new; the sheet reaches to this row at least. */
  columnFor(row: number, col: number): CalcColumn {
    if (row >= this.rowCount) this.rowCount = row + 1;
    const known = this.columns[col];
    if (known) return known;
    const made = new CalcColumn(this.#pace);
    this.columns[col] = made;
    if (col >= this.colCount) this.colCount = col + 1;
    return made;
  }

  /** Puts a value into a cell; style and reading of the cell stay. */
  putValue(row: number, col: number, value: Scalar): void {
    const column = this.columnFor(row, col);
    column.putValue(row, value);
    column.version++;
  }

  putFormula(row: number, col: number, formula: { program: Program; value: Scalar }): CalcColumn {
    const column = this.columnFor(row, col);
    column.putFormula(row, formula.program, formula.value);
    column.version++;
    this.hasFormulas = true;
    return column;
  }

  has(row: number, col: number): boolean {
    return this.columns[col]?.values[row] !== undefined;
  }

  /** What stands in the cell, as it stands: formulas are not computed. */
  stored(row: number, col: number): Scalar {
    return this.columns[col]?.values[row] ?? null;
  }

  /** Style of a cell; undefined when the cell does not exist. */
  styleOf(row: number, col: number): number | undefined {
    const column = this.columns[col];
    return column?.values[row] === undefined ? undefined : (column.styles[row] ?? 0);
  }

  /** Puts rows of values in the place of all rows from `first` on. */
  replaceRows(first: number, rows: readonly (readonly (Scalar | undefined)[])[]): void {
    this.columns.forEach((column) => {
      column.cut(first);
      column.version++;
    });
    this.rowCount = Math.min(this.rowCount, first);
    rows.forEach((row, i) => {
      row.forEach((value, col) => {
        if (value !== undefined) this.columnFor(first + i, col).putValue(first + i, value);
      });
    });
    this.rowCount = Math.max(this.rowCount, first + rows.length);
    this.version++;
    this.restart();
  }

  /** Every formula must be computed again. */
  restart(): void {
    for (const column of this.columns) if (column) column.waiting = column.formulas;
  }

  columnVersion(col: number): number {
    return this.columns[col]?.version ?? 0;
  }

  isSettled(col: number): boolean {
    return (this.columns[col]?.waiting ?? 0) <= 0;
  }

  read(row: number, col: number): Scalar {
    const column = this.columns[col];
    if (column === undefined) return null;
    const { marks } = column;
    if (marks !== null) {
      const mark = marks[row];
      if (mark !== undefined && mark !== cellMark.value && mark !== this.#pace.done)
        return this.#compute(this, row, col);
    }
    const value = column.values[row];
    return value === undefined ? null : value;
  }

  programAt(row: number, col: number): Program | null {
    return this.columns[col]?.programs[row] ?? null;
  }

  hasFormula(row: number, col: number): boolean {
    return this.programAt(row, col) !== null;
  }

  /** Text of the cell's own formula without "="; null when it holds none. */
  ownFormula(row: number, col: number): string | null {
    const program = this.programAt(row, col);
    if (!program) return null;
    return this.columns[col]?.extras.get(row)?.written ?? program.textAt(row + 1, col);
  }

  formulaText(row: number, col: number): string | null {
    const source = this.columns[col]?.extras.get(row)?.filledBy;
    return source ? this.ownFormula(source.row, source.col) : this.ownFormula(row, col);
  }

  phonetic(row: number, col: number): string | null {
    return this.columns[col]?.phonetics.get(row) ?? null;
  }

  rowState(row: number): "shown" | "hidden" | "filtered" {
    const { hiddenRows, filter } = this.shape;
    if (!hiddenRows.has(row)) return "shown";
    return filter && row > filter.top && row <= filter.bottom ? "filtered" : "hidden";
  }

  isSubtotal(row: number, col: number): boolean {
    return this.programAt(row, col)?.facts.subtotal ?? false;
  }
}
