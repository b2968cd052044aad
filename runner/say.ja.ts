/** Pieces of the sentences that the runner says to a clerk; the sentences themselves are in messages.ja.ts. */

export const say = {
  remedy: {
    linux:
      "Debian・Ubuntu では「apt-get install chromium」で入ります。別の場所にあるなら BUKA_BROWSER に書いてください。",
    win32:
      "Windows には Edge が入っています。起動できないときは情報システム課に確かめるか、BUKA_BROWSER に msedge.exe の場所を書いてください。",
    darwin: "Google Chrome か Microsoft Edge を入れるか、BUKA_BROWSER に場所を書いてください。",
  },
  envBrowserMissing: (path: string): string =>
    `BUKA_BROWSER に書かれた「${path}」がありません。場所を直すか、設定を消してください。`,
  verbs: { type: "入力する", choose: "選ぶ", tick: "チェックする", attach: "添付する" },
  window: (n: number): string => (n === 1 ? "" : `別窓${n} `),
  hit: (n: number, where: string, name: string, at: string): string =>
    `${n}. ${where}「${name}」${at}`,
  instead: (way: { caption: string; scope: string | null; nth?: number | undefined }): string =>
    `${way.scope === null ? "" : `「${way.scope}」欄の`}「${way.caption}」${way.nth === undefined ? "" : `の${way.nth}番目`}`,
  at: (x: number, y: number): string => `（左から${x}・上から${y}）`,
  unknown: {
    noReply: "返事が届く前に通信が切れました",
    serverError: (status: number): string => `財務会計が誤りの画面（HTTP ${status}）を返しました`,
    timeout: (seconds: number, notice: string | null): string =>
      `${seconds}秒待っても成功の印が出ません${notice === null ? "" : `。画面には「${notice}」と出ています`}`,
    browser: "ブラウザが動かなくなりました",
    dialog: (text: string): string => `シナリオにない窓が出ました「${text}」`,
    contradiction: (text: string): string => `成功の印と「${text}」が両方出ています`,
    blocked: (host: string): string => `許可されていない宛先（${host}）へ移りました`,
    session: "ログインが切れた画面になりました",
    notNow: (text: string): string => `「${text}」と出ました`,
  },
} as const;
