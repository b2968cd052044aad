/** Words that only listeners get, in a box of one pixel, and places of what is drawn by its label. Runs inside the page; refers only to `k`. */
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** In a box of one pixel that shows nothing of it. */
function isUnseen(k: PageKit, s: LookState, el: Element): boolean {
  const up = el.parentElement;
  return k.isPoint(k, s, el) || (up !== null && k.isPoint(k, s, up));
}

function isPoint(k: PageKit, s: LookState, el: Element): boolean {
  const r = k.rectOf(s, el);
  return r.width <= 1 && r.height <= 1 && getComputedStyle(el).overflow !== "visible";
}

/** The words of a label that tell what is chosen: without those that nobody sees, and without a sample of its code at the end. */
function choiceLabel(k: PageKit, s: LookState, el: Element): string | undefined {
  const [said] = k.labelsOf(k, s, el);
  const [label] = k.labelsTiedTo(s, el);
  if (!said || !label || said !== k.wordsOf(k, s, label)) return said;
  const isCode = (e: Element): boolean => label.contains(e.closest("code,kbd,samp"));
  const hidden = [...label.querySelectorAll("span")].some((e) => k.isPoint(k, s, e));
  if (!hidden && !label.querySelector("code,kbd,samp")) return said;
  const words = k.tokensOf(k, s, label).map(([, t]) => t);
  while (words.length > 1 && isCode(words[words.length - 1]?.element ?? label)) words.pop();
  return k.wordsIn(k, words) || said;
}

/** Where a person sees it: a button to choose of one pixel is drawn by its label. */
function seenAt(k: PageKit, s: LookState, el: Element): DOMRect {
  const own = k.rectOf(s, el);
  if (own.width > 3 || own.height > 3 || !k.isChoice(el)) return own;
  const [label] = k.labelsTiedTo(s, el);
  return label && k.visible(k, s, label) ? k.rectOf(s, label) : own;
}

export const unseenParts = { isUnseen, isPoint, choiceLabel, seenAt };
