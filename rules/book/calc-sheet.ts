/** A sheet that is computed: sparse rows of cells, with versions for the indexes that are kept over its columns. */
import type { SheetModel } from "../formula/model.ts";
import type { Scalar } from "../formula/value.ts";
import type { CalcCell } from "./calc-cell.ts";

export type Compute = (sheet: CalcSheet, cell: CalcCell) => Scalar;

export interface SheetShape {
  readonly name: string;
  readonly index: number;
  readonly columnStyles: ReadonlyMap<number, number>;
  /** Zero-based rows that do not show. */
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last row of a filter that hides rows; null without one. */
  readonly filter: { readonly top: number; readonly bottom: number } | null;
  readonly compute: Compute;
}

export class CalcSheet implements SheetModel {
  readonly name: string;
  readonly index: number;
  readonly columnStyles: ReadonlyMap<number, number>;
  rows: (CalcCell | undefined)[][] = [];
  rowCount = 0;
  colCount = 0;
  version = 0;
  hasFormulas = false;
  readonly #shape: SheetShape;
  readonly #compute: Compute;
  readonly #columnVersions: number[] = [];
  /** Formulas of each column, and how many of them wait to be computed. */
  #formulas: number[] = [];
  #waiting: number[] = [];

  constructor(shape: SheetShape) {
    this.name = shape.name;
    this.index = shape.index;
    this.columnStyles = shape.columnStyles;
    this.#shape = shape;
    this.#compute = shape.compute;
  }

  cell(row: number, col: number): CalcCell | undefined {
    return this.rows[row]?.[col];
  }

  put(cell: CalcCell): void {
    const row = this.rows[cell.row] ?? [];
    if (row[cell.col]?.formula) this.#count(cell.col, -1);
    row[cell.col] = cell;
    this.rows[cell.row] = row;
    if (cell.row >= this.rowCount) this.rowCount = cell.row + 1;
    if (cell.col >= this.colCount) this.colCount = cell.col + 1;
    this.touch(cell.col);
    if (cell.formula) this.#count(cell.col, 1);
  }

  #count(col: number, more: 1 | -1): void {
    this.hasFormulas = true;
    this.#formulas[col] = (this.#formulas[col] ?? 0) + more;
    this.waits(col, more);
  }

  remove(row: number, col: number): void {
    delete this.rows[row]?.[col];
    this.touch(col);
  }

  /** Puts other rows in the place of all rows from `first` on. */
  replaceRows(first: number, rows: readonly (CalcCell | undefined)[][]): void {
    this.rows = [...this.rows.slice(0, first), ...rows];
    this.rowCount = this.rows.length;
    this.version++;
    this.#formulas = [];
    for (const row of this.rows) {
      for (const cell of row ?? []) {
        if (cell?.formula) this.#formulas[cell.col] = (this.#formulas[cell.col] ?? 0) + 1;
      }
    }
    this.restart();
  }

  /** Every formula must be computed again. */
  restart(): void {
    this.#waiting = [...this.#formulas];
  }

  /** A formula of the column became doubtful, or was computed. */
  waits(col: number, more: 1 | -1): void {
    this.#waiting[col] = (this.#waiting[col] ?? 0) + more;
  }

  touch(col: number): void {
    this.#columnVersions[col] = (this.#columnVersions[col] ?? 0) + 1;
  }

  columnVersion(col: number): number {
    return this.#columnVersions[col] ?? 0;
  }

  isSettled(col: number): boolean {
    return (this.#waiting[col] ?? 0) <= 0;
  }

  read(row: number, col: number): Scalar {
    const cell = this.rows[row]?.[col];
    if (cell === undefined) return null;
    return cell.formula === null && cell.spill === null ? cell.value : this.#compute(this, cell);
  }

  hasFormula(row: number, col: number): boolean {
    return this.rows[row]?.[col]?.formula != null;
  }

  formulaText(row: number, col: number): string | null {
    const cell = this.rows[row]?.[col];
    return cell?.formula?.text ?? cell?.spill?.formula?.text ?? null;
  }

  phonetic(row: number, col: number): string | null {
    return this.rows[row]?.[col]?.phonetic ?? null;
  }

  rowState(row: number): "shown" | "hidden" | "filtered" {
    const { hiddenRows, filter } = this.#shape;
    if (!hiddenRows.has(row)) return "shown";
    return filter && row > filter.top && row <= filter.bottom ? "filtered" : "hidden";
  }

  isSubtotal(row: number, col: number): boolean {
    return this.rows[row]?.[col]?.formula?.program.facts.subtotal ?? false;
  }
}
