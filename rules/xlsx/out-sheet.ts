/** A sheet that buka writes, as plain data. */
import type { StyleName } from "./write-styles.ts";

export interface OutCell {
  readonly value: string | number | null;
  readonly style: StyleName;
}

export interface OutColumn {
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
}

export interface OutPicture {
  /** Zero-based cell whose top left corner it hangs on. */
  readonly row: number;
  readonly col: number;
  readonly png: Uint8Array;
  /** Size on the sheet in pixels (96 dpi). */
  readonly width: number;
  readonly height: number;
}

export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  /** Points by zero-based row; others are fitted by Excel. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly cols: number };
  /** Filter buttons on this area, for example "A1:F20". */
  readonly filter?: string;
  /** Drop-down lists. */
  readonly lists?: readonly {
    readonly area: string;
    readonly items: readonly string[];
    readonly hint: string;
  }[];
  /** Only unlocked cells can be changed; no password. */
  readonly locked?: boolean;
  /** Repeats this many rows on every printed page. */
  readonly printTitleRows?: number;
  readonly pictures?: readonly OutPicture[];
}
