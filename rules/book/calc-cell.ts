/** One cell while a book is computed, and the sheet that holds it. */
import type { Compiled } from "../formula/compile-binding.ts";
import type { SheetModel } from "../formula/model.ts";
import type { Scalar, Uncomputable, Value } from "../formula/value.ts";

export interface FormulaSlot {
  readonly text: string;
  /** Null until it is first needed. */
  run: Compiled | Uncomputable | null;
  readonly array: boolean;
  /** "idle" must be computed, "running" is being computed now. */
  state: "idle" | "running" | "done" | "failed";
  /** The round in which `state` was set; older ones are idle. */
  round: number;
  failure: Uncomputable | null;
  /** Whole result of an array formula, for the other cells of its range. */
  whole: Value;
}

export interface CalcCell {
  readonly row: number;
  readonly col: number;
  value: Scalar;
  formula: FormulaSlot | null;
  /** The cell of an array formula that fills this one. */
  spill: CalcCell | null;
  readonly style: number;
  readonly phonetic: string | null;
}

export type Compute = (sheet: CalcSheet, cell: CalcCell) => Scalar;

export class CalcSheet implements SheetModel {
  readonly name: string;
  readonly index: number;
  readonly columnStyles: ReadonlyMap<number, number>;
  rows: (CalcCell | undefined)[][];
  rowCount: number;
  colCount: number;
  version = 0;
  hasFormulas = false;
  readonly #compute: Compute;

  constructor(fields: {
    name: string;
    index: number;
    columnStyles: ReadonlyMap<number, number>;
    compute: Compute;
  }) {
    this.name = fields.name;
    this.index = fields.index;
    this.columnStyles = fields.columnStyles;
    this.#compute = fields.compute;
    this.rows = [];
    this.rowCount = 0;
    this.colCount = 0;
  }

  cell(row: number, col: number): CalcCell | undefined {
    return this.rows[row]?.[col];
  }

  put(cell: CalcCell): void {
    const row = this.rows[cell.row] ?? [];
    row[cell.col] = cell;
    this.rows[cell.row] = row;
    this.rowCount = Math.max(this.rowCount, cell.row + 1);
    this.colCount = Math.max(this.colCount, cell.col + 1);
    if (cell.formula) this.hasFormulas = true;
  }

  /** Puts other rows in the place of all rows from `first` on. */
  replaceRows(first: number, rows: readonly (CalcCell | undefined)[][]): void {
    this.rows = [...this.rows.slice(0, first), ...rows];
    this.rowCount = this.rows.length;
    this.version++;
  }

  read(row: number, col: number): Scalar {
    const cell = this.rows[row]?.[col];
    if (cell === undefined) return null;
    return cell.formula === null && cell.spill === null ? cell.value : this.#compute(this, cell);
  }

  hasFormula(row: number, col: number): boolean {
    return this.rows[row]?.[col]?.formula != null;
  }

  phonetic(row: number, col: number): string | null {
    return this.rows[row]?.[col]?.phonetic ?? null;
  }
}
