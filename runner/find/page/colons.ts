/** Values behind captions that a colon or a label marks; a caption whose value is empty takes nothing of the next. Runs inside the page; refers only to `k`. */
import type { Control, Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** "caption: value" in one text, or a text after a caption that ends with a colon or is a label. */
function shownTexts(k: PageKit, s: LookState): Control[] {
  const found: Control[] = [];
  s.flow.forEach((t, i) => {
    if (t.kind !== "text") return;
    const text = k.wholeText(k, s, i);
    const both = /^(?=[^:\uFF1A]*\p{L})([^:\uFF1A]{1,30})[:\uFF1A]\s*(\S.*)$/u.exec(text);
    if (both?.[1] && both[2] && !k.isTime(both[1], both[2])) {
      if (k.saysCaption(both[2])) return;
      const names: Name[] = [{ method: "text-before", text: both[1] }];
      found.push(k.shown(k, s, t.element, { names, value: both[2] + k.joinedOn(k, s, i) }));
      return;
    }
    const before = k.captionOfText(k, s, i);
    if (!before) return;
    const names: Name[] = [{ method: "text-before", text: before.text }];
    const inHolder = t.element.contains(before.element);
    const value = k.valueAt(k, s, i);
    const bare = text.replace(/^[:\uFF1A]\s*/u, "");
    const whole = inHolder ? bare + k.joinedOn(k, s, i) : bare;
    found.push(
      k.shown(k, s, t.element, { names, value: whole.length > value.length ? whole : value }),
    );
  });
  return found;
}

/** 「2026年11月23日 (月) 09:12」: the colon of a time of day, with other signs than letters before the hour. */
function isTime(before: string, after: string): boolean {
  return /(?:^|[^\p{L}\p{N}])\p{Nd}{1,2}$/u.test(before) && /^\p{Nd}{2}(?!\p{Nd})/u.test(after);
}

/** A text with what stands behind an open bracket in it, which is a piece of its own: 「見本（株」. */
function wholeText(k: PageKit, s: LookState, at: number): string {
  const tokens = s.flow.slice(at, at + 1);
  for (let i = at + 1; i < at + 4; i++) {
    const [last, next] = [s.flow[i - 1], s.flow[i]];
    if (!last?.part || !next?.part || next.node !== last.node) break;
    const between = (next.node.textContent ?? "").slice(last.part.to, next.part.from);
    if (!/[(\uFF08]/u.test(between)) break;
    tokens.push(next);
  }
  return tokens.length > 1 ? k.wordsIn(k, tokens) : (tokens[0]?.text ?? "");
}

/** Words with a colon behind them that is no part of a time or an address: a caption, with or without its value. */
function saysCaption(text: string): boolean {
  const colon = /(?<=\p{L}[^\s:\uFF1A]{0,20})[:\uFF1A](?!\/\/|\\)/gu;
  return [...text.matchAll(colon)].some(({ index }) => {
    const time = /\p{Nd}$/u.test(text.slice(0, index)) && /^\p{Nd}/u.test(text.slice(index + 1));
    return !time;
  });
}

/** The caption before a text that is its value; null where it is none. */
function captionOfText(k: PageKit, s: LookState, at: number): FlowToken | null {
  const value = s.flow[at];
  if (value?.kind !== "text") return null;
  const alone = /^[:\uFF1A]$/u.test(s.flow[at - 1]?.text ?? "");
  const before = s.flow[alone ? at - 2 : at - 1];
  if (before?.kind !== "text") return null;
  const colon = alone || /[:\uFF1A]\s*$/u.test(before.text) || /^[:\uFF1A]/u.test(value.text);
  if (!colon && before.element.tagName !== "LABEL") return null;
  if (k.isCaptionAt(k, s, at) || !k.isApart(k, before, value) || k.isHeadToo(k, s, before, at))
    return null;
  const last = s.flow[at - 1];
  if (colon) return last && k.isBehindColon(k, s, last, at) ? before : null;
  // What stands between a label and its field is a hint, not a value.
  return k.isLabelled(k, before, { value, next: s.flow[at + 1] }) ? before : null;
}

/** 「<b>担当</b> ：      <b>備考</b>」: made like the caption, unlike the colon between them, and far behind it: the next caption. */
function isHeadToo(k: PageKit, s: LookState, caption: FlowToken, at: number): boolean {
  const value = s.flow[at];
  if (!value || s.flow[at - 1] === caption) return false;
  const [a, b] = [caption.element, value.element];
  if (a === b || a.tagName !== b.tagName || a.parentElement !== b.parentElement) return false;
  const round = a.parentElement;
  if (!round || k.textBox(value).left - k.textBox(caption).right < 60) return false;
  const outer = { ...value, element: round };
  return k.lookOf(caption) === k.lookOf(value) && k.lookOf(outer) !== k.lookOf(value);
}

/** In elements or pieces of their own, or in one line with something between that is not drawn. */
function isApart(k: PageKit, before: FlowToken, value: FlowToken): boolean {
  if (value.element !== before.element) return true;
  if (value.node === before.node) return value.gap === "blank";
  return k.isRightOf(k, before, value);
}

/** A colon follows it, or it says a caption and its value: no value of what stands before it. */
function isCaptionAt(k: PageKit, s: LookState, at: number): boolean {
  const [text, next] = [s.flow[at], s.flow[at + 1]];
  if (text?.kind !== "text") return false;
  if (/[:\uFF1A]\s*$/u.test(text.text) || k.saysCaption(text.text)) return true;
  return next?.kind === "text" && /^[:\uFF1A]/u.test(next.text) && k.isRightOf(k, text, next);
}

/** Right behind the caption and nothing between, not even an empty box; or alone on the line under it. */
function isBehindColon(k: PageKit, s: LookState, caption: FlowToken, at: number): boolean {
  const [value, next] = [s.flow[at], s.flow[at + 1]];
  if (!value || k.blockOf(caption.element) !== k.ownBlock(k, s, value)) return false;
  if (value.element.closest("button") || !k.isNextTo(k, caption.node, value.node)) return false;
  const isOn = (t: FlowToken): boolean => {
    const [a, b] = [k.textBox(value), k.textBox(t)];
    return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  };
  // 「期間：開始 [ ]」: the caption of a field.
  if (next?.kind === "control" && !k.isChoice(next.element) && isOn(next)) return false;
  if (isOn(caption)) return true;
  if (next && isOn(next) && !k.isJoined(k, value, next)) return false;
  const [a, b] = [k.textBox(caption), k.textBox(value)];
  if (k.lineBox(caption.element) === k.lineBox(value.element)) return true;
  const sentence = /\u3002$/u.test(value.text) && k.lookOf(caption) === k.lookOf(value);
  return !sentence && b.top >= a.bottom - 4 && b.top - a.bottom < 40;
}

/** The block in which it stands, outside of paragraphs that are alone in a box: 「<div><p>0%</p></div>」. */
function ownBlock(k: PageKit, s: LookState, text: FlowToken): Element {
  const block = k.blockOf(text.element);
  const box = block.tagName === "P" ? block.parentElement : null;
  if (!box?.matches("div,span") || k.tokensOf(k, s, box).length > 1) return block;
  return k.blockOf(box);
}

/** What is written on from a text letter to letter in other elements: 「一部<b>変更</b>あり」. */
function joinedOn(k: PageKit, s: LookState, at: number): string {
  let words = "";
  for (let i = at; i < at + 6; i++) {
    const [text, next] = [s.flow[i], s.flow[i + 1]];
    if (!text || next?.kind !== "text" || !k.isJoined(k, text, next)) break;
    if (!k.isSaid(next.text) || /^[(\uFF08\u203B:\uFF1A]/u.test(next.text)) break;
    if (next.element.closest("a,button,label,th") || k.isCaptionAt(k, s, i + 1)) break;
    words += next.text;
  }
  return words;
}

/** The value of a label: right of it on its line, in the same block or alone in one, and no field behind it. */
function isLabelled(
  k: PageKit,
  label: FlowToken,
  { value, next }: { value: FlowToken; next: FlowToken | undefined },
): boolean {
  if (next?.kind === "control" || !/[\p{L}\p{N}]/u.test(value.text)) return false;
  if (label.element.contains(value.element) || !k.isNextTo(k, label.node, value.node)) return false;
  const tied = label.element as HTMLLabelElement;
  if (tied.control) return false;
  if (k.blockOf(label.element) === k.blockOf(value.element)) return true;
  const [a, b] = [label.element.getBoundingClientRect(), k.textBox(value)];
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4 && b.left >= a.right - 2;
}

export const colonParts = {
  shownTexts,
  wholeText,
  saysCaption,
  captionOfText,
  isApart,
  isCaptionAt,
  isTime,
  isHeadToo,
  isBehindColon,
  ownBlock,
  joinedOn,
  isLabelled,
};
