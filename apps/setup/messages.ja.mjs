/** Every sentence that the set-up script and the gate say to a person. */

/** @param {number} millis */
const seconds = (millis) => `${(millis / 1000).toFixed(1)}秒`;

export const say = {
  /** @param {string} found */
  nodeTooOld: (found) =>
    `Node.js が古すぎます（いま ${found}）。20.19 以上が必要です。情報担当に Node.js の更新を依頼してから、もう一度実行してください。`,
  /** @param {string} what */
  start: (what) => `準備: ${what}…`,
  /** @param {string} what @param {number} millis */
  stillRunning: (what, millis) => `準備: ${what}（続けています。${seconds(millis)}経過）`,
  /** @param {string} what @param {number} millis */
  finished: (what, millis) => `準備: ${what}が終わりました（${seconds(millis)}）`,
  /** @param {number} millis */
  allReady: (millis) => `準備: すべてそろっています（${seconds(millis)}）`,
  /** @param {number} millis */
  nowReady: (millis) => `準備: できました（全部で ${seconds(millis)}）`,
  /** @param {string} pid */
  waitingForOther: (pid) => `準備: 別の準備（プロセス ${pid}）が動いています。終わるのを待ちます…`,
  lockTimeout: (/** @type {string} */ lock) =>
    `準備: 別の準備が10分たっても終わりません。止まっているようなら ${lock} を消して、もう一度実行してください。`,
  /** @param {string} what @param {string} log */
  failed: (what, log) => `準備: ${what}に失敗しました。くわしい記録: ${log}`,
  packages: "部品（npm パッケージ）の取り込み",
  packagesHint:
    "ネットワークにつながるか、社内の npm の置き場が設定されているかを確かめて、もう一度実行してください。",
  build: "プログラムの組み立て（dist）",
  buildHint: "上に出た場所のプログラムを直して、もう一度実行してください。",
  noCompiler:
    "準備: dist がなく、組み立てに使う typescript もありません。開発用の部品も入れてください: npm ci --include=dev",
  systemPackages: (/** @type {readonly string[]} */ names) =>
    `${names.join("・")} の取り込み（apt）`,
  browserMissing:
    "準備: ブラウザ（Microsoft Edge・Google Chrome・Chromium のどれか）が見つかりません。",
  browserHint: {
    win32:
      "Microsoft Edge か Google Chrome を入れてください。別の場所にあるときは、環境変数 BUKA_BROWSER にその場所を書いてください。",
    darwin:
      "Google Chrome か Microsoft Edge を入れてください。別の場所にあるときは、環境変数 BUKA_BROWSER にその場所を書いてください。",
    linux:
      "管理者に次の実行を依頼してください: apt-get update && apt-get install -y --no-install-recommends chromium\n別の場所にあるときは、環境変数 BUKA_BROWSER にその場所を書いてください。",
  },
  /** @param {string} path */
  browserNotThere: (path) =>
    `準備: 環境変数 BUKA_BROWSER の場所（${path}）にブラウザがありません。正しい場所を書くか、BUKA_BROWSER を消してください。`,
  fontMissing: "準備: 日本語のフォントが見つかりません。画面の文字が□になります。",
  fontHint:
    "管理者に次の実行を依頼してください: apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-ipaexfont",
  chooseScript: (/** @type {readonly string[]} */ names) =>
    `どれを動かすかを書いてください: ${names.join("・")}`,
  goesOnWithoutFont: "準備: フォントなしで続けます。",
  gate: {
    title: "点検: 家の検査を始めます",
    /** @param {string} name @param {number} millis */
    passed: (name, millis) => `  合格   ${name}（${seconds(millis)}）`,
    /** @param {string} name @param {number} millis */
    failed: (name, millis) => `  不合格 ${name}（${seconds(millis)}）`,
    /** @param {string} name */
    skipped: (name) => `  省略   ${name}`,
    /** @param {string} name */
    notReached: (name) => `  未実施 ${name}`,
    /** @param {string} name @param {string} command */
    failureHead: (name, command) => `――「${name}」の不合格（同じ検査だけを行う: ${command}）――`,
    allPassed: (/** @type {number} */ millis) => `点検: すべて合格です（${seconds(millis)}）`,
    notPassed: (/** @type {readonly string[]} */ names) =>
      `点検: 不合格があります → ${names.join("・")}`,
    names: {
      format: "書式",
      lint: "書き方の規則",
      typedLint: "待ち忘れ（型を使う規則）",
      types: "型",
      boundaries: "部屋の境界",
      unused: "使われていないもの",
      unit: "単体テスト",
    },
  },
};
