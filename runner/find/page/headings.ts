/** Cells that are headings, and the headings that a place in a table has. Runs inside the page; refers only to `k`. */
import type { GridPlace, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_badges: RegExp;

/** A cell that can be a heading: short text and no control in it. */
function isHeading(k: PageKit, s: LookState, cell: Element): boolean {
  const known = s.headings.get(cell);
  if (known !== undefined) return known;
  const answer = k.looksLikeHeading(k, s, cell);
  s.headings.set(cell, answer);
  return answer;
}

function looksLikeHeading(k: PageKit, s: LookState, cell: Element): boolean {
  if (!k.visible(k, s, cell) || k.holdsTable(k, s, cell)) return false;
  const words = k.wordsOf(k, s, cell);
  if (!/[\p{L}\p{N}]/u.test(words.normalize("NFKC")) || words.length > 40) return false;
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
    const heading = k.headingBeside(k, s, cell);
    if (heading !== null) return heading;
  }
  return null;
}

function headingBeside(k: PageKit, s: LookState, cell: Element): string | null {
  const place = s.places.get(cell);
  const line = place ? s.grids.get(place.table)?.[place.row] : undefined;
  if (!place || !line) return null;
  const at = line
    .slice(0, place.column)
    .findLastIndex((c) => c && c !== cell && k.isHeading(k, s, c));
  const [left, over] = [line[at], line[at - 1]];
  if (!left) return null;
  // 「必須」 in a cell of its own stands between a caption and its field.
  if (over && k_badges.test(k.wordsOf(k, s, left)) && k.isHeading(k, s, over))
    return k.splitWords(k, s, line, at - 1);
  return k.rowHead(k, s, cell, left) ?? k.splitWords(k, s, line, at);
}

/** 「世帯主 見本太郎 [ ]」 under 「前住所 新住所」: the head of the row, where a value of another column stands between. */
function rowHead(k: PageKit, s: LookState, cell: Element, left: Element): string | null {
  const place = s.places.get(cell);
  const grid = (place && s.grids.get(place.table)) ?? [];
  const [top = [], line = []] = [grid[0], place && grid[place.row]];
  const [head] = line;
  if (!place || place.row === 0 || grid.length > 60 || !head || head === left) return null;
  const over = [top[line.indexOf(left)], top[place.column]];
  if (over[0] === over[1] || !k.isHeading(k, s, head)) return null;
  const dress = k.dressOf(s, head);
  const made = (c: Element | undefined): boolean =>
    !!c && k.isHeading(k, s, c) && k.dressOf(s, c) === dress;
  const plain = k.dressOf(s, left) === k.dressOf(s, cell) && k.dressOf(s, left) !== dress;
  return plain && left.tagName === "TD" && over.every(made) ? k.wordsOf(k, s, head) : null;
}

/** A caption of one letter and another one left of it: 「氏」「名」 in two cells are one word. */
function splitWords(k: PageKit, s: LookState, line: Element[], column: number): string {
  const letter = (cell: Element | undefined): string => {
    const words = cell && k.isHeading(k, s, cell) ? k.wordsOf(k, s, cell) : "";
    return /^\p{Script=Han}$/u.test(words) ? words : "";
  };
  const cell = line[column];
  const own = cell ? k.wordsOf(k, s, cell) : "";
  let all = letter(cell);
  for (let c = column - 1; c >= 0 && all !== "" && letter(line[c]) !== ""; c--)
    all = letter(line[c]) + all;
  return all.length > 1 && new Set(line.slice(0, column + 1)).size >= all.length ? all : own;
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
  if (k.captionRows(k, s, place.table) === "under") return null;
  const header = k.headerRow(k, s, place.table);
  const head = k.headLineOf(k, s, place.table, place.row);
  const top = header < place.row ? grid[head]?.[place.column] : undefined;
  if (top && top !== cell) return top;
  const other = s.heads.get(place.table);
  const apart = other ? s.grids.get(other)?.[0]?.[place.column] : undefined;
  if (apart) return apart;
  for (let r = place.row - 1; r >= 0; r--) {
    const up = grid[r]?.[place.column];
    if (up && up !== cell && k.isHeading(k, s, up))
      return k.hintOver(k, s, { grid, row: r, column: place.column }) ?? up;
  }
  return null;
}

/** The caption over a hint: a heading right above another one that is drawn smaller (「半角数字8桁」). */
function hintOver(
  k: PageKit,
  s: LookState,
  at: { grid: Element[][]; row: number; column: number },
): Element | null {
  const [hint, over] = [at.grid[at.row]?.[at.column], at.grid[at.row - 1]?.[at.column]];
  if (!hint || !over || over === hint || !k.isHeading(k, s, over)) return null;
  return k.letterSize(s, hint) < k.letterSize(s, over) ? over : null;
}

/** Pixels of the first letters in it. */
function letterSize(s: LookState, cell: Element): number {
  const text = s.flow.find((t) => t.kind === "text" && cell.contains(t.node));
  return Number.parseFloat(getComputedStyle(text?.element ?? cell).fontSize);
}

/** Row that holds the column headings of a list (among the first three); -1 when the table is no list. */
function headerRow(k: PageKit, s: LookState, table: Element): number {
  const known = s.headerRows.get(table);
  if (known !== undefined) return known;
  const grid = s.grids.get(table) ?? [];
  const under = grid.length > 2 && k.captionRows(k, s, table) === "under";
  const first = under ? -1 : ([0, 1, 2].find((r) => k.isHeaderRow(k, s, grid, r)) ?? -1);
  // Headings of two lines: the lower one names the column, the upper one the group.
  let answer = first;
  while (answer >= 0 && answer < 3 && k.isGroupedBelow(k, s, grid, answer)) answer++;
  if (answer >= 0 && k.headsAgain(k, s, grid, answer)) {
    s.forms.add(table);
    answer = -1;
  }
  s.headerRows.set(table, answer);
  return answer;
}

/** Captions over fields, and further down other captions drawn like them over other fields: a form and no list. */
function headsAgain(k: PageKit, s: LookState, grid: Element[][], header: number): boolean {
  const heads = new Set(grid[header]);
  const [first] = heads;
  const hasFields = (line: readonly Element[] = []): boolean => line.some((c) => s.fieldsIn.has(c));
  if (!first || !hasFields(grid[header + 1])) return false;
  const [dress, said] = [k.dressOf(s, first), [...heads].map((c) => k.wordsOf(k, s, c)).join()];
  return grid.slice(header + 2, header + 12).some((line, i) => {
    const cells = [...new Set(line)];
    if (cells.length < 2 || hasFields(line) || !hasFields(grid[header + 3 + i])) return false;
    const alike = (c: Element): boolean =>
      c.tagName === first.tagName && k.isColumnHead(k, s, c) && k.dressOf(s, c) === dress;
    return cells.every(alike) && cells.map((c) => k.wordsOf(k, s, c)).join() !== said;
  });
}

/** The next line is headings as well, where it is not the same cell reaching down: th, or under a group that spans them. */
function isGroupedBelow(k: PageKit, s: LookState, grid: Element[][], row: number): boolean {
  const [upper, lower] = [grid[row] ?? [], grid[row + 1] ?? []];
  const own = lower.filter((c, i) => c !== upper[i]);
  if (own.length === 0 || grid.length <= row + 2) return false;
  if (own.every((c) => c.tagName === "TH")) return true;
  return own.length < lower.length && own.every((c) => k.isHeading(k, s, c));
}

/** All th, or at least three short texts drawn alike and unlike the row below. */
function isHeaderRow(k: PageKit, s: LookState, grid: Element[][], row: number): boolean {
  const cells = [...new Set(grid[row] ?? [])];
  if (cells.length < 2) return false;
  if (cells.every((c) => c.tagName === "TH")) return true;
  if (cells.length < 3 || !cells.every((c) => k.isColumnHead(k, s, c))) return false;
  const [first] = cells;
  // Under headings of two lines the first row of the list stands further down.
  const below = grid.slice(row + 1).find((line) => !line.some((c) => cells.includes(c)));
  if (!first || !below || new Set(cells.map((c) => k.dressOf(s, c))).size > 1) return false;
  const unlike = below.filter((c) => k.dressOf(s, c) !== k.dressOf(s, first));
  return unlike.includes(below[0] ?? first) || unlike.length * 2 > below.length;
}

/** A heading, or the head of a column of buttons and boxes: empty, or with the one box that ticks all. */
function isColumnHead(k: PageKit, s: LookState, cell: Element): boolean {
  if (k.isHeading(k, s, cell)) return true;
  const bare = "input[type=checkbox],span,div,label";
  const empty = [...cell.querySelectorAll("*")].every((el) => el.matches(bare));
  return k.wordsOf(k, s, cell).length <= 4 && empty && (s.fieldsIn.get(cell)?.count ?? 0) < 2;
}

/** How a cell is drawn: its ground (its own or that of its row) and the weight of its letters. */
function dressOf(s: LookState, cell: Element): string {
  const grounds = [cell, cell.parentElement].map((e) =>
    e ? getComputedStyle(e).backgroundColor : "",
  );
  const ground = grounds.find((g) => g !== "" && !/^(?:transparent|rgba\(.*, 0\))$/.test(g));
  const text = s.flow.find((t) => t.kind === "text" && cell.contains(t.node));
  const own = getComputedStyle(cell).fontWeight;
  return `${ground ?? ""} ${text ? getComputedStyle(text.element).fontWeight : own}`;
}

export const headingParts = {
  isHeading,
  looksLikeHeading,
  headingLeft,
  headingBeside,
  rowHead,
  splitWords,
  headingAbove,
  cellAbove,
  hintOver,
  letterSize,
  headerRow,
  headsAgain,
  isGroupedBelow,
  isHeaderRow,
  isColumnHead,
  dressOf,
};
