/** What the form kit says to a clerk: errors of printing (OCR1xx), faults in form.yaml (FRM0xx), advice (FRM1xx). */
import { defineErrors, errorRow, problemRow } from "../../core/index.ts";

interface PrintPlace {
  /** Record from 1. */
  readonly record: number;
  readonly field: string;
}

const at = (p: PrintPlace): string => `${p.record}件目の「${p.field}」`;

export const formErrors = defineErrors({
  valueFontMissing: errorRow<{ file: string }>({
    code: "OCR101",
    kind: "environment",
    retryable: false,
    what: ({ file }) => `差し込みに使うフォント「${file}」を読めません。`,
    next: () => "TrueType（.ttf）のフォントファイルを指定してください。",
  }),
  captionFontMissing: errorRow<{ package: string }>({
    code: "OCR102",
    kind: "environment",
    retryable: false,
    what: ({ package: name }) => `様式を印刷するためのフォント（${name}）が見つかりません。`,
    next: () => "buka を入れ直してください（npm ci）。",
  }),
  glyphMissing: errorRow<PrintPlace & { codePoints: string }>({
    code: "OCR103",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}に、フォントにない文字（${f.codePoints}）があります。`,
    next: () => "その項目を空にして印刷し、用紙に手で書いてください。",
  }),
  captionGlyphMissing: errorRow<{ form: string; characters: string }>({
    code: "OCR104",
    kind: "input",
    retryable: false,
    what: (f) => `様式「${f.form}」の文言に、印刷できない文字（${f.characters}）があります。`,
    next: () => "form.yaml のその文字を、ほかの文字に書き換えてください。",
  }),
  unknownField: errorRow<PrintPlace & { form: string }>({
    code: "OCR105",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}は、様式「${f.form}」にない項目です。`,
    next: () => "差し込みデータの列名を、様式の項目名に合わせてください。",
  }),
  valueTooLong: errorRow<PrintPlace & { length: number; limit: number }>({
    code: "OCR106",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}は${f.length}文字で、記入欄（${f.limit}文字まで）に入りません。`,
    next: () => "値を短くするか、様式の枠を増やしてください。",
  }),
  valueDoesNotFit: errorRow<PrintPlace>({
    code: "OCR107",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}は長すぎて、読み取れる大きさでは記入欄に入りません。`,
    next: () => "値を短くするか、様式の欄を広げてください（幅・高さ）。",
  }),
  notAnOption: errorRow<PrintPlace & { options: string }>({
    code: "OCR108",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}の値は、選択肢（${f.options}）にありません。`,
    next: () => "選択肢のどれかに直してください。",
  }),
  notADate: errorRow<PrintPlace>({
    code: "OCR109",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}は、この様式に書ける日付（令和の日付）として読めません。`,
    next: () => "2026-11-20 や R8.11.20 のように書いてください。",
  }),
  notDigits: errorRow<PrintPlace>({
    code: "OCR110",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}に、数字でない文字があります。`,
    next: () => "数字だけにしてください。",
  }),
  qrTooLong: errorRow<{ length: number; limit: number }>({
    code: "OCR111",
    kind: "input",
    retryable: false,
    what: (f) => `QRコードに入れる文字が長すぎます（${f.length}文字。${f.limit}文字まで）。`,
    next: () => "QRコードに足す文字（受付番号など）を短くしてください。",
  }),
  printRefused: errorRow<{ count: number; sentences: string }>({
    code: "OCR112",
    kind: "input",
    retryable: false,
    what: (f) => `差し込みデータに誤りが${f.count}件あるため、印刷しませんでした。${f.sentences}`,
    next: () => "差し込みデータを直してから、もう一度印刷してください。",
  }),
  qrExtraNotPlain: errorRow({
    code: "OCR113",
    kind: "input",
    retryable: false,
    what: () => "QRコードに足す文字に、使えない文字（縦棒、改行、全角文字）があります。",
    next: () => "英数字とハイフンだけにしてください。",
  }),
  nothingToAdopt: errorRow<{ file: string }>({
    code: "OCR114",
    kind: "input",
    retryable: false,
    what: ({ file }) =>
      `「${file}」から、記入欄（罫線で囲まれた欄や下線）を見つけられませんでした。`,
    next: () =>
      "何も書いていない用紙を、まっすぐ300dpiでスキャンしてください。罫線のない様式は取り込めません。",
  }),
  unknownPaper: errorRow<{ paper: string; known: string }>({
    code: "OCR115",
    kind: "usage",
    retryable: false,
    what: ({ paper }) => `用紙「${paper}」は使えません。`,
    next: ({ known }) => `${known} のどれかを指定してください。`,
  }),
  badProposal: errorRow<{ file: string; reason: string }>({
    code: "OCR116",
    kind: "input",
    retryable: false,
    what: ({ file, reason }) => `「${file}」から様式を組み立てられませんでした（${reason}）。`,
    next: () =>
      "きれいな白紙の用紙をスキャンし直すか、様式番号を変えて、もう一度取り込んでください。",
  }),
  badValue: errorRow<PrintPlace & { reason: string }>({
    code: "OCR118",
    kind: "input",
    retryable: false,
    what: (f) => `${at(f)}の値は、この項目に印刷できません。${f.reason}`,
    next: () =>
      "差し込みデータを直してください。Excel で保存し直した CSV では、番号の頭の 0 が消えていないかも見てください。",
  }),
  noRecords: errorRow({
    code: "OCR119",
    kind: "input",
    retryable: false,
    what: () => "差し込みデータに、見出しのほかの行がありません。",
    next: () =>
      "1 行に 1 枚分の値を書いてください。何も書いていない用紙を印刷するときは、--data を付けません。",
  }),
  adoptedNotPrinted: errorRow<{ form: string }>({
    code: "OCR117",
    kind: "usage",
    retryable: false,
    what: ({ form }) => `「${form}」は既存の用紙を取り込んだ様式なので、buka では印刷できません。`,
    next: () => "もとの用紙をそのまま使ってください。",
  }),
});

const tableFaults = {
  badTable: problemRow<{ key: string; most: number }>("FRM040", "error", (f) => ({
    message: `表の「${f.key}」は1つから${f.most}個まで、同じ名前を2回使わずに並べます。`,
  })),
  totalNotThere: problemRow<{ key: string; name: string; known: string }>(
    "FRM041",
    "error",
    (f) => ({
      message: `「${f.key}」の「${f.name}」は、この表にありません。`,
      fix: `表にあるのは ${f.known} です。`,
    }),
  ),
} as const;

const shapeWords = {
  text: "ひとつの値",
  list: "一覧（「- 」で始まる行、または [ ] の並び）",
  map: "「見出し: 値」の組",
} as const;

/** Facts of a fault about a word that was not known. */
interface UnknownWord {
  readonly known: string;
  readonly nearest: string | null;
}

const guess = (f: UnknownWord): { nearest?: string } =>
  f.nearest === null ? {} : { nearest: f.nearest };

export const formFaults = {
  ...tableFaults,
  unknownKey: problemRow<{ key: string } & UnknownWord>("FRM001", "error", (f) => ({
    message: `「${f.key}」という書き方はありません。`,
    fix: `使えるのは ${f.known} です。`,
    ...guess(f),
  })),
  missingKey: problemRow<{ key: string; where: string }>("FRM002", "error", (f) => ({
    message: `${f.where}に「${f.key}」がありません。`,
    fix: `「${f.key}: 」の行を足してください。`,
  })),
  wrongShape: problemRow<{ where: string; expected: keyof typeof shapeWords }>(
    "FRM003",
    "error",
    (f) => ({ message: `${f.where}には、${shapeWords[f.expected]}を書きます。` }),
  ),
  badFormId: problemRow<{ id: string }>("FRM004", "error", (f) => ({
    message: `様式番号「${f.id}」は使えません。英大文字・数字・ハイフンで20文字までです。`,
    fix: "例：様式番号: SAIKEN-01",
  })),
  notANumber: problemRow<{ where: string; from: number; to: number }>("FRM005", "error", (f) => ({
    message: `${f.where}には、${f.from}から${f.to}までの数を書きます。`,
  })),
  unknownType: problemRow<{ word: string } & UnknownWord>("FRM006", "error", (f) => ({
    message: `「${f.word}」という種類はありません。`,
    fix: `使えるのは ${f.known} です。`,
    ...guess(f),
  })),
  duplicateField: problemRow<{ name: string; line: number }>("FRM007", "error", (f) => ({
    message: `項目「${f.name}」は${f.line}行目にもあります。`,
    fix: "項目の名前は、ひとつずつ違う名前にしてください。",
  })),
  badFieldName: problemRow<{ name: string }>("FRM008", "error", (f) => ({
    message: `項目の名前「${f.name}」は使えません。空白やかっこなどの記号は入れられず、20文字までです。`,
    fix: "紙に出す言葉を変えたいときは、名前は短くして「見出し: 」に書いてください。",
  })),
  badOptions: problemRow<{ least: number; most: number }>("FRM009", "error", (f) => ({
    message:
      f.least === f.most
        ? `選択肢は、${f.least}つだけ書きます。`
        : `選択肢は、違うものを${f.least}つから${f.most}つまで書きます。`,
    fix: f.least === 1 ? "例：選択肢: [対象]" : "例：選択肢: [普通, 当座, 貯蓄]",
  })),
  badMaster: problemRow("FRM010", "error", () => ({
    message: "一覧は「シート名/列名」の形で書きます。",
    fix: "例：一覧: 店舗/金融機関名",
  })),
  keyNotForType: problemRow<{ key: string; type: string }>("FRM011", "error", (f) => ({
    message: `種類「${f.type}」の項目に「${f.key}」は書けません。`,
    fix: `「${f.key}」の行を消してください。`,
  })),
  notInWords: problemRow<{ where: string; word: string } & UnknownWord>("FRM012", "error", (f) => ({
    message: `${f.where}に「${f.word}」は使えません。`,
    fix: `使えるのは ${f.known} です。`,
    ...guess(f),
  })),
  unknownFieldInRow: problemRow<{ name: string } & UnknownWord>("FRM013", "error", (f) => ({
    message: `「${f.name}」という項目は、「項目」の一覧にありません。`,
    fix: "「項目」に書いた名前と同じ文字で書いてください。",
    ...guess(f),
  })),
  notPlaced: problemRow<{ name: string }>("FRM014", "error", (f) => ({
    message: `項目「${f.name}」が「配置」のどの行にもありません。`,
    fix: `「配置」に「- 行: [${f.name}]」を足してください。`,
  })),
  placedTwice: problemRow<{ name: string; line: number }>("FRM015", "error", (f) => ({
    message: `項目「${f.name}」は${f.line}行目にも置かれています。`,
    fix: "どちらか一方だけにしてください。",
  })),
  widthsDiffer: problemRow<{ cells: number; widths: number }>("FRM016", "error", (f) => ({
    message: `この行には項目が${f.cells}つありますが、幅は${f.widths}つ書かれています。`,
    fix: "項目と同じ数だけ、幅の割合を書いてください。例：幅: [2, 3]",
  })),
  pageFull: problemRow<{ over: number }>("FRM017", "error", (f) => ({
    message: `ここから下が1枚に入りません（${f.over}ミリはみ出しています）。`,
    fix: "行や注意書きを減らすか、1行に2つの項目を並べてください。",
  })),
  cellTooNarrow: problemRow<{ name: string; short: number }>("FRM018", "error", (f) => ({
    message: `項目「${f.name}」の記入欄が、この幅に入りません（${f.short}ミリ足りません）。`,
    fix: "「幅」の割合を大きくするか、この項目だけの行にしてください。",
  })),
  unknownBlock: problemRow<{ known: string }>("FRM019", "error", (f) => ({
    message: "「配置」のこの行が何なのか分かりません。",
    fix: `${f.known} のどれかひとつを書いてください。`,
  })),
  formatUnknown: problemRow<{ found: string }>("FRM020", "error", (f) => ({
    message: `この buka が読めるのは「版: 1」の form.yaml です（書かれているのは「${f.found}」）。`,
    fix: "版: 1",
  })),
  textTooWide: problemRow<{ where: string }>("FRM021", "error", (f) => ({
    message: `${f.where}が長すぎて、紙の幅に入りません。`,
    fix: "短くしてください。",
  })),
  empty: problemRow<{ where: string }>("FRM022", "error", (f) => ({
    message: `${f.where}が空です。`,
  })),
  badPlace: problemRow<{ where: string }>("FRM024", "error", (f) => ({
    message: `${f.where}には、左・上・幅・高さをミリで4つ並べて書きます。紙からはみ出してはいけません。`,
    fix: "例：位置: 40 52.5 100 10",
  })),
  badLandmark: problemRow<{ where: string }>("FRM025", "error", (f) => ({
    message: `${f.where}の行が壊れています。目印は buka が書くもので、手では直せません。`,
    fix: "buka form adopt をもう一度実行して、「目印」から下を写してください。",
  })),
  ticksDiffer: problemRow<{ options: number; places: number }>("FRM026", "error", (f) => ({
    message: `選択肢は${f.options}つですが、「印の位置」は${f.places}つ書かれています。`,
    fix: "選択肢と同じ順に、同じ数だけ書いてください。",
  })),
  needsPlace: problemRow<{ key: string }>("FRM027", "error", (f) => ({
    message: `「${f.key}」は、既存の用紙を取り込んだ様式（「目印」のある様式）にだけ書きます。`,
    fix: `「${f.key}」の行を消してください。`,
  })),
  emptyLayout: problemRow("FRM023", "error", () => ({
    message: "「配置」に行がひとつもありません。",
    fix: "例：- 行: [氏名, 電話番号]",
  })),
} as const;

/** Advice of `lintForm`: the form works, but would read badly. */
export const formAdvice = {
  freeDigits: (f: { name: string }): string =>
    `「${f.name}」は数字なのに枠がありません。1文字ずつの枠（枠: 桁数）にすると、読み違いが減ります。`,
  narrowBoxes: (f: { name: string; pitch: number }): string =>
    `「${f.name}」の枠の幅が${f.pitch}ミリです。7ミリ以上にしてください。`,
  lowZone: (f: { name: string; height: number }): string =>
    `「${f.name}」の記入欄の高さが${f.height}ミリです。8ミリ以上にしてください。`,
  crowdedText: (f: { name: string; size: number }): string =>
    `「${f.name}」は文字数いっぱいに書くと文字が${f.size}ポイントになり、読みにくくなります。欄を広げてください。`,
  nearEdge: (f: { name: string }): string =>
    `「${f.name}」の記入欄が紙の端から8ミリより近くにあります。`,
  nearMarker: (f: { name: string }): string =>
    `「${f.name}」の記入欄が四隅の印やQRコードに2ミリより近づいています。`,
  noCheckPartner: (f: { name: string }): string =>
    `「${f.name}」だけでは読み違いに気づけません。金融機関名や支店名（一覧から）も並べると、互いに確かめられます。`,
  privateNumber: (f: { name: string }): string =>
    `「${f.name}」の欄は置けません。個人番号の書かれた用紙は、読み取りを止めて差し戻します。個人番号は別の用紙で受け取ってください。`,
  handKana: (f: { name: string }): string =>
    `「${f.name}」は手書きの自由欄です。機械では読めないので、人がすべて入力することになります。1文字ずつの枠（枠: 文字数）にすると、読み取った提案を直すだけで済みます。`,
} as const;
