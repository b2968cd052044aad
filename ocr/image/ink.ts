/** Where there is ink: measured against the contrast of the whole page, so that an empty zone is never "read". */
import { type Blob, darkBlobs } from "./components.ts";
import { cut, type Grey, histogram, pad, quantile, type Rect, WHITE } from "./grey.ts";

/** What paper and ink look like on one page. */
export interface PageTone {
  /** Grey of the paper minus grey of the darkest print. */
  readonly range: number;
  /** True for 1-bit pages (fax): they are read untouched. */
  readonly bilevel: boolean;
}

/** Blobs smaller than this many pixels at 300 dpi are dust; a dot of ﾞ has about 40. */
export const DUST_AREA = 12;

/** Ink for cutting out glyphs, and the much lighter trace that already forbids to call a field blank. */
export const inkLevel = { glyph: 0.4, trace: 0.28 } as const;

export function pageTone(page: Grey, bilevel: boolean): PageTone {
  const counts = new Uint32Array(256);
  // Every seventh pixel tells the same; 7 divides no usual page width.
  for (let i = 0; i < page.data.length; i += 7) {
    const v = page.data[i] ?? WHITE;
    counts[v] = (counts[v] ?? 0) + 1;
  }
  const range = quantile(counts, 0.5) - quantile(counts, 0.004);
  return { range: Math.max(50, range), bilevel };
}

/** The grey of the paper in this part of the page; most of a zone is always paper. */
export function paperOf(part: Grey): number {
  return quantile(histogram(part), 0.6);
}

/** Blobs of ink, dust left out. `level` is the share of the page's contrast that counts as ink; `paper` the part's paper, when known. */
export function inkBlobs(
  part: Grey,
  tone: PageTone,
  level: number,
  paper: number = paperOf(part),
): Blob[] {
  const threshold = Math.round(paper - level * tone.range);
  return darkBlobs(part, threshold).filter((b) => b.area >= DUST_AREA);
}

/** Smallest rectangle around blobs; null when there are none. */
export function boundsOf(blobs: readonly Blob[]): Rect | null {
  if (blobs.length === 0) return null;
  const x = Math.min(...blobs.map((b) => b.x0));
  const y = Math.min(...blobs.map((b) => b.y0));
  const right = Math.max(...blobs.map((b) => b.x1));
  const low = Math.max(...blobs.map((b) => b.y1));
  return { x, y, width: right - x + 1, height: low - y + 1 };
}

/** Share (0..1) of pixels at or below a threshold. */
export function inkShare(part: Grey, threshold: number): number {
  let dark = 0;
  for (const v of part.data) if (v <= threshold) dark++;
  return dark / Math.max(1, part.data.length);
}

/** Cuts out `rect` and makes paper white and ink black (1-bit pages stay as they are). */
export function cutInk(
  part: Grey,
  rect: Rect,
  tone: PageTone,
  paper: number = paperOf(part),
): Grey {
  const glyphs = cut(part, rect);
  return tone.bilevel ? glyphs : stretch(glyphs, paper);
}

function stretch(glyphs: Grey, paper: number): Grey {
  const ink = Math.min(quantile(histogram(glyphs), 0.02), paper - 40);
  const table = new Uint8Array(256);
  for (let v = 0; v < 256; v++) {
    const t = ((v - ink) / (paper * 0.97 - ink)) * WHITE;
    table[v] = Math.max(0, Math.min(WHITE, t));
  }
  return { ...glyphs, data: glyphs.data.map((v) => table[v] ?? WHITE) };
}

/** Readers need white around a line: less than 20 pixels costs them their segmentation. */
export const LINE_MARGIN = 20;

export const withMargin = (line: Grey): Grey => pad(line, LINE_MARGIN);
