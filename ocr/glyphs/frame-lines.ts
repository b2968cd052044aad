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
  const dead = new Uint8Array(map.ink.length);
  for (const line of lines) markLine(map.ink, line, dead);
  for (let i = 0; i < dead.length; i++) if (dead[i] === 1) map.ink[i] = 0;
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

function markLine(ink: Uint8Array, line: Line, dead: Uint8Array): void {
  const row = findRow(ink, line);
  if (row === null) return;
  const runs = Array.from({ length: line.alongEnd }, (_, q) => runAt(ink, line, { row, q }));
  const inside = runs.slice(Math.max(0, Math.round(line.span.from)), Math.round(line.span.to));
  const widths = inside.flatMap((run) => (run ? [widthOf(run)] : [])).sort((a, b) => a - b);
  const thick = widths[Math.floor(FREE * widths.length)] ?? 0;
  for (const [q, run] of runs.entries()) {
    if (!run || widthOf(run) > thick + SLACK) continue;
    const end = Math.min(line.acrossEnd - 1, run.last + 1);
    for (let p = Math.max(0, run.first - 1); p <= end; p++) {
      dead[q * line.alongStep + p * line.acrossStep] = 1;
    }
  }
}

interface Run {
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
  const isInk = (p: number): boolean =>
    (ink[q * line.alongStep + p * line.acrossStep] ?? 0) >= STROKE;
  let first = Math.max(0, row - 2);
  const end = Math.min(line.acrossEnd - 1, row + 2);
  while (first <= end && !isInk(first)) first++;
  if (first > end) return null;
  let last = first;
  while (first > 0 && isInk(first - 1)) first--;
  while (last < line.acrossEnd - 1 && isInk(last + 1)) last++;
  return { first, last };
}
