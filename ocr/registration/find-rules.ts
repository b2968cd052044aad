/** Finds ruled lines on a page by long runs of ink that follow each other, also when the page lies a little askew. */
import { type InkMap, turned } from "./ink-map.ts";

/** A straight ruled line in pixels; x0 ≤ x1 for lines across, y0 ≤ y1 for lines down. */
export interface RuleLine {
  readonly direction: "across" | "down";
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly thickness: number;
}

export interface RuleSearch {
  /** Pixels per millimetre of the map. */
  readonly scale: number;
  /** Millimetres: shortest run of ink, longest gap in it, shortest line, thickest line. */
  readonly run: number;
  readonly gap: number;
  readonly line: number;
  readonly thickest: number;
}

/** Solid rules: text has no run of 4 mm, and a line of 0.2 mm that lies 3° askew still has. */
export const solidRules = { run: 3.6, gap: 0.3, line: 8, thickest: 1.7 } as const;

export function findRules(map: InkMap, search: RuleSearch): RuleLine[] {
  const across = chains(map, search).map((c) => lineOf(c, "across"));
  const down = chains(turned(map), search).map((c) => lineOf(c, "down"));
  return [...across, ...down];
}

/** Slope of the page in radians by its rules, weighted by length; 0 without rules. */
export function skewOf(rules: readonly RuleLine[]): number {
  const slopes = rules
    .map((r) => {
      const [dx, dy] = [r.x1 - r.x0, r.y1 - r.y0];
      const angle = r.direction === "across" ? dy / dx : -dx / dy;
      return { angle, weight: Math.hypot(dx, dy) ** 1.5 };
    })
    .sort((a, b) => a.angle - b.angle);
  const half = slopes.reduce((sum, s) => sum + s.weight, 0) / 2;
  let seen = 0;
  for (const s of slopes) {
    seen += s.weight;
    if (seen >= half) return Math.atan(s.angle);
  }
  return 0;
}

interface Run {
  readonly y: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Runs that touch each other from row to row. */
interface Chain {
  readonly from: number;
  readonly to: number;
  readonly slope: number;
  /** Height of the fitted line at `from`. */
  readonly start: number;
  readonly thickness: number;
}

function chains(map: InkMap, search: RuleSearch): Chain[] {
  const runs = runsOf(map, search.run * search.scale, search.gap * search.scale);
  const groups = linkRuns(runs, search.gap * search.scale + 2);
  const found: Chain[] = [];
  for (const group of groups) {
    const chain = fitChain(group);
    const long = chain.to - chain.from >= search.line * search.scale;
    if (long && chain.thickness <= search.thickest * search.scale) found.push(chain);
  }
  return found;
}

function runsOf(map: InkMap, least: number, gap: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < map.height; y++) {
    const row = map.data.subarray(y * map.width, (y + 1) * map.width);
    for (let from = row.indexOf(1); from >= 0; ) {
      const to = endOfRun(row, from, gap);
      if (to - from >= least) runs.push({ y, from, to });
      from = row.indexOf(1, to);
    }
  }
  return runs;
}

/** Behind the last ink of a run that no gap is wider than `gap` in. */
function endOfRun(row: Uint8Array, from: number, gap: number): number {
  let last = from;
  for (let x = from + 1; x < row.length && x - last - 1 <= gap; x++) if (row[x] === 1) last = x;
  return last + 1;
}

/** Joins runs of neighbouring rows that overlap or nearly touch end to end. */
function linkRuns(runs: readonly Run[], reach: number): Run[][] {
  const sets = new Sets(runs.length);
  let behind = 0;
  for (const [i, run] of runs.entries()) {
    while ((runs[behind]?.y ?? run.y) < run.y - 2) behind++;
    for (let j = behind; (runs[j]?.y ?? run.y) < run.y; j++) {
      const other = runs[j];
      if (other && other.from <= run.to + reach && run.from <= other.to + reach) sets.join(i, j);
    }
  }
  return sets.groups(runs);
}

/** Numbers 0 to n in sets that grow together. */
class Sets {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, i) => i);
  }

  #root(start: number): number {
    let i = start;
    for (let up = this.#parent[i] ?? i; up !== i; up = this.#parent[i] ?? i) {
      this.#parent[i] = this.#parent[up] ?? up;
      i = up;
    }
    return i;
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
  }

  groups<T>(items: readonly T[]): T[][] {
    const found = new Map<number, T[]>();
    for (const [i, item] of items.entries()) {
      const key = this.#root(i);
      const group = found.get(key);
      if (group) group.push(item);
      else found.set(key, [item]);
    }
    return [...found.values()];
  }
}

/** Least squares over all pixels of the runs. */
function fitChain(runs: readonly Run[]): Chain {
  let [n, sx, sy] = [0, 0, 0];
  for (const r of runs) {
    const length = r.to - r.from;
    n += length;
    sx += (length * (r.from + r.to)) / 2;
    sy += length * (r.y + 0.5);
  }
  const [cx, cy] = [sx / n, sy / n];
  let [sxx, sxy] = [0, 0];
  for (const r of runs) {
    const length = r.to - r.from;
    const dx = (r.from + r.to) / 2 - cx;
    sxx += length * (dx * dx + (length * length) / 12);
    sxy += length * dx * (r.y + 0.5 - cy);
  }
  const slope = sxx > 0 ? sxy / sxx : 0;
  const from = runs.reduce((least, r) => Math.min(least, r.from), runs[0]?.from ?? 0);
  const to = runs.reduce((most, r) => Math.max(most, r.to), 0);
  return {
    from,
    to,
    slope,
    start: cy + slope * (from - cx),
    thickness: n / Math.max(1, to - from),
  };
}

function lineOf(c: Chain, direction: RuleLine["direction"]): RuleLine {
  const end = c.start + c.slope * (c.to - c.from);
  const { thickness } = c;
  return direction === "across"
    ? { direction, x0: c.from, y0: c.start, x1: c.to, y1: end, thickness }
    : { direction, x0: c.start, y0: c.from, x1: end, y1: c.to, thickness };
}
