/** Says what is wrong with a sentence that fits no form: the nearest verb, the missing part, the lost brackets. */
import { nearestWord, type ProblemBook } from "../core/index.ts";
import type { Form, Phrase } from "./keyword.ts";
import { blocks, keywords } from "./keyword-table.ts";
import { branchHelp, branchWords, particleWords, slotWords } from "./keyword-words.ja.ts";
import { anyOf, longestSentence, phrasePattern, verbPattern } from "./match-sentence.ts";
import { scenarioProblem } from "./messages.ja.ts";
import { repairedSentence, splitSentence } from "./repair-sentence.ja.ts";
import { captionMark, fieldMark, placeIn, type Sentence } from "./sentence.ts";

const forms = keywords.flatMap((keyword) => keyword.forms);

/** Patterns of the table, compiled once: hostile files ask for them a million times. */
const phrasePatterns = new Map<Phrase, RegExp>(
  forms.flatMap((form) => form.phrases.map((p) => [p, new RegExp(phrasePattern(p), "u")] as const)),
);
const verbPatterns = new Map<Form, RegExp>(
  forms.map((form) => [form, new RegExp(`${verbPattern(form)}$`, "u")] as const),
);
const never = /(?!)/u;
const ofPhrase = (phrase: Phrase): RegExp => phrasePatterns.get(phrase) ?? never;
const leadingParticle = new RegExp(`^${anyOf(particleWords)}`, "u");

/** Every way to write a verb, with its first form. */
const verbForms = new Map<string, Form>(
  forms.flatMap((form) => form.verb.forms.map((word): [string, Form] => [word, form])).reverse(),
);

/** Adds exactly one problem for a sentence that `matchSentence` did not accept. */
export function diagnoseSentence(sentence: Sentence, book: ProblemBook): void {
  const whole = placeIn(sentence, 0, sentence.text.length);
  if (sentence.canon.length > longestSentence) book.add(scenarioProblem.longSentence, {}, whole);
  else if (
    !noteLoneBracket(sentence, book) &&
    !noteQuotes(sentence, book) &&
    !noteMapWord(sentence, book)
  ) {
    const best = bestForm(sentence.canon);
    if (best === null) noteVerb(sentence, book);
    else noteForm(sentence, best, book);
  }
}

/** The verb is known: something is missing, not bracketed or too much. */
function noteForm(sentence: Sentence, guess: Guess, book: ProblemBook): void {
  const { form, head } = guess;
  const phrase = form.phrases.find((p) => !ofPhrase(p).test(head));
  const alike = forms.filter((f) => f.verb === form.verb);
  const meant = repairedSentence(sentence, alike);
  const said = { ...guess, fix: meant === null ? null : `- ${meant}` };
  if (noteSeveral(sentence, book) || noteRowAlone(sentence, book)) return;
  if (phrase === undefined) noteLeftover(sentence, said, book);
  else if (!noteUnquoted(sentence, { ...said, phrase }, book)) {
    const part = slotWords[phrase.slot] + (phrase.particles[0] ?? "");
    const facts = { verb: form.verb.word, part, fix: said.fix ?? `例: ${form.example}` };
    book.add(scenarioProblem.missingPart, facts, placeIn(sentence, 0, sentence.text.length));
  }
}

function noteSeveral(sentence: Sentence, book: ProblemBook): boolean {
  const lines = splitSentence(sentence);
  if (lines === null) return false;
  const fix = lines.map((line) => `- ${line}`).join("\n");
  book.add(scenarioProblem.several, { fix }, placeIn(sentence, 0, sentence.text.length));
  return true;
}

/** …の行を押す: a row is no button. */
function noteRowAlone(sentence: Sentence, book: ProblemBook): boolean {
  const row = /(?:の行|行目)(?:を|で|に)?(?=[^\uE001\uE002]*$)/u.exec(sentence.canon);
  if (!row || !/表/u.test(sentence.canon)) return false;
  const from = sentence.offsets[row.index] ?? 0;
  const fix = `- ${sentence.text.slice(0, from)}${row[0].startsWith("の") ? "の行" : "行目"}の「選択」を押す`;
  book.add(scenarioProblem.rowAlone, { fix }, placeIn(sentence, from, sentence.text.length));
  return true;
}

/** A 「 or 」 without its partner; the YAML reader has told about most of them. */
function noteLoneBracket(sentence: Sentence, book: ProblemBook): boolean {
  const at = [...sentence.canon].findIndex(
    (c, i) => /[「」]/u.test(c) && c === sentence.text[sentence.offsets[i] ?? 0],
  );
  if (at < 0) return false;
  const offset = sentence.offsets[at] ?? 0;
  if (!book.hasLine(sentence.at.line)) {
    book.add(scenarioProblem.loneBracket, {}, placeIn(sentence, offset, offset + 1));
  }
  return true;
}

/** 『 』 “ ” " " ｢ ｣ where 「 」 is meant. */
function noteQuotes(sentence: Sentence, book: ProblemBook): boolean {
  const at = sentence.canon.search(/[「」『』“”"〝〟]/u);
  if (at < 0) return false;
  const offset = sentence.offsets[at] ?? 0;
  const mark = sentence.text[offset] ?? "";
  let open = false;
  const fix = outside(sentence, (c) => {
    if (/[「『“〝｢]/u.test(c)) return "「";
    if (/[」』”〟｣]/u.test(c)) return "」";
    if (c !== '"') return c;
    open = !open;
    return open ? "「" : "」";
  });
  book.add(
    scenarioProblem.otherQuotes,
    { mark, fix: `- ${fix}` },
    placeIn(sentence, offset, offset + 1),
  );
  return true;
}

function outside(sentence: Sentence, change: (character: string) => string): string {
  const inside = new Set<number>();
  for (const piece of sentence.pieces) {
    for (let i = piece?.start ?? 0; i < (piece?.end ?? 0); i++) inside.add(i);
  }
  return [...sentence.text.split("").entries()]
    .map(([i, c]) => (inside.has(i) ? c : change(c)))
    .join("");
}

/** 開く：財務会計 and もし …なら in one line. */
function noteMapWord(sentence: Sentence, book: ProblemBook): boolean {
  const whole = placeIn(sentence, 0, sentence.text.length);
  const branch = branchWords.if.some((word) => sentence.canon.startsWith(word));
  if (branch) book.add(scenarioProblem.ifShape, { example: branchHelp.example }, whole);
  if (!branch && noteBlockWord(sentence, book)) return true;
  const word = /^([^:]{1,20}):/u.exec(sentence.canon)?.[1];
  if (branch || word === undefined) return branch;
  const value = sentence.text.slice(sentence.offsets[word.length + 1] ?? 0);
  book.add(scenarioProblem.stepAsMap, mapWordFacts(word, value), whole);
  return true;
}

/** 次のとおり入力する without what belongs below it. */
function noteBlockWord(sentence: Sentence, book: ProblemBook): boolean {
  const word = sentence.canon.replace(/:.*$/u, "");
  const block = blocks.find((b) => b.head.words.includes(word));
  if (block === undefined) return false;
  const facts = { word: block.head.words[0] ?? "", example: block.example };
  book.add(scenarioProblem.blockShape, facts, placeIn(sentence, 0, sentence.text.length));
  return true;
}

/** What to say about a word that was used as the key of a step. */
export function mapWordFacts(
  key: string,
  value = "",
): {
  key: string;
  example: string;
  nearest: string | null;
} {
  const word = key.normalize("NFKC").replace(/\s/gu, "");
  const nearest = verbForms.has(word) ? word : nearestWord(word, verbForms.keys());
  const form = verbForms.get(nearest ?? "") ?? forms[0];
  const example = form === undefined ? "" : asSentence(form, value);
  return { key, example, nearest: nearest === word ? null : nearest };
}

/** The value of a map step as the sentence that it should be, when it fills the one place of the form. */
function asSentence(form: Form, value: string): string {
  const [phrase, ...others] = form.phrases;
  const takesCaption = phrase !== undefined && /^(?:target|path|caption)$/u.test(phrase.slot);
  const caption = value.trim().replace(/^["「]|["」]$/gu, "");
  if (!takesCaption || others.length > 0 || caption === "" || /[「」{}]/u.test(caption))
    return form.example;
  return `「${caption}」${phrase.particles[0] ?? ""}${form.verb.word}`;
}

interface Guess {
  readonly form: Form;
  /** The canonical sentence without its verb. */
  readonly head: string;
}

/** The form whose verb ends the sentence: longest verb first, then fewest missing phrases. */
function bestForm(canon: string): Guess | null {
  const guesses = forms.flatMap((form): (Guess & { readonly rank: number })[] => {
    const verb = (verbPatterns.get(form) ?? never).exec(canon);
    if (!verb) return [];
    const head = canon.slice(0, verb.index);
    const found = form.phrases.filter((p) => ofPhrase(p).test(head)).length;
    return [
      { form, head, rank: verb[0].length * 100 - (form.phrases.length - found) * 10 + found },
    ];
  });
  return guesses.sort((a, b) => b.rank - a.rank)[0] ?? null;
}

/** Of words that are as near as each other, the one that fits what stands before it counts, and the usual one of its kind. */
function verbsFor(head: string): string[] {
  const fits = (form: Form): boolean => form.phrases.every((p) => ofPhrase(p).test(head));
  const fitting = forms.filter(fits).sort((a, b) => b.phrases.length - a.phrases.length);
  return [...fitting, ...forms].map((form) => form.verb.word).concat(...verbForms.keys());
}

/** With the whole sentence as it should be, where one can be guessed. */
type Repaired = Guess & { readonly fix: string | null };

function noteVerb(sentence: Sentence, book: ProblemBook): void {
  const { canon, offsets, text } = sentence;
  const marks = [...canon].findLastIndex((c) => c === captionMark || c === fieldMark);
  const particles = leadingParticle.exec(canon.slice(marks + 1));
  const start = marks + 1 + (particles?.[0].length ?? 0);
  const word = canon.slice(start);
  if (word === "") {
    book.add(scenarioProblem.noVerb, {}, placeIn(sentence, 0, text.length));
    return;
  }
  const verbs = verbsFor(canon.slice(0, start)).filter((v) => mayBeSlip(word, v));
  const nearest = nearestWord(word, verbs);
  const from = offsets[start] ?? 0;
  const example = nearest === null ? null : `${text.slice(0, from)}${nearest}`;
  const words = [...new Set(forms.map((form) => form.verb.word))].join("、");
  const fix = example === null ? words : `- ${example}`;
  const shown = word.length > 30 ? `${word.slice(0, 29)}…` : word;
  const facts = {
    word: shown.replaceAll(captionMark, "「…」").replaceAll(fieldMark, "{…}"),
    nearest,
    fix,
  };
  book.add(scenarioProblem.unknownVerb, facts, placeIn(sentence, from, text.length));
}

/** What the keyboard writes for the same sound. */
const soundsAlike: Readonly<Record<string, string>> = { 押: "推", 選: "撰", 開: "空", 打: "撃" };

/** 出す is no slip for 押す: the sign that carries the meaning is another one. */
function mayBeSlip(written: string, verb: string): boolean {
  const signs = [...verb].filter((c) => /\p{Script=Han}/u.test(c));
  const anySign = /\p{Script=Han}/u.test(written);
  const shared = signs.some((c) => [...written].some((w) => w === c || w === soundsAlike[c]));
  return !anySign || shared;
}

/** 金額に {金額} を入力する: the particle is there, the brackets are not. */
function noteUnquoted(
  sentence: Sentence,
  guess: Repaired & { readonly phrase: Phrase },
  book: ProblemBook,
): boolean {
  const { phrase, form, head } = guess;
  if (phrase.particles.length === 0) return false;
  const others = form.phrases.filter((p) => p !== phrase).map(ofPhrase);
  const masked = others.reduce(
    (rest, other) => rest.replace(other, (m) => captionMark.repeat(m.length)),
    head,
  );
  const words = `[^${captionMark}${fieldMark}→]{1,40}?`;
  const m = new RegExp(`(${words})${anyOf(phrase.particles)}`, "u").exec(masked);
  const word = m?.[1];
  if (!m || word === undefined) return false;
  const start = sentence.offsets[m.index] ?? 0;
  const end = lastOffset(sentence, m.index + word.length - 1);
  // What follows a bracket says more about it; it is no caption of its own.
  if (head[m.index - 1] === captionMark) {
    const rest = sentence.text.slice(start, end).trim();
    const facts = { verb: form.verb.word, rest, fix: guess.fix ?? adviceOn(sentence, rest, form) };
    book.add(scenarioProblem.leftover, facts, placeIn(sentence, start, end));
    return true;
  }
  const written = sentence.text.slice(start, end).trim();
  const isValue = phrase.slot === "field" || (phrase.slot === "value" && form.phrases.length > 1);
  const quoted = isValue ? `{${written}}` : `「${written}」`;
  const asIs = `- ${sentence.text.slice(0, start)}${quoted}${sentence.text.slice(end)}`;
  const fix = guess.fix ?? asIs;
  const row = isValue ? scenarioProblem.unquotedValue : scenarioProblem.unquoted;
  book.add(row, { word: written, fix }, placeIn(sentence, start, start + written.length));
  return true;
}

/** How to say what no sentence of this verb says. */
function adviceOn(sentence: Sentence, rest: string, form: Form): string {
  const times = /^([0-9０-９]{1,4})回$/u.exec(rest)?.[1];
  if (times !== undefined) {
    const once = sentence.text.replace(rest, "");
    return `- 繰り返す: ${times.normalize("NFKC")}回\n  手順:\n    - ${once}`;
  }
  if (/行の?/u.test(rest))
    return "行は、番号（「明細」表の1行目）か、列の値（「番号」が {番号} の行）で指します。";
  if (/[左右隣横上下]|番目|つ目/u.test(rest))
    return "欄は、見出しの言葉で指します。欄が並ぶときは「電話番号」の2番目のように、左から1、2、3と数えます。";
  return `1つの文には1つの動作だけを書きます。例: ${form.example}`;
}

/** Offset just after the character that gave a canonical one (spaces behind it stay outside). */
function lastOffset(sentence: Sentence, index: number): number {
  return (sentence.offsets[index] ?? 0) + 1;
}

function noteLeftover(sentence: Sentence, { form, head, fix }: Repaired, book: ProblemBook): void {
  let rest = head;
  for (const phrase of form.phrases) {
    rest = rest.replace(ofPhrase(phrase), (m) => "\0".repeat(m.length));
  }
  const start = [...rest].findIndex((c) => c !== "\0");
  const length = /^[^\0]*/u.exec(rest.slice(Math.max(0, start)))?.[0].length ?? 0;
  const from = sentence.offsets[Math.max(0, start)] ?? 0;
  const to = sentence.offsets[Math.max(0, start) + length] ?? sentence.text.length;
  const text = sentence.text.slice(from, to).trim() || sentence.text;
  const facts = { verb: form.verb.word, rest: text, fix: fix ?? adviceOn(sentence, text, form) };
  book.add(scenarioProblem.leftover, facts, placeIn(sentence, from, to));
}
