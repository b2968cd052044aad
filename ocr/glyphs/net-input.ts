/** The ink of a character as the square picture that a net takes; training/sources.py (place) does the same. */
import type { GlyphInk } from "./glyph-ink.ts";
import { inkKernel } from "./ink-kernel.ts";

/** Ink shorter than this share of the box keeps its size and its height in the box: a dot must stay a dot. */
const LEAST_EXTENT = 0.35;

/** This share of the pixels is at full ink after stretching. */
const FULL_INK = 0.015;

/** Nothing fainter than this is stretched to full ink. */
const FAINTEST = 31;

/** `fit` = the share of the square that the longer side of the ink takes. Values 0..1, ink = 1. */
export function netInput(glyph: GlyphInk, size: number, fit: number): Float32Array {
  const window = windowOf(glyph, fit);
  const sums = sample(glyph, window, size);
  const top = Math.max(FAINTEST, brightest(sums));
  const out = new Float32Array(size * size);
  for (let i = 0; i < out.length; i++) out[i] = Math.min(1, (sums[i] ?? 0) / top);
  return out;
}

interface Window {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The square on the box's picture that becomes the net's picture. */
function windowOf({ bounds, box }: GlyphInk, fit: number): Window {
  // One pixel of blurred rim on each side.
  const [x0, y0] = [bounds.x - 1, bounds.y - 1];
  const [x1, y1] = [bounds.x + bounds.width + 1, bounds.y + bounds.height + 1];
  const longest = Math.max(x1 - x0, y1 - y0);
  const extent = Math.max(longest, LEAST_EXTENT * box.height);
  let [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (longest < extent) {
    cx = clamp(box.x + box.width / 2, x1 - extent / 2, x0 + extent / 2);
    cy = clamp(box.y + box.height / 2, y1 - extent / 2, y0 + extent / 2);
  }
  const side = extent / fit;
  return { x: cx - side / 2, y: cy - side / 2, side };
}

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(v, low), high);

/** Every pixel of the square is the mean of the pixels (at least 2 × 2 samples) that it covers. */
function sample({ map }: GlyphInk, window: Window, size: number): Float32Array {
  const fine = Math.max(2, Math.ceil(window.side / size));
  const count = size * fine;
  const columns = samplePoints(window.x, window.side / count, { count, end: map.width });
  const rows = samplePoints(window.y, window.side / count, { count, end: map.height });
  const sums = new Float32Array(size * size);
  const pixels = inkKernel();
  pixels.take(map.ink, map.width);
  for (let y = 0; y < size; y++) {
    const covered: number[] = [];
    for (let i = y * fine; i < (y + 1) * fine; i++) {
      const row = rows[i] ?? -1;
      if (row >= 0) covered.push(row);
    }
    if (covered.length > 0) meansOf(pixels.sumColumns(covered), { columns, fine }, sums, y * size);
  }
  return sums;
}

/** One row of the square, from place `start` on, out of the sums down the columns. */
function meansOf(
  totals: Uint16Array | Uint32Array,
  { columns, fine }: { readonly columns: Int32Array; readonly fine: number },
  means: Float32Array,
  start: number,
): void {
  const samples = fine * fine;
  const end = columns.length | 0;
  let x = start | 0;
  // `| 0` tells the compiler that these stay whole: this loop runs for every sample of a picture.
  for (let i = 0; i < end; x++) {
    const next = (i + fine) | 0;
    let sum = 0;
    for (; i < next; i++) {
      const column = columns[i] ?? -1;
      if (column >= 0) sum = (sum + (totals[column] ?? 0)) | 0;
    }
    means[x] = sum / samples;
  }
}

/** Whole pixels under evenly spread points, -1 outside the picture. */
function samplePoints(
  from: number,
  step: number,
  { count, end }: { count: number; end: number },
): Int32Array {
  const points = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(from + (i + 0.5) * step);
    points[i] = at >= 0 && at < end ? at : -1;
  }
  return points;
}

/** The ink above which FULL_INK of the pixels lie. */
function brightest(sums: Float32Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < sums.length; i++) {
    const at = ((sums[i] ?? 0) + 0.5) | 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let left = Math.floor(sums.length * FULL_INK);
  for (let v = 255; v > 0; v--) {
    left -= counts[v] ?? 0;
    if (left < 0) return v;
  }
  return 0;
}
