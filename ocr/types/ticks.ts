/** Choices and single checks by the darkness of their boxes. */
import type { AskReason } from "../../core/index.ts";
import type { FormField } from "../form.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft } from "./field-draft.ts";

/** A box is ticked above the first share of ink and empty below the second; between them a person looks. */
const TICKED = 0.045;
const EMPTY = 0.02;

const reader = { name: "ink-density", version: "1" };

/** `shares` holds one dark share per option. */
export function readTicks(field: FormField, shares: readonly number[]): FieldDraft {
  const ticked = shares.flatMap((s, i) => (s >= TICKED ? [i] : []));
  const unclear = shares.some((s) => s >= EMPTY && s < TICKED);
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
    readers: [reader],
    seen: [],
  };
}

function reasonsFor(field: FormField, ticked: number, unclear: boolean): AskReason[] {
  if (unclear) return [ask("faint-tick")];
  if (ticked > 1) return [ask("many-ticked")];
  if (ticked === 1 || field.type === "check") return [];
  return field.required ? [ask("none-ticked")] : [];
}
