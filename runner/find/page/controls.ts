/** Fields of a page: typed, chosen, ticked. Runs inside the page; refers only to `k`. */
import type { Choice, Control, ControlKind } from "../view.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function kindOf(k: PageKit, s: LookState, el: Element): ControlKind {
  if (el instanceof HTMLSelectElement) return "select";
  if (k.isMenu(k, s, el) || k.isPickedFrom(k, s, el)) return "menu";
  if (k.isDrawnChoice(el)) return k.isRadio(el) ? "radio" : "checkbox";
  if (!(el instanceof HTMLInputElement)) return "text";
  if (["radio", "checkbox", "password", "file"].includes(el.type)) return el.type as ControlKind;
  return ["date", "month", "time", "datetime-local"].includes(el.type) ? "date" : "text";
}

function enabledOf(el: Element): boolean {
  const off = el.matches(":disabled") || el.getAttribute("aria-disabled") === "true";
  return !off && !(el as HTMLInputElement).readOnly;
}

/** What is picked from a list need not take letters. */
function usable(k: PageKit, s: LookState, el: Element): boolean {
  return k.enabledOf(el) || k.isPickedFrom(k, s, el);
}

/** Secrets never leave the page: the value of a password field reads as empty. */
function heldValue(k: PageKit, s: LookState, el: Element): string {
  if (el instanceof HTMLSelectElement)
    return k.clean([...el.selectedOptions].map((o) => o.text).join(" "));
  if (el instanceof HTMLInputElement) {
    if (/^(?:password|file)$/.test(el.type)) return "";
    return el.value === "" && k.isPickedFrom(k, s, el) ? k.wordsInBox(k, el) : el.value;
  }
  if (el instanceof HTMLTextAreaElement) return el.value;
  return k.isMenu(k, s, el) ? k.menuValue(k, s, el) : k.clean(el.textContent);
}

function optionsOf(k: PageKit, el: Element): Choice[] {
  if (!(el instanceof HTMLSelectElement)) return [];
  return [...el.options].map((o) => ({
    text: k.clean(o.text),
    code: o.value,
    chosen: o.selected,
    enabled: !o.disabled,
    element: -1,
  }));
}

function controlOf(k: PageKit, s: LookState, el: Element): Control {
  const names = k.namesOf(k, s, el);
  const line = k.lineCaption(k, s, el);
  const named = names.some((n) => n.method !== "title");
  const column = s.columnHeads.get(el) ?? null;
  const on = [...k.goesOnFrom(k, s, el), ...k.goesOnInCell(k, s, el)];
  const dated = k.datedCaption(k, s, el);
  const past = k.captionPastList(k, s, el, names);
  return {
    element: k.numberOf(s, el),
    kind: k.kindOf(k, s, el),
    opener: k.openerOf(k, s, el),
    names: [
      ...names,
      ...(past.length > 0 ? past : k.lastNames(k, s, el, { named, names })),
      ...k.saysItself(k, s, el, names),
      ...on.map((text) => ({ method: "goes-on" as const, text })),
    ],
    scopes: [...k.scopesOf(k, s, el), ...[line, column].flatMap((t) => t ?? []), ...dated],
    box: k.boxOf(k, s, el),
    enabled: k.usable(k, s, el),
    covered: k.covered(k, s, el),
    value: k.isDrawnChoice(el) ? "" : k.heldValue(k, s, el),
    checked: k.isChoice(el) && k.isChecked(el),
    choices: k.optionsOf(k, el),
  };
}

/** Radio buttons of one name within one form, or of one drawn group, are one field with choices. */
function radioGroups(k: PageKit, s: LookState): Control[] {
  const groups = new Map<string, Element[]>();
  const holders: (Element | null)[] = [];
  for (const t of s.flow) {
    const el = t.element;
    if (t.kind !== "control" || !k.isRadio(el)) continue;
    const native = el instanceof HTMLInputElement;
    const holder = native ? el.form : (el.closest("[role=radiogroup]") ?? el.parentElement);
    if (!holders.includes(holder)) holders.push(holder);
    const key = `${holders.indexOf(holder)} ${native ? el.name : el.role}`;
    groups.set(key, [...(groups.get(key) ?? []), el]);
  }
  return [...groups.values()].flatMap((radios) => k.groupOf(k, s, radios));
}

function groupOf(k: PageKit, s: LookState, radios: Element[]): Control[] {
  const first = radios[0];
  if (!first) return [];
  const choices = radios.map((el) => ({
    text: k.choiceLabel(k, s, el) ?? (k.choiceCaption(k, s, el) || k.matrixHead(k, s, el, radios)),
    code: el instanceof HTMLInputElement ? el.value : "",
    chosen: k.isChecked(el),
    enabled: k.enabledOf(el),
    element: k.numberOf(s, el),
  }));
  const group: Control = {
    element: k.numberOf(s, first),
    kind: "radio-group",
    opener: null,
    names: k.groupNames(k, s, radios),
    scopes: k.scopesOf(k, s, first),
    box: k.boxOf(k, s, first),
    enabled: choices.some((c) => c.enabled),
    covered: k.covered(k, s, first),
    value: choices.find((c) => c.chosen)?.text ?? "",
    checked: choices.some((c) => c.chosen),
    choices,
  };
  return [group];
}

function choiceCaption(k: PageKit, s: LookState, el: Element): string {
  return k.choiceText(k, s, el) || k.nextCell(k, s, el) || k.columnHead(k, s, el) || "";
}

/** What the rules above have not found yet: by small blocks and by turns. */
function newToShown(k: PageKit, s: LookState): Control[] {
  return [
    ...k.shownBlocks(k, s),
    ...k.shownByTurns(k, s),
    ...k.shownUnderLikes(k, s),
    ...k.shownInTurnBoxes(k, s),
  ];
}

function readControls(k: PageKit, s: LookState): Control[] {
  const single = s.flow
    .filter((t) => t.kind === "control")
    .map((t) => k.controlOf(k, s, t.element));
  return [
    ...single,
    ...k.radioGroups(k, s),
    ...k.shownCells(k, s),
    ...k.shownTexts(k, s),
    ...k.shownPairs(k, s),
    ...k.newToShown(k, s),
  ];
}

export const controlParts = {
  kindOf,
  enabledOf,
  usable,
  heldValue,
  optionsOf,
  controlOf,
  radioGroups,
  groupOf,
  choiceCaption,
  newToShown,
  readControls,
};
