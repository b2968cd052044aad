/** What the ledger on PostgreSQL says to a clerk or to who looks after the server: what, where, what to do next. */
import { defineErrors, errorRow } from "../core/index.ts";

const kept = "書き終えた案件は失われていません。";

/** Errors of the ledger on a PostgreSQL server (STO081…). */
export const postgresError = defineErrors({
  packageMissing: errorRow<{ name: string }>({
    code: "STO081",
    kind: "environment",
    retryable: false,
    what: (a) => `台帳を PostgreSQL に置くための部品「${a.name}」が入っていません。`,
    next: (a) =>
      `buka のフォルダーで「npm install ${a.name}」を実行するか、buka.yaml の「台帳のサーバー」を「内蔵」にしてください。`,
  }),
  badAddress: errorRow<{ written: string }>({
    code: "STO082",
    kind: "usage",
    retryable: false,
    what: (a) => `「台帳のサーバー」の「${a.written}」を読めません。`,
    next: () =>
      "「内蔵」か、postgres://利用者@サーバー:5432/データベース の形で書いてください。パスワードは書かず、金庫に入れます。",
  }),
  away: errorRow<{ host: string }>({
    code: "STO083",
    kind: "environment",
    retryable: true,
    what: (a) => `台帳の PostgreSQL（${a.host}）につながりません。${kept}`,
    next: () =>
      "PostgreSQL が動いているか、ネットワークがつながっているかを確かめて、もう一度実行してください。",
  }),
  passwordRefused: errorRow<{ host: string; user: string }>({
    code: "STO084",
    kind: "environment",
    retryable: false,
    what: (a) => `台帳の PostgreSQL（${a.host}）に、利用者「${a.user}」で入れません。`,
    next: () =>
      "「buka secret set 台帳」で、パスワードを金庫に入れ直してください。利用者名と接続の許可（pg_hba.conf）も確かめてください。",
  }),
  noDatabase: errorRow<{ host: string; database: string }>({
    code: "STO085",
    kind: "environment",
    retryable: false,
    what: (a) => `台帳の PostgreSQL（${a.host}）に、データベース「${a.database}」がありません。`,
    next: (a) =>
      `サーバーの管理者に「createdb -E UTF8 ${a.database}」の実行を依頼するか、buka.yaml の名前を直してください。`,
  }),
  tooOld: errorRow<{ host: string; version: string }>({
    code: "STO086",
    kind: "environment",
    retryable: false,
    what: (a) => `台帳の PostgreSQL（${a.host}）の版 ${a.version} は古すぎます。`,
    next: () =>
      "PostgreSQL 14 以上にするか、buka.yaml の「台帳のサーバー」を「内蔵」にしてください。",
  }),
  notDurable: errorRow<{ host: string; setting: string }>({
    code: "STO087",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `台帳の PostgreSQL（${a.host}）は、停電で記録が消えるおそれのある設定（${a.setting} = off）です。`,
    next: (a) => `サーバーの設定を ${a.setting} = on に変えて、PostgreSQL を起動し直してください。`,
  }),
  readOnly: errorRow<{ host: string }>({
    code: "STO088",
    kind: "environment",
    retryable: false,
    what: (a) => `台帳の PostgreSQL（${a.host}）は、読み取り専用（待機系）です。`,
    next: () =>
      "書き込めるサーバー（主系）の宛先を buka.yaml の「台帳のサーバー」に書いてください。",
  }),
  noRight: errorRow<{ host: string; user: string }>({
    code: "STO089",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `利用者「${a.user}」には、台帳の PostgreSQL（${a.host}）に表を作る権限がありません。`,
    next: () => "サーバーの管理者に、データベースの持ち主をこの利用者にするよう依頼してください。",
  }),
  full: errorRow<{ host: string }>({
    code: "STO090",
    kind: "environment",
    retryable: true,
    what: (a) =>
      `台帳の PostgreSQL（${a.host}）に書き込めません（ディスクかメモリーがいっぱいです）。${kept}`,
    next: () => "サーバーの空きを作ってから、もう一度実行してください。",
  }),
  crowded: errorRow<{ host: string }>({
    code: "STO091",
    kind: "environment",
    retryable: true,
    what: (a) => `台帳の PostgreSQL（${a.host}）の接続数がいっぱいです。`,
    next: () =>
      "動いている係の数を減らすか、サーバーの max_connections を増やしてから、もう一度実行してください。",
  }),
  notUnicode: errorRow<{ host: string; encoding: string }>({
    code: "STO092",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `台帳の PostgreSQL（${a.host}）のデータベースの文字コードが ${a.encoding} です。日本語の一部を書けません。`,
    next: () => "文字コードが UTF8 のデータベースを作り、その名前を buka.yaml に書いてください。",
  }),
  passwordWritten: errorRow({
    code: "STO093",
    kind: "usage",
    retryable: false,
    what: () => "「台帳のサーバー」にパスワードが書かれています。設定ファイルには書けません。",
    next: () => "buka.yaml からパスワードを消し、「buka secret set 台帳」で金庫に入れてください。",
  }),
  failed: errorRow<{ host: string; code: string }>({
    code: "STO094",
    kind: "environment",
    retryable: true,
    what: (a) =>
      `台帳の PostgreSQL（${a.host}）が処理を断りました（${a.code}）。変更は取り消しました。`,
    next: () =>
      "もう一度実行してください。続くときは、この番号をサーバーの管理者に伝えてください。",
  }),
  busy: errorRow<{ host: string }>({
    code: "STO095",
    kind: "conflict",
    retryable: true,
    what: (a) =>
      `台帳の PostgreSQL（${a.host}）をほかの処理が使い続けているため、書き込めませんでした。`,
    next: () => "少し待ってから、もう一度実行してください。",
  }),
});
