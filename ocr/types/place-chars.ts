/** Finds the ink of every character of a read line: readers only say roughly where a character stands. */
import type { Grey, Rect } from "../image/grey.ts";
import { LINE_MARGIN } from "../image/ink.ts";
import type { ReadChar } from "./read-lines.ts";

/** Ink at or below this on a stretched line: light enough for the thin strokes of a faded 明朝. */
const INK = 185;

interface Run {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

/** Letters, digits and signs that may be half an em wide. */
export const isNarrow = (c: string): boolean => /^[\u0020-\u007e]$/u.test(c);

/**
 * Rectangles of ink, one per character, in order. Every piece of ink belongs to exactly one character, so a
 * character that the reader skipped shows as a neighbour that is too wide. Null when glyphs touch and the
 * line has fewer pieces than characters, or the reader gave no places.
 */
export function placeChars(chars: readonly ReadChar[], line: Grey): Rect[] | null {
  const em = (line.height - 2 * LINE_MARGIN) / 0.93;
  const runs = inkRuns(line, em);
  if (chars.length === 0 || runs.length < chars.length) return null;
  const wanted: Wanted[] = [];
  for (const c of chars) {
    if (!c.box) return null;
    wanted.push({ centre: c.box.x + c.box.width / 2, narrow: isNarrow(c.text), em });
  }
  const groups = assign(runs, wanted);
  return groups === null ? null : groups.map((r) => rowsOf(line, r));
}

/** Less ink than this share of the square of the line's height is a speck; a hyphen or comma has 0.03. */
const SPECK = 0.02;

/** Pieces of ink that stand side by side: at least so many signs were written, digits that touch count once. */
export function countPieces(line: Grey): number {
  const ink = columnInk(line);
  const least = SPECK * (line.height - 2 * LINE_MARGIN) ** 2;
  let [count, sum] = [0, 0];
  for (let x = 0; x <= line.width; x++) {
    const here = ink[x] ?? 0;
    if (here === 0 && sum >= least) count++;
    sum = here === 0 ? 0 : sum + here;
  }
  return count;
}

/** Stretches of columns with ink; those wider than one character are cut where they are thinnest. */
function inkRuns(line: Grey, em: number): Run[] {
  const ink = columnInk(line);
  const runs: Run[] = [];
  let from = -1;
  for (let x = 0; x <= line.width; x++) {
    const on = (ink[x] ?? 0) > 0;
    if (on && from < 0) from = x;
    if (on || from < 0) continue;
    if (x - from > 1) runs.push(...cutWide(ink, { from, to: x - 1 }, em));
    from = -1;
  }
  return runs;
}

/** Dark pixels per column. */
function columnInk(line: Grey): Uint16Array {
  const counts = new Uint16Array(line.width);
  for (let y = 0; y < line.height; y++) {
    for (let x = 0; x < line.width; x++) {
      if ((line.data[y * line.width + x] ?? 255) <= INK) counts[x] = (counts[x] ?? 0) + 1;
    }
  }
  return counts;
}

/** Neighbouring kanji of some faces touch: a piece too many does no harm, because pieces are joined again. */
function cutWide(ink: Uint16Array, run: Run, em: number): Run[] {
  const width = run.to - run.from + 1;
  if (width <= 1.12 * em) return [run];
  let cut = run.from + Math.round(0.7 * em);
  const last = Math.min(run.to - 2, run.from + Math.round(1.15 * em));
  for (let x = cut; x <= last; x++) if ((ink[x] ?? 0) < (ink[cut] ?? 0)) cut = x;
  return [{ from: run.from, to: cut }, ...cutWide(ink, { from: cut + 1, to: run.to }, em)];
}

interface Wanted {
  /** Where the reader saw the character; often half an em off. */
  readonly centre: number;
  readonly narrow: boolean;
  readonly em: number;
}

/** A glyph has at most this many pieces side by side (川, 州, and fragments of a poor print). */
const MOST_PIECES = 7;

interface State {
  readonly cost: number;
  /** Pieces of the last character. */
  readonly size: number;
  readonly before: State | null;
  readonly run: Run | null;
}

/** Cheapest way to give consecutive pieces of ink to consecutive characters. */
function assign(runs: readonly Run[], wanted: readonly Wanted[]): Run[] | null {
  // states[k] = best ways in which the characters so far take the first k pieces, one per last size.
  let states: State[][] = [[{ cost: 0, size: 0, before: null, run: null }]];
  for (const [i, want] of wanted.entries()) {
    const next: State[][] = [];
    const most = runs.length - (wanted.length - 1 - i);
    const pair = { want, last: wanted[i - 1] };
    for (let k = i + 1; k <= most; k++) next[k] = waysToEnd(runs, { k, states, pair });
    states = next;
  }
  const ends = [...(states[runs.length] ?? [])].sort((p, q) => p.cost - q.cost);
  return ends[0] ? walkBack(ends[0]) : null;
}

interface Pair {
  readonly want: Wanted;
  readonly last: Wanted | undefined;
}

/** Best ways in which one more character takes the pieces up to `k`. */
function waysToEnd(
  runs: readonly Run[],
  at: { k: number; states: readonly (readonly State[])[]; pair: Pair },
): State[] {
  const ways: State[] = [];
  for (let size = 1; size <= Math.min(MOST_PIECES, at.k); size++) {
    const run = { from: runs[at.k - size]?.from ?? 0, to: runs[at.k - 1]?.to ?? 0 };
    const best = cheapest(at.states[at.k - size] ?? [], { run, ...at.pair });
    if (best) ways.push({ ...best, size });
  }
  return ways;
}

function cheapest(
  before: readonly State[],
  step: { run: Run; want: Wanted; last: Wanted | undefined },
): Omit<State, "size"> | null {
  let best: Omit<State, "size"> | null = null;
  const own = misfit(step.run, step.want);
  for (const b of before) {
    const cost = b.cost + own + crowding(b.run, step);
    if (best === null || cost < best.cost) best = { cost, before: b, run: step.run };
  }
  return best;
}

const middle = (r: Run): number => (r.from + r.to) / 2;

/** In em²: too wide for one character counts most, distance from where the reader saw it counts little. */
function misfit(run: Run, want: Wanted): number {
  const width = (run.to - run.from + 1) / want.em;
  const over = Math.max(0, width - (want.narrow ? 0.75 : 1.06));
  const off = (middle(run) - want.centre) / want.em;
  return 12 * over ** 2 + 0.15 * off ** 2;
}

/** Neighbours closer than glyphs can stand are pieces of one glyph; a pitch near one em is the likeliest. */
function crowding(
  last: Run | null,
  step: { run: Run; want: Wanted; last: Wanted | undefined },
): number {
  if (last === null || !step.last) return 0;
  const apart = (middle(step.run) - middle(last)) / step.want.em;
  const narrow = step.want.narrow || step.last.narrow;
  const close = 4 * Math.max(0, (narrow ? 0.36 : 0.74) - apart) ** 2;
  return narrow ? close : close + 2 * Math.min(0.04, (apart - 1) ** 2);
}

function walkBack(end: State): Run[] {
  const out: Run[] = [];
  for (let s: State | null = end; s?.run; s = s.before) out.unshift(s.run);
  return out;
}

function rowsOf(line: Grey, run: Run): Rect {
  let top = line.height;
  let low = -1;
  for (let y = 0; y < line.height; y++) {
    const row = line.data.subarray(y * line.width + run.from, y * line.width + run.to + 1);
    if (!row.some((v) => v <= INK)) continue;
    top = Math.min(top, y);
    low = y;
  }
  return { x: run.from, y: top, width: run.to - run.from + 1, height: Math.max(1, low - top + 1) };
}
