/** What one field type made of one field, before it is decided whether a person must look. */
import type { AskReason, Candidate, CharDoubt, ReaderRef } from "../../core/index.ts";
import type { Calibration } from "../calibration.ts";
import type { FieldInk } from "../crops/field-ink.ts";
import type { Readers } from "../engines/ocr-engine.ts";
import type { FormField } from "../form.ts";

export interface FieldDraft {
  readonly value: string;
  readonly raw: string;
  readonly confidence: number;
  readonly charConfidences: readonly number[];
  readonly candidates: readonly Candidate[];
  /** Empty = may go on without a person. */
  readonly reasons: readonly AskReason[];
  /** Places of `value` at which a person should look first. */
  readonly doubts: readonly CharDoubt[];
  readonly readers: readonly ReaderRef[];
  /** Everything any reader saw, for the search for numbers that must not be kept. */
  readonly seen: readonly string[];
  /** True when it holds a 個人番号, which nobody may keep. */
  readonly private?: boolean;
}

export interface FieldTask {
  readonly field: FormField;
  readonly ink: FieldInk;
  readonly readers: Readers;
  /** Words of the field's master list; empty when the caller gave none. */
  readonly master: readonly string[];
  /** The word of the list that other fields of the page leave; null when they leave none or many. */
  readonly expected: string | null;
  readonly preprinted: string;
  /** True for fax and scans below 250 dpi: ほ and は, ボ and ポ look the same there to every reader. */
  readonly coarse: boolean;
  /** Thresholds in force. */
  readonly calibration: Calibration;
}

/** Stands among the readers of a value that another field of the page confirmed. */
export const agreement = { name: "agreement-of-fields", version: "1" } as const;

/** A field without ink: right as it is, unless it must be filled in. */
export function blankDraft(reasons: readonly AskReason[]): FieldDraft {
  return { ...nothing, confidence: 1, reasons };
}

const nothing: FieldDraft = {
  value: "",
  raw: "",
  confidence: 0,
  charConfidences: [],
  candidates: [],
  reasons: [],
  doubts: [],
  readers: [],
  seen: [],
};
