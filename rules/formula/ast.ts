/** The tree of a parsed formula: plain data, cell references kept relative to the cell that holds the formula. */
import type { Scalar } from "./value.ts";

/** A row or column: an absolute index, or an offset from the cell that holds the formula. */
export interface Coordinate {
  readonly absolute: boolean;
  readonly n: number;
}

export interface AreaNode {
  readonly kind: "area";
  /** Null for the sheet of the formula itself. */
  readonly sheet: string | null;
  /** Last sheet of a 3-D reference (1月:3月!B2). */
  readonly lastSheet: string | null;
  readonly top: Coordinate;
  readonly left: Coordinate;
  readonly bottom: Coordinate;
  readonly right: Coordinate;
  /** Written as one cell (A1), not as a range (A1:A1). */
  readonly single: boolean;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "&"
  | "="
  | "<>"
  | "<"
  | ">"
  | "<="
  | ">=";

export interface TableNode {
  readonly kind: "table";
  /** "" for a reference inside the table itself ([@単価]). */
  readonly table: string;
  /** What stands between the outer brackets. */
  readonly inner: string;
}

export type FormulaNode =
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "missing" }
  | { readonly kind: "constant"; readonly rows: readonly (readonly Scalar[])[] }
  | AreaNode
  | TableNode
  | {
      readonly kind: "name";
      readonly name: string;
      readonly sheet: string | null;
      /** A parameter of LAMBDA that need not be given ([x]). */
      readonly optional: boolean;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: "apply"; readonly target: FormulaNode; readonly args: readonly FormulaNode[] }
  | {
      /** "spilled" is A1#: all cells that the array formula in A1 fills. */
      readonly kind: "negate" | "plus" | "percent" | "single" | "spilled";
      readonly arg: FormulaNode;
    }
  | {
      readonly kind: "binary";
      /** Stands in brackets of its own. */
      readonly grouped?: true;
      readonly op: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: "span" | "intersect"; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: "union"; readonly parts: readonly FormulaNode[] };
