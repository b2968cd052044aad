/** Values that stand with their captions in small blocks of one kind. Runs inside the page; refers only to `k`. */
import type { Control } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_badges: RegExp;

/** A block of two things: words and words, or words and a field. */
interface TwoPart {
  readonly first: readonly FlowToken[];
  readonly second: readonly FlowToken[];
  /** Each in an element of its own make. */
  readonly made: boolean;
}

function shownBlocks(k: PageKit, s: LookState): Control[] {
  return k.alikeBlocks(k, s).flatMap((blocks) => {
    const order = k.orderOf(k, blocks);
    if (order === null) return [];
    return blocks.flatMap(({ first, second, made }) => {
      const [caption, value] = order === "caption-first" ? [first, second] : [second, first];
      const [head, words] = [k.wordsIn(k, caption), k.wordsIn(k, value)];
      const at = value[0]?.element;
      if (!at || [...caption, ...value].some((t) => t.kind === "control")) return [];
      if (head.length > 25 || k_badges.test(words) || (k.saysCaption(words) && !made)) return [];
      return [k.shown(k, s, at, { names: [{ method: "near-left", text: head }], value: words })];
    });
  });
}

/** Blocks of two that stand beside others of the same make. */
function alikeBlocks(k: PageKit, s: LookState): TwoPart[][] {
  const groups = new Map<Element, Map<string, TwoPart[]>>();
  for (const block of k.blocksUp(k, s)) {
    const holder = block.parentElement;
    const two = holder && k.twoParts(k, s, block);
    if (!two) continue;
    const make = `${block.tagName} ${block.getAttribute("class") ?? ""}`;
    const alike = groups.get(holder) ?? new Map<string, TwoPart[]>();
    groups.set(holder, alike);
    const known = alike.get(make);
    if (known) known.push(two);
    else alike.set(make, [two]);
  }
  return [...groups.values()].flatMap((g) => [...g.values()]).filter((b) => b.length > 1);
}

/** The boxes in which texts and fields stand, up to three round each. */
function blocksUp(k: PageKit, s: LookState): Set<Element> {
  const blocks = new Set<Element>();
  for (const t of s.flow) {
    let block: Element | null = k.lineBox(t.element);
    for (let i = 0; block && i < 3; i++, block = block.parentElement) {
      const holds = "table,tbody,thead,tr,body,form,dl,select";
      if (blocks.has(block) || block.matches(holds)) break;
      blocks.add(block);
    }
  }
  return blocks;
}

/** Null where a block holds more or less than two children with something in them. */
function twoParts(k: PageKit, s: LookState, block: Element): TwoPart | null {
  const all = k.tokensOf(k, s, block).map(([, t]) => t);
  if (all.length < 2 || all.length > 8) return null;
  const parts: { child: Node; tokens: FlowToken[] }[] = [];
  for (const t of all.filter((token) => !token.element.closest("button"))) {
    const child = t.element === block ? t.node : k.childHolding(block, t.element);
    const last = parts[parts.length - 1];
    if (!child) return null;
    if (last?.child === child) last.tokens.push(t);
    else parts.push({ child, tokens: [t] });
  }
  const dash = /^[-\uFF0D\u2015\u2014\u30FC]+$/u;
  const said = parts.filter((p) =>
    p.tokens.some((t) => t.kind === "control" || k.isSaid(t.text) || dash.test(t.text)),
  );
  const [a, b] = said;
  if (!a || !b || said.length !== 2 || k.areTwins(a.child, b.child)) return null;
  if (k.parted(a.child, b.child)) return null;
  return { first: a.tokens, second: b.tokens, made: k.areMade(a.child, b.child) };
}

function areMade(a: Node, b: Node): boolean {
  const both = a instanceof Element && b instanceof Element;
  return both && (a.tagName !== b.tagName || a.className !== b.className);
}

/** A box without words stands between them: the value of the first. */
function parted(a: Node, b: Node): boolean {
  for (let n = a.nextSibling; n && n !== b; n = n.nextSibling)
    if (n instanceof HTMLElement && n.childElementCount === 0 && n.textContent?.trim() === "")
      if (n.matches("div,span,p,b,strong,em,td") && n.checkVisibility()) return true;
  return false;
}

/** Two boxes of one make that are captions with their values themselves. */
function areTwins(a: Node, b: Node): boolean {
  if (!(a instanceof Element) || !(b instanceof Element)) return false;
  const alike = a.tagName === b.tagName && a.className === b.className;
  return alike && Math.max(a.childElementCount, b.childElementCount) > 1;
}

/** Letters, numbers, or a sign that is read as a word: 〒, ℡. */
function isSaid(text: string): boolean {
  return /[\p{L}\p{N}\u3012\u2121\u260E]/u.test(text);
}

function childHolding(block: Element, el: Element): Element | null {
  let up: Element | null = el;
  while (up && up.parentElement !== block) up = up.parentElement;
  return up;
}

/** Which of the two is the caption in all of these blocks; null when that cannot be told. */
function orderOf(k: PageKit, blocks: readonly TwoPart[]): "caption-first" | "value-first" | null {
  const holds = (tokens: readonly FlowToken[]): boolean => tokens.some((t) => t.kind === "control");
  const words = blocks.filter((b) => !holds(b.first) && !holds(b.second));
  const digits = (tokens: readonly FlowToken[]): boolean => /\d/u.test(k.wordsIn(k, tokens));
  const fieldFirst = blocks.some((b) => holds(b.first));
  const fieldSecond = blocks.some((b) => holds(b.second));
  const numbersFirst = words.every((b) => digits(b.first) && !digits(b.second));
  if (numbersFirst && !fieldSecond) return "value-first";
  if (fieldFirst) return null;
  const unlike = words.every((b) => k.lookOf(b.first[0]) !== k.lookOf(b.second[0]));
  const numbersSecond = words.every((b) => digits(b.second) && !digits(b.first));
  return fieldSecond || unlike || numbersSecond ? "caption-first" : null;
}

/** How its letters are drawn, and on what. */
function lookOf(token: FlowToken | undefined): string {
  if (!token) return "";
  const style = getComputedStyle(token.element);
  return [style.color, style.fontWeight, style.fontSize, style.backgroundColor].join(" ");
}

/** Texts as they are read: what is drawn letter to letter is one word. */
function wordsIn(k: PageKit, tokens: readonly FlowToken[]): string {
  let words = "";
  let before: FlowToken | null = null;
  for (const t of tokens) {
    if (t.kind !== "text") continue;
    words += before && !k.isJoined(k, before, t) ? k.betweenPieces(before, t) + t.text : t.text;
    before = t;
  }
  return k.clean(words);
}

/** A bracket that parts two pieces of one text belongs to what is read. */
function betweenPieces(a: FlowToken, b: FlowToken): string {
  if (a.node !== b.node || !a.part || !b.part) return " ";
  const raw = a.node.textContent ?? "";
  const between = raw.slice(a.part.to, b.part.from);
  const gap = /\s$/u.test(raw.slice(0, a.part.to)) ? " " : "";
  return /[()\uFF08\uFF09]/u.test(between) ? gap + between : " ";
}

/** The same for an element. */
function saidIn(k: PageKit, s: LookState, el: Element): string {
  const tokens = k.tokensOf(k, s, el).map(([, t]) => t);
  const parts = new Set(tokens.map((t) => t.node)).size;
  return parts > 1 ? k.wordsIn(k, tokens) : k.wordsOf(k, s, el);
}

/** No blank between them, by the file and as drawn. */
function isJoined(k: PageKit, a: FlowToken, b: FlowToken): boolean {
  if (!(a.node instanceof Text) || !(b.node instanceof Text) || a.node === b.node) return false;
  if (/\s$/u.test(a.node.data) || /^\s/u.test(b.node.data)) return false;
  const [over, under] = [k.lineBox(a.element), k.lineBox(b.element)];
  if (over !== under && over.parentElement !== under.parentElement) return false;
  const [left, right] = [k.textBox(a), k.textBox(b)];
  const shared = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top);
  return shared > 4 && Math.abs(right.left - left.right) < 3;
}

export const valueParts = {
  shownBlocks,
  alikeBlocks,
  blocksUp,
  twoParts,
  areTwins,
  parted,
  areMade,
  isSaid,
  childHolding,
  orderOf,
  lookOf,
  wordsIn,
  betweenPieces,
  saidIn,
  isJoined,
};
