/** Reads what 繰り返す goes over, its limit, and what is done when something does not work. */
import { nearestWord, type Place, type ProblemBook, type YamlEntry } from "../core/index.ts";
import { readFormula } from "./formula-text.ts";
import { remedyWords, repeatWords } from "./keyword-words.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Remedy, RepeatOver } from "./scenario.ts";
import { isFieldName } from "./sentence.ts";

/** Rounds that a scenario may ask for at all. */
export const mostRounds = 10_000;
const mostRetries = 10;

/** 明細, {明細}の行ごと, 3回, 残り件数 > 0 の間; null when it is none of them. */
export function readOver(text: string, at: Place, book: ProblemBook): RepeatOver | null {
  const canon = text.normalize("NFKC").replace(/\s/gu, "");
  const times = repeatWords.times.exec(canon);
  if (times) {
    const count = Number(times[1]);
    if (count > mostRounds) book.add(scenarioProblem.tooManyRounds, { limit: mostRounds }, at);
    return { kind: "times", count };
  }
  if (repeatWords.while.test(text)) {
    const condition = readFormula(text.replace(repeatWords.while, ""), at, book);
    return { kind: "while", condition };
  }
  const field = canon.replace(repeatWords.rows, "").replace(/^\{(.*)\}$/u, "$1");
  if (isFieldName(field)) return { kind: "rows", field: field.normalize("NFC") };
  book.add(scenarioProblem.repeatOver, { text: text.slice(0, 60) }, at);
  return null;
}

/** 上限: 50回; null when it is not there or not readable. */
export function readMost(entry: YamlEntry | undefined, book: ProblemBook): number | null {
  if (entry === undefined) return null;
  const { value } = entry;
  const text = value.kind === "text" ? value.value.normalize("NFKC").replace(/\s/gu, "") : "";
  const most = Number(repeatWords.most.exec(text)?.[1] ?? "0");
  if (most >= 1 && most <= mostRounds) return most;
  book.add(scenarioProblem.badMost, { limit: mostRounds }, value.at);
  return null;
}

const nothing: Remedy = { retries: 0, then: "stop" };

/** やり直す 2回、だめなら 人に渡す; also as a list. */
export function readRemedy(entry: YamlEntry | undefined, book: ProblemBook): Remedy {
  if (entry === undefined) return nothing;
  const { value } = entry;
  const nodes = value.kind === "list" ? value.items : [value];
  const texts = nodes.map((n) => (n.kind === "text" ? n.value : ""));
  const words = texts
    .join("、")
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .split(remedyWords.between)
    .filter((w) => w !== "");
  let remedy = nothing;
  for (const word of words.length === 0 ? [""] : words) {
    const next = withWord(remedy, word);
    if (next !== null) remedy = next;
    else {
      const nearest = nearestWord(word, [...remedyWords.ask, ...remedyWords.skip]);
      book.add(scenarioProblem.badRemedy, { word, nearest }, value.at);
    }
  }
  return remedy;
}

function withWord(remedy: Remedy, word: string): Remedy | null {
  const retry = remedyWords.retry.exec(word);
  if (retry) return { ...remedy, retries: Math.min(Number(retry[1]), mostRetries) };
  const is = (words: readonly string[]): boolean => words.includes(word);
  if (is(remedyWords.ask)) return { ...remedy, then: "ask-person" };
  if (is(remedyWords.skip)) return { ...remedy, then: "skip" };
  return is(remedyWords.stop) ? { ...remedy, then: "stop" } : null;
}
