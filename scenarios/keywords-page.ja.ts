/** Writes docs/keywords.md from the tables of keywords and header keys. */
import { remedyKey } from "./blocks.ja.ts";
import { type HeaderKey, headerKeysOf } from "./header-table.ja.ts";
import type { Block, Form, Keyword } from "./keyword.ts";
import { blocks, keywords } from "./keyword-table.ts";
import { classWords, slotWords } from "./keyword-words.ja.ts";

/** The whole page as Markdown, ending with a line feed. A guard compares it with docs/keywords.md. */
export function keywordsPage(): string {
  const parts = [
    "# シナリオの言葉\n",
    "<!-- このページは表から作られます。手で直さず、npm run docs で作り直してください。 -->\n",
    intro,
    "## 見出し\n",
    headerTable(headerKeysOf("scenario")),
    "## 動作\n",
    summaryTable(),
    ...keywords.map(section),
    "## 行を分けて書く動作\n",
    ...blocks.map(blockSection),
    remedySection(),
    partSection(),
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

function headerTable(keys: readonly HeaderKey[]): string {
  const rows = keys.map((h) => {
    const required = h.required ? "必須" : "";
    return `| ${h.key} | ${required} | ${h.description} | \`${h.example}\` |`;
  });
  return ["| 見出し | | 意味 | 例 |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function summaryTable(): string {
  const rows = keywords.map(
    (k) => `| ${classWords[k.class]} | ${words(k)[0]} | ${k.forms[0]?.example ?? ""} |`,
  );
  const more = blocks.map(
    (b) =>
      `| ${classWords[b.class]} | ${b.head.words[0]} | [行を分けて書きます](#行を分けて書く動作) |`,
  );
  return ["| 種別 | 動作 | 例 |", "|---|---|---|", ...rows, ...more, ""].join("\n");
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

function blockSection(block: Block): string {
  const [word, ...others] = block.head.words;
  const variants = others.length === 0 ? [] : [`ほかの書き方: ${others.join("、")}\n`];
  const keys = [block.head, ...block.keys].map((k) => {
    const required = k.required ? "必須" : "";
    return `| ${k.words.join("・")} | ${required} | ${k.description} |`;
  });
  return [
    `### ${word ?? ""}（${classWords[block.class]}）\n`,
    `${block.description}\n`,
    ...variants,
    "| 行 | | 書くこと |",
    "|---|---|---|",
    ...keys,
    "",
    "```yaml",
    block.example,
    "```",
    "",
  ].join("\n");
}

function remedySection(): string {
  return `### ${remedyKey.words[0] ?? ""}

どの「行を分けて書く動作」の下にも書けます。${remedyKey.description}

- 「やり直す 2回」：画面に出ていない、混み合っている、というときに、もう一度行います。
- 「人に渡す」：その案件を止めて、担当者の一覧に回します。
- 「飛ばす」：画面にないときだけ、その手順をしないで先へ進みます。値が違う、窓が出た、ログインが切れたときは飛ばしません。
`;
}

function partSection(): string {
  return `## 部品

何本ものシナリオで使う手順は、部品にして分け合えます。部下のフォルダーか作業フォルダーの \`parts\` に、次の見出しのファイルを置きます。
呼び出す側は版を書きます。手順を変えるときは「部品の版」を1つ増やした新しいファイルを作り、前の版も残します。部品の中に「登録する」は書けません。

${headerTable(headerKeysOf("part"))}
\`\`\`yaml
部品: 債権者を探す
部品の版: 1
持ち主: 会計課 審査係
受け取る項目: [カナ]
返す項目: [件数]
手順:
  - 「債権者管理」→「債権者検索」を開く
  - 「カナ名称」に {カナ} を入力する
  - 「検索」を押す
  - 「件数」の値を {件数} として読み取る
\`\`\``;
}
