/** Plane-to-plane mapping (homography) from four point pairs, and the resampling of a page through it. */
import { type Grey, WHITE } from "./grey.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Row-major 3×3 without the last 1: u = (h0x+h1y+h2)/(h6x+h7y+1), v likewise. */
export type Homography = readonly [number, number, number, number, number, number, number, number];

export type FourPoints = readonly [Point, Point, Point, Point];

export function apply(h: Homography, p: Point): Point {
  const z = h[6] * p.x + h[7] * p.y + 1;
  return { x: (h[0] * p.x + h[1] * p.y + h[2]) / z, y: (h[3] * p.x + h[4] * p.y + h[5]) / z };
}

/** The mapping that takes each `from` to its `to`; null when three of the points lie on one line. */
export function fitHomography(from: FourPoints, to: FourPoints): Homography | null {
  const rows: number[][] = [];
  from.forEach((p, i) => {
    const q = to[i] ?? p;
    rows.push([p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y, q.x]);
    rows.push([0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y, q.y]);
  });
  const solved = solve(rows);
  return solved === null ? null : (solved as unknown as Homography);
}

/** Gauss-Jordan with pivoting on an n×(n+1) system; null when it has no single solution. */
function solve(rows: number[][]): number[] | null {
  for (let i = 0; i < rows.length; i++) {
    const at = pivotRow(rows, i);
    const pivot = rows[at];
    const current = rows[i];
    if (!pivot || !current || Math.abs(pivot[i] ?? 0) < 1e-9) return null;
    rows[at] = current;
    rows[i] = pivot;
    for (const row of rows) if (row !== pivot) subtract(row, pivot, i);
  }
  return rows.map((row, i) => (row[rows.length] ?? 0) / (row[i] ?? 1));
}

/** Takes away as much of the pivot row as clears this column. */
function subtract(row: number[], pivot: readonly number[], column: number): void {
  const f = (row[column] ?? 0) / (pivot[column] ?? 1);
  if (f === 0) return;
  for (let c = column; c < row.length; c++) row[c] = (row[c] ?? 0) - f * (pivot[c] ?? 0);
}

function pivotRow(rows: readonly number[][], column: number): number {
  let best = column;
  for (let r = column; r < rows.length; r++) {
    if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = r;
  }
  return best;
}

export interface WarpTarget {
  /** Size of the picture to make. */
  readonly width: number;
  readonly height: number;
  /** Where its top left pixel lies, in the units of the homography's source plane. */
  readonly x: number;
  readonly y: number;
  /** Units per pixel. */
  readonly step: number;
}

/** Resamples (bilinear) the part of the page that `target` describes; outside the page is white. */
export function warp(page: Grey, h: Homography, target: WarpTarget): Grey {
  const { width, height } = target;
  const out = { data: new Uint8Array(width * height), width, height };
  for (let row = 0; row < height; row++) warpRow(page, h, { target, row, out });
  return out;
}

/** Positions are whole numbers of this fraction (bits) of a pixel, weights of the second. */
const FINE = { position: 14, weight: 7 } as const;

/** Pixels between two exact positions: between them the mapping even of a photograph is straight to 0.02 pixels. */
const STRIDE = 32;

/** Positions farther from the page than this are all the same; it keeps them whole 32-bit numbers. */
const FARTHEST = 100_000;

/** One row, in short stretches whose ends are mapped exactly: that leaves no division per pixel. */
function warpRow(
  page: Grey,
  h: Homography,
  at: { target: WarpTarget; row: number; out: Grey },
): void {
  const { target, row, out } = at;
  const y = target.y + (row + 0.5) * target.step;
  const place = (i: number): Point => fixed(apply(h, { x: target.x + (i + 0.5) * target.step, y }));
  let from = place(0);
  for (let i = 0; i < out.width; i += STRIDE) {
    const to = place(i + STRIDE);
    const move = {
      x: Math.round((to.x - from.x) / STRIDE),
      y: Math.round((to.y - from.y) / STRIDE),
    };
    const count = Math.min(STRIDE, out.width - i);
    const stretch = { from, move, start: row * out.width + i, count };
    if (isInside(page, from) && isInside(page, to)) warpInside(page, stretch, out.data);
    else warpEdge(page, stretch, out.data);
    from = to;
  }
}

/** Middle of a pixel as whole numbers. */
function fixed({ x, y }: Point): Point {
  const near = (v: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, v - 0.5));
  const one = 1 << FINE.position;
  return { x: Math.round(near(x) * one), y: Math.round(near(y) * one) };
}

interface Stretch {
  readonly from: Point;
  readonly move: Point;
  /** First pixel in the picture that is made, and how many. */
  readonly start: number;
  readonly count: number;
}

/** True when the pixel and its right and lower neighbours are on the page. */
function isInside(page: Grey, { x, y }: Point): boolean {
  const a = x >> FINE.position;
  const b = y >> FINE.position;
  return a >= 0 && b >= 0 && a < page.width - 1 && b < page.height - 1;
}

function warpEdge(page: Grey, { from, move, start, count }: Stretch, out: Uint8Array): void {
  for (let i = 0; i < count; i++) {
    const at = { x: from.x + i * move.x, y: from.y + i * move.y };
    if (isInside(page, at)) warpInside(page, { from: at, move, start: start + i, count: 1 }, out);
    else out[start + i] = WHITE;
  }
}

function warpInside(page: Grey, { from, move, start, count }: Stretch, out: Uint8Array): void {
  const { data, width } = page;
  const { position, weight } = FINE;
  const full = 1 << weight;
  const half = 1 << (2 * weight - 1);
  // `| 0` tells the compiler that these stay whole: the loop runs twice as fast.
  const [right32, down32] = [move.x | 0, move.y | 0];
  let x = from.x | 0;
  let y = from.y | 0;
  for (let i = start; i < start + count; i++) {
    const at = (y >> position) * width + (x >> position);
    const right = (x >> (position - weight)) & (full - 1);
    const low = (y >> (position - weight)) & (full - 1);
    const top = (data[at] ?? 0) * (full - right) + (data[at + 1] ?? 0) * right;
    const next = at + width;
    const bottom = (data[next] ?? 0) * (full - right) + (data[next + 1] ?? 0) * right;
    out[i] = (top * (full - low) + bottom * low + half) >> (2 * weight);
    x = (x + right32) | 0;
    y = (y + down32) | 0;
  }
}
