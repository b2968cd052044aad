/** To which field a text belongs that stands near several: the box that both share, and where it is drawn. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** How many fields stand in an element, and the first of them. */
export interface FieldsIn {
  readonly first: Element;
  readonly count: number;
}

/** Counted once a look, for every element that holds any. */
function countFields(k: PageKit, s: LookState): void {
  for (const t of s.flow) {
    if (t.kind !== "control") continue;
    for (let up = k.parentOf(t.element); up; up = k.parentOf(up)) {
      const before = s.fieldsIn.get(up);
      s.fieldsIn.set(up, {
        first: before?.first ?? t.element,
        count: (before?.count ?? 0) + 1,
      });
    }
  }
}

/** The only field of the smallest box round a text that holds any; null where it holds several, or a button to choose. */
function ownerOf(k: PageKit, s: LookState, text: FlowToken): Element | null {
  for (let up: Element | null = text.element; up; up = k.parentOf(up)) {
    const fields = s.fieldsIn.get(up);
    if (fields) return fields.count === 1 && !k.isChoice(fields.first) ? fields.first : null;
    if (up.matches("td,th,dd,dt")) return null;
  }
  return null;
}

/** A caption or a hint of another field is no caption of this one. */
function isOthers(k: PageKit, s: LookState, text: FlowToken, el: Element): boolean {
  const owner = k.ownerOf(k, s, text);
  return owner !== null && owner !== el;
}

/** The largest box that holds no field but this one. */
function ownBox(k: PageKit, s: LookState, el: Element): Element {
  let box = el;
  for (let up = k.parentOf(el); up && s.fieldsIn.get(up)?.count === 1; up = k.parentOf(up)) {
    box = up;
    if (up.matches("td,th,dd,body")) break;
  }
  return box;
}

/** Written behind its field and drawn in it or right above it: captions that float. */
function captionOver(k: PageKit, s: LookState, el: Element): string | null {
  const holder = k.ownBox(k, s, el);
  const at = s.flowAt.get(el) ?? -1;
  if (holder === el || at < 0) return null;
  const box = k.rectOf(s, el);
  for (let i = at + 1; i < s.flow.length; i++) {
    const t = s.flow[i];
    if (t?.kind !== "text" || !holder.contains(t.element)) return null;
    if (t.text.length <= 40 && !k.isUnit(t.text) && k.isDrawnOver(k.textBox(t), box)) return t.text;
  }
  return null;
}

/** At the beginning of the field, inside or right above. */
function isDrawnOver(text: DOMRect, box: DOMRect): boolean {
  const middle = (text.top + text.bottom) / 2;
  const starts = text.left >= box.left - 12 && text.left <= box.left + Math.min(40, box.width / 2);
  return starts && middle < box.bottom && text.bottom > box.top - 16;
}

/** Two texts that make one caption of `el`: of one line, or one under the other in a box that holds no field but this one. */
function joins(
  k: PageKit,
  s: LookState,
  pair: { before: FlowToken; after: FlowToken; el: Element },
): boolean {
  const { before, after, el } = pair;
  if (k.lineBox(before.element) === k.lineBox(after.element)) return true;
  const [a, b] = [k.textBox(before), k.textBox(after)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (shared > 2 && b.left >= a.left) return b.left - a.right <= 24;
  const [over, under] = [k.lineBox(before.element), k.lineBox(after.element)];
  const together = over.parentElement !== null && over.parentElement === under.parentElement;
  return together && Math.abs(a.left - b.left) <= 12 && k.ownBox(k, s, el).contains(over);
}

/** The element whose lines a text flows in. */
function lineBox(el: Element): Element {
  let up = el;
  while (up.parentElement && /^inline$|contents/.test(getComputedStyle(up).display))
    up = up.parentElement;
  return up;
}

export const belongParts = {
  countFields,
  ownerOf,
  isOthers,
  ownBox,
  captionOver,
  isDrawnOver,
  joins,
  lineBox,
};
