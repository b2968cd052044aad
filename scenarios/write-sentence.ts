/** The other direction of the keyword table: from what a step means to its sentence in the writing of the house. */
import { isDeepStrictEqual } from "node:util";
import { type Place, ProblemBook } from "../core/index.ts";
import { canonicalSentence } from "./format-scenario.ts";
import { Found, type StepBody } from "./found.ts";
import type { Form } from "./keyword.ts";
import { keywords } from "./keyword-table.ts";
import {
  cancelAnswers,
  dialogNouns,
  nthWords,
  okAnswers,
  rowWords,
  scopeNouns,
  tableNouns,
} from "./keyword-words.ja.ts";
import { matchSentence } from "./match-sentence.ts";
import type { RowTarget, Target, Value } from "./scenario.ts";
import { readSentence } from "./sentence.ts";

const nowhere: Place = { file: "", line: 1, column: 1, length: 1 };

/**
 * The sentence of a step, read back and found to mean the same; null when no sentence can say it (captions with odd
 * brackets, steps that are written over several lines).
 */
export function writeSentence(step: StepBody): string | null {
  const words = wordsOf(step);
  if (words === null) return null;
  for (const keyword of keywords) {
    for (const form of keyword.forms) {
      if (form.kind !== step.kind) continue;
      const text = canonicalSentence(sentenceOf(form, words), nowhere);
      if (text !== null && isDeepStrictEqual(meaningOf(text), step)) return text;
    }
  }
  return null;
}

/** What a sentence means; null when it is none or has problems. */
function meaningOf(text: string): StepBody | null {
  const sentence = readSentence(text, nowhere);
  const match = matchSentence(sentence);
  if (match === null) return null;
  const book = new ProblemBook("", [text]);
  const body = match.form.build(new Found(sentence, match.match, book));
  return book.problems.length > 0 ? null : body;
}

/** Text of each phrase of a form, by name. */
type PhraseTexts = Readonly<Record<string, string>>;

function sentenceOf(form: Form, words: PhraseTexts): string {
  const phrases = form.phrases.map((p) => (words[p.name] ?? "") + (p.particles[0] ?? ""));
  const after = form.after === undefined ? "" : (words[form.after.name] ?? "");
  return phrases.join("") + form.verb.word + after;
}

function wordsOf(step: StepBody): PhraseTexts | null {
  switch (step.kind) {
    case "log-in":
      return { system: seen(step.system) };
    case "open":
      return { path: step.path.map(seen).join("→") };
    case "type":
    case "choose":
    case "expect-value":
      return { target: targetText(step.target), value: valueText(step.value) };
    case "tick":
    case "press":
    case "commit":
      return { target: targetText(step.target) };
    case "type-in-row":
    case "choose-in-row":
      return { cell: cellText(step.row, step.caption, step.nth), value: valueText(step.value) };
    case "tick-in-row":
      return { cell: cellText(step.row, step.caption, step.nth) };
    case "press-in-row":
      return { cell: cellText(step.row, step.caption) };
    case "read-value":
      return { target: targetText(step.target), into: field(step.into) };
    case "read-in-row":
      return { cell: cellText(step.row, step.caption), into: field(step.into) };
    case "expect-row":
      return { row: rowText(step.row) };
    case "expect-text":
    case "wait-text":
      return { value: valueText(step.text) };
    case "on-dialog":
      return {
        dialog: `${dialogNouns[0] ?? ""}${seen(step.text)}`,
        answer: (step.answer === "ok" ? okAnswers : cancelAnswers)[0] ?? "",
      };
    case "attach":
      return { target: targetText(step.target), file: valueText(step.file) };
    case "save-download":
      return {
        target: targetText(step.target),
        file: step.file === null ? "" : valueText(step.file),
      };
    default:
      return null;
  }
}

const seen = (caption: string): string => `「${caption}」`;
const field = (name: string): string => `{${name}}`;

function targetText({ scope, caption, nth }: Target): string {
  const within = scope === null ? "" : `${seen(scope)}${scopeNouns[0] ?? ""}${rowWords.of}`;
  return within + seen(caption) + nthText(nth);
}

function nthText(nth: number | undefined): string {
  return nth === undefined ? "" : `${nthWords.of}${nth}${nthWords.nouns[0]}`;
}

function rowText({ table, scope, number, column, value }: RowTarget): string {
  const within = scope === null ? "" : `${seen(scope)}${scopeNouns[0] ?? ""}${rowWords.of}`;
  const list = table === "" ? within : `${within}${seen(table)}${tableNoun}`;
  if (number !== undefined)
    return `${list}${rowWords.of}${numberText(number)}${rowWords.row}${rowWords.nth}`;
  const at = table === "" ? "" : rowWords.at;
  return `${list}${at}${seen(column)}${rowWords.is}${valueText(value)}${rowWords.of}${rowWords.row}`;
}

/** Digits stand as they are; anything else is a value. */
function numberText(number: Value): string {
  const [only] = number;
  return only?.kind === "text" && number.length === 1 ? only.text : valueText(number);
}

const tableNoun = tableNouns[0] ?? "";

function cellText(row: RowTarget, caption: string, nth?: number): string {
  return rowText(row) + rowWords.of + seen(caption) + nthText(nth);
}

/** {項目} alone, or 「…」 with the fields in it. */
function valueText(value: Value): string {
  const [only] = value;
  if (only?.kind === "field" && value.length === 1) return field(only.name);
  return seen(value.map((p) => (p.kind === "field" ? field(p.name) : p.text)).join(""));
}
