/** The connected parts of the ink, kept as runs along the rows: one pass, whatever the shape. */
import { type InkMap, STROKE } from "./ink-map.ts";

/** One connected part; edges inclusive. */
export interface InkPart {
  readonly area: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly runs: readonly InkRun[];
}

/** Ink from `from` to `to` (inclusive) of one row. */
export interface InkRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** All 8-connected parts of pixels of at least STROKE. */
export function partsOf(map: InkMap): InkPart[] {
  const runs: InkRun[] = [];
  // Each run's leader; a leader leads itself.
  const leaders: number[] = [];
  let above = { from: 0, to: 0 };
  for (let row = 0; row < map.height; row++) {
    const from = runs.length;
    findRuns(map, row, runs);
    for (let i = from; i < runs.length; i++) leaders.push(i);
    join(runs, leaders, { above, here: { from, to: runs.length } });
    above = { from, to: runs.length };
  }
  const groups = new Map<number, InkRun[]>();
  for (const [i, run] of runs.entries()) {
    const leader = leaderOf(leaders, i);
    const group = groups.get(leader);
    if (group) group.push(run);
    else groups.set(leader, [run]);
  }
  return [...groups.values()].map(partFrom);
}

function findRuns({ ink, width }: InkMap, row: number, runs: InkRun[]): void {
  const start = row * width;
  let x = 0;
  while (x < width) {
    while (x < width && (ink[start + x] ?? 0) < STROKE) x++;
    if (x === width) return;
    const from = x;
    while (x < width && (ink[start + x] ?? 0) >= STROKE) x++;
    runs.push({ row, from, to: x - 1 });
  }
}

interface Rows {
  readonly above: { readonly from: number; readonly to: number };
  readonly here: { readonly from: number; readonly to: number };
}

/** Runs of two rows that touch, corners included, get one leader. */
function join(runs: readonly InkRun[], leaders: number[], { above, here }: Rows): void {
  let a = above.from;
  let b = here.from;
  while (a < above.to && b < here.to) {
    const [upper, lower] = [runs[a], runs[b]];
    if (!upper || !lower) return;
    if (upper.from <= lower.to + 1 && lower.from <= upper.to + 1) {
      leaders[leaderOf(leaders, b)] = leaderOf(leaders, a);
    }
    if (upper.to < lower.to) a++;
    else b++;
  }
}

function leaderOf(leaders: number[], run: number): number {
  let at = run;
  while (leaders[at] !== at) {
    const next = leaders[leaders[at] ?? at] ?? at;
    leaders[at] = next;
    at = next;
  }
  return at;
}

function partFrom(runs: readonly InkRun[]): InkPart {
  let [area, x0, x1] = [0, Number.MAX_SAFE_INTEGER, 0];
  for (const run of runs) {
    area += run.to - run.from + 1;
    x0 = Math.min(x0, run.from);
    x1 = Math.max(x1, run.to);
  }
  return { area, x0, x1, y0: runs[0]?.row ?? 0, y1: runs.at(-1)?.row ?? 0, runs };
}
