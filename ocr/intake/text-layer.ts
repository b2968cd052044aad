/** Letters of a PDF's text layer → words with boxes, in reading order. */
import { z } from "zod";
import type { Rect } from "../image/grey.ts";

/** A run of letters without a gap. */
export interface PageWord {
  readonly text: string;
  /** Middle of each letter. */
  readonly letters: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** Pixels of the rendered page. */
  readonly box: Rect;
  /** False for letters that are not drawn: what some OCR program put behind a scan. */
  readonly visible: boolean;
}

const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };
const letter = z.object({
  text: z.string(),
  ...box,
  /** Where it stands before the page is turned: there text runs to the right. */
  upright: z.object(box),
  visible: z.boolean(),
});
export const letterList = z.array(letter);
type Letter = z.infer<typeof letter>;

/** Room between two letters of one word, as a share of the letter's height. */
const GAP = 0.6;

/** Shift of the base line within a word, as a share of the letter's height. */
const RISE = 0.5;

/** Blanks end a word; so does a gap, another line, or a change between drawn and hidden. */
export function wordsOf(letters: readonly Letter[]): PageWord[] {
  const words: Letter[][] = [];
  let open: Letter[] = [];
  for (const next of letters) {
    const last = open.at(-1);
    const blank = next.text.trim() === "";
    if (last && (blank || !follows(last, next))) {
      words.push(open);
      open = [];
    }
    if (!blank) open.push(next);
  }
  if (open.length > 0) words.push(open);
  return words.map(toWord);
}

function follows(before: Letter, after: Letter): boolean {
  if (before.visible !== after.visible) return false;
  const [last, next] = [before.upright, after.upright];
  const height = Math.max(last.height, next.height, 1);
  const gap = next.x - (last.x + last.width);
  const middle = (l: Rect): number => l.y + l.height / 2;
  // Commas and ー are low or thin: what counts is that the letters share a line.
  const risen = Math.abs(middle(last) - middle(next)) > Math.max(RISE * height, 12);
  return !risen && gap < Math.max(GAP * height, 20) && gap > -2 * height;
}

function toWord(letters: readonly Letter[]): PageWord {
  const x = Math.min(...letters.map((l) => l.x));
  const y = Math.min(...letters.map((l) => l.y));
  const right = Math.max(...letters.map((l) => l.x + l.width));
  const low = Math.max(...letters.map((l) => l.y + l.height));
  return {
    text: letters.map((l) => l.text).join(""),
    letters: letters.map((l) => ({ text: l.text, x: l.x + l.width / 2, y: l.y + l.height / 2 })),
    box: { x, y, width: right - x, height: low - y },
    visible: letters.every((l) => l.visible),
  };
}
