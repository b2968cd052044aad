/** Values that a page shows as text beside a caption. Runs inside the page; refers only to `k`. */
import type { Control, Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function shown(
  k: PageKit,
  s: LookState,
  el: Element,
  what: { names: Name[]; value: string },
): Control {
  return {
    element: k.numberOf(s, el),
    kind: "shown",
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
  if (cell.querySelector("table")) return true;
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

/** 「：」 in a cell of its own. */
function isMark(k: PageKit, s: LookState, cell: Element): boolean {
  const words = k.wordsOf(k, s, cell);
  return words !== "" && !/[\p{L}\p{N}]/u.test(words);
}

/** 「合計」 over several columns at the foot of a list names the cell behind it. */
function isTotal(left: Element, line: Element[]): boolean {
  return line[0] === left && line[1] === left;
}

/** "caption: value" in one text, or a text after a caption that ends with a colon or is a label. */
function shownTexts(k: PageKit, s: LookState): Control[] {
  const found: Control[] = [];
  s.flow.forEach((t, i) => {
    if (t.kind !== "text") return;
    const both = /^(?=[^:\uFF1A]*\p{L})([^:\uFF1A]{1,30})[:\uFF1A]\s*(\S.*)$/u.exec(t.text);
    if (both?.[1] && both[2]) {
      const names: Name[] = [{ method: "text-before", text: both[1] }];
      found.push(k.shown(k, s, t.element, { names, value: both[2] }));
      return;
    }
    const before = k.captionOfText(k, s, i);
    if (!before) return;
    const names: Name[] = [{ method: "text-before", text: before.text }];
    found.push(k.shown(k, s, t.element, { names, value: k.valueAt(k, s, i) }));
  });
  return found;
}

/** The caption before a text that is its value; null where it is none. */
function captionOfText(k: PageKit, s: LookState, at: number): FlowToken | null {
  const [before, value] = [s.flow[at - 1], s.flow[at]];
  if (before?.kind !== "text" || !value) return null;
  const apart =
    value.element !== before.element || (value.gap === "blank" && value.node === before.node);
  if (!apart) return null;
  if (/[:\uFF1A]\s*$/u.test(before.text))
    return !/[:\uFF1A]\s*$/u.test(value.text) &&
      k.blockOf(before.element) === k.blockOf(value.element)
      ? before
      : null;
  // What stands between a label and its field is a hint, not a value.
  const label = before.element.tagName === "LABEL";
  return label && k.isLabelled(k, before, { value, next: s.flow[at + 1] }) ? before : null;
}

/** The value of a label: right of it on its line, in the same block or alone in one, and no field behind it. */
function isLabelled(
  k: PageKit,
  label: FlowToken,
  { value, next }: { value: FlowToken; next: FlowToken | undefined },
): boolean {
  if (next?.kind === "control" || !/[\p{L}\p{N}]/u.test(value.text)) return false;
  if (label.element.contains(value.element)) return false;
  const tied = label.element as HTMLLabelElement;
  if (tied.control) return false;
  if (k.blockOf(label.element) === k.blockOf(value.element)) return true;
  const [a, b] = [label.element.getBoundingClientRect(), k.textBox(value)];
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4 && b.left >= a.right - 2;
}

export const shownParts = {
  isMark,
  isTotal,
  isLabelled,
  captionOfText,
  shown,
  shownCells,
  holdsControl,
  cellNames,
  shownTexts,
};
