/** Every kind of sentence, every way to write it, and what it means. */
import { describe, expect, it } from "vitest";
import { parseScenario, type Step } from "../../scenarios/index.ts";
import { keywords } from "../../scenarios/keyword-table.ts";

const header =
  "題名: 見本\n持ち主: 会計課\n取り違え防止の鍵: [番号]\n使うファイル: [明細.xlsx, 結果.xlsx, 見積書.pdf, 帳票.pdf]\n成功の印: 済\n手順:\n";
const world = {
  parts: [
    {
      file: "parts/find-creditor.yaml",
      text: "部品: 債権者を探す\n部品の版: 1\n持ち主: 会計課\n受け取る項目: [カナ]\n返す項目: [件数]\n手順:\n  - 「カナ」に {カナ} を入力する\n  - 「件数」の値を {件数} として読み取る\n",
    },
  ],
};

function stepsOf(body: string): readonly Step[] {
  const parsed = parseScenario(header + body, "s.yaml", world);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.steps;
}

function meaning(sentence: string): unknown {
  const [step] = stepsOf(`  - ${sentence}\n`);
  if (!step) return null;
  const { at, sentence: said, ...body } = step;
  expect(said).toBe(sentence.trim());
  expect(at.line).toBe(7);
  return body;
}

const at = (caption: string, scope: string | null = null) => ({ caption, scope });
const field = (name: string) => [{ kind: "field", name }];
const fixed = (text: string) => [{ kind: "text", text }];
const row = (column: string, value: unknown, scope: string | null = null) => ({
  table: "一覧",
  scope,
  column,
  value,
});

const cases: readonly (readonly [string, object])[] = [
  ["「財務会計」にログインする", { kind: "log-in", system: "財務会計" }],
  ["「管理」→「検索」を開く", { kind: "open", path: ["管理", "検索"] }],
  ["「管理」＞「検索」 > 「詳細」を開きます。", { kind: "open", path: ["管理", "検索", "詳細"] }],
  ["「金額」に {金額} を入力する", { kind: "type", target: at("金額"), value: field("金額") }],
  ["{金額} を「金額」に入力する", { kind: "type", target: at("金額"), value: field("金額") }],
  [
    "「金額」欄に、{金額}を入力してください。",
    { kind: "type", target: at("金額"), value: field("金額") },
  ],
  ["「金額」に｛金額｝を入力", { kind: "type", target: at("金額"), value: field("金額") }],
  [
    "「備考: 注意」に {値} を入れる",
    { kind: "type", target: at("備考: 注意"), value: field("値") },
  ],
  [
    "「番号」に「R{年度}-1」を入力します",
    {
      kind: "type",
      target: at("番号"),
      value: [
        { kind: "text", text: "R" },
        { kind: "field", name: "年度" },
        { kind: "text", text: "-1" },
      ],
    },
  ],
  [
    "「摘要」に「{件名}」{番号} を入力する",
    { kind: "type", target: at("摘要"), value: [...field("件名"), ...field("番号")] },
  ],
  [
    "「金融機関検索」画面の「支店」に {支店} を入力する",
    { kind: "type", target: at("支店", "金融機関検索"), value: field("支店") },
  ],
  ["「区分」で「一般」を選ぶ", { kind: "choose", target: at("区分"), value: fixed("一般") }],
  [
    "「検索条件」枠の「区分」から {区分} を選択する",
    { kind: "choose", target: at("区分", "検索条件"), value: field("区分") },
  ],
  ["「源泉」をチェックする", { kind: "tick", target: at("源泉"), on: true }],
  ["「源泉」にチェックを入れる", { kind: "tick", target: at("源泉"), on: true }],
  ["「源泉」のチェックを外す", { kind: "tick", target: at("源泉"), on: false }],
  [
    "「カラム」が「氏名」の行の「必須」のチェックを外す",
    {
      kind: "tick-in-row",
      row: { ...row("カラム", fixed("氏名")), table: "" },
      caption: "必須",
      on: false,
    },
  ],
  ["「検索」を押す", { kind: "press", target: at("検索") }],
  ["「検索 #1」ボタンをｸﾘｯｸする", { kind: "press", target: at("検索 #1") }],
  ["「検索」を押してください", { kind: "press", target: at("検索") }],
  [
    "「一覧」表で「番号」が {番号} の行の「選択」を押す",
    { kind: "press-in-row", row: row("番号", field("番号")), caption: "選択" },
  ],
  [
    "「番号」が {番号} の行の「選択」を押す",
    { kind: "press-in-row", row: { ...row("番号", field("番号")), table: "" }, caption: "選択" },
  ],
  [
    "「検索」画面の「番号」が {番号} の行があることを確かめる",
    {
      kind: "expect-row",
      row: { ...row("番号", field("番号")), table: "", scope: "検索" },
      exists: true,
    },
  ],
  [
    "「一覧」表で「番号」が {番号} の行の「期間」欄の2つ目に {番号} を入力する",
    {
      kind: "type-in-row",
      row: row("番号", field("番号")),
      caption: "期間",
      nth: 2,
      value: field("番号"),
    },
  ],
  ["「備考」を空にする", { kind: "type", target: at("備考"), value: [] }],
  [
    "「検索」画面の「備考」を消してください",
    { kind: "type", target: at("備考", "検索"), value: [] },
  ],
  ["「検索」画面で「備考」を押す", { kind: "press", target: at("備考", "検索") }],
  ["「検索」枠の中の「備考」を押す", { kind: "press", target: at("備考", "検索") }],
  [
    "「検索」画面で「一覧」表で「番号」が {番号} の行の「選択」を押す",
    { kind: "press-in-row", row: row("番号", field("番号"), "検索"), caption: "選択" },
  ],
  ["「区分」欄で「検索」を選ぶ", { kind: "choose", target: at("区分"), value: fixed("検索") }],
  ["「区分」画面で「検索」を選ぶ", { kind: "choose", target: at("区分"), value: fixed("検索") }],
  [
    "「検索」の二番目に {番号} を入力する",
    { kind: "type", target: { ...at("検索"), nth: 2 }, value: field("番号") },
  ],
  [
    "「一覧」表の先頭の行の「選択」を押す",
    {
      kind: "press-in-row",
      row: { ...row("", []), number: fixed("1") },
      caption: "選択",
    },
  ],
  ["「登録」で登録する", { kind: "commit", target: at("登録") }],
  ["「確定」を押して登録します", { kind: "commit", target: at("確定") }],
  [
    "「該当なし」と出ることを確かめる",
    { kind: "expect-text", text: fixed("該当なし"), shown: true },
  ],
  [
    "「エラー」が出ないことを確認する",
    { kind: "expect-text", text: fixed("エラー"), shown: false },
  ],
  [
    "「支店名」が {支店} であることを確かめる",
    { kind: "expect-value", target: at("支店名"), value: field("支店") },
  ],
  [
    "「一覧」表で「番号」が「12」の行があることを確かめる",
    { kind: "expect-row", row: row("番号", fixed("12")), exists: true },
  ],
  [
    "「検索」画面の「一覧」表で「番号」が {番号} の行がないことを確かめる",
    { kind: "expect-row", row: row("番号", field("番号"), "検索"), exists: false },
  ],
  [
    "「番号」の値を {番号} として読み取る",
    { kind: "read-value", target: at("番号"), into: "番号" },
  ],
  [
    "「一覧」表で「備考」が {印} の行の「番号」を {番号} として読み取る",
    { kind: "read-in-row", row: row("備考", field("印")), caption: "番号", into: "番号" },
  ],
  [
    "「明細」表を {明細} として読み取る",
    { kind: "read-table", table: "明細", scope: null, into: "明細" },
  ],
  ["「結果」が出るまで待つ", { kind: "wait-text", text: fixed("結果"), until: "shown" }],
  ["「処理中」が消えるまで待ちます", { kind: "wait-text", text: fixed("処理中"), until: "gone" }],
  ["３秒待つ", { kind: "wait-seconds", seconds: 3 }],
  [
    "ダイアログ「よいですか」が出たら OK を押す",
    { kind: "on-dialog", text: "よいですか", answer: "ok" },
  ],
  [
    "ダイアログ「よいですか」が出たら「キャンセル」を押す",
    { kind: "on-dialog", text: "よいですか", answer: "cancel" },
  ],
  ["画面の写しを残す「登録後」", { kind: "snapshot", name: "登録後" }],
  ["人に聞く「続けますか」", { kind: "ask-person", message: "続けますか", into: null }],
  [
    "{内線} に「内線番号」を人に聞いて入れる",
    { kind: "ask-person", message: "内線番号", into: "内線" },
  ],
  [
    "書類「請求書」から {番号}、{額} を読みます",
    { kind: "read-paper", paper: "請求書", into: ["番号", "額"] },
  ],
  [
    "ファイル「明細.xlsx」を {明細} として読み込む",
    { kind: "read-file", file: "明細.xlsx", sheet: null, into: "明細" },
  ],
  [
    "「結果.xlsx」の「4月」シートに {一覧} を書き出してください",
    { kind: "write-file", file: "結果.xlsx", sheet: "4月", from: "一覧" },
  ],
  ["{書類} を「添付」に添付する", { kind: "attach", target: at("添付"), file: field("書類") }],
  [
    "「帳票出力」を押して出たファイルをダウンロードする",
    { kind: "save-download", target: at("帳票出力"), file: null },
  ],
  [
    "{税込} に「INT(金額*110/100)」を計算する",
    { kind: "calculate", formula: "INT(金額*110/100)", into: "税込" },
  ],
  [
    "「債権者を探す」の第1版を呼び出す",
    {
      kind: "call",
      part: "債権者を探す",
      version: 1,
      given: [{ name: "カナ", value: field("カナ") }],
      returns: ["件数"],
      steps: expect.any(Array),
    },
  ],
  ["業務エラーにする「残高: 不足 #1」", { kind: "business-error", message: "残高: 不足 #1" }],
];

describe("a sentence", () => {
  it.each(cases)("%s", (sentence, expected) => {
    expect(meaning(sentence)).toEqual(expected);
  });

  const forms = keywords.flatMap((k) => k.forms.map((f) => [f.example, f.kind] as const));
  it.each(forms)("of the table is read as its kind: %s", (example, kind) => {
    expect(meaning(example)).toMatchObject({ kind });
  });

  const spoken = keywords.flatMap((k) =>
    k.forms.flatMap((f) =>
      f.verb.forms.map((verb) => [f.example.replace(f.verb.word, verb), f.kind] as const),
    ),
  );
  it("is read in every ending that the table lists", () => {
    const body = spoken.map(([sentence]) => `  - ${sentence}\n`).join("");
    const parsed = parseScenario(header + body, "s.yaml", world);
    const language = parsed.problems.filter((p) => /^(?:YML|SCN0)/u.test(p.code));
    expect(language).toEqual([]);
  });
});

describe("もし", () => {
  it("holds both roads and keeps the formula as written, without its =", () => {
    const [step] = stepsOf(
      '  - もし: =AND(金額>=1000000, 区分="一般: 特")\n    なら:\n      - 「A」を押す\n    でなければ: 「B」を押す\n',
    );
    if (step?.kind !== "if") throw new Error("not a branch");
    expect(step.condition).toBe('AND(金額>=1000000, 区分="一般: 特")');
    expect(step.then).toMatchObject([{ kind: "press", target: at("A") }]);
    expect(step.otherwise).toMatchObject([{ kind: "press", target: at("B") }]);
  });

  it("counts the names in its condition as fields, but not functions and texts", () => {
    const body = '  - もし: AND(金額>=1, 区分="一般", NOT(済))\n    なら:\n      - 「A」を押す\n';
    const parsed = parseScenario(header + body, "s.yaml", world);
    expect(parsed.ok && parsed.value.fieldsUsed).toEqual(["番号", "金額", "区分", "済"]);
  });
});
