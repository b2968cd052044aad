/** Writes the 手順書 of a scenario as Markdown: who owns it, what each sentence does, what happens in doubt. */
import { stageWords } from "./header-table.ja.ts";
import type { KeywordClass } from "./keyword.ts";
import { blocks, keywords } from "./keyword-table.ts";
import { branchHelp, branchWords, classWords } from "./keyword-words.ja.ts";
import type { Remedy, Scenario, Step, StepKind, Value } from "./scenario.ts";
import { flatSteps, innerSteps } from "./step-tree.ts";

/** The class of each kind of step, from the table. */
const stepClasses = new Map<StepKind, KeywordClass>([
  ...blocks.map((b): [StepKind, KeywordClass] => [b.id, b.class]),
  ...keywords.flatMap((k) => k.forms.map((form): [StepKind, KeywordClass] => [form.kind, k.class])),
]);

/** Markdown with a table of the header, numbered sentences and the look-up; ends with a line feed. */
export function explainScenario(scenario: Scenario): string {
  const parts = [
    `# ${plain(scenario.title)}\n`,
    ...(scenario.description === undefined ? [] : [`${plain(scenario.description)}\n`]),
    headerTable(scenario),
    "## 手順\n",
    "種別の 見 は見るだけ、書 は画面の内容を変える、確 は取り消せない動作です。\n",
    stepTable(scenario.steps),
    "## 登録の結果が分からないとき\n",
    ...lookUp(scenario),
    ...(scenario.listing.length === 0
      ? []
      : [
          "## まとめ実行の終わりに\n",
          `${explainListing(scenario)}\n`,
          stepTable(scenario.listing),
        ]),
    "## 使う項目\n",
    `${scenario.fieldsUsed.map((name) => `{${plain(name)}}`).join("、") || "なし"}\n`,
  ];
  return parts.join("\n");
}

function headerTable(s: Scenario): string {
  const lines = explainHeader(s).map(([key, text]) => `| ${key} | ${plain(text) || "（なし）"} |`);
  return ["| 項目 | 内容 |", "|---|---|", ...lines, ""].join("\n");
}

/** The header as pairs of caption and text; empty texts where nothing is said. */
export function explainHeader(s: Scenario): readonly (readonly [string, string])[] {
  const stage = Object.entries(stageWords).find(([, name]) => name === s.stage)?.[0] ?? "";
  return [
    ["持ち主", s.owner],
    ["段階", stage],
    ["使う画面", s.systems.join("、")],
    ["取り違え防止の鍵", s.businessKey.join("＋")],
    ["手作業の時間", s.manualMinutes === null ? "" : `1件 ${s.manualMinutes}分`],
    ["成功の印", s.successSign === null ? "" : `「${s.successSign}」`],
    ...(s.totalFields.length === 0
      ? []
      : [["合計で確かめる項目", s.totalFields.join("、")] as const]),
    ...(s.files.length === 0 ? [] : [["使うファイル", s.files.join("、")] as const]),
    ...(Object.keys(s.sectionValues).length === 0
      ? []
      : [["所属ごとの値", sectionWords(s.sectionValues)] as const]),
  ];
}

function sectionWords(sections: Scenario["sectionValues"]): string {
  const of = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join("、");
  return Object.entries(sections)
    .map(([section, values]) => `${section}（${of(values)}）`)
    .join("／");
}

function lookUp(s: Scenario): string[] {
  const sentence = `${explainDoubt(s)}\n`;
  return s.lookup.length === 0 || !hasCommit(s.steps)
    ? [sentence]
    : [sentence, stepTable(s.lookup)];
}

/** What happens when the outcome of 登録 is not known, in one paragraph. */
export function explainDoubt(s: Scenario): string {
  if (!hasCommit(s.steps)) return "このシナリオは登録をしません。";
  if (s.lookup.length === 0)
    return "照会手順がないので、自動でやり直さず、担当者の一覧に回します。";
  const settle = s.settleSeconds === null ? "" : `登録から${s.settleSeconds}秒以上たってから、`;
  return `${settle}次の手順で登録の有無を確かめます。見つかれば済、なければ入力からやり直し、確かめられなければ担当者の一覧に回します。登録のボタンを確かめずに押し直すことはありません。`;
}

/** What is compared at the end of a batch, in one sentence. */
export function explainListing(s: Scenario): string {
  const what = ["件数", ...s.totalFields.map((name) => `「${name}」の合計`)].join("と");
  return `次の手順で財務会計の一覧を読み、受け付けた案件・登録の記録と${what}を照らします。合わないときや読めないときは、完了になりません。`;
}

const hasCommit = (steps: readonly Step[]): boolean =>
  flatSteps(steps).some((step) => step.kind === "commit");

function stepTable(steps: readonly Step[]): string {
  const rows = rowsOf(steps, "").map((r) => `| ${r.number} | ${r.class} | ${plain(r.text)} |`);
  return ["| 番号 | 種別 | 手順 |", "|---|---|---|", ...rows, ""].join("\n");
}

/** One row of a 手順書: a sentence, or one line of 次のとおり入力する. */
export interface ExplainedRow {
  /** For example 3, 3-1, 3-でなければ 1. */
  readonly number: string;
  /** 見, 書, 確 or －. */
  readonly class: string;
  readonly text: string;
  /** Line of the sentence in its file. */
  readonly line: number;
  /** True where another screen comes up by it: opening, pressing, 登録. */
  readonly turns: boolean;
}

/** The sentences of a scenario as numbered rows, inner ones after what holds them. */
export function explainSteps(steps: readonly Step[]): readonly ExplainedRow[] {
  return rowsOf(steps, "");
}

const turning: ReadonlySet<StepKind> = new Set([
  "log-in",
  "open",
  "press",
  "press-in-row",
  "commit",
]);

function rowsOf(steps: readonly Step[], prefix: string): ExplainedRow[] {
  return steps.flatMap((step, i) => {
    const number = `${prefix}${i + 1}`;
    const row: ExplainedRow = {
      number,
      class: classWords[stepClasses.get(step.kind) ?? branchHelp.class],
      text: sentenceOf(step),
      line: step.at.line,
      turns: turning.has(step.kind),
    };
    const [inner = [], otherwise = []] = innerSteps(step);
    const rest = rowsOf(otherwise, `${number}-${branchWords.otherwise[0]} `);
    return [row, ...cellsOf(step, number), ...rowsOf(inner, `${number}-`), ...rest];
  });
}

/** One row per line of 次のとおり入力する. */
function cellsOf(step: Step, number: string): ExplainedRow[] {
  if (step.kind !== "type-table") return [];
  return step.rows.map(({ target, value, at }, i) => {
    const scope = target.scope === null ? "" : `「${target.scope}」の`;
    const nth = target.nth === undefined ? "" : `の${target.nth}番目`;
    return {
      number: `${number}-${i + 1}`,
      class: classWords.change,
      text: `${scope}「${target.caption}」${nth}に ${writtenValue(value)}`,
      line: at.line,
      turns: false,
    };
  });
}

/** A value as it stands in a sentence. */
function writtenValue(value: Value): string {
  return value.map((p) => (p.kind === "field" ? `{${p.name}}` : `「${p.text}」`)).join("");
}

function sentenceOf(step: Step): string {
  switch (step.kind) {
    case "if":
      return `${branchWords.if[0]} ${step.condition} ${branchWords.met[0]}`;
    case "repeat":
      return `${repeatSentence(step)}、次を繰り返す`;
    case "guarded":
      return `次を行う（うまくいかないときは、${remedySentence(step.remedy)}）`;
    case "call":
      return `部品「${step.part}」（版${step.version}）を行う`;
    case "type-table":
      return "次のとおり入力する";
    case "calculate":
      return `${step.formula} を計算し、{${step.into}} とする`;
    default:
      return step.sentence;
  }
}

function repeatSentence({ over, most }: Extract<Step, { kind: "repeat" }>): string {
  const limit = most === null ? "" : `（${most}回まで）`;
  if (over.kind === "times") return `${over.count}回`;
  return over.kind === "while"
    ? `${over.condition} の間${limit}`
    : `{${over.field}} の行ごとに${limit}`;
}

function remedySentence({ retries, then }: Remedy): string {
  const last = { stop: "止まる", "ask-person": "人に渡す", skip: "飛ばして先へ進む" }[then];
  return retries === 0 ? last : `${retries}回までやり直し、それでもだめなら${last}`;
}

/** Text of a person inside Markdown: no tables broken, no links, no HTML. */
function plain(text: string): string {
  return text
    .replace(/[\r\n]+/gu, " ")
    .replace(/[\\`*_[\]|~]/gu, (c) => `\\${c}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
