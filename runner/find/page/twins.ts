/** The same link, button or field twice: whichever of the two a person takes, the page does the same. Runs inside the page; refers only to `k`. */
import type { Thing } from "../view.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** For each thing that stands there a second time: the first one. */
function twinsOf(k: PageKit, s: LookState, things: readonly Thing[]): ReadonlyMap<number, number> {
  const twins = new Map<number, number>();
  const named = new Map<string, Set<Element>>();
  for (const { element, names } of things) {
    const [el, name] = [s.elements[element], names[0]?.text ?? ""];
    if (el && name !== "") named.set(name, (named.get(name) ?? new Set()).add(el));
  }
  const several = [...named.values()].filter((els) => els.size > 1 && els.size < 9);
  if (several.length === 0) return twins;
  const all = [...new Set(things.flatMap((t) => s.elements[t.element] ?? []))];
  for (const els of several.slice(0, 60)) {
    const [first, ...others] = els as Set<Element> & readonly [Element];
    for (const el of others)
      if (k.areTwinThings(k, s, [first, el], all))
        twins.set(k.numberOf(s, el), k.numberOf(s, first));
  }
  return twins;
}

function areTwinThings(
  k: PageKit,
  s: LookState,
  pair: readonly [Element, Element],
  all: readonly Element[],
): boolean {
  const [a, b] = pair;
  if (a.tagName !== b.tagName) return false;
  const links = pair.map((el) => el.getAttribute("href"));
  const alike = a.className === b.className;
  if (!alike && !k.leadsAway(links) && !(a as HTMLInputElement).form) return false;
  const up = k.parentOf(a);
  const holder = up && k.holderOfBoth(k, up, b);
  if (!holder || k.areItems(holder, pair)) return false;
  const [to, also] = pair.map((el) => k.addressOf(k, el));
  if (to && to === also) return true;
  const sent = k.sentBy(k, s, a);
  if (sent !== "" && sent === k.sentBy(k, s, b) && k.areRoundForm(s, pair)) return true;
  return alike && k.areInTwinBars(k, s, { holder, pair }, all);
}

/** Two links to pages, and perhaps to the same one: their addresses end alike. */
function leadsAway([one, other]: readonly (string | null | undefined)[]): boolean {
  return !!one && !!other && one.slice(-4) === other.slice(-4);
}

/** In rows of a list, which a script may tell apart although they look the same. */
function areItems(holder: Element, [a, b]: readonly [Element, Element]): boolean {
  if (holder.matches("table,tbody,thead,tr,ul,ol,dl")) return true;
  const [one, other] = [...holder.children].filter((c) => c.contains(a) || c.contains(b));
  if (!one || !other) return true;
  const [made] = one.classList;
  const stem = ({ id }: Element): string => id.replace(/\d+/gu, "");
  const unmade = (el: Element): boolean => el.classList.length === 0 && stem(el) === stem(one);
  const alike = (el: Element): boolean =>
    el.tagName === one.tagName && (made ? el.classList.contains(made) : unmade(el));
  let next = one.nextElementSibling;
  while (next && next !== other && alike(next)) next = next.nextElementSibling;
  return next === other && alike(other) && one !== a && other !== b;
}

/** Where a link leads that no script of its own changes, with all that its tag says besides; "" for what is no such link. */
function addressOf(k: PageKit, el: Element): string {
  if (!(el instanceof HTMLAnchorElement) || k.hasOwnScript(k, el)) return "";
  const to = el.href.replace(/#.*$/su, "");
  const leads = el.hasAttribute("href") && /^https?:/u.test(to);
  return leads && to !== location.href.replace(/#.*$/su, "")
    ? `${el.href} ${k.tellingAttributes(el).join(" ")}`
    : "";
}

/** The form that a button sends, and what it adds to it; "" for what sends none. */
function sentBy(k: PageKit, s: LookState, el: Element): string {
  const sends = "input[type=submit],input[type=image],button:not([type]),button[type=submit]";
  const { form } = el as HTMLInputElement;
  if (!form || !el.matches(sends) || k.hasOwnScript(k, el)) return "";
  return `${k.numberOf(s, form)} ${el.tagName} ${k.tellingAttributes(el).join(" ")}`;
}

/** A listener or a property; what stands in its tag is compared. */
function hasOwnScript(k: PageKit, el: Element): boolean {
  if (typeof (el as HTMLElement).onclick === "function" && !el.hasAttribute("onclick")) return true;
  return k.clicksNoted()?.has(el) === true;
}

/** One before all fields and tables of the form, the other behind them all. */
function areRoundForm(s: LookState, [a, b]: readonly [Element, Element]): boolean {
  const { form } = a as HTMLInputElement;
  const held =
    "table,input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset]),select,textarea";
  const things = form
    ? [...form.querySelectorAll(held)].filter((el) => !el.contains(a) && !el.contains(b))
    : [];
  const follows = (el: Element, of: Element): boolean =>
    (of.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const shown = things.filter((el) => s.grids.has(el) || s.flowAt.has(el));
  return shown.length > 0 && shown.every((el) => follows(el, a) && follows(b, el));
}

/** All but what only names or dresses it. */
function tellingAttributes(el: Element): readonly string[] {
  const silent = /^(?:id|class|style|title|tabindex|accesskey|href|rel|aria-.*)$/u;
  return [...el.attributes]
    .filter((a) => !silent.test(a.name))
    .map((a) => `${a.name}=${a.value}`)
    .sort();
}

/**
 * In two bars that say the same, one over and one under the only list between them: all that the lower one has, the upper
 * one has too, made alike and in forms that send the same.
 */
function areInTwinBars(
  k: PageKit,
  s: LookState,
  { holder, pair }: { holder: Element; pair: readonly [Element, Element] },
  all: readonly Element[],
): boolean {
  const [a, b] = pair;
  const [upper, lower] = [k.childHolding(holder, a), k.childHolding(holder, b)];
  if (!upper || !lower || upper === a || lower === b) return false;
  if (s.grids.size === 0 && s.lists.length === 0) return false;
  if (k.rectOf(s, upper).bottom > k.rectOf(s, lower).top + 2) return false;
  if (!k.partOneList(k, s, holder, [upper, lower])) return false;
  const [over, under] = [upper, lower].map((bar) =>
    all.filter((el) => bar.contains(el)).map((el) => ({ el, make: k.makeInBar(k, s, el) })),
  );
  let at = -1;
  const paired = (under ?? []).map(({ el, make }) => {
    at = (over ?? []).findIndex((o, i) => i > at && o.make === make);
    return { el, upper: over?.[at]?.el };
  });
  if (paired.length < 2 || paired.some((p) => !p.upper)) return false;
  const words = new Set(k.tokensOf(k, s, upper).map(([, t]) => t.text));
  const said = k.tokensOf(k, s, lower).every(([, t]) => words.has(t.text));
  return said && paired.some((p) => p.el === b && p.upper === a);
}

/** A list stands between the two and none beside them, nor any heading between: not the bars of two lists. */
function partOneList(
  k: PageKit,
  s: LookState,
  holder: Element,
  [upper, lower]: readonly [Element, Element],
): boolean {
  const between = (el: Element): boolean =>
    (upper.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (el.compareDocumentPosition(lower) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const tables = [...s.grids].filter(([, grid]) => grid.length > 1).map(([table]) => table);
  const lists = [...tables, ...s.lists.flatMap((l) => l.heads[0]?.element ?? [])].filter(
    (el) => holder.contains(el) && !upper.contains(el) && !lower.contains(el),
  );
  const heads = holder.querySelectorAll("h1,h2,h3,h4,h5,h6,legend");
  return (
    lists.length > 0 &&
    lists.every(between) &&
    ![...heads].some(
      (h) => between(h) && !upper.contains(h) && k.visible(k, s, h) && !k.isPoint(k, s, h),
    )
  );
}

/** How it is made, its number apart, and what its form sends. */
function makeInBar(k: PageKit, s: LookState, el: Element): string {
  const { form, name } = el as HTMLInputElement;
  const plainName = String(name ?? "").replace(/[-_]?(?:\d+|top|bottom|upper|lower)$/iu, "");
  const more = k.tellingAttributes(el).filter((a) => !/^(?:data-|name=|value=|checked=)/u.test(a));
  const hidden = form ? [...form.querySelectorAll("input[type=hidden]")] : [];
  const sent = hidden.map((h) => `${h.getAttribute("name")}=${(h as HTMLInputElement).value}`);
  const where = form ? [form.getAttribute("action"), form.method, ...sent] : [];
  const words = k.wordsOf(k, s, el) || k.heldWords(el);
  const made = [el.tagName, el.className, el.getAttribute("href"), plainName, words];
  return [...made, ...more, ...where].join("|");
}

/** What a button without letters in its tag says; what stands in a field is no part of its make. */
function heldWords(el: Element): string {
  return el.matches("[type=button],[type=submit],[type=image]")
    ? (el as HTMLInputElement).value
    : "";
}

export const twinParts = {
  twinsOf,
  areTwinThings,
  leadsAway,
  areItems,
  addressOf,
  sentBy,
  hasOwnScript,
  areRoundForm,
  tellingAttributes,
  areInTwinBars,
  partOneList,
  makeInBar,
  heldWords,
};
