/** Sentences written from steps: what the recorder saw comes back as the same step, in the writing of the house. */
import { describe, expect, it } from "vitest";
import {
  draftScenario,
  flatSteps,
  parseScenario,
  putLookUp,
  type StepBody,
  writeSentence,
} from "../../scenarios/index.ts";

const text = (t: string) => [{ kind: "text" as const, text: t }];
const field = (name: string) => [{ kind: "field" as const, name }];
const at = (caption: string, scope: string | null = null) => ({ caption, scope });
const row = { table: "検索結果", scope: null, column: "備考", value: field("受付番号") };

const written: readonly (readonly [StepBody, string])[] = [
  [{ kind: "log-in", system: "財務会計" }, "「財務会計」にログインする"],
  [{ kind: "open", path: ["債権者管理", "債権者登録"] }, "「債権者管理」→「債権者登録」を開く"],
  [{ kind: "type", target: at("金額"), value: field("金額") }, "「金額」に {金額} を入力する"],
  [
    {
      kind: "type",
      target: at("番号", "検索"),
      value: [...text("R"), ...field("年度"), ...text("-1")],
    },
    "「検索」画面の「番号」に「R{年度}-1」を入力する",
  ],
  [
    { kind: "type", target: { ...at("電話番号", "受取人"), nth: 2 }, value: field("局番") },
    "「受取人」画面の「電話番号」の2番目に {局番} を入力する",
  ],
  [{ kind: "choose", target: at("預金種別"), value: text("普通") }, "「預金種別」で「普通」を選ぶ"],
  [{ kind: "tick", target: at("源泉"), on: true }, "「源泉」をチェックする"],
  [{ kind: "tick", target: at("源泉"), on: false }, "「源泉」のチェックを外す"],
  [
    { kind: "tick-in-row", row, caption: "選択", on: false },
    "「検索結果」表で「備考」が {受付番号} の行の「選択」のチェックを外す",
  ],
  [{ kind: "press", target: at("登録「仮」") }, "「登録「仮」」を押す"],
  [{ kind: "commit", target: at("登録") }, "「登録」で登録する"],
  [
    { kind: "press-in-row", row, caption: "詳細" },
    "「検索結果」表で「備考」が {受付番号} の行の「詳細」を押す",
  ],
  [
    {
      kind: "type-in-row",
      row: { table: "明細", scope: null, number: text("2"), column: "", value: [] },
      caption: "品名",
      value: field("品名"),
    },
    "「明細」表の2行目の「品名」に {品名} を入力する",
  ],
  [
    {
      kind: "choose-in-row",
      row: { table: "明細", scope: null, number: text("1"), column: "", value: [] },
      caption: "期間",
      nth: 2,
      value: text("3月"),
    },
    "「明細」表の1行目の「期間」の2番目で「3月」を選ぶ",
  ],
  [
    { kind: "on-dialog", text: "登録しますか？", answer: "ok" },
    "ダイアログ「登録しますか？」が出たら OK を押す",
  ],
  [
    { kind: "read-value", target: at("債権者番号"), into: "債権者番号" },
    "「債権者番号」の値を {債権者番号} として読み取る",
  ],
  [
    { kind: "expect-text", text: text("該当なし"), shown: true },
    "「該当なし」と出ることを確かめる",
  ],
  [
    { kind: "expect-value", target: at("支店名"), value: field("支店名") },
    "「支店名」が {支店名} であることを確かめる",
  ],
  [
    { kind: "attach", target: at("添付書類"), file: text("見積書.pdf") },
    "「添付書類」に「見積書.pdf」を添付する",
  ],
  [
    { kind: "save-download", target: at("CSV出力"), file: text("一覧.csv") },
    "「CSV出力」で出たファイルを「一覧.csv」として保存する",
  ],
];

describe("a sentence written from a step", () => {
  it.each(written)("%o", (step, sentence) => {
    expect(writeSentence(step)).toBe(sentence);
  });

  it("is none where brackets would tear it apart", () => {
    expect(writeSentence({ kind: "press", target: at("戻る」") })).toBeNull();
    expect(writeSentence({ kind: "press", target: at("{金額}") })).toBeNull();
    expect(
      writeSentence({ kind: "repeat", over: { kind: "times", count: 2 }, most: null, steps: [] }),
    ).toBeNull();
  });
});

describe("the draft of a recorded scenario", () => {
  const draft = draftScenario({
    title: "債権者登録: 記録",
    owner: null,
    systems: ["財務会計"],
    files: [],
    lines: [
      { sentence: "「財務会計」にログインする", questions: [] },
      { sentence: "「担当所属」に「110100」を入力する", questions: ["いつも同じ値ですか。"] },
      { sentence: "「登録」で登録する", questions: [] },
    ],
    lookUp: [],
    commits: true,
    successSign: null,
    keyFields: ["口座番号"],
  });

  it("lists by line what is still to be answered, and nothing else", () => {
    const parsed = parseScenario(draft, "scenario.yaml");
    const codes = parsed.problems.map((p) => p.code);
    expect(parsed.ok).toBe(false);
    expect(codes.filter((c) => c === "SCN222")).toHaveLength(5);
    expect([...new Set(codes)].sort()).toEqual(["SCN201", "SCN202", "SCN203", "SCN204", "SCN222"]);
  });

  it("reads as a whole scenario once the marks of the proposals are taken away", () => {
    const answered = draft.replace(/^ *# (?:問い|画面).*\n/gmu, "").replace(/^#/gmu, "");
    const parsed = parseScenario(answered, "scenario.yaml");
    expect(parsed.problems.map((p) => p.code)).toEqual(["SCN204"]);
    if (!parsed.ok) return;
    expect(parsed.value.title).toBe("債権者登録: 記録");
    expect(parsed.value.businessKey).toEqual(["口座番号"]);
    expect(flatSteps(parsed.value.lookup)).toHaveLength(4);
  });

  it("takes a look-up that was recorded later in place of its proposal, once", () => {
    const lookUp = [
      { sentence: "「検索」を押す", questions: [] },
      {
        sentence: "「検索結果」表で「口座番号」が {口座番号} の行があることを確かめる",
        questions: ["取り違えませんか。"],
      },
    ];
    const whole = putLookUp(draft, lookUp);
    expect(whole).not.toBeNull();
    expect(whole).not.toMatch(/^#照会手順|^# {2}-/mu);
    const answered = (whole ?? "").replace(/^ *# (?:問い|画面).*\n/gmu, "").replace(/^#/gmu, "");
    const parsed = parseScenario(answered, "scenario.yaml");
    expect(parsed.ok && flatSteps(parsed.value.lookup)).toHaveLength(2);
    expect(putLookUp(whole ?? "", lookUp)).toBeNull();
  });
});
