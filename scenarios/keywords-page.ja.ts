/** Writes docs/keywords.md from the tables of keywords and header keys. */
import { headerKeys } from "./header-table.ja.ts";
import type { Form, Keyword } from "./keyword.ts";
import { keywords } from "./keyword-table.ts";
import { branchHelp, branchWords, classWords, slotWords } from "./keyword-words.ja.ts";

/** The whole page as Markdown, ending with a line feed. A guard compares it with docs/keywords.md. */
export function keywordsPage(): string {
  const parts = [
    "# シナリオの言葉\n",
    "<!-- このページは表から作られます。手で直さず、npm run docs で作り直してください。 -->\n",
    intro,
    "## 見出し\n",
    headerTable(),
    "## 動作\n",
    summaryTable(),
    ...keywords.map(section),
    branchSection(),
  ];
  return `${parts.join("\n")}\n`;
}

const intro = `シナリオは、手順を日本語の文で並べたファイル（scenario.yaml）です。

- 「 」は画面に出ている言葉、{ } は案件の項目です。
- 「に」「を」「で」などの助詞が役割を表すので、順番は入れ替えられます。文の終わりに動作を書きます。
- 「入力します」「入力してください」「入力」のように書いても同じ意味になります。
- 決まった文字と項目は「R{年度}-1」のようにつなげられます。
- 同じ言葉が別の画面や枠にもあるときは、「金融機関検索」画面の「検索」のように場所を付けます。

種別の 見 は見るだけ、書 は画面の内容を変える、確 は取り消せない動作です。
`;

function headerTable(): string {
  const rows = headerKeys.map((h) => {
    const required = h.required ? "必須" : "";
    return `| ${h.key} | ${required} | ${h.description} | \`${h.example}\` |`;
  });
  return ["| 見出し | | 意味 | 例 |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function summaryTable(): string {
  const rows = keywords.map(
    (k) => `| ${classWords[k.class]} | ${words(k)[0]} | ${k.forms[0]?.example ?? ""} |`,
  );
  const branch = `| ${classWords[branchHelp.class]} | ${branchWords.if[0]} | 条件に合うときだけ行う |`;
  return ["| 種別 | 動作 | 例 |", "|---|---|---|", ...rows, branch, ""].join("\n");
}

/** Dictionary forms of a keyword without doubles; the first is canonical. */
function words(keyword: Keyword): string[] {
  const dictionary = keyword.forms.flatMap((form) => form.verb.words);
  return [...new Set(dictionary)];
}

function section(keyword: Keyword): string {
  const [word, ...others] = words(keyword);
  const variants = others.length === 0 ? [] : [`ほかの書き方: ${others.join("、")}\n`];
  const patterns = keyword.forms.map((form) => `| ${pattern(form)} | \`- ${form.example}\` |`);
  return [
    `### ${word ?? ""}（${classWords[keyword.class]}）\n`,
    `${keyword.description}\n`,
    ...variants,
    "| 形 | 例 |",
    "|---|---|",
    ...patterns,
    "",
  ].join("\n");
}

function pattern(form: Form): string {
  const phrases = form.phrases.map((p) => slotWords[p.slot] + (p.particles[0] ?? ""));
  const after = form.after === undefined ? [] : [slotWords[form.after.slot]];
  return [...phrases, form.verb.word, ...after].join(" ");
}

function branchSection(): string {
  const heading = `### ${branchWords.if[0]} … ${branchWords.met[0]} … ${branchWords.otherwise[0]}\n`;
  return [heading, `${branchHelp.description}\n`, "```yaml", branchHelp.example, "```"].join("\n");
}
