/** Rows of the keyword table: sentences that only look at the screen. */
import type { Keyword } from "./keyword.ts";
import { into, phrase, target, value } from "./phrases.ts";
import { godan, ichidan, suru, verb } from "./verb-forms.ja.ts";

const confirm = verb(ichidan("確かめる"), ichidan("たしかめる"), suru("確認"));
const read = verb(godan("読み取る"), godan("よみとる"), godan("読取る"));
const wait = verb(godan("待つ"), godan("まつ"), suru("待機"));

const shows = (...ends: string[]): string[] =>
  ["と出る", "が出る", "と表示される", "が表示される"].flatMap((s) => ends.map((e) => s + e));
const showsNot = ["と出ない", "が出ない", "と表示されない", "が表示されない"].map(
  (s) => `${s}ことを`,
);

export const lookKeywords: readonly Keyword[] = [
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
];
