/** Finds how a page without marks lies: askew by a few degrees and, told by its lines, upright or sideways. */
import type { Blob } from "../image/components.ts";
import { darkBlobs } from "../image/components.ts";
import { type Grey, histogram, otsu, shrink } from "../image/grey.ts";
import { type Homography, warp } from "../image/homography.ts";

/** Longer side of A4 at the resolution on which lines are read. */
const LONG_SIDE = 3508;

/** The page is looked at on a copy of about this many pixels along its longer side. */
const LOOK_SIDE = 1100;

const MOST_SKEW = 6;

export interface Lay {
  /** True when its lines run from top to bottom: the page lies on its side. */
  readonly sideways: boolean;
  /** Degrees, clockwise positive. */
  readonly skew: number;
}

export function howItLies(page: Grey): Lay {
  const by = Math.max(1, Math.round(Math.max(page.width, page.height) / LOOK_SIDE));
  const small = shrink(page, by);
  const marks = darkBlobs(small, Math.min(170, otsu(histogram(small)))).filter(isGlyph);
  const level = bestSkew(marks.map((b) => ({ x: b.cx, y: b.y1 })));
  const upright = bestSkew(marks.map((b) => ({ x: b.cy, y: -b.x1 })));
  const sideways = upright.score > 1.15 * level.score;
  return { sideways, skew: sideways ? upright.skew : level.skew };
}

/** Letters, not specks, rules or pictures. */
function isGlyph(b: Blob): boolean {
  const width = b.x1 - b.x0 + 1;
  const height = b.y1 - b.y0 + 1;
  const long = Math.max(width, height);
  return long >= 5 && long <= 40 && Math.min(width, height) >= 2;
}

interface Skew {
  readonly skew: number;
  readonly score: number;
}

/** The angle at which the feet of the letters fall together on the fewest rows. */
function bestSkew(feet: readonly { x: number; y: number }[]): Skew {
  let best: Skew = { skew: 0, score: -1 };
  const look = (skew: number): void => {
    const score = sharpness(feet, skew);
    if (score > best.score) best = { skew, score };
  };
  for (let skew = -MOST_SKEW; skew <= MOST_SKEW; skew += 0.5) look(skew);
  const rough = best.skew;
  for (let skew = rough - 0.4; skew <= rough + 0.4; skew += 0.1) look(skew);
  return best;
}

function sharpness(feet: readonly { x: number; y: number }[], skew: number): number {
  const [sin, cos] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)];
  const rows = new Map<number, number>();
  for (const p of feet) {
    const row = Math.round((p.y * cos - p.x * sin) / 2);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const n of rows.values()) sum += n * n;
  return sum;
}

export type Turn = 0 | 90 | 180 | 270;

/** The page turned clockwise and laid straight, its longer side as long as that of A4 at 300 dpi. */
export function layStraight(page: Grey, turn: Turn, skew: number): Grey {
  const long = Math.max(page.width, page.height);
  const step = Math.abs(long / LONG_SIDE - 1) < 0.08 ? 1 : long / LONG_SIDE;
  const lies = turn === 90 || turn === 270;
  const [wide, high] = lies ? [page.height, page.width] : [page.width, page.height];
  const radians = ((skew - turn) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  const [cx, cy] = [page.width / 2, page.height / 2];
  const back: Homography = [cos, -sin, cx, sin, cos, cy, 0, 0];
  return warp(page, back, {
    x: -wide / 2,
    y: -high / 2,
    step,
    width: Math.round(wide / step),
    height: Math.round(high / step),
  });
}
