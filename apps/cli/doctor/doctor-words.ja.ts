/** What `buka doctor` says: one line per thing that was looked at, and what to do about it. */

export const stateMarks = { good: "○", care: "△", bad: "×" } as const;

export const doctorWords = {
  node: "Node.js",
  nodeNext: "Node.js 20.19 以上を入れてください。",
  clock: "時計",
  clockFound: (japan: string): string => `日本時間 ${japan}`,
  clockNext: "パソコンの時計を合わせてください。受付日と和暦の計算が狂います。",
  workspace: "作業フォルダー",
  ledger: "台帳",
  ledgerFound: (a: { cases: number; free: string }): string => `案件 ${a.cases} 件、空き ${a.free}`,
  ledgerOnServer: (a: { cases: number; host: string }): string =>
    `案件 ${a.cases} 件（PostgreSQL ${a.host}）`,
  evidence: "証跡",
  evidenceHere: "このパソコンの中にあります",
  evidenceHereNext:
    "台帳を複数のパソコンで使うときは、全員が届くフォルダーを buka.yaml の「証跡の場所」に、または S3 互換のサーバーを「証跡のサーバー」に書いてください。",
  evidenceOnServer: (host: string): string => `${host} に送れます`,
  evidenceWaiting: (count: number): string =>
    `${count} 個が、まだサーバーに届いていません（このパソコンに残っています）`,
  evidenceWaitingNext:
    "係が動いている間に送ります。続くときは、もう一度 buka doctor で確かめてください。",
  evidenceWaitingFirst: "上の「証跡」を直すと、次に buka を動かしたときに送ります。",
  queueHere: "このパソコンだけのものです",
  queueHereNext:
    "台帳を複数のパソコンで使うときは、buka.yaml の「順番待ち」に「台帳のサーバー」か、共通の Redis を書いてください。",
  ledgerLittleSpace: "ディスクの空きが少なくなっています。1GB 以上空けてください。",
  ledgerShared:
    "台帳がネットワーク上の共有フォルダーにあります。壊れるおそれがあるので、このパソコンの中に移してください。",
  ledgerOpen: (mode: string): string => `ほかの利用者も読めます（権限 ${mode}）`,
  ledgerOpenNext: "台帳のフォルダーを、部下を動かす利用者だけが読めるようにしてください。",
  queue: "順番待ち",
  queueFound: (a: { kind: string; waiting: number }): string => `${a.kind}、待ち ${a.waiting} 件`,
  queueNearlyFull: (found: string, percent: number): string =>
    `${found}、メモリーの ${percent} % を使っています`,
  queueNearlyFullNext:
    "いっぱいになると、案件を順番待ちに入れられません（案件は台帳に残ります）。Redis の maxmemory を増やすか、ほかの使い道を減らしてください。",
  embedded: "内蔵",
  browser: "ブラウザ",
  font: "日本語の書体",
  fontFound: (count: number): string => `${count} 種類`,
  fontMissing: "見つかりません",
  fontNext: "画面の写しの文字が□になります。管理者に fonts-ipaexfont の導入を依頼してください。",
  reader: "読み取りの部品",
  readerFound: "使えます",
  bots: "部下",
  noBots: "ありません",
  noBotsNext: "「buka init」で写しを作るか、部下のフォルダーを置いてください。",
  botFound: (a: { title: string; warnings: number }): string =>
    a.warnings === 0 ? a.title : `${a.title}（注意 ${a.warnings} 件。buka lint で確かめられます）`,
  system: (name: string): string => `画面「${name}」`,
  reachable: (host: string): string => `${host} につながります`,
  unreachable: (host: string): string => `${host} につながりません`,
  unreachableNext: "財務会計の運転時間と、buka.yaml の「入口」を確かめてください。",
  noPassword: "パスワードが金庫にありません",
  noPasswordNext: (name: string): string => `「buka secret set ${name}」で入れてください。`,
  settings: "いまの設定",
  setting: (a: { key: string; value: string; from: "standard" | "file" | "environment" }): string =>
    `  ${a.key}：${a.value === "" ? "（なし）" : a.value}　（${origins[a.from]}）`,
  allGood: "すべてそろっています。",
  some: (bad: number): string => `${bad} か所を直してください。`,
} as const;

const origins = { standard: "標準", file: "buka.yaml", environment: "環境変数" } as const;
