/** The page of functions (docs/excel.md), made from the table of functions. */
import { dailyWords } from "./function-words-daily.ja.ts";
import { numberWords } from "./function-words-numbers.ja.ts";
import { functionFamilies, functionTable } from "./index.ts";

const familyNames: Readonly<Record<keyof typeof functionFamilies, string>> = {
  logic: "論理",
  info: "情報",
  lookup: "検索と参照",
  array: "配列",
  text: "文字列",
  japanese: "日本語の文字列",
  date: "日付と時刻",
  aggregate: "集計",
  math: "数学",
  statistics: "統計",
  finance: "財務",
  database: "データベース",
  engineering: "数の表し方ほか",
  domain: "buka が加えた関数",
  refused: "計算しない関数",
};

interface Words {
  readonly since: string;
  readonly text: string;
}

/** Name → words. */
function wordsByName(): ReadonlyMap<string, Words> {
  const lines = `${dailyWords}\n${numberWords}`.split("\n").filter((line) => line.trim() !== "");
  return new Map(
    lines.map((line) => {
      const [name = "", since = "", ...text] = line.split(" ");
      return [name, { since: since === "-" ? "2007以前" : since, text: text.join(" ") }];
    }),
  );
}

/** LET, LAMBDA and ISOMITTED are part of the language, not of the table. */
const constructs = ["LET", "LAMBDA", "ISOMITTED"];

const head = `# Excel の関数

点検ブックの式に使える関数の一覧です。値は日本語版の Excel と同じになるように計算します。
Excel と同じ値になると言い切れない使い方や、この表にない関数は **計算不可** とし、その案件は人の確認に回します（OK にも NG にもしません）。
この頁はプログラムの表から作られています（\`npm run docs\`）。手で直しても、次に作るときに消えます。

- 「Excel」は、その関数が入った Excel の版です。「2007以前」は Excel 2007 までにあったもの、「365」は Microsoft 365 のもの、「buka」は buka だけのものです。
- \`_xlfn.\` などの前書きは付いていても、付いていなくても読めます。
- 使える書き方：シートをまたぐ参照、串刺し参照（\`1月:3月!B2\`）、テーブル（\`明細表[金額]\`、\`[@単価]\`）、名前、配列定数、スピル（\`A1#\`）、\`@\`、列全体（\`A:A\`）、共通部分と和集合。
- 外部のブック、DDE、マクロの関数は、開かず、計算しません。
`;

/** The whole page. Functions without words are named in the list that is returned beside it. */
export function functionsPage(): {
  readonly page: string;
  readonly unexplained: readonly string[];
} {
  const words = wordsByName();
  const unexplained: string[] = [];
  const row = (names: readonly string[], supported: boolean): string => {
    const [name = ""] = names;
    const found = words.get(name);
    if (!found && supported) unexplained.push(name);
    const others = names.length > 1 ? `（${names.slice(1).join("、")}）` : "";
    const verdict = supported ? "対応" : "計算不可";
    const text = found?.text ?? refusedText(name);
    return `| ${name}${others} | ${verdict} | ${text} | ${found?.since ?? ""} |`;
  };
  let page = head;
  for (const [family, list] of Object.entries(functionFamilies)) {
    page += `\n## ${familyNames[family as keyof typeof functionFamilies]}\n\n`;
    page += "| 関数 | 対応 | 説明 | Excel |\n|---|---|---|---|\n";
    const rows = list.map((fn) => row(fn.names, !isRefused(fn)));
    if (family === "logic") rows.push(...constructs.map((name) => row([name], true)));
    page += `${rows.join("\n")}\n`;
  }
  return { page, unexplained };
}

function isRefused(fn: object): boolean {
  return "refused" in fn || "unsteady" in fn || "unproven" in fn;
}

function refusedText(name: string): string {
  const fn: object = functionTable.get(name) ?? {};
  if ("unproven" in fn) return "Excel と同じ値になると確かめられないため計算しません";
  return "値が変わり続けるか、ブックの外につながるため計算しません";
}
