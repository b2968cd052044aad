/** Handwritten digits in boxes: one reader proposes, and says of every box whether it is sure; the type checks the whole. */
import type { AskReason } from "../../core/index.ts";
import type { ReadSymbol } from "../engines/ocr-engine.ts";
import { ask } from "./ask-reasons.ja.ts";
import { differences, joinDoubts } from "./char-doubts.ts";
import { mended, type Shape } from "./digit-types.ts";
import { blankDraft, type FieldDraft, type FieldTask } from "./field-draft.ts";
import { type HandReading, lookAtSigns, readHandBoxes } from "./hand-boxes.ts";
import { candidatesOf, draftOf } from "./look-summary.ts";
import { fieldHoldsPrivateNumber } from "./private-number.ja.ts";
import { readLines, textOf } from "./read-lines.ts";

/** Signs between them (,) stand on the lines of boxes, if anywhere. */
const DIGITS = "0123456789";

export async function readHandDigits(given: FieldTask, shape: Shape): Promise<FieldDraft> {
  const reading = await readHandBoxes(given, DIGITS);
  const { task, symbols } = reading;
  if (symbols.length === 0) return blankDraft([ask("not-read")]);
  const look = lookAtSigns(reading);
  const shaped = (text: string) => shape(text, task);
  const read = shaped(look.value);
  const others = othersOf(symbols).map(shaped);
  const value = likeliest(read, others);
  // What cannot be the value at all says nothing about places in it.
  const possible = [read, ...others].map((o) => o.value).filter((v) => v.length === value.length);
  const doubts = [...differences(value, [...new Set(possible)]), ...mended(task, read.value)];
  const draft: FieldDraft = {
    ...draftOf(look.text, value),
    reasons: [...read.reasons, ...reasonsOf(reading, read.reasons)],
    doubts: joinDoubts(value, doubts),
    candidates: candidatesOf([{ ...look, value }]),
  };
  const whole = await withSecondReader(reading, shape, draft);
  return { ...whole, private: fieldHoldsPrivateNumber(task, whole) };
}

/**
 * Where an office measured that its handwriting may go on without a person, two readers must say the same, as everywhere; where
 * a person looks in any case, nobody else is asked.
 */
async function withSecondReader(
  { task }: HandReading,
  shape: Shape,
  draft: FieldDraft,
): Promise<FieldDraft> {
  const { hand, digits } = task.readers;
  if (draft.reasons.length > 0 || !task.calibration.hand[hand.ref.name]) return draft;
  const second = digits.find((e) => e.ref.name !== hand.ref.name);
  if (!second) return { ...draft, reasons: [ask("readers-differ")] };
  const profile = { charset: DIGITS, cells: task.ink.glyphs };
  const { chars, raw } = await readLines(second, task.ink.lines, { profile });
  const { value } = shape(textOf(chars), task);
  const agreed = value === draft.value;
  return {
    ...draft,
    reasons: agreed ? [] : [ask("readers-differ")],
    readers: [...draft.readers, second.ref],
    seen: [...draft.seen, raw],
  };
}

/** What stands there, if one box that is in doubt holds what it may hold as well. */
function othersOf(symbols: readonly ReadSymbol[]): string[] {
  return symbols.flatMap(({ text, candidates = [] }, at) =>
    candidates
      .filter((c) => c !== text)
      .map((c) => symbols.map((s, i) => (i === at ? c : s.text)).join("")),
  );
}

type Shaped = ReturnType<Shape>;

/**
 * Where the checks of the type refuse what was read, and of all that may stand there pass one thing only, it is proposed. The
 * checks' reasons stay: a box of which the reader was sure may be the wrong one.
 */
function likeliest(read: Shaped, others: readonly Shaped[]): string {
  const passing = others.filter((o) => o.reasons.length === 0).map((o) => o.value);
  const [only] = new Set(passing);
  const alone = read.reasons.length > 0 && new Set(passing).size === 1;
  return alone && only !== undefined ? only : read.value;
}

function reasonsOf(
  { task, symbols, missed }: HandReading,
  known: readonly AskReason[],
): AskReason[] {
  const reasons: AskReason[] = [];
  const written = task.ink.inked.filter((on) => on).length;
  const counted = symbols.length === written || known.some((r) => r.code === "length");
  if (missed) reasons.push(ask("missed-ink"));
  else if (!counted) reasons.push(ask("length"));
  if (symbols.some((s) => s.candidates)) reasons.push(ask("unsure"));
  return reasons;
}
