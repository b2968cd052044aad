/** Sentences of the store room: what went wrong on disk, in the ledger, with evidence and in the vault. */
import { defineErrors, errorRow } from "../core/index.ts";

const askAdmin = "繰り返すときは、記録を情報担当に渡してください。";

/** All errors of the store room (STO…): `throw storeError.noCase({})`. */
export const storeError = defineErrors({
  notAFolder: errorRow<{ path: string }>({
    code: "STO001",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `保存先「${a.path}」をフォルダーとして使えません（同じ名前のファイルがあります）。`,
    next: () => "設定の保存先を別のフォルダーにするか、そのファイルを移してください。",
  }),
  noPermission: errorRow<{ path: string }>({
    code: "STO002",
    kind: "environment",
    retryable: false,
    what: (a) => `「${a.path}」に書き込む権限がありません。`,
    next: () =>
      "保存先の持ち主と書き込み権限を確かめるか、自分のフォルダーを保存先にしてください。",
  }),
  readOnly: errorRow<{ path: string }>({
    code: "STO003",
    kind: "environment",
    retryable: false,
    what: (a) => `「${a.path}」は読み取り専用のため書き込めません。`,
    next: () => "読み取り専用を解除するか、書き込めるフォルダーを保存先にしてください。",
  }),
  diskFull: errorRow<{ path: string }>({
    code: "STO004",
    kind: "environment",
    retryable: true,
    what: (a) =>
      `ディスクがいっぱいで「${a.path}」に書き込めません。書きかけの変更は取り消しました。`,
    next: () => "不要なファイルを消して空きを作り、もう一度実行してください。",
  }),
  corrupt: errorRow<{ path: string }>({
    code: "STO005",
    kind: "environment",
    retryable: false,
    what: (a) => `「${a.path}」が壊れているか、buka の台帳ではありません。`,
    next: () => "ファイルを消さずに情報担当へ連絡し、控え（バックアップ）から戻してください。",
  }),
  busy: errorRow<{ path: string }>({
    code: "STO006",
    kind: "conflict",
    retryable: true,
    what: (a) => `「${a.path}」をほかの処理が使い続けているため、書き込めませんでした。`,
    next: () => "少し待ってから、もう一度実行してください。",
  }),
  newerFile: errorRow<{ path: string; found: number; known: number }>({
    code: "STO007",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `「${a.path}」は新しい buka が作った台帳です（版 ${a.found}。この buka は版 ${a.known} まで）。`,
    next: () => "buka を新しい版に入れ替えてから開いてください。",
  }),
  ioFailed: errorRow<{ path: string; code: string }>({
    code: "STO008",
    kind: "environment",
    retryable: true,
    what: (a) => `「${a.path}」の読み書きに失敗しました（${a.code}）。`,
    next: () =>
      "ディスクの状態と接続を確かめて、もう一度実行してください。ネットワーク上の共有フォルダーは保存先にできません。",
  }),
  engineMissing: errorRow<{ name: string }>({
    code: "STO009",
    kind: "environment",
    retryable: false,
    what: (a) => `台帳の部品「${a.name}」を読み込めません。`,
    next: () => "buka のフォルダーで「npm ci」を実行して、部品を入れ直してください。",
  }),
  closed: errorRow<{ path: string }>({
    code: "STO010",
    kind: "internal",
    retryable: false,
    what: (a) => `「${a.path}」はすでに閉じられています。`,
    next: () => `もう一度実行してください。${askAdmin}`,
  }),
  badValue: errorRow<{ name: string }>({
    code: "STO011",
    kind: "internal",
    retryable: false,
    what: (a) => `台帳に書けない値が渡されました（${a.name}）。何も書いていません。`,
    next: () => `もう一度実行してください。${askAdmin}`,
  }),
  unreadableRow: errorRow<{ path: string }>({
    code: "STO012",
    kind: "environment",
    retryable: false,
    what: (a) => `「${a.path}」の中の記録を読み取れません。外から書き換えられた可能性があります。`,
    next: () => "ファイルを消さずに情報担当へ連絡し、控え（バックアップ）と比べてください。",
  }),
  unexpected: errorRow<{ path: string }>({
    code: "STO013",
    kind: "internal",
    retryable: false,
    what: (a) => `「${a.path}」の処理中に、思いがけない誤りが起きました。`,
    next: () => `もう一度実行してください。${askAdmin}`,
  }),

  noCase: errorRow({
    code: "STO021",
    kind: "usage",
    retryable: false,
    what: () => "指定された案件は台帳にありません。",
    next: () => "案件の番号を一覧で確かめてください。",
  }),
  changedMeanwhile: errorRow<{ seen: number; now: number }>({
    code: "STO022",
    kind: "conflict",
    retryable: true,
    what: (a) =>
      `案件はほかの人か部下が先に変更しました（見ていた版 ${a.seen}、今の版 ${a.now}）。`,
    next: () => "一覧を開き直し、今の内容を確かめてからやり直してください。",
  }),
  noIntent: errorRow({
    code: "STO023",
    kind: "conflict",
    retryable: false,
    what: () => "この案件には登録の予定が記録されていません。登録はしませんでした。",
    next: () => "案件を入力待ちに戻してから、もう一度実行してください。",
  }),
  intentMove: errorRow<{ from: string; to: string }>({
    code: "STO024",
    kind: "conflict",
    retryable: false,
    what: (a) => `登録の記録は「${a.from}」から「${a.to}」へ進められません。`,
    next: () =>
      "案件の今の状態を確かめてください。登録できたか分からないときは、先に照会してください。",
  }),
  oldFence: errorRow<{ shown: number; now: number }>({
    code: "STO025",
    kind: "conflict",
    retryable: false,
    what: (a) =>
      `利用者の使用権は、あとから来た処理に移っています（手元の番号 ${a.shown}、今の番号 ${a.now}）。この処理では登録しません。`,
    next: () => "この処理を終えてください。案件は今の持ち主が続けます。",
  }),
  leaseLost: errorRow<{ key: string }>({
    code: "STO026",
    kind: "conflict",
    retryable: false,
    what: (a) => `「${a.key}」の使用権がなくなりました（期限切れか、ほかの処理に移りました）。`,
    next: () => "この処理を終え、もう一度実行してください。",
  }),
  otherNumber: errorRow({
    code: "STO027",
    kind: "conflict",
    retryable: false,
    what: () => "この案件には、すでに別の番号で登録済みの記録があります。",
    next: () => "財務会計システムで受付番号を検索し、二重の登録がないか確かめてください。",
  }),

  badEvidenceKey: errorRow({
    code: "STO041",
    kind: "usage",
    retryable: false,
    what: () => "証跡の番号の形が正しくありません。",
    next: () => "一覧に表示された証跡の番号をそのまま使ってください。",
  }),
  noEvidence: errorRow<{ key: string }>({
    code: "STO042",
    kind: "environment",
    retryable: false,
    what: (a) => `証跡「${a.key}」が保存先にありません。`,
    next: () =>
      "証跡のフォルダーが移されたり消されたりしていないか確かめ、控えから戻してください。",
  }),
  evidenceAltered: errorRow<{ key: string }>({
    code: "STO043",
    kind: "environment",
    retryable: false,
    what: (a) => `証跡「${a.key}」の中身が、保存したときと変わっています。`,
    next: () => "書き換えの有無を情報担当と確かめ、控えから戻してください。",
  }),

  ledgerNotEmpty: errorRow<{ cases: number }>({
    code: "STO051",
    kind: "usage",
    retryable: false,
    what: (a) =>
      `この台帳には、すでに ${a.cases} 件の案件があります。控えを上に重ねて戻すことはできません。`,
    next: () =>
      "空のフォルダーを --workspace に指定するか、今の台帳の場所を別の名前に移してから戻してください。",
  }),
  backupBroken: errorRow<{ file: string }>({
    code: "STO052",
    kind: "input",
    retryable: false,
    what: (a) => `控えの「${a.file}」が壊れているか、足りません。台帳には何も戻していません。`,
    next: () => "ほかの控えを使ってください。写すときに途切れたのなら、もう一度写してください。",
  }),
  noBackup: errorRow<{ folder: string }>({
    code: "STO053",
    kind: "input",
    retryable: false,
    what: (a) => `「${a.folder}」は buka の控えではありません（backup.json がありません）。`,
    next: () => "「buka backup」が作ったフォルダーを指定してください。",
  }),
  backupThere: errorRow<{ folder: string }>({
    code: "STO054",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.folder}」は空ではないため、控えを書けません。`,
    next: () => "まだないフォルダーの名前を指定してください。",
  }),
  newerBackup: errorRow<{ found: number; known: number }>({
    code: "STO055",
    kind: "input",
    retryable: false,
    what: (a) => `新しい buka が作った控えです（版 ${a.found}。この buka は版 ${a.known} まで）。`,
    next: () => "控えを作った版か、それより新しい buka で戻してください。",
  }),

  openKeyFile: errorRow<{ path: string }>({
    code: "STO061",
    kind: "environment",
    retryable: false,
    what: (a) => `金庫の鍵「${a.path}」を、ほかの人も読める状態です。金庫は開けません。`,
    next: (a) =>
      `「chmod 600 '${a.path}'」で自分だけが読めるようにし、パスワードを変えて登録し直してください。`,
  }),
  noVaultKey: errorRow<{ path: string }>({
    code: "STO062",
    kind: "environment",
    retryable: false,
    what: (a) => `金庫はありますが、鍵「${a.path}」がありません。`,
    next: () =>
      "鍵のファイルを元の場所に戻してください。戻せないときは vault.json を移し、パスワードを登録し直してください。",
  }),
  badVaultKey: errorRow<{ from: string }>({
    code: "STO063",
    kind: "environment",
    retryable: false,
    what: (a) => `金庫の鍵（${a.from}）の形が正しくありません。`,
    next: () => "32バイトを base64 で書いた鍵を使ってください。",
  }),
  vaultAltered: errorRow<{ path: string }>({
    code: "STO064",
    kind: "environment",
    retryable: false,
    what: (a) => `金庫「${a.path}」を開けません。鍵が違うか、書き換えられています。`,
    next: () =>
      "鍵が正しいか確かめてください。分からないときは vault.json を移し、パスワードを登録し直してください。",
  }),
  badSecretName: errorRow({
    code: "STO065",
    kind: "usage",
    retryable: false,
    what: () => "金庫に入れる名前が正しくありません。",
    next: () => "100文字以内で、改行・タブなどを含まない名前にしてください。",
  }),
  badSecretValue: errorRow<{ name: string }>({
    code: "STO066",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.name}」に入れる値が空か、長すぎます。`,
    next: () => "1文字以上、4,000文字以内で入力してください。",
  }),
  vaultBusy: errorRow<{ path: string }>({
    code: "STO067",
    kind: "conflict",
    retryable: true,
    what: (a) => `金庫「${a.path}」を、ほかの処理が書き換えています。`,
    next: () => "少し待ってから、もう一度実行してください。",
  }),
});

/** Names of the intent states in sentences. */
export const intentNames = {
  planned: "登録予定",
  pressing: "登録操作中",
  committed: "登録済み",
  "not-committed": "未登録",
  "in-doubt": "要照会",
} as const;

/** What letting go of a key is called where it is refused. */
export const releasedName = "鍵の解放";

/** What the open key of the vault is called when it comes from the environment. */
export const environmentKeyName = "環境変数 BUKA_VAULT_KEY";
