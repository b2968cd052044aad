/** A workbook as it stands in the file: plain data, nothing computed. */
import type { Scalar } from "../formula/value.ts";

export interface FormulaData {
  /** Without "="; "" for the later cells of a shared formula. */
  readonly text: string;
  readonly kind: "normal" | "array" | "shared" | "data-table";
  /** Range of an array formula (A1:B2). */
  readonly ref: string | null;
  readonly sharedIndex: string | null;
  /** An array formula that fills as many cells as its result has (dynamic array). */
  readonly dynamic?: boolean;
}

export interface CellData {
  /** The value stored in the file (for formulas: the one that Excel computed last). */
  readonly value: Scalar;
  readonly formula: FormulaData | null;
  /** Index into the styles of the book. */
  readonly style: number;
  /** ふりがな of the text. */
  readonly phonetic: string | null;
}

export interface SheetData {
  readonly name: string;
  /** Name of its part in the package; "" for sheets without cells (charts). */
  readonly part: string;
  /** Sparse: rows[row][column], both from 0. */
  readonly rows: readonly (readonly (CellData | undefined)[] | undefined)[];
  readonly rowCount: number;
  readonly colCount: number;
  /** Style of whole columns, where they have one. */
  readonly columnStyles: ReadonlyMap<number, number>;
  readonly tables: readonly TableData[];
  /** Rows that do not show, from 0. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Rows of a filter (オートフィルター) that hides some of its rows. */
  readonly filter?: { readonly top: number; readonly bottom: number } | null;
}

export interface TableData {
  readonly part: string;
  readonly name: string;
  readonly ref: string;
  readonly columns: readonly string[];
  readonly headerRows: number;
  readonly totalsRows: number;
}

export interface NameData {
  readonly name: string;
  readonly text: string;
  /** Index of the sheet that it belongs to; null for the whole book. */
  readonly sheet: number | null;
}

export interface BookData {
  readonly file: string;
  readonly sheets: readonly SheetData[];
  readonly names: readonly NameData[];
  /** Days are counted from 1904 on, as old Macs did. */
  readonly date1904: boolean;
  /** Number format of each style. */
  readonly formats: readonly string[];
}
