/** Puts one look at a frame together: clickables, lists, titles, text. Runs inside the page; refers only to `k`. */
import type { Clickable, FrameView, Name, Table } from "../view.ts";
import type { LookState } from "./kit.ts";
import type { PageKit } from "./program.ts";

function isNativeClickable(el: Element): boolean {
  return el.matches(
    "a,button,summary,area,input[type=button],input[type=submit],input[type=reset],input[type=image]," +
      "[role=button],[role=link],[role=menuitem],[role=tab],[role=treeitem],[role=option]," +
      "[role=checkbox],[role=radio],[role=switch]",
  );
}

function isClickable(k: PageKit, el: Element): boolean {
  if (k.isNativeClickable(el) || k.listensToClicks(el)) return true;
  if (getComputedStyle(el).cursor !== "pointer" || k.isControl(k, el)) return false;
  const parent = el.parentElement;
  return !parent || getComputedStyle(parent).cursor !== "pointer";
}

/** By an attribute or a property; or by a listener that click-listeners.ts saw, on something that is no mere container. */
function listensToClicks(el: Element): boolean {
  if (typeof (el as HTMLElement).onclick === "function" || el.hasAttribute("onclick")) return true;
  if (el.hasAttribute("onmousedown") || el.hasAttribute("onmouseup")) return true;
  const noted = (globalThis as { __bukaClicks?: WeakSet<Element> }).__bukaClicks?.has(el) === true;
  return (
    noted && !el.matches("html,body,form,table,tbody") && !el.querySelector("input,select,textarea")
  );
}

function clickableNames(k: PageKit, s: LookState, el: Element, native: boolean): Name[] {
  const button = el instanceof HTMLInputElement ? el : null;
  const images = [el, ...el.querySelectorAll("img,svg")];
  const texts = [
    k.clean(el.getAttribute("aria-label")),
    button ? k.clean(button.value || button.alt) : k.wordsOf(k, s, el),
    button ? "" : k.lettersOf(k, s, el),
    ...images.map((i) => k.clean(i.getAttribute("alt"))),
  ];
  const method = native ? "button-name" : "clickable-text";
  const names: Name[] = texts.filter((t) => t !== "").map((text) => ({ method, text }));
  const marks = texts.every((t) => t === "") ? [...el.querySelectorAll("[title]")] : [];
  const title = [
    ...[...new Set([...images, ...marks])].map((i) => k.clean(i.getAttribute("title"))),
    ...[...el.querySelectorAll("svg > title")].map((t) => k.clean(t.textContent)),
  ].filter((t) => t !== "");
  return [...names, ...title.map((text): Name => ({ method: "title", text }))].filter(
    (n) => n.text.length <= 60,
  );
}

/** Its words without what its pictures say: 「▸添付資料」 behind a picture 「展開」; "" where there is no picture. */
function lettersOf(k: PageKit, s: LookState, el: Element): string {
  if (!el.querySelector("img")) return "";
  const texts = s.flow.filter(
    (t) => t.kind === "text" && t.node !== t.element && el.contains(t.node),
  );
  return k.clean(texts.map((t) => t.text).join(" "));
}

function readClickables(k: PageKit, s: LookState): Clickable[] {
  const all = (document.body ? k.deepAll(k, document.body, "*") : []).filter(
    (el) => k.isClickable(k, el) && k.visible(k, s, el),
  );
  const found = new Set(all);
  return all.map((el) => {
    const native = k.isNativeClickable(el);
    return {
      element: k.numberOf(s, el),
      native,
      button: el.matches("button,input,[role=button]"),
      option: el.matches("[role=option],[role=listbox] li"),
      names: k.clickableNames(k, s, el, native),
      scopes: k.scopesOf(k, s, el),
      box: k.boxOf(k, s, el),
      enabled: k.enabledOf(el),
      covered: k.covered(k, s, el),
      holds: [...el.querySelectorAll("*")].filter((c) => found.has(c)).map((c) => k.numberOf(s, c)),
    };
  });
}

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
  const first = s.flow.findIndex((t) => table.contains(t.node));
  const before = first > 0 ? s.flow[first - 1] : undefined;
  if (before?.kind === "text" && before.text.length <= 40) names.push(before.text);
  return names.filter((n) => n !== "");
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
    if (k.isLayout(table, grid, header)) continue;
    const head = s.heads.get(table);
    const chain = head ? [...s.heads].filter(([, h]) => h === head).map(([row]) => row) : [];
    if (chain.length > 0 && chain[0] !== table) continue;
    const top = head ? (s.grids.get(head) ?? []) : [];
    const below = chain.slice(1).flatMap((row) => s.grids.get(row) ?? []);
    const lines = [...top, ...grid, ...below];
    const rows = lines.map((line) =>
      [...line].map((cell) => ({
        text: cell ? k.cellText(k, s, cell) : "",
        heading: cell?.tagName === "TH",
        clickables: (cell && pressed.get(cell)) ?? [],
        controls: (cell && filled.get(cell)) ?? [],
      })),
    );
    const names = k.tableNames(k, s, table);
    tables.push({
      element: k.numberOf(s, table),
      names,
      rows,
      header: head ? 0 : header,
      scopes: k.scopesOf(k, s, table),
      box: k.boxOf(k, s, table),
    });
  }
  return tables;
}

/** Holds other tables: no list, unless it has column headings and a row without any (page numbers stand in a table below). */
function isLayout(table: Element, grid: Element[][], header: number): boolean {
  if (!table.querySelector("table")) return false;
  const body = grid.slice(header + 1);
  return header < 0 || !body.some((line) => line.every((c) => !c.querySelector("table")));
}

/** What a person reads in a cell: its text, or the value of the one field in it. */
function cellText(k: PageKit, s: LookState, cell: Element): string {
  const words = k.wordsOf(k, s, cell);
  if (words !== "") return words;
  const control = [...cell.querySelectorAll("input,select,textarea")].find((c) =>
    k.isControl(k, c),
  );
  return control ? k.heldValue(k, control) : "";
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

/** Asked at its middle: what lies there belongs to something else that takes up a good part of the window. */
function covered(k: PageKit, s: LookState, el: Element): boolean {
  s.floats ??= k.anyFloats(k, s);
  if (!s.floats) return false;
  const r = k.rectOf(s, el);
  const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
  const root = el.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(x, y);
  if (!top || top === el || el.contains(top) || top.contains(el)) return false;
  for (let up: Element | null = top; up; up = k.parentOf(up)) {
    if (up.contains(el)) return false;
    if (k.floatsOver(k, s, up)) return true;
  }
  return false;
}

/** Takes up a good part of the window, apart from the flow of the page. */
function floatsOver(k: PageKit, s: LookState, el: Element): boolean {
  if (!/fixed|absolute/.test(getComputedStyle(el).position)) return false;
  const box = k.rectOf(s, el);
  return box.width * box.height >= innerWidth * innerHeight * 0.4;
}

/** On most pages nothing does, and no element has to be asked for what lies over it. */
function anyFloats(k: PageKit, s: LookState): boolean {
  return k.deepAll(k, document, "*").some((el) => k.floatsOver(k, s, el));
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

function collect(k: PageKit): { view: FrameView; elements: Element[] } {
  const s = k.start();
  const empty = { titles: [], text: "", controls: [], clickables: [], tables: [] };
  const hidden = window.innerWidth === 0 || window.innerHeight === 0;
  const loading = document.readyState !== "complete";
  if (hidden || !document.body) return { view: { hidden, loading, ...empty }, elements: [] };
  k.readFlow(k, s);
  k.readGrids(k, s);
  const clickables = k.readClickables(k, s);
  const view: FrameView = {
    hidden,
    loading,
    titles: k.titles(k, s),
    // biome-ignore lint/performance/useDomNodeTextContent: only what a person can see counts.
    text: k.clean(document.body.innerText + k.shadowText(s)),
    controls: k.readControls(k, s),
    clickables,
    tables: k.readTables(k, s, clickables),
  };
  return { view, elements: s.elements };
}

export const collectParts = {
  isNativeClickable,
  isClickable,
  listensToClicks,
  clickableNames,
  lettersOf,
  readClickables,
  tableNames,
  readTables,
  cellText,
  isLayout,
  byCell,
  covered,
  floatsOver,
  anyFloats,
  shadowText,
  titles,
  collect,
};
