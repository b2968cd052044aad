/** The words of form.yaml: one table of field types, one of keys; the parser and もしかして are derived from them. */
import type { FieldType } from "../form.ts";

/** A key of one 項目 that only some types take. */
export type TypeKey = "boxes" | "maxLength" | "options" | "master" | "before" | "after";

export interface TypeRow {
  readonly type: FieldType;
  /** How many one-character boxes when 枠 is not written; null = free zone. */
  readonly boxes: number | null;
  /** When true 枠 may not be changed, because the rule behind the type fixes it. */
  readonly fixedBoxes: boolean;
  /** Greatest number of characters when 文字数 is not written. */
  readonly maxLength: number | null;
  readonly keys: readonly TypeKey[];
}

const text = (type: FieldType, maxLength: number): TypeRow => ({
  type,
  boxes: null,
  fixedBoxes: false,
  maxLength,
  keys: ["maxLength", "before", "after"],
});

const boxed = (type: FieldType, boxes: number): TypeRow => ({
  type,
  boxes,
  fixedBoxes: true,
  maxLength: boxes,
  keys: [],
});

const ticked = (type: FieldType): TypeRow => ({
  type,
  boxes: null,
  fixedBoxes: true,
  maxLength: null,
  keys: ["options"],
});

/** A type that may name a list which confirms it. */
const listed = (row: TypeRow): TypeRow => ({ ...row, keys: [...row.keys, "master"] });

const code = (boxes: number): TypeRow => listed(boxed("digits", boxes));

const fromList: TypeRow = {
  type: "master",
  boxes: null,
  fixedBoxes: true,
  maxLength: 20,
  keys: ["master", "maxLength"],
};

/** 種類: what a clerk may write, and what it means. */
export const typeWords: Readonly<Record<string, TypeRow>> = {
  数字: {
    type: "digits",
    boxes: null,
    fixedBoxes: false,
    maxLength: null,
    keys: ["boxes", "maxLength", "before", "after", "master"],
  },
  金融機関コード: code(4),
  支店コード: code(3),
  金額: {
    type: "amount",
    boxes: null,
    fixedBoxes: false,
    maxLength: 11,
    keys: ["boxes", "maxLength"],
  },
  日付: boxed("date", 6),
  西暦日付: boxed("date", 8),
  自由日付: text("date", 11),
  選択: ticked("choice"),
  チェック: ticked("check"),
  郵便番号: listed(boxed("postal-code", 7)),
  電話番号: text("phone", 13),
  法人番号: boxed("corporate-number", 13),
  登録番号: boxed("invoice-number", 13),
  口座番号: boxed("account-number", 7),
  口座名義カナ: boxed("account-kana", 30),
  一覧から: fromList,
  金融機関名: fromList,
  支店名: fromList,
  カナ: { ...text("kana", 40), keys: ["boxes", "maxLength", "before", "after"] },
  氏名: text("name", 40),
  団体名: text("organisation", 40),
  住所: listed(text("address", 60)),
  文字: text("text", 40),
};

/** Keys of form.yaml by place. The order is the order in which a clerk meets them. */
export const keys = {
  top: {
    format: "版",
    id: "様式番号",
    version: "様式の版",
    title: "題名",
    addressee: "宛先",
    preface: "前書き",
    writing: "記入",
    fields: "項目",
    layout: "配置",
    paper: "用紙",
    landmarks: "目印",
  },
  field: {
    name: "名前",
    type: "種類",
    caption: "見出し",
    note: "添え書き",
    required: "必須",
    boxes: "枠",
    maxLength: "文字数",
    options: "選択肢",
    master: "一覧",
    before: "前",
    after: "後",
    writing: "記入",
    area: "位置",
    cells: "枠の位置",
    tickPlaces: "印の位置",
    printed: "印刷済み",
  },
  landmarks: { rules: "罫線", words: "文字" },
  table: {
    name: "名前",
    type: "種類",
    rows: "行",
    columns: "列",
    totalRow: "合計行",
    totalColumn: "合計列",
    writing: "記入",
  },
  block: {
    row: "行",
    heading: "見出し",
    text: "説明",
    notes: "注意",
    office: "処理欄",
    widths: "幅",
    height: "高さ",
    officeCells: "欄",
  },
} as const;

/** How a problem names the entry of a list that it stands in. */
export const entryWords = {
  table: "この表",
  column: "この列",
  field: "この項目",
  block: "「配置」のこの行",
} as const;

/** 種類: of a table, which is no field of its own. */
export const tableWord = "表";

/** 必須: */
export const yesNoWords: Readonly<Record<string, boolean>> = {
  はい: true,
  いいえ: false,
  必須: true,
  任意: false,
};

/** 記入: */
export const writingWords: Readonly<Record<string, "print" | "hand">> = {
  印字: "print",
  手書き: "hand",
};

/** 高さ: → least height of the row in mm. */
export const heightWords: Readonly<Record<string, number>> = { 低い: 9, 普通: 11, 高い: 16 };

/** 用紙: → millimetres. */
export const paperSizes: Readonly<Record<string, { width: number; height: number }>> = {
  A4縦: { width: 210, height: 297 },
  A4横: { width: 297, height: 210 },
  A5縦: { width: 148, height: 210 },
  A5横: { width: 210, height: 148 },
  B5縦: { width: 182, height: 257 },
  B5横: { width: 257, height: 182 },
  B4縦: { width: 257, height: 364 },
  B4横: { width: 364, height: 257 },
  A3縦: { width: 297, height: 420 },
  A3横: { width: 420, height: 297 },
};

/** 目印の罫線: the two directions. */
export const directionWords: Readonly<Record<string, "across" | "down">> = {
  横: "across",
  縦: "down",
};

/** 枠: the word for a free zone. */
export const noBoxesWord = "なし";

/** Pre-printed words of the paper itself. */
export const paperWords = {
  addressee: (name: string): string => `（宛先）${name}`,
  formId: (id: string, version: number): string => `${id}　第${version}版`,
  dateParts: ["年", "月", "日"] as const,
  era: "令和",
  invoiceLetter: "T",
  yen: "¥",
  yenAfter: "円",
  postalDash: "-",
  /** What people write round an amount. */
  amountSigns: /[¥,円]/gu,
  longVowel: "ー",
  noteMark: "※",
  /** Characters that may not begin a line (行頭禁則). */
  notAtLineStart: "、。，．）」』】・ー々！？％℃",
} as const;
