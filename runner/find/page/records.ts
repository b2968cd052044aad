/** Forms and lists that stack lines: captions under their fields, two captions in one cell, records of several lines. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/**
 * Rows of fields and rows of captions in turn, a row of fields first: "under" when captions end it, "both" when it cannot
 * be told whether a caption belongs to what is over or under it; null for all other tables.
 */
function captionRows(k: PageKit, s: LookState, table: Element): "under" | "both" | null {
  const known = s.captionRows.get(table);
  if (known !== undefined) return known;
  const grid = s.grids.get(table) ?? [];
  const ends = grid.length % 2 === 0 ? "under" : "both";
  const answer = k.isInTurn(k, s, grid) ? ends : null;
  s.captionRows.set(table, answer);
  return answer;
}

function isInTurn(k: PageKit, s: LookState, grid: Element[][]): boolean {
  if (grid.length < 2) return false;
  return grid.every((line, row) => {
    if (row % 2 === 0)
      return line.some((c) => s.fieldsIn.has(c)) && !line.some((c) => k.isHeading(k, s, c));
    const over = grid[row - 1] ?? [];
    const alike = line.every((c, i) => (c === line[i - 1]) === (over[i] === over[i - 1]));
    return alike && line.length === over.length && line.every((c) => k.isHeading(k, s, c));
  });
}

/** Cells that are all captions: drawn alike, beside a row of as many cells that are fields or drawn otherwise. */
function isCaptionLine(k: PageKit, s: LookState, grid: Element[][], row: number): boolean {
  const line = grid[row] ?? [];
  const known = s.captionLines.get(line);
  if (known !== undefined) return known;
  const answer = k.areCaptions(k, s, line, [grid[row + 1], grid[row - 1]]);
  s.captionLines.set(line, answer);
  return answer;
}

/** In such a line, in a table that is no list. */
function isCaptionCell(k: PageKit, s: LookState, cell: Element): boolean {
  const place = s.places.get(cell);
  const grid = place ? s.grids.get(place.table) : undefined;
  if (!place || !grid || k.headerRow(k, s, place.table) >= 0) return false;
  return k.isCaptionLine(k, s, grid, place.row);
}

function areCaptions(
  k: PageKit,
  s: LookState,
  line: Element[],
  beside: readonly (Element[] | undefined)[],
): boolean {
  const cells = [...new Set(line)];
  const [first] = cells;
  if (!first || cells.length < 2 || !cells.every((c) => k.isHeading(k, s, c))) return false;
  const dress = k.dressOf(s, first);
  if (cells.some((c) => k.dressOf(s, c) !== dress)) return false;
  return beside.some((other) => {
    if (other?.length !== line.length) return false;
    const alike = line.every((c, i) => (c === line[i - 1]) === (other[i] === other[i - 1]));
    const fields = other.some((c) => s.fieldsIn.has(c));
    return (
      alike && other.every((c) => k.dressOf(s, c) !== dress || (fields && !k.isHeading(k, s, c)))
    );
  });
}

/** The caption in the row under a field, in tables that are drawn so. */
function headingUnder(k: PageKit, s: LookState, el: Element): string | null {
  const cell = el.closest("td,th");
  const place = cell ? s.places.get(cell) : undefined;
  if (!place || k.captionRows(k, s, place.table) === null) return null;
  const under = s.grids.get(place.table)?.[place.row + 1]?.[place.column];
  return under ? k.wordsOf(k, s, under) : null;
}

/** 「フリガナ / 氏名」 in one heading and two fields in the cell beside it: the line of the heading that is the field's own. */
function stackedCaption(k: PageKit, s: LookState, el: Element): string | null {
  const cell = el.closest("td");
  const place = cell ? s.places.get(cell) : undefined;
  const head = place && s.grids.get(place.table)?.[place.row]?.[place.column - 1];
  if (!cell || !head || (s.fieldsIn.get(cell)?.count ?? 0) < 2 || !k.isHeading(k, s, head))
    return null;
  const fields = k.linesOf(k, s, cell, "control");
  const words = k.linesOf(k, s, head, "text");
  const own = fields.findIndex((line) => line.some((t) => t.element === el));
  if (fields.length !== words.length || fields.length < 2) return null;
  return k.clean((words[own] ?? []).map((t) => t.text).join(" "));
}

/** What stands in a cell, line by line as it is drawn. */
function linesOf(k: PageKit, s: LookState, cell: Element, kind: FlowToken["kind"]): FlowToken[][] {
  const lines: FlowToken[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const t of s.flow) {
    if (t.kind !== kind || !cell.contains(t.node)) continue;
    const box = k.textBox(t);
    if (box.top >= bottom - 3) lines.push([]);
    lines[lines.length - 1]?.push(t);
    bottom = Math.max(bottom, box.bottom);
  }
  return lines;
}

/** Lines of one record: as many as the lines of headings, where cells reach down over all of them in both; else 1. */
function recordLines(k: PageKit, s: LookState, table: Element): number {
  const known = s.recordLines.get(table);
  if (known !== undefined) return known;
  const grid = s.grids.get(table) ?? [];
  const lines = k.headerRow(k, s, table) + 1;
  const answer = lines >= 2 && k.isRecordOf(grid, lines, 0) && k.allRecords(k, grid, lines);
  s.recordLines.set(table, answer ? lines : 1);
  return answer ? lines : 1;
}

function allRecords(k: PageKit, grid: Element[][], lines: number): boolean {
  if (grid.length < 2 * lines || grid.length % lines !== 0) return false;
  for (let row = lines; row < grid.length; row += lines)
    if (!k.isRecordOf(grid, lines, row)) return false;
  return true;
}

/** A cell reaches down over exactly these lines, and another one does not. */
function isRecordOf(grid: Element[][], lines: number, from: number): boolean {
  const [top = [], last = []] = [grid[from], grid[from + lines - 1]];
  const held = top.filter((cell, i) => last[i] === cell);
  const before = grid[from - 1] ?? [];
  const after = grid[from + lines] ?? [];
  const alone = held.every((cell) => !before.includes(cell) && !after.includes(cell));
  return held.length > 0 && held.length < top.length && alone;
}

/** A heading of its own for each line of a record; the lowest line of headings where records are one line. */
function headLineOf(k: PageKit, s: LookState, table: Element, row: number): number {
  const header = k.headerRow(k, s, table);
  const lines = k.recordLines(k, s, table);
  return lines > 1 && row > header ? (row - header - 1) % lines : header;
}

export const recordParts = {
  captionRows,
  isCaptionLine,
  areCaptions,
  isCaptionCell,
  isInTurn,
  headingUnder,
  stackedCaption,
  linesOf,
  recordLines,
  allRecords,
  isRecordOf,
  headLineOf,
};
