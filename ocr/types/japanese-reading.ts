/** Reads a Japanese field up to four times (two models, two sizes) and says whether all readings agree. */
import type { AskReason, Candidate, ReaderRef } from "../../core/index.ts";
import type { Rect } from "../image/grey.ts";
import { ask } from "./ask-reasons.ja.ts";
import { candidateOf } from "./digit-types.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { blanksOf, hasSkippedInk } from "./line-geometry.ts";
import { placeChars } from "./place-chars.ts";
import { type FieldText, lowest, type ReadChar, readLines, textOf } from "./read-lines.ts";

/** Repairs and filters the characters of one reading by what the type allows. */
export type Normalise = (chars: readonly ReadChar[]) => readonly ReadChar[];

export interface JapaneseReading {
  /** Characters of the leading reader after `normalise`. */
  readonly chars: readonly ReadChar[];
  /** Ink of each character on its line; null when it cannot be told. */
  readonly places: readonly Rect[] | null;
  /** The text with a single blank where the paper has one. */
  readonly spaced: string;
  readonly reasons: readonly AskReason[];
  readonly texts: readonly FieldText[];
  readonly candidates: readonly Candidate[];
}

const profile = { charset: null };

/** Size of the second look. */
const SECOND_SCALE = 0.8;

/** The lowest confidence over all readings must reach this before a field may go on. */
export async function readJapanese(
  task: FieldTask,
  normalise: Normalise,
  least: number,
): Promise<JapaneseReading> {
  const [first, second] = task.readers.japanese;
  const { lines } = task.ink;
  const texts = [
    await readLines(first, lines, { profile }),
    await readLines(second, lines, { profile }),
  ];
  const reasons: AskReason[] = [];
  const value = (t: FieldText): string => textOf(normalise(t.chars));
  const agree = (): boolean => new Set(texts.map(value)).size === 1;
  if (agree() && value(texts[0] as FieldText) !== "") {
    texts.push(await readLines(first, lines, { profile, scale: SECOND_SCALE }));
    texts.push(await readLines(second, lines, { profile, scale: SECOND_SCALE }));
  }
  if (texts.every((t) => value(t) === "")) reasons.push(ask("not-read"));
  else if (!agree()) reasons.push(ask("readers-differ"));
  if (Math.min(...texts.map((t) => lowest(t.chars))) < least) reasons.push(ask("unsure"));
  return { ...shapeOf(task, texts, normalise), reasons, texts, candidates: distinct(texts, value) };
}

/** Different values only, in the order of the readers. */
function distinct(texts: readonly FieldText[], value: (t: FieldText) => string): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const t of texts) {
    const v = value(t);
    if (v !== "" && !seen.has(v)) seen.set(v, candidateOf(t, v));
  }
  return [...seen.values()];
}

interface Shape {
  readonly chars: readonly ReadChar[];
  readonly places: readonly Rect[] | null;
  readonly spaced: string;
}

/** The reading whose characters are best placed leads: both say the same text when they agree. */
function shapeOf(task: FieldTask, texts: readonly FieldText[], normalise: Normalise): Shape {
  const chars = normalise(texts[0]?.chars ?? []);
  const places = placeAll(task, chars);
  const text = chars.map((c) => c.text);
  if (places === null) return { chars, places, spaced: text.join("") };
  const blanks = blanksPerLine(chars, places);
  const spaced = text.map((c, i) => (blanks[i] === "blank" ? `${c} ` : c)).join("");
  return { chars, places, spaced };
}

function placeAll(task: FieldTask, chars: readonly ReadChar[]): Rect[] | null {
  if (task.ink.glyphs.length > 0) {
    return chars.length === task.ink.glyphs.length ? [...task.ink.glyphs] : null;
  }
  const all: Rect[] = [];
  for (const [i, line] of task.ink.lines.entries()) {
    const placed = placeChars(
      chars.filter((c) => c.line === i),
      line,
    );
    if (placed === null) return null;
    all.push(...placed);
  }
  return all;
}

/** Blank after character i; never across lines. */
function blanksPerLine(chars: readonly ReadChar[], places: readonly Rect[]): string[] {
  const blanks: string[] = [];
  let from = 0;
  while (from < chars.length) {
    let to = from;
    while (to < chars.length && chars[to]?.line === chars[from]?.line) to++;
    const text = chars.slice(from, to).map((c) => c.text);
    blanks.push(...blanksOf(text, places.slice(from, to)), "none");
    from = to;
  }
  return blanks;
}

/** Reasons that the shape of the line gives, whatever the readers say. */
export function shapeReasons(reading: JapaneseReading): AskReason[] {
  const { places, chars } = reading;
  if (chars.length === 0) return [];
  if (places === null) return [ask("missed-ink")];
  const reasons: AskReason[] = [];
  if (hasSkippedInk(places)) reasons.push(ask("missed-ink"));
  if (blanksPerLine(chars, places).includes("unclear")) reasons.push(ask("space-unclear"));
  return reasons;
}

export function japaneseDraft(
  reading: JapaneseReading,
  value: string,
  reasons: readonly AskReason[],
): FieldDraft {
  const refs = new Map<string, ReaderRef>();
  for (const t of reading.texts) refs.set(t.engine.ref.name, t.engine.ref);
  const each = reading.chars.map((c) => c.confidence);
  return {
    value,
    raw: reading.texts[0]?.raw ?? "",
    confidence: lowest(reading.chars),
    charConfidences: each.length === [...value].length ? each : [],
    candidates: reading.candidates,
    reasons: [...new Map(reasons.map((r) => [r.code, r])).values()],
    readers: [...refs.values()],
    seen: reading.texts.map((t) => t.raw),
  };
}
