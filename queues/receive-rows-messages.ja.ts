/** Sentences about tables and their mapping files: faults with their places, and the words of the preview. */
import { defineErrors, errorRow, problemRow } from "../core/index.ts";

/** Errors of a table as a whole (QUE140…); all faults in `problems`. */
export const rowsError = defineErrors({
  tableFaults: errorRow<{ file: string; count: number }>({
    code: "QUE140",
    kind: "input",
    retryable: false,
    what: (a) => `表「${a.file}」に直すところが ${a.count} か所あります。1件も受け付けていません。`,
    next: () => "示した行と列を直すか、対応表（mapping.yaml）を直してください。",
  }),
  mappingFaults: errorRow<{ file: string; count: number }>({
    code: "QUE141",
    kind: "input",
    retryable: false,
    what: (a) => `対応表「${a.file}」に直すところが ${a.count} か所あります。`,
    next: () => "示した行を直してください。書き方は docs/check-books.md にあります。",
  }),
  noMapping: errorRow<{ file: string }>({
    code: "QUE142",
    kind: "input",
    retryable: false,
    what: (a) => `対応表「${a.file}」が見つかりません。`,
    next: () => "名前と場所を確かめてください。",
  }),
  noSheet: errorRow<{ file: string; sheet: string; sheets: readonly string[] }>({
    code: "QUE143",
    kind: "input",
    retryable: false,
    what: (a) => `表「${a.file}」に「${a.sheet}」シートがありません。`,
    next: (a) => `対応表の「シート」を ${a.sheets.join("・")} のどれかにしてください。`,
  }),
  noHeader: errorRow<{ file: string; row: number }>({
    code: "QUE144",
    kind: "input",
    retryable: false,
    what: (a) => `表「${a.file}」の${a.row}行目に見出しがありません。`,
    next: () => "見出しの行を確かめ、対応表の「見出しの行」に書いてください（なければ1行目）。",
  }),
});

/** Faults of a mapping file. */
export const mappingProblem = {
  notAMap: problemRow("QUE301", "error", () => ({
    message: "対応表の書き方が違います。",
    fix: "「項目:」の下に「氏名: 列の見出し」のように書いてください。",
  })),
  unknownKey: problemRow<{ key: string; known: readonly string[] }>("QUE302", "error", (a) => ({
    message: `「${a.key}」は対応表では使えません。`,
    fix: `使えるのは ${a.known.join("・")} です。`,
  })),
  version: problemRow<{ version: string }>("QUE303", "error", (a) => ({
    message: `この版「${a.version}」の対応表は読めません。`,
    fix: "版: 1",
  })),
  notText: problemRow<{ key: string }>("QUE304", "error", (a) => ({
    message: `「${a.key}」には文字を1つ書いてください。`,
  })),
  noSource: problemRow<{ field: string }>("QUE305", "error", (a) => ({
    message: `「${a.field}」をどこから取るかが書かれていません。`,
    fix: "「列」「値」「式」のどれか1つを書いてください。",
  })),
  badNumber: problemRow<{ key: string }>("QUE306", "error", (a) => ({
    message: `「${a.key}」は1以上の整数で書いてください。`,
  })),
  unknownField: problemRow<{ field: string; known: readonly string[] }>("QUE307", "error", (a) => ({
    message: `「${a.field}」という項目は、この部下にありません。`,
    fix: `使えるのは ${a.known.join("・")} です。`,
  })),
} as const;

/** Faults of a table; `column` is the caption. */
export const tableProblem = {
  missingColumn: problemRow<{ field: string; column: string }>("QUE321", "error", (a) => ({
    message: `項目「${a.field}」に使う列「${a.column}」がありません。`,
    fix: "見出しを確かめるか、対応表（mapping.yaml）でどの列を使うかを書いてください。",
  })),
  nearColumn: problemRow<{ field: string; column: string }>("QUE333", "error", (a) => ({
    message: `項目「${a.field}」の列がありません。見出し「${a.column}」がこの項目でしょうか。`,
    fix: `この項目なら、見出しを「${a.field}」に直してください。違うなら、対応表（mapping.yaml）の「使わない列」に「${a.column}」を書いてください。`,
  })),
  twice: problemRow<{ column: string; places: readonly string[] }>("QUE322", "error", (a) => ({
    message: `見出し「${a.column}」が ${a.places.join(" と ")} にあり、どちらか決められません。`,
    fix: `見出しの片方を書き直すか、対応表（mapping.yaml）に「${a.column}#1」「${a.column}#2」のように何番目かを書いてください。`,
  })),
  longRow: problemRow<{ row: number; given: number; wanted: number }>("QUE323", "error", (a) => ({
    message: `${a.row}行目は値が${a.given}個で、見出し（${a.wanted}個）より多くなっています。`,
    fix: '「,」を含む値が「"」で囲まれているか確かめてください。',
  })),
  becameDate: problemRow<{ place: string; column: string }>("QUE324", "warning", (a) => ({
    message: `${a.place}「${a.column}」が日付になっています。Excel が「1-2-3」のような番号を日付に直したおそれがあります。`,
    fix: "元の値を確かめてください。この項目は人の確認に回ります。",
  })),
  exponent: problemRow<{ place: string; column: string }>("QUE325", "warning", (a) => ({
    message: `${a.place}「${a.column}」が 1.23E+12 のような形か、15桁を超える数になっています。Excel で下の桁が消えたおそれがあります。`,
    fix: "元の値を確かめてください。この項目は人の確認に回ります。",
  })),
  errorValue: problemRow<{ place: string; column: string; code: string }>(
    "QUE326",
    "warning",
    (a) => ({
      message: `${a.place}「${a.column}」が式のエラー（${a.code}）です。`,
      fix: "元の表を直してください。この項目は人の確認に回ります。",
    }),
  ),
  formula: problemRow<{ row: number; field: string; why: string }>("QUE327", "warning", (a) => ({
    message: `${a.row}行目の「${a.field}」を式で求められません：${a.why}`,
    fix: "対応表の式と、使う列の値を確かめてください。この項目は人の確認に回ります。",
  })),
  shape: problemRow<{ row: number; field: string; why: string }>("QUE328", "warning", (a) => ({
    message: `${a.row}行目の「${a.field}」：${a.why}`,
    fix: "このまま受け付けると、点検の表がこの値を調べます。",
  })),
  zero: problemRow<{ row: number }>("QUE329", "error", (a) => ({
    message: `${a.row}行目に、文字でない値（NUL など）が入っています。`,
    fix: "元の仕組みからもう一度書き出してください。直らないときは、その行を Excel で開いて打ち直してください。",
  })),
  openQuote: problemRow<{ row: number }>("QUE330", "error", (a) => ({
    message: `${a.row}行目から始まる値の「"」が正しく閉じていません。`,
    fix: '値の中の「"」は「""」と2つ重ねて書きます。元の仕組みからもう一度書き出してください。',
  })),
} as const;

/** Keys of mapping.yaml. */
export const mappingKeys = {
  version: "版",
  title: "題名",
  sheet: "シート",
  headerRow: "見出しの行",
  fields: "項目",
  unused: "使わない列",
} as const;

/** Keys of one field of mapping.yaml. */
export const sourceKeys = {
  column: "列",
  joint: "つなぎ",
  value: "値",
  formula: "式",
  digits: "桁数",
  replace: "置きかえ",
} as const;

/** How places in a table are named. */
export const placeWords = {
  line: (row: number): string => `${row}行目`,
  column: (n: number): string => `${n}列目`,
} as const;
