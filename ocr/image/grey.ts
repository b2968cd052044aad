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

/** The part inside `rect`; what lies outside the picture is left out. */
export function cut(source: Grey, rect: Rect): Grey {
  const x0 = Math.max(0, Math.round(rect.x));
  const y0 = Math.max(0, Math.round(rect.y));
  const x1 = Math.max(x0 + 1, Math.min(source.width, Math.round(rect.x + rect.width)));
  const y1 = Math.max(y0 + 1, Math.min(source.height, Math.round(rect.y + rect.height)));
  const width = x1 - x0;
  const height = y1 - y0;
  const data = new Uint8Array(width * height).fill(WHITE);
  for (let y = 0; y < height; y++) {
    const from = (y + y0) * source.width + x0;
    data.set(source.data.subarray(from, from + width), y * width);
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
  const counts = new Uint32Array(256);
  for (const v of source.data) counts[v] = (counts[v] ?? 0) + 1;
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
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < by; j++) {
        const row = (y * by + j) * page.width + x * by;
        for (let i = 0; i < by; i++) sum += page.data[row + i] ?? 0;
      }
      data[y * width + x] = sum / (by * by);
    }
  }
  return { data, width, height };
}
