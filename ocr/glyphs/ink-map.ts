/** A box as shares of ink instead of greys. Paper and grain are told from the bright side, so that a fat pen does no harm. */
import type { Grey, Rect } from "../image/grey.ts";
import { quantile } from "../image/grey.ts";
import { inkKernel } from "./ink-kernel.ts";

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

/** Greys to each side that make up one heap, and how far below its bright rim its top may be. */
const HEAP = 5;
const SHOULDER = 30;

/** A heap of greys at least this high, against the highest one, may be the paper. */
const PAPER_HEAP = 0.3;

/** `inner` = where the character is expected: the frame's own lines must not set the level of ink. */
export function inkMapOf(picture: Grey, inner: Rect): InkMap {
  const { data, width, height } = picture;
  const pixels = inkKernel();
  pixels.take(data, width);
  const { paper, grain } = paperOf(pixels.count({ x: 0, y: 0, width, height }));
  const dark = quantile(pixels.count(inner), 0.02);
  const range = Math.max(LEAST_CONTRAST.greys, LEAST_CONTRAST.grain * grain, paper - dark);
  const table = new Uint8Array(256);
  for (let v = 0; v < 256; v++) {
    table[v] = Math.max(0, Math.min(255, Math.round((255 * (paper - v)) / range)));
  }
  return { width, height, ink: pixels.replace(table) };
}

/** The brightest heap of greys, and how far it spreads to its bright side (one standard deviation). */
function paperOf(counts: Uint32Array): { paper: number; grain: number } {
  const heaps = heapsOf(counts);
  const enough = PAPER_HEAP * heaps.reduce((most, n) => Math.max(most, n), 0);
  const rim = heaps.findLastIndex((n) => n >= enough);
  let paper = rim;
  for (let v = Math.max(0, rim - SHOULDER); v < rim; v++) {
    if ((heaps[v] ?? 0) > (heaps[paper] ?? 0)) paper = v;
  }
  const brighter = counts.subarray(paper + 1);
  const total = brighter.reduce((sum, n) => sum + n, 0);
  let seen = 0;
  let grain = 0;
  while (grain < brighter.length && seen < 0.683 * total) seen += brighter[grain++] ?? 0;
  return { paper, grain };
}

/** Counts over a few neighbouring greys, so that no single grey stands out by chance. */
function heapsOf(counts: Uint32Array): Uint32Array {
  const heaps = new Uint32Array(256);
  let sum = 0;
  for (let v = 0; v < HEAP; v++) sum += counts[v] ?? 0;
  for (let v = 0; v < 256; v++) {
    if (v + HEAP < 256) sum += counts[v + HEAP] ?? 0;
    if (v > HEAP) sum -= counts[v - HEAP - 1] ?? 0;
    heaps[v] = sum;
  }
  return heaps;
}
