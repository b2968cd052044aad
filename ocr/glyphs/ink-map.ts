/** A box as shares of ink instead of greys, and its connected parts. */
import { type Grey, histogram, quantile, type Rect } from "../image/grey.ts";

export interface InkMap {
  readonly width: number;
  readonly height: number;
  /** 0 = paper … 255 = the darkest ink of this box. */
  readonly ink: Uint8Array;
}

/** From this share on a pixel is part of a stroke. */
export const STROKE = 102;

/** Least contrast that counts as ink: greys, and times the grain of the paper. */
const LEAST_CONTRAST = { greys: 36, grain: 6 } as const;

/** `inner` = where the character is expected: the frame's own lines must not set the level of ink. */
export function inkMapOf(picture: Grey, inner: Rect): InkMap {
  const counts = histogram(picture);
  const paper = quantile(counts, 0.6);
  // Between these two shares there is only paper, and 0.64 standard deviations of its grain.
  const grain = (paper - quantile(counts, 0.35)) / 0.64;
  const dark = quantile(histogramOf(picture, inner), 0.02);
  const range = Math.max(LEAST_CONTRAST.greys, LEAST_CONTRAST.grain * grain, paper - dark);
  const table = new Uint8Array(256);
  for (let v = 0; v < 256; v++) {
    table[v] = Math.max(0, Math.min(255, Math.round((255 * (paper - v)) / range)));
  }
  const ink = new Uint8Array(picture.data.length);
  for (let i = 0; i < ink.length; i++) ink[i] = table[picture.data[i] ?? 255] ?? 0;
  return { width: picture.width, height: picture.height, ink };
}

function histogramOf({ data, width }: Grey, part: Rect): Uint32Array {
  const counts = new Uint32Array(256);
  for (let y = part.y; y < part.y + part.height; y++) {
    for (let i = y * width + part.x; i < y * width + part.x + part.width; i++) {
      const v = data[i] ?? 255;
      counts[v] = (counts[v] ?? 0) + 1;
    }
  }
  return counts;
}

/** One connected part of the ink; edges inclusive. */
export interface InkPart {
  readonly label: number;
  area: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface InkParts {
  /** Per pixel the label of its part, 0 for paper. */
  readonly labels: Int32Array;
  readonly parts: readonly InkPart[];
}

/** All 8-connected parts of pixels of at least STROKE. */
export function partsOf(map: InkMap): InkParts {
  const labels = new Int32Array(map.ink.length);
  // At most every pixel is waiting once.
  const stack = new Int32Array(map.ink.length);
  const parts: InkPart[] = [];
  for (let start = 0; start < labels.length; start++) {
    if ((map.ink[start] ?? 0) < STROKE || labels[start] !== 0) continue;
    const part = { label: parts.length + 1, area: 0, x0: map.width, y0: map.height, x1: 0, y1: 0 };
    parts.push(part);
    flood(map, { labels, stack, part }, start);
  }
  return { labels, parts };
}

interface Flood {
  readonly labels: Int32Array;
  readonly stack: Int32Array;
  readonly part: InkPart;
}

function flood(
  { width, height, ink }: InkMap,
  { labels, stack, part }: Flood,
  start: number,
): void {
  let top = 0;
  stack[top++] = start;
  labels[start] = part.label;
  while (top > 0) {
    const p = stack[--top] ?? 0;
    const x = p % width;
    const y = (p - x) / width;
    grow(part, x, y);
    const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
    const [first, last] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)];
    for (let row = first * width; row <= last * width; row += width) {
      for (let q = row + left; q <= row + right; q++) {
        if (labels[q] !== 0 || (ink[q] ?? 0) < STROKE) continue;
        labels[q] = part.label;
        stack[top++] = q;
      }
    }
  }
}

function grow(part: InkPart, x: number, y: number): void {
  part.area++;
  if (x < part.x0) part.x0 = x;
  if (x > part.x1) part.x1 = x;
  if (y < part.y0) part.y0 = y;
  if (y > part.y1) part.y1 = y;
}
