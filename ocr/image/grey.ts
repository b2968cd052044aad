/** Grey pictures as plain arrays (0 black … 255 white) and the few cuts that every later step needs. */

export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels, origin top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHITE = 255;

export function blankGrey(width: number, height: number): Grey {
  return { data: new Uint8Array(width * height).fill(WHITE), width, height };
}

/** `rect` in whole pixels, at least one; what lies outside a picture of this size is left out. */
export function wholePixels(rect: Rect, size: { width: number; height: number }): Rect {
  const x = Math.max(0, Math.round(rect.x));
  const y = Math.max(0, Math.round(rect.y));
  const right = Math.max(x + 1, Math.min(size.width, Math.round(rect.x + rect.width)));
  const low = Math.max(y + 1, Math.min(size.height, Math.round(rect.y + rect.height)));
  return { x, y, width: right - x, height: low - y };
}

/** The part inside `rect`; what lies outside the picture is left out. */
export function cut(source: Grey, rect: Rect): Grey {
  const { x, y, width, height } = wholePixels(rect, source);
  const data = new Uint8Array(width * height).fill(WHITE);
  for (let row = 0; row < height; row++) {
    const from = (row + y) * source.width + x;
    data.set(source.data.subarray(from, from + width), row * width);
  }
  return { data, width, height };
}

/** Copies `source` onto `target` with its top left corner at (x, y). The caller sees to it that it fits. */
export function paste(target: Grey, source: Grey, at: { x: number; y: number }): void {
  for (let y = 0; y < source.height; y++) {
    const row = source.data.subarray(y * source.width, (y + 1) * source.width);
    target.data.set(row, (y + at.y) * target.width + at.x);
  }
}

/** A white margin on all four sides. */
export function pad(source: Grey, margin: number): Grey {
  const out = blankGrey(source.width + 2 * margin, source.height + 2 * margin);
  paste(out, source, { x: margin, y: margin });
  return out;
}

export function histogram(source: Grey): Uint32Array {
  const { data } = source;
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) {
    const v = data[i] ?? WHITE;
    counts[v] = (counts[v] ?? 0) + 1;
  }
  return counts;
}

/** The grey value below which `share` (0..1) of the pixels lie. */
export function quantile(counts: Uint32Array, share: number): number {
  let total = 0;
  for (const n of counts) total += n;
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v] ?? 0;
    if (seen >= share * total) return v;
  }
  return WHITE;
}

/** Otsu's threshold: pixels at or below it are ink. */
export function otsu(counts: Uint32Array): number {
  let total = 0;
  let sum = 0;
  for (let v = 0; v < 256; v++) {
    total += counts[v] ?? 0;
    sum += v * (counts[v] ?? 0);
  }
  let best = { spread: -1, threshold: 127 };
  let below = 0;
  let sumBelow = 0;
  for (let v = 0; v < 256 && below < total; v++) {
    below += counts[v] ?? 0;
    sumBelow += v * (counts[v] ?? 0);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const spread = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (spread > best.spread) best = { spread, threshold: v };
  }
  return best.threshold;
}

/** A smaller (or larger) copy by area averaging along both axes; used for a second look at the same glyphs. */
export function rescale(source: Grey, factor: number): Grey {
  const width = Math.max(1, Math.round(source.width * factor));
  const height = Math.max(1, Math.round(source.height * factor));
  const columns = rescaleRows(source, width);
  return turnCorner(rescaleRows(turnCorner(columns), height));
}

/** Averages every row to a new width. */
function rescaleRows(source: Grey, width: number): Grey {
  const data = new Uint8Array(width * source.height);
  const step = source.width / width;
  for (let x = 0; x < width; x++) {
    const from = x * step;
    const to = Math.min(source.width, from + Math.max(step, 1));
    for (let y = 0; y < source.height; y++) {
      data[y * width + x] = meanOfRun(source, y, { from, to });
    }
  }
  return { data, width, height: source.height };
}

function meanOfRun(source: Grey, y: number, run: { from: number; to: number }): number {
  let sum = 0;
  let weight = 0;
  for (let x = Math.floor(run.from); x < run.to && x < source.width; x++) {
    const share = Math.min(x + 1, run.to) - Math.max(x, run.from);
    sum += share * (source.data[y * source.width + x] ?? WHITE);
    weight += share;
  }
  return weight > 0 ? Math.round(sum / weight) : WHITE;
}

/** Rows become columns. */
function turnCorner(source: Grey): Grey {
  const { width, height } = source;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[x * height + y] = source.data[y * width + x] ?? WHITE;
  }
  return { data, width: height, height: width };
}

/** A copy `by` times smaller, every pixel the mean of a square: single specks vanish. */
export function shrink(page: Grey, by: number): Grey {
  const width = Math.floor(page.width / by);
  const height = Math.floor(page.height / by);
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let j = 0; j < by; j++) addRow(sums, page.data, { from: (y * by + j) * page.width, by });
    for (let x = 0; x < width; x++) data[y * width + x] = (sums[x] ?? 0) / (by * by);
  }
  return { data, width, height };
}

/** Adds every run of `by` pixels of a row to its sum. */
function addRow(sums: Uint32Array, data: Uint8Array, row: { from: number; by: number }): void {
  let at = row.from;
  for (let x = 0; x < sums.length; x++) {
    let sum = sums[x] ?? 0;
    for (const end = at + row.by; at < end; at++) sum += data[at] ?? 0;
    sums[x] = sum;
  }
}
