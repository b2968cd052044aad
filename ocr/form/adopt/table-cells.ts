/** Finds the cells that ruled lines make: nested tables, merged cells and tables whose outer sides are open. */
import type { MmBox, RuleMark } from "../../form.ts";

/** Lines nearer than this (mm) are one line of the grid. */
const SAME_MM = 0.9;

/** Share of a cell's side that must be ruled. */
const RULED = 0.8;

/** Smaller than this (mm) is a double rule or a slip. */
const LEAST_SIDE = 2.6;

export function findCells(rules: readonly RuleMark[]): MmBox[] {
  const across = rules.filter((r) => r.direction === "across");
  const drawn = rules.filter((r) => r.direction === "down");
  const down = [...drawn, ...openSides(across, drawn)];
  const ys = gridLines(across);
  const xs = gridLines(down);
  if (xs.length < 2 || ys.length < 2) return [];
  const grid = gridOf({ across, down, xs, ys });
  return regions(grid)
    .filter((r) => isClosedBox(grid, r))
    .map((r) => boxOf(grid, r))
    .filter((b) => b.width >= LEAST_SIDE && b.height >= LEAST_SIDE);
}

/** Places of parallel lines, near ones joined. */
function gridLines(rules: readonly RuleMark[]): number[] {
  const places = rules.map((r) => r.at).sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const at of places) {
    const group = groups.at(-1);
    if (group && at - (group[0] ?? at) < SAME_MM) group.push(at);
    else groups.push([at]);
  }
  return groups.map((g) => g.reduce((sum, v) => sum + v, 0) / g.length);
}

/**
 * Many Japanese tables have no rule at their left and right side: where two neighbouring lines across end at the
 * same place and a line down runs between them, their ends count as a side.
 */
function openSides(across: readonly RuleMark[], down: readonly RuleMark[]): RuleMark[] {
  const sorted = [...across].sort((a, b) => a.at - b.at);
  const sides: RuleMark[] = [];
  for (const [i, upper] of sorted.entries()) {
    for (const end of ["from", "to"] as const) {
      const at = upper[end];
      const lower = sorted
        .slice(i + 1)
        .find((r) => Math.abs(r[end] - at) < 1.2 && r.at - upper.at > LEAST_SIDE);
      if (!lower || lower.at - upper.at > 45) continue;
      const between = { from: upper.at, to: lower.at };
      if (!down.some((d) => crosses(d, between, upper))) continue;
      if (down.some((d) => Math.abs(d.at - at) < 1.2 && overlap(d, between) > 0.5)) continue;
      sides.push({ direction: "down", at, ...between });
    }
  }
  return sides;
}

function crosses(d: RuleMark, between: { from: number; to: number }, row: RuleMark): boolean {
  return d.at > row.from - 1 && d.at < row.to + 1 && overlap(d, between) > 0.8;
}

/** Share of `part` that a line covers. */
function overlap(line: RuleMark, part: { from: number; to: number }): number {
  const shared = Math.min(line.to, part.to) - Math.max(line.from, part.from);
  return shared / Math.max(0.1, part.to - part.from);
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly columns: number;
  readonly rows: number;
  /** Rule above cell (row, column): index row * columns + column; one row more than cells. */
  readonly above: readonly boolean[];
  /** Rule left of the cell: index row * (columns + 1) + column. */
  readonly left: readonly boolean[];
}

interface GridRules {
  readonly across: readonly RuleMark[];
  readonly down: readonly RuleMark[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function gridOf({ across, down, xs, ys }: GridRules): Grid {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const above: boolean[] = [];
  for (const y of ys) {
    const own = across.filter((r) => Math.abs(r.at - y) < SAME_MM);
    for (let c = 0; c < columns; c++) above.push(isRuled(own, xs[c] ?? 0, xs[c + 1] ?? 0));
  }
  const left: boolean[] = [];
  for (let r = 0; r < rows; r++) {
    for (const x of xs) {
      const own = down.filter((d) => Math.abs(d.at - x) < SAME_MM);
      left.push(isRuled(own, ys[r] ?? 0, ys[r + 1] ?? 0));
    }
  }
  return { xs, ys, columns, rows, above, left };
}

/** Whether lines cover enough of a side; ends may fall short by a line's thickness. */
function isRuled(lines: readonly RuleMark[], from: number, to: number): boolean {
  const shared = lines.reduce(
    (sum, l) => sum + Math.max(0, Math.min(l.to + 0.5, to) - Math.max(l.from - 0.5, from)),
    0,
  );
  return shared >= RULED * (to - from);
}

/** Grid cells with no rule between them. */
function regions(grid: Grid): number[][] {
  const count = grid.columns * grid.rows;
  const seen = new Uint8Array(count);
  const found: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (seen[start] === 1) continue;
    const region: number[] = [];
    const open = [start];
    seen[start] = 1;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      region.push(cell);
      for (const next of neighbours(grid, cell)) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    found.push(region);
  }
  return found;
}

function neighbours(grid: Grid, cell: number): number[] {
  const { columns, rows, above, left } = grid;
  const r = Math.floor(cell / columns);
  const c = cell % columns;
  const out: number[] = [];
  if (r > 0 && !above[r * columns + c]) out.push(cell - columns);
  if (r < rows - 1 && !above[(r + 1) * columns + c]) out.push(cell + columns);
  if (c > 0 && !left[r * (columns + 1) + c]) out.push(cell - 1);
  if (c < columns - 1 && !left[r * (columns + 1) + c + 1]) out.push(cell + 1);
  return out;
}

interface Span {
  readonly top: number;
  readonly low: number;
  readonly first: number;
  readonly last: number;
}

function spanOf(grid: Grid, region: readonly number[]): Span {
  const rows = region.map((cell) => Math.floor(cell / grid.columns));
  const columns = region.map((cell) => cell % grid.columns);
  const [top, low] = [Math.min(...rows), Math.max(...rows)];
  return { top, low, first: Math.min(...columns), last: Math.max(...columns) };
}

/** A full rectangle with a rule on each side. */
function isClosedBox(grid: Grid, region: readonly number[]): boolean {
  const { top, low, first, last } = spanOf(grid, region);
  if ((low - top + 1) * (last - first + 1) !== region.length) return false;
  for (let c = first; c <= last; c++) {
    if (!grid.above[top * grid.columns + c] || !grid.above[(low + 1) * grid.columns + c])
      return false;
  }
  for (let r = top; r <= low; r++) {
    const row = r * (grid.columns + 1);
    if (!grid.left[row + first] || !grid.left[row + last + 1]) return false;
  }
  return true;
}

function boxOf(grid: Grid, region: readonly number[]): MmBox {
  const { top, low, first, last } = spanOf(grid, region);
  const [x, y] = [grid.xs[first] ?? 0, grid.ys[top] ?? 0];
  return { x, y, width: (grid.xs[last + 1] ?? 0) - x, height: (grid.ys[low + 1] ?? 0) - y };
}
