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
  const { width, height, step } = target;
  const data = new Uint8Array(width * height);
  for (let j = 0; j < height; j++) {
    warpRow(page, h, {
      ...target,
      y: target.y + (j + 0.5) * step,
      row: data.subarray(j * width, (j + 1) * width),
    });
  }
  return { data, width, height };
}

/** One row: numerators and denominator grow by constant steps, which leaves one division per pixel. */
function warpRow(page: Grey, h: Homography, at: WarpTarget & { row: Uint8Array }): void {
  const { data, width, height } = page;
  const { row, y, step } = at;
  const x = at.x + 0.5 * step;
  let [p, q, z] = [h[0] * x + h[1] * y + h[2], h[3] * x + h[4] * y + h[5], h[6] * x + h[7] * y + 1];
  const [dp, dq, dz] = [h[0] * step, h[3] * step, h[6] * step];
  for (let i = 0; i < row.length; i++, p += dp, q += dq, z += dz) {
    const u = p / z - 0.5;
    const v = q / z - 0.5;
    const a = Math.floor(u);
    const b = Math.floor(v);
    if (a < 0 || b < 0 || a >= width - 1 || b >= height - 1) {
      row[i] = WHITE;
      continue;
    }
    const at00 = b * width + a;
    const dx = u - a;
    const left = data[at00] ?? WHITE;
    const low = data[at00 + width] ?? WHITE;
    const top = left + ((data[at00 + 1] ?? WHITE) - left) * dx;
    const bottom = low + ((data[at00 + width + 1] ?? WHITE) - low) * dx;
    row[i] = top + (bottom - top) * (v - b) + 0.5;
  }
}
