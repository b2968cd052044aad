/** The one table of keywords: parser, explanation, help texts and docs/keywords.md are derived from it. */
import type { Keyword, Phrase, Slot } from "./keyword.ts";
import { godan, ichidan, suru, verb } from "./verb-forms.ja.ts";

const phrase = (slot: Slot, name: string, ...particles: string[]): Phrase => ({
  name,
  slot,
  particles,
});
const target = (...particles: string[]): Phrase => phrase("target", "target", ...particles);
const value = (...particles: string[]): Phrase => phrase("value", "value", ...particles);
const into = phrase("field", "into", "として", "に");

const press = verb(godan("押す"), godan("おす"), suru("クリック"), suru("押下"));
const confirm = verb(ichidan("確かめる"), ichidan("たしかめる"), suru("確認"));
const read = verb(godan("読み取る"), godan("よみとる"), godan("読取る"));
const wait = verb(godan("待つ"), godan("まつ"), suru("待機"));

const shows = (...ends: string[]): string[] =>
  ["と出る", "が出る", "と表示される", "が表示される"].flatMap((s) => ends.map((e) => s + e));
const showsNot = ["と出ない", "が出ない", "と表示されない", "が表示されない"].map(
  (s) => `${s}ことを`,
);

export const keywords: readonly Keyword[] = [
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
        verb: verb(
          suru("入力"),
          ichidan("入れる"),
          ichidan("いれる"),
          godan("打つ"),
          godan("打ち込む"),
          suru("記入"),
        ),
        example: "「金額」に {金額} を入力する",
        kind: "type",
        build: (f) => ({ kind: "type", target: f.target("target"), value: f.value("value") }),
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
        verb: verb(godan("選ぶ"), godan("えらぶ"), suru("選択")),
        example: "「預金種別」で {預金種別} を選ぶ",
        kind: "choose",
        build: (f) => ({ kind: "choose", target: f.target("target"), value: f.value("value") }),
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
        verb: verb(
          suru("チェック"),
          ichidan("チェックを入れる"),
          ichidan("チェックを付ける"),
          ichidan("チェックをつける"),
        ),
        example: "「源泉徴収対象」をチェックする",
        kind: "tick",
        build: (f) => ({ kind: "tick", target: f.target("target"), on: true }),
      },
      {
        phrases: [target("のチェックを", "からチェックを")],
        verb: verb(godan("外す"), godan("はずす"), godan("取る")),
        example: "「源泉徴収対象」のチェックを外す",
        kind: "tick",
        build: (f) => ({ kind: "tick", target: f.target("target"), on: false }),
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
  {
    id: "expect-text",
    class: "look",
    description: "画面に文字が出ている（出ていない）ことを確かめます。違うときはそこで止まります。",
    forms: [
      {
        phrases: [value(...shows("ことを"))],
        verb: confirm,
        example: "「該当する債権者はありません」と出ることを確かめる",
        kind: "expect-text",
        build: (f) => ({ kind: "expect-text", text: f.value("value"), shown: true }),
      },
      {
        phrases: [value(...showsNot)],
        verb: confirm,
        example: "「エラー」と出ないことを確かめる",
        kind: "expect-text",
        build: (f) => ({ kind: "expect-text", text: f.value("value"), shown: false }),
      },
    ],
  },
  {
    id: "expect-value",
    class: "look",
    description: "欄の値が思ったとおりであることを確かめます。違うときはそこで止まります。",
    forms: [
      {
        phrases: [
          target("が", "の値が"),
          value("であることを", "になっていることを", "となっていることを"),
        ],
        verb: confirm,
        example: "「支店名」が {支店名} であることを確かめる",
        kind: "expect-value",
        build: (f) => ({
          kind: "expect-value",
          target: f.target("target"),
          value: f.value("value"),
        }),
      },
    ],
  },
  {
    id: "expect-row",
    class: "look",
    description: "表に、その値の行がある（ない）ことを確かめます。",
    forms: [
      {
        phrases: [phrase("row", "row", "があることを")],
        verb: confirm,
        example: "「検索結果」表で「備考」が {受付番号} の行があることを確かめる",
        kind: "expect-row",
        build: (f) => ({ kind: "expect-row", row: f.row("row"), exists: true }),
      },
      {
        phrases: [phrase("row", "row", "がないことを", "が無いことを")],
        verb: confirm,
        example: "「検索結果」表で「備考」が {受付番号} の行がないことを確かめる",
        kind: "expect-row",
        build: (f) => ({ kind: "expect-row", row: f.row("row"), exists: false }),
      },
    ],
  },
  {
    id: "read-value",
    class: "look",
    description: "画面に出た値を読み取り、{ } の名前で覚えます。",
    forms: [
      {
        phrases: [target("の値を", "を"), into],
        verb: read,
        example: "「債権者番号」の値を {債権者番号} として読み取る",
        kind: "read-value",
        build: (f) => ({
          kind: "read-value",
          target: f.target("target"),
          into: f.field("into"),
        }),
      },
      {
        phrases: [phrase("cell", "cell", "の値を", "を"), into],
        verb: read,
        example:
          "「検索結果」表で「備考」が {受付番号} の行の「債権者番号」を {債権者番号} として読み取る",
        kind: "read-in-row",
        build: (f) => ({
          kind: "read-in-row",
          row: f.row("cell"),
          caption: f.cellCaption("cell"),
          into: f.field("into"),
        }),
      },
      {
        phrases: [phrase("table", "table", "を"), into],
        verb: read,
        example: "「明細」表を {明細} として読み取る",
        kind: "read-table",
        build: (f) => ({ kind: "read-table", ...f.table("table"), into: f.field("into") }),
      },
    ],
  },
  {
    id: "wait",
    class: "look",
    description:
      "文字が出る（消える）まで待ちます。秒数で待つのは、待つ目印がないときだけにし、3秒までにします。",
    forms: [
      {
        phrases: [value(...shows("まで", "のを"))],
        verb: wait,
        example: "「検索結果」が出るまで待つ",
        kind: "wait-text",
        build: (f) => ({ kind: "wait-text", text: f.value("value"), until: "shown" }),
      },
      {
        phrases: [value("が消えるまで", "が消えるのを", "がなくなるまで")],
        verb: wait,
        example: "「処理中」が消えるまで待つ",
        kind: "wait-text",
        build: (f) => ({ kind: "wait-text", text: f.value("value"), until: "gone" }),
      },
      {
        phrases: [phrase("number", "seconds", "秒", "秒間")],
        verb: wait,
        example: "3秒待つ",
        kind: "wait-seconds",
        build: (f) => ({ kind: "wait-seconds", seconds: f.number("seconds") }),
      },
    ],
  },
  {
    id: "on-dialog",
    class: "change",
    description:
      "このあと出る小さな確認の窓（ダイアログ）への答えを決めておきます。窓を出す文より前に書きます。書いていない窓が出たら、そこで止まります。",
    forms: [
      {
        phrases: [
          phrase("dialog", "dialog", "が出たら", "が表示されたら", "が出たときは"),
          phrase("answer", "answer", "を", "ボタンを"),
        ],
        verb: verb(godan("押す"), godan("おす"), suru("クリック"), godan("選ぶ")),
        example: "ダイアログ「登録しますか」が出たら OK を押す",
        kind: "on-dialog",
        build: (f) => ({ kind: "on-dialog", text: f.text("dialog"), answer: f.answer("answer") }),
      },
    ],
  },
  {
    id: "snapshot",
    class: "look",
    description: "そのときの画面を、名前を付けて証跡に残します。",
    forms: [
      {
        phrases: [],
        verb: verb(godan("画面の写しを残す"), godan("画面の写しを取る")),
        after: phrase("caption", "name"),
        example: "画面の写しを残す「登録後」",
        kind: "snapshot",
        build: (f) => ({ kind: "snapshot", name: f.text("name") }),
      },
      {
        phrases: [phrase("caption", "name", "として", "の名前で", "という名前で")],
        verb: verb(godan("画面の写しを残す"), godan("画面の写しを取る")),
        example: "「登録後」として画面の写しを残す",
        kind: "snapshot",
        build: (f) => ({ kind: "snapshot", name: f.text("name") }),
      },
    ],
  },
  {
    id: "ask-person",
    class: "other",
    description: "その案件を止めて、担当者に聞きます。答えがあるまで、ほかの案件を先に進めます。",
    forms: [
      {
        phrases: [],
        verb: verb(godan("人に聞く"), ichidan("人に尋ねる"), godan("担当者に聞く")),
        after: phrase("caption", "message"),
        example: "人に聞く「100万円以上です。続けてよいですか」",
        kind: "ask-person",
        build: (f) => ({ kind: "ask-person", message: f.text("message") }),
      },
      {
        phrases: [phrase("caption", "message", "と", "を")],
        verb: verb(godan("人に聞く"), ichidan("人に尋ねる"), godan("担当者に聞く")),
        example: "「続けてよいですか」と人に聞く",
        kind: "ask-person",
        build: (f) => ({ kind: "ask-person", message: f.text("message") }),
      },
    ],
  },
  {
    id: "business-error",
    class: "other",
    description: "決まりに合わない案件として、担当者の一覧に回します。やり直しはしません。",
    forms: [
      {
        phrases: [],
        verb: verb(suru("業務エラーに")),
        after: phrase("caption", "message"),
        example: "業務エラーにする「残高が不足しています」",
        kind: "business-error",
        build: (f) => ({ kind: "business-error", message: f.text("message") }),
      },
      {
        phrases: [phrase("caption", "message", "として", "で", "と")],
        verb: verb(suru("業務エラーに")),
        example: "「残高が不足しています」として業務エラーにする",
        kind: "business-error",
        build: (f) => ({ kind: "business-error", message: f.text("message") }),
      },
    ],
  },
];
