/** What each part of the runner's figures gives. */
import type { Figure } from "../ocr/figures.ts";

export interface Section {
  readonly figures: readonly Figure[];
  /** What went otherwise than wanted, one line each. */
  readonly notes: readonly string[];
}
