/** The world that a formula looks at: sheets of cells, names and the date of today. */
import type { RefValue, Scalar, Value } from "./value.ts";

/** One sheet as the engine sees it; rows and columns count from 0. */
export interface SheetModel {
  readonly name: string;
  readonly index: number;
  /** Rows that hold anything (index of the last one plus 1). */
  readonly rowCount: number;
  readonly colCount: number;
  /** Value of a cell, computing its formula first when it has one. */
  read(row: number, col: number): Scalar;
  /** Whether the cell holds a formula. */
  hasFormula(row: number, col: number): boolean;
  /** Reading (ふりがな) that was typed with a text; null when there is none. */
  phonetic(row: number, col: number): string | null;
  /** Text of a formula without "="; null when the cell holds none. */
  formulaText(row: number, col: number): string | null;
  /** Hidden by hand, by a filter, or shown. */
  rowState(row: number): "shown" | "hidden" | "filtered";
  /** Whether the cell holds SUBTOTAL or AGGREGATE. */
  isSubtotal(row: number, col: number): boolean;
  /** Changes when the contents of a column may have changed. */
  columnVersion(col: number): number;
  /** No formula of the column still waits to be computed. */
  isSettled(col: number): boolean;
  /** Changes whenever the contents may have changed; lookup indexes are kept as long as it stays. */
  readonly version: number;
}

/** A table (テーブル) of a sheet, for structured references. */
export interface TableModel {
  readonly name: string;
  readonly sheet: SheetModel;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly columns: readonly string[];
  readonly headerRows: number;
  readonly totalsRows: number;
}

export interface FormulaWorld {
  sheet(name: string): SheetModel | undefined;
  readonly sheets: readonly SheetModel[];
  /** Value of a defined name; undefined when there is no such name. */
  nameValue(name: string, env: Env): Value | undefined;
  table(name: string): TableModel | undefined;
  tableAt(sheet: SheetModel, row: number, col: number): TableModel | undefined;
  /** The cells that an array formula fills; null when there is none. */
  spillArea(ref: RefValue): RefValue | null;
  /** Counts one call of a LAMBDA; throws Uncomputable when a formula takes too many. */
  countStep(): void;
  /** Serial number of today, whole days. */
  today(): number;
  /** Serial number of this moment. */
  now(): number;
  /**
   * "excel": text is always greater than numbers. "fields": values are texts from a form, so a text that reads as a number
   * is compared as one (see compare-fields.ts).
   */
  readonly comparison: "excel" | "fields";
}

/** Where a formula stands while it is evaluated. */
export interface Env {
  readonly world: FormulaWorld;
  readonly sheet: SheetModel;
  readonly row: number;
  readonly col: number;
  /** Names bound by LET and LAMBDA, innermost first. */
  readonly locals: LocalScope | null;
}

export interface LocalScope {
  readonly name: string;
  /** Undefined for an optional parameter that was not given. */
  readonly value: Value | undefined;
  readonly outer: LocalScope | null;
}
