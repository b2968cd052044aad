/** Connected dark blobs of a picture, 8-connected. */
import type { Grey } from "./grey.ts";
import { connectedRuns, type Run } from "./runs.ts";

export interface Blob {
  readonly area: number;
  readonly x0: number;
  readonly y0: number;
  /** Inclusive. */
  readonly x1: number;
  readonly y1: number;
  readonly cx: number;
  readonly cy: number;
}

/** All blobs of pixels at or below `threshold`, in reading order of their first pixel. */
export function darkBlobs(source: Grey, threshold: number): Blob[] {
  if (threshold < 0) return [];
  return connectedRuns(source, { least: 0, most: threshold }).map(blobOf);
}

function blobOf(runs: readonly Run[]): Blob {
  let [area, sx, sy] = [0, 0, 0];
  let [x0, x1, y0, y1] = [Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER, 0];
  for (const { row, from, to } of runs) {
    const count = to - from + 1;
    area += count;
    sx += (count * (from + to)) / 2;
    sy += count * row;
    if (from < x0) x0 = from;
    if (to > x1) x1 = to;
    if (row < y0) y0 = row;
    if (row > y1) y1 = row;
  }
  return { area, x0, x1, y0, y1, cx: sx / area, cy: sy / area };
}
