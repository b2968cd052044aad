/** Lists to choose from that a page draws by boxes, with or without saying so. Runs inside the page; refers only to `k`. */
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** A drawn list and what it shows: the nodes of its words. */
export interface DrawnMenu {
  readonly words: readonly Node[];
}

/** A list to choose from that is drawn by boxes and opens on a click. */
function isMenu(k: PageKit, s: LookState, el: Element): boolean {
  return s.menus.has(el) || k.saysMenu(k, s, el);
}

function readMenus(k: PageKit, s: LookState): void {
  if (!document.body) return;
  const add = (el: Element, menu: DrawnMenu | null): void => {
    if (!menu) return;
    s.menus.set(el, menu);
    for (const node of menu.words) s.menuWords.add(node);
    for (const input of el.querySelectorAll("input")) s.menuInputs.add(input);
  };
  const said = "[role=combobox],[aria-haspopup=listbox],[role=listbox]";
  for (const el of k.deepAll(k, document.body, said))
    if (k.saysMenu(k, s, el)) add(el, { words: k.shownIn(k, el) });
  for (const el of k.deepAll(k, document.body, "div,span,p")) {
    const inOther = el.parentElement?.closest("[role=combobox],[role=listbox]");
    if (!s.menus.has(el) && !inOther && !s.menus.has(el.parentElement ?? el))
      add(el, k.drawnMenu(k, s, el));
  }
}

/** All its words but a caption that floats in it beside what it shows. */
function shownIn(k: PageKit, el: Element): Node[] {
  const all = k.textNodes(el).filter((n) => !n.parentElement?.closest("select,script"));
  const apart = all.filter((n) => !k.isLabelIn(n, el));
  return apart.some((n) => k.isSaid(n.textContent ?? "")) ? apart : all;
}

/** A caption that floats in the box that it names. */
function isLabelIn(node: Node, box: Element): boolean {
  const label = node.parentElement?.closest("label");
  return !!label && label !== box && box.contains(label);
}

/** By its role. */
function saysMenu(k: PageKit, s: LookState, el: Element): boolean {
  if (!el.matches("[role=combobox],[aria-haspopup=listbox],[role=listbox]")) return false;
  if (el.matches("input,select,textarea") || k.holdsField(k, el)) return false;
  if (!el.matches("[role=listbox]")) return true;
  // A list that lies open is no field: only one that shows a single line, and can be reached.
  const line = el.hasAttribute("tabindex") && k.rectOf(s, el).height <= 60;
  return line && el.querySelector("[role=option],li,option") === null;
}

/** Something to fill in or press by itself, apart from the sliver that takes the keys for a drawn list. */
function holdsField(k: PageKit, el: Element): boolean {
  if (el.querySelector("textarea,table")) return true;
  return [...el.querySelectorAll("select,input:not([type=hidden])")].some((i) => !k.isSliver(k, i));
}

/** Not drawn, or so that nobody sees it. */
function isSliver(k: PageKit, input: Element): boolean {
  if (input.matches("[type=radio],[type=checkbox],[type=file]")) return false;
  const hidden = !input.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return hidden || input.getBoundingClientRect().width <= 8 || k.isCutAway(input);
}

/** By its looks alone: a box like a field that is no button or link by its tag, takes clicks, and shows one line with an arrow down at its end. */
function drawnMenu(k: PageKit, s: LookState, el: Element): DrawnMenu | null {
  if (el.childElementCount > 6 || (el.textContent ?? "").trim().length > 60) return null;
  if (!k.takesClicks(k, el)) return null;
  // What says that it is a button and opens something may be a list to choose from that looks like one.
  const opens = el.matches("[role=button][aria-haspopup]");
  if (el.hasAttribute("role") && !opens) return null;
  const other = "a,button,th,thead,nav,summary,[role=button],[role=menubar],[role=tab]";
  if ((opens ? el.parentElement : el)?.closest(other)) return null;
  if (el.querySelector("button,a,[role=combobox]:not(input),[role=listbox]") || k.holdsField(k, el))
    return null;
  const parts = [...el.childNodes].filter((n) => (n.textContent ?? "").trim() !== "");
  // What has come up below it while it is open is none of its words.
  while (parts.length > 1 && k.hangsOver(parts[parts.length - 1], el)) parts.pop();
  const words = parts.map((n) => (n.textContent ?? "").trim()).join(" ");
  const said = /^\s*[^\s\u25bc\u25be\u25bd\u2304].{0,40}[\u25bc\u25be\u25bd\u2304\u2228]$/u;
  if (!said.test(words) && !k.endsInArrow(k, s, el, words)) return null;
  return { words: parts.flatMap((n) => k.textNodes(n)) };
}

function takesClicks(k: PageKit, el: Element): boolean {
  return k.listensToClicks(k, el) || getComputedStyle(el).cursor === "pointer";
}

/** A box with a rule under it, one line high, with words and behind them a small mark without any. */
function endsInArrow(k: PageKit, s: LookState, el: Element, words: string): boolean {
  const box = k.rectOf(s, el);
  if (words === "" || words.length > 40 || box.width < 50 || box.width > 400) return false;
  if (box.height < 16 || box.height > 60 || !k.hasRule(el)) return false;
  const end = (mark: DOMRect): boolean =>
    mark.width >= 3 && mark.width <= 34 && mark.right > box.right - 40 && mark.left > box.left + 30;
  const marks = [...el.querySelectorAll("i,b,em,span,div,svg,img")].filter(
    (m) => (m.textContent ?? "").trim() === "" && end(k.rectOf(s, m)),
  );
  return marks.some((m) => k.isArrow(m)) || k.isArrowText(getComputedStyle(el, "::after"));
}

/** A rule round a box, on it or on the one that fills it. */
function hasRule(el: Element): boolean {
  const boxes = el.childElementCount === 1 ? [el, el.children[0]] : [el];
  return boxes.some((b) => {
    const style = b ? getComputedStyle(b) : null;
    return (
      style !== null && style.borderBottomStyle !== "none" && style.borderBottomWidth !== "0px"
    );
  });
}

/** A picture, a triangle of borders, or an arrow from the style sheet. */
function isArrow(mark: Element): boolean {
  if (mark.matches("svg,img")) return true;
  const own = getComputedStyle(mark);
  if (own.backgroundImage !== "none" || own.maskImage !== "none") return true;
  return [own, getComputedStyle(mark, "::before"), getComputedStyle(mark, "::after")].some(
    (style) => {
      const triangle =
        /solid/.test(style.borderTopStyle) &&
        /^(?:rgba\(.*, 0\)|transparent)$/.test(style.borderLeftColor);
      return triangle || /[\u25bc\u25be\u25bd\u2304\u2228\ue000-\uf8ff]/u.test(style.content);
    },
  );
}

function isArrowText(style: CSSStyleDeclaration): boolean {
  const turned = style.content === '""' && style.borderBottomStyle === "solid";
  const apart = style.position === "absolute" && Number.parseFloat(style.right) < 40;
  const triangle = /solid/.test(style.borderTopStyle) && /, 0\)$/.test(style.borderLeftColor);
  if (style.content === '""' && triangle && apart) return true;
  return /[\u25bc\u25be\u25bd\u2304\u2228]/u.test(style.content) || (turned && apart);
}

/** What is clicked to open the list of a field that takes no letters: the mark where the field itself takes no clicks. */
function openerOf(k: PageKit, s: LookState, el: Element): number | null {
  if (el.matches("[role=combobox],[aria-haspopup=listbox]")) return null;
  if (!k.isPickedFrom(k, s, el) || k.takesClicks(k, el)) return null;
  const mark = k.markBeside(el);
  return mark && k.takesClicks(k, mark) ? k.numberOf(s, mark) : null;
}

/** What stands right behind a field, in the next cell too. */
function markBeside(el: Element): Element | null {
  const beside = el.nextElementSibling ?? el.parentElement?.nextElementSibling;
  const inCell = beside?.matches("td") && beside.childElementCount === 1;
  return (inCell ? beside?.firstElementChild : beside) ?? null;
}

/** A field that takes no letters and has a small mark without a name beside it that opens a list. */
function isPickedFrom(k: PageKit, s: LookState, el: Element): boolean {
  if (!(el instanceof HTMLInputElement) || !el.readOnly || el.disabled) return false;
  if (el.matches("[role=combobox],[aria-haspopup=listbox]")) return true;
  const mark = k.markBeside(el);
  if (!mark?.matches("img,span,i,div,svg,b") || k.wordsOf(k, s, mark) !== "") return false;
  const named = [mark, ...mark.querySelectorAll("*")].some((m) =>
    ["title", "alt", "aria-label"].some((name) => k.clean(m.getAttribute(name)) !== ""),
  );
  const made = `${mark.getAttribute("class") ?? ""} ${mark.id} ${mark.getAttribute("src") ?? ""}`;
  if (named || /cal|date|picker/i.test(made) || (!k.takesClicks(k, mark) && !k.takesClicks(k, el)))
    return false;
  const [box, field] = [k.rectOf(s, mark), k.rectOf(s, el)];
  return (
    box.width >= 3 &&
    box.width <= 34 &&
    Math.abs(box.left - field.right) < 36 &&
    box.top < field.bottom
  );
}

/** What stands in the box that an empty field to pick from lies in. */
function wordsInBox(k: PageKit, el: Element): string {
  if (!el.matches("[role=combobox]")) return "";
  let up = el.parentElement;
  for (let i = 0; up && i < 3 && up.getBoundingClientRect().height <= 60; i++) {
    const words = k.clean(up.textContent);
    if (words !== "") return words.length <= 40 ? words : "";
    up = up.parentElement;
  }
  return "";
}

function hangsOver(node: Node | undefined, el: Element): boolean {
  if (!(node instanceof Element) || !/absolute|fixed/.test(getComputedStyle(node).position))
    return false;
  return node.getBoundingClientRect().bottom > el.getBoundingClientRect().bottom + 8;
}

function textNodes(root: Node): Node[] {
  const nodes: Node[] = root.nodeType === Node.TEXT_NODE ? [root] : [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) nodes.push(n);
  return nodes;
}

/** What a drawn list shows, without its arrow. */
function menuValue(k: PageKit, s: LookState, el: Element): string {
  const words = (s.menus.get(el)?.words ?? k.textNodes(el)).map((n) => n.textContent ?? "");
  return k.clean(words.join(" ")).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})\uFF09]+$/gu, "");
}

/** The same for what can be pressed; "" where it is no drawn list. */
function shownInMenu(k: PageKit, s: LookState, el: Element): string {
  return s.menus.has(el) ? k.menuValue(k, s, el) : "";
}

export const menuParts = {
  shownInMenu,
  isMenu,
  shownIn,
  isLabelIn,
  readMenus,
  saysMenu,
  holdsField,
  isSliver,
  wordsInBox,
  drawnMenu,
  takesClicks,
  endsInArrow,
  hasRule,
  isArrow,
  isArrowText,
  isPickedFrom,
  openerOf,
  markBeside,
  hangsOver,
  textNodes,
  menuValue,
};
