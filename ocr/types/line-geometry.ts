/** What the shape of a line says beyond the text: blanks between words, skipped characters, small kana. */

import { shapes } from "../calibration.ts";
import type { Rect } from "../image/grey.ts";
import { largeOfSmall, levelStrokes, smallOfLarge } from "./kana.ja.ts";
import { isNarrow } from "./place-chars.ts";

const kanji = /\p{Script=Han}/u;

export type Blank = "none" | "blank" | "unclear";

/** Room beyond the normal pitch, in em, that rules a blank out or makes it sure; blanks have 0.25 to 1 em. */
const ROOM = {
  /** Between two full-width characters. */
  wide: { none: 0.13, sure: 0.18 },
  /** Where a digit, letter or sign is involved, whose advance is less certain. */
  mixed: { none: 0.17, sure: 0.24 },
  narrow: { none: 0.3, sure: 0.4 },
} as const;

/** On a coarse scan ink stands up to a pixel and a half beside its place: so much more room makes a blank sure. */
const COARSE_ROOM = 0.12;

/** Ink of one full-width character is at most this wide, in em; wider ink holds a stroke of its neighbour (谷川). */
const WIDEST_INK = 1.1;

/** Kanji fill their em: without a blank the paper between two of them is narrower than this, in em. */
const WIDEST_GAP = 0.4;

/** Brackets and points fill only one half of their em. */
const lopsided: Readonly<Record<string, number>> = {
  "(": 0.2,
  "（": 0.25,
  "「": 0.2,
  ")": -0.2,
  "）": -0.25,
};

/** Em of the line in pixels: the usual distance of full-width neighbours, or else from the tallest ink. */
export function emOf(text: readonly string[], rects: readonly Rect[]): number {
  const tallest = Math.max(12, ...rects.map((r) => r.height)) / 0.93;
  const pitches = rects.slice(1).flatMap((r, i) => {
    const left = rects[i] ?? r;
    if (isNarrow(text[i] ?? "") || isNarrow(text[i + 1] ?? "")) return [];
    const pitch = centreOf(r, text[i + 1] ?? "", tallest) - centreOf(left, text[i] ?? "", tallest);
    return pitch > 0.8 * tallest && pitch < 1.5 * tallest ? [pitch] : [];
  });
  if (pitches.length < 3) return tallest;
  pitches.sort((a, b) => a - b);
  // Some distances hold a blank: the usual one is the lower third.
  return pitches[Math.floor((pitches.length - 1) * 0.35)] ?? tallest;
}

/** Middle of the character's em square: kana and brackets lie beside the middle of their ink. */
function centreOf(rect: Rect, c: string, em: number): number {
  const shift = shapes.kanaShifts[c] ?? lopsided[c] ?? 0;
  return rect.x + rect.width / 2 - shift * em;
}

/** What stands between two characters; `room` = the distance beyond the normal pitch, in em. */
export interface Gap {
  readonly blank: Blank;
  readonly room: number;
}

/** Gap after each character but the last. */
export function gapsOf(text: readonly string[], rects: readonly Rect[], coarse: boolean): Gap[] {
  const em = emOf(text, rects);
  const advance = text.map((c, i) =>
    isNarrow(c) && isHalfWidth(i, { text, rects, em }) ? 0.53 : 1,
  );
  return rects.slice(1).map((right, i) => {
    const left = rects[i] ?? right;
    const [a, b] = [text[i] ?? "", text[i + 1] ?? ""];
    const pitch = (centreOf(right, b, em) - centreOf(left, a, em)) / em;
    const room = pitch - ((advance[i] ?? 1) + (advance[i + 1] ?? 1)) / 2;
    const limit = limitFor(isNarrow(a), isNarrow(b));
    if (room >= limit.sure + (coarse ? COARSE_ROOM : 0)) return { blank: "blank", room };
    const plain = room <= limit.none && !isAmiss({ a, b, left, right }, em);
    return { blank: plain ? "none" : "unclear", room };
  });
}

/** True when the ink says otherwise than the places: a stroke went to the wrong neighbour, or a gap too wide for none. */
function isAmiss(pair: { a: string; b: string; left: Rect; right: Rect }, em: number): boolean {
  const { a, b, left, right } = pair;
  const swollen = (c: string, r: Rect): boolean => !isNarrow(c) && r.width > WIDEST_INK * em;
  if (swollen(a, left) || swollen(b, right)) return true;
  return kanji.test(a) && kanji.test(b) && right.x - left.x - left.width > WIDEST_GAP * em;
}

function limitFor(left: boolean, right: boolean): { none: number; sure: number } {
  if (left && right) return ROOM.narrow;
  return left || right ? ROOM.mixed : ROOM.wide;
}

/** Digits and letters are half width when they stand close to their like. */
function isHalfWidth(
  i: number,
  line: { text: readonly string[]; rects: readonly Rect[]; em: number },
): boolean {
  const middle = (r: Rect): number => r.x + r.width / 2;
  const here = line.rects[i];
  if (!here) return false;
  const near = [i - 1, i + 1].flatMap((k) => {
    const other = line.rects[k];
    return other && isNarrow(line.text[k] ?? "") ? [Math.abs(middle(other) - middle(here))] : [];
  });
  return near.length === 0 || Math.min(...near) < 0.78 * line.em;
}

/** True when some ink is much wider than its character: the reader skipped one. */
export function hasSkippedInk(text: readonly string[], rects: readonly Rect[]): boolean {
  const em = emOf(text, rects);
  return rects.some((r, i) => r.width > (isNarrow(text[i] ?? "") ? 0.9 : 1.2) * em);
}

/** True when two full-width characters stand closer than they can: the reader doubled one. */
export function isCrowded(text: readonly string[], rects: readonly Rect[]): boolean {
  const em = emOf(text, rects);
  return rects.slice(1).some((r, i) => {
    const left = rects[i];
    if (!left || isNarrow(text[i] ?? "") || isNarrow(text[i + 1] ?? "")) return false;
    return r.x + r.width / 2 - (left.x + left.width / 2) < 0.6 * em;
  });
}

/** How much of an em a sign of one level stroke can be high. */
const LEVEL_HEIGHT = 0.4;

/** True when a sign of one stroke stands where there is ink of two: a thin 二 is read as 一 or - by every reader. */
export function hasTallDash(text: readonly string[], rects: readonly Rect[]): boolean {
  const em = emOf(text, rects);
  return rects.some(
    (r, i) => levelStrokes.includes(text[i] ?? "#") && r.height > LEVEL_HEIGHT * em,
  );
}

export type KanaSize = "large" | "small" | "unclear";

/**
 * For every character that exists in both sizes, which of them the paper shows; null for all others. The em
 * comes from the other kana of the line, whose sizes are known from many fonts.
 */
export function kanaSizes(text: readonly string[], rects: readonly Rect[]): (KanaSize | null)[] {
  const em = kanaEm(text, rects);
  return text.map((c, i) => {
    const large = smallOfLarge[c] ? c : largeOfSmall[c];
    const rect = rects[i];
    if (!large || !rect) return null;
    if (em === null) return "unclear";
    return sizeOf(large, inkSize(rect) / em);
  });
}

/** Height alone would not do: in some faces a large ヨ is hardly higher than a small one of another. */
const inkSize = (r: Rect): number => Math.sqrt(r.width * r.height);

function sizeOf(large: string, size: number): KanaSize {
  const big = shapes.kanaSizes[large];
  const small = shapes.kanaSizes[smallOfLarge[large] ?? ""];
  if (big === undefined || small === undefined) return "unclear";
  const share = (size - small) / (big - small);
  // Over ten faces large kana have 0.76 or more and small ones 0.31 or less.
  if (share > 0.62) return "large";
  return share < 0.45 ? "small" : "unclear";
}

/** Median em over the kana of one size only; null when there are too few of them. */
function kanaEm(text: readonly string[], rects: readonly Rect[]): number | null {
  const ems = text.flatMap((c, i) => {
    const known = shapes.kanaSizes[c];
    const rect = rects[i];
    if (known === undefined || known < 0.4 || !rect || smallOfLarge[c] || largeOfSmall[c])
      return [];
    return [inkSize(rect) / known];
  });
  if (ems.length < 2) return null;
  ems.sort((a, b) => a - b);
  return ems[Math.floor(ems.length / 2)] ?? null;
}
