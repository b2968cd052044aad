/** Small tools of the page-side script: what is visible and what it says. Runs inside the page; refers only to `k`. */
import type { PageKit } from "./program.ts";

/** State of one look, filled by `start`. */
export interface LookState {
  readonly elements: Element[];
  readonly numbers: Map<Element, number>;
  readonly seen: Map<Element, boolean>;
  readonly words: Map<Element, string>;
  readonly headings: Map<Element, boolean>;
  readonly headerRows: Map<Element, number>;
  readonly flow: FlowToken[];
  /** Position in `flow`, by node. */
  readonly flowAt: Map<Node, number>;
  readonly rects: Map<Element, DOMRect>;
  readonly holders: Map<Element, Holder>;
  readonly cellScopes: Map<Element, string[]>;
  /** Whether anything floats that could lie over a good part of the window; null until asked. */
  floats: boolean | null;
  readonly places: Map<Element, GridPlace>;
  readonly grids: Map<Element, Element[][]>;
  /** Tables of rows and the table that holds their headings. */
  readonly heads: Map<Element, Element>;
}

/** What an element says of all that stands in it. */
export interface Holder {
  /** Its aria-label and title. */
  readonly own: readonly string[];
  /** Children that are headings, the last one first. */
  readonly headings: readonly { readonly child: Element; readonly rank: number }[];
  readonly lead: string | null;
}

/** Text and controls in reading order. */
export interface FlowToken {
  readonly kind: "text" | "control";
  readonly text: string;
  readonly element: Element;
  readonly node: Node;
}

export interface GridPlace {
  readonly table: Element;
  readonly row: number;
  readonly column: number;
}

function start(): LookState {
  return {
    elements: [],
    numbers: new Map(),
    seen: new Map(),
    words: new Map(),
    headings: new Map(),
    headerRows: new Map(),
    flow: [],
    flowAt: new Map(),
    rects: new Map(),
    holders: new Map(),
    cellScopes: new Map(),
    floats: null,
    places: new Map(),
    grids: new Map(),
    heads: new Map(),
  };
}

function numberOf(s: LookState, el: Element): number {
  const known = s.numbers.get(el);
  if (known !== undefined) return known;
  s.elements.push(el);
  s.numbers.set(el, s.elements.length - 1);
  return s.elements.length - 1;
}

function clean(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/gu, " ").trim();
}

/** Asked once a look: nothing moves while it lasts. */
function rectOf(s: LookState, el: Element): DOMRect {
  const known = s.rects.get(el);
  if (known !== undefined) return known;
  const rect = el.getBoundingClientRect();
  s.rects.set(el, rect);
  return rect;
}

interface Pixels {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(k: PageKit, s: LookState, el: Element): Pixels {
  if (el instanceof HTMLAreaElement) return k.boxOfArea(k, el);
  const r = k.rectOf(s, el);
  return { x: r.x, y: r.y, width: r.width, height: r.height };
}

/** The picture on which an area (クリッカブルマップ) lies. */
function pictureOf(area: Element): Element | null {
  const name = area.closest("map")?.getAttribute("name") ?? "";
  return name === "" ? null : document.querySelector(`img[usemap="#${CSS.escape(name)}"]`);
}

/** Round the coordinates of an area; the whole picture when it has none. */
function boxOfArea(k: PageKit, area: HTMLAreaElement): Pixels {
  const r = k.pictureOf(area)?.getBoundingClientRect() ?? new DOMRect();
  const at = area.coords.split(",").map(Number);
  const [a = 0, b = 0, c = 0] = at;
  const points = area.shape.startsWith("circ") ? [a - c, b - c, a + c, b + c] : at;
  if (points.length < 4) return { x: r.x, y: r.y, width: r.width, height: r.height };
  const [xs, ys] = [0, 1].map((odd) => points.filter((_, i) => i % 2 === odd));
  const [left, up] = [Math.min(...(xs ?? [])), Math.min(...(ys ?? []))];
  const [width, height] = [Math.max(...(xs ?? [])) - left, Math.max(...(ys ?? [])) - up];
  return { x: r.x + left, y: r.y + up, width, height };
}

function visible(k: PageKit, s: LookState, el: Element): boolean {
  const known = s.seen.get(el);
  if (known !== undefined) return known;
  const drawn = el instanceof HTMLAreaElement ? k.pictureOf(el) : el;
  const shown = drawn !== null && k.drawn(k, s, drawn);
  s.seen.set(el, shown);
  return shown;
}

function drawn(k: PageKit, s: LookState, el: Element): boolean {
  if (!el.checkVisibility({ visibilityProperty: true })) return false;
  const r = k.rectOf(s, el);
  // Radio buttons are often drawn by their label alone; everything else must have a size.
  const choice = el instanceof HTMLInputElement && (el.type === "radio" || el.type === "checkbox");
  if (!choice && (r.width <= 0 || r.height <= 0)) return false;
  return r.right + window.scrollX > 0 && r.bottom + window.scrollY > 0;
}

function isControl(el: Element): boolean {
  if (el instanceof HTMLInputElement) {
    return !["hidden", "button", "submit", "reset", "image"].includes(el.type);
  }
  return (
    el instanceof HTMLSelectElement ||
    el instanceof HTMLTextAreaElement ||
    (el instanceof HTMLElement && el.isContentEditable && !el.parentElement?.isContentEditable)
  );
}

/** Drawn text of an element without what stands inside controls; a picture says what its alt says. */
function wordsOf(k: PageKit, s: LookState, el: Element): string {
  const known = s.words.get(el);
  if (known !== undefined) return known;
  const words: string[] = [];
  const walker = document.createTreeWalker(el, 5);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const text = n instanceof Element ? k.pictureText(k, s, n) : k.textOf(k, s, n);
    if (text !== "") words.push(text);
  }
  const all = k.clean(words.join(" "));
  s.words.set(el, all);
  return all;
}

/** Text of one text node when a person can read it, else "". */
function textOf(k: PageKit, s: LookState, node: Node): string {
  const parent = node.parentElement;
  const text = k.clean(node.textContent);
  if (text === "" || !parent || parent.isContentEditable) return "";
  if (
    /^(RT|RP|SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|OPTGROUP|SELECT|TEXTAREA|TITLE)$/i.test(
      parent.tagName,
    )
  )
    return "";
  return k.visible(k, s, parent) ? text : "";
}

/** Legacy captions are often pictures: 「氏名」 as alt. */
function pictureText(k: PageKit, s: LookState, el: Element): string {
  if (el.tagName !== "IMG") return "";
  const alt = k.clean(el.getAttribute("alt")) || k.clean(el.getAttribute("title"));
  return alt !== "" && k.visible(k, s, el) ? alt : "";
}

/** All elements of a kind, in open shadow trees too. */
function deepAll(k: PageKit, root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  for (const el of root.querySelectorAll("*")) {
    if (el.matches(selector)) found.push(el);
    if (el.shadowRoot) found.push(...k.deepAll(k, el.shadowRoot, selector));
  }
  return found;
}

/** The parent, out of a shadow tree to what carries it. */
function parentOf(el: Element): Element | null {
  if (el.parentElement) return el.parentElement;
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The document in reading order; texts that are not drawn are left out. */
function readFlow(k: PageKit, s: LookState, root: Node | null = document.body): void {
  if (!root) return;
  const walker = document.createTreeWalker(root, 5);
  for (let n: Node | null = walker.nextNode(); n; n = walker.nextNode()) {
    if (n instanceof Element) k.readElement(k, s, n);
    else k.readText(k, s, n);
  }
}

function readElement(k: PageKit, s: LookState, el: Element): void {
  const alt = k.pictureText(k, s, el);
  if (alt !== "") k.flowOn(s, { kind: "text", text: alt, element: el, node: el });
  if (k.isControl(el) && k.visible(k, s, el))
    k.flowOn(s, { kind: "control", text: "", element: el, node: el });
  if (el.shadowRoot) k.readFlow(k, s, el.shadowRoot);
}

function readText(k: PageKit, s: LookState, node: Node): void {
  const text = k.textOf(k, s, node);
  if (text !== "" && node.parentElement)
    k.flowOn(s, { kind: "text", text, element: node.parentElement, node });
}

function flowOn(s: LookState, token: FlowToken): void {
  s.flowAt.set(token.node, s.flow.length);
  s.flow.push(token);
}

export const kitParts = {
  start,
  numberOf,
  clean,
  rectOf,
  boxOf,
  pictureOf,
  boxOfArea,
  visible,
  drawn,
  isControl,
  wordsOf,
  textOf,
  pictureText,
  deepAll,
  parentOf,
  readFlow,
  readElement,
  readText,
  flowOn,
};
