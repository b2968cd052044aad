/** Printed words as landmarks: small pictures that are made from a blank form and found again on a page. */
import type { WordMark } from "../form.ts";
import { type Grey, histogram, quantile } from "../image/grey.ts";
import { type Homography, warp } from "../image/homography.ts";

/** Points per millimetre of a word's picture: enough for the shape of a kanji, too few for its noise. */
export const POINTS_PER_MM = 4;

/** Words longer than this are cut: the beginning is as telling as the whole. */
export const WORD_MM = { most: 32, least: 5 } as const;

export interface FoundWord {
  /** Where the picture agrees best, relative to where it was expected (mm). */
  readonly dx: number;
  readonly dy: number;
  /** Correlation there, 1 = the same picture. */
  readonly likeness: number;
}

/** The picture of a word: `plane` maps millimetres to pixels of `page` (about 6 pixels per millimetre). */
export function wordMark(
  page: Grey,
  plane: Homography,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): WordMark {
  const columns = Math.round(Math.min(box.width, WORD_MM.most) * POINTS_PER_MM);
  const rows = Math.round(box.height * POINTS_PER_MM);
  const step = 1 / POINTS_PER_MM;
  const picture = warp(page, plane, { x: box.x, y: box.y, step, width: columns, height: rows });
  const counts = histogram(picture);
  const [ink, paper] = [quantile(counts, 0.03), quantile(counts, 0.85)];
  const bits = new Uint8Array(Math.ceil((columns * rows) / 8));
  for (const [i, v] of picture.data.entries()) {
    if (v > (ink + paper) / 2) continue;
    bits[i >> 3] = (bits[i >> 3] ?? 0) | (128 >> (i & 7));
  }
  const tenths = (n: number): number => Math.round(n * 100) / 100;
  const place = { x: tenths(box.x), y: tenths(box.y), columns, rows };
  return { ...place, ink: Buffer.from(bits).toString("base64") };
}

/** Looks for a word within `reach` millimetres of its place. */
export function findWord(
  page: Grey,
  plane: Homography,
  at: { readonly word: WordMark; readonly reach: number },
): FoundWord {
  const { word } = at;
  const margin = Math.round(at.reach * POINTS_PER_MM);
  const step = 1 / POINTS_PER_MM;
  const area = warp(page, plane, {
    x: word.x - margin * step,
    y: word.y - margin * step,
    step,
    width: word.columns + 2 * margin,
    height: word.rows + 2 * margin,
  });
  const look = lookout(templateOf(word), area, margin);
  // Every second point first, then the neighbours of the best one.
  const best = { x: margin, y: margin };
  const visit = (x: number, y: number): void => {
    if (look(x, y) > look(best.x, best.y)) Object.assign(best, { x, y });
  };
  for (let y = 0; y <= 2 * margin; y += 2) for (let x = 0; x <= 2 * margin; x += 2) visit(x, y);
  const { x, y } = best;
  for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) visit(x + dx, y + dy);
  const top = look(best.x, best.y);
  const fx = peak(look(best.x - 1, best.y), top, look(best.x + 1, best.y));
  const fy = peak(look(best.x, best.y - 1), top, look(best.x, best.y + 1));
  return {
    dx: (best.x + fx - margin) * step,
    dy: (best.y + fy - margin) * step,
    likeness: top,
  };
}

/** Likeness at every shift, worked out once; -1 outside of the area. */
function lookout(template: Template, area: Grey, margin: number): (x: number, y: number) => number {
  const side = 2 * margin + 1;
  const known = new Float64Array(side * side).fill(Number.NaN);
  return (x, y) => {
    if (x < 0 || y < 0 || x >= side || y >= side) return -1;
    const at = y * side + x;
    if (Number.isNaN(known[at])) known[at] = correlation(template, area, { x, y });
    return known[at] ?? -1;
  };
}

/** Top of the parabola through three neighbours, between -0.5 and 0.5. */
function peak(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < -1e-9 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
}

interface Template {
  readonly columns: number;
  /** Ink as 1, less its mean. */
  readonly values: Float32Array;
  /** Root of the sum of squares. */
  readonly norm: number;
}

function templateOf(word: WordMark): Template {
  const bits = Buffer.from(word.ink, "base64");
  const values = new Float32Array(word.columns * word.rows);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const on = ((bits[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
    values[i] = on;
    sum += on;
  }
  const mean = sum / Math.max(1, values.length);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const v = (values[i] ?? 0) - mean;
    values[i] = v;
    squares += v * v;
  }
  return { columns: word.columns, values, norm: Math.sqrt(squares) };
}

/** Darkness of a part of the area against the template: 1 the same, 0 nothing in common. */
function correlation(template: Template, area: Grey, at: { x: number; y: number }): number {
  const { values, norm, columns } = template;
  let [sum, squares, product] = [0, 0, 0];
  for (let i = 0, row = at.y * area.width + at.x; i < values.length; row += area.width) {
    for (let x = 0; x < columns; x++, i++) {
      const dark = 255 - (area.data[row + x] ?? 255);
      sum += dark;
      squares += dark * dark;
      product += dark * (values[i] ?? 0);
    }
  }
  const spread = Math.sqrt(Math.max(0, squares - (sum * sum) / Math.max(1, values.length)));
  return spread < 1e-6 || norm < 1e-6 ? 0 : product / (spread * norm);
}
