/** Sentences of the queues room: errors of bots and batches, findings across parts, words for people. */
import { type CharDoubt, defineErrors, errorRow, problemRow } from "../core/index.ts";

/** Errors of bots, batches and workers (QUE101…). */
export const queueError = defineErrors({
  noPaper: errorRow<{ paper: string; receipt: string }>({
    code: "QUE145",
    kind: "input",
    retryable: false,
    what: (a) => `案件 ${a.receipt} に、書類「${a.paper}」が付いていません。`,
    next: () => "申請書のすぐ後ろに書類を重ねて、一つのファイルに読み取り直してください。",
  }),
  onlyPaper: errorRow<{ paper: string }>({
    code: "QUE146",
    kind: "input",
    retryable: false,
    what: (a) => `この頁は申請書ではなく、書類「${a.paper}」です。前の頁の申請書と一緒に読みます。`,
    next: () =>
      "前の頁に申請書があれば、することはありません。なければ、申請書と一緒に読み取り直してください。",
  }),
  noCase: errorRow<{ name: string }>({
    code: "QUE170",
    kind: "input",
    retryable: false,
    what: (a) => `受付番号「${a.name}」の案件は、この作業フォルダーの台帳にありません。`,
    next: () => "「buka status」か報告書で受付番号を確かめてください。",
  }),
  botTitleTwice: errorRow<{ title: string; names: readonly string[] }>({
    code: "QUE175",
    kind: "input",
    retryable: false,
    what: (a) => `題名が「${a.title}」の部下が${a.names.length}つあり、どれか決められません。`,
    next: (a) => `名前で書いてください：${a.names.join("、")}`,
  }),
  noBot: errorRow<{
    word: string;
    near: string | null;
    known: readonly { readonly name: string; readonly title: string }[];
  }>({
    code: "QUE101",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.word}」という部下は見つかりません（scenario.yaml がありません）。`,
    next: (a) =>
      (a.near === null ? "" : `もしかして「${a.near}」ですか。`) +
      (a.known.length === 0
        ? "部下の名前と場所を確かめてください。"
        : `いまある部下：${a.known.map((b) => (b.title === "" ? b.name : `${b.name}（${b.title}）`)).join("、")}。名前でも題名でも指せます。`),
  }),
  brokenBot: errorRow<{ bot: string; count: number }>({
    code: "QUE102",
    kind: "input",
    retryable: false,
    what: (a) => `部下「${a.bot}」に直すところが ${a.count} か所あります。`,
    next: (a) => `「buka lint ${a.bot}」で場所と直し方を確かめてください。`,
  }),
  noTray: errorRow<{ folder: string }>({
    code: "QUE103",
    kind: "input",
    retryable: false,
    what: (a) => `受付トレイ「${a.folder}」がありません。`,
    next: () => "フォルダーを作り、スキャンした書類を入れてから、もう一度実行してください。",
  }),
  noSystem: errorRow<{ system: string }>({
    code: "QUE105",
    kind: "input",
    retryable: false,
    what: (a) => `画面「${a.system}」が設定 buka.yaml の「画面」にありません。`,
    next: (a) => `buka.yaml の「画面」に「${a.system}」の入口と利用者を書いてください。`,
  }),
  noPassword: errorRow<{ name: string }>({
    code: "QUE106",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.name}」のパスワードが金庫にありません。`,
    next: (a) => `「buka secret set ${a.name}」で登録してください。`,
  }),
  noForm: errorRow<{ bot: string }>({
    code: "QUE107",
    kind: "input",
    retryable: false,
    what: (a) => `部下「${a.bot}」には様式（form.yaml）がないため、書類は受け取れません。`,
    next: () => "form.yaml を作るか、「--data 表.csv」で表を渡してください。",
  }),
  rowColumns: errorRow<{ file: string; missing: string }>({
    code: "QUE108",
    kind: "input",
    retryable: false,
    what: (a) => `表「${a.file}」に列「${a.missing}」がありません。`,
    next: () => "1行目の見出しを、部下が使う項目名と同じにしてください。",
  }),
  badTable: errorRow<{ file: string }>({
    code: "QUE109",
    kind: "input",
    retryable: false,
    what: (a) => `表「${a.file}」を読めませんでした。`,
    next: () => "CSV（UTF-8 か Shift_JIS）で保存し直してください。",
  }),
  emptyValue: errorRow<{ fields: string }>({
    code: "QUE110",
    kind: "input",
    retryable: false,
    what: (a) => `必須の項目が空です：${a.fields}`,
    next: () => "書類を確かめて値を補うか、差し戻してください。",
  }),
  duplicate: errorRow<{ receipt: string }>({
    code: "QUE111",
    kind: "conflict",
    retryable: false,
    what: (a) => `同じ内容の案件がすでにあります（受付番号 ${a.receipt}）。入力しませんでした。`,
    next: () => "二重に届いた書類でないか確かめてください。",
  }),
  checkFailed: errorRow<{ rules: string }>({
    code: "QUE112",
    kind: "input",
    retryable: false,
    what: (a) => `点検に合いません：${a.rules}`,
    next: () => "提出者へ差し戻すか、値を直してください。",
  }),
  lookupMissing: errorRow({
    code: "QUE113",
    kind: "target",
    retryable: false,
    what: () => "登録できたかどうか分かりません。照会手順がないため、自動では確かめません。",
    next: () => "財務会計システムで受付番号を検索し、登録の有無を確かめてください。",
  }),
  pressedElsewhere: errorRow({
    code: "QUE250",
    kind: "target",
    retryable: false,
    what: () =>
      "登録できたかどうか分かりません。登録を押しかけた係が戻らず、財務会計システムを照会しても見つかりません。",
    next: () =>
      "眠っている（スリープの）パソコンの係を終わらせてから、財務会計システムで受付番号を検索し、登録の有無を確かめてください。",
  }),
  tooManyTries: errorRow<{ tries: number; last: string }>({
    code: "QUE114",
    kind: "target",
    retryable: false,
    what: (a) => `${a.tries} 回試しましたが入力できませんでした。最後の理由：${a.last}`,
    next: () => "画面の写しを見て原因を取り除き、「buka run」でやり直してください。",
  }),
  laneHalted: errorRow<{ why: string }>({
    code: "QUE115",
    kind: "target",
    retryable: false,
    what: (a) => `入力を止めました：${a.why}`,
    next: () => "原因を取り除いてから、もう一度実行してください。残りの案件は入力待ちのままです。",
  }),
  personReturned: errorRow<{ why: string }>({
    code: "QUE116",
    kind: "input",
    retryable: false,
    what: (a) => `担当者が差し戻しました：${a.why}`,
    next: () => "提出者へ連絡してください。",
  }),
  askedByScenario: errorRow<{ question: string }>({
    code: "QUE117",
    kind: "target",
    retryable: false,
    what: (a) => `手順が担当者に尋ねています：${a.question}`,
    next: () => "確かめて、手で入力するか差し戻してください。",
  }),
  workerKeepsDying: errorRow<{ lane: string; times: number }>({
    code: "QUE118",
    kind: "internal",
    retryable: true,
    what: (a) => `${a.lane}の係が ${a.times} 回続けて止まりました。`,
    next: () => "記録（logs フォルダー）を情報担当に渡してください。案件は台帳に残っています。",
  }),
  noWorkspace: errorRow<{ folder: string }>({
    code: "QUE119",
    kind: "usage",
    retryable: false,
    what: (a) =>
      `「${a.folder}」は buka の作業フォルダーではありません（buka.yaml がありません）。`,
    next: () =>
      "「buka init フォルダー名」で作るか、「--workspace フォルダー名」で場所を指定してください。",
  }),
  badSettings: errorRow<{ count: number }>({
    code: "QUE120",
    kind: "input",
    retryable: false,
    what: (a) => `設定 buka.yaml に直すところが ${a.count} か所あります。`,
    next: () => "下の行を直してから、もう一度実行してください。",
  }),
  accountBusy: errorRow<{ account: string }>({
    code: "QUE121",
    kind: "conflict",
    retryable: true,
    what: (a) => `「${a.account}」は別の係が使っています。`,
    next: () => "ほかの実行が終わってから、もう一度実行してください。",
  }),
  caseKillsWorker: errorRow<{ times: number }>({
    code: "QUE122",
    kind: "internal",
    retryable: false,
    what: (a) => `この書類の読み取りで係が ${a.times} 回止まりました。`,
    next: () =>
      "書類を紙で確かめ、スキャンし直してください。続くときは記録を情報担当に渡してください。",
  }),
  noTable: errorRow<{ file: string }>({
    code: "QUE123",
    kind: "input",
    retryable: false,
    what: (a) => `表「${a.file}」が見つからないか、開けません。`,
    next: () => "名前と場所を確かめてください。Excel で開いているときは閉じてください。",
  }),
  noBook: errorRow<{ bot: string }>({
    code: "QUE124",
    kind: "input",
    retryable: false,
    what: (a) => `部下「${a.bot}」には点検の表（check.xlsx）がありません。`,
    next: () => "check.xlsx を部下のフォルダーに置いてください。",
  }),
  originalErased: errorRow({
    code: "QUE126",
    kind: "input",
    retryable: false,
    what: () =>
      "この書類と同じファイルに個人番号（マイナンバー）があったため、元の画像は消してあります。",
    next: () => "個人番号のない用紙を受け取り、スキャンし直してください。",
  }),
  badMasterFile: errorRow<{ file: string }>({
    code: "QUE127",
    kind: "input",
    retryable: false,
    what: (a) => `一覧のファイル「${a.file}」（一覧の場所 masters）を読めません。`,
    next: () => "CSV（UTF-8 か Shift_JIS、1行目は列の名前）で保存し直してください。",
  }),
  privateNumber: errorRow<{ fields: string }>({
    code: "QUE128",
    kind: "input",
    retryable: false,
    what: (a) =>
      `個人番号（マイナンバー）と思われる番号が「${a.fields}」にあるため、受け付けを止めました。値は保存していません。`,
    next: () => "提出者に返し、個人番号のないデータを出し直してもらってください。",
  }),
  badFile: errorRow<{ file: string }>({
    code: "QUE160",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」は、部下の files フォルダーのファイルとして使えません。`,
    next: () => "リンクやフォルダーではない、ふつうのファイルを、名前だけで書いてください。",
  }),
  noFileThere: errorRow<{ file: string; folder: string }>({
    code: "QUE161",
    kind: "input",
    retryable: false,
    what: (a) => `部下の ${a.folder} フォルダーに「${a.file}」がないか、開けません。`,
    next: () =>
      "ファイルを置いて、もう一度動かしてください。Excel で開いているときは閉じてください。",
  }),
  fileTooLarge: errorRow<{ file: string }>({
    code: "QUE162",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.file}」が大きすぎて扱えません。`,
    next: () => "50MB までに分けてください。",
  }),
  versionAltered: errorRow<{ bot: string }>({
    code: "QUE232",
    kind: "environment",
    retryable: true,
    what: (a) =>
      `部下「${a.bot}」の、案件を受け付けたときの版の写しが書き換えられています。入力しませんでした。`,
    next: () =>
      "写しは作り直します。もう一度実行してください。続くときは、台帳の場所の versions フォルダーを情報担当に見てもらってください。",
  }),
  leaseLost: errorRow<{ lane: string }>({
    code: "QUE125",
    kind: "conflict",
    retryable: true,
    what: (a) => `${a.lane}の係が長く止まっていたため、仕事はほかの係へ移りました。`,
    next: () => "そのままお待ちください。続くときは、パソコンの負荷を確かめてください。",
  }),
});

/** Fields that every case has without a form: name in the sentences by meaning. */

/** Name in the vault of the password of the queue's server. */
export const queueSecret = "順番待ち";

/** Name in the vault of the password of the ledger's server. */
export const ledgerSecret = "台帳";

/** Name in the vault of the secret key of the evidence's server. */
export const evidenceSecret = "証跡";

/** 受付番号 that a row bears in a rehearsal; it is never committed. */
export const rehearsalNumber = (row: number): string => `予行-${String(row).padStart(3, "0")}`;

/** Sheet of the check book that buka fills with earlier cases of the same bot. */
export const ledgerSheet = "台帳";

export const laneNames = { read: "読取", enter: "入力" } as const;

/** Parts of a bot that do not fit together. */
export const fitProblem = {
  missingPaper: problemRow<{ paper: string }>("QUE205", "error", (f) => ({
    message: `書類「${f.paper}」の様式がありません。`,
    fix: `部下のフォルダーに「${f.paper}.form.yaml」を置いてください。`,
  })),
  unknownPaperField: problemRow<{ paper: string; name: string }>("QUE206", "error", (f) => ({
    message: `書類「${f.paper}」の様式に、項目「${f.name}」がありません。`,
    fix: `「${f.paper}.form.yaml」の項目名に合わせてください。`,
  })),
  unknownField: problemRow<{ name: string; known: readonly string[] }>("QUE201", "error", (a) => ({
    message: `シナリオの {${a.name}} は、様式にも点検の表にもありません。`,
    fix: `使えるのは ${a.known.join("・")} です。`,
  })),
  unknownKeyField: problemRow<{ name: string; known: readonly string[] }>(
    "QUE202",
    "error",
    (a) => ({
      message: `取り違え防止の鍵「${a.name}」は、様式にも点検の表にもありません。`,
      fix: `使えるのは ${a.known.join("・")} です。`,
    }),
  ),
  unknownColumn: problemRow<{ name: string }>("QUE203", "error", (a) => ({
    message: `点検の表の列「${a.name}」は様式にない項目です。`,
    fix: "列の見出しを様式の項目名に合わせてください。",
  })),
  missingMaster: problemRow<{ field: string; master: string }>("QUE204", "error", (a) => ({
    message: `項目「${a.field}」の一覧「${a.master}」が、点検の表にも一覧の場所（masters）にもありません。`,
    fix: "様式の「シート名/列名」か点検の表を直すか、masters に「シート名.csv」を置いてください。",
  })),
} as const;

/** What people read about blind double entry. */
export const doubleEntryWords = {
  ask: "二重入力：読み取った値を見ずに、画像のとおりに打ってください。",
  differs: "二重入力の値が、読み取った値と違いました。画像を見て、正しい値を書いてください。",
  settled: (field: string): string => `「${field}」の二重入力は、もう済んでいます。`,
  noReturn: "二重入力では差し戻せません。画像のとおりに打ってください。",
} as const;

export const reviewWords = {
  /** "3文字目：「高」か「髙」" — `at` counts from 0, candidates as in CharDoubt. */
  doubt: ({ at, candidates }: CharDoubt): string => {
    const shown = candidates.map((c) => (c === "" ? "（なし）" : `「${c.replace(/ /gu, "␣")}」`));
    return shown.length > 1
      ? `${at + 1}文字目：${shown.join("か")}`
      : `${at + 1}文字目：${shown[0] ?? ""}？`;
  },
  movedOn: (receipt: string): string =>
    `受付番号 ${receipt} は、この Excel を書き出したあとで先に進んでいます。もう一度書き出してください。`,
} as const;
