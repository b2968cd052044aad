/** Lists to choose from that a page draws by boxes, with or without saying so. Runs inside the page; refers only to `k`. */
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** A drawn list and what it shows: the nodes of its words. */
export interface DrawnMenu {
  readonly words: readonly Node[];
}

/** A list to choose from that is drawn by boxes and opens on a click. */
function isMenu(k: PageKit, s: LookState, el: Element): boolean {
  return s.menus.has(el) || k.saysMenu(el);
}

function readMenus(k: PageKit, s: LookState): void {
  if (!document.body) return;
  const add = (el: Element, menu: DrawnMenu | null): void => {
    if (!menu) return;
    s.menus.set(el, menu);
    for (const node of menu.words) s.menuWords.add(node);
  };
  for (const el of k.deepAll(k, document.body, "[role=combobox],[aria-haspopup=listbox]"))
    if (k.saysMenu(el)) add(el, { words: k.textNodes(el) });
  for (const node of k.arrowsDown(k, document.body)) {
    let up = node.parentElement;
    for (let i = 0; up && i < 3 && !s.menuWords.has(node); i++, up = up.parentElement)
      add(up, k.drawnMenu(k, up));
  }
}

/** Texts that end with an arrow down: nearly all pages have none. */
function arrowsDown(k: PageKit, root: Node): Node[] {
  const ends = /[\u25bc\u25be\u25bd\u2304\u2228]\s*$/u;
  const shadows = root instanceof Element ? k.deepAll(k, root, "*") : [];
  const roots = [root, ...shadows.flatMap((el) => el.shadowRoot ?? [])];
  return roots.flatMap((r) => k.textNodes(r)).filter((n) => ends.test(n.textContent ?? ""));
}

/** By its role. */
function saysMenu(el: Element): boolean {
  return (
    el.matches("[role=combobox],[aria-haspopup=listbox]") &&
    !el.matches("input,select,textarea") &&
    !el.querySelector("input:not([type=hidden]),select,textarea")
  );
}

/** By its looks alone: a box that is no button or link by its tag, takes clicks, and shows words with an arrow down behind them. */
function drawnMenu(k: PageKit, el: Element): DrawnMenu | null {
  if (!/^(?:DIV|SPAN|P)$/.test(el.tagName) || el.childElementCount > 6) return null;
  if (el.hasAttribute("role") || el.closest("a,button,th,[role=button],[role=menubar]"))
    return null;
  const parts = [...el.childNodes].filter((n) => (n.textContent ?? "").trim() !== "");
  // What has come up below it while it is open is none of its words.
  while (parts.length > 1 && k.hangsOver(parts[parts.length - 1])) parts.pop();
  const words = parts.map((n) => (n.textContent ?? "").trim()).join(" ");
  const said = /^\s*[^\s\u25bc\u25be\u25bd\u2304].{0,40}[\u25bc\u25be\u25bd\u2304\u2228]$/u;
  if (!said.test(words) || el.querySelector("input,select,textarea,button,a,table")) return null;
  if (!k.listensToClicks(el) && getComputedStyle(el).cursor !== "pointer") return null;
  return { words: parts.flatMap((n) => k.textNodes(n)) };
}

function hangsOver(node: Node | undefined): boolean {
  return node instanceof Element && /absolute|fixed/.test(getComputedStyle(node).position);
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
  readMenus,
  arrowsDown,
  saysMenu,
  drawnMenu,
  hangsOver,
  textNodes,
  menuValue,
};
