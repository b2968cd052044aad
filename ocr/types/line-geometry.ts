/** What the shape of a line says beyond the text: blanks between words, skipped characters, small kana. */
import type { Rect } from "../image/grey.ts";
import { calibration } from "../calibration.ts";
import { largeOfSmall, smallOfLarge } from "./kana.ja.ts";

export type Blank = "none" | "blank" | "unclear";

/** Extra room between two glyphs, in em, from which a blank is sure or ruled out (a narrow blank is 0.5 em). */
const BLANK_EM = { none: 0.22, sure: 0.34 } as const;

const opening = /[（(「『【［[]/u;
const closing = /[）)」』】］\]、。，．,.]/u;
const narrow = /^[\u0020-\u007e]$/u;

/** Em of the line in pixels: full-size glyphs fill about 0.92 of it. */
export function emOf(rects: readonly Rect[]): number {
  const tallest = [...rects].map((r) => r.height).sort((a, b) => b - a);
  return Math.max(12, (tallest[Math.min(1, tallest.length - 1)] ?? 0) / 0.92);
}

/** Blank after each character but the last. */
export function blanksOf(text: readonly string[], rects: readonly Rect[]): Blank[] {
  const em = emOf(rects);
  const advances = text.map((c, i) => (narrow.test(c) && isNarrowRun(i, rects, text) ? 0.5 : 1));
  return rects.slice(1).map((right, i) => {
    const left = rects[i] ?? right;
    const gap = (right.x - (left.x + left.width)) / em;
    const expected =
      bearing(text[i] ?? "", left.width / em, { advance: advances[i] ?? 1, side: "right" }) +
      bearing(text[i + 1] ?? "", right.width / em, { advance: advances[i + 1] ?? 1, side: "left" });
    const extra = gap - expected;
    if (extra >= BLANK_EM.sure) return "blank";
    return extra <= BLANK_EM.none ? "none" : "unclear";
  });
}

/** White that a glyph brings along on one side, in em. */
function bearing(
  c: string,
  width: number,
  at: { advance: number; side: "left" | "right" },
): number {
  const white = Math.max(0, at.advance - width);
  if (opening.test(c)) return at.side === "left" ? white * 0.9 : white * 0.1;
  if (closing.test(c)) return at.side === "right" ? white * 0.9 : white * 0.1;
  return white / 2;
}

/** Digits and letters are half width when they stand close to their like. */
function isNarrowRun(i: number, rects: readonly Rect[], text: readonly string[]): boolean {
  const em = emOf(rects);
  const middle = (r: Rect): number => r.x + r.width / 2;
  const here = rects[i];
  if (!here) return false;
  const near = [i - 1, i + 1].flatMap((k) => {
    const other = rects[k];
    return other && narrow.test(text[k] ?? "") ? [Math.abs(middle(other) - middle(here))] : [];
  });
  return near.length === 0 ? here.width < 0.5 * em : Math.min(...near) < 0.75 * em;
}

/** True when some ink is much wider than one character: the reader skipped one. */
export function hasSkippedInk(rects: readonly Rect[]): boolean {
  const em = emOf(rects);
  return rects.some((r) => r.width > 1.25 * em);
}

export type KanaSize = "large" | "small" | "unclear";

/**
 * For every character that exists in both sizes, which of them the paper shows; null for all others. The em
 * comes from the other kana of the line, whose heights are known from many fonts.
 */
export function kanaSizes(text: readonly string[], rects: readonly Rect[]): (KanaSize | null)[] {
  const em = kanaEm(text, rects);
  return text.map((c, i) => {
    const large = smallOfLarge[c] ? c : largeOfSmall[c];
    const rect = rects[i];
    if (!large || !rect) return null;
    if (em === null) return "unclear";
    return sizeOf(large, rect.height / em);
  });
}

function sizeOf(large: string, height: number): KanaSize {
  const big = calibration.kanaHeights[large];
  const small = calibration.kanaHeights[smallOfLarge[large] ?? ""];
  if (big === undefined || small === undefined) return "unclear";
  const share = (height - small) / (big - small);
  if (share > 0.62) return "large";
  return share < 0.38 ? "small" : "unclear";
}

/** Median em over the kana of one size only; null when there are too few of them. */
function kanaEm(text: readonly string[], rects: readonly Rect[]): number | null {
  const ems = text.flatMap((c, i) => {
    const known = calibration.kanaHeights[c];
    const rect = rects[i];
    if (known === undefined || known < 0.4 || !rect || smallOfLarge[c] || largeOfSmall[c])
      return [];
    return [rect.height / known];
  });
  if (ems.length < 2) return null;
  ems.sort((a, b) => a - b);
  return ems[Math.floor(ems.length / 2)] ?? null;
}
