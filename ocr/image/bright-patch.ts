/** The largest bright patch of a small picture, holes (the writing on it) filled, with its convex hull. */
import type { Grey } from "./grey.ts";
import type { Point } from "./homography.ts";

export interface Patch {
  /** Pixels between the outermost bright pixels of each row. */
  readonly area: number;
  /** Convex hull of the pixels' outer corners, in turn. */
  readonly hull: readonly Point[];
}

export function brightestPatch(picture: Grey, level: number): Patch {
  const { width, height } = picture;
  const marks = new Uint8Array(width * height);
  for (const [i, v] of picture.data.entries()) marks[i] = v > level ? 1 : 0;
  const rows = largestRegion(marks, width, height);
  const outline: Point[] = [];
  let area = 0;
  for (const [y, row] of rows.entries()) {
    if (!row) continue;
    area += row.to - row.from + 1;
    outline.push({ x: row.from - 0.5, y }, { x: row.to + 0.5, y });
  }
  return { area, hull: convexHull(outline) };
}

interface Row {
  readonly from: number;
  readonly to: number;
}

interface Region {
  readonly count: number;
  /** First and last column per row. */
  readonly rows: readonly (Row | null)[];
}

interface Field {
  /** 1 = bright and not yet counted. */
  readonly marks: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly stack: Int32Array;
}

function largestRegion(marks: Uint8Array, width: number, height: number): Region["rows"] {
  const field = { marks, width, height, stack: new Int32Array(width * height) };
  let best: Region = { count: 0, rows: [] };
  for (let start = 0; start < marks.length; start++) {
    if (marks[start] !== 1) continue;
    const region = grow(field, start);
    if (region.count > best.count) best = region;
  }
  return best.rows;
}

function grow({ marks, width, height, stack }: Field, start: number): Region {
  const rows: (Row | null)[] = Array.from({ length: height }, () => null);
  let count = 0;
  let size = 1;
  stack[0] = start;
  marks[start] = 2;
  while (size > 0) {
    const at = stack[--size] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    count++;
    const row = rows[y];
    rows[y] = row ? { from: Math.min(row.from, x), to: Math.max(row.to, x) } : { from: x, to: x };
    for (const next of neighbours(at, { x, y, width, height })) {
      if (marks[next] !== 1) continue;
      marks[next] = 2;
      stack[size++] = next;
    }
  }
  return { count, rows };
}

function neighbours(
  at: number,
  place: { x: number; y: number; width: number; height: number },
): number[] {
  const found: number[] = [];
  if (place.x > 0) found.push(at - 1);
  if (place.x < place.width - 1) found.push(at + 1);
  if (place.y > 0) found.push(at - place.width);
  if (place.y < place.height - 1) found.push(at + place.width);
  return found;
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p.x - q.x || p.y - q.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length >= 2 && !turnsLeft(chain.at(-2), chain.at(-1), p)) chain.pop();
      chain.push(p);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return true;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
