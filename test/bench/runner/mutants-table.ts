/** The mutants: each one thing that is otherwise than on the day when the scenario was written. */
import type { Change } from "./mutating-front.ts";

export interface Mutant {
  readonly name: string;
  readonly changes: readonly Change[];
  /** Faults of the demo system itself (README of apps/demo-finance). */
  readonly faults: readonly string[];
  readonly patienceSeconds: number;
}

const entry = "GET /entry";
const confirm = "POST /confirm";
const register = "POST /register";
const menu = "GET /menu";
const search = "GET /search";
const banks = "GET /banks";

const mutant = (name: string, ...changes: readonly Change[]): Mutant => ({
  name,
  changes,
  faults: [],
  patienceSeconds: 6,
});
const fault = (name: string, ...faults: readonly string[]): Mutant => ({
  name,
  changes: [],
  faults,
  patienceSeconds: 6,
});

/** On one screen, one text by another (all of its places). */
const swapText = (on: string, from: string, to: string): Change => ({
  on,
  rewrite: (html) => html.replaceAll(from, to),
});
const both = (from: string, to: string): Change[] => [
  swapText(entry, from, to),
  swapText(confirm, from, to),
];

const renames: readonly (readonly [string, string])[] = [
  ["口座番号", "預金口座番号"],
  ["口座番号", "口座No"],
  ["口座名義カナ", "名義人カナ"],
  ["電話番号：", "連絡先"],
  ["住　　所", "所在地"],
  ["預金種別", "口座種別"],
  ["担当所属コード", "担当課"],
  ["摘　　要", "備考欄"],
  ["フリガナ", "カナ氏名"],
  ["債権者区分", "区分"],
];
const renamed = renames.map(([from, to]) => mutant(`見出し ${from}→${to}`, ...both(from, to)));

/** Two headings that change places while the fields stay: the worst a release can do. */
const exchange = (html: string, a: string, b: string): string =>
  html.replaceAll(a, "\u0001").replaceAll(b, a).replaceAll("\u0001", b);
const exchanges: readonly (readonly [string, string, string])[] = [
  ["見出し 口座番号と法人番号", "<th>口座番号", "<th>法人番号"],
  ["見出し 郵便番号と電話番号", "<th>郵便番号", "<th>電話番号："],
  ["見出し 氏名とフリガナ", "<th>債 権 者 氏 名", "<th>フリガナ"],
  ["見出し 口座番号と口座名義", "<th>口座番号", "<th>口座名義カナ"],
];
const swapped = exchanges.flatMap(([name, a, b]) => [
  mutant(`入れ替え（登録の画面だけ） ${name}`, { on: entry, rewrite: (h) => exchange(h, a, b) }),
  mutant(`入れ替え（確認の画面だけ） ${name}`, { on: confirm, rewrite: (h) => exchange(h, a, b) }),
]);

/** A row of the form, by the heading that it begins with. */
const rowOf = (html: string, heading: string): string =>
  /<tr>(?:(?!<\/tr>)[\s\S])*<\/tr>/gu[Symbol.match](html)?.find((r) => r.includes(heading)) ?? "";
const onRow = (heading: string, change: (row: string) => string): Change => ({
  on: entry,
  rewrite: (html) => {
    const row = rowOf(html, heading);
    return row === "" ? html : html.replace(row, change(row));
  },
});

const moved = [
  mutant("口座名義の行を上へ", {
    on: entry,
    rewrite: (html) => {
      const row = rowOf(html, "口座名義カナ");
      return html.replace(row, "").replace(rowOf(html, "預金種別"), (r) => row + r);
    },
  }),
  mutant("住所の行を下へ", {
    on: entry,
    rewrite: (html) => {
      const row = rowOf(html, "住　　所");
      return html.replace(row, "").replace(rowOf(html, "法人番号"), (r) => r + row);
    },
  }),
  mutant("欄の名前がすべて変わる", {
    on: entry,
    rewrite: (h) => h.replaceAll("size=", `class="x" data-v="2" size=`),
  }),
  mutant("見出しが td になる", {
    on: entry,
    rewrite: (h) => h.replaceAll("<th>", "<td>").replaceAll("</th>", "</td>"),
  }),
  mutant("ボタンが上にも付く", {
    on: entry,
    rewrite: (h) =>
      h.replace(/(<form[^>]*>)([\s\S]*?)(<p class="buttons">[\s\S]*?<\/p>)/u, "$1$3$2$3"),
  }),
  mutant("ボタンの並びが逆", {
    on: confirm,
    rewrite: (h) => h.replace(/(<input[^>]*戻　る[^>]*>) (<input[^>]*登　録[^>]*>)/u, "$2 $1"),
  }),
];

const doubled = ["口座番号", "口座名義カナ", "住　　所", "摘　　要"].map((heading) =>
  mutant(
    `行が二つ ${heading}`,
    onRow(heading, (row) => row + row),
  ),
);
const doubledButtons = [
  mutant("「登録」が二つ", {
    on: confirm,
    rewrite: (h) => h.replace(/<input[^>]*登　録[^>]*>/u, "$& $&"),
  }),
  mutant("「確認」が二つ", {
    on: entry,
    rewrite: (h) => h.replace(/<input[^>]*確　認[^>]*>/u, "$& $&"),
  }),
  mutant("メニューに債権者登録が二つ", {
    on: menu,
    rewrite: (h) => h.replace(/<div><span[^>]*>債権者登録<\/span><\/div>/u, "$&$&"),
  }),
];

const dead = [
  ["口座番号", "disabled"],
  ["口座名義カナ", "readonly"],
  ["摘　　要", "disabled"],
].map(([heading = "", attribute = ""]) =>
  mutant(
    `欄が使えない ${heading}（${attribute}）`,
    onRow(heading, (row) =>
      row.replaceAll('<input type="text"', `<input ${attribute} type="text"`),
    ),
  ),
);
const deadButtons = [
  mutant(
    "「登録」が使えない",
    swapText(confirm, 'class="btn commit"', 'disabled class="btn commit"'),
  ),
  mutant(
    "「確認」が使えない",
    swapText(entry, 'type="submit" class="btn"', 'disabled type="submit" class="btn"'),
  ),
  mutant("「登録」が覆われている", swapText(confirm, "</body>", cover())),
  mutant("「登録」がない", swapText(confirm, 'value="登　録"', 'hidden value="登　録"')),
];

function cover(): string {
  return '<div style="position:fixed;inset:0;background:#fff8">お待ちください</div></body>';
}

const hidden = ["口座番号", "摘　　要", "担当所属コード"].map((heading) =>
  mutant(
    `欄が見えない ${heading}`,
    onRow(heading, (row) => row.replaceAll("<input", '<input style="display:none"')),
  ),
);

const say = (script: string): string => `<script>${script}</script></body>`;
const surprises = [
  mutant("知らせの alert", swapText(entry, "</body>", say("alert('年度末の予定')"))),
  mutant("確認の画面で confirm", swapText(confirm, "</body>", say("confirm('内容に注意')"))),
  mutant(
    "知らせの窓",
    swapText(entry, "</body>", say("window.open('/news','n','width=300,height=200')")),
  ),
  mutant("問いが変わる", swapText(confirm, "登録しますか？", "この内容で確定してよろしいですか？")),
  mutant(
    "よその画面へ飛ぶ",
    swapText(confirm, "</body>", say("location.href='http://127.0.0.1:9/'")),
  ),
  mutant(
    "押すと口座番号が変わる",
    swapText(
      entry,
      "</body>",
      say(
        "document.forms.f.addEventListener('submit',()=>{document.forms.f.item15.value='7777777'})",
      ),
    ),
  ),
  mutant(
    "離れると値が変わる",
    swapText(entry, "</body>", say("document.forms.f.item15.onblur=e=>{e.target.value='7777777'}")),
  ),
  mutant(
    "後から値が変わる",
    swapText(
      entry,
      "</body>",
      say(
        "setInterval(()=>{if(document.forms.f.item15.value)document.forms.f.item15.value='7777777'},50)",
      ),
    ),
  ),
  mutant("確認の画面の値が違う", swapText(confirm, "<td>0123456", "<td>0123457")),
  mutant("確認の画面が伏せ字", swapText(confirm, "<td>0123456", "<td>*****56")),
  mutant(
    "成功の言葉が初めからある",
    swapText(confirm, "</form>", "</form><p>登録が完了しました</p>"),
  ),
  mutant("金融機関の窓に同じ支店が二つ", {
    on: banks,
    rewrite: (h) => h.replace(/<tr><td>0999[\s\S]*?<\/tr>/u, "$&$&"),
  }),
  mutant("金融機関の窓が開かない", swapText(entry, "window.open(", "void (")),
  mutant("検索の欄がない", swapText(search, "カナ名称：", "　")),
  mutant("メニューの言葉が変わる", swapText(menu, "債権者登録", "債権者の登録")),
];

const ten = 10_000;
const slow: readonly Mutant[] = [confirm, register, entry].map((on) => ({
  ...mutant(`10秒遅い ${on}`, { on, delayMillis: ten }),
  patienceSeconds: 14,
}));

const page = (text: string): string =>
  `<!DOCTYPE html><html><head><title>エラー</title></head><body><div class="errorbox">${text}</div></body></html>`;
const codes = [101, 102, 103, 104, 105, 106, 107, 109, 110, 111, 112, 113, 115, 116, 120, 150, 199];
const refusals = codes.flatMap((code) => [
  mutant(`E${code} 確認で`, { on: confirm, instead: page(`E${code} 受け付けられません`) }),
  ...(code % 3 === 0
    ? [mutant(`E${code} 登録で`, { on: register, instead: page(`E${code} 受け付けられません`) })]
    : []),
]);

const systems = [
  fault("セッション切れ（途中）", "session-expires-after:9"),
  fault("セッション切れ（確認のあたり）", "session-expires-after:15"),
  fault("メンテナンス", "maintenance"),
  fault("締切", "closed"),
  fault("排他", "edit-conflict:1"),
  fault("値の入れ替わった確認画面", "swap-fields"),
  fault("「登録」が「確定」になる", "rename-caption"),
  fault("返事が来ない", "lose-reply-after-commit:1"),
  fault("返事が途中で切れる", "cut-reply-after-commit:1"),
  fault("登録のあと HTTP 500", "http-500-after-commit:1"),
  fault("登録のあと白紙", "blank-after-commit:1"),
];

export const mutants: readonly Mutant[] = [
  ...renamed,
  ...swapped,
  ...moved,
  ...doubled,
  ...doubledButtons,
  ...dead,
  ...deadButtons,
  ...hidden,
  ...surprises,
  ...slow,
  ...refusals,
  ...systems,
];
