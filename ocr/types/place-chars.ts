/** Finds the ink of every character of a read line: readers only say roughly where a character stands. */
import type { Grey, Rect } from "../image/grey.ts";
import type { ReadChar } from "./read-lines.ts";

/** Ink at or below this on a stretched line. */
const INK = 140;

interface Run {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

/**
 * Rectangles of ink, one per character, in order. Every piece of ink belongs to exactly one character, so a
 * character that the reader skipped shows as a neighbour that is too wide. Null when glyphs touch and the
 * line has fewer pieces than characters, or a character has no place.
 */
export function placeChars(chars: readonly ReadChar[], line: Grey): Rect[] | null {
  const runs = inkRuns(line);
  if (chars.length === 0 || runs.length < chars.length) return null;
  const centres = chars.map((c) => (c.box ? c.box.x + c.box.width / 2 : Number.NaN));
  if (centres.some(Number.isNaN)) return null;
  return group(runs, centres).map((r) => rowsOf(line, r));
}

/** Maximal runs of columns with ink; single-pixel gaps do not part them. */
function inkRuns(line: Grey): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < line.width; x++) {
    if (!columnHasInk(line, x)) continue;
    const last = runs.at(-1);
    if (last && x - last.to <= 2) runs[runs.length - 1] = { from: last.from, to: x };
    else runs.push({ from: x, to: x });
  }
  return runs.filter((r) => r.to - r.from >= 1);
}

function columnHasInk(line: Grey, x: number): boolean {
  for (let p = x; p < line.data.length; p += line.width)
    if ((line.data[p] ?? 255) <= INK) return true;
  return false;
}

/** A glyph has at most this many pieces side by side (儿, ハ, 川, 心). */
const MOST_PIECES = 5;

/** Cheapest way to give consecutive runs to consecutive characters; the cost is how far centres lie apart. */
function group(runs: readonly Run[], centres: readonly number[]): Run[] {
  const n = centres.length;
  const m = runs.length;
  const cost: number[][] = [Array<number>(m + 1).fill(Number.POSITIVE_INFINITY)];
  const back: number[][] = [];
  (cost[0] as number[])[0] = 0;
  for (let i = 1; i <= n; i++) {
    const row = Array<number>(m + 1).fill(Number.POSITIVE_INFINITY);
    const from = Array<number>(m + 1).fill(0);
    for (let k = 1; k <= m; k++) {
      for (let size = 1; size <= Math.min(MOST_PIECES, k); size++) {
        const joined = span(runs, k - size, k - 1);
        const total =
          (cost[i - 1]?.[k - size] ?? Number.POSITIVE_INFINITY) +
          misfit(joined, centres[i - 1] ?? 0);
        if (total < (row[k] ?? 0)) {
          row[k] = total;
          from[k] = size;
        }
      }
    }
    cost.push(row);
    back.push(from);
  }
  return Number.isFinite(cost[n]?.[m]) ? walkBack(runs, back) : [];
}

function misfit(run: Run, centre: number): number {
  return ((run.from + run.to) / 2 - centre) ** 2 + 0.15 * (run.to - run.from) ** 2;
}

function span(runs: readonly Run[], first: number, last: number): Run {
  return { from: runs[first]?.from ?? 0, to: runs[last]?.to ?? 0 };
}

function walkBack(runs: readonly Run[], back: readonly (readonly number[])[]): Run[] {
  const out: Run[] = [];
  let k = runs.length;
  for (let i = back.length - 1; i >= 0; i--) {
    const size = back[i]?.[k] ?? 1;
    out.unshift(span(runs, k - size, k - 1));
    k -= size;
  }
  return out;
}

function rowsOf(line: Grey, run: Run): Rect {
  let top = line.height;
  let low = -1;
  for (let y = 0; y < line.height; y++) {
    for (let x = run.from; x <= run.to; x++) {
      if ((line.data[y * line.width + x] ?? 255) > INK) continue;
      top = Math.min(top, y);
      low = y;
      break;
    }
  }
  return { x: run.from, y: top, width: run.to - run.from + 1, height: Math.max(1, low - top + 1) };
}
