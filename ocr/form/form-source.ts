/** What form.yaml says, as plain data without geometry: the step between the clerk's text and the layout. */
import type { Place } from "../../core/index.ts";
import type { FieldZone, FormField, FormTable, Landmarks } from "../form.ts";
import type { TableSource } from "./read-table.ts";

export interface FieldSource {
  readonly field: FormField;
  /** Printed in the caption cell. */
  readonly caption: string;
  /** Small print under the caption; "" for none. */
  readonly note: string;
  /** Pre-printed words before and after the writing area; "" for none. */
  readonly before: string;
  readonly after: string;
  readonly at: Place;
  /** Where it stands, on an adopted form (既存の様式) only; elsewhere the layout decides. */
  readonly zone: FieldZone | null;
}

export interface NameAt {
  readonly name: string;
  readonly at: Place;
}

/** One entry of 配置, from top to bottom of the page. */
export type Block = { readonly at: Place } & (
  | {
      readonly kind: "row";
      readonly cells: readonly NameAt[];
      /** Shares of the width, one per cell. */
      readonly widths: readonly number[];
      /** Least height in mm; 0 = as the fields need. */
      readonly height: number;
    }
  | { readonly kind: "table"; readonly table: TableSource }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "notes"; readonly lines: readonly string[] }
  | { readonly kind: "office"; readonly title: string; readonly cells: readonly string[] }
);

export interface FormSource {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly titleAt: Place;
  /** 宛先; "" for none. */
  readonly addressee: string;
  readonly preface: string;
  readonly fields: readonly FieldSource[];
  readonly tables: readonly FormTable[];
  readonly blocks: readonly Block[];
  /** Of an adopted form; null for a form that buka lays out. */
  readonly adopted: AdoptedSource | null;
}

/** What form.yaml says of a form that we did not design. */
export interface AdoptedSource {
  readonly paper: { readonly width: number; readonly height: number };
  readonly landmarks: Landmarks;
}
