/** Turns looks into what is stored with a field: candidates, readers, confidences. */
import type { Candidate, ReaderRef } from "../../core/index.ts";
import type { FieldDraft } from "./field-draft.ts";
import type { Look } from "./looks.ts";
import { type FieldText, lowest } from "./read-lines.ts";

export function candidateOf(text: FieldText, value: string): Candidate {
  return { value, confidence: lowest(text.chars), reader: text.engine.ref };
}

export function draftOf(text: FieldText, value: string): FieldDraft {
  const each = text.chars.map((c) => c.confidence);
  return {
    value,
    raw: text.raw,
    confidence: lowest(text.chars),
    charConfidences: each.length === [...value].length ? each : [],
    candidates: [],
    reasons: [],
    doubts: [],
    readers: [text.engine.ref],
    seen: [text.raw],
  };
}

/** Different values only; those that fit first. */
export function candidatesOf(looks: readonly Look[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const l of [...looks].sort((p, q) => Number(q.fits) - Number(p.fits))) {
    if (l.value !== "" && !seen.has(l.value)) seen.set(l.value, candidateOf(l.text, l.value));
  }
  return [...seen.values()];
}

export function refsOf(looks: readonly Look[]): ReaderRef[] {
  return [...new Map(looks.map((l) => [l.text.engine.ref.name, l.text.engine.ref])).values()];
}
