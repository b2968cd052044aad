/** Writes the file of a recorded scenario: header, sentences, and as comments the questions that a clerk still answers. */
import { questionMark } from "./caption-rules.ja.ts";
import { builtInFields } from "./keyword-words.ja.ts";

/** A recorded sentence and what a clerk has to look at before it counts; null = only a question stands there. */
export interface DraftLine {
  readonly sentence: string | null;
  readonly questions: readonly string[];
}

/** What a recording has brought to light. */
export interface DraftFacts {
  readonly title: string;
  /** 課と係; null when nobody has said it. */
  readonly owner: string | null;
  readonly systems: readonly string[];
  /** 使うファイル */
  readonly files: readonly string[];
  readonly lines: readonly DraftLine[];
  /** 照会手順; empty when it was not recorded. */
  readonly lookUp: readonly DraftLine[];
  /** Whether a sentence commits (登録する). */
  readonly commits: boolean;
  /** Text that came up after the press of 登録; null when it was not pressed or nothing was recognised. */
  readonly successSign: string | null;
  /** Fields of the case that may tell one record from another. */
  readonly keyFields: readonly string[];
}

/** The text of scenario.yaml, ending with a line feed. Questions begin with 「# 問い」; `buka lint` lists them. */
export function draftScenario(facts: DraftFacts): string {
  const lines = [
    "# 画面での操作から作ったシナリオです。「# 問い」の行に答えて文を直し、その行を消してください。",
    "版: 1",
    `題名: ${plain(facts.title)}`,
    ...(facts.owner === null ? [ask("責任を持つ課と係を書いてください。")] : []),
    `持ち主: ${plain(facts.owner ?? "未定")}`,
    "段階: 起案",
    `使う画面: ${list(facts.systems)}`,
    ...(facts.files.length === 0 ? [] : [`使うファイル: ${list(facts.files)}`]),
    ...(facts.commits ? commitHeader(facts) : []),
    "",
    "手順:",
    ...sentences(facts.lines),
    ...lookUpOf(facts),
  ];
  return `${lines.join("\n")}\n`;
}

/** Puts a recorded 照会手順 into a scenario, in place of the draft that a recording left; null when one is there already. */
export function putLookUp(text: string, lines: readonly DraftLine[]): string | null {
  if (/^照会手順\s*[:：]/mu.test(text)) return null;
  const kept = text
    .split(/\r?\n/u)
    .filter((line) => !template.test(line) && line !== lookUpQuestion);
  const body = kept.join("\n").trimEnd();
  return `${[body, "", "照会手順:", ...sentences(lines)].join("\n")}\n`;
}

/** The lines of the draft below: commented out, at the beginning of the line. */
const template = /^#(?:照会手順:| {2}- )/u;

function lookUpOf(facts: DraftFacts): readonly string[] {
  if (facts.lookUp.length > 0) return ["", "照会手順:", ...sentences(facts.lookUp)];
  return facts.commits ? lookUpDraft(facts) : [];
}

const sentences = (lines: readonly DraftLine[]): readonly string[] =>
  lines.flatMap((line) => [
    ...line.questions.map((q) => `  ${ask(q)}`),
    ...(line.sentence === null ? [] : [`  - ${line.sentence}`]),
  ]);

const ask = (question: string): string => `# ${questionMark}：${question.replace(/\s+/gu, " ")}`;

function commitHeader({ keyFields, successSign }: DraftFacts): string[] {
  const sign =
    successSign === null
      ? [
          ask("登録できたときに画面に出る言葉を書き、行の頭の「#」を消してください。"),
          "#成功の印: 登録が完了しました",
        ]
      : [ask("登録できたときだけ、この言葉が出ますか。"), `成功の印: ${plain(successSign)}`];
  return [
    ask("同じ案件を2回登録しないための項目です。足りるか確かめ、行の頭の「#」を消してください。"),
    `#取り違え防止の鍵: ${list(keyFields.length > 0 ? keyFields : [builtInFields.receiptNumber])}`,
    ...sign,
  ];
}

function lookUpDraft({ keyFields }: DraftFacts): string[] {
  const key = keyFields[0] ?? builtInFields.receiptNumber;
  return [
    "",
    lookUpQuestion,
    "#照会手順:",
    "#  - 「検索のメニュー」→「検索の画面」を開く",
    `#  - 「${key}」に {${key}} を入力する`,
    "#  - 「検索」を押す",
    `#  - 「検索結果」表で「${key}」が {${key}} の行があることを確かめる`,
  ];
}

const lookUpQuestion = `# ${questionMark}：登録の結果が分からないときに、財務会計で探す手順です。画面の言葉に直して行の頭の「#」を消すか、「buka record 画面 --bot 部下 --lookup」で記録してください。`;

const list = (names: readonly string[]): string => `[${names.map(plain).join(", ")}]`;

/** A YAML scalar: in quotes where a sign of YAML stands in it. */
function plain(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line === "" || /[[\]{},:#"'&*!|>%@`\\]|^[-?]/u.test(line) ? JSON.stringify(line) : line;
}
