/** Captions that a control has, by every method except drawn nearness. Runs inside the page; refers only to `k`. */
import type { Name } from "../view.ts";
import type { Holder, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Real labels and aria names. */
function labelsOf(k: PageKit, s: LookState, el: Element): string[] {
  const texts: string[] = [];
  const labels = [...k.labelsTiedTo(s, el)];
  if (k.isMenu(k, s, el) && el.id !== "") {
    const root = el.getRootNode() as Document | ShadowRoot;
    const tied = root.querySelectorAll<HTMLLabelElement>(`label[for="${CSS.escape(el.id)}"]`);
    labels.push(...[...tied].filter((label) => !el.contains(label)));
  }
  if (k.isMenu(k, s, el)) {
    for (const input of el.querySelectorAll("input")) labels.push(...k.labelsTiedTo(s, input));
    labels.push(
      ...[...el.querySelectorAll("label")].filter(
        (l) => !l.control && k.wordsOf(k, s, l) !== "" && !labels.includes(l),
      ),
    );
  }
  for (const label of labels)
    if (k.isTrueLabel(k, s, label, el)) texts.push(k.wordsOf(k, s, label));
  texts.push(k.clean(el.getAttribute("aria-label")));
  const root = el.getRootNode() as Document | ShadowRoot;
  const ids = (el.getAttribute("aria-labelledby") ?? "").split(/\s+/u).filter((id) => id !== "");
  const named = ids.map((id) => root.getElementById(id)).filter((n) => n !== null);
  const words = named.map((n) => k.wordsOf(k, s, n));
  texts.push(...words, ...(words.length > 1 ? [words.join(" ")] : []));
  return texts.filter((t) => t !== "");
}

/** An id that stands on several elements ties the label to the first of them, whichever was meant. */
function isTrueLabel(k: PageKit, s: LookState, label: HTMLLabelElement, el: Element): boolean {
  return label.contains(el) || el.id === "" || k.sameIds(s, el) < 2;
}

/** The smallest block in which texts belong together. */
function blockOf(el: Element): Element {
  const block = el.closest("td,th,li,dd,dt,p,fieldset,tr,form,body");
  return block ?? document.documentElement;
}

function namesOf(k: PageKit, s: LookState, el: Element): Name[] {
  const names: Name[] = [];
  const add = (method: Name["method"], text: string | null): void => {
    if (text) names.push({ method, text });
  };
  for (const text of k.labelsOf(k, s, el)) add("label", text);
  if (k.isChoice(el)) k.addChoiceNames(k, s, el, add);
  else k.addFieldNames(k, s, el, { names, add });
  return names;
}

type AddName = (method: Name["method"], text: string | null) => void;

function addChoiceNames(k: PageKit, s: LookState, el: Element, add: AddName): void {
  const radio = k.isRadio(el);
  const own = k.choiceText(k, s, el);
  add("after-choice", own);
  if (own === "") add("after-choice", k.nextCell(k, s, el));
  if (own === "" && radio) add("heading-above", k.columnHead(k, s, el));
  // A lone checkbox of a row is also called by the heading of the row; several would all be called so.
  const alone = el.closest("td,dd")?.querySelectorAll("input").length === 1;
  if (!radio && alone) add("heading-left", k.headingLeft(k, s, el));
  if (!radio && own !== "") add("near-left", k.ownCaption(k, s, [el], "before"));
}

function addFieldNames(
  k: PageKit,
  s: LookState,
  el: Element,
  { names, add }: { names: readonly Name[]; add: AddName },
): void {
  add("heading-left", k.stackedCaption(k, s, el));
  if (!k.hasOwnWords(k, s, el)) add("heading-left", k.headingLeft(k, s, el));
  add("heading-above", s.columnHeads.get(el) ?? k.headingAbove(k, s, el));
  for (const text of k.textsBefore(k, s, el)) add("text-before", text);
  if (names.length === 0) add("heading-above", k.headingUnder(k, s, el));
  add("text-before", k.captionOver(k, s, el));
  add("text-after", k.unitAfter(k, s, el) ?? k.lastWord(k, s, el));
  if (!names.some((n) => n.method === "label" || n.method === "heading-left"))
    add("text-after", k.captionAfter(k, s, el));
  add("title", k.clean(el.getAttribute("title")));
  add("title", k.clean(el.getAttribute("placeholder")));
}

/** In a list: the heading of its column. */
function columnHead(k: PageKit, s: LookState, el: Element): string | null {
  const cell = el.closest("td,th");
  const place = cell ? s.places.get(cell) : undefined;
  return place && k.headerRow(k, s, place.table) >= 0 ? k.headingAbove(k, s, el) : null;
}

/** The caption in its own block; for what nothing else names, what is drawn nearest. */
function lastNames(
  k: PageKit,
  s: LookState,
  el: Element,
  known: { named: boolean; names: readonly Name[] },
): Name[] {
  if (known.named && k.isChoice(el)) return [];
  const own = k.ownCaption(k, s, [el], "any");
  if (own !== null && known.names.some((n) => n.text === own)) return [];
  if (own !== null) return [{ method: "near-left", text: own }];
  return known.named ? [] : k.nearNames(k, s, el);
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
  const outside = names.length === 0 ? k.textBeforeTable(k, s, radios) : null;
  if (outside) names.push({ method: "text-before", text: outside });
  const own = names.length === 0 ? k.ownCaption(k, s, radios, "before") : null;
  if (own) names.push({ method: "near-left", text: own });
  return names;
}

/** Legends, headings and captions of what holds an element; per holder the last heading of each level before it. */
function scopesOf(k: PageKit, s: LookState, el: Element): string[] {
  const scopes: string[] = [];
  let child = el;
  for (let up = k.parentOf(el); up; [child, up] = [up, k.parentOf(up)]) {
    const holder = k.holderOf(k, s, up);
    scopes.push(...holder.own, ...k.headingsOver(k, s, el, holder));
    const { late } = holder;
    const beside = late?.tools === child ? k.headBeside(k, s, el, late) : null;
    for (const text of [holder.lead, holder.title, holder.edge, beside])
      if (text) scopes.push(text);
    const term = up.tagName === "DD" ? up.previousElementSibling : null;
    if (term?.tagName === "DT") scopes.push(k.wordsOf(k, s, term));
  }
  const told = [...k.cellScopes(k, s, el), ...k.drawnScopes(k, s, el)];
  return [...new Set([...scopes, ...told])].filter((t) => t !== "" && t.length <= 60);
}

/** The last heading before an element and the larger ones before that; a line of words alone ends where a box brings its own. */
function headingsOver(k: PageKit, s: LookState, el: Element, { headings }: Holder): string[] {
  const texts: string[] = [];
  let level = 99;
  for (const { child, rank } of headings) {
    const before = child.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (rank >= level || !before || !k.visible(k, s, child)) continue;
    level = rank;
    const ends = rank >= 8 && (k.hasOwnTitle(k, s, child, el) || k.isCutOff(k, s, child, el));
    if (!ends) texts.push(k.wordsOf(k, s, child));
  }
  const title = k.cardTitle(k, s, headings[headings.length - 1]?.child);
  return title === null ? texts : [...texts, title];
}

/** The same for all that stands in it, so it is found out once a look. */
function holderOf(k: PageKit, s: LookState, up: Element): Holder {
  const known = s.holders.get(up);
  if (known !== undefined) return known;
  const by = up.getAttribute("aria-labelledby") ?? "";
  const root = up.getRootNode() as Document | ShadowRoot;
  const label = by === "" ? null : root.getElementById(by);
  const named = label ? [k.wordsOf(k, s, label)] : [];
  const holder: Holder = {
    own: [...["aria-label", "title"].map((name) => k.clean(up.getAttribute(name))), ...named],
    headings: [...up.children]
      .map((child) => ({ child, rank: k.rankIn(k, s, up, child) }))
      .filter(({ rank }) => rank < 99)
      .reverse(),
    lead: k.leadText(k, s, up),
    title: k.windowTitle(k, s, up),
    edge: k.edgeTitle(k, s, up),
    late: k.lateHead(k, s, up),
  };
  s.holders.set(up, holder);
  return holder;
}

/** A short text of its own right before a table, list or box: the heading of forms that have none by their tags. */
function leadText(k: PageKit, s: LookState, box: Element): string | null {
  if (!box.matches("table,form,dl,ul,ol,div,fieldset,section")) return null;
  for (let n = box.previousSibling; n; n = n.previousSibling) {
    if (n instanceof Comment) continue;
    const text = n instanceof Element ? k.wordsOf(k, s, n) : k.textOf(k, s, n);
    if (text === "" && !(n instanceof Element && n.querySelector("*"))) continue;
    const bare =
      !(n instanceof Element) || !n.querySelector("input,select,textarea,button,a,table");
    return bare && text.length <= 30 ? text : null;
  }
  return null;
}

/** The first line of a box that floats over the page and has something to press: its title, where nothing else stands in it. */
function windowTitle(k: PageKit, s: LookState, box: Element): string | null {
  if (!/fixed|absolute/.test(getComputedStyle(box).position)) return null;
  if (!box.querySelector("button,input,a,select,textarea")) return null;
  const first = s.flow.find((t) => box.contains(t.node));
  if (first?.kind !== "text" || first.text.length > 30) return null;
  const line = k.lineBox(first.element);
  const alone = line !== box && box.contains(line) && !line.querySelector("input,select,textarea");
  return alone && k.textBox(first).top < k.rectOf(s, box).top + 60 ? first.text : null;
}

/** 0 for legends and captions, 1–6 for headings, 7 for things drawn as a title; 99 for everything else. */
function headingRank(el: Element): number {
  if (/^(LEGEND|CAPTION)$/.test(el.tagName)) return 0;
  if (/^H[1-6]$/.test(el.tagName)) return Number(el.tagName.slice(1));
  return /title|heading/i.test(el.getAttribute("class") ?? "") ? 7 : 99;
}

/** The same for a line of words alone, which is below all of them. */
function rankIn(k: PageKit, s: LookState, holder: Element, el: Element): number {
  const rank = k.headingRank(el);
  if (rank < 99 || !holder.matches("div,section,form,fieldset,td,body,main,article,center,li,dd"))
    return rank;
  return k.plainHeading(k, s, el) ?? 99;
}

export const nameParts = {
  labelsOf,
  isTrueLabel,
  columnHead,
  leadText,
  windowTitle,
  blockOf,
  namesOf,
  addChoiceNames,
  addFieldNames,
  lastNames,
  groupNames,
  scopesOf,
  headingsOver,
  holderOf,
  headingRank,
  rankIn,
};
