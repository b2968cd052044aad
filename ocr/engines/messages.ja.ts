/** What the readers (読み手) say to a clerk: which part is missing, stopped or chosen wrongly (OCR020–OCR029). */
import { defineErrors, errorRow } from "../../core/index.ts";

export const engineErrors = defineErrors({
  unknownReader: errorRow<{ name: string; known: readonly string[] }>({
    code: "OCR020",
    kind: "input",
    retryable: false,
    what: ({ name }) => `「${name}」という読み手はありません。`,
    next: ({ known }) => `buka.yaml の読み手を、次のどれかにしてください：${known.join("、")}`,
  }),
  sameReader: errorRow<{ name: string }>({
    code: "OCR021",
    kind: "input",
    retryable: false,
    what: ({ name }) =>
      `読み手が2つとも「${name}」です。同じ読み手では、読み違いを見つけられません。`,
    next: () => "buka.yaml で、違う読み手を2つ選んでください。",
  }),
  optionalPackageMissing: errorRow<{ reader: string; packages: readonly string[] }>({
    code: "OCR022",
    kind: "environment",
    retryable: false,
    what: ({ reader, packages }) =>
      `読み手「${reader}」を動かす部品（${packages.join(" か ")}）が入っていません。`,
    next: ({ packages }) =>
      `buka のフォルダーで npm install ${packages.at(-1) ?? ""} を実行するか、buka.yaml でほかの読み手を選んでください。`,
  }),
  modelMissing: errorRow<{ reader: string; file: string }>({
    code: "OCR023",
    kind: "input",
    retryable: false,
    what: ({ reader, file }) => `読み手「${reader}」の「${file}」が見つからないか、読めません。`,
    next: () => "持ち込みの読み手のフォルダーに、reader.yaml・モデル・文字表をそろえてください。",
  }),
  modelMisfit: errorRow<{ reader: string; what: string }>({
    code: "OCR024",
    kind: "input",
    retryable: false,
    what: ({ reader, what }) => `読み手「${reader}」のモデルが合いません（${what}）。`,
    next: () =>
      "reader.yaml の「方式」と、モデル・文字表の組み合わせを確かめてください（docs/reading.md）。",
  }),
  readerTooSlow: errorRow<{ reader: string; seconds: number }>({
    code: "OCR025",
    kind: "environment",
    retryable: true,
    what: ({ reader, seconds }) =>
      `読み手「${reader}」が${seconds}秒たっても答えないため、止めました。`,
    next: () =>
      "もう一度読み取ってください。何度も止まるときは、buka.yaml でほかの読み手を選んでください。",
  }),
  programMissing: errorRow<{ program: string; language: string }>({
    code: "OCR026",
    kind: "environment",
    retryable: false,
    what: ({ program, language }) =>
      `このパソコンには、文字を読むプログラム ${program}（言語 ${language}）が入っていません。`,
    next: () => "tesseract を入れるか、buka.yaml で buka に付いている読み手を選んでください。",
  }),
  recordBroken: errorRow<{ file: string }>({
    code: "OCR027",
    kind: "input",
    retryable: false,
    what: ({ file }) => `読み取りの記録「${file}」が見つからないか、記録の形をしていません。`,
    next: () => "記録を取り直すか、buka.yaml でほかの読み手を選んでください。",
  }),
  pageTooSlow: errorRow<{ file: string; page: number; seconds: number }>({
    code: "OCR028",
    kind: "internal",
    retryable: true,
    what: ({ file, page, seconds }) =>
      `「${file}」の${page}ページ目の読み取りが${seconds}秒で終わらないため、止めました。`,
    next: () => "このページは人が確かめてください。ほかのページの読み取りは続きます。",
  }),
  pageCrashed: errorRow<{ file: string; page: number }>({
    code: "OCR029",
    kind: "internal",
    retryable: true,
    what: ({ file, page }) =>
      `「${file}」の${page}ページ目を読んでいる途中で、読み取りの部品が止まりました。`,
    next: () =>
      "もう一度読み取ってください。同じページで止まるときは、そのページを人が入力してください。",
  }),
});
