/**
 * Erases the printed lines of a box where the form says that they are, and no stroke: only runs across the line that are as
 * thin as the line itself. "A long dark row near the edge is a line" would eat the bar of 7 and the foot of 2.
 */
import type { Rect } from "../image/grey.ts";
import { findRow, type Line } from "./frame-rows.ts";
import { type InkMap, STROKE } from "./ink-map.ts";

/** Ink from which on a pixel may belong to a line: that of a stroke, else that of a frame much paler than the pen. */
const LEVELS = [STROKE, STROKE / 2] as const;

/**
 * This share of a line's runs is no thicker than the line itself, as a rule; where the bar of a 7 lies on nearly all of it,
 * at least the smaller share.
 */
const FREE = { asRule: 0.25, atLeast: 0.08 } as const;

/** Runs across the line that are this much thicker are strokes. */
const SLACK = 2;

/** The blur of a scan reaches this far beyond a line. */
const RIM = 3;

/** A line that does not reach the corners (round ones, or a fax that broke it) is at most this thick: else it is a stroke. */
const THIN = 4;

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
  const [left, far, top, foot] = found.map((pieces, i) => breadthOf(pieces, lines[i]));
  for (const upright of [left, far]) {
    for (const level of [top, foot]) if (upright && level) eraseCrossing(map, upright, level);
  }
}

interface Breadth {
  readonly from: number;
  readonly to: number;
}

/** What a line takes across it, from corner to corner; null where there is none. */
function breadthOf(pieces: Pieces | null, line: Line | undefined): Breadth | null {
  if (!pieces || !line) return null;
  let [from, to] = [line.acrossEnd, -1];
  const end = Math.min(pieces.first.length, line.span.to);
  for (let q = Math.max(0, Math.ceil(line.span.from)); q < end; q++) {
    const first = pieces.first[q] ?? -1;
    if (first < 0) continue;
    [from, to] = [Math.min(from, first), Math.max(to, pieces.last[q] ?? first)];
  }
  return to < 0 ? null : { from, to };
}

/** Where two lines cross, neither is as thin as itself: that square would be left as a speck. */
function eraseCrossing({ ink, width, height }: InkMap, upright: Breadth, level: Breadth): void {
  const [x0, x1] = [Math.max(0, upright.from - RIM), Math.min(width, upright.to + RIM + 1)];
  const low = Math.min(height, level.to + RIM + 1);
  for (let y = Math.max(0, level.from - RIM); y < low; y++)
    ink.fill(0, y * width + x0, y * width + x1);
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
  /** Ink of what counts as dark here. */
  readonly level: number;
}

/** The runs across a line that are as thin as it is; null when there is no line. */
function linePieces(ink: Uint8Array, line: Line): Pieces | null {
  for (const whole of [true, false]) {
    for (const level of LEVELS) {
      const row = findRow(ink, line, { level, whole });
      if (row !== null) return piecesAt(ink, line, { row, level, whole });
    }
  }
  return null;
}

function piecesAt(
  ink: Uint8Array,
  line: Line,
  { row, level, whole }: { row: number; level: number; whole: boolean },
): Pieces | null {
  const first = new Int32Array(line.alongEnd).fill(-1);
  const last = new Int32Array(line.alongEnd);
  const pieces: Pieces = { first, last, level };
  findRuns(pieces, { ink, line, row: row | 0 });
  const thickness = thicknessOf(pieces, line);
  if (!whole && thickness > THIN) return null;
  const most = thickness + SLACK;
  for (let q = 0; q < first.length; q++) {
    if ((last[q] ?? 0) - (first[q] ?? 0) >= most) first[q] = -1;
  }
  return pieces;
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

/** With its blurred rim. */
function erase(ink: Uint8Array, line: Line, { first, last, level }: Pieces): void {
  const step = line.acrossStep | 0;
  const along = line.alongStep | 0;
  const end = (line.acrossEnd * step) | 0;
  for (let q = 0; q < first.length; q++) {
    const from = (first[q] ?? -1) | 0;
    if (from < 0) continue;
    const base = Math.imul(q, along);
    const to = (last[q] ?? from) | 0;
    const stop = (base + Math.imul(to, step)) | 0;
    let at = (base + Math.imul(from, step)) | 0;
    eraseRim(ink, at, { step: -step, stop: base - 1, level });
    for (; at <= stop; at = (at + step) | 0) ink[at] = 0;
    eraseRim(ink, stop, { step, stop: base + end, level });
  }
}

interface Rim {
  /** Away from the line. */
  readonly step: number;
  /** The first place beyond the picture that way, or one between it and the picture. */
  readonly stop: number;
  readonly level: number;
}

/** One pixel whatever it is, more while it is too faint for a stroke. */
function eraseRim(ink: Uint8Array, edge: number, { step, stop, level }: Rim): void {
  let at = (edge + step) | 0;
  for (let rim = 1; rim <= RIM; rim++) {
    const outside = step < 0 ? at <= stop : at >= stop;
    if (outside || (rim > 1 && (ink[at] ?? 0) >= level)) return;
    ink[at] = 0;
    at = (at + step) | 0;
  }
}

/** The dark run across the line at each place, within two pixels of its darkest row; it goes on as far as the ink does. */
function findRuns(
  { first, last, level }: Pieces,
  { ink, line, row }: { ink: Uint8Array; line: Line; row: number },
): void {
  const step = line.acrossStep | 0;
  const along = line.alongStep | 0;
  const least = level | 0;
  const rim = (line.acrossEnd - 1) | 0;
  const start = Math.max(0, row - 2) | 0;
  const end = Math.min(rim, row + 2) | 0;
  let base = 0;
  for (let q = 0; q < first.length; q++, base = (base + along) | 0) {
    let from = start;
    let at = (base + Math.imul(from, step)) | 0;
    for (; from <= end && (ink[at] ?? 0) < least; from++) at = (at + step) | 0;
    if (from > end) continue;
    let to = from;
    let ahead = (at + step) | 0;
    for (; to < rim && (ink[ahead] ?? 0) >= least; to++) ahead = (ahead + step) | 0;
    at = (at - step) | 0;
    for (; from > 0 && (ink[at] ?? 0) >= least; from--) at = (at - step) | 0;
    first[q] = from;
    last[q] = to;
  }
}
