/** One field of a registered page → its reading: picks the type and applies what holds for all types. */
import type { AskReason, FieldReading, PixelBox } from "../../core/index.ts";
import type { FieldType } from "../form.ts";
import { ask } from "./ask-reasons.ja.ts";
import { digitShapeOf, readDigits } from "./digit-types.ts";
import { blankDraft, type FieldDraft, type FieldTask } from "./field-draft.ts";
import { isHandInBoxes } from "./hand-boxes.ts";
import { readHandDigits } from "./hand-digits.ts";
import { readAccountKana, readKana } from "./kana-types.ts";
import { readMaster } from "./master-type.ts";
import { fieldHoldsPrivateNumber } from "./private-number.ja.ts";
import { readOrganisation, readText } from "./text-types.ts";
import { typeRow } from "./type-table.ja.ts";
import { readWrittenDate } from "./written-date.ja.ts";

const japaneseTypes: Partial<Record<FieldType, (task: FieldTask) => Promise<FieldDraft>>> = {
  kana: readKana,
  "account-kana": readAccountKana,
  master: readMaster,
  name: readText,
  organisation: readOrganisation,
  address: readText,
  text: readText,
};

/** Reads a field that is written in (not ticked). */
export async function readWritten(task: FieldTask): Promise<FieldDraft> {
  const { field, ink } = task;
  if (ink.blank) return blankDraft(field.required ? [ask("blank-required")] : []);
  const draft = await readByType(task);
  const extra: AskReason[] = [];
  if (ink.overflow) extra.push(ask("overflow"));
  if (field.writing === "hand" && !handAllowed(task, draft)) extra.push(ask("handwriting"));
  if (draft.value === "" && draft.reasons.length === 0) extra.push(ask("not-read"));
  // The pattern of the type is the last word on what may be kept without a person.
  const { pattern } = typeRow(field.type);
  if (draft.reasons.length === 0 && pattern?.test(draft.value) === false)
    extra.push(ask("charset"));
  return {
    ...draft,
    reasons: [...draft.reasons, ...extra],
    private: draft.private === true || fieldHoldsPrivateNumber(task, draft),
  };
}

async function readByType(task: FieldTask): Promise<FieldDraft> {
  if (task.field.type === "date" && task.field.boxes === null) return readWrittenDate(task);
  const digits = digitShapeOf(task.field.type);
  if (digits) return isHandInBoxes(task) ? readHandDigits(task, digits) : readDigits(task, digits);
  const read = japaneseTypes[task.field.type] ?? readText;
  return read(task);
}

/** Handwriting goes on without a person only where a calibration file says how sure this very reader must be. */
function handAllowed({ field, calibration }: FieldTask, draft: FieldDraft): boolean {
  if (!typeRow(field.type).hand || draft.readers.length === 0) return false;
  return draft.readers.some((r) => {
    const measured = calibration.hand[r.name];
    return measured !== undefined && draft.confidence >= measured.least;
  });
}

export function toReading(draft: FieldDraft, box: PixelBox): FieldReading {
  return {
    value: draft.value,
    raw: draft.raw,
    accepted: draft.reasons.length === 0,
    confidence: draft.confidence,
    charConfidences: draft.charConfidences,
    candidates: draft.candidates,
    reasons: draft.reasons,
    ...(draft.reasons.length > 0 && draft.doubts.length > 0 ? { doubts: draft.doubts } : {}),
    box,
    readers: draft.readers,
  };
}
