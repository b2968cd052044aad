/** Which pixels of a page are ink, judged against the paper around them: shadows and grey cells are no ink. */
import type { Grey } from "../image/grey.ts";

/** One byte per pixel: 1 = ink. */
export interface InkMap {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Side in pixels of the squares in which the paper is measured. */
const TILE = 32;

/** Ink is darker than the paper by this share of the page's contrast, and by at least so many greys. */
const DEPTH = { share: 0.25, least: 22 } as const;

/** Paper is never taken for darker than this many greys below the page's own. */
const DARKEST_PAPER = 70;

export function inkMap(page: Grey): InkMap {
  const { data, width, height } = page;
  const paper = tileLevels(page, 0.7);
  const sorted = [...paper.levels].sort((a, b) => a - b);
  const common = sorted[Math.floor(sorted.length / 2)] ?? 255;
  const range = common - darkest(page);
  const depth = Math.max(DEPTH.least, DEPTH.share * range);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * paper.columns;
    for (let x = 0; x < width; x++) {
      const level = paper.levels[row + Math.floor(x / TILE)] ?? common;
      const limit = Math.max(level, common - DARKEST_PAPER) - depth;
      out[y * width + x] = (data[y * width + x] ?? 255) <= limit ? 1 : 0;
    }
  }
  return { data: out, width, height };
}

/** Columns become rows, so that what finds lines across also finds lines down. */
export function turned(map: InkMap): InkMap {
  const { width, height } = map;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[x * height + y] = map.data[y * width + x] ?? 0;
  }
  return { data, width: height, height: width };
}

interface TileLevels {
  readonly levels: Uint8Array;
  readonly columns: number;
}

/** In every tile the grey below which `share` of its pixels lie. */
function tileLevels(page: Grey, share: number): TileLevels {
  const columns = Math.ceil(page.width / TILE);
  const rows = Math.ceil(page.height / TILE);
  const levels = new Uint8Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      counts.fill(0);
      const total = countTile(page, { left: c * TILE, top: r * TILE }, counts);
      levels[r * columns + c] = levelOf(counts, share * total);
    }
  }
  return { levels, columns };
}

function countTile(page: Grey, at: { left: number; top: number }, counts: Uint32Array): number {
  const right = Math.min(page.width, at.left + TILE);
  const low = Math.min(page.height, at.top + TILE);
  for (let y = at.top; y < low; y++) {
    for (let x = at.left; x < right; x++) {
      const v = page.data[y * page.width + x] ?? 255;
      counts[v] = (counts[v] ?? 0) + 1;
    }
  }
  return (right - at.left) * (low - at.top);
}

function levelOf(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v] ?? 0;
    if (seen >= wanted) return v;
  }
  return 255;
}

/** The grey of dark print: a four hundredth of the page is darker. */
function darkest(page: Grey): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let i = 0; i < page.data.length; i += 5, total++) {
    const v = page.data[i] ?? 255;
    counts[v] = (counts[v] ?? 0) + 1;
  }
  return levelOf(counts, 0.0025 * total);
}
