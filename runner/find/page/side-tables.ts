/** Lists whose columns or rows stand in several tables, and lists within a table that holds more. Runs inside the page; refers only to `k`. */
import type { GridPlace, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Makes of several tables the one list that a person sees, before anything is asked of them. */
function settleTables(k: PageKit, s: LookState): void {
  // Where every row is a table there are thousands, and none of them stays in view.
  const few = s.grids.size <= 200 ? [...s.grids.keys()] : [];
  for (const table of few) k.layOver(k, s, table);
  for (const table of few) k.joinBeside(k, s, table);
  for (const table of [...s.grids.keys()]) k.partLists(k, s, table);
}

/** Columns that stay in view are drawn a second time over the table: what lies on top is what a person sees. */
function layOver(k: PageKit, s: LookState, upper: Element): void {
  const own = s.grids.get(upper) ?? [];
  for (const [under, grid] of s.grids) {
    if (!k.liesWithin(k, s, upper, under)) continue;
    const pairs = own.flatMap((line, row) =>
      line.map((cell) => [cell, k.cellUnder(k, s, cell, { grid, row })] as const),
    );
    if (
      pairs.length === 0 ||
      !pairs.every(([cell, at]) => k.isCopy(k, s, cell, at && grid[at.row]?.[at.column]))
    )
      continue;
    for (const [cell, at] of pairs) if (at) k.putCell(s, { table: under, ...at }, cell);
    s.grids.delete(upper);
    return;
  }
}

/** Drawn over a part of a wider table and not in it. */
function liesWithin(k: PageKit, s: LookState, upper: Element, under: Element): boolean {
  if (upper === under || under.contains(upper) || upper.contains(under)) return false;
  const [a, b] = [k.rectOf(s, upper), k.rectOf(s, under)];
  const wide = a.left > b.left - 3 && a.right < b.right + 3 && a.width <= b.width - 3;
  return wide && a.top > b.top - 3 && a.bottom < b.bottom + 3;
}

/** What lies under it says the same, or nothing that can be seen. */
function isCopy(k: PageKit, s: LookState, cell: Element, low: Element | null | undefined): boolean {
  const words = low ? k.wordsOf(k, s, low) : null;
  return words === "" || words === k.wordsOf(k, s, cell);
}

/** The place in a grid at which the same cell is drawn: in the same row, or one or two off. */
function cellUnder(
  k: PageKit,
  s: LookState,
  cell: Element,
  { grid, row: near }: { grid: readonly (readonly Element[])[]; row: number },
): { row: number; column: number } | null {
  const box = k.rectOf(s, cell);
  for (let row = Math.max(0, near - 2); row <= near + 2; row++)
    for (const [column, low] of (grid[row] ?? []).entries()) {
      const b = k.rectOf(s, low);
      if (Math.abs(b.left - box.left) < 4 && Math.abs(b.top - box.top) < 4) return { row, column };
    }
  return null;
}

function putCell(s: LookState, at: GridPlace, cell: Element): void {
  const line = s.grids.get(at.table)?.[at.row];
  if (!line) return;
  line[at.column] = cell;
  s.places.set(cell, at);
}

/** Columns that do not scroll stand in a table of their own: as many rows, as high, with nothing between. */
function joinBeside(k: PageKit, s: LookState, left: Element): void {
  const grid = s.grids.get(left);
  if (!grid || grid.length < 2) return;
  for (const [right, other] of s.grids) {
    if (right === left || other.length !== grid.length || !k.areBeside(k, s, left, right)) continue;
    if (!k.haveHeads(k, s, [left, right]) || k.saysTwice(k, s, grid, other)) continue;
    const width = Math.max(...grid.map((line) => line.length));
    grid.forEach((line, row) => {
      for (const [column, cell] of (other[row] ?? []).entries()) {
        line[width + column] = cell;
        const place = s.places.get(cell);
        if (place?.table === right)
          s.places.set(cell, { table: left, row: place.row, column: width + place.column });
      }
    });
    s.grids.delete(right);
    s.headerRows.delete(left);
    return;
  }
}

/** Headings at the same height in both; a single column has them where it is th. */
function haveHeads(k: PageKit, s: LookState, tables: readonly [Element, Element]): boolean {
  const header = Math.max(...tables.map((t) => k.headerRow(k, s, t)));
  return (
    header >= 0 &&
    tables.every((t) => {
      const line = s.grids.get(t)?.[header] ?? [];
      return k.headerRow(k, s, t) === header || line.every((c) => c.tagName === "TH");
    })
  );
}

function areBeside(k: PageKit, s: LookState, left: Element, right: Element): boolean {
  const [a, b] = [k.rectOf(s, left), k.rectOf(s, right)];
  if (Math.abs(a.top - b.top) > 3 || b.left - a.right < -3 || b.left - a.right > 3) return false;
  const [rows, others] = [s.grids.get(left) ?? [], s.grids.get(right) ?? []];
  return rows.every((line, row) => {
    const [x, y] = [line[0], others[row]?.[0]];
    return !!x && !!y && Math.abs(k.rectOf(s, x).top - k.rectOf(s, y).top) < 4;
  });
}

/** The same heading on both sides: two lists. */
function saysTwice(k: PageKit, s: LookState, one: Element[][], other: Element[][]): boolean {
  const heads = (grid: Element[][]): string[] =>
    (grid[0] ?? []).map((c) => k.wordsOf(k, s, c)).filter((t) => t !== "");
  const first = heads(one);
  return heads(other).some((t) => first.includes(t));
}

/** A list within a table that holds a form as well: below a line across or an empty one, from its headings to the next such line. */
function partLists(k: PageKit, s: LookState, table: Element): void {
  const grid = s.grids.get(table) ?? [];
  if (grid.length < 5 || k.headerRow(k, s, table) >= 0) return;
  for (let from = 3; from < grid.length - 1; from++) {
    const list = k.partsRows(k, s, grid[from - 1] ?? []) ? k.listFrom(k, s, grid, from) : null;
    const key = list?.[0]?.[0]?.closest("tr");
    if (!list || !key || s.grids.has(key)) continue;
    const title = [...new Set(grid[from - 1])].map((c) => k.wordsOf(k, s, c)).find((t) => t !== "");
    if (title) s.sections.set(key, [title]);
    grid.splice(from, list.length);
    s.grids.set(key, list);
    k.placeAnew(s, key, list);
    k.placeAnew(s, table, grid);
    from--;
  }
}

/** Headings and at least two lines under them, without the empty columns at the edges; null where there are none. */
function listFrom(k: PageKit, s: LookState, grid: Element[][], from: number): Element[][] | null {
  let to = from + 1;
  while (to < grid.length && !k.partsRows(k, s, grid[to] ?? [])) to++;
  if (to - from < 3) return null;
  const list = k.withoutMargins(k, grid.slice(from, to));
  const [heads = []] = list;
  const dress = k.dressOf(s, heads[0] ?? list[0]?.[0] ?? document.body);
  const again = list.some((line) =>
    line.every((c) => !heads.includes(c) && k.isHeading(k, s, c) && k.dressOf(s, c) === dress),
  );
  return k.isHeaderRow(k, s, list, 0) && !again ? list : null;
}

/** Rows have moved: each cell stands where it first stands now. */
function placeAnew(s: LookState, table: Element, grid: Element[][]): void {
  const placed = new Set<Element>();
  grid.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (placed.has(cell)) return;
      placed.add(cell);
      s.places.set(cell, { table, row, column });
    });
  });
}

/** One text over most of the width, with no more than a note in brackets beside it; or nothing at all. */
function partsRows(k: PageKit, s: LookState, line: readonly Element[]): boolean {
  const cells = [...new Set(line)];
  if (cells.some((c) => s.fieldsIn.has(c) || c.querySelector("input,button,select"))) return false;
  const note = /^(?:[(\uFF08].*[)\uFF09])?$/u;
  const said = cells.filter((c) => !note.test(k.wordsOf(k, s, c)));
  const [only] = said;
  return (
    said.length === 0 ||
    (said.length === 1 && line.filter((c) => c === only).length * 2 > line.length)
  );
}

/** Without the columns at the edges in which no row has anything. */
function withoutMargins(k: PageKit, grid: readonly (readonly Element[])[]): Element[][] {
  const width = Math.max(0, ...grid.map((line) => line.length));
  const bare = (column: number): boolean =>
    grid.every((line) => {
      const cell = line[column];
      return !cell || (cell.childElementCount === 0 && k.clean(cell.textContent) === "");
    });
  let [from, to] = [0, width];
  while (from < to && bare(from)) from++;
  while (to > from && bare(to - 1)) to--;
  return grid.map((line) => line.slice(from, to));
}

/** Fields to narrow a list by, in a line of their own among its headings: no row of the list. */
function isFilterRow(
  k: PageKit,
  s: LookState,
  tr: HTMLTableRowElement,
  before: Element | null,
): boolean {
  const cells = [...tr.cells];
  const inHead = tr.closest("thead") !== null || cells.every((c) => c.tagName === "TH");
  if (
    !inHead ||
    !(before instanceof HTMLTableRowElement) ||
    tr.querySelector("input,select") === null
  )
    return false;
  if (before.cells.length !== cells.length || cells.some((c) => k.wordsOf(k, s, c) !== ""))
    return false;
  cells.forEach((cell, i) => {
    const head = before.cells[i];
    const field = cell.querySelector("input,select");
    if (head && field) s.columnHeads.set(field, k.wordsOf(k, s, head));
  });
  return true;
}

export const sideTableParts = {
  settleTables,
  layOver,
  liesWithin,
  isCopy,
  cellUnder,
  putCell,
  joinBeside,
  haveHeads,
  areBeside,
  saysTwice,
  partLists,
  listFrom,
  placeAnew,
  partsRows,
  withoutMargins,
  isFilterRow,
};
