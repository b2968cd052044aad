/** Puts one look at a frame together: lists, titles, text. Runs inside the page; refers only to `k`. */
import type { Cell, Clickable, FrameView, Table, Thing } from "../view.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Captions of a list: its caption, aria name, and the last heading or short text before it. */
function tableNames(k: PageKit, s: LookState, table: Element): string[] {
  const head = s.heads.get(table);
  const names = [
    ...(head ? k.scopesOf(k, s, head) : []),
    ...k.scopesOf(k, s, table),
    ...k.labelsOf(k, s, table),
    k.clean(table.getAttribute("summary")),
  ];
  const caption = table.querySelector(":scope > caption");
  if (caption) names.push(k.wordsOf(k, s, caption));
  const first = k.tokensOf(k, s, table)[0]?.[0] ?? 0;
  const before = s.flow[first - 1];
  if (before?.kind === "text" && before.text.length <= 40) names.push(before.text);
  return [...names, k.beginningOver(k, s, table, first)].filter((n) => n !== "");
}

/** 「検索結果　132件中 1～20件　次へ」 right over a table: what its line begins with; "" where that is pressed or far. */
function beginningOver(k: PageKit, s: LookState, table: Element, first: number): string {
  const last = s.flow[first - 1];
  if (last?.kind !== "text") return "";
  const line = k.textBox(last);
  if (line.bottom > k.rectOf(s, table).top + 3 || k.rectOf(s, table).top - line.bottom > 40)
    return "";
  let begin = last;
  for (let i = first - 2; i >= 0 && i > first - 30; i--) {
    const t = s.flow[i];
    const box = t?.kind === "text" ? k.textBox(t) : null;
    if (!t || !box || Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top) < 4) break;
    begin = t;
  }
  return begin.text.length > 20 || begin.element.closest("a,button,td,th") ? "" : begin.text;
}

function readTables(k: PageKit, s: LookState, clickables: Clickable[]): Table[] {
  const tables: Table[] = [];
  const pressed = k.byCell(
    clickables.map((c) => c.element),
    (n) => s.elements[n],
  );
  const controls = s.flow.filter((t) => t.kind === "control");
  const filled = k.byCell(
    controls.map((t) => k.numberOf(s, t.element)),
    (n) => s.elements[n],
  );
  for (const [table, grid] of s.grids) {
    const header = k.headerRow(k, s, table);
    if (s.forms.has(table) || k.isLayout(k, s, table, { grid, header })) continue;
    const head = s.heads.get(table);
    const lines = k.wholeList(s, table, grid);
    if (!lines) continue;
    const heads = k.headWords(k, s, lines, header);
    const rows = lines.map((line, row) =>
      [...line].map((c) => k.readCell(k, s, c, { pressed, filled, also: row <= 3 ? heads : null })),
    );
    const names = k.tableNames(k, s, table);
    const perRecord = k.recordLines(k, s, table);
    tables.push({
      element: k.numberOf(s, table),
      names,
      rows: perRecord === 1 ? rows : k.recordsAsRows(rows, perRecord),
      header: head || perRecord > 1 ? 0 : header,
      scopes: k.scopesOf(k, s, table),
      box: k.boxOf(k, s, table),
    });
  }
  return tables;
}

/** With its headings and rows that stand in tables of their own; null where it belongs to the table before it. */
function wholeList(s: LookState, table: Element, grid: Element[][]): Element[][] | null {
  const head = s.heads.get(table);
  if (!head) return grid;
  const chain = [...s.heads].filter(([, h]) => h === head).map(([row]) => row);
  if (chain[0] !== table) return null;
  const below = chain.slice(1).flatMap((row) => s.grids.get(row) ?? []);
  return [...(s.grids.get(head) ?? []), ...grid, ...below];
}

function readCell(
  k: PageKit,
  s: LookState,
  cell: Element | undefined,
  held: {
    pressed: ReadonlyMap<Element, readonly number[]>;
    filled: ReadonlyMap<Element, readonly number[]>;
    also: ReadonlyMap<Element, readonly string[]> | null;
  },
): Cell {
  if (!cell) return { text: "", heading: false, clickables: [], controls: [] };
  const also = held.also?.get(cell);
  return {
    text: k.cellText(k, s, cell),
    heading: cell.tagName === "TH",
    ...(also ? { also } : {}),
    clickables: held.pressed.get(cell) ?? [],
    controls: held.filled.get(cell) ?? [],
  };
}

/** The lines of each record side by side, their headings too: one row for each. */
function recordsAsRows(lines: readonly (readonly Cell[])[], perRecord: number): Cell[][] {
  const rows: Cell[][] = [];
  lines.forEach((line, i) => {
    if (i % perRecord === 0) rows.push([...line]);
    else rows[rows.length - 1]?.push(...line);
  });
  return rows;
}

/** Holds other tables: no list, unless it has column headings and a row without any (page numbers stand in a table below). */
function isLayout(
  k: PageKit,
  s: LookState,
  table: Element,
  { grid, header }: { grid: Element[][]; header: number },
): boolean {
  if (!k.holdsTable(k, s, table)) return false;
  const body = grid.slice(header + 1);
  return header < 0 || !body.some((line) => line.every((c) => !k.holdsTable(k, s, c)));
}

/** What a person reads in a cell: its text, or the value of the one field in it; of a box to tick nobody sees any. */
function cellText(k: PageKit, s: LookState, cell: Element): string {
  const words = k.saidIn(k, s, cell);
  if (words !== "") return words;
  const control = [...cell.querySelectorAll("input,select,textarea")].find(
    (c) => !k.isChoice(c) && k.isControl(k, s, c),
  );
  return control ? k.heldValue(k, s, control) : "";
}

/** Numbers of elements by each cell that they stand in, one in the other. */
function byCell(
  numbers: readonly number[],
  elementOf: (n: number) => Element | undefined,
): Map<Element, number[]> {
  const cells = new Map<Element, number[]>();
  for (const n of numbers) {
    let cell = elementOf(n)?.closest("td,th") ?? null;
    for (; cell; cell = cell.parentElement?.closest("td,th") ?? null) {
      const before = cells.get(cell);
      if (before) before.push(n);
      else cells.set(cell, [n]);
    }
  }
  return cells;
}

function titles(k: PageKit, s: LookState): string[] {
  const top = s.flow.find((t) => t.kind === "text");
  // What names a part of the page, or one field, is no name of the page.
  const first = top?.element.closest("legend,caption,label,th") ? "" : (top?.text ?? "");
  const heads = [...document.querySelectorAll("h1")].filter((h) => k.visible(k, s, h));
  return [k.clean(document.title), ...heads.map((h) => k.wordsOf(k, s, h)), first].filter(
    (t) => t !== "" && t.length <= 60,
  );
}

/** Texts inside shadow trees, which the text of the page leaves out. */
function shadowText(s: LookState): string {
  const inside = s.flow.filter((t) => t.node.getRootNode() !== document && t.kind === "text");
  return inside.length === 0 ? "" : ` ${inside.map((t) => t.text).join(" ")}`;
}

/** `shadows`: there are trees whose changes the document does not tell. */
function collect(k: PageKit): { view: FrameView; elements: Element[]; shadows: boolean } {
  const s = k.start(k);
  const empty = { titles: [], text: "", controls: [], clickables: [], tables: [] };
  const hidden = window.innerWidth === 0 || window.innerHeight === 0;
  const loading = document.readyState !== "complete";
  if (hidden || !document.body)
    return { view: { hidden, loading, ...empty }, elements: [], shadows: false };
  k.readMenus(k, s);
  k.readFlow(k, s);
  k.countFields(k, s);
  k.readGrids(k, s);
  const clickables = k.readClickables(k, s);
  k.readLines(k, s, clickables);
  k.readLists(k, s);
  k.readSections(k, s);
  const controls = k.readControls(k, s);
  const twins = k.twinsOf(k, s, [...clickables, ...controls.filter((c) => c.kind !== "shown")]);
  const once = <T extends Thing>(thing: T): T => {
    const twin = twins.get(thing.element);
    return twin === undefined ? thing : { ...thing, twin };
  };
  const view: FrameView = {
    hidden,
    loading,
    titles: k.titles(k, s),
    // biome-ignore lint/performance/useDomNodeTextContent: only what a person can see counts.
    text: k.clean(document.body.innerText + k.shadowText(s)),
    controls: controls.map(once),
    clickables: clickables.map(once),
    tables: [
      ...k.readTables(k, s, clickables),
      ...s.lists.flatMap((list) => k.listTable(k, s, list, clickables) ?? []),
    ],
  };
  return { view, elements: s.elements, shadows: s.shadows };
}

export const collectParts = {
  recordsAsRows,
  readCell,
  wholeList,
  tableNames,
  beginningOver,
  readTables,
  cellText,
  isLayout,
  byCell,
  shadowText,
  titles,
  collect,
};
