/** Names, addresses and free text: the typed form is kept, and any doubt goes to a person. */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { asSpaced, japaneseDraft } from "./japanese-draft.ts";
import { type JapaneseReading, readJapanese } from "./japanese-reading.ts";
import type { ReadChar } from "./read-lines.ts";
import { unclearKanji } from "./second-opinion.ja.ts";
import {
  hasBrokenLegalForm,
  hasStrayLetter,
  repairTwins,
  settledPlaces,
  textPattern,
  twinOf,
  unclearTwins,
} from "./written-forms.ja.ts";

export async function readText(task: FieldTask): Promise<FieldDraft> {
  const reading = await readJapanese(task, rules);
  const value = reading.spaced;
  const text = reading.chars.map((c) => c.text).join("");
  const reasons: AskReason[] = [...reading.reasons];
  if (text !== "" && (!textPattern.test(text) || hasStrayLetter(text) || hasOddPoint(task, text)))
    reasons.push(ask("charset"));
  if (thousandsPoint.test(text)) reasons.push(ask("point-or-comma"));
  const doubts = [...variantDoubts(task, reading), ...twinDoubts(text)];
  if (doubts.length > 0) reasons.push(ask("similar-kanji"));
  if ([...value].length > (task.field.maxLength ?? value.length)) reasons.push(ask("too-long"));
  return japaneseDraft(reading, asSpaced(reading), { reasons, doubts });
}

/** 350.000 is 350,000 on paper: on a coarse scan every reader loses the tail of the comma. */
const thousandsPoint = /(?<!\d)\d{1,3}\.\d{3}(?!\d)/u;

/** House numbers have no decimals: every reader may take a short hyphen for a point (0.0-12). */
const hasOddPoint = ({ field }: FieldTask, text: string): boolean =>
  field.type === "address" && /\d[.,]\d/u.test(text);

/** A company's name must hold its legal form as a whole word at one end, unless it has none at all. */
export async function readOrganisation(task: FieldTask): Promise<FieldDraft> {
  const draft = await readText(task);
  if (!hasBrokenLegalForm(draft.value)) return draft;
  return { ...draft, reasons: [...draft.reasons, ask("legal-form")] };
}

/** Kanji that may be a variant of what was read, outside words that leave no doubt. */
function variantDoubts({ field }: FieldTask, reading: JapaneseReading): CharDoubt[] {
  const { chars, opinions } = reading;
  const sure = settledPlaces(chars.map((c) => c.text).join(""));
  return unclearKanji({ type: field.type, chars }, opinions).filter(({ at }) => !sure.has(at));
}

/** 二 or ニ, 一 or ー where the signs beside it do not tell. */
const twinDoubts = (text: string): CharDoubt[] =>
  unclearTwins(text).map((at) => {
    const sign = [...text][at] ?? "";
    return { at, candidates: [sign, twinOf(sign)] };
  });

function normaliseText(chars: readonly ReadChar[]): ReadChar[] {
  const repaired = repairTwins(chars.map((c) => c.text));
  return chars.map((c, i) => ({ ...c, text: repaired[i] ?? c.text }));
}

const rules = {
  normalise: normaliseText,
  family: "text",
} as const;
