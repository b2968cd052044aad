/** Sentences of the command line: errors of its own, help, progress, summaries. */
import { defineErrors, errorRow } from "../../core/index.ts";

export const cliError = defineErrors({
  unknownVerb: errorRow<{ word: string; nearest: string | null }>({
    code: "CLI001",
    kind: "usage",
    retryable: false,
    what: (a) =>
      `「${a.word}」という命令はありません。${a.nearest === null ? "" : `もしかして「${a.nearest}」ですか。`}`,
    next: () => "「buka --help」で命令の一覧を見られます。",
  }),
  badOption: errorRow<{ verb: string; option: string }>({
    code: "CLI002",
    kind: "usage",
    retryable: false,
    what: (a) => `「buka ${a.verb}」に「${a.option}」という指定はありません。`,
    next: (a) => `「buka ${a.verb} --help」で使える指定を見られます。`,
  }),
  wordCount: errorRow<{ verb: string; usage: string }>({
    code: "CLI003",
    kind: "usage",
    retryable: false,
    what: (a) => `「buka ${a.verb}」のあとに書くものが足りないか、多すぎます。`,
    next: (a) => `「buka ${a.verb} ${a.usage}」の形で実行してください。`,
  }),
  noFile: errorRow<{ file: string }>({
    code: "CLI004",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」が見つかりません。`,
    next: () => "名前と場所を確かめてください。",
  }),
  folderNotEmpty: errorRow<{ folder: string }>({
    code: "CLI005",
    kind: "input",
    retryable: false,
    what: (a) => `フォルダー「${a.folder}」は空ではありません。`,
    next: () => "新しい名前を指定してください。中のファイルには手を付けていません。",
  }),
  badWord: errorRow<{ word: string; allowed: string }>({
    code: "CLI006",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.word}」は使えません。`,
    next: (a) => `${a.allowed} のどれかを書いてください。`,
  }),
  faultsFound: errorRow<{ count: number }>({
    code: "CLI007",
    kind: "input",
    retryable: false,
    what: (a) => `直すところが ${a.count} か所あります。`,
    next: () => "示した行を直して、もう一度確かめてください。",
  }),
  emptySecret: errorRow({
    code: "CLI008",
    kind: "usage",
    retryable: false,
    what: () => "パスワードが空です。",
    next: () => "画面の案内に続けて入力するか、標準入力から渡してください。",
  }),
  demoFinanceSilent: errorRow<{ seconds: number }>({
    code: "CLI009",
    kind: "environment",
    retryable: true,
    what: (a) => `財務会計の見本が ${a.seconds} 秒たっても始まりません。`,
    next: () => "ほかの重い作業を終えてから、もう一度「npm run demo」を実行してください。",
  }),
  noWritePlace: errorRow<{ file: string }>({
    code: "CLI010",
    kind: "environment",
    retryable: false,
    what: (a) => `「${a.file}」に書き込めません。`,
    next: () => "ファイルを開いている Excel を閉じるか、別の場所を指定してください。",
  }),
});

export const words = {
  next: "→",
  errorHead: (code: string): string => `［${code}］`,
  internal: (incident: string): string =>
    `思わぬ不具合が起きました（受付 ${incident}）。案件は台帳に残っています。\n→ 「--verbose」を付けてもう一度実行し、出た記録を情報担当に渡してください。`,
  internalCode: "CLI999",
  stopped: "中断しました。案件は台帳に残っています。もう一度実行すると続きから始まります。",
} as const;

export const helpWords = {
  title: "buka（部下）　自分の部下を、自分で増やそう",
  usage: "使い方",
  verbs: "命令",
  options: "指定",
  also: "別名",
  more: "くわしくは「buka 命令 --help」。結果の番号は docs/exit-codes.md にあります。",
  line: (verb: string, usage: string): string => `buka ${verb} ${usage} [指定]`,
} as const;
