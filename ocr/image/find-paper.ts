/** Finds the sheet of paper in a photograph: a bright four-sided patch on a darker table. */
import { brightestPatch } from "./bright-patch.ts";
import { type Grey, histogram, otsu, quantile, shrink } from "./grey.ts";
import type { FourPoints, Point } from "./homography.ts";

/** The patch is looked for on a copy of about this many pixels along its longer side. */
const LOOK_SIDE = 480;

/** Shares of the picture that the paper may take: less is a card, more is a scan without a table. */
const COVER = { least: 0.2, most: 0.985 };

/** How well four straight sides must describe the patch. */
const FIT = { least: 0.94, most: 1.06 };

/** Dark share of the picture's rim from which on there may be a table around the paper. */
const DARK_RIM = 0.2;

/** Longer side to shorter side of papers that offices use, with room for perspective. */
const LONGEST_SHAPE = 1.9;

/**
 * Corners in pixels of the picture: top left, top right, bottom left, bottom right as it lies. Null when
 * there is no table around the paper (every ordinary scan) or the paper is not seen whole.
 */
export function findPaper(picture: Grey): FourPoints | null {
  if (!hasDarkRim(picture)) return null;
  const by = Math.max(1, Math.round(Math.max(picture.width, picture.height) / LOOK_SIDE));
  const small = shrink(picture, by);
  const middle = otsu(histogram(small));
  let best: { corners: FourPoints; miss: number } | null = null;
  // Shade across the paper moves the border between table and paper: several levels are tried.
  for (const level of [0, -18, 18, -36, 36]) {
    const found = paperAt(small, middle + level);
    if (found && (best === null || found.miss < best.miss)) best = found;
  }
  if (!best) return null;
  const [a, b, c, d] = best.corners;
  const up = (p: Point): Point => ({ x: (p.x + 0.5) * by, y: (p.y + 0.5) * by });
  return [up(a), up(b), up(c), up(d)];
}

function hasDarkRim(picture: Grey): boolean {
  const { width, height, data } = picture;
  const paper = quantile(sampled(picture), 0.75);
  const inset = Math.max(1, Math.round(0.006 * Math.min(width, height)));
  let dark = 0;
  let seen = 0;
  const look = (x: number, y: number): void => {
    seen++;
    if ((data[y * width + x] ?? 255) < 0.8 * paper) dark++;
  };
  for (let x = inset; x < width - inset; x += 7) {
    look(x, inset);
    look(x, height - 1 - inset);
  }
  for (let y = inset; y < height - inset; y += 7) {
    look(inset, y);
    look(width - 1 - inset, y);
  }
  return dark > DARK_RIM * seen;
}

function sampled(picture: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < picture.data.length; i += 97) {
    const v = picture.data[i] ?? 255;
    counts[v] = (counts[v] ?? 0) + 1;
  }
  return counts;
}

function paperAt(small: Grey, level: number): { corners: FourPoints; miss: number } | null {
  const patch = brightestPatch(small, level);
  const cover = patch.area / (small.width * small.height);
  if (patch.hull.length < 4 || cover < COVER.least || cover > COVER.most) return null;
  const corners = cornersOf(patch.hull);
  if (!corners || !isSheet(corners)) return null;
  const size = areaOf(corners);
  const fits = [patch.area / size, areaOf(patch.hull) / size];
  if (fits.some((f) => f < FIT.least || f > FIT.most)) return null;
  if (isWholePicture(corners, small)) return null;
  return { corners, miss: Math.max(...fits.map((f) => Math.abs(f - 1))) };
}

/** Four points of the hull that span the most, then the sides drawn through all hull points near them. */
function cornersOf(hull: readonly Point[]): FourPoints | null {
  const rough = extremes(hull);
  if (new Set(rough).size < 4) return null;
  const [a, b, c, d] = rough;
  const sides = [
    fitSide(hull, a, b),
    fitSide(hull, b, d),
    fitSide(hull, d, c),
    fitSide(hull, c, a),
  ] as const;
  const [top, right, low, left] = sides;
  const found = [cross(left, top), cross(top, right), cross(low, left), cross(right, low)] as const;
  const [p, q, r, s] = found;
  return p && q && r && s ? [p, q, r, s] : null;
}

function extremes(hull: readonly Point[]): FourPoints {
  const most = (dx: number, dy: number): Point =>
    hull.reduce((best, p) => (dx * p.x + dy * p.y > dx * best.x + dy * best.y ? p : best));
  return [most(-1, -1), most(1, -1), most(-1, 1), most(1, 1)];
}

interface Line {
  /** Normal and offset: nx·x + ny·y = d. */
  readonly nx: number;
  readonly ny: number;
  readonly d: number;
}

/** Least squares through points spread evenly along the hull between two corners. */
function fitSide(hull: readonly Point[], from: Point, to: Point): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const near: Point[] = [];
  for (const p of hullEdgePoints(hull)) {
    const along = (p.x - from.x) * ux + (p.y - from.y) * uy;
    const off = Math.abs((p.y - from.y) * ux - (p.x - from.x) * uy);
    if (along > 0.08 * length && along < 0.92 * length && off < 0.03 * length) near.push(p);
  }
  return lineThrough(near.length >= 8 ? near : [from, to]);
}

function* hullEdgePoints(hull: readonly Point[]): Generator<Point> {
  for (const [i, p] of hull.entries()) {
    const q = hull[(i + 1) % hull.length] ?? p;
    const steps = Math.max(1, Math.round(Math.hypot(q.x - p.x, q.y - p.y)));
    for (let s = 0; s < steps; s++) {
      yield { x: p.x + ((q.x - p.x) * s) / steps, y: p.y + ((q.y - p.y) * s) / steps };
    }
  }
}

function lineThrough(points: readonly Point[]): Line {
  const mx = points.reduce((s, p) => s + p.x, 0) / points.length;
  const my = points.reduce((s, p) => s + p.y, 0) / points.length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const p of points) {
    xx += (p.x - mx) ** 2;
    xy += (p.x - mx) * (p.y - my);
    yy += (p.y - my) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  return { nx, ny, d: nx * mx + ny * my };
}

function cross(p: Line, q: Line): Point | null {
  const det = p.nx * q.ny - p.ny * q.nx;
  if (Math.abs(det) < 1e-6) return null;
  return { x: (p.d * q.ny - q.d * p.ny) / det, y: (p.nx * q.d - q.nx * p.d) / det };
}

/** Shoelace formula; four corners come in Z order, a hull in turn. */
function areaOf(points: readonly Point[] | FourPoints): number {
  const [a, b, c, d] = points;
  const turn = points.length === 4 && a && b && c && d ? [a, b, d, c] : points;
  let twice = 0;
  for (const [i, p] of turn.entries()) {
    const q = turn[(i + 1) % turn.length] ?? p;
    twice += p.x * q.y - q.x * p.y;
  }
  return Math.abs(twice) / 2;
}

/** Opposite sides of a sheet seen from a hand's height differ by a third at most. */
function isSheet([a, b, c, d]: FourPoints): boolean {
  const side = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
  const [top, low, left, right] = [side(a, b), side(c, d), side(a, c), side(b, d)];
  const even = (p: number, q: number): boolean => Math.max(p, q) < 1.5 * Math.min(p, q);
  const shape = (top + low) / (left + right);
  return even(top, low) && even(left, right) && Math.max(shape, 1 / shape) < LONGEST_SHAPE;
}

function isWholePicture(corners: FourPoints, picture: Grey): boolean {
  const rim = 0.012 * Math.max(picture.width, picture.height);
  const atRim = (p: Point): boolean =>
    (p.x < rim || p.x > picture.width - rim) && (p.y < rim || p.y > picture.height - rim);
  return corners.every(atRim);
}
