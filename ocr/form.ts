/** A form (様式) as plain data: fields, types and geometry in millimetres; one truth for printing and reading. */

/** Rectangle in millimetres from the paper's top left corner. */
export interface MmBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 種類: what stands in a field, and so which readers and checks it gets. */
export type FieldType =
  | "digits" // boxed or plain digits of a fixed or greatest length
  | "amount"
  | "date"
  | "choice" // exactly one of several ☑ boxes
  | "check" // one ☑ box
  | "postal-code"
  | "phone"
  | "corporate-number" // 法人番号
  | "invoice-number" // 登録番号 T+13, the T is pre-printed
  | "account-number"
  | "account-kana" // 口座名義カナ, 全銀 characters
  | "master" // one of the values of a master list (bank, branch)
  | "kana"
  | "name"
  | "organisation" // 会社・法人・団体の名前
  | "address"
  | "text";

/** One field (項目) of a form. */
export interface FormField {
  /** Japanese name: the same in sentences ({氏名}), columns of the check book and reports. */
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Number of one-character boxes; null = free zone. */
  readonly boxes: number | null;
  /** Greatest number of characters; null = no limit declared. */
  readonly maxLength: number | null;
  /** For choice: captions in order. For check: the one caption, value when ticked ("" when not). */
  readonly options: readonly string[];
  /**
   * Name of the list handed in at reading time, as "シート名/列名"; null for none. A field of type master needs it; digits
   * (codes), postal codes, addresses and organisations may have it. Fields with lists of one sheet must stand in one row of it.
   */
  readonly master: string | null;
  /** 手書き or 印字; decides which readers are used. */
  readonly writing: "print" | "hand";
}

/** A form with everything needed to print it and to read it. */
export interface Form {
  readonly format: 1;
  /** For example "SAIKEN-01"; printed in the QR code. */
  readonly id: string;
  /** Raised when the geometry changes; pages carry it in their QR code. */
  readonly version: number;
  readonly title: string;
  readonly paper: { readonly width: number; readonly height: number };
  readonly fields: readonly FormField[];
  /** Tables (表): their cells stand among `fields`. Left out when there are none. */
  readonly tables?: readonly FormTable[];
  readonly layout: FormLayout;
}

/** A table: rows × columns of cells, each a field of its own called by `cellName`. */
export interface FormTable {
  readonly name: string;
  /** Names of the rows in order, the total row included; they stand in the first column of the paper. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row whose cells are the sums of the cells above them; null = none. Only amounts and digits are added up. */
  readonly totalRow: string | null;
  /** Column whose cells are the sums of the summed cells to their left; null = none. */
  readonly totalColumn: string | null;
  /** Columns that are added up, the total column left out. */
  readonly summed: readonly string[];
}

/** Field name of a cell, for example 内訳・4月・金額. */
export const cellName = (table: string, row: string, column: string): string =>
  `${table}\u30fb${row}\u30fb${column}`;

/** Where everything stands on the paper. */
export interface FormLayout {
  /**
   * Solid corner squares: top left, top right, bottom left, bottom right. On an adopted form (`landmarks` is
   * there) they and the QR code have no size and are never looked for.
   */
  readonly markers: readonly [MmBox, MmBox, MmBox, MmBox];
  readonly qr: MmBox;
  /** Per field name. */
  readonly zones: Readonly<Record<string, FieldZone>>;
  /** Lines and captions to print; empty on an adopted form. */
  readonly drawing: readonly DrawItem[];
  /** Only on forms that we did not design (既存の様式): what stands on every copy, to find the page by. */
  readonly landmarks?: Landmarks;
}

/** What a blank copy of an adopted form shows: its pages are found by these instead of markers and QR code. */
export interface Landmarks {
  readonly rules: readonly RuleMark[];
  readonly words: readonly WordMark[];
}

/** A ruled line (罫線), in millimetres. */
export interface RuleMark {
  readonly direction: "across" | "down";
  /** Its distance from the top (across) or from the left (down). */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A printed word as a coarse picture, four points per millimetre. */
export interface WordMark {
  /** Top left corner in millimetres. */
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  /** One bit per point, row by row, highest bit first, in base64. */
  readonly ink: string;
}

/** Where one field is written. */
export interface FieldZone {
  /**
   * The writing area between its printed rules. Written text keeps ≥ 1.5 mm from the rules, so a reader
   * may crop 1 mm inside. Pre-printed words (¥, 円, 年, 月, 日) stand outside a free zone, but inside the
   * area of a boxed field, between its boxes.
   */
  readonly area: MmBox;
  /** One per character box, in reading order; empty for a free zone. Neighbouring boxes share a rule. */
  readonly boxes: readonly MmBox[];
  /** One per option for choice and check; empty otherwise. */
  readonly ticks: readonly MmBox[];
  /**
   * Words printed before the first character that belong to the value but are not read: "令和" for a
   * date (whose 6 boxes hold year, month and day of the era, two each, 08 or blank+8), "T" for a 登録番号; else "".
   */
  readonly preprinted: string;
  /** Words of the form inside the area (円, 年, 〒), only on adopted forms: whitened before a reader sees the zone. */
  readonly printed?: readonly MmBox[];
}

/** Something printed on every copy of the form. */
export type DrawItem =
  /** Outline; `lineWidth` in points. */
  | { readonly kind: "rect"; readonly box: MmBox; readonly lineWidth: number }
  /** Straight line from the top left to the bottom right of `box` (one side is 0); `lineWidth` in points. */
  | { readonly kind: "line"; readonly box: MmBox; readonly lineWidth: number }
  | { readonly kind: "fill"; readonly box: MmBox }
  /** One line of text, centred vertically in `box`. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly box: MmBox;
      /** Points. */
      readonly size: number;
      readonly align: "left" | "center" | "right";
    };
