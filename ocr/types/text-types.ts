/** Names, addresses and free text: the typed form is kept, and any doubt goes to a person. */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import { takenFor } from "../calibration.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { asSpaced, japaneseDraft, readJapanese } from "./japanese-reading.ts";
import type { ReadChar } from "./read-lines.ts";
import { lookAlikesOf } from "./type-table.ja.ts";
import {
  hasBrokenLegalForm,
  hasStrayLetter,
  hasUnclearTwin,
  repairTwins,
  settledPlaces,
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
  return japaneseDraft(reading, asSpaced(reading), { reasons, doubts: twinDoubts(task, text) });
}

/** A company's name must hold its legal form as a whole word at one end, unless it has none at all. */
export async function readOrganisation(task: FieldTask): Promise<FieldDraft> {
  const draft = await readText(task);
  if (!hasBrokenLegalForm(draft.value)) return draft;
  return { ...draft, reasons: [...draft.reasons, ask("legal-form")] };
}

/** Every sign of the text that may stand for another, with what it may stand for. */
function twinDoubts(task: FieldTask, text: string): CharDoubt[] {
  const sure = settledPlaces(text);
  return [...text].flatMap((c, at) => {
    if (sure.has(at) || !(takenFor(c) !== "" || variantKanji.has(c))) return [];
    const others = [...lookAlikesOf(task.field.type, c).slice(1), ...takenFor(c)];
    return [{ at, candidates: [c, ...new Set(others)] }];
  });
}

/** True when a sign may stand for another that readers cannot tell from it. */
function holdsTwin(text: string): boolean {
  const signs = [...withoutSettledWords(text)];
  return signs.some((c) => takenFor(c) !== "" || variantKanji.has(c)) || hasUnclearTwin(text);
}

function normaliseText(chars: readonly ReadChar[]): ReadChar[] {
  const repaired = repairTwins(chars.map((c) => c.text));
  return chars.map((c, i) => ({ ...c, text: repaired[i] ?? c.text }));
}

const rules = {
  normalise: normaliseText,
  family: "text",
  doubtful: holdsTwin,
} as const;
