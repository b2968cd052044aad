/** Values that a page shows in cells and lists of definitions. Runs inside the page; refers only to `k`. */
import type { Control, Name } from "../view.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_badges: RegExp;

function shown(
  k: PageKit,
  s: LookState,
  el: Element,
  what: { names: Name[]; value: string },
): Control {
  return {
    element: k.numberOf(s, el),
    kind: "shown",
    opener: null,
    names: what.names,
    scopes: k.scopesOf(k, s, el),
    box: k.boxOf(k, s, el),
    enabled: true,
    covered: k.covered(k, s, el),
    value: what.value,
    checked: false,
    choices: [],
  };
}

/** Cells right of a heading cell, cells under a column heading, dd after dt. */
function shownCells(k: PageKit, s: LookState): Control[] {
  const found: Control[] = [];
  for (const cell of s.places.keys()) {
    if (cell.tagName !== "TD" || !k.visible(k, s, cell) || k.holdsControl(k, s, cell)) continue;
    const names = k.isCaptionCell(k, s, cell) ? [] : k.cellNames(k, s, cell);
    if (names.length > 0) found.push(k.shown(k, s, cell, { names, value: k.saidIn(k, s, cell) }));
  }
  for (const dd of k.deepAll(k, document, "dd")) {
    const dt = dd.previousElementSibling;
    if (dt?.tagName !== "DT" || !k.visible(k, s, dd) || k.holdsControl(k, s, dd)) continue;
    const names: Name[] = [{ method: "heading-left", text: k.wordsOf(k, s, dt) }];
    found.push(k.shown(k, s, dd, { names, value: k.saidIn(k, s, dd) }));
  }
  return found;
}

function holdsControl(k: PageKit, s: LookState, cell: Element): boolean {
  if (k.holdsTable(k, s, cell)) return true;
  return [...cell.querySelectorAll("input,select,textarea")].some(
    (c) => k.isControl(k, s, c) && k.visible(k, s, c),
  );
}

function cellNames(k: PageKit, s: LookState, cell: Element): Name[] {
  const place = s.places.get(cell);
  const grid = place ? s.grids.get(place.table) : undefined;
  if (!place || !grid) return [];
  const header = k.headerRow(k, s, place.table);
  const names: Name[] = [];
  const line = grid[place.row] ?? [];
  const lefts = [...new Set(line.slice(0, place.column))].filter((c) => !k.isMark(k, s, c));
  const left = lefts[lefts.length - 1];
  // In a list, the cell to the left is another value unless it is a real heading.
  const inList = header >= 0;
  const real = place.row > header && (left?.tagName === "TH" || (left && k.isTotal(left, line)));
  if (left && left !== cell && (!inList || real) && k.isHeading(k, s, left))
    names.push({ method: "heading-left", text: k.wordsOf(k, s, left) });
  const up = grid[header >= 0 ? header : place.row - 1]?.[place.column];
  if (up && up !== cell && place.row > header && (inList || up.tagName === "TH"))
    names.push({ method: "heading-above", text: k.wordsOf(k, s, up) });
  return names;
}

/** 「：」 or 「必須」 in a cell of its own. */
function isMark(k: PageKit, s: LookState, cell: Element): boolean {
  const words = k.wordsOf(k, s, cell);
  if (k_badges.test(words) && cell.previousElementSibling) return true;
  return words !== "" && !/[\p{L}\p{N}]/u.test(words);
}

/** 「合計」 over several columns at the foot of a list names the cell behind it. */
function isTotal(left: Element, line: Element[]): boolean {
  return line[0] === left && line[1] === left;
}

export const shownParts = {
  isMark,
  isTotal,
  shown,
  shownCells,
  holdsControl,
  cellNames,
};
