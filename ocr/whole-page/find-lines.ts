/** Finds lines of text on a page without its rules: letters side by side that no rule divides. */
import { type Blob, darkBlobs } from "../image/components.ts";
import { cut, type Grey, type Rect } from "../image/grey.ts";
import { DUST_AREA, inkShare } from "../image/ink.ts";
import type { RuledPage } from "./erase-rules.ts";
import { findTickBoxes, type TickBox, withoutTickBoxes } from "./tick-boxes.ts";

/** Room between two letters of one line, as a share of the line's height: 「氏　　名」 has two blanks. */
const GAP = 1.7;

/** Pixels at 300 dpi: smaller is dust, larger a picture or a seal. */
const SIZE = { least: 9, most: 170 } as const;

/** Filled squares this large are marks of a form, no letters. */
const SOLID_AREA = 900;

interface Group {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  readonly count: number;
}

export interface FoundLines {
  /** The page without rules and boxes to tick. */
  readonly picture: Grey;
  readonly boxes: readonly Rect[];
  readonly ticks: readonly TickBox[];
}

/** Dark share of a line of text: two dense kanji of a coarse scan (種別) have more than codes and pictures, which are higher. */
const MOST_INK = { line: 0.52, high: 0.42 } as const;

/** Lines up to this height (pixels) are text by their height alone. */
const TEXT_HEIGHT = 70;

/** Boxes of the lines in reading order: from top to bottom, and from left to right within a row. */
export function findLines(page: RuledPage, threshold: number): FoundLines {
  const all = darkBlobs(page.picture, threshold);
  const ticks = findTickBoxes(page.picture, all, threshold);
  const cleaned = withoutTickBoxes(page, ticks);
  const blobs = (ticks.length > 0 ? darkBlobs(cleaned.picture, threshold) : all).filter(isInk);
  const parts = joinParts(blobs.map(groupOf));
  const letters = parts.filter((g) => Math.max(height(g), wide(g)) >= SIZE.least);
  const lines = joinBoxes(joinAcross(letters, cleaned));
  const high = lines.filter((l) => height(l) >= 2 * SIZE.least).map(rectOf);
  const text = high.filter((r) => {
    const most = r.height > TEXT_HEIGHT ? MOST_INK.high : MOST_INK.line;
    return inkShare(cut(page.picture, r), threshold) < most;
  });
  return { picture: cleaned.picture, boxes: inReadingOrder(text), ticks };
}

const height = (g: Group): number => g.y1 - g.y0 + 1;
const wide = (g: Group): number => g.x1 - g.x0 + 1;
const groupOf = (b: Blob): Group => ({ x0: b.x0, y0: b.y0, x1: b.x1, y1: b.y1, count: 1 });
const rectOf = (g: Group): Rect => ({ x: g.x0, y: g.y0, width: wide(g), height: height(g) });

function isInk(b: Blob): boolean {
  const long = Math.max(b.x1 - b.x0, b.y1 - b.y0) + 1;
  const solid = b.area > 0.7 * (b.x1 - b.x0 + 1) * (b.y1 - b.y0 + 1) && b.area > SOLID_AREA;
  return b.area >= DUST_AREA && long <= SIZE.most && !solid;
}

function merged(a: Group, b: Group): Group {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
    count: a.count + b.count,
  };
}

const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.min(a1, b1) - Math.max(a0, b0) + 1;

/** Strokes of one character that lie over each other (二, ボ, 言) become one group. */
function joinParts(parts: readonly Group[]): Group[] {
  const done: Group[] = [];
  for (const part of [...parts].sort((a, b) => a.x0 - b.x0)) {
    let now = part;
    for (let i = done.length - 1; i >= 0 && done.length - i < 60; i--) {
      const other = done[i];
      if (!other || !isSameLetter(other, now)) continue;
      now = merged(other, now);
      done.splice(i, 1);
    }
    done.push(now);
  }
  return done;
}

function isSameLetter(a: Group, b: Group): boolean {
  const both = overlap(a.x0, a.x1, b.x0, b.x1);
  if (both < 0.5 * Math.min(wide(a), wide(b))) return false;
  const gap = -overlap(a.y0, a.y1, b.y0, b.y1);
  const size = Math.max(wide(a), wide(b), height(a), height(b));
  const tall = Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0) + 1;
  return gap < 0.4 * size && tall <= 1.25 * Math.max(size, 24);
}

/** Letters of one row from left to right, as long as neither a rule nor too much room lies between. */
function joinAcross(letters: readonly Group[], page: RuledPage): Group[] {
  const lines: Group[] = [];
  for (const letter of [...letters].sort((a, b) => a.x0 - b.x0)) {
    const at = lines.findLastIndex((line) => continues(line, letter, page));
    const line = lines[at];
    if (line) lines[at] = merged(line, letter);
    else lines.push(letter);
  }
  return joinFragments(lines);
}

function continues(line: Group, letter: Group, page: RuledPage): boolean {
  const low = Math.min(height(line), height(letter));
  const tall = Math.max(height(line), height(letter));
  if (overlap(line.y0, line.y1, letter.y0, letter.y1) < 0.5 * low) return false;
  // A letter that is much taller than the line belongs to a title beside it.
  if (low < 0.3 * tall && low > 2 * SIZE.least) return false;
  const gap = letter.x0 - line.x1;
  if (gap > GAP * tall) return false;
  return !isDivided(page, { from: line.x1, to: letter.x0, y: middle(line, letter) });
}

const middle = (a: Group, b: Group): number =>
  Math.round((Math.max(a.y0, b.y0) + Math.min(a.y1, b.y1)) / 2);

function isDivided(
  { picture, rules }: RuledPage,
  at: { from: number; to: number; y: number },
): boolean {
  const row = at.y * picture.width;
  for (let x = at.from; x <= at.to; x++) if (rules[row + x] === 1) return true;
  return false;
}

/** Dots and bars that were left over (the ﾞ of ボ, 、) join the line that they touch. */
function joinFragments(lines: readonly Group[]): Group[] {
  const whole = lines.filter((l) => height(l) > 2 * SIZE.least);
  const rest = lines.filter((l) => height(l) <= 2 * SIZE.least);
  for (const small of rest) {
    const reach = 6;
    const at = whole.findIndex(
      (l) =>
        overlap(l.x0 - reach, l.x1 + reach, small.x0, small.x1) > 0 &&
        overlap(l.y0 - reach, l.y1 + reach, small.y0, small.y1) > 0,
    );
    const line = whole[at];
    if (line) whole[at] = merged(line, small);
    // A lone ー is as thin as this; a line of nothing else is no line.
  }
  return whole;
}

/** Pixels from the middle of one box to the next: 4–12 mm. */
const PITCH = { least: 46, most: 145 } as const;

/** One character each in boxes of equal pitch (口座番号) is one line. */
function joinBoxes(lines: readonly Group[]): Group[] {
  const single = (g: Group): boolean => g.count <= 4 && wide(g) < 1.4 * height(g) + 10;
  const rows: Group[][] = [];
  for (const line of [...lines].sort((a, b) => a.x0 - b.x0)) {
    const row = single(line) ? rows.find((r) => isNextBox(r, line, single)) : undefined;
    if (row) row.push(line);
    else rows.push([line]);
  }
  const least = 3;
  return rows.flatMap((row) => (row.length >= least ? [row.reduce(merged)] : row));
}

function isNextBox(row: readonly Group[], next: Group, single: (g: Group) => boolean): boolean {
  const last = row.at(-1);
  const before = row.at(-2);
  if (!last || !single(last)) return false;
  if (overlap(last.y0, last.y1, next.y0, next.y1) < 0.6 * Math.min(height(last), height(next))) {
    return false;
  }
  const pitch = centre(next) - centre(last);
  if (pitch < PITCH.least || pitch > PITCH.most) return false;
  return !before || Math.abs(pitch - (centre(last) - centre(before))) < 0.3 * pitch;
}

const centre = (g: Group): number => (g.x0 + g.x1) / 2;

/** Rows are told by their middles; within a row from left to right. */
export function inReadingOrder(boxes: readonly Rect[]): Rect[] {
  const mid = (r: Rect): number => r.y + r.height / 2;
  const rows: Rect[][] = [];
  for (const box of [...boxes].sort((a, b) => mid(a) - mid(b))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row &&
      first &&
      Math.abs(mid(box) - mid(first)) < 0.5 * Math.max(first.height, box.height)
    ) {
      row.push(box);
    } else rows.push([box]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x));
}
