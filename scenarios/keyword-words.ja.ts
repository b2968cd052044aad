/** The small words around keywords: branches, nouns that may follow a caption, names of the slots. */
import type { KeywordClass, Slot } from "./keyword.ts";

/** もし … なら … でなければ: the one keyword that is written as a map. The first word of each is canonical. */
export const branchWords = {
  if: ["もし", "もしも"],
  met: ["なら", "ならば"],
  otherwise: ["でなければ", "そうでなければ", "それ以外"],
} as const;

export const branchHelp = {
  class: "other" as KeywordClass,
  description:
    "条件に合うときだけ行う手順を書きます。条件はExcelの式と同じ書き方で、項目名に { } は付けません。",
  example: [
    "- もし: 金額 >= 1000000",
    "  なら:",
    "    - 人に聞く「100万円以上です。続けてよいですか」",
    "  でなければ:",
    "    - 「次へ」を押す",
  ].join("\n"),
} as const;

/** Particles before the name that takes what was read. */
export const intoWords = ["として", "に"];

/** Words that hold a row together: 「表」表で「列」が {値} の行. */
export const rowWords = {
  at: "で",
  is: "が",
  of: "の",
  row: "行",
  nth: "目",
  first: ["先頭の行", "最初の行", "一番上の行"],
} as const;
/** Counters before which 一 to 九 are digits. */
export const kanjiCount = /[一二三四五六七八九](?=番目|つ目|個目|つめ|番め|行目)/gu;
export const kanjiDigits = "〇一二三四五六七八九";

/** Particles that may stand between a bracket and a verb; only used to find a verb that nobody knows. */
export const particleWords = [
  "の値を",
  "として",
  "から",
  "まで",
  "を",
  "に",
  "で",
  "が",
  "と",
  "へ",
  "は",
  "の",
];

/** Words of the slots for patterns in problems and docs. */
export const slotWords: Readonly<Record<Slot, string>> = {
  target: "「欄やボタン」",
  path: "「メニュー」→「画面」",
  value: "{項目}",
  row: "「表」表で「列」が {項目} の行（画面に一つだけの表なら「表」表では書かなくてよい）",
  cell: "「表」表で「列」が {項目} の行（または 「表」表の1行目）の「列やボタン」",
  box: "「表」表で「列」が {項目} の行（または 「表」表の1行目）の「列」（升に欄が並ぶときは「列」の2番目）",
  table: "「表」表",
  field: "{項目}",
  caption: "「文」",
  number: "3",
  dialog: "ダイアログ「文」",
  answer: "OK",
  fields: "{項目}{項目}",
  paper: "書類「名前」",
  file: "「ファイル名」の「名前」シート",
  "file-name": "「ファイル名」",
  part: "部品「名前」の版1",
  formula: "「式」",
};

/** Nouns that may follow a caption without a meaning of their own: 「検索」ボタンを押す. */
export const targetNouns = [
  "欄",
  "項目",
  "ボタン",
  "リンク",
  "タブ",
  "メニュー",
  "画面",
  "の欄",
  "のボタン",
];
/** 「電話番号」の2番目, 「電話番号」の2つ目の欄: one of the fields in a line under one caption. */
export const nthWords = { of: "の", nouns: ["番目", "つ目", "個目", "つめ", "番め"] } as const;
/** Nouns between a scope and its caption: 「金融機関検索」画面の「検索」. */
export const scopeNouns = ["画面", "枠", "欄", "ウィンドウ", "フレーム", "タブ", "表", ""];
/** 「検索」画面で「番号」に…: of these, で says the same as の. A list (表で) is another thing. */
export const placeNouns = ["画面", "枠", "ウィンドウ", "フレーム", "タブ"];
export const withinWords = ["の中の", "の中で", "の中にある", "内の"];
export const tableNouns = ["表", "一覧", "の表", "の一覧"];
/** Words around files, papers and parts. */
export const paperNouns = ["書類", "申請書", "添付書類"];
export const fileNouns = ["ファイル", "表", ""];
export const sheetNouns = ["シート", "のシート"];
export const partNouns = ["部品", ""];
export const versionWords = { before: ["の版", "の第", "版", "第", "のバージョン"], after: "版" };

/** うまくいかないとき: what may be done then. */
export const remedyWords = {
  retry: /^(?:やり直す?|やりなおす?|もう一度行う)(?:のは|を)?(\d{1,3})回(?:まで)?$/u,
  ask: ["人に渡す", "人に聞く", "担当者に渡す", "人に回す"],
  skip: ["飛ばす", "とばす", "次へ進む", "先へ進む"],
  stop: ["止まる", "止める"],
  between: /[、,。]|だめなら|それでも(?:だめなら)?|そのあと/u,
} as const;

/** What 繰り返す goes over: 3回, 明細の行ごと, 条件の間. */
export const repeatWords = {
  times: /^(\d{1,9})回$/u,
  while: /\s*(?:の間|のあいだ|であるあいだ|である間)$/u,
  rows: /(?:表)?(?:の)?(?:1|一)?(?:行|件)?(?:ごとに?|ずつ)?$/u,
  most: /^(\d{1,9})(?:回|行|件)?(?:まで)?$/u,
  /** {明細の品名}: column 品名 of the row in hand. */
  of: "の",
  rowNumber: "行番号",
} as const;

export const dialogNouns = ["ダイアログ", "ダイアログの", "確認の窓", "メッセージ"];
export const okAnswers = ["OK", "ok", "はい"];
export const cancelAnswers = ["キャンセル", "いいえ"];

/** The class of a keyword in one character, as it stands in tables. */
export const classWords: Readonly<Record<KeywordClass, string>> = {
  look: "見",
  change: "書",
  commit: "確",
  other: "－",
};

/** Fields that every case has, whatever its form says. */
export const builtInFields = { receiptNumber: "受付番号", receivedOn: "受付日" } as const;

/** What 一覧手順 may put into search fields: days (YYYY-MM-DD) of the cases whose books are compared. */
export const listingFields = {
  firstReceived: "最初の受付日",
  lastReceived: "最後の受付日",
  firstEntered: "最初の登録日",
  lastEntered: "最後の登録日",
} as const;
