/** Fits the plane of a page to points that must lie on lines: least squares, and again without what does not fit. */
import { apply, type Homography, type Point } from "../image/homography.ts";

/** The image of `from` (mm) lies at `distance` along the unit normal (pixels); two of them pin a point. */
export interface Tie {
  readonly from: Point;
  readonly normal: Point;
  readonly distance: number;
  readonly weight: number;
}

export interface PlaneFrame {
  /** Middle of the paper (mm), middle of the scan (pixels) and pixels per millimetre: keeps the numbers near 1. */
  readonly middle: Point;
  readonly target: Point;
  readonly scale: number;
}

/** Millimetres that stand for 1 inside the fit. */
const UNIT = 100;

/** Holds the perspective terms near zero: scanners have none, and few ties must not invent one. */
const STIFF = { affine: 50, plane: 0.002 } as const;

/** How far (mm) the image of a tie's point stands from where it should. */
export function tieError(plane: Homography, tie: Tie, scale: number): number {
  const at = apply(plane, tie.from);
  return Math.abs(tie.normal.x * at.x + tie.normal.y * at.y - tie.distance) / scale;
}

/** The plane of least squares over the ties; null when they do not determine it. `bend` also fits perspective. */
export function fitPlane(
  ties: readonly Tie[],
  frame: PlaneFrame,
  how: { readonly bend: boolean; readonly spread: number; readonly start: Homography },
): Homography | null {
  const rows = Array.from({ length: 8 }, () => new Float64Array(9));
  let total = 0;
  for (const tie of ties) {
    const error = tieError(how.start, tie, frame.scale) / how.spread;
    if (error >= 1) continue;
    const weight = tie.weight * (1 - error * error) ** 2;
    total += weight;
    addTie(rows, equationOf(tie, frame), weight);
  }
  const stiff = (how.bend ? STIFF.plane : STIFF.affine) * Math.max(1, total);
  for (const i of [6, 7]) add(rows, i, i, stiff);
  for (let i = 0; i < 6; i++) add(rows, i, i, 1e-9 * Math.max(1, total));
  const solved = solveRows(rows);
  return solved && backToPixels(solved, frame);
}

/** Nine numbers: factors of the eight unknowns and the right side. */
function equationOf(tie: Tie, frame: PlaneFrame): number[] {
  const u = (tie.from.x - frame.middle.x) / UNIT;
  const v = (tie.from.y - frame.middle.y) / UNIT;
  const { x: nx, y: ny } = tie.normal;
  const d = (tie.distance - nx * frame.target.x - ny * frame.target.y) / (UNIT * frame.scale);
  return [nx * u, nx * v, nx, ny * u, ny * v, ny, -d * u, -d * v, d];
}

function addTie(rows: readonly Float64Array[], equation: readonly number[], weight: number): void {
  for (let i = 0; i < 8; i++) {
    const factor = weight * (equation[i] ?? 0);
    for (let j = 0; j < 9; j++) add(rows, i, j, factor * (equation[j] ?? 0));
  }
}

function add(rows: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = rows[i];
  if (row) row[j] = (row[j] ?? 0) + value;
}

function backToPixels(h: readonly number[], frame: PlaneFrame): Homography | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h;
  const s = UNIT * frame.scale;
  const { middle: m, target: t } = frame;
  // u = (x - m) / UNIT and q = s · q' + t, written out as one matrix.
  const row = (p: number, q: number, r: number, shift: number): [number, number, number] => {
    const x = (s * p + shift * g) / UNIT;
    const y = (s * q + shift * k) / UNIT;
    return [x, y, s * r + shift - x * m.x - y * m.y];
  };
  const first = row(a, b, c, t.x);
  const second = row(d, e, f, t.y);
  const [gx, gy] = [g / UNIT, k / UNIT];
  const last = 1 - gx * m.x - gy * m.y;
  if (!Number.isFinite(last) || Math.abs(last) < 1e-6) return null;
  const h9 = [...first, ...second, gx, gy].map((v) => v / last);
  return h9.every(Number.isFinite) ? (h9 as unknown as Homography) : null;
}

/** Gauss-Jordan with pivoting; null when there is no single solution. */
function solveRows(rows: Float64Array[]): number[] | null {
  for (let i = 0; i < rows.length; i++) {
    const best = pivotAt(rows, i);
    const pivot = rows[best];
    const current = rows[i];
    if (!pivot || !current || Math.abs(pivot[i] ?? 0) < 1e-12) return null;
    rows[best] = current;
    rows[i] = pivot;
    for (const row of rows) if (row !== pivot) clearColumn(row, pivot, i);
  }
  return rows.map((row, i) => (row[rows.length] ?? 0) / (row[i] ?? 1));
}

function pivotAt(rows: readonly Float64Array[], column: number): number {
  const size = (r: number): number => Math.abs(rows[r]?.[column] ?? 0);
  let best = column;
  for (let r = column + 1; r < rows.length; r++) if (size(r) > size(best)) best = r;
  return best;
}

function clearColumn(row: Float64Array, pivot: Float64Array, column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
  if (factor === 0) return;
  for (let c = column; c < row.length; c++) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0);
}
