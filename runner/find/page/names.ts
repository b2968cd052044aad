/** Captions that a control has, by every method except drawn nearness. Runs inside the page; refers only to `k`. */
import type { Name } from "../view.ts";
import type { FlowToken, Holder, LookState } from "./kit.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_units: RegExp;

/** Real labels and aria names. */
function labelsOf(k: PageKit, s: LookState, el: Element): string[] {
  const texts: string[] = [];
  const labels = [...((el as HTMLInputElement).labels ?? [])];
  for (const label of labels) if (k.isTrueLabel(label, el)) texts.push(k.wordsOf(k, s, label));
  texts.push(k.clean(el.getAttribute("aria-label")));
  const root = el.getRootNode() as Document | ShadowRoot;
  const ids = (el.getAttribute("aria-labelledby") ?? "").split(/\s+/u).filter((id) => id !== "");
  const named = ids.map((id) => root.getElementById(id)).filter((n) => n !== null);
  const words = named.map((n) => k.wordsOf(k, s, n));
  texts.push(...words, ...(words.length > 1 ? [words.join(" ")] : []));
  return texts.filter((t) => t !== "");
}

/** An id that stands on several elements ties the label to the first of them, whichever was meant. */
function isTrueLabel(label: HTMLLabelElement, el: Element): boolean {
  if (label.contains(el) || el.id === "") return true;
  const root = el.getRootNode() as Document | ShadowRoot;
  return root.querySelectorAll(`[id="${CSS.escape(el.id)}"]`).length < 2;
}

/** The smallest block in which texts belong together. */
function blockOf(el: Element): Element {
  const block = el.closest("td,th,li,dd,dt,p,fieldset,tr,form,body");
  return block ?? document.documentElement;
}

/** The words of a radio button or box: right after it, or right before it where all of its block stand so. */
function choiceText(k: PageKit, s: LookState, el: Element): string {
  return k.captionsPrecede(k, s, el)
    ? (k.textsBefore(k, s, el).at(-1) ?? "")
    : k.textAfter(k, s, el);
}

/** 「普通 ○ 当座 ○」: the block begins with words, ends with a button, and has words before each. */
function captionsPrecede(k: PageKit, s: LookState, el: Element): boolean {
  const block = k.blockOf(el);
  const tokens = s.flow.filter((t) => k.blockOf(t.element) === block);
  const isChoice = (t: FlowToken | undefined): boolean =>
    t?.kind === "control" && k.isChoice(t.element);
  const others = tokens.some((t) => t.kind === "control" && !isChoice(t));
  const preceded = tokens.every((t, i) => !isChoice(t) || tokens[i - 1]?.kind === "text");
  return !others && preceded && isChoice(tokens[tokens.length - 1]);
}

/** Text right after a radio button or checkbox, in the same block, before the next control. */
function textAfter(k: PageKit, s: LookState, el: Element): string {
  const at = s.flowAt.get(el) ?? -1;
  const words: string[] = [];
  for (let i = at + 1; i < s.flow.length && words.length < 3; i++) {
    const t = s.flow[i];
    if (t?.kind !== "text" || k.blockOf(t.element) !== k.blockOf(el)) break;
    const first = s.flow[at + 1];
    if (first && t.element !== first.element && !first.element.parentElement?.contains(t.element))
      break;
    if (t.gap !== null && words.length > 0) break;
    words.push(t.text);
  }
  return k.clean(words.join(" "));
}

/** Text just before a control: joined pieces (a caption and its mark) and the last piece alone. */
function textsBefore(k: PageKit, s: LookState, el: Element): string[] {
  const at = s.flowAt.get(el) ?? -1;
  const cell = el.closest("td,th");
  const pieces: FlowToken[] = [];
  for (let i = at - 1; i >= 0 && pieces.length < 3; i--) {
    const t = s.flow[i];
    if (t?.kind !== "text" || t.element.closest("td,th") !== cell) break;
    if (/^(H[1-6]|LEGEND|CAPTION|BUTTON|A)$/.test(t.element.tagName)) break;
    pieces.unshift(t);
    if (t.gap !== null) break;
  }
  const last = pieces[pieces.length - 1];
  // 「年」 between two fields is the unit of the first, not the caption of the second.
  if (!last || k.isUnit(last.text) || !k.standsBefore(k, last, el)) return [];
  const near = pieces.filter((p) => k.blockOf(p.element) === k.blockOf(last.element));
  const texts = [k.clean(near.map((p) => p.text).join(" ")), last.text];
  return [...new Set(texts)].filter((t) => t.length <= 40);
}

/** 年, 月, 円 …: say what the field before them holds. */
function isUnit(text: string): boolean {
  return k_units.test(text.normalize("NFKC").replace(/\s/g, ""));
}

/** The unit right behind a field on its line. */
function unitAfter(k: PageKit, s: LookState, el: Element): string | null {
  const at = s.flowAt.get(el) ?? -1;
  const next = s.flow[at + 1];
  return next?.kind === "text" && k.isUnit(next.text) && k.blockOf(next.element) === k.blockOf(el)
    ? next.text
    : null;
}

/** 「[   ] 円 前渡額」: the words behind a field that stands first on its line, where nothing else is on that line. */
function captionAfter(k: PageKit, s: LookState, el: Element): string | null {
  const at = s.flowAt.get(el) ?? -1;
  const box = el.getBoundingClientRect();
  const onLine = (t: FlowToken | undefined): boolean => {
    if (!t || k.blockOf(t.element) !== k.blockOf(el)) return false;
    const r = k.textBox(t);
    return Math.min(r.bottom, box.bottom) - Math.max(r.top, box.top) > 2;
  };
  if (at < 0 || onLine(s.flow[at - 1])) return null;
  let next = at + 1;
  if (k.isUnit(s.flow[next]?.text ?? "")) next += 1;
  const text = s.flow[next];
  if (text?.kind !== "text" || !onLine(text) || onLine(s.flow[next + 1])) return null;
  return text.text.length <= 20 && k.textBox(text).left >= box.right - 2 ? text.text : null;
}

/** Drawn left of it on its line, or above it: what comes before in the file may be drawn elsewhere. */
function standsBefore(k: PageKit, text: FlowToken, el: Element): boolean {
  const [t, box] = [k.textBox(text), el.getBoundingClientRect()];
  const sameLine = Math.min(t.bottom, box.bottom) - Math.max(t.top, box.top) > 0;
  const above = t.bottom <= box.top + 4 && t.left < box.right && t.right > box.left - 200;
  return (sameLine && t.left < box.left + 4) || above;
}

function namesOf(k: PageKit, s: LookState, el: Element): Name[] {
  const names: Name[] = [];
  const add = (method: Name["method"], text: string | null): void => {
    if (text) names.push({ method, text });
  };
  for (const text of k.labelsOf(k, s, el)) add("label", text);
  const type = el instanceof HTMLInputElement ? el.type : "";
  if (type === "radio" || type === "checkbox") {
    const own = k.choiceText(k, s, el);
    add("after-choice", own);
    if (own === "") add("after-choice", k.nextCell(k, s, el));
    if (own === "" && type === "radio") add("heading-above", k.columnHead(k, s, el));
    // A lone checkbox of a row is also called by the heading of the row; several would all be called so.
    const alone = el.closest("td,dd")?.querySelectorAll("input").length === 1;
    if (type === "checkbox" && alone) add("heading-left", k.headingLeft(k, s, el));
    return names;
  }
  add("heading-left", k.headingLeft(k, s, el));
  add("heading-above", k.headingAbove(k, s, el));
  for (const text of k.textsBefore(k, s, el)) add("text-before", text);
  add("text-after", k.unitAfter(k, s, el));
  if (!names.some((n) => n.method === "label" || n.method === "heading-left"))
    add("text-after", k.captionAfter(k, s, el));
  add("title", k.clean(el.getAttribute("title")));
  add("title", k.clean(el.getAttribute("placeholder")));
  return names;
}

/** A box alone in the first cell of a row, and its words in the next cell. */
function nextCell(k: PageKit, s: LookState, el: Element): string | null {
  const cell = el.closest("td,th");
  const place = cell ? s.places.get(cell) : undefined;
  if (!cell || !place || k.wordsOf(k, s, cell) !== "" || k.headingLeft(k, s, el)) return null;
  const next = s.grids.get(place.table)?.[place.row]?.[place.column + 1];
  return next && next !== cell && k.isHeading(k, s, next) ? k.wordsOf(k, s, next) : null;
}

/** In a list: the heading of its column. */
function columnHead(k: PageKit, s: LookState, el: Element): string | null {
  const cell = el.closest("td,th");
  const place = cell ? s.places.get(cell) : undefined;
  return place && k.headerRow(k, s, place.table) >= 0 ? k.headingAbove(k, s, el) : null;
}

/** Names of a group of radio buttons: legend, heading of its cell, text before the first one. */
function groupNames(k: PageKit, s: LookState, radios: Element[]): Name[] {
  const [first] = radios;
  if (!first) return [];
  const oneCell = new Set(radios.map((r) => r.closest("td,th"))).size === 1;
  const names: Name[] = [];
  const legend = first.closest("fieldset")?.querySelector(":scope > legend");
  const group = first.closest("[role=radiogroup]");
  if (legend) names.push({ method: "label", text: k.wordsOf(k, s, legend) });
  if (group) for (const text of k.labelsOf(k, s, group)) names.push({ method: "label", text });
  const left = k.headingLeft(k, s, first);
  // Over a row of buttons stand the words of the single ones.
  const above = oneCell ? k.headingAbove(k, s, first) : null;
  if (left) names.push({ method: "heading-left", text: left });
  if (above) names.push({ method: "heading-above", text: above });
  const before = k.captionsPrecede(k, s, first) ? [] : k.textsBefore(k, s, first);
  for (const text of before) names.push({ method: "text-before", text });
  return names;
}

/** Legends, headings and captions of what holds an element; per holder the last heading of each level before it. */
function scopesOf(k: PageKit, s: LookState, el: Element): string[] {
  const scopes: string[] = [];
  for (let up = k.parentOf(el); up; up = k.parentOf(up)) {
    const { own, headings, lead } = k.holderOf(k, s, up);
    scopes.push(...own);
    let level = 99;
    for (const { child, rank } of headings) {
      const before = child.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (rank >= level || !before || !k.visible(k, s, child)) continue;
      level = rank;
      scopes.push(k.wordsOf(k, s, child));
    }
    if (lead) scopes.push(lead);
  }
  return [...new Set([...scopes, ...k.cellScopes(k, s, el)])].filter(
    (t) => t !== "" && t.length <= 60,
  );
}

/** The same for all that stands in it, so it is found out once a look. */
function holderOf(k: PageKit, s: LookState, up: Element): Holder {
  const known = s.holders.get(up);
  if (known !== undefined) return known;
  const holder: Holder = {
    own: ["aria-label", "title"].map((name) => k.clean(up.getAttribute(name))),
    headings: [...up.children]
      .map((child) => ({ child, rank: k.headingRank(child) }))
      .filter(({ rank }) => rank < 99)
      .reverse(),
    lead: k.leadText(k, s, up),
  };
  s.holders.set(up, holder);
  return holder;
}

/** A short text of its own right before a table, list or box: the heading of forms that have none by their tags. */
function leadText(k: PageKit, s: LookState, box: Element): string | null {
  if (!box.matches("table,form,dl,ul,ol,div,fieldset,section")) return null;
  for (let n = box.previousSibling; n; n = n.previousSibling) {
    const text = n instanceof Element ? k.wordsOf(k, s, n) : k.textOf(k, s, n);
    if (text === "" && !(n instanceof Element && n.querySelector("*"))) continue;
    const bare =
      !(n instanceof Element) || !n.querySelector("input,select,textarea,button,a,table");
    return bare && text.length <= 30 ? text : null;
  }
  return null;
}

/** 0 for legends and captions, 1–6 for headings, 7 for things drawn as a title; 99 for everything else. */
function headingRank(el: Element): number {
  if (/^(LEGEND|CAPTION)$/.test(el.tagName)) return 0;
  if (/^H[1-6]$/.test(el.tagName)) return Number(el.tagName.slice(1));
  return /title|heading/i.test(el.getAttribute("class") ?? "") ? 7 : 99;
}

export const nameParts = {
  labelsOf,
  isTrueLabel,
  choiceText,
  captionsPrecede,
  columnHead,
  leadText,
  blockOf,
  textAfter,
  textsBefore,
  isUnit,
  unitAfter,
  captionAfter,
  standsBefore,
  nextCell,
  namesOf,
  groupNames,
  scopesOf,
  holderOf,
  headingRank,
};
