/** Names, addresses and free text: the typed form is kept, and any doubt goes to a person. */
import type { AskReason } from "../../core/index.ts";
import { attractors, calibration } from "../calibration.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { japaneseDraft, readJapanese } from "./japanese-reading.ts";
import type { ReadChar } from "./read-lines.ts";
import {
  hasStrayLetter,
  hasUnclearTwin,
  repairTwins,
  textPattern,
  variantKanji,
  withoutSettledWords,
} from "./written-forms.ja.ts";

export async function readText(task: FieldTask): Promise<FieldDraft> {
  const reading = await readJapanese(task, rules);
  const value = reading.spaced;
  const text = reading.chars.map((c) => c.text).join("");
  const reasons: AskReason[] = [...reading.reasons];
  if (text !== "" && (!textPattern.test(text) || hasStrayLetter(text)))
    reasons.push(ask("charset"));
  if (holdsTwin(text)) reasons.push(ask("similar-kanji"));
  if ([...value].length > (task.field.maxLength ?? value.length)) reasons.push(ask("too-long"));
  return japaneseDraft(reading, value, reasons);
}

/** True when a sign may stand for another that readers cannot tell from it. */
function holdsTwin(text: string): boolean {
  const signs = [...withoutSettledWords(text)];
  return signs.some((c) => attractors.has(c) || variantKanji.has(c)) || hasUnclearTwin(text);
}

function normaliseText(chars: readonly ReadChar[]): ReadChar[] {
  const repaired = repairTwins(chars.map((c) => c.text));
  return chars.map((c, i) => ({ ...c, text: repaired[i] ?? c.text }));
}

const rules = {
  normalise: normaliseText,
  least: calibration.leastConfidence.text,
  doubtful: holdsTwin,
};
