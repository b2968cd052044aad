/** Compiles the keyword table into matchers and finds the form that a sentence has. */
import type { Form, Keyword, Phrase, Slot } from "./keyword.ts";
import { keywords } from "./keyword-table.ts";
import {
  cancelAnswers,
  dialogNouns,
  fileNouns,
  nthWords,
  okAnswers,
  paperNouns,
  partNouns,
  placeNouns,
  rowWords,
  scopeNouns,
  sheetNouns,
  tableNouns,
  targetNouns,
  versionWords,
  withinWords,
} from "./keyword-words.ja.ts";
import { captionMark, fieldMark, type Sentence } from "./sentence.ts";

export interface Match {
  readonly keyword: Keyword;
  readonly form: Form;
  readonly match: RegExpExecArray;
}

const { at, is, of, row: rowNoun, nth } = rowWords;

/** Longest first, so that no word hides a longer one. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;

const c = captionMark;
const values = `[${captionMark}${fieldMark}]+`;

function scope(name: string): string {
  const within = `(?:${anyOf(scopeNouns)}(?:${of}|${anyOf(withinWords)})|${anyOf(placeNouns)}${at})`;
  return `(?:(?<${name}Scope>${c})${within}(?=${c}))?`;
}

function table(name: string): string {
  return `${scope(name)}(?<${name}Table>${c})${anyOf(tableNouns)}`;
}

function row(name: string): string {
  const byCell = `(?<${name}Column>${c})${is}(?<${name}Value>${values})${of}${rowNoun}`;
  const counted = `(?<${name}Number>\\d{1,4}|${values})${rowNoun}${nth}?`;
  const byNumber = `${of}(?:${counted}|(?<${name}First>${anyOf(rowWords.first)}))`;
  // Without the name of a list: the only one on the screen with such a column is meant.
  const list = `(?<${name}Table>${c})${anyOf(tableNouns)}`;
  return `${scope(name)}(?:${list}(?:${at}(?=${c})|(?=${of})))?(?:${byCell}|(?<=${anyOf(tableNouns)})${byNumber})`;
}

/** One of the fields in a line: 「Z」の2番目. */
function counted(name: string): string {
  const noun = `${anyOf(targetNouns)}?`;
  return `(?<${name}Caption>${c})${noun}(?:${nthWords.of}(?<${name}Nth>[1-9]\\d?)${anyOf(nthWords.nouns)}${noun})?`;
}

const slotPatterns: Readonly<Record<Slot, (name: string) => string>> = {
  target: (n) => scope(n) + counted(n),
  path: (n) => `(?<${n}>${c}(?:→${c})*)${anyOf(targetNouns)}?`,
  value: (n) => `(?<${n}>${values})`,
  row,
  cell: (n) => `${row(n)}${of}(?<${n}Caption>${c})${anyOf(targetNouns)}?`,
  box: (n) => row(n) + of + counted(n),
  table,
  field: (n) => `(?<${n}>${fieldMark})`,
  caption: (n) => `(?<${n}>${c})`,
  number: (n) => `(?<${n}>\\d{1,9}(?:\\.\\d{1,3})?)`,
  dialog: (n) => `${anyOf(dialogNouns)}(?<${n}>${c})`,
  answer: (n) => `(?<${n}>${anyOf([...okAnswers, ...cancelAnswers, c])})`,
  fields: (n) => `(?<${n}>${fieldMark}+)`,
  paper: (n) => `${anyOf(paperNouns)}(?<${n}>${c})`,
  file: (n) => `${anyOf(fileNouns)}(?<${n}>${c})(?:${of}(?<${n}Sheet>${c})${anyOf(sheetNouns)})?`,
  "file-name": (n) => `${anyOf(fileNouns)}(?<${n}>${values})`,
  part: (n) =>
    `${anyOf(partNouns)}(?<${n}>${c})(?:${anyOf(versionWords.before)}(?<${n}Version>\\d{1,4})(?:${versionWords.after})?)?`,
  formula: (n) => `(?<${n}>${c})`,
};

/** Source of a pattern for 「欄」 or 「画面」画面の「欄」. */
export const targetPattern = slotPatterns.target;

/** 部品「…」の版1 alone. */
export const anyPart = new RegExp(`^${slotPatterns.part("part")}$`, "du");

/** Source of a pattern for one phrase, particle included. */
export function phrasePattern(phrase: Phrase): string {
  const slot = slotPatterns[phrase.slot](phrase.name);
  return phrase.particles.length === 0 ? slot : slot + anyOf(phrase.particles);
}

/** Source of a pattern for the verb of a form and what follows it. */
export function verbPattern(form: Form): string {
  const after = form.after === undefined ? "" : slotPatterns[form.after.slot](form.after.name);
  return anyOf(form.verb.forms) + after;
}

/** Every order of the phrases; no sentence has more than three. */
function orders(phrases: readonly Phrase[]): readonly (readonly Phrase[])[] {
  if (phrases.length < 2) return [phrases];
  return phrases.flatMap((first) =>
    orders(phrases.filter((p) => p !== first)).map((rest) => [first, ...rest]),
  );
}

/** Canonical characters; no sentence of the table comes near it. */
export const longestSentence = 500;

interface Compiled {
  readonly keyword: Keyword;
  readonly form: Form;
  readonly patterns: readonly RegExp[];
}

const compiled: readonly Compiled[] = keywords.flatMap((keyword) =>
  keyword.forms.map((form) => ({
    keyword,
    form,
    patterns: orders(form.phrases).map(
      (order) => new RegExp(`^${order.map(phrasePattern).join("")}${verbPattern(form)}$`, "du"),
    ),
  })),
);

/** The form that the whole sentence has, or null. Forms are tried in the order of the table. */
export function matchSentence(sentence: Sentence): Match | null {
  if (sentence.canon.length > longestSentence) return null;
  for (const { keyword, form, patterns } of compiled) {
    for (const pattern of patterns) {
      const match = pattern.exec(sentence.canon);
      if (match) return { keyword, form, match };
    }
  }
  return null;
}
