/** Names, addresses and free text: the typed form is kept, and any doubt goes to a person. */
import type { AskReason } from "../../core/index.ts";
import { attractors, calibration } from "../calibration.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { japaneseDraft, readJapanese, shapeReasons } from "./japanese-reading.ts";
import type { ReadChar } from "./read-lines.ts";
import { repairTwins, textPattern, variantKanji } from "./written-forms.ja.ts";

export async function readText(task: FieldTask): Promise<FieldDraft> {
  const reading = await readJapanese(task, normaliseText, calibration.leastConfidence.text);
  const value = reading.spaced;
  const reasons: AskReason[] = [...reading.reasons, ...shapeReasons(reading)];
  if (value !== "" && !textPattern.test(value)) reasons.push(ask("charset"));
  if ([...value].some((c) => attractors.has(c) || variantKanji.has(c))) {
    reasons.push(ask("similar-kanji"));
  }
  if ([...value].length > (task.field.maxLength ?? value.length)) reasons.push(ask("too-long"));
  return japaneseDraft(reading, value, reasons);
}

function normaliseText(chars: readonly ReadChar[]): ReadChar[] {
  const repaired = repairTwins(chars.map((c) => c.text));
  return chars.map((c, i) => ({ ...c, text: repaired[i] ?? c.text }));
}
