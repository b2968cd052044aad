/** Fields of one caption that a person counts off, and what stands behind each of them. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
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

/** 「[2]年[3]組」: the word behind the last field of a line whose fields before it have their units behind them. */
function lastWord(k: PageKit, s: LookState, el: Element): string | null {
  const at = s.flowAt.get(el) ?? -1;
  const [unit, word, further] = [s.flow[at - 1], s.flow[at + 1], s.flow[at + 2]];
  if (at < 2 || unit?.kind !== "text" || !k.isUnitAt(k, s, at - 1)) return null;
  if (word?.kind !== "text" || !/^\p{L}{1,4}$/u.test(word.text)) return null;
  const isOn = (t: FlowToken | undefined): boolean => !!t && k.onLineOf(k, s, t, el);
  if (!isOn(unit) || !isOn(word) || isOn(further)) return null;
  return k.textBox(word).left - k.rectOf(s, el).right <= 12 ? word.text : null;
}

export const countedParts = { isPicker, goesOnInCell, lastWord };
