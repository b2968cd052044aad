/** What the Redis queue says to a clerk or to who looks after the server: what, where, what to do next. */
import { defineErrors, errorRow } from "../core/index.ts";

const kept = "案件はすべて台帳に残っています。";

export const redisError = defineErrors({
  packageMissing: errorRow<{ name: string }>({
    code: "QUE130",
    kind: "environment",
    retryable: false,
    what: (a) => `順番待ちに Redis を使うための部品「${a.name}」が入っていません。`,
    next: (a) =>
      `buka のフォルダーで「npm install ${a.name}」を実行するか、buka.yaml の「順番待ち」を「内蔵」にしてください。`,
  }),
  badAddress: errorRow<{ written: string }>({
    code: "QUE131",
    kind: "usage",
    retryable: false,
    what: (a) => `「順番待ち」の「${a.written}」を読めません。`,
    next: () =>
      "「内蔵」「台帳のサーバー」か、redis://サーバー:6379、postgres://利用者@サーバー:5432/データベース の形で書いてください。パスワードは書かず、金庫に入れます。",
  }),
  away: errorRow<{ host: string }>({
    code: "QUE132",
    kind: "environment",
    retryable: true,
    what: (a) => `順番待ちの Redis（${a.host}）につながりません。${kept}`,
    next: () =>
      "Redis が動いているか確かめて、もう一度実行してください。順番待ちは台帳から作り直されます。",
  }),
  passwordRefused: errorRow<{ host: string; missing: boolean }>({
    code: "QUE133",
    kind: "environment",
    retryable: false,
    what: (a) =>
      a.missing
        ? `順番待ちの Redis（${a.host}）はパスワードを求めていますが、金庫に入っていません。`
        : `順番待ちの Redis（${a.host}）のパスワードが違います。`,
    next: (a) =>
      `「buka secret set 順番待ち」で、Redis のパスワードを金庫に${a.missing ? "入れて" : "入れ直して"}ください。`,
  }),
  tooOld: errorRow<{ version: string; host: string }>({
    code: "QUE134",
    kind: "environment",
    retryable: false,
    what: (a) => `順番待ちの Redis（${a.host}）の版 ${a.version} は古すぎます。`,
    next: () => "Redis 6.2 以上にするか、buka.yaml の「順番待ち」を「内蔵」にしてください。",
  }),
  evicts: errorRow<{ policy: string; host: string }>({
    code: "QUE135",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `順番待ちの Redis（${a.host}）は、いっぱいになると古いものを捨てる設定（${a.policy}）です。`,
    next: () =>
      "Redis の設定を maxmemory-policy noeviction に変えて、Redis を起動し直してください。",
  }),
  full: errorRow<{ host: string }>({
    code: "QUE136",
    kind: "environment",
    retryable: true,
    what: (a) =>
      `順番待ちの Redis（${a.host}）に書き込めません（メモリーかディスクがいっぱいです）。${kept}`,
    next: () => "Redis のメモリーとディスクを空けてから、もう一度実行してください。",
  }),
});
