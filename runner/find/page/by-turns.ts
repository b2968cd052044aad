/** Captions and values that stand by turns in one line. Runs inside the page; refers only to `k`. */
import type { Control, Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_badges: RegExp;

/** 「手数料 <b>300</b>円　件数 <b>2</b>件」: in one line, words drawn one way and their values drawn another. */
function shownByTurns(k: PageKit, s: LookState): Control[] {
  const found: Control[] = [];
  s.flow.forEach((value, i) => {
    const caption = s.flow[i - 1];
    if (!caption || !k.isTurn(k, s, i)) return;
    const said = k.captionEnd(caption.text);
    if (said === "") return;
    const names: Name[] = [{ method: "near-left", text: said }];
    found.push(k.shown(k, s, value.element, { names, value: k.valueAt(k, s, i) }));
  });
  return found;
}

/** The text here is drawn unlike the caption before it on its line, and what follows is drawn like the caption, or nothing does. */
function isTurn(k: PageKit, s: LookState, at: number): boolean {
  const [caption, value] = [s.flow[at - 1], s.flow[at]];
  if (caption?.kind !== "text" || value?.kind !== "text" || caption.element === value.element)
    return false;
  if (!k.canHaveValue(k, caption) || !k.isSaid(value.text) || k.isCaptionAt(k, s, at)) return false;
  if (k_badges.test(value.text) || /^[(\uFF08\u203B]/u.test(value.text)) return false;
  if (k.lineBox(caption.element) !== k.lineBox(value.element)) return false;
  if (!k.isRightOf(k, caption, value) || !k.isNextTo(k, caption.node, value.node)) return false;
  if (k.lookOf(caption) === k.lookOf(value) && !k.isSetApart(caption, value)) return false;
  return k.endsTurn(k, s, at);
}

/** Short words that are no caption and value in one, and nothing to press. */
function canHaveValue(k: PageKit, { text, element }: FlowToken): boolean {
  if (!/\p{L}/u.test(text) || text.length > 40) return false;
  return (
    !k.saysCaption(text.replace(/[:\uFF1A]$/u, "")) && !element.closest("a,button,th,legend,label")
  );
}

/** Behind the value the next caption, or nothing near; before a field it would be the caption of that. */
function endsTurn(k: PageKit, s: LookState, at: number): boolean {
  const [caption, value, next] = [s.flow[at - 1], s.flow[at], s.flow[at + 1]];
  if (!value || !next || !k.isRightOf(k, value, next)) return true;
  if (next.kind === "control") return k.isChoice(next.element);
  return (
    k.lineBox(next.element) !== k.lineBox(value.element) || k.lookOf(next) === k.lookOf(caption)
  );
}

/** A number in an element of its own behind a wide blank. */
function isSetApart(caption: FlowToken, value: FlowToken): boolean {
  const wide = /[\u3000\u00a0]\s*$/u.test(caption.node.textContent ?? "");
  return wide && /^\S*\d\S*$/u.test(value.text) && !/\d/u.test(caption.text);
}

/** On its line, behind it and near. */
function isRightOf(k: PageKit, left: FlowToken, right: FlowToken): boolean {
  const [a, b] = [k.textBox(left), k.textBox(right)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > 4 && b.left >= a.right - 3 && b.left - a.right < 120;
}

/** 「件　定員」 before a value: the unit of the one before it, and the caption. */
function captionEnd(text: string): string {
  const words = text.trim().split(/[\s\u3000\u3001\uFF0F/|\uFF5C(\uFF08]+/u);
  return words.length > 1 ? (words[words.length - 1] ?? "") : text;
}

/** The text here with what is written right behind it, 「300」「円」, and without the colon before it. */
function valueAt(k: PageKit, s: LookState, at: number): string {
  const [value, next] = [s.flow[at], s.flow[at + 1]];
  const said = (value?.text ?? "").replace(/^[:\uFF1A]\s*/u, "");
  if (!value || next?.kind !== "text" || !k.isJoined(k, value, next)) return said;
  const unit = /^\S{1,4}/u.exec(
    (next.node.textContent ?? "").replace(/[\s\u3000(\uFF08].*$/su, ""),
  );
  return unit && k.isUnit(unit[0]) ? said + unit[0] : said;
}

export const byTurnParts = {
  shownByTurns,
  isTurn,
  canHaveValue,
  endsTurn,
  isSetApart,
  isRightOf,
  captionEnd,
  valueAt,
};
