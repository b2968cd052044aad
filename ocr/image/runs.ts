/** Connected parts of a picture, kept as runs along the rows: one pass, whatever the shape or size. */

/** Dark pixels from `from` to `to` (inclusive) of one row. */
export interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

interface Plane {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The values that count, both ends included. */
export interface Band {
  readonly least: number;
  readonly most: number;
}

/** The runs of every 8-connected part, in reading order of their first pixel. */
export function connectedRuns(plane: Plane, band: Band): Run[][] {
  const runs: Run[] = [];
  // Each run's leader; a leader leads itself.
  const leaders: number[] = [];
  let above = { from: 0, to: 0 };
  for (let row = 0; row < plane.height; row++) {
    const from = runs.length;
    findRuns(plane, { row, band }, runs);
    for (let i = from; i < runs.length; i++) leaders.push(i);
    join(runs, leaders, { above, here: { from, to: runs.length } });
    above = { from, to: runs.length };
  }
  const groups = new Map<number, Run[]>();
  for (const [i, run] of runs.entries()) {
    const leader = leaderOf(leaders, i);
    const group = groups.get(leader);
    if (group) group.push(run);
    else groups.set(leader, [run]);
  }
  return [...groups.values()];
}

function findRuns(
  { data, width }: Plane,
  { row, band }: { row: number; band: Band },
  runs: Run[],
): void {
  // `| 0` tells the compiler that these stay whole: the loops run for every pixel of a page.
  const start = (row * width) | 0;
  const end = (start + width) | 0;
  const least = band.least | 0;
  const span = (band.most - band.least) | 0;
  // Unsigned, what is less than `least` is larger than any span.
  const counts = (i: number): boolean => ((data[i] ?? 0) - least) >>> 0 <= span;
  let i = start;
  while (i < end) {
    while (i < end && !counts(i)) i++;
    if (i === end) return;
    const from = i;
    while (i < end && counts(i)) i++;
    runs.push({ row, from: from - start, to: i - 1 - start });
  }
}

interface Rows {
  readonly above: { readonly from: number; readonly to: number };
  readonly here: { readonly from: number; readonly to: number };
}

/** Runs of two rows that touch, corners included, get one leader. */
function join(runs: readonly Run[], leaders: number[], { above, here }: Rows): void {
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
