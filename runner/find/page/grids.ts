/** Tables of a page as grids, and the headings that a place in a grid has. Runs inside the page; refers only to `k`. */
import type { GridPlace, LookState } from "./kit.ts";
import type { PageKit } from "./program.ts";

function readGrids(k: PageKit, s: LookState): void {
  for (const table of document.querySelectorAll("table")) {
    if (k.visible(k, s, table)) s.grids.set(table, k.gridOf(k, s, table));
  }
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
  const answer = [0, 1, 2].find((r) => k.isHeaderRow(k, s, grid, r)) ?? -1;
  s.headerRows.set(table, answer);
  return answer;
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
