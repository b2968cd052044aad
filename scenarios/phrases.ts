/** Short ways to write the phrases of the keyword table. */

import type { Phrase, Slot } from "./keyword.ts";
import { intoWords } from "./keyword-words.ja.ts";

export const phrase = (slot: Slot, name: string, ...particles: string[]): Phrase => ({
  name,
  slot,
  particles,
});
export const target = (...particles: string[]): Phrase => phrase("target", "target", ...particles);
export const value = (...particles: string[]): Phrase => phrase("value", "value", ...particles);
export const into = phrase("field", "into", ...intoWords);
