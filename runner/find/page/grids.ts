/** Tables of a page as grids, and the headings that a place in a grid has. Runs inside the page; refers only to `k`. */
import type { GridPlace, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function readGrids(k: PageKit, s: LookState): void {
  for (const table of k.deepAll(k, document, "table") as HTMLTableElement[]) {
    if (k.visible(k, s, table)) s.grids.set(table, k.gridOf(k, s, table));
  }
  k.settleTables(k, s);
  const tables = [...s.grids.keys()];
  tables.forEach((table, i) => {
    const before = tables[i - 1];
    if (!before) return;
    const head = s.heads.get(before);
    if (head && k.goesOnBelow(s, before, table)) s.heads.set(table, head);
    else if (!head && k.isHeadOf(k, s, before, table)) s.heads.set(table, before);
  });
  k.joinHeads(k, s);
}

/** Lists whose every row is a table of its own: right below the one before, with columns as wide. */
function goesOnBelow(s: LookState, before: Element, table: Element): boolean {
  const [upper, lower] = [s.grids.get(before) ?? [], s.grids.get(table) ?? []];
  const [a, b] = [upper[0] ?? [], lower[0] ?? []];
  if (upper.length !== 1 || lower.length !== 1 || a.length !== b.length) return false;
  const [above, below] = [before.getBoundingClientRect(), table.getBoundingClientRect()];
  const gap = below.top - above.bottom;
  if (gap < -2 || gap > 12) return false;
  return a.every((cell, i) => {
    const [x, y] = [cell.getBoundingClientRect(), b[i]?.getBoundingClientRect()];
    return y !== undefined && Math.abs(x.left - y.left) < 4 && Math.abs(x.width - y.width) < 4;
  });
}

/** A table of headings right above a table of rows with as many columns: lists that scroll are built so. */
function isHeadOf(k: PageKit, s: LookState, head: Element, table: Element): boolean {
  const [top, body] = [s.grids.get(head) ?? [], s.grids.get(table) ?? []];
  const [line] = top;
  if (!line || top.length !== 1 || line.length < 2 || line.length !== body[0]?.length) return false;
  if (k.headerRow(k, s, table) >= 0 || !line.every((c) => k.isColumnHead(k, s, c))) return false;
  if (line.some((c) => /[:\uFF1A]$/u.test(k.wordsOf(k, s, c)))) return false;
  if (body.length === 1 && k.isRowBefore(k, s, [head, table])) return false;
  const [a, b] = [head.getBoundingClientRect(), table.getBoundingClientRect()];
  return Math.abs(a.left - b.left) < 30 && b.top >= a.bottom - 2 && b.top - a.bottom < 30;
}

/** Made, placed and drawn like the one row below it: no headings of that, but the row before it. */
function isRowBefore(
  k: PageKit,
  s: LookState,
  [upper, lower]: readonly [Element, Element],
): boolean {
  const [line, under] = [upper, lower].map((table) => s.grids.get(table)?.[0] ?? []);
  const beside = upper.parentElement === lower.parentElement && upper.className === lower.className;
  if (!beside || upper.querySelector("thead,th")) return false;
  return !!line?.every((c, i) => {
    const below = under?.[i];
    return !!below && k.dressOf(s, c) === k.dressOf(s, below);
  });
}

function gridOf(k: PageKit, s: LookState, table: HTMLTableElement): Element[][] {
  const grid: Element[][] = [];
  // Rows that are not drawn are no rows: templates, and headings folded away under those that stay in view.
  const drawn = [...table.rows].filter(
    (tr) => tr.checkVisibility({ visibilityProperty: true }) && !k.onlySetsWidths(k, s, tr),
  );
  const rows = drawn.filter((tr, i) => !k.isFilterRow(k, s, tr, drawn[i - 1] ?? null));
  rows.forEach((tr, row) => {
    const line = grid[row] ?? [];
    grid[row] = line;
    let column = 0;
    for (const cell of tr.cells) {
      while (line[column]) column++;
      if (!s.places.has(cell)) s.places.set(cell, { table, row, column });
      const down = Math.min(cell.rowSpan || rows.length - row, rows.length - row);
      for (let r = row; r < row + down; r++) {
        grid[r] = k.spread(grid[r] ?? [], cell, column);
      }
      column += cell.colSpan;
    }
  });
  return grid;
}

/** Another table in it that is drawn; what a hint keeps folded away parts nothing. */
function holdsTable(k: PageKit, s: LookState, el: Element): boolean {
  if (!el.querySelector("table")) return false;
  return [...el.querySelectorAll("table")].some((inner) => k.visible(k, s, inner));
}

/** A row without height and words, by which a list sets the widths of its columns. */
function onlySetsWidths(k: PageKit, s: LookState, tr: HTMLTableRowElement): boolean {
  return !tr.previousElementSibling && tr.textContent?.trim() === "" && k.rectOf(s, tr).height < 3;
}

/** Puts a cell into every column that it spans. */
function spread(line: Element[], cell: HTMLTableCellElement, column: number): Element[] {
  for (let c = column; c < column + Math.min(cell.colSpan, 200); c++) line[c] = cell;
  return line;
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
  const left = k.leftOfGroup(k, s, grid, place);
  const header = k.headerRow(k, s, place.table);
  const above = new Set(grid.slice(0, header + 1).map((line) => line[place.column]));
  const cells = [...[...left].filter((c) => k.isHeading(k, s, c)), ...above];
  const texts = cells.flatMap((c) => (c && c !== cell ? [k.wordsOf(k, s, c)] : []));
  const over = header < 0 ? k.cellAbove(k, s, { grid, place, cell }) : null;
  if (over) texts.push(k.wordsOf(k, s, over));
  const under = k.headingUnder(k, s, cell);
  if (under) texts.push(under);
  const across = k.lineAcross(k, s, grid, place.row);
  return across === null ? texts : [...texts, across];
}

/** All cells left of a place, without the heads of the groups before its own: 「所有者」 in 「所有者 氏名 [ ] 管理人 氏名 [ ]」, each over two rows. */
function leftOfGroup(
  k: PageKit,
  s: LookState,
  grid: Element[][],
  place: GridPlace,
): ReadonlySet<Element> {
  const all = new Set((grid[place.row] ?? []).slice(0, place.column));
  const reaches = (cell: Element): boolean =>
    (cell as HTMLTableCellElement).rowSpan > 1 && k.isHeading(k, s, cell);
  let tall = 0;
  for (const cell of all) if (reaches(cell)) tall++;
  if (tall < 2) return all;
  const left = [...all].reverse();
  const own = left.findIndex(reaches);
  const end = own < 0 ? -1 : left.findIndex((c, i) => i > own && s.fieldsIn.has(c));
  const ofOthers = (cell: Element, i: number): boolean => end >= 0 && i > end && reaches(cell);
  return new Set(left.filter((cell, i) => !ofOthers(cell, i)).reverse());
}

export const gridParts = {
  readGrids,
  isHeadOf,
  isRowBefore,
  goesOnBelow,
  cellScopes,
  ownCellScopes,
  placeScopes,
  leftOfGroup,
  gridOf,
  holdsTable,
  onlySetsWidths,
  spread,
};
