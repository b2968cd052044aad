/** Values under or behind captions that are made like the captions of fields, or that stand by turns with them. Runs inside the page; refers only to `k`. */
import type { Control, Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_badges: RegExp;

/** Captions of one make over or before fields, and one of them over words: those are its value. */
function shownUnderLikes(k: PageKit, s: LookState): Control[] {
  const makes = new Set<string>();
  s.flow.forEach((t, i) => {
    const before = s.flow[i - 1];
    if (t.kind === "control" && before?.kind === "text" && !k.isChoice(t.element))
      makes.add(k.makeOf(k, before));
  });
  return s.flow.flatMap((value, i) => {
    const caption = s.flow[i - 1];
    if (caption?.kind !== "text" || value.kind !== "text" || s.flow[i + 1]?.kind === "control")
      return [];
    const make = k.makeOf(k, caption);
    if (make.endsWith(" ") || !makes.has(make) || makes.has(k.makeOf(k, value))) return [];
    if (
      !k.isFollowedBy(k, caption, value) ||
      k_badges.test(value.text) ||
      value.element.closest("button,a,th,legend")
    )
      return [];
    const names: Name[] = [{ method: "near-above", text: caption.text }];
    return [k.shown(k, s, value.element, { names, value: k.valueAt(k, s, i) })];
  });
}

/** 「施設」「大ホール」「使用料」「8,400円」 one after the other in one box: children of two makes by turns. */
function shownInTurnBoxes(k: PageKit, s: LookState): Control[] {
  const holders = new Set(s.flow.flatMap((t) => k.lineBox(t.element).parentElement ?? []));
  return [...holders].flatMap((holder) => {
    if (holder.matches("body,table,tbody,tr,dl,ul,ol,select,pre") || holder.childElementCount < 4)
      return [];
    return k.turnsOf(k, s, [...holder.children]).flatMap(([caption, value]) => {
      const [head, text] = [k.wordsOf(k, s, caption), k.saidIn(k, s, value)];
      const names: Name[] = [{ method: "near-above", text: head }];
      return text === "" || head.length > 25 ? [] : [k.shown(k, s, value, { names, value: text })];
    });
  });
}

/** Children of one make that are each followed by one of another make, which stands nowhere else; at least twice. */
function turnsOf(k: PageKit, s: LookState, children: readonly Element[]): [Element, Element][] {
  const makeOf = (el: Element | undefined): string =>
    el ? `${el.tagName} ${el.getAttribute("class") ?? ""}` : "";
  const pairs = new Map<string, [Element, Element][]>();
  children.forEach((child, i) => {
    const next = children[i + 1];
    if (!next || makeOf(child) === makeOf(next)) return;
    const key = `${makeOf(child)}|${makeOf(next)}`;
    const known = pairs.get(key);
    if (known) known.push([child, next]);
    else pairs.set(key, [[child, next]]);
  });
  const countOf = (make: string): number => children.filter((c) => makeOf(c) === make).length;
  return [...pairs.values()].flatMap((found) => {
    const [[caption, value]] = found as [[Element, Element]];
    if (found.length < 2 || children.indexOf(caption) > children.indexOf(found[0]?.[1] ?? caption))
      return [];
    if (countOf(makeOf(caption)) !== found.length || countOf(makeOf(value)) !== found.length)
      return [];
    const first = children.findIndex((c) => [makeOf(caption), makeOf(value)].includes(makeOf(c)));
    if (makeOf(children[first]) !== makeOf(caption)) return [];
    return k.areTurns(k, s, found) ? found : [];
  });
}

/** Words only, the captions drawn unlike the values, each right under or behind the other. */
function areTurns(
  k: PageKit,
  s: LookState,
  pairs: readonly (readonly [Element, Element])[],
): boolean {
  return pairs.every(([caption, value]) => {
    const [head] = k.tokensOf(k, s, caption).map(([, t]) => t);
    const tokens = k.tokensOf(k, s, value).map(([, t]) => t);
    if (!head || [head, ...tokens].some((t) => t.kind === "control" || t.element.closest("button")))
      return false;
    const [text] = tokens;
    return !text || (k.lookOf(head) !== k.lookOf(text) && !head.element.closest("a"));
  });
}

/** Tag and class of the box in which a text flows. */
function makeOf(k: PageKit, t: FlowToken): string {
  const line = k.lineBox(t.element);
  return `${line.tagName} ${line.getAttribute("class") ?? ""}`;
}

/** Right under it from the same edge, or right behind it; in boxes of the same holder and drawn unlike it. */
function isFollowedBy(k: PageKit, caption: FlowToken, value: FlowToken): boolean {
  const [over, under] = [k.lineBox(caption.element), k.lineBox(value.element)];
  const together = over.parentElement === under.parentElement || over.parentElement === under;
  if (!together || k.lookOf(caption) === k.lookOf(value)) return false;
  const [a, b] = [k.textBox(caption), k.textBox(value)];
  if (!k.isNextTo(k, caption.node, value.node)) return false;
  const below = b.top >= a.bottom - 3 && b.top - a.bottom < 24 && Math.abs(a.left - b.left) < 12;
  return below || k.isRightOf(k, caption, value);
}

/** Nothing stands between two texts, not even a box without words: such a box would be the value. */
function isNextTo(k: PageKit, first: Node, second: Node): boolean {
  const isBlank = (n: Node): boolean =>
    n instanceof Element
      ? n.matches("br,img,svg") || !n.checkVisibility()
      : n instanceof Comment || !k.isSaid(n.textContent ?? "");
  let n: Node | null = first;
  while (n && !n.contains(second)) {
    const up: Node | null = n.parentNode;
    n = n.nextSibling;
    while (n && isBlank(n)) n = n.nextSibling;
    if (n) return n.contains(second);
    n = up;
  }
  return false;
}

export const turnBoxParts = {
  shownUnderLikes,
  shownInTurnBoxes,
  turnsOf,
  areTurns,
  makeOf,
  isFollowedBy,
  isNextTo,
};
