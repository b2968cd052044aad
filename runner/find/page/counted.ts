/** Fields of one caption that a person counts off. Runs inside the page; refers only to `k`. */
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** A small picture right behind a field, to pick what goes into it (a calendar): no caption of the next field. */
function isPicker(k: PageKit, s: LookState, at: number): boolean {
  const [field, picture] = [s.flow[at - 1], s.flow[at]];
  if (picture?.element.tagName !== "IMG" || field?.kind !== "control") return false;
  const [a, b] = [k.rectOf(s, field.element), k.rectOf(s, picture.element)];
  const small = b.width <= 32 && b.width <= b.height * 1.5;
  return small && b.left >= a.right - 2 && b.left - a.right <= 12 && b.top < a.bottom;
}

/** Behind another field of its cell: the caption left of the cell, for one who counts the fields in it. */
function goesOnInCell(k: PageKit, s: LookState, el: Element): string[] {
  const cell = el.closest("td,dd");
  const fields = cell ? s.fieldsIn.get(cell) : undefined;
  if (!cell || !fields || fields.first === el || fields.count > 6 || k.isChoice(el)) return [];
  const place = s.places.get(cell);
  if (place && k.headerRow(k, s, place.table) >= 0) return [];
  const heading = k.headingLeft(k, s, el);
  return heading === null ? [] : [heading];
}

export const countedParts = { isPicker, goesOnInCell };
