/** What the reading half of this room says to a clerk: file errors (OCR0xx) and outcomes of pages (OCR03x). */
import { type CaseReason, defineErrors, errorRow } from "../core/index.ts";

interface InFile {
  /** File name without folders. */
  readonly file: string;
}

const accepted = "PDF、PNG、JPEG、TIFF";

export const ocrErrors = defineErrors({
  fileMissing: errorRow<InFile>({
    code: "OCR001",
    kind: "input",
    retryable: false,
    what: ({ file }) => `ファイル「${file}」が見つかりません。`,
    next: () => "ファイルの場所と名前を確かめてください。",
  }),
  isDirectory: errorRow<InFile>({
    code: "OCR002",
    kind: "input",
    retryable: false,
    what: ({ file }) => `「${file}」はフォルダーです。`,
    next: () => "フォルダーではなく、中のファイルを指定してください。",
  }),
  emptyFile: errorRow<InFile>({
    code: "OCR003",
    kind: "input",
    retryable: false,
    what: ({ file }) => `ファイル「${file}」は空（0バイト）です。`,
    next: () => "スキャンし直してください。",
  }),
  unknownKind: errorRow<InFile>({
    code: "OCR004",
    kind: "input",
    retryable: false,
    what: ({ file }) =>
      `ファイル「${file}」の中身は、読み取れる形式（${accepted}）ではありません。`,
    next: () => `${accepted}のどれかで保存し直してください。名前の末尾を変えるだけでは読めません。`,
  }),
  fileTooLarge: errorRow<InFile & { limitMb: number }>({
    code: "OCR005",
    kind: "input",
    retryable: false,
    what: ({ file, limitMb }) => `ファイル「${file}」が大きすぎます（上限は${limitMb}MBです）。`,
    next: () => "ファイルを分けるか、300dpiでスキャンし直してください。",
  }),
  imageDamaged: errorRow<InFile & { page: number }>({
    code: "OCR006",
    kind: "input",
    retryable: false,
    what: ({ file, page }) => `画像「${file}」の${page}ページ目が壊れているため、開けません。`,
    next: () => "ファイルを取り込み直すか、スキャンし直してください。",
  }),
  imageTooLarge: errorRow<InFile & { width: number; height: number }>({
    code: "OCR007",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」の画像が大きすぎます（${f.width}×${f.height}画素）。`,
    next: () => "A4用紙を300dpiでスキャンし直してください。",
  }),
  pdfDamaged: errorRow<InFile>({
    code: "OCR008",
    kind: "input",
    retryable: false,
    what: ({ file }) => `PDF「${file}」が壊れているため、開けません。`,
    next: () => "PDFを作り直すか、紙からスキャンし直してください。",
  }),
  pdfPassword: errorRow<InFile>({
    code: "OCR009",
    kind: "input",
    retryable: false,
    what: ({ file }) => `PDF「${file}」にはパスワードがかかっています。`,
    next: () => "パスワードを外して保存し直してください。",
  }),
  pdfPageTooLarge: errorRow<InFile & { page: number; limitMm: number }>({
    code: "OCR010",
    kind: "input",
    retryable: false,
    what: (f) =>
      `PDF「${f.file}」の${f.page}ページ目の用紙が大きすぎます（上限は${f.limitMm}mmです）。`,
    next: () => "A4の大きさで作り直してください。",
  }),
  tooManyPages: errorRow<InFile & { limit: number }>({
    code: "OCR011",
    kind: "input",
    retryable: false,
    what: ({ file, limit }) => `「${file}」のページが多すぎます（上限は${limit}ページです）。`,
    next: () => "ファイルを分けてください。",
  }),
  noSuchPage: errorRow<InFile & { page: number; count: number }>({
    code: "OCR012",
    kind: "usage",
    retryable: false,
    what: (f) => `「${f.file}」は${f.count}ページです。${f.page}ページ目はありません。`,
    next: () => "ページの番号を確かめてください。",
  }),
  engineCrashed: errorRow<{ reader: string }>({
    code: "OCR013",
    kind: "environment",
    retryable: true,
    what: ({ reader }) => `文字を読むプログラム（${reader}）が途中で止まりました。`,
    next: () =>
      "もう一度読み取ってください。何度も止まるときは、パソコンの空きメモリーを増やしてください。",
  }),
  languageDataMissing: errorRow<{ name: string }>({
    code: "OCR014",
    kind: "environment",
    retryable: false,
    what: ({ name }) => `文字を読むためのデータ（${name}）が見つからないか、壊れています。`,
    next: () => "buka を入れ直してください（npm ci）。",
  }),
  packageMissing: errorRow<{ name: string }>({
    code: "OCR015",
    kind: "environment",
    retryable: false,
    what: ({ name }) => `読み取りに使う部品（${name}）が見つからないか、このパソコンで動きません。`,
    next: () => "buka を入れ直してください（npm ci）。",
  }),
  fileUnreadable: errorRow<InFile & { code: string }>({
    code: "OCR016",
    kind: "environment",
    retryable: true,
    what: ({ file, code }) => `ファイル「${file}」を開けません（${code}）。`,
    next: () => "ほかのプログラムが使っていないか、読む権限があるかを確かめてください。",
  }),
  calibrationMissing: errorRow<InFile>({
    code: "OCR018",
    kind: "input",
    retryable: false,
    what: ({ file }) => `読み取りの基準のファイル「${file}」がありません。`,
    next: () =>
      "buka.yaml の「読取の基準」を確かめてください。その行を消すと、同梱の基準で読み取ります。",
  }),
  calibrationBroken: errorRow<InFile>({
    code: "OCR019",
    kind: "input",
    retryable: false,
    what: ({ file }) => `「${file}」は、読み取りの基準のファイルとして読めません。`,
    next: () => "「buka calibrate」で作り直すか、buka.yaml の「読取の基準」の行を消してください。",
  }),
  noSamples: errorRow<{ folder: string }>({
    code: "OCR038",
    kind: "input",
    retryable: false,
    what: ({ folder }) =>
      `「${folder}」に、収集用紙から切り出した見本（labels.json）がないか、壊れています。`,
    next: () => "「buka form collect --read 用紙…」で作り直してください。",
  }),
  readerClosed: errorRow({
    code: "OCR017",
    kind: "usage",
    retryable: false,
    what: () => "読み取りは終了しています。",
    next: () => "読み取りを開始し直してください。",
  }),
});

const rescan = "用紙をそろえてスキャンし直すか、手で入力してください。";

/** Outcomes of pages that are not read: the reason a clerk sees in the list. */
export const pageReasons = {
  blank: (): CaseReason => ({
    code: "OCR030",
    message: "白紙です。",
    next: "裏面なら、そのままでかまいません。",
  }),
  foreign: (): CaseReason => ({
    code: "OCR031",
    message: "登録されている様式の用紙ではありません。",
    next: "別の書類なら取り除いてください。様式なら、buka で印刷した用紙か確かめてください。",
  }),
  unknownForm: (): CaseReason => ({
    code: "OCR032",
    message: "QRコードはありますが、この部下が扱う様式ではありません。",
    next: "その様式を扱う部下の受付フォルダーに入れてください。",
  }),
  wrongVersion: (f: { readonly found: number; readonly expected: number }): CaseReason => ({
    code: "OCR033",
    message: `様式の版が違います（用紙は第${f.found}版、読み取りは第${f.expected}版）。`,
    next: "今の版の用紙に書き直してもらうか、手で入力してください。",
  }),
  otherLayout: (f: { readonly version: number }): CaseReason => ({
    code: "OCR042",
    message: `様式の配置が、この用紙を印刷したときと違います（どちらも第${f.version}版）。`,
    next: "form.yaml の項目や配置を印刷したときに戻すか、「様式の版」を上げて、印刷し直した用紙を使ってください。",
  }),
  wrongSheet: (f: { readonly sheet: number }): CaseReason => ({
    code: "OCR034",
    message: `様式の${f.sheet}枚目です。読み取るのは1枚目だけです。`,
    next: "1枚目といっしょに人が確かめてください。",
  }),
  markersMissing: (): CaseReason => ({
    code: "OCR035",
    message: "四すみの黒い四角がそろって写っていないため、位置を合わせられません。",
    next: rescan,
  }),
  distorted: (): CaseReason => ({
    code: "OCR036",
    message: "用紙がゆがんで写っているため、位置を合わせられません。",
    next: rescan,
  }),
  twoForms: (f: { readonly first: string; readonly second: string }): CaseReason => ({
    code: "OCR040",
    message: `「${f.first}」と「${f.second}」のどちらの様式か、見分けられません。`,
    next: "よく似た様式は、別の受付フォルダーに分けて入れてください。",
  }),
  shifted: (f: { readonly mm: number }): CaseReason => ({
    code: "OCR041",
    message: `用紙の罫線や文字が、様式の位置から${f.mm}ミリずれて写っているため、位置を合わせられません。`,
    next: rescan,
  }),
  privateNumber: (f: { readonly fields: readonly string[] }): CaseReason => ({
    code: "OCR037",
    message: `個人番号（マイナンバー）と思われる番号が「${f.fields.join("」「")}」にあるため、読み取りを止めました。値は残しません。画像を残すときは、その欄を黒く塗ります。`,
    next: "提出者に返し、個人番号のない用紙に書き直してもらってください。受付トレイの元のファイルは、担当者が消してください。",
  }),
} as const;
