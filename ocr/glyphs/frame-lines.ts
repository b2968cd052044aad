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

/**
 * This share of a line's runs is no thicker than the line itself, as a rule; where the bar of a 7 lies on nearly all of it,
 * at least the smaller share.
 */
const FREE = { asRule: 0.25, atLeast: 0.08 } as const;

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
    const pieces = found[i];
    if (pieces) erase(map.ink, line, pieces);
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

/** Ink across a line at each place along it: first and last pixel, -1 where there is none. Typed: this runs for every box. */
interface Pieces {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The runs across a line that are as thin as it is; null when there is no line. */
function linePieces(ink: Uint8Array, line: Line): Pieces | null {
  const row = findRow(ink, line);
  if (row === null) return null;
  const first = new Int32Array(line.alongEnd).fill(-1);
  const last = new Int32Array(line.alongEnd);
  for (let q = 0; q < line.alongEnd; q++) findRun({ first, last }, q, { ink, line, row });
  const most = thicknessOf({ first, last }, line) + SLACK;
  for (let q = 0; q < first.length; q++) {
    if ((last[q] ?? 0) - (first[q] ?? 0) >= most) first[q] = -1;
  }
  return { first, last };
}

/** How thick the line is, from its runs between the corners. */
function thicknessOf({ first, last }: Pieces, { span, acrossEnd }: Line): number {
  const counts = new Uint32Array(acrossEnd + 1);
  let total = 0;
  const end = Math.min(first.length, span.to);
  for (let q = Math.max(0, Math.ceil(span.from)); q < end; q++) {
    const from = first[q] ?? -1;
    if (from < 0) continue;
    const width = (last[q] ?? 0) - from + 1;
    counts[width] = (counts[width] ?? 0) + 1;
    total++;
  }
  const usual = widthAt(counts, FREE.asRule * total);
  const slim = widthAt(counts, FREE.atLeast * total);
  // A thick frame is thick all along: a thin piece of it means that the rest is a stroke.
  return usual - slim > SLACK ? slim : usual;
}

/** The width of the run that comes after `rank` thinner ones. */
function widthAt(counts: Uint32Array, rank: number): number {
  let left = Math.floor(rank);
  for (let width = 0; width < counts.length; width++) {
    left -= counts[width] ?? 0;
    if (left < 0) return width;
  }
  return 0;
}

/** With one pixel of the blurred rim on each side. */
function erase(ink: Uint8Array, line: Line, { first, last }: Pieces): void {
  for (let q = 0; q < first.length; q++) {
    const from = first[q] ?? -1;
    if (from < 0) continue;
    const end = Math.min(line.acrossEnd - 1, (last[q] ?? 0) + 1);
    for (let p = Math.max(0, from - 1); p <= end; p++) {
      ink[q * line.alongStep + p * line.acrossStep] = 0;
    }
  }
}

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
function findRun(
  pieces: Pieces,
  q: number,
  { ink, line, row }: { ink: Uint8Array; line: Line; row: number },
): void {
  const { acrossStep: step } = line;
  const base = q * line.alongStep;
  const end = Math.min(line.acrossEnd - 1, row + 2);
  let first = Math.max(0, row - 2);
  while (first <= end && (ink[base + first * step] ?? 0) < STROKE) first++;
  if (first > end) return;
  let last = first;
  while (first > 0 && (ink[base + (first - 1) * step] ?? 0) >= STROKE) first--;
  while (last < line.acrossEnd - 1 && (ink[base + (last + 1) * step] ?? 0) >= STROKE) last++;
  pieces.first[q] = first;
  pieces.last[q] = last;
}
