/** Rows of the keyword table for what is written over several lines: branches, loops, tables of values, parts. */
import type { Block, BlockKey } from "./keyword.ts";
import { branchHelp, branchWords } from "./keyword-words.ja.ts";

const steps = (
  name: string,
  required: boolean,
  words: readonly string[],
  description: string,
): BlockKey => ({
  name,
  words,
  required,
  holds: "steps",
  description,
});

/** May stand below every block: 「うまくいかないとき: やり直す 2回、だめなら 人に渡す」. */
export const remedyKey: BlockKey = {
  name: "remedy",
  words: ["うまくいかないとき", "失敗したとき", "だめなとき"],
  required: false,
  holds: "text",
  description: "「やり直す 2回」「人に渡す」「飛ばす」を書きます。登録のあとには効きません。",
};

export const blockTable: readonly Block[] = [
  {
    id: "if",
    class: branchHelp.class,
    head: {
      name: "if",
      words: branchWords.if,
      required: true,
      holds: "text",
      description: "Excelの式と同じ書き方の条件です。",
    },
    keys: [
      steps("met", true, branchWords.met, "条件に合うときの手順です。"),
      steps("otherwise", false, branchWords.otherwise, "条件に合わないときの手順です。"),
    ],
    description: branchHelp.description,
    example: branchHelp.example,
  },
  {
    id: "type-table",
    class: "change",
    head: {
      name: "rows",
      words: [
        "次のとおり入力する",
        "次の通り入力する",
        "次のように入力する",
        "次のとおり入力します",
        "次のとおり入力",
      ],
      required: true,
      holds: "table",
      description: "「欄: 値」を1行ずつ書きます。",
    },
    keys: [],
    description:
      "欄と値を表にして、上から順に入力します。入力欄には打ち、一覧や丸印は選び、四角の印は「あり」「なし」で付け外しします。",
    example: [
      "- 次のとおり入力する:",
      "    債権者氏名: {氏名}",
      "    預金種別: {預金種別}",
      "    備考: 「R{年度} 一括」",
      "    源泉徴収対象: あり",
    ].join("\n"),
  },
  {
    id: "repeat",
    class: "other",
    head: {
      name: "over",
      words: ["繰り返す", "くり返す", "くりかえす", "繰返す", "繰り返します"],
      required: true,
      holds: "text",
      description:
        "読み取った表の名前（明細）、回数（3回）、条件（残り件数 > 0 の間）のどれかです。",
    },
    keys: [
      steps("steps", true, ["手順", "行うこと", "すること"], "1回ごとに行う手順です。"),
      {
        name: "most",
        words: ["上限", "回数の上限"],
        required: false,
        holds: "text",
        description: "繰り返す回数の上限です。条件で繰り返すときは必ず書きます。",
      },
    ],
    description:
      "手順を繰り返します。表を繰り返すときは、その行の列を {明細の品名} のように書きます。何行目かは {明細の行番号} です。",
    example: [
      "- 繰り返す: 明細",
      "  上限: 50回",
      "  手順:",
      "    - 「品名」に {明細の品名} を入力する",
      "    - 「行追加」を押す",
    ].join("\n"),
  },
  {
    id: "calculate",
    class: "other",
    head: {
      name: "rows",
      words: ["計算する", "計算します", "次のとおり計算する"],
      required: true,
      holds: "table",
      description: "「項目: Excelの式」を1行ずつ書きます。",
    },
    keys: [],
    description: "Excelの式で計算し、項目として覚えます。式の項目名に { } は付けません。",
    example: ["- 計算する:", "    税込額: INT(金額 * 110 / 100)"].join("\n"),
  },
  {
    id: "call",
    class: "other",
    head: {
      name: "part",
      words: ["呼び出す", "呼びだす", "呼び出します"],
      required: true,
      holds: "text",
      description: "部品の名前と版です（「債権者を探す」の版2）。",
    },
    keys: [
      {
        name: "version",
        words: ["版"],
        required: false,
        holds: "text",
        description: "部品の版です。名前のあとに「の版2」と書いてあれば要りません。",
      },
      {
        name: "given",
        words: ["渡す", "渡す項目"],
        required: false,
        holds: "table",
        description: "部品が受け取る項目に入れる値です。書かない項目は、同じ名前の項目が渡ります。",
      },
    ],
    description:
      "部品（ほかのシナリオと分け合う手順）を行います。版を書くので、部品が新しくなっても動きは変わりません。",
    example: ["- 呼び出す: 「債権者を探す」の版1", "  渡す:", "    カナ: {フリガナ}"].join("\n"),
  },
  {
    id: "guarded",
    class: "other",
    head: steps(
      "steps",
      true,
      ["次を行う", "次を行います", "次の手順を行う"],
      "1つの文、または手順です。",
    ),
    keys: [{ ...remedyKey, required: true }],
    description:
      "うまくいかないときの動きを決めて行います。「やり直す 2回」「人に渡す」「飛ばす」が書け、「、」でつなぐと順に試します。登録を押したあとは、やり直しも飛ばしもしません。",
    example: [
      "- 次を行う:",
      "    - 「検索」を押す",
      "    - 「検索結果」が出るまで待つ",
      "  うまくいかないとき: やり直す 2回、だめなら 人に渡す",
    ].join("\n"),
  },
];
