/** Reads a Japanese field up to four times (two models, two sizes), kana also sign by sign, and weighs text and shape together. */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import type { Family } from "../calibration.ts";
import type { Rect } from "../image/grey.ts";
import { ask } from "./ask-reasons.ja.ts";
import { differences } from "./char-doubts.ts";
import { withoutDoubles } from "./doubled-signs.ts";
import type { FieldTask } from "./field-draft.ts";
import { hasSkippedInk, hasTallDash, isCrowded } from "./line-geometry.ts";
import { type Look, type LookPlan, lookFirst, takeLooks, verdictOf } from "./looks.ts";
import { placeChars } from "./place-chars.ts";
import { type FieldText, lowest, type ReadChar, textOf } from "./read-lines.ts";
import {
  everyKanaHolds,
  type Opinion,
  type PlacedText,
  readKanaSigns,
  secondOpinions,
  unclearKana,
} from "./second-opinion.ja.ts";
import { fillsBoxes, linesOf, spacing, textsOf } from "./spacing.ts";
import { lookAlikesOf } from "./type-table.ja.ts";

/** Repairs the characters of one reading by what the type allows. */
export type Normalise = (chars: readonly ReadChar[]) => readonly ReadChar[];

export interface JapaneseReading {
  /** Characters of the leading look after `normalise`. */
  readonly chars: readonly ReadChar[];
  /** The same characters as the reader wrote them. */
  readonly written: readonly ReadChar[];
  /** Ink of each character on its line; null when it cannot be told. */
  readonly places: readonly Rect[] | null;
  /** The text with a single blank where the paper has one. */
  readonly spaced: string;
  readonly reasons: readonly AskReason[];
  /** Places of `chars` (blanks not counted) that are in doubt. */
  readonly doubts: readonly CharDoubt[];
  /** Lowest confidence over all looks that agree with the value. */
  readonly confidence: number;
  readonly looks: readonly Look[];
  /** What the reader of single signs says, one per character of `chars`. */
  readonly opinions: readonly Opinion[];
  /** Whether the readers tell ョ from ヨ. */
  readonly sized: boolean;
}

export interface JapaneseRules {
  readonly normalise: Normalise;
  /** Whose threshold says how sure every character of a fitting look must be. */
  readonly family: Family;
}

export async function readJapanese(
  task: FieldTask,
  rules: JapaneseRules,
): Promise<JapaneseReading> {
  const { normalise, family } = rules;
  const { looks, signsHold } = await lookAt(task, rules);
  const verdict = verdictOf(looks, false);
  const written = verdict?.lead.text.chars ?? [];
  const chars = normalise(written);
  const places = placeAll(task, chars);
  const misfit = ask(task.ink.inked.length > 0 ? "length" : "missed-ink");
  const text = placedText(task, chars, places);
  const opinions = signsHold
    ? chars.map((): Opinion => "holds")
    : await secondOpinions(task.readers.umpire, text);
  const settled = family === "kana" && everyKanaHolds(text, opinions);
  const reasons = [
    ...(task.coarse && !settled ? [ask("coarse-scan")] : []),
    ...disagreement(looks, verdict?.agreed === true, misfit),
  ];
  const { least } = task.calibration.thresholds[family];
  const confidence = verdict?.leastConfidence ?? 0;
  if (confidence < least) reasons.push(ask("unsure"));
  const whole = fits(chars, places) && fillsBoxes(chars.length, task.ink.inked);
  if (chars.length > 0 && !whole) reasons.push(misfit);
  const spaced = spacing(task, chars, places);
  if (spaced.unclear.length > 0) reasons.push(ask("space-unclear"));
  const kana = unclearKana(text, opinions);
  if (kana.length > 0) reasons.push(ask("similar-kana"));
  const doubts = [
    ...kana,
    ...spaced.unclear,
    ...differing(chars, looks),
    ...unsureSigns(task, { chars, looks, normalise }, least),
  ];
  const spacedText = spaced.text;
  return {
    chars,
    written,
    places,
    looks,
    opinions,
    sized: true,
    reasons,
    doubts,
    confidence,
    spaced: spacedText,
  };
}

const placedText = (
  { field, ink, coarse }: FieldTask,
  chars: readonly ReadChar[],
  places: readonly Rect[] | null,
): PlacedText => ({ type: field.type, chars, places, lines: ink.lines, coarse });

/**
 * Kana are few enough to be read one by one: a first reader of lines, and the reader of single signs where it found them
 * (`signsHold`). Where they do not surely agree, and for everything else, two readers of lines look.
 */
async function lookAt(
  task: FieldTask,
  { normalise, family }: JapaneseRules,
): Promise<{ looks: readonly Look[]; signsHold: boolean }> {
  const plan: LookPlan = {
    engines: task.readers.japanese,
    lines: task.ink.lines,
    charset: null,
    scales: SCALES,
    sure: task.coarse ? 0 : SURE,
    judge: (text) => judge(task, text, normalise),
  };
  if (family !== "kana" || task.coarse) return { looks: await takeLooks(plan), signsHold: false };
  const begun = await lookFirst(plan);
  const signs = await lookAtSigns(task, begun, normalise);
  if (signs) return { looks: [begun, signs], signsHold: true };
  return { looks: await takeLooks({ ...plan, begun }), signsHold: false };
}

async function lookAtSigns(
  task: FieldTask,
  first: Look,
  normalise: Normalise,
): Promise<Look | null> {
  const { umpire } = task.readers;
  if (!umpire || !first.fits || first.mended || lowest(first.text.chars) < SURE) return null;
  const chars = normalise(first.text.chars);
  const signs = await readKanaSigns(umpire, placedText(task, chars, placeAll(task, chars)));
  if (!signs) return null;
  const text: FieldText = { engine: umpire, chars: signs, raw: textOf(signs) };
  return { text, value: first.value, fits: true };
}

/** What the looks say about each other. */
function disagreement(looks: readonly Look[], agreed: boolean, misfit: AskReason): AskReason[] {
  if (looks.every((l) => l.value === "")) return [ask("not-read")];
  if (agreed) return [];
  return [new Set(looks.map((l) => l.value)).size > 1 ? ask("readers-differ") : misfit];
}

function differing(chars: readonly ReadChar[], looks: readonly Look[]): CharDoubt[] {
  const value = textOf(chars);
  const others = new Set(looks.map((l) => l.value).filter((v) => v !== "" && v !== value));
  return differences(value, [...others]);
}

interface Agreed {
  readonly chars: readonly ReadChar[];
  readonly looks: readonly Look[];
  readonly normalise: Normalise;
}

/** Signs of which some look that reads the value is not sure. */
function unsureSigns(
  task: FieldTask,
  { chars, looks, normalise }: Agreed,
  least: number,
): CharDoubt[] {
  const value = textOf(chars);
  const same = looks.filter((l) => l.value === value).map((l) => normalise(l.text.chars));
  return chars.flatMap((c, at) => {
    if (![chars, ...same].some((look) => (look[at]?.confidence ?? 1) < least)) return [];
    const twins = lookAlikesOf(task.field.type, c.text);
    return [{ at, candidates: twins.length > 0 ? twins : [c.text] }];
  });
}

/** Larger glyphs make the Japanese models double signs (ウゥ for ウ), so both looks are below scan size. */
const SCALES: readonly [number, number] = [0.65, 0.8];

/** Over 834 Japanese fields in seven qualities, looks this sure that agreed were never put right by a second size. */
const SURE = 0.9;

/** A look that has too many signs for the ink gets its doubled signs taken out, if that makes it fit. */
function judge(task: FieldTask, text: FieldText, normalise: Normalise): Look {
  const look = (t: FieldText): Look => {
    const chars = normalise(t.chars);
    return { text: t, value: textOf(chars), fits: fits(chars, placeAll(task, chars)) };
  };
  const plain = look(text);
  if (plain.fits) return plain;
  for (const { chars, guess } of withoutDoubles(text.chars)) {
    const single = look({ ...text, chars });
    if (single.fits) return { ...single, mended: guess };
  }
  return plain;
}

/** Whether the characters and the ink go together. */
function fits(chars: readonly ReadChar[], places: readonly Rect[] | null): boolean {
  if (places === null || chars.length === 0) return false;
  return linesOf(chars).every(({ from, to }) => {
    const text = textsOf(chars.slice(from, to));
    const rects = places.slice(from, to);
    return !hasSkippedInk(text, rects) && !isCrowded(text, rects) && !hasTallDash(text, rects);
  });
}

function placeAll(task: FieldTask, chars: readonly ReadChar[]): Rect[] | null {
  if (task.ink.inked.length > 0) {
    return chars.length === task.ink.glyphs.length ? [...task.ink.glyphs] : null;
  }
  const all: Rect[] = [];
  for (const [i, line] of task.ink.lines.entries()) {
    const own = chars.filter((c) => c.line === i);
    const placed = placeChars(own, line);
    if (placed === null) return null;
    all.push(...placed);
  }
  return all;
}
