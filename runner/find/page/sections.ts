/** Parts of a page that only the drawing shows: a word at the left with indented lines under it, a marked line, a frame with a title on its edge. Runs inside the page; refers only to `k`. */
import type { Item } from "./lines.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** A frame that holds things only by its place. */
export interface DrawnFrame {
  readonly box: DOMRect;
  readonly title: string;
}

function readSections(k: PageKit, s: LookState): void {
  s.lines.forEach((line, at) => {
    k.addHanging(k, s, line, at);
    k.addMarked(k, s, line, at);
  });
  s.frames.push(...k.drawnFrames(k, s));
}

function addSection(s: LookState, items: readonly Item[], title: string): void {
  for (const { kind, element } of items) {
    if (kind === "text") continue;
    const before = s.sections.get(element);
    if (before) before.push(title);
    else s.sections.set(element, [title]);
  }
}

/** 「委任者　住所 [ ]」 and below it, further in than its first word, 「　　　　氏名 [ ]」. */
function addHanging(k: PageKit, s: LookState, line: readonly Item[], at: number): void {
  const [first] = line;
  const head = first?.kind === "text" && !first.pressed ? k.leadOf(first) : null;
  if (!first || !head || line.length < 2) return;
  const under: Item[] = [];
  let bottom = first.box.bottom;
  for (const below of s.lines.slice(at + 1)) {
    const next = below.filter((i) => i.box.left < head.right + 600 && i.box.right > head.left);
    const [start] = next;
    if (!start) continue;
    if (k.startOf(start) < head.right - 2 || start.box.top - bottom > 40) break;
    under.push(...next);
    bottom = Math.max(bottom, start.box.bottom);
  }
  if (under.some((i) => i.kind === "control")) k.addSection(s, [...line, ...under], head.text);
  else if (head.marked) k.addSection(s, line, head.text);
}

/** The word at the beginning of a line: all of the text, or what stands before a wide blank. */
function leadOf(item: Item): { text: string; left: number; right: number; marked: boolean } | null {
  const { token, text } = item;
  const marked = /^[\u3010\u3014<\uFF1C]/u.test(text);
  const raw = (token?.node.textContent ?? "").slice(token?.part?.from ?? 0, token?.part?.to);
  const wide = /^(\s*)(\S{2,12})(?:\s{2,}|\u3000{2,})\S/u.exec(raw);
  if (!wide?.[2] || !(token?.node instanceof Text)) {
    const short = text.length <= 20 && /\p{L}/u.test(text);
    return short ? { text, left: item.box.left, right: item.box.right, marked } : null;
  }
  const range = document.createRange();
  const from = (token.part?.from ?? 0) + (wide[1] ?? "").length;
  range.setStart(token.node, from);
  range.setEnd(token.node, from + wide[2].length);
  const { left, right } = range.getBoundingClientRect();
  return { text: wide[2], left, right, marked };
}

/** Where the letters of a thing begin. */
function startOf({ token, box }: Item): number {
  const raw = (token?.node.textContent ?? "").slice(token?.part?.from ?? 0, token?.part?.to);
  const blank = /^\s+/u.exec(raw)?.[0].length ?? 0;
  if (!(token?.node instanceof Text) || blank === 0) return box.left;
  const range = document.createRange();
  const from = (token.part?.from ?? 0) + blank;
  range.setStart(token.node, from);
  range.setEnd(token.node, Math.min(from + 1, token.node.length));
  return range.getBoundingClientRect().left;
}

/** 「■ 検索条件」 alone on its line, 「［請求者］」 at its beginning too, for what follows in the same block up to the next line with that mark. */
function addMarked(k: PageKit, s: LookState, line: readonly Item[], at: number): void {
  const [only] = line;
  const mark = /^[\u25A0\u25C6\u25CF\u25BC\u25A1\u25C7\u25CB\u3010\u3014\uFF3B[\uFF1C]/u.exec(
    only?.text ?? "",
  );
  if (!only || !mark || only.text.length > 30) return;
  const bracketed = /^[\uFF3B[][^\uFF3B\uFF3D[\]]+[\uFF3D\]]$/u.test(only.text);
  if (line.length > 1 && !bracketed) return;
  const block = k.blockOf(only.element);
  const under: Item[] = line.slice(1);
  for (const below of s.lines.slice(at + 1)) {
    const [start] = below;
    if (!start || k.blockOf(start.element) !== block) break;
    const next = start.kind === "text" && start.text.startsWith(mark[0]);
    if (next && (below.length === 1 || bracketed)) break;
    under.push(...below);
  }
  k.addSection(s, under, only.text);
}

/** Boxes with a rule round them that hold no field by the file, and the text on their upper edge. */
function drawnFrames(k: PageKit, s: LookState): DrawnFrame[] {
  const frames: DrawnFrame[] = [];
  const items = s.lines.flat();
  let asked = 0;
  for (const el of document.querySelectorAll("div,span,fieldset")) {
    if (el.childElementCount > 1 || (el.textContent ?? "").length > 40 || s.fieldsIn.has(el))
      continue;
    const box = k.rectOf(s, el);
    if (box.width < 80 || box.height < 40 || asked > 300) continue;
    const style = getComputedStyle(el);
    const sides = [style.borderTopStyle, style.borderLeftStyle, style.borderBottomStyle];
    if (sides.includes("none") || !k.visible(k, s, el)) continue;
    asked++;
    const title = k.titleOn(items, box);
    if (title !== null) frames.push({ box, title });
  }
  return frames;
}

/** The one text that is drawn across the upper edge of a box, or that begins it alone on its line. */
function titleOn(items: readonly Item[], box: DOMRect): string | null {
  const on = items.filter(({ kind, text, box: b }) => {
    const crosses = b.top < box.top + 3 && b.bottom > box.top - 1;
    return (
      kind === "text" && text.length <= 30 && crosses && b.left >= box.left && b.right <= box.right
    );
  });
  return on.length === 1 ? (on[0]?.text ?? null) : null;
}

/** What the drawing says of the place of an element. */
function drawnScopes(k: PageKit, s: LookState, el: Element): string[] {
  const own = s.sections.get(el) ?? [];
  if (s.frames.length === 0) return own;
  const r = k.rectOf(s, el);
  const [x, y] = [r.left + r.width / 2, r.top + r.height / 2];
  const round = s.frames.filter(
    ({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom,
  );
  return [...own, ...round.map((f) => f.title)];
}

/** A text drawn across the upper edge of a box with a rule round it: what field sets look like. */
function edgeTitle(k: PageKit, s: LookState, box: Element): string | null {
  if (!box.matches("div,section,td,form")) return null;
  const token = k.tokensOf(k, s, box)[0]?.[1];
  if (token?.kind !== "text" || token.text.length > 30) return null;
  if (getComputedStyle(box).borderTopStyle === "none") return null;
  const [text, edge] = [k.textBox(token), k.rectOf(s, box).top];
  return text.top < edge && text.bottom > edge ? token.text : null;
}

/** A line of words alone among what it stands over, by breaks or by being a box: how large it is drawn tells what it heads. */
function plainHeading(k: PageKit, s: LookState, el: Element): number | null {
  if (el.childElementCount > 2 || (el.textContent ?? "").trim().length > 30) return null;
  if (s.fieldsIn.has(el) || el.matches("a,button,label,option,script,style,td,th,tr")) return null;
  const pressed = [...el.querySelectorAll("a,button,input,img")];
  if (
    pressed.some((p) => p.tagName !== "A" || k.isSaid(k.wordsOf(k, s, p))) ||
    k.wordsOf(k, s, el) === ""
  )
    return null;
  if (/^inline/.test(getComputedStyle(el).display) && !k.isAloneByBreaks(el)) return null;
  if (k.isSpread(k, s, el)) return null;
  const style = getComputedStyle(el);
  const heavy = Number(style.fontWeight) >= 600 ? 20 : 0;
  return 8 + 1 - Math.min(99, Number.parseFloat(style.fontSize) + heavy) / 100;
}

/** Words at both ends of a line: a caption and its value, or two marks. */
function isSpread(k: PageKit, s: LookState, el: Element): boolean {
  const tokens = k.tokensOf(k, s, el).map(([, t]) => t);
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  if (!first || !last || tokens.length !== 2) return false;
  const [a, b] = [k.textBox(first), k.textBox(last)];
  return b.left - a.right > 40 && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);
}

/** A line of words alone between a heading of that kind and what it could head. */
function isCutOff(k: PageKit, s: LookState, heading: Element, el: Element): boolean {
  const holder = heading.parentElement;
  if (!holder) return false;
  const tokens = k.tokensOf(k, s, holder);
  const from = tokens.findIndex(([, t]) => heading.contains(t.node));
  return tokens.slice(from + 1).some(([, t]) => {
    if (t.element !== holder || t.kind !== "text" || t.part !== null) return false;
    const before = t.node.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING;
    return before && t.text.length <= 30 && k.isSaid(t.text) && k.isAloneByBreaks(t.node);
  });
}

/** Not the first box after the heading, and one that begins with a line of words of its own. */
function hasOwnTitle(k: PageKit, s: LookState, heading: Element, el: Element): boolean {
  const box = heading.parentElement && k.childHolding(heading.parentElement, el);
  if (!box || heading.nextElementSibling === box) return false;
  const [first, second] = k.tokensOf(k, s, box).map(([, t]) => t);
  if (first?.kind !== "text" || !second || first.text.length > 30) return false;
  const line = k.lineBox(first.element);
  if (line === box || s.fieldsIn.has(line)) return false;
  return k.textBox(second).top >= k.textBox(first).bottom - 3;
}

function isAloneByBreaks(el: Node): boolean {
  const beside = (way: "previousSibling" | "nextSibling"): Node | null => {
    let n = el[way];
    while (n && n.nodeType === Node.TEXT_NODE && (n.textContent ?? "").trim() === "") n = n[way];
    return n;
  };
  const ends = (n: Node | null): boolean =>
    n === null || (n instanceof Element && n.matches("br,hr,table,div,p,ul,h1,h2,h3,h4"));
  return ends(beside("previousSibling")) && ends(beside("nextSibling"));
}

export const sectionParts = {
  readSections,
  addSection,
  addHanging,
  leadOf,
  startOf,
  addMarked,
  drawnFrames,
  titleOn,
  drawnScopes,
  edgeTitle,
  plainHeading,
  isSpread,
  isCutOff,
  hasOwnTitle,
  isAloneByBreaks,
};
