/** What the evidence on an S3-compatible server says to a clerk or to who looks after the server. */
import { defineErrors, errorRow } from "../core/index.ts";

const kept = "証跡はこのパソコンに残っていて、つながりしだい送ります。";

/** Errors of the evidence on a server (証跡のサーバー, STO044…). */
export const s3Error = defineErrors({
  badAddress: errorRow<{ written: string }>({
    code: "STO044",
    kind: "usage",
    retryable: false,
    what: (a) => `「証跡のサーバー」の「${a.written}」を読めません。`,
    next: () =>
      "「内蔵」か、https://鍵の名前@サーバー:9000/バケット の形で書いてください。秘密の鍵は書かず、「buka secret set 証跡」で金庫に入れます。",
  }),
  away: errorRow<{ host: string }>({
    code: "STO045",
    kind: "environment",
    retryable: true,
    what: (a) => `証跡のサーバー（${a.host}）につながりません。${kept}`,
    next: () =>
      "サーバーが動いているか、buka.yaml の「証跡のサーバー」の宛先が正しいかを確かめてください。",
  }),
  keyRefused: errorRow<{ host: string; missing: boolean }>({
    code: "STO046",
    kind: "environment",
    retryable: false,
    what: (a) =>
      a.missing
        ? `証跡のサーバー（${a.host}）の秘密の鍵が、金庫に入っていません。${kept}`
        : `証跡のサーバー（${a.host}）が、鍵を受け付けません。${kept}`,
    next: (a) =>
      a.missing
        ? "「buka secret set 証跡」で、秘密の鍵を金庫に入れてください。"
        : "「buka secret set 証跡」で秘密の鍵を入れ直し、buka.yaml の「証跡のサーバー」の鍵の名前（@ の前）と region も確かめてください。",
  }),
  noBucket: errorRow<{ host: string; bucket: string }>({
    code: "STO047",
    kind: "environment",
    retryable: false,
    what: (a) => `証跡のサーバー（${a.host}）に、バケット「${a.bucket}」がありません。${kept}`,
    next: () =>
      "サーバーの管理者にバケットを作るよう依頼するか、buka.yaml の「証跡のサーバー」の名前を直してください。",
  }),
  notTrusted: errorRow<{ host: string; code: string }>({
    code: "STO048",
    kind: "environment",
    retryable: false,
    what: (a) => `証跡のサーバー（${a.host}）の証明書を確かめられません（${a.code}）。${kept}`,
    next: () =>
      "庁内の認証局の証明書を、環境変数 NODE_EXTRA_CA_CERTS で buka に渡してください。期限と、宛先の名前が証明書と同じかも確かめてください。",
  }),
  noRight: errorRow<{ host: string; bucket: string }>({
    code: "STO049",
    kind: "environment",
    retryable: false,
    what: (a) =>
      `証跡のサーバー（${a.host}）のバケット「${a.bucket}」を使う権限がありません。${kept}`,
    next: () =>
      "サーバーの管理者に、この鍵でバケットの読み書き・一覧・削除ができるようにするよう依頼してください。",
  }),
  notYet: errorRow<{ key: string }>({
    code: "STO050",
    kind: "environment",
    retryable: true,
    what: (a) => `証跡「${a.key}」が、まだ証跡のサーバーに届いていません。`,
    next: () =>
      "受け付けたパソコンで「buka doctor」を実行し、送れていない証跡があれば直してください。そのあと、もう一度実行します。",
  }),
  full: errorRow<{ host: string }>({
    code: "STO056",
    kind: "environment",
    retryable: true,
    what: (a) => `証跡のサーバー（${a.host}）がいっぱいで、書き込めません。${kept}`,
    next: () => "サーバーの管理者に、空きを作るよう依頼してください。",
  }),
  failed: errorRow<{ host: string; code: string }>({
    code: "STO057",
    kind: "environment",
    retryable: true,
    what: (a) => `証跡のサーバー（${a.host}）が処理を断りました（${a.code}）。${kept}`,
    next: () => "続くときは、この番号をサーバーの管理者に伝えてください。",
  }),
  clockOff: errorRow<{ host: string }>({
    code: "STO058",
    kind: "environment",
    retryable: true,
    what: (a) => `証跡のサーバー（${a.host}）と、このパソコンの時計が違いすぎます。${kept}`,
    next: () => "パソコンの時計を合わせてください（15 分より大きくずれると断られます）。",
  }),
  secretWritten: errorRow({
    code: "STO059",
    kind: "usage",
    retryable: false,
    what: () => "「証跡のサーバー」に秘密の鍵が書かれています。設定ファイルには書けません。",
    next: () => "buka.yaml から秘密の鍵を消し、「buka secret set 証跡」で金庫に入れてください。",
  }),
});
