/** Fields that share a caption with the list before them, and lists that name themselves. Runs inside the page; refers only to `k`. */
import type { Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** 「□期日 [以上▼] [  ]」「期限 [その他▼] [  ]」: the caption of the list that stands right before a field without a name. */
function captionPastList(k: PageKit, s: LookState, el: Element, names: readonly Name[]): Name[] {
  if (!names.every((n) => n.method === "text-after")) return [];
  const at = s.flowAt.get(el) ?? -1;
  const list = s.flow[at - 1];
  if (list?.kind !== "control" || !k.isList(k, s, list.element)) return [];
  if (k.isChoice(el) || k.isList(k, s, el) || k.isFollowedOn(k, s, at)) return [];
  if (!k.standTogether(k, s, list, el)) return [];
  const [caption, box] = [s.flow[at - 2], s.flow[at - 3]];
  if (caption?.kind !== "text") return [];
  if (box?.kind !== "control" || !k.isChoice(box.element))
    return k.textsBefore(k, s, list.element).map((text) => ({ method: "near-left", text }));
  const tied = caption.element.closest("label")?.control === box.element;
  const said = tied && caption.text.length <= 40 && k.onRow(k, s, caption, list.element);
  return said ? [{ method: "near-left", text: caption.text }] : [];
}

/** A list to choose one from. */
function isList(k: PageKit, s: LookState, el: Element): boolean {
  if (el instanceof HTMLSelectElement) return !el.multiple && el.size < 2;
  return k.isMenu(k, s, el);
}

/** A part of a date goes on behind its unit, 「令和▼ [8]年[4]月」; other words behind a field may be its caption. */
function isFollowedOn(k: PageKit, s: LookState, at: number): boolean {
  const el = s.flow[at]?.element;
  const next = s.flow[at + 1];
  if (!el || next?.kind !== "text" || !k.onRow(k, s, next, el)) return false;
  if (!k.isUnit(next.text)) return k.isSaid(next.text) && !next.element.closest("button,a");
  const after = s.flow[at + 2];
  return after?.kind === "control" && k.onRow(k, s, after, el);
}

/** On one line of the same block or row; or right under it in a box that holds only these two. */
function standTogether(k: PageKit, s: LookState, list: FlowToken, el: Element): boolean {
  const both = k.holderOfBoth(k, list.element, el);
  if (!both || both.matches("body,form")) return false;
  if (k.onRow(k, s, list, el)) return true;
  return s.fieldsIn.get(both)?.count === 2;
}

/** Drawn on the line of the field, in whatever cell. */
function onRow(k: PageKit, s: LookState, t: FlowToken, el: Element): boolean {
  const [r, box] = [k.textBox(t), k.rectOf(s, el)];
  return Math.min(r.bottom, box.bottom) - Math.max(r.top, box.top) > 2;
}

/** 「すべての日付 ▼」: what a list shows first, where no caption that can be seen names it. */
function saysItself(k: PageKit, s: LookState, el: Element, names: readonly Name[]): Name[] {
  if (!(el instanceof HTMLSelectElement) || !k.isList(k, s, el)) return [];
  const text = k.clean(el.options[0]?.text);
  if (!/\p{L}{2}/u.test(text) || text.length > 30) return [];
  const captioned = names.some(({ method }) => {
    if (method === "label")
      return (
        el.hasAttribute("aria-labelledby") ||
        k.labelsTiedTo(s, el).some((l) => !k.isUnseen(k, s, l))
      );
    if (method === "text-before") return !k.isBehindChoice(k, s, el);
    return /^(?:heading|text)/.test(method);
  });
  return captioned ? [] : [{ method: "shows", text }];
}

/** The words before it are those of a box to tick. */
function isBehindChoice(k: PageKit, s: LookState, el: Element): boolean {
  const at = s.flowAt.get(el) ?? -1;
  const [words, box] = [s.flow[at - 1], s.flow[at - 2]];
  return words?.kind === "text" && box?.kind === "control" && k.isChoice(box.element);
}

export const pastListParts = {
  captionPastList,
  isList,
  isFollowedOn,
  standTogether,
  onRow,
  saysItself,
  isBehindChoice,
};
