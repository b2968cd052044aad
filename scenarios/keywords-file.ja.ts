/** Rows of the keyword table: papers and files. Only names that the header declares; never a path. */
import type { Keyword } from "./keyword.ts";
import { into, phrase, target } from "./phrases.ts";
import { godan, suru, verb } from "./verb-forms.ja.ts";

export const fileKeywords: readonly Keyword[] = [
  {
    id: "read-paper",
    class: "look",
    description:
      "申請書のすぐ後ろに重ねて読み取った書類（同じファイルの続きのページ）を読み、項目として覚えます。部下のフォルダーに、その書類の様式を「名前.form.yaml」で置きます。別のファイルで届いた添付は読みません。疑わしい文字があれば、入力を止めて人に聞きます。",
    forms: [
      {
        phrases: [phrase("paper", "paper", "から"), phrase("fields", "into", "を")],
        verb: verb(godan("読む"), godan("よむ"), godan("読み取る")),
        example: "書類「請求書」から {請求番号}、{請求額} を読む",
        kind: "read-paper",
        build: (f) => ({ kind: "read-paper", paper: f.text("paper"), into: f.fields("into") }),
      },
    ],
  },
  {
    id: "read-file",
    class: "look",
    description:
      "「使うファイル」に書いたExcelかCSVの表を読み、項目として覚えます。「繰り返す」で1行ずつ使えます。",
    forms: [
      {
        phrases: [phrase("file", "file", "を"), into],
        verb: verb(godan("読む"), godan("よむ"), godan("読み込む"), godan("取り込む")),
        example: "「明細.xlsx」の「4月」シートを {明細} として読む",
        kind: "read-file",
        build: (f) => ({ kind: "read-file", ...f.file("file"), into: f.field("into") }),
      },
    ],
  },
  {
    id: "write-file",
    class: "change",
    description: "読み取った表を、「使うファイル」に書いたExcelかCSVとして書き出します。",
    forms: [
      {
        phrases: [phrase("field", "from", "を"), phrase("file", "file", "に", "へ")],
        verb: verb(godan("書く"), godan("書き込む"), godan("書き出す"), godan("かく")),
        example: "{一覧} を「結果.xlsx」の「一覧」シートに書く",
        kind: "write-file",
        build: (f) => ({ kind: "write-file", ...f.file("file"), from: f.field("from") }),
      },
    ],
  },
  {
    id: "attach",
    class: "change",
    description: "ファイルを選ぶ欄に、「使うファイル」に書いたファイルを添付します。",
    forms: [
      {
        phrases: [target("に", "へ"), phrase("file-name", "file", "を")],
        verb: verb(suru("添付"), suru("アップロード")),
        example: "「添付書類」に「見積書.pdf」を添付する",
        kind: "attach",
        build: (f) => ({ kind: "attach", target: f.target("target"), file: f.value("file") }),
      },
    ],
  },
  {
    id: "save-download",
    class: "look",
    description: "ボタンを押して出たファイルを、「使うファイル」に書いた名前で保存します。",
    forms: [
      {
        phrases: [
          target("で出たファイルを", "を押して出たファイルを", "で出たものを"),
          phrase("file-name", "file", "として", "の名前で", "という名前で"),
        ],
        verb: verb(suru("保存"), suru("ダウンロード")),
        example: "「帳票出力」で出たファイルを「帳票.pdf」として保存する",
        kind: "save-download",
        build: (f) => ({
          kind: "save-download",
          target: f.target("target"),
          file: f.value("file"),
        }),
      },
      {
        phrases: [target("で出たファイルを", "を押して出たファイルを", "で出たものを")],
        verb: verb(suru("保存"), suru("ダウンロード")),
        example: "「帳票出力」で出たファイルを保存する",
        kind: "save-download",
        build: (f) => ({ kind: "save-download", target: f.target("target"), file: null }),
      },
    ],
  },
];
