/** Rows of the keyword table: dialogs, people, parts, calculations. */
import type { Keyword } from "./keyword.ts";
import { into, phrase } from "./phrases.ts";
import { godan, ichidan, suru, verb } from "./verb-forms.ja.ts";

export const flowKeywords: readonly Keyword[] = [
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
        verb: verb(godan("画面の写しを残す"), godan("写しを残す"), godan("画面の写しを取る")),
        after: phrase("caption", "name"),
        example: "画面の写しを残す「登録後」",
        kind: "snapshot",
        build: (f) => ({ kind: "snapshot", name: f.text("name") }),
      },
      {
        phrases: [phrase("caption", "name", "として", "の名前で", "という名前で")],
        verb: verb(godan("画面の写しを残す"), godan("写しを残す"), godan("画面の写しを取る")),
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
        build: (f) => ({ kind: "ask-person", message: f.text("message"), into: null }),
      },
      {
        phrases: [phrase("caption", "message", "と", "を")],
        verb: verb(godan("人に聞く"), ichidan("人に尋ねる"), godan("担当者に聞く")),
        example: "「続けてよいですか」と人に聞く",
        kind: "ask-person",
        build: (f) => ({ kind: "ask-person", message: f.text("message"), into: null }),
      },
      {
        phrases: [
          phrase("caption", "message", "を人に聞いて", "と人に聞いて", "を担当者に聞いて"),
          phrase("field", "into", "に", "として"),
        ],
        verb: verb(ichidan("入れる"), ichidan("覚える")),
        example: "「内線番号」を人に聞いて {内線番号} に入れる",
        kind: "ask-person",
        build: (f) => ({ kind: "ask-person", message: f.text("message"), into: f.field("into") }),
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
  {
    id: "calculate",
    class: "other",
    description:
      "Excelの式で計算し、項目として覚えます。式の項目名に { } は付けません。いくつもあるときは「計算する:」の下に並べます。",
    forms: [
      {
        phrases: [phrase("formula", "formula", "を"), into],
        verb: verb(suru("計算")),
        example: "「INT(金額 * 110 / 100)」を {税込額} として計算する",
        kind: "calculate",
        build: (f) => ({ kind: "calculate", formula: f.formula("formula"), into: f.field("into") }),
      },
    ],
  },
  {
    id: "call",
    class: "other",
    description:
      "部品（ほかのシナリオと分け合う手順）を行います。版を書くので、部品が新しくなっても動きは変わりません。",
    forms: [
      {
        phrases: [phrase("part", "part", "を")],
        verb: verb(godan("呼び出す"), godan("呼びだす"), godan("使う")),
        example: "部品「債権者を探す」の版1を呼び出す",
        kind: "call",
        build: (f) => f.part("part"),
      },
    ],
  },
];
