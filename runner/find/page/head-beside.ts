/** Headings that only their place makes so: behind buttons on their line, or first in a card. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Buttons alone at the beginning of a box, and what comes next in it drawn as a heading. */
export interface LateHead {
  readonly tools: Element;
  readonly head: FlowToken;
}

/** `<div><div style="float:right"><a>追加</a></div><h3>添付資料</h3>…</div>` */
function lateHead(k: PageKit, s: LookState, box: Element): LateHead | null {
  const own = k.spanOf(k, s, box);
  const first = own && s.flow[own.from];
  if (!first || own.from === own.to) return null;
  if (!k.isTool(s, first.element)) return null;
  const tools = k.childHolding(box, first.element);
  const inner = tools ? k.spanOf(k, s, tools) : undefined;
  const head = s.flow[(inner?.to ?? own.to) + 1];
  if (!tools || !inner || inner.to >= own.to || inner.to - inner.from >= 12) return null;
  if (head?.kind !== "text" || head.text.length > 30 || !k.isSaid(head.text)) return null;
  const all = s.flow.slice(inner.from, inner.to + 1);
  if (k.isTool(s, head.element) || !all.every((t) => k.isTool(s, t.element))) return null;
  const tagged = head.element.closest("h1,h2,h3,h4,h5,h6,legend,strong,b");
  const heavy = (): boolean => Number(getComputedStyle(head.element).fontWeight) >= 600;
  return (tagged && box.contains(tagged)) || heavy() ? { tools, head } : null;
}

/** Stands in a button or link. */
function isTool(s: LookState, el: Element): boolean {
  const known = s.memo.pressed.get(el);
  if (known !== undefined) return known;
  const tool = el.closest("a,button,[role=button],[role=link]") !== null;
  s.memo.pressed.set(el, tool);
  return tool;
}

/** Drawn left of the button, on its line. */
function headBeside(k: PageKit, s: LookState, el: Element, { head }: LateHead): string | null {
  const [words, place] = [k.textBox(head), k.rectOf(s, el)];
  const shared = Math.min(words.bottom, place.bottom) - Math.max(words.top, place.top);
  return shared >= 4 && words.right <= place.left ? head.text : null;
}

/** The first line of words of a box that stands beside others of its make. */
function cardTitle(k: PageKit, s: LookState, first: Element | undefined): string | null {
  const card = first?.parentElement;
  const made = card?.getAttribute("class");
  if (!first || !card || !made || k.headingRank(first) < 99) return null;
  const beside = [card.previousElementSibling, card.nextElementSibling];
  return beside.some((b) => b?.getAttribute("class") === made) ? k.wordsOf(k, s, first) : null;
}

export const headBesideParts = { lateHead, isTool, headBeside, cardTitle };
