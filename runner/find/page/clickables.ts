/** Everything on a page that can be pressed, by its names, and whether something lies over it. Runs inside the page; refers only to `k`. */
import type { Clickable, Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function isNativeClickable(el: Element): boolean {
  return el.matches(
    "a,button,summary,area,input[type=button],input[type=submit],input[type=reset],input[type=image]," +
      "[role=button],[role=link],[role=menuitem],[role=tab],[role=treeitem],[role=option]," +
      "[role=checkbox],[role=radio],[role=switch]",
  );
}

function isClickable(k: PageKit, s: LookState, el: Element): boolean {
  if (k.isNativeClickable(el) || k.listensToClicks(k, el)) return true;
  if (getComputedStyle(el).cursor !== "pointer" || k.isControl(k, s, el)) return false;
  const parent = el.parentElement;
  return !parent || getComputedStyle(parent).cursor !== "pointer";
}

/** By an attribute or a property; or by a listener that click-listeners.ts saw, on something that is no mere container. */
function listensToClicks(k: PageKit, el: Element): boolean {
  if (typeof (el as HTMLElement).onclick === "function" || el.hasAttribute("onclick")) return true;
  if (el.hasAttribute("onmousedown") || el.hasAttribute("onmouseup")) return true;
  const noted = k.clicksNoted()?.has(el) === true;
  return (
    noted && !el.matches("html,body,form,table,tbody") && !el.querySelector("input,select,textarea")
  );
}

function clickableNames(k: PageKit, s: LookState, el: Element, native: boolean): Name[] {
  const button = el instanceof HTMLInputElement ? el : null;
  const images = [el, ...el.querySelectorAll("img,svg")];
  const texts = [
    k.clean(el.getAttribute("aria-label")),
    button ? k.clean(button.value || button.alt) : k.wordsOf(k, s, el) || k.shownInMenu(k, s, el),
    button ? "" : k.lettersOf(k, s, el),
    ...images.map((i) => k.clean(i.getAttribute("alt"))),
  ];
  if (k.isDrawnChoice(el))
    texts.push(k.choiceText(k, s, el) || (k.ownCaption(k, s, [el], "any") ?? ""));
  const method = native ? "button-name" : "clickable-text";
  const names: Name[] = texts.filter((t) => t !== "").map((text) => ({ method, text }));
  const marks = texts.every((t) => t === "") ? [...el.querySelectorAll("[title]")] : [];
  const title = [
    ...[...new Set([...images, ...marks])].map((i) => k.clean(i.getAttribute("title"))),
    ...[...el.querySelectorAll("svg > title")].map((t) => k.clean(t.textContent)),
  ].filter((t) => t !== "");
  return [...names, ...title.map((text): Name => ({ method: "title", text }))].filter(
    (n) => n.text.length <= 60,
  );
}

/** Where a few are called alike: the words of those that do not show them come last. */
function withoutUnseen(k: PageKit, s: LookState, all: readonly Clickable[]): Clickable[] {
  const counts = new Map<string, number>();
  const nameOf = ({ names }: Clickable): string => names[0]?.text ?? "";
  for (const c of all) counts.set(nameOf(c), (counts.get(nameOf(c)) ?? 0) + 1);
  return all.map((c) => {
    const count = counts.get(nameOf(c)) ?? 0;
    const el = s.elements[c.element];
    if (!c.native || count < 2 || count > 8 || !el || !k.hidesWords(k, s, el)) return c;
    const last = (n: Name): Name => (n.method === "title" ? n : { ...n, method: "clickable-text" });
    return { ...c, names: c.names.map(last) };
  });
}

/** A small button that shows a picture only: its words are drawn outside of it or cut off. Large ones show them as a picture. */
function hidesWords(k: PageKit, s: LookState, el: Element): boolean {
  const box = k.rectOf(s, el);
  if (box.width > 48 || box.height > 48) return false;
  const style = getComputedStyle(el);
  const indent = Math.abs(Number.parseFloat(style.textIndent));
  if (indent >= (style.textIndent.endsWith("%") ? 100 : Math.max(box.width, 1))) return true;
  const first = style.overflow === "visible" ? undefined : k.tokensOf(k, s, el)[0]?.[1];
  if (first?.kind !== "text") return false;
  const words = k.textBox(first);
  return words.left >= box.right - 1 || words.right <= box.left + 1 || words.top >= box.bottom - 1;
}

/** Its words without what its pictures say: 「▸添付資料」 behind a picture 「展開」, or a letter that draws one; "" where there is none. */
function lettersOf(k: PageKit, s: LookState, el: Element): string {
  const picture = "img,i,[aria-hidden=true]";
  if (!el.querySelector(picture)) return "";
  const texts = k
    .tokensOf(k, s, el)
    .map(([, t]) => t)
    .filter((t) => t.kind === "text" && t.node !== t.element && !k.isPictured(t, el));
  return k.clean(texts.map((t) => t.text).join(" "));
}

/** In an element that stands for a picture: hidden from those who listen, or Latin letters of a picture font. */
function isPictured({ element, text }: FlowToken, el: Element): boolean {
  const icon = element.closest("i,[aria-hidden=true]");
  if (!icon || !el.contains(icon) || icon === el) return false;
  return icon.tagName !== "I" || /^[a-z_]+$/u.test(text) || !/[\p{L}\p{N}]/u.test(text);
}

function readClickables(k: PageKit, s: LookState): Clickable[] {
  const all = (document.body ? k.deepAll(k, document.body, "*") : []).filter(
    (el) => k.isClickable(k, s, el) && k.visible(k, s, el) && !k.isPoint(k, s, el),
  );
  const found = new Set(all);
  const read = all.map((el) => {
    const native = k.isNativeClickable(el);
    return {
      element: k.numberOf(s, el),
      native,
      button: el.matches("button,input,[role=button]"),
      option: el.matches("[role=option],[role=listbox] li"),
      names: k.clickableNames(k, s, el, native),
      scopes: k.scopesOf(k, s, el),
      box: k.boxOf(k, s, el),
      enabled: k.enabledOf(el),
      covered: k.covered(k, s, el),
      holds: [...el.querySelectorAll("*")].filter((c) => found.has(c)).map((c) => k.numberOf(s, c)),
    };
  });
  return k.withoutUnseen(k, s, read);
}

/** Asked at its middle: what lies there belongs to something else that takes up a good part of the window. */
function covered(k: PageKit, s: LookState, el: Element): boolean {
  s.floats ??= k.anyFloats(k, s);
  if (!s.floats) return false;
  const r = k.rectOf(s, el);
  const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
  const root = el.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(x, y);
  if (!top || top === el || el.contains(top) || top.contains(el)) return false;
  for (let up: Element | null = top; up; up = k.parentOf(up)) {
    if (up.contains(el)) return false;
    if (k.floatsOver(k, s, up)) return true;
  }
  return false;
}

/** Takes up a good part of the window, apart from the flow of the page. */
function floatsOver(k: PageKit, s: LookState, el: Element): boolean {
  if (!/fixed|absolute/.test(getComputedStyle(el).position)) return false;
  const box = k.rectOf(s, el);
  return box.width * box.height >= innerWidth * innerHeight * 0.4;
}

/** On most pages nothing does, and no element has to be asked for what lies over it. */
function anyFloats(k: PageKit, s: LookState): boolean {
  return k.deepAll(k, document, "*").some((el) => k.floatsOver(k, s, el));
}

export const clickableParts = {
  isNativeClickable,
  isClickable,
  listensToClicks,
  clickableNames,
  withoutUnseen,
  hidesWords,
  lettersOf,
  isPictured,
  readClickables,
  covered,
  floatsOver,
  anyFloats,
};
