/** Connected dark blobs of a picture, 8-connected, found with an explicit stack so that size is no danger. */
import type { Grey } from "./grey.ts";

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
  const { data, width, height } = source;
  const open = new Uint8Array(width * height);
  for (let i = 0; i < open.length; i++) open[i] = (data[i] ?? 255) <= threshold ? 1 : 0;
  const stack = new Int32Array(width * height);
  const blobs: Blob[] = [];
  for (let i = 0; i < open.length; i++) {
    if (open[i] === 1) blobs.push(flood({ open, width, height, stack }, i));
  }
  return blobs;
}

interface Field {
  /** 1 = dark and not yet counted. */
  readonly open: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly stack: Int32Array;
}

function flood(field: Field, start: number): Blob {
  const { open, width, height, stack } = field;
  let top = 0;
  stack[top++] = start;
  open[start] = 0;
  let [area, sx, sy, x0, x1, y0, y1] = [0, 0, 0, width, 0, height, 0];
  while (top > 0) {
    const p = stack[--top] ?? 0;
    const x = p % width;
    const y = (p - x) / width;
    area++;
    sx += x;
    sy += y;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    top = pushNeighbours(field, { x, y }, top);
  }
  return { area, x0, x1, y0, y1, cx: sx / area, cy: sy / area };
}

function pushNeighbours(field: Field, at: { x: number; y: number }, size: number): number {
  const { open, width, height, stack } = field;
  let top = size;
  const left = at.x > 0 ? at.x - 1 : 0;
  const right = at.x < width - 1 ? at.x + 1 : at.x;
  const first = at.y > 0 ? at.y - 1 : 0;
  const last = at.y < height - 1 ? at.y + 1 : at.y;
  for (let y = first; y <= last; y++) {
    for (let q = y * width + left; q <= y * width + right; q++) {
      if (open[q] === 1) {
        open[q] = 0;
        stack[top++] = q;
      }
    }
  }
  return top;
}
