/**
 * Erases the printed lines of a box where the form says that they are, and no stroke: only runs across the line that are as
 * thin as the line itself. "A long dark row near the edge is a line" would eat the bar of 7 and the foot of 2.
 */
import type { Rect } from "../image/grey.ts";
import { type InkMap, STROKE } from "./ink-map.ts";

/** A line may lie this far from where the form says (0.7 mm at 300 dpi). */
const TOLERANCE = 8;

/** Share of the frame's side that must be dark for a row to be a line. */
const DARK = 0.62;

/** At least this share of a line is crossed or touched by no stroke: its runs there tell how thick it is. */
const FREE = 0.25;

/** Runs across the line that are this much thicker are strokes. */
const SLACK = 2;

/** Mutates `map`: the lines become paper. */
export function eraseFrame(map: InkMap, frame: Rect): void {
  const right = frame.x + frame.width;
  const low = frame.y + frame.height;
  const across = { from: frame.x + 2, to: right - 2 };
  const down = { from: frame.y + 2, to: low - 2 };
  const lines = [
    { ...axis(map, "upright"), at: frame.x, span: down },
    { ...axis(map, "upright"), at: right, span: down },
    { ...axis(map, "level"), at: frame.y, span: across },
    { ...axis(map, "level"), at: low, span: across },
  ];
  // All lines are measured before one is erased: at the corners they cross.
  const found = lines.map((line) => linePieces(map.ink, line));
  for (const [i, line] of lines.entries()) {
    for (const piece of found[i] ?? []) erase(map.ink, line, piece);
  }
}

/** Walking along a line (`along`) and across it, whichever way it runs. */
interface Line {
  readonly alongStep: number;
  readonly alongEnd: number;
  readonly acrossStep: number;
  readonly acrossEnd: number;
  readonly at: number;
  /** The part of the line between the corners. */
  readonly span: { readonly from: number; readonly to: number };
}

type Axis = Pick<Line, "alongStep" | "alongEnd" | "acrossStep" | "acrossEnd">;

function axis({ width, height }: InkMap, way: "upright" | "level"): Axis {
  return way === "upright"
    ? { alongStep: width, alongEnd: height, acrossStep: 1, acrossEnd: width }
    : { alongStep: 1, alongEnd: width, acrossStep: width, acrossEnd: height };
}

/** The runs across a line that are as thin as it is. */
function linePieces(ink: Uint8Array, line: Line): Run[] {
  const row = findRow(ink, line);
  if (row === null) return [];
  const runs: Run[] = [];
  for (let q = 0; q < line.alongEnd; q++) {
    const run = runAt(ink, line, { row, q });
    if (run) runs.push(run);
  }
  const widths = runs
    .filter(({ q }) => q >= line.span.from && q < line.span.to)
    .map(widthOf)
    .sort((a, b) => a - b);
  const thick = widths[Math.floor(FREE * widths.length)] ?? 0;
  return runs.filter((run) => widthOf(run) <= thick + SLACK);
}

/** With one pixel of the blurred rim on each side. */
function erase(ink: Uint8Array, line: Line, { q, first, last }: Run): void {
  const end = Math.min(line.acrossEnd - 1, last + 1);
  for (let p = Math.max(0, first - 1); p <= end; p++) {
    ink[q * line.alongStep + p * line.acrossStep] = 0;
  }
}

/** Ink across a line, at one place along it. */
interface Run {
  readonly q: number;
  readonly first: number;
  readonly last: number;
}

const widthOf = (run: Run): number => run.last - run.first + 1;

/** The darkest row near the line's place, or null when none is dark enough to be a line. */
function findRow(ink: Uint8Array, line: Line): number | null {
  let best: number | null = null;
  let most = DARK;
  const end = Math.min(line.acrossEnd - 1, Math.round(line.at) + TOLERANCE);
  for (let p = Math.max(0, Math.round(line.at) - TOLERANCE); p <= end; p++) {
    const dark = darkShare(ink, line, p);
    if (dark > most) [most, best] = [dark, p];
  }
  return best;
}

function darkShare(ink: Uint8Array, line: Line, p: number): number {
  const from = Math.max(0, Math.round(line.span.from));
  const to = Math.min(line.alongEnd, Math.round(line.span.to));
  let dark = 0;
  for (let q = from; q < to; q++) {
    if ((ink[q * line.alongStep + p * line.acrossStep] ?? 0) >= STROKE) dark++;
  }
  return to > from ? dark / (to - from) : 0;
}

/** The dark run across the line at `q`, within two pixels of its darkest row; it goes on as far as the ink does. */
function runAt(ink: Uint8Array, line: Line, { row, q }: { row: number; q: number }): Run | null {
  const { acrossStep: step } = line;
  const base = q * line.alongStep;
  const end = Math.min(line.acrossEnd - 1, row + 2);
  let first = Math.max(0, row - 2);
  while (first <= end && (ink[base + first * step] ?? 0) < STROKE) first++;
  if (first > end) return null;
  let last = first;
  while (first > 0 && (ink[base + (first - 1) * step] ?? 0) >= STROKE) first--;
  while (last < line.acrossEnd - 1 && (ink[base + (last + 1) * step] ?? 0) >= STROKE) last++;
  return { q, first, last };
}
