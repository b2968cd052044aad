/** Keywords of several lines, parts and their versions, values per section, older versions of the language. */
import { describe, expect, it } from "vitest";
import { explainScenario, parsePart, parseScenario, type Step } from "../../scenarios/index.ts";
import { blocks } from "../../scenarios/keyword-table.ts";

const header = "題名: 見本\n持ち主: 会計課\n使う画面: [財務会計]\n";
const part = (version: number, sentence: string): { file: string; text: string } => ({
  file: `parts/find-${version}.yaml`,
  text: `部品: 債権者を探す
部品の版: ${version}
持ち主: 会計課
受け取る項目: [カナ, 電話]
返す項目: [件数]
手順:
  - ${sentence}
  - 「電話」に {電話} を入力する
  - 「件数」の値を {件数} として読み取る
`,
});
const parts = [
  part(1, "「カナ」に {カナ} を入力する"),
  part(2, "「カナ名称」に {カナ} を入力する"),
];

function read(steps: string, more = "") {
  const parsed = parseScenario(`${header}${more}手順:\n${steps}`, "s.yaml", { parts });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}
const first = (steps: string): Step | undefined => read(steps).steps[0];
const field = (name: string) => [{ kind: "field", name }];

describe("every block of the table", () => {
  it.each(blocks.map((b) => [b.id, b.example]))("%s is read from its example", (id, example) => {
    const steps = example
      .split("\n")
      .map((line) => `  ${line}\n`)
      .join("");
    expect(first(steps)?.kind).toBe(id);
  });

  it.each(blocks.flatMap((b) => b.head.words.map((word) => [b, word] as const)))(
    "is read by each of its words (%#)",
    (block, word) => {
      const example = block.example.replace(block.head.words[0] ?? "", word);
      const steps = example.replace(/^/gmu, "  ");
      expect(first(`${steps}\n`)?.kind).toBe(block.id);
    },
  );
});

describe("次のとおり入力する", () => {
  it("takes bare captions, 「」, other screens, and values of every writing", () => {
    const step = first(`  - 次のとおり入力する:
      債権者氏名: {氏名}
      「備考: 注意」: 「R{年度}-」{番号}
      「検索」画面の「番号」: 0012
      住所: みほん市 {町名} 0-0
`);
    expect(step).toMatchObject({
      kind: "type-table",
      rows: [
        { target: { caption: "債権者氏名", scope: null }, value: field("氏名") },
        {
          target: { caption: "備考: 注意" },
          value: [{ text: "R" }, { name: "年度" }, { text: "-" }, { name: "番号" }],
        },
        { target: { caption: "番号", scope: "検索" }, value: [{ text: "0012" }] },
        {
          target: { caption: "住所" },
          value: [{ text: "みほん市 " }, { name: "町名" }, { text: " 0-0" }],
        },
      ],
    });
  });
});

describe("繰り返す", () => {
  it.each([
    ["明細", { kind: "rows", field: "明細" }],
    ["{明細} の行ごとに", { kind: "rows", field: "明細" }],
    ["３回", { kind: "times", count: 3 }],
    ["残り件数 > 0 の間", { kind: "while", condition: "残り件数 > 0" }],
  ])("%s", (over, expected) => {
    const step = first(`  - 繰り返す: ${over}\n    上限: 10\n    手順:\n      - 「次へ」を押す\n`);
    expect(step).toMatchObject({ kind: "repeat", over: expected, most: 10 });
  });

  it("knows the columns of its rows inside, and only there", () => {
    const scenario = read(
      "  - 繰り返す: 明細\n    手順:\n      - 「品名」に {明細の品名} を入力する\n  - 「計」に {明細の合計} を入力する\n",
    );
    expect(scenario.fieldsUsed).toEqual(["明細", "明細の合計"]);
  });
});

describe("うまくいかないとき", () => {
  it.each([
    ["やり直す 2回", { retries: 2, then: "stop" }],
    ["やり直す3回まで、だめなら飛ばす", { retries: 3, then: "skip" }],
    ["人に渡す", { retries: 0, then: "ask-person" }],
    ["[やり直す 1回, 人に渡す]", { retries: 1, then: "ask-person" }],
  ])("%s", (words, remedy) => {
    const step = first(`  - 次を行う: 「検索」を押す\n    うまくいかないとき: ${words}\n`);
    expect(step).toMatchObject({ kind: "guarded", remedy, steps: [{ kind: "press" }] });
  });

  it("may stand below any block", () => {
    const step = first(
      "  - 次のとおり入力する:\n      氏名: {氏名}\n    うまくいかないとき: やり直す 1回\n",
    );
    expect(step).toMatchObject({ kind: "guarded", steps: [{ kind: "type-table" }] });
  });
});

describe("呼び出す", () => {
  it("pins the version, hands over what is said and fields of the same name", () => {
    const scenario = read(
      "  - 呼び出す: 「債権者を探す」の版1\n    渡す:\n      カナ: {フリガナ}\n  - もし: 件数 > 0\n    なら: 業務エラーにする「あります」\n",
    );
    expect(scenario.steps[0]).toMatchObject({
      kind: "call",
      version: 1,
      given: [
        { name: "カナ", value: field("フリガナ") },
        { name: "電話", value: field("電話") },
      ],
      steps: [{ kind: "type", target: { caption: "カナ" } }, {}, {}],
    });
    expect(scenario.fieldsUsed).toEqual(["フリガナ", "電話"]);
    expect(explainScenario(scenario)).toContain("部品「債権者を探す」（版1）を行う");
  });

  it("keeps the old version when a new one lies beside it", () => {
    const captions = [1, 2].map((v) => {
      const step = first(`  - 部品「債権者を探す」の版${v}を呼び出す\n`);
      return step?.kind === "call" && step.steps[0]?.kind === "type"
        ? step.steps[0].target.caption
        : null;
    });
    expect(captions).toEqual(["カナ", "カナ名称"]);
  });

  it("reads a part by itself with its own problems", () => {
    expect(parsePart(parts[0]?.text ?? "", "p.yaml").ok).toBe(true);
    const wrong = parsePart((parts[0]?.text ?? "").replace("[カナ, 電話]", "[カナ]"), "p.yaml");
    expect(wrong.problems.map((p) => p.code)).toEqual(["SCN048"]);
  });
});

describe("a scenario", () => {
  it("of an older version is lifted, and every line of it has its certain correction", () => {
    const old = `シナリオ: 支出命令の入力
持ち主: 会計課 審査係
鍵: [伝票番号]
手順:
  - 「支出命令入力」を開く
照会:
  - 「一覧」表で「番号」が {伝票番号} の行があることを確かめる
`;
    const parsed = parseScenario(old, "s.yaml");
    expect(parsed.ok && parsed.value).toMatchObject({
      title: "支出命令の入力",
      businessKey: ["伝票番号"],
      lookup: [{ kind: "expect-row" }],
    });
    expect(parsed.problems.map((p) => [p.code, p.certain, p.fix])).toEqual([
      ["SCN050", true, "題名: 支出命令の入力"],
      ["SCN050", true, "取り違え防止の鍵: [伝票番号]"],
      ["SCN050", true, "照会手順:"],
    ]);
  });

  it("of a version to come is refused", () => {
    const parsed = parseScenario(`版: 9\n${header}手順:\n  - 「A」を押す\n`, "s.yaml");
    expect(parsed.problems.map((p) => p.code)).toEqual(["SCN005"]);
  });

  it("takes values per section as known fields", () => {
    const scenario = read(
      "  - 「所属」に {担当所属コード} を入力する\n",
      "所属ごとの値:\n  会計課: { 担当所属コード: 010200 }\n  総務課:\n    担当所属コード: 010100\n",
    );
    expect(scenario.fieldsUsed).toEqual([]);
    expect(scenario.sectionValues).toMatchObject({
      会計課: { 担当所属コード: "010200" },
      総務課: { 担当所属コード: "010100" },
    });
  });
});
