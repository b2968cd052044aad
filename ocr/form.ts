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
  /** For master: name of the list handed in at reading time, as "シート名/列名". */
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
  readonly layout: FormLayout;
}

/** Where everything stands on the paper. */
export interface FormLayout {
  /** Solid corner squares: top left, top right, bottom left, bottom right. */
  readonly markers: readonly [MmBox, MmBox, MmBox, MmBox];
  readonly qr: MmBox;
  /** Per field name. */
  readonly zones: Readonly<Record<string, FieldZone>>;
  /** Lines and captions to print. */
  readonly drawing: readonly DrawItem[];
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
