/** Tables of a page as grids, and the headings that a place in a grid has. Runs inside the page; refers only to `k`. */
import type { GridPlace, LookState } from "./kit.ts";
import type { PageKit } from "./program.ts";

function readGrids(k: PageKit, s: LookState): void {
  for (const table of k.deepAll(k, document, "table") as HTMLTableElement[]) {
    if (k.visible(k, s, table)) s.grids.set(table, k.gridOf(k, s, table));
  }
  const tables = [...s.grids.keys()];
  tables.forEach((table, i) => {
    const head = tables[i - 1];
    if (head && k.isHeadOf(k, s, head, table)) s.heads.set(table, head);
  });
}

/** A table of headings right above a table of rows with as many columns: lists that scroll are built so. */
function isHeadOf(k: PageKit, s: LookState, head: Element, table: Element): boolean {
  const [top, body] = [s.grids.get(head) ?? [], s.grids.get(table) ?? []];
  const [line] = top;
  if (!line || top.length !== 1 || line.length < 2 || line.length !== body[0]?.length) return false;
  if (k.headerRow(k, s, table) >= 0 || !line.every((c) => k.isHeading(k, s, c))) return false;
  const [a, b] = [head.getBoundingClientRect(), table.getBoundingClientRect()];
  return Math.abs(a.left - b.left) < 30 && b.top >= a.bottom - 2 && b.top - a.bottom < 30;
}

function gridOf(k: PageKit, s: LookState, table: HTMLTableElement): Element[][] {
  const grid: Element[][] = [];
  [...table.rows].forEach((tr, row) => {
    const line = grid[row] ?? [];
    grid[row] = line;
    let column = 0;
    for (const cell of tr.cells) {
      while (line[column]) column++;
      if (!s.places.has(cell)) s.places.set(cell, { table, row, column });
      const down = Math.min(cell.rowSpan || table.rows.length - row, table.rows.length - row);
      for (let r = row; r < row + down; r++) {
        grid[r] = k.spread(grid[r] ?? [], cell, column);
      }
      column += cell.colSpan;
    }
  });
  return grid;
}

/** Puts a cell into every column that it spans. */
function spread(line: Element[], cell: HTMLTableCellElement, column: number): Element[] {
  for (let c = column; c < column + Math.min(cell.colSpan, 200); c++) line[c] = cell;
  return line;
}

/** A cell that can be a heading: short text and no control in it. */
function isHeading(k: PageKit, s: LookState, cell: Element): boolean {
  const known = s.headings.get(cell);
  if (known !== undefined) return known;
  const answer = k.looksLikeHeading(k, s, cell);
  s.headings.set(cell, answer);
  return answer;
}

function looksLikeHeading(k: PageKit, s: LookState, cell: Element): boolean {
  if (!k.visible(k, s, cell) || cell.querySelector("table")) return false;
  const words = k.wordsOf(k, s, cell);
  if (words === "" || words.length > 40) return false;
  return ![...cell.querySelectorAll("input,select,textarea,button")].some((el) =>
    k.visible(k, s, el),
  );
}

/** Headings to the left on the row (nearest first, only the nearest), climbing out of nested tables. */
function headingLeft(k: PageKit, s: LookState, el: Element): string | null {
  const dd = el.closest("dd");
  const before = dd?.previousElementSibling;
  if (before?.tagName === "DT") return k.wordsOf(k, s, before);
  for (let cell = el.closest("td,th"); cell; cell = cell.parentElement?.closest("td,th") ?? null) {
    const place = s.places.get(cell);
    const line = place ? s.grids.get(place.table)?.[place.row] : undefined;
    if (!place || !line) continue;
    for (let c = place.column - 1; c >= 0; c--) {
      const left = line[c];
      if (left && left !== cell && k.isHeading(k, s, left)) return k.wordsOf(k, s, left);
    }
  }
  return null;
}

function headingAbove(k: PageKit, s: LookState, el: Element): string | null {
  for (let cell = el.closest("td,th"); cell; cell = cell.parentElement?.closest("td,th") ?? null) {
    const place = s.places.get(cell);
    const grid = place ? s.grids.get(place.table) : undefined;
    if (!place || !grid) continue;
    const up = k.cellAbove(k, s, { grid, place, cell });
    if (up) return k.wordsOf(k, s, up);
  }
  return null;
}

/** In a list the heading is the top row, not the cell of the record above. */
function cellAbove(
  k: PageKit,
  s: LookState,
  at: { grid: Element[][]; place: GridPlace; cell: Element },
): Element | null {
  const { grid, place, cell } = at;
  const header = k.headerRow(k, s, place.table);
  const top = header < place.row ? grid[header]?.[place.column] : undefined;
  if (top && top !== cell) return top;
  const head = s.heads.get(place.table);
  const apart = head ? s.grids.get(head)?.[0]?.[place.column] : undefined;
  if (apart) return apart;
  for (let r = place.row - 1; r >= 0; r--) {
    const up = grid[r]?.[place.column];
    if (up && up !== cell && k.isHeading(k, s, up)) return up;
  }
  return null;
}

/** Row that holds the column headings of a list (among the first three); -1 when the table is no list. */
function headerRow(k: PageKit, s: LookState, table: Element): number {
  const known = s.headerRows.get(table);
  if (known !== undefined) return known;
  const grid = s.grids.get(table) ?? [];
  const first = [0, 1, 2].find((r) => k.isHeaderRow(k, s, grid, r)) ?? -1;
  // Headings of two lines: the lower one names the column, the upper one the group.
  let answer = first;
  while (answer >= 0 && answer < 3 && k.isGroupedBelow(grid, answer)) answer++;
  s.headerRows.set(table, answer);
  return answer;
}

/** The next line is all th as well, where it is not the same cell reaching down. */
function isGroupedBelow(grid: Element[][], row: number): boolean {
  const [upper, lower] = [grid[row] ?? [], grid[row + 1] ?? []];
  const own = lower.filter((c, i) => c !== upper[i]);
  return own.length > 0 && grid.length > row + 2 && own.every((c) => c.tagName === "TH");
}

/** Texts that say to which group a cell belongs: all headings left of it, headings above its own, and lines across. */
function cellScopes(k: PageKit, s: LookState, el: Element): string[] {
  const texts: string[] = [];
  for (let cell = el.closest("td,th"); cell; cell = cell.parentElement?.closest("td,th") ?? null) {
    texts.push(...k.ownCellScopes(k, s, cell));
  }
  return texts;
}

function ownCellScopes(k: PageKit, s: LookState, cell: Element): string[] {
  const known = s.cellScopes.get(cell);
  if (known !== undefined) return known;
  const place = s.places.get(cell);
  const texts = place ? k.placeScopes(k, s, cell, place) : [];
  s.cellScopes.set(cell, texts);
  return texts;
}

function placeScopes(k: PageKit, s: LookState, cell: Element, place: GridPlace): string[] {
  const grid = s.grids.get(place.table) ?? [];
  const left = new Set((grid[place.row] ?? []).slice(0, place.column));
  const header = k.headerRow(k, s, place.table);
  const above = new Set(grid.slice(0, header + 1).map((line) => line[place.column]));
  const cells = [...[...left].filter((c) => k.isHeading(k, s, c)), ...above];
  const texts = cells.flatMap((c) => (c && c !== cell ? [k.wordsOf(k, s, c)] : []));
  const across = k.lineAcross(k, s, grid, place.row);
  return across === null ? texts : [...texts, across];
}

/** The nearest row above that is one heading over the whole width: a section of the form. */
function lineAcross(k: PageKit, s: LookState, grid: Element[][], row: number): string | null {
  for (let r = row - 1; r >= 0; r--) {
    const cells = new Set(grid[r] ?? []);
    const [only] = cells;
    if (only && cells.size === 1 && (grid[r]?.length ?? 0) > 1 && k.isHeading(k, s, only))
      return k.wordsOf(k, s, only);
  }
  return null;
}

/** All th, or at least three short texts drawn alike and unlike the row below. */
function isHeaderRow(k: PageKit, s: LookState, grid: Element[][], row: number): boolean {
  const cells = [...new Set(grid[row] ?? [])];
  if (cells.length < 2) return false;
  if (cells.every((c) => c.tagName === "TH")) return true;
  if (cells.length < 3 || !cells.every((c) => k.isHeading(k, s, c))) return false;
  const drawn = (c: Element | undefined): string => {
    if (!c) return "";
    const style = getComputedStyle(c);
    return `${style.backgroundColor} ${style.fontWeight}`;
  };
  return new Set(cells.map(drawn)).size === 1 && drawn(cells[0]) !== drawn(grid[row + 1]?.[0]);
}

export const gridParts = {
  readGrids,
  isHeadOf,
  isGroupedBelow,
  cellScopes,
  ownCellScopes,
  placeScopes,
  lineAcross,
  gridOf,
  isHeading,
  looksLikeHeading,
  headingLeft,
  headingAbove,
  cellAbove,
  spread,
  headerRow,
  isHeaderRow,
};
