/** Connected parts of a picture, kept as runs along the rows: one pass, whatever the shape or size. */

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

/**
 * The runs of a picture in reading order: pixels `from` to `to` (inclusive) of `row`, and the number of the 8-connected part
 * that they belong to. Parts are numbered by their first pixel in reading order. Only the first `count` places mean anything, and
 * only until the next picture: the arrays are used again.
 */
export interface Runs {
  readonly count: number;
  readonly parts: number;
  readonly row: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly part: Int32Array;
}

/** Grows with the pictures of this process; what a page needs is a few hundred kilobytes. */
let room = roomFor(4096);
function roomFor(count: number) {
  const ints = (): Int32Array => new Int32Array(count);
  return { row: ints(), from: ints(), to: ints(), part: ints() };
}

/** Finds all runs and joins them to parts. */
export function connectedRuns(plane: Plane, band: Band): Runs {
  // A row of `width` pixels has at most every second one as a run.
  const perRow = (plane.width + 1) >> 1;
  let [above, here] = [0, 0];
  for (let row = 0; row < plane.height; row++) {
    if (here + perRow > room.row.length) enlarge(here + perRow);
    const end = findRuns(plane, { row, band }, here);
    join(above, here, end);
    [above, here] = [here, end];
  }
  return { count: here, parts: numberParts(here), ...room };
}

function enlarge(least: number): void {
  const before = room;
  room = roomFor(2 * least);
  for (const name of ["row", "from", "to", "part"] as const) room[name].set(before[name]);
}

/** Every new run leads itself: `part` holds each run's leader until the parts are numbered. Gives the place after the last one. */
function findRuns(
  { data, width }: Plane,
  { row, band }: { row: number; band: Band },
  first: number,
): number {
  const { row: rows, from, to, part } = room;
  // `| 0` tells the compiler that these stay whole: the loops run for every pixel of a page.
  const start = (row * width) | 0;
  const end = (start + width) | 0;
  const least = band.least | 0;
  const span = (band.most - band.least) | 0;
  let run = first | 0;
  let i = start;
  while (i < end) {
    // Unsigned, what is less than `least` is larger than any span.
    while (i < end && ((data[i] ?? 0) - least) >>> 0 > span) i++;
    if (i === end) break;
    rows[run] = row;
    from[run] = i - start;
    while (i < end && ((data[i] ?? 0) - least) >>> 0 <= span) i++;
    to[run] = i - 1 - start;
    part[run] = run;
    run++;
  }
  return run;
}

/** Runs of two rows (`above` … `here` … `end`) that touch, corners included, get one leader. */
function join(above: number, here: number, end: number): void {
  const { from, to, part } = room;
  let a = above | 0;
  let b = here | 0;
  while (a < here && b < end) {
    const upper = to[a] ?? 0;
    const lower = to[b] ?? 0;
    if ((from[a] ?? 0) <= lower + 1 && (from[b] ?? 0) <= upper + 1) {
      part[leaderOf(part, b)] = leaderOf(part, a);
    }
    if (upper < lower) a++;
    else b++;
  }
}

function leaderOf(leaders: Int32Array, run: number): number {
  let at = run;
  for (;;) {
    const next = leaders[at] ?? at;
    if (next === at) return at;
    const after = leaders[next] ?? next;
    leaders[at] = after;
    at = after;
  }
}

/** Leaders become numbers; gives how many parts there are. Two passes, because a leader may come after those that it leads. */
function numberParts(count: number): number {
  const { part } = room;
  const numbers = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) part[i] = leaderOf(part, i);
  let parts = 0;
  for (let i = 0; i < count; i++) {
    const leader = part[i] ?? 0;
    if ((numbers[leader] ?? 0) < 0) numbers[leader] = parts++;
    part[i] = numbers[leader] ?? 0;
  }
  return parts;
}

/** What is measured of one part; edges inclusive. */
export interface Extent {
  readonly area: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Places of all its pixels added up, along and down. */
  readonly along: number;
  readonly down: number;
}

const FAR = 2 ** 30 - 1;
const nothing = () => ({ area: 0, x0: FAR, y0: FAR, x1: 0, y1: 0, along: 0, down: 0 });

const at = (values: Int32Array, i: number): number => values[i] ?? 0;

/** Of every part, in order of their numbers. */
export function extentsOf(runs: Runs): Extent[] {
  const extents = Array.from({ length: runs.parts }, nothing);
  for (let i = 0; i < runs.count; i++) {
    const extent = extents[at(runs.part, i)];
    if (!extent) continue;
    const row = at(runs.row, i);
    const from = at(runs.from, i);
    const to = at(runs.to, i);
    const count = to - from + 1;
    extent.area += count;
    extent.along += (count * (from + to)) / 2;
    extent.down += count * row;
    extent.x0 = Math.min(extent.x0, from);
    extent.x1 = Math.max(extent.x1, to);
    extent.y0 = Math.min(extent.y0, row);
    extent.y1 = row;
  }
  return extents;
}

/** Writes `value` on all pixels of the parts that are not `kept` (by number). */
export function paintOthers(
  { data, width }: Plane,
  runs: Runs,
  { kept, value }: { kept: readonly boolean[]; value: number },
): void {
  for (let i = 0; i < runs.count; i++) {
    if (kept[at(runs.part, i)] === true) continue;
    const start = at(runs.row, i) * width;
    data.fill(value, start + at(runs.from, i), start + at(runs.to, i) + 1);
  }
}
