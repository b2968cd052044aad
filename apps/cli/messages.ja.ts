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
    next: (a) => `「${`buka ${a.verb} ${a.usage}`.trim()}」の形で実行してください。`,
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
  badDate: errorRow<{ written: string }>({
    code: "CLI011",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.written}」を日付として読めません。`,
    next: () => "2026-11-20 や R8.11.20 の形で書いてください。",
  }),
  badAddress: errorRow<{ written: string }>({
    code: "CLI012",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.written}」を画面のURLとして使えません。`,
    next: () =>
      "http:// か https:// で始まるURLを書くか、buka.yaml の「画面」にある名前を書いてください。",
  }),
  notText: errorRow<{ file: string }>({
    code: "CLI013",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」を文字のファイルとして読めません。`,
    next: () => "メモ帳の「名前を付けて保存」で、文字コードを「UTF-8」にして保存し直してください。",
  }),
  notFormatted: errorRow<{ file: string }>({
    code: "CLI014",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」に直すところがあるため、整えません。`,
    next: () => "先に buka fix と buka lint で直してください。",
  }),
  checksTables: errorRow<{ file: string }>({
    code: "CLI025",
    kind: "usage",
    retryable: false,
    what: (a) =>
      `「${a.file}」は点検の表（check.xlsx）ではありません。check は Excel の点検の表で表を点検する命令です。`,
    next: (a) => `シナリオや様式の書き方を調べるときは「buka lint ${a.file}」を使ってください。`,
  }),
  fileThere: errorRow<{ file: string }>({
    code: "CLI020",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」はもうあります。`,
    next: () => "「-o」で別の名前を指定してください。あるファイルには手を付けていません。",
  }),
  noScenarioForLookUp: errorRow<{ file: string }>({
    code: "CLI023",
    kind: "input",
    retryable: false,
    what: (a) => `照会手順を書き足すシナリオ「${a.file}」がありません。`,
    next: () => "「--bot 部下の名前」か「-o シナリオ」で、もうあるシナリオを指定してください。",
  }),
  lookUpThere: errorRow<{ file: string }>({
    code: "CLI024",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」には、もう照会手順があります。`,
    next: () => "記録し直すときは、シナリオの「照会手順」を消してから、もう一度実行してください。",
  }),
  badPort: errorRow<{ written: string }>({
    code: "CLI021",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.written}」はポートの番号として使えません。`,
    next: () => "1024〜65535 の数を書いてください。",
  }),
  emptyCase: errorRow<{ file: string }>({
    code: "CLI022",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」に、見本の案件の行がありません。`,
    next: () => "1行目に項目名、2行目に見本の値を書いた表を渡してください。",
  }),
  unforeseen: errorRow<{ incident: string }>({
    code: "CLI999",
    kind: "internal",
    retryable: false,
    what: (a) => `思わぬ不具合が起きました（受付 ${a.incident}）。案件は台帳に残っています。`,
    next: () => "「--verbose」を付けてもう一度実行し、出た記録を情報担当に渡してください。",
  }),
});

export const words = {
  next: "→",
  errorHead: (code: string): string => `［${code}］`,
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

export const progressWords = {
  remaining: (seconds: number): string =>
    seconds < 60 ? `残り約 ${seconds} 秒` : `残り約 ${Math.ceil(seconds / 60)} 分`,
  measuring: "残り時間を計っています",
  receive: "受付",
  read: "読取・点検",
  enter: "入力",
} as const;

export const lintWords = {
  clean: (files: number): string => `直すところはありません（${files} 件を確かめました）。`,
} as const;

export const secretWords = {
  ask: (name: string): string => `「${name}」のパスワードを入力してください（画面には出ません）。`,
  none: "金庫は空です。",
  usage: "set 画面/利用者",
} as const;

export const statusWords = {
  noBots:
    "この作業フォルダーには、まだ部下がいません。「buka init」で写して使える部下を用意できます。",
} as const;

export const summaryWords = {
  head: (title: string, name: string): string => `■ ${title}（${name}）`,
  state: "状態",
  count: "件数",
  todo: (n: number): string => `今日すること（${n} 件、上から順に）`,
  more: (n: number): string => `  ほか ${n} 件は報告書にあります。`,
  asked: (fields: readonly string[]): string => `確かめる項目：${fields.join("・")}`,
  wrongAfterEntry: (fields: readonly string[]): string =>
    `登録した値が紙と違います（${fields.join("・")}）。財務会計システムで直してください。`,
  part: {
    page: (page: number): string => ` ${page}ページ`,
    row: (row: number): string => ` ${row}件目`,
  },
} as const;

/** buka.yaml of the demo and of a new workspace. */
export const demoSettings = (a: {
  url: string;
  host: string;
  user: string;
  section: string;
}): string => `# buka の設定。行の頭に # を付けると、その行は無視されます。
版: 1
受付トレイ: tray
台帳の場所: ledger
報告の場所: reports
担当者: 担当者
画面:
  財務会計:
    入口: ${a.url}
    許可する宛先: [${a.host}]
    利用者: ${a.user}
    所属: ${a.section}
`;

export const demoWords = {
  start: "buka の実演：債権者（口座振替払）の申請書を読み取り、財務会計システムへ入力します。",
  folder: (folder: string): string => `作業フォルダー：${folder}`,
  finance: (url: string): string => `財務会計の見本を始めました：${url}`,
  received: (a: { pages: number; fresh: number; unopened: number }): string =>
    `受付：${a.pages} ページ（新しく受け付けたもの ${a.fresh}、前に受け付けたもの ${a.pages - a.fresh}${a.unopened > 0 ? `、開けなかったもの ${a.unopened}` : ""}）`,
  reviewed: (a: { receipt: string; fields: number; file: string }): string =>
    `確認：${a.receipt} の ${a.fields} 項目を、担当者が Excel で確かめたものとして取り込みました（${a.file}）`,
  noReview: "確認：担当者が確かめる案件はありません。",
  clerk: "実演の担当者",
  blank: "（空欄）",
  report: (file: string): string => `報告書：${file}`,
  reviewFile: (file: string): string => `確認用 Excel：${file}`,
  time: (seconds: number, pages: number): string =>
    `かかった時間：${Math.floor(seconds / 60)}分${Math.round(seconds % 60)}秒（${pages} ページ）`,
  manual: (minutes: number, cases: number): string =>
    `手作業なら：${cases} 件 × ${minutes} 分 ＝ ${cases * minutes} 分`,
  verdictGood: (a: { rows: number; fields: number }): string =>
    `照合：財務会計の ${a.rows} 行・${a.fields} 項目は、受け付けた書類の正解とすべて一致しました。`,
  verdictBad: (a: { count: number; lost: number }): string =>
    `照合：正解と合わないところが ${a.count} か所、行方の分からないページが ${a.lost} ページあります。`,
  mismatch: (a: { kind: string; receiptNumber: string; field: string }): string =>
    `  ${a.receiptNumber} ${mismatchNames[a.kind] ?? a.kind}${a.field === "" ? "" : `（${a.field}）`}`,
  presses: (a: { posts: number; rows: number }): string =>
    `登録ボタンが押された回数：${a.posts} 回（登録された行 ${a.rows}）`,
  kept: (url: string): string =>
    `財務会計の見本は動いたままです：${url}（利用者 robot01、パスワード demo-pass-1）。終えるには Ctrl+C を押してください。`,
} as const;

const mismatchNames: Readonly<Record<string, string>> = {
  missing: "登録されていません",
  duplicated: "二重に登録されています",
  extra: "受け付けていない行があります",
  "wrong-field": "値が違います",
  "should-not-be-there": "登録してはいけない書類です",
};

/** Name of the finance system in the demo's settings and sentences. */
export const demoSystem = "財務会計";

export const initWords = {
  done: (a: { folder: string; bot: string }): string =>
    [
      `作業フォルダー「${a.folder}」を作りました。`,
      `  bots/${a.bot}  写して使える部下（債権者登録）`,
      "  tray           スキャンした書類を入れるところ",
      "  buka.yaml      財務会計システムの入口と利用者を書くところ",
      "次にすること",
      "  1. buka.yaml の「入口」「利用者」「所属」を書き換えます。",
      "  2. 「buka secret set 財務会計/利用者」でパスワードを金庫に入れます。",
      `  3. 「buka run ${a.bot}」で実行します。`,
    ].join("\n"),
} as const;

export const readWords = {
  page: (file: string, page: number): string => `■ ${file} ${page}ページ`,
  columns: ["項目", "読み取った値", "扱い", "確かめる理由"],
  accepted: "採用",
  ask: "要確認",
  usage: "様式か部下 書類…",
  pairs: "見出しと値の候補（位置から推したもので、確かめてから使います）",
  pairColumns: ["見出し", "値"],
  noLines: "文は見つかりませんでした。",
  privateNumber: "個人番号（マイナンバー）と思われる数字を伏せました。絵は作りません。",
} as const;

export const formWords = {
  printed: (a: { file: string; pages: number }): string =>
    `「${a.file}」に ${a.pages} ページ書き出しました。`,
} as const;

const severityNames = { error: "確認", warning: "注意", uncomputable: "計算不可" } as const;

export const checkWords = {
  newUsage: "new 様式",
  row: (row: number): string => `${row}行目`,
  reported: (file: string): string => `結果を「${file}」に書き出しました。`,
  finding: (row: number, severity: keyof typeof severityNames, message: string): string =>
    `${row}行目 ${severityNames[severity]}：${message}`,
  total: (rows: number, wrong: number): string =>
    `${rows} 行を点検し、${wrong} 行に直すところがありました。`,
  noRules: (): string =>
    "この表には「確認：」「注意：」で始まる見出しの列がないので、合っているかどうかは調べていません。",
  written: (file: string): string =>
    `「${file}」に書き出しました（右端の「buka の点検」「buka の指摘」の列をご覧ください）。`,
  made: (a: { file: string; checks: number }): string =>
    `「${a.file}」を作りました（確認の式 ${a.checks} 本）。「使い方」シートを読み、式を足したり直したりしてください。`,
} as const;

/** What `unsupported` names besides functions and signs. */
const unsupportedNames: Readonly<Record<string, string>> = {
  cycle: "循環参照",
  range: "大きすぎる範囲",
  depth: "深すぎる入れ子",
  length: "長すぎる文字",
  REGEX: "正規表現",
  "": "読めない式",
};

export const calcWords = {
  cell: (sheet: string, cell: string, value: string): string => `${sheet}!${cell}\t${value}`,
  unsupported: (name: string): string => `計算不可（${unsupportedNames[name] ?? name}）`,
  total: (cells: number, open: number): string =>
    `式 ${cells} 個を計算しました${open > 0 ? `（うち ${open} 個は計算不可）` : ""}。`,
  written: (file: string): string => `計算した値を入れて「${file}」に書き出しました。`,
} as const;

export const reportWords = {
  picturesLeftOut: (count: number): string =>
    `画像が多いため、${count} 項目は画像なしで書き出しました。`,
  eraDate: (era: string, year: number, d: { month: number; day: number }): string =>
    `${era}${year === 1 ? "元" : year}年${d.month}月${d.day}日`,
  sheetCounts: "集計",
  sheetCases: "案件",
  double: {
    sheet: "読み取りの正しさ",
    item: "見るもの",
    value: "値",
    accepted: "人を通さず採用した項目",
    drawn: "そのうち二重入力に選んだ項目",
    waiting: "まだ打たれていない項目",
    undecided: "値が違い、まだ決着していない項目",
    checked: "確かめ終えた項目",
    wrong: "読み取りが誤っていた項目",
    rate: "採用した項目の誤りの割合（推定）",
    low: "95 % 信頼区間の下限",
    high: "95 % 信頼区間の上限",
    none: "まだ分かりません",
  },
  state: "状態",
  count: "件数",
  comma: "・",
  columnsBefore: ["受付番号", "受付日", "状態", "書類", "ページ"],
  columnsAfter: ["確かめる項目", "理由", "次にすること", "確認者", "更新"],
} as const;

export const reviewWords = {
  nothing: "確かめる項目はありません。Excel は作りませんでした。",
  exported: (a: { file: string; cases: number; fields: number; blind: number }): string =>
    `${a.cases} 件・${a.fields} 項目${a.blind > 0 ? `と、二重入力の ${a.blind} 項目（「二重入力」シート）` : ""}を「${a.file}」に書き出しました。\n「正しい値」の列に書き、保存して「buka review import」で取り込んでください。`,
  imported: (a: {
    passedOn: number;
    returned: number;
    stillWaiting: number;
    doubles: { same: number; differs: number; settled: number };
  }): string => {
    const { same, differs, settled } = a.doubles;
    const typed = same + differs + settled;
    const double =
      typed === 0
        ? ""
        : `\n二重入力：読み取りと同じ ${same} 項目、違う ${differs} 項目、決着 ${settled} 項目。${differs > 0 ? "違うものは、もう一度書き出して確かめてください。" : ""}`;
    return `取り込みました：先へ進む ${a.passedOn} 件、差戻し ${a.returned} 件、まだ空欄がある ${a.stillWaiting} 件。${double}\n「buka run 部下」で続きを実行してください。`;
  },
  refused: (a: { receiptNumber: string; field: string; message: string }): string =>
    `  ${a.receiptNumber}${a.field === "" ? "" : ` ${a.field}`}：${a.message}`,
} as const;
