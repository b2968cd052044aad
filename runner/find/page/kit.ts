/** Small tools of the page-side script: what is visible and what it says. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState, TextPiece } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function numberOf(s: LookState, el: Element): number {
  const known = s.numbers.get(el);
  if (known !== undefined) return known;
  s.elements.push(el);
  s.numbers.set(el, s.elements.length - 1);
  return s.elements.length - 1;
}

/** One blank for many; the wide blank that parts a name stays what it is. */
function clean(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/gu, (gap) => (gap === "\u3000" ? gap : " ")).trim();
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
  // A list of one pixel stands for the one that is drawn beside it.
  const least = el instanceof HTMLSelectElement ? 3 : Number.MIN_VALUE;
  if (!choice && (r.width < least || r.height < least)) return false;
  if (!choice && el.matches("input,select,textarea") && k.isCutAway(el)) return false;
  return r.right + window.scrollX > 0 && r.bottom + window.scrollY > 0;
}

/** In a box of next to no size that shows nothing of it: it stands for what is drawn instead. */
function isCutAway(el: Element): boolean {
  let up = el.parentElement;
  for (let i = 0; up && i < 2; i++, up = up.parentElement) {
    const box = up.getBoundingClientRect();
    if ((box.width > 3 && box.height > 3) || getComputedStyle(up).display === "contents") continue;
    if (getComputedStyle(up).overflow !== "visible") return true;
  }
  return false;
}

function isControl(k: PageKit, s: LookState, el: Element): boolean {
  if (el instanceof HTMLInputElement) {
    const typed = !["hidden", "button", "submit", "reset", "image"].includes(el.type);
    return typed && !s.menuInputs.has(el);
  }
  return (
    el instanceof HTMLSelectElement ||
    el instanceof HTMLTextAreaElement ||
    k.isMenu(k, s, el) ||
    k.isDrawnChoice(el) ||
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
  if (s.menuWords.has(node)) return "";
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

/** `a` itself or the first round it that holds `b` too. */
function holderOfBoth(k: PageKit, a: Element, b: Element): Element | null {
  let up: Element | null = a;
  while (up && !up.contains(b)) up = k.parentOf(up);
  return up;
}

/** What click-listeners.ts has noted in this document, and how often. */
function clicksNoted(): (WeakSet<Element> & { readonly count: number }) | undefined {
  type Noted = WeakSet<Element> & { readonly count: number };
  return (globalThis as { __bukaClicks?: Noted }).__bukaClicks;
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
  const whole = { element: el, node: el, part: null, gap: null };
  if (alt !== "") k.flowOn(s, { kind: "text", text: alt, ...whole });
  if (k.isControl(k, s, el) && k.visible(k, s, el))
    k.flowOn(s, { kind: "control", text: "", ...whole });
  if (!el.shadowRoot) return;
  s.shadows = true;
  k.readFlow(k, s, el.shadowRoot);
}

function readText(k: PageKit, s: LookState, node: Node): void {
  const element = node.parentElement;
  const text = k.textOf(k, s, node);
  if (text === "" || !element || k.isUnseen(k, s, element)) return;
  const raw = node.textContent ?? "";
  const whole = k.unitApart(k, s, { raw, element, pieces: k.piecesOf(k, raw, element) });
  const pieces = k.openApart(raw, k.markedApart(raw, whole));
  for (const piece of pieces) {
    const part = pieces.length > 1 || piece.from > 0 ? { from: piece.from, to: piece.to } : null;
    const own = part ? k.clean(raw.slice(piece.from, piece.to)) : text;
    k.flowOn(s, { kind: "text", text: own, element, node, part, gap: piece.gap });
  }
}

/**
 * Where blanks and lines are drawn as they stand (pre), they part captions; dotted lines and colons go with what is before.
 * Elsewhere only blanks between one 「caption: value」 and the next do.
 */
function piecesOf(k: PageKit, raw: string, element: Element): TextPiece[] {
  const whole: TextPiece[] = [{ from: 0, to: raw.length, gap: null }];
  const gapped = /[^\S\n]{2,}|\s*\n\s*|[\u3000\u00a0]|[:\uFF1A].*\s.*[:\uFF1A]/u;
  if (!gapped.test(raw.trim())) return whole;
  const drawn = /^(?:pre|break-spaces)/.test(getComputedStyle(element).whiteSpace);
  const gaps = drawn
    ? raw.matchAll(/\s*\n\s*|[^\S\n]{2,}/gu)
    : raw.matchAll(
        /(?:\u3000|\u00a0{2,})\s*(?!\p{Nd}+[:\uFF1A]\p{Nd})(?=[^\s:\uFF1A]{1,20}\s?[:\uFF1A])|\s+(?=(?:\p{L}[^\s:\uFF1A]{0,19}|\p{Script=Han}(?:\s+\p{Script=Han}){1,5})\s{0,4}[:\uFF1A](?!\/\/|\\))/gu,
      );
  const pieces: TextPiece[] = [];
  let from = 0;
  let gap: TextPiece["gap"] = null;
  for (const g of gaps) {
    k.addPiece(k, { raw, drawn, pieces }, { from, to: g.index, gap });
    from = g.index + g[0].length;
    gap = drawn && g[0].includes("\n") ? "line" : "blank";
  }
  k.addPiece(k, { raw, drawn, pieces }, { from, to: raw.length, gap });
  return pieces.length > 0 ? pieces : whole;
}

function addPiece(
  k: PageKit,
  text: { raw: string; drawn: boolean; pieces: TextPiece[] },
  { from, to, gap }: TextPiece,
): void {
  const { raw, drawn, pieces } = text;
  const before = pieces[pieces.length - 1];
  if (before && gap === "blank" && k.goesOn(raw, before, { from, to, drawn }))
    pieces[pieces.length - 1] = { ...before, to };
  else if (raw.slice(from, to).trim() !== "") pieces.push({ from, to, gap: before ? gap : null });
}

/** Dotted lines up to a field, a colon apart from its caption, one word drawn wide; of pairs, what is no pair yet. */
function goesOn(
  raw: string,
  before: TextPiece,
  piece: { from: number; to: number; drawn: boolean },
): boolean {
  const text = raw.slice(piece.from, piece.to);
  const behind = raw.slice(before.from, before.to);
  if (!/[\p{L}\p{N}]/u.test(text) || /^[:\uFF1A]/u.test(text)) return true;
  const wide = /^\s*\p{Script=Han}(?:\s+\p{Script=Han})*$/u.test(behind);
  if (wide && /^\p{Script=Han}(?:\s*[:\uFF1A]|$)/u.test(text)) return true;
  return !piece.drawn && !/[:\uFF1A]/u.test(behind);
}

/** 「個 単価」 or 「(税込) 単価」 between two fields: the unit or note of the first and the caption of the second. */
function unitApart(
  k: PageKit,
  s: LookState,
  text: { raw: string; element: Element; pieces: TextPiece[] },
): TextPiece[] {
  const { raw, element, pieces } = text;
  const [first, ...rest] = pieces;
  const before = s.flow[s.flow.length - 1];
  if (!first || before?.kind !== "control" || k.isChoice(before.element)) return pieces;
  if (k.blockOf(before.element) !== k.blockOf(element)) return pieces;
  const behind = /^(\s*(?:\S{1,3}|[(\uFF08][^()\uFF08\uFF09]{1,12}[)\uFF09]))\s+(?=\S)/u;
  const said = behind.exec(raw.slice(first.from, first.to));
  if (!said?.[1] || !(k.isUnit(said[1]) || /^\s*[(\uFF08]/u.test(said[1]))) return pieces;
  const unit: TextPiece = { from: first.from, to: first.from + said[1].length, gap: first.gap };
  const caption: TextPiece = { from: first.from + said[0].length, to: first.to, gap: "blank" };
  return [unit, caption, ...rest];
}

/** 「【旧住所】 郵便番号」: what stands in such brackets at the beginning heads the caption behind it. */
function markedApart(raw: string, pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces.flatMap((piece) => {
    const lead = /^\s*\u3010[^\u3010\u3011]{1,20}\u3011\s*(?=\S)/u.exec(
      raw.slice(piece.from, piece.to),
    );
    const at = piece.from + (lead?.[0].length ?? 0);
    return lead
      ? [
          { ...piece, to: at },
          { ...piece, from: at, gap: "blank" as const },
        ]
      : [piece];
  });
}

/** 「充当（充当先」 before a field: what stands behind an open bracket is a caption of its own. */
function openApart(raw: string, pieces: readonly TextPiece[]): readonly TextPiece[] {
  const last = pieces[pieces.length - 1];
  const open =
    last && /^(.*)[(\uFF08]([^()\uFF08\uFF09]{1,20})$/su.exec(raw.slice(last.from, last.to));
  if (!last || !open?.[2] || open[2].trim() === "") return pieces;
  const at = last.from + (open[1] ?? "").length;
  const inner: TextPiece = { from: at + 1, to: last.to, gap: "blank" };
  const outer = (open[1] ?? "").trim() === "" ? [] : [{ ...last, to: at }];
  return [...pieces.slice(0, -1), ...outer, inner];
}

function isChoice(el: Element): boolean {
  return el.matches("[type=radio],[type=checkbox],[role=radio],[role=checkbox],[role=switch]");
}

/** A box or button to choose that is drawn by the page and says so by its role. */
function isDrawnChoice(el: Element): boolean {
  return (
    el.matches("[role=checkbox],[role=switch],[role=radio]") &&
    !el.matches("input") &&
    !el.querySelector("input,select,textarea")
  );
}

function isRadio(el: Element): boolean {
  return el.matches("[type=radio],[role=radio]");
}

function isChecked(el: Element): boolean {
  if (el instanceof HTMLInputElement) return el.checked;
  return el.getAttribute("aria-checked") === "true";
}

function flowOn(s: LookState, token: FlowToken): void {
  s.flowAt.set(token.node, s.flow.length);
  s.flow.push(token);
}

export const kitParts = {
  numberOf,
  clean,
  rectOf,
  boxOf,
  pictureOf,
  boxOfArea,
  visible,
  drawn,
  isCutAway,
  isControl,
  wordsOf,
  textOf,
  pictureText,
  deepAll,
  parentOf,
  holderOfBoth,
  clicksNoted,
  readFlow,
  readElement,
  readText,
  piecesOf,
  addPiece,
  goesOn,
  unitApart,
  markedApart,
  openApart,
  isChoice,
  isDrawnChoice,
  isRadio,
  isChecked,
  flowOn,
};
