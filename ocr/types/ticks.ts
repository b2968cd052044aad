/** Choices and single checks by the darkness of their boxes. */
import type { AskReason } from "../../core/index.ts";
import type { Calibration } from "../calibration.ts";
import type { FormField } from "../form.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft } from "./field-draft.ts";

const reader = { name: "ink-density", version: "1" };

/** `shares` holds one dark share per option; between the two limits a person looks. */
export function readTicks(
  field: FormField,
  shares: readonly number[],
  limits: Calibration["ticks"],
): FieldDraft {
  const ticked = shares.flatMap((s, i) => (s >= limits.ticked ? [i] : []));
  const unclear = shares.some((s) => s >= limits.empty && s < limits.ticked);
  const value = field.options[ticked[0] ?? -1] ?? "";
  const reasons = reasonsFor(field, ticked.length, unclear);
  const confidence = reasons.length === 0 ? 1 : 0.5;
  return {
    value: ticked.length === 1 ? value : "",
    raw: "",
    confidence,
    charConfidences: [],
    candidates: ticked.map((i) => ({ value: field.options[i] ?? "", confidence, reader })),
    reasons,
    doubts: [],
    readers: [reader],
    seen: [],
  };
}

function reasonsFor(field: FormField, ticked: number, unclear: boolean): AskReason[] {
  if (unclear) return [ask("faint-tick")];
  if (ticked > 1) return [ask("many-ticked")];
  if (ticked === 1) return [];
  return field.required ? [ask("none-ticked")] : [];
}
