/** What a PostgreSQL server that holds the ledger or the queue says to a clerk or to who looks after the server. */
import { defineErrors, errorRow } from "../core/index.ts";

/** The words in which the two uses of a server differ. */
export interface PostgresUse {
  /** 台帳 or 順番待ち. */
  readonly whose: string;
  /** Name of the setting in buka.yaml. */
  readonly setting: string;
  /** Name of the password in the vault. */
  readonly secret: string;
  /** What is safe whatever happens to the server. */
  readonly kept: string;
  readonly codes: Readonly<Record<PostgresTrouble, string>>;
}

/** The kinds of trouble with a server. */
export type PostgresTrouble =
  | "packageMissing"
  | "badAddress"
  | "away"
  | "passwordRefused"
  | "noDatabase"
  | "tooOld"
  | "notDurable"
  | "readOnly"
  | "noRight"
  | "full"
  | "crowded"
  | "notUnicode"
  | "passwordWritten"
  | "failed"
  | "busy";

function rowsOfAccess(use: PostgresUse) {
  return {
    packageMissing: errorRow<{ name: string }>({
      code: use.codes.packageMissing,
      kind: "environment",
      retryable: false,
      what: (a) => `${use.whose}を PostgreSQL に置くための部品「${a.name}」が入っていません。`,
      next: (a) =>
        `buka のフォルダーで「npm install ${a.name}」を実行するか、buka.yaml の「${use.setting}」を「内蔵」にしてください。`,
    }),
    badAddress: errorRow<{ written: string }>({
      code: use.codes.badAddress,
      kind: "usage",
      retryable: false,
      what: (a) => `「${use.setting}」の「${a.written}」を読めません。`,
      next: () =>
        "「内蔵」か、postgres://利用者@サーバー:5432/データベース の形で書いてください。パスワードは書かず、金庫に入れます。",
    }),
    away: errorRow<{ host: string }>({
      code: use.codes.away,
      kind: "environment",
      retryable: true,
      what: (a) => `${use.whose}の PostgreSQL（${a.host}）につながりません。${use.kept}`,
      next: () =>
        "PostgreSQL が動いているか、ネットワークがつながっているかを確かめて、もう一度実行してください。",
    }),
    passwordRefused: errorRow<{ host: string; user: string }>({
      code: use.codes.passwordRefused,
      kind: "environment",
      retryable: false,
      what: (a) => `${use.whose}の PostgreSQL（${a.host}）に、利用者「${a.user}」で入れません。`,
      next: () =>
        `「buka secret set ${use.secret}」で、パスワードを金庫に入れ直してください。利用者名と接続の許可（pg_hba.conf）も確かめてください。`,
    }),
    noDatabase: errorRow<{ host: string; database: string }>({
      code: use.codes.noDatabase,
      kind: "environment",
      retryable: false,
      what: (a) =>
        `${use.whose}の PostgreSQL（${a.host}）に、データベース「${a.database}」がありません。`,
      next: (a) =>
        `サーバーの管理者に「createdb -E UTF8 ${a.database}」の実行を依頼するか、buka.yaml の名前を直してください。`,
    }),
    tooOld: errorRow<{ host: string; version: string }>({
      code: use.codes.tooOld,
      kind: "environment",
      retryable: false,
      what: (a) => `${use.whose}の PostgreSQL（${a.host}）の版 ${a.version} は古すぎます。`,
      next: () =>
        `PostgreSQL 14 以上にするか、buka.yaml の「${use.setting}」を「内蔵」にしてください。`,
    }),
  };
}

function rowsOfServer(use: PostgresUse) {
  return {
    notDurable: errorRow<{ host: string; setting: string }>({
      code: use.codes.notDurable,
      kind: "environment",
      retryable: false,
      what: (a) =>
        `${use.whose}の PostgreSQL（${a.host}）は、停電で記録が消えるおそれのある設定（${a.setting} = off）です。`,
      next: (a) =>
        `サーバーの設定を ${a.setting} = on に変えて、PostgreSQL を起動し直してください。`,
    }),
    readOnly: errorRow<{ host: string }>({
      code: use.codes.readOnly,
      kind: "environment",
      retryable: false,
      what: (a) => `${use.whose}の PostgreSQL（${a.host}）は、読み取り専用（待機系）です。`,
      next: () =>
        `書き込めるサーバー（主系）の宛先を buka.yaml の「${use.setting}」に書いてください。`,
    }),
    noRight: errorRow<{ host: string; user: string }>({
      code: use.codes.noRight,
      kind: "environment",
      retryable: false,
      what: (a) =>
        `利用者「${a.user}」には、${use.whose}の PostgreSQL（${a.host}）に表を作る権限がありません。`,
      next: () =>
        "サーバーの管理者に、データベースの持ち主をこの利用者にするよう依頼してください。",
    }),
  };
}

function rowsOfWork(use: PostgresUse) {
  return {
    full: errorRow<{ host: string }>({
      code: use.codes.full,
      kind: "environment",
      retryable: true,
      what: (a) =>
        `${use.whose}の PostgreSQL（${a.host}）に書き込めません（ディスクかメモリーがいっぱいです）。${use.kept}`,
      next: () => "サーバーの空きを作ってから、もう一度実行してください。",
    }),
    crowded: errorRow<{ host: string }>({
      code: use.codes.crowded,
      kind: "environment",
      retryable: true,
      what: (a) => `${use.whose}の PostgreSQL（${a.host}）の接続数がいっぱいです。`,
      next: () =>
        "動いている係の数を減らすか、サーバーの max_connections を増やしてから、もう一度実行してください。",
    }),
    notUnicode: errorRow<{ host: string; encoding: string }>({
      code: use.codes.notUnicode,
      kind: "environment",
      retryable: false,
      what: (a) =>
        `${use.whose}の PostgreSQL（${a.host}）のデータベースの文字コードが ${a.encoding} です。日本語の一部を書けません。`,
      next: () => "文字コードが UTF8 のデータベースを作り、その名前を buka.yaml に書いてください。",
    }),
    passwordWritten: errorRow({
      code: use.codes.passwordWritten,
      kind: "usage",
      retryable: false,
      what: () => `「${use.setting}」にパスワードが書かれています。設定ファイルには書けません。`,
      next: () =>
        `buka.yaml からパスワードを消し、「buka secret set ${use.secret}」で金庫に入れてください。`,
    }),
    failed: errorRow<{ host: string; code: string }>({
      code: use.codes.failed,
      kind: "environment",
      retryable: true,
      what: (a) =>
        `${use.whose}の PostgreSQL（${a.host}）が処理を断りました（${a.code}）。変更は取り消しました。`,
      next: () =>
        "もう一度実行してください。続くときは、この番号をサーバーの管理者に伝えてください。",
    }),
    busy: errorRow<{ host: string }>({
      code: use.codes.busy,
      kind: "conflict",
      retryable: true,
      what: (a) =>
        `${use.whose}の PostgreSQL（${a.host}）をほかの処理が使い続けているため、書き込めませんでした。`,
      next: () => "少し待ってから、もう一度実行してください。",
    }),
  };
}

/** The rows for one use of a server. */
export function postgresErrorRows(use: PostgresUse) {
  return { ...rowsOfAccess(use), ...rowsOfServer(use), ...rowsOfWork(use) };
}

/** Errors of the ledger on a PostgreSQL server (STO081…). */
export const postgresError = defineErrors(
  postgresErrorRows({
    whose: "台帳",
    setting: "台帳のサーバー",
    secret: "台帳",
    kept: "書き終えた案件は失われていません。",
    codes: {
      packageMissing: "STO081",
      badAddress: "STO082",
      away: "STO083",
      passwordRefused: "STO084",
      noDatabase: "STO085",
      tooOld: "STO086",
      notDurable: "STO087",
      readOnly: "STO088",
      noRight: "STO089",
      full: "STO090",
      crowded: "STO091",
      notUnicode: "STO092",
      passwordWritten: "STO093",
      failed: "STO094",
      busy: "STO095",
    },
  }),
);

/** The same troubles under the codes of one use. */
export type PostgresErrors = typeof postgresError;
