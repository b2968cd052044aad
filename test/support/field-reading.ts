/** A field as a reader gives it that is sure of everything; tests put over it what they need otherwise. */
import type { FieldReading } from "../../core/index.ts";

export function sureReading(value: string, more: Partial<FieldReading> = {}): FieldReading {
  return {
    value,
    raw: value,
    accepted: true,
    confidence: 1,
    charConfidences: [],
    candidates: [],
    reasons: [],
    box: null,
    readers: [],
    ...more,
  };
}
