/** Rows of the keyword table: sentences that change the screen, and the one that cannot be undone. */
import type { Keyword } from "./keyword.ts";
import { phrase, target, value } from "./phrases.ts";
import { godan, ichidan, suru, verb } from "./verb-forms.ja.ts";

const press = verb(godan("押す"), godan("おす"), suru("クリック"), suru("押下"));

const typing = verb(
  suru("入力"),
  ichidan("入れる"),
  ichidan("いれる"),
  godan("打つ"),
  godan("打ち込む"),
  suru("記入"),
);
const emptying = verb(
  suru("空に"),
  suru("空欄に"),
  suru("空白に"),
  suru("クリア"),
  godan("消す"),
  suru("消去"),
);
const choosing = verb(godan("選ぶ"), godan("えらぶ"), suru("選択"));
const ticking = verb(
  suru("チェック"),
  ichidan("チェックを入れる"),
  ichidan("チェックを付ける"),
  ichidan("チェックをつける"),
);

export const fillKeywords: readonly Keyword[] = [
  {
    id: "log-in",
    class: "change",
    description:
      "使う画面に名前で書いたシステムにログインします。IDと暗証は金庫から取り出すので、シナリオには書きません。",
    forms: [
      {
        phrases: [phrase("caption", "system", "に", "へ")],
        verb: verb(suru("ログイン"), suru("サインイン")),
        example: "「財務会計」にログインする",
        kind: "log-in",
        build: (f) => ({ kind: "log-in", system: f.text("system") }),
      },
    ],
  },
  {
    id: "open",
    class: "look",
    description: "メニューをたどって画面を開きます。途中のメニューは「→」でつなぎます。",
    forms: [
      {
        phrases: [phrase("path", "path", "を")],
        verb: verb(godan("開く"), godan("ひらく"), ichidan("開ける"), suru("表示")),
        example: "「債権者管理」→「債権者登録」を開く",
        kind: "open",
        build: (f) => ({ kind: "open", path: f.path("path") }),
      },
    ],
  },
  {
    id: "type",
    class: "change",
    description: "欄に文字を入れます。入れたあと、欄の中身をすぐに読み直して確かめます。",
    forms: [
      {
        phrases: [target("に", "へ"), value("を", "と")],
        verb: typing,
        example: "「金額」に {金額} を入力する",
        kind: "type",
        build: (f) => ({ kind: "type", target: f.target("target"), value: f.value("value") }),
      },
      {
        phrases: [target("を", "は")],
        verb: emptying,
        example: "「備考」を空にする",
        kind: "type",
        build: (f) => ({ kind: "type", target: f.target("target"), value: [] }),
      },
      {
        phrases: [phrase("box", "cell", "に", "へ"), value("を", "と")],
        verb: typing,
        example: "「明細」表の1行目の「品名」に {品名} を入力する",
        kind: "type-in-row",
        build: (f) => ({
          kind: "type-in-row",
          ...f.box("cell"),
          value: f.value("value"),
        }),
      },
    ],
  },
  {
    id: "choose",
    class: "change",
    description: "一覧やボタンの並びから1つを選びます。",
    forms: [
      {
        phrases: [target("で", "から", "に", "は"), value("を")],
        verb: choosing,
        example: "「預金種別」で {預金種別} を選ぶ",
        kind: "choose",
        build: (f) => ({ kind: "choose", target: f.target("target"), value: f.value("value") }),
      },
      {
        phrases: [phrase("box", "cell", "で", "から", "に", "は"), value("を")],
        verb: choosing,
        example: "「明細」表の1行目の「税率」で「10%」を選ぶ",
        kind: "choose-in-row",
        build: (f) => ({
          kind: "choose-in-row",
          ...f.box("cell"),
          value: f.value("value"),
        }),
      },
    ],
  },
  {
    id: "tick",
    class: "change",
    description: "チェックの印を付けます。外すときは「のチェックを外す」と書きます。",
    forms: [
      {
        phrases: [target("を", "に")],
        verb: ticking,
        example: "「源泉徴収対象」をチェックする",
        kind: "tick",
        build: (f) => ({ kind: "tick", target: f.target("target"), on: true }),
      },
      {
        phrases: [phrase("box", "cell", "を", "に")],
        verb: ticking,
        example: "「一覧」表で「伝票番号」が {伝票番号} の行の「選択」をチェックする",
        kind: "tick-in-row",
        build: (f) => ({
          kind: "tick-in-row",
          ...f.box("cell"),
          on: true,
        }),
      },
      {
        phrases: [target("のチェックを", "からチェックを")],
        verb: verb(godan("外す"), godan("はずす"), godan("取る")),
        example: "「源泉徴収対象」のチェックを外す",
        kind: "tick",
        build: (f) => ({ kind: "tick", target: f.target("target"), on: false }),
      },
      {
        phrases: [phrase("box", "cell", "のチェックを", "からチェックを")],
        verb: verb(godan("外す"), godan("はずす"), godan("取る")),
        example: "「一覧」表で「伝票番号」が {伝票番号} の行の「選択」のチェックを外す",
        kind: "tick-in-row",
        build: (f) => ({ kind: "tick-in-row", ...f.box("cell"), on: false }),
      },
    ],
  },
  {
    id: "press",
    class: "change",
    description:
      "ボタンやリンクを押します。「登録」「確定」「削除」「送信」のように取り消せないボタンには「登録する」を使います。",
    forms: [
      {
        phrases: [target("を")],
        verb: press,
        example: "「検索」を押す",
        kind: "press",
        build: (f) => ({ kind: "press", target: f.target("target") }),
      },
      {
        phrases: [phrase("cell", "cell", "を")],
        verb: verb(godan("押す"), godan("おす"), suru("クリック"), godan("選ぶ"), suru("選択")),
        example: "「検索結果」表で「支店コード」が {支店コード} の行の「選択」を押す",
        kind: "press-in-row",
        build: (f) => ({
          kind: "press-in-row",
          row: f.row("cell"),
          caption: f.cellCaption("cell"),
        }),
      },
    ],
  },
  {
    id: "commit",
    class: "commit",
    description:
      "取り消せない登録を1回だけ行います。押す前に全部の欄を読み直して比べ、押したあとは「成功の印」を待ちます。結果が分からないときは押し直さず、照会手順で確かめます。",
    forms: [
      {
        phrases: [target("で", "を押して", "ボタンで")],
        verb: verb(suru("登録"), suru("確定"), suru("送信"), suru("削除")),
        example: "「登録」で登録する",
        kind: "commit",
        build: (f) => ({ kind: "commit", target: f.target("target") }),
      },
    ],
  },
];
