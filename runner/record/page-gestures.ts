/** What was done, as a gesture: the thing under the mouse or in hand, by its number in the look. Runs inside the page; refers only to `k`. */
import type { PageKit } from "../find/page/program.ts";
import type { FrameView } from "../find/view.ts";
import type { PageGesture } from "./gesture.ts";

export type GestureKit = PageKit & typeof gestureParts;

/** Null for secrets: they never leave the page. */
function changed(k: GestureKit, el: Element, element: number): PageGesture | null {
  if (element < 0) return null;
  if (el instanceof HTMLSelectElement)
    return { do: "chosen", element, text: k.heldValue(k, k.start(k), el) };
  if (el instanceof HTMLTextAreaElement) return { do: "typed", element, value: el.value };
  if (!(el instanceof HTMLInputElement)) return null;
  if (el.type === "password") return null;
  if (el.type === "radio") return { do: "chosen", element, text: "" };
  if (el.type === "checkbox") return { do: "ticked", element, on: el.checked };
  if (el.type === "file") return { do: "attached", element, file: el.files?.[0]?.name ?? "" };
  return { do: "typed", element, value: el.value };
}

/** A drawn box or switch is about to turn. */
function flip(k: GestureKit, el: Element, element: number): PageGesture | null {
  if (element < 0) return null;
  if (k.isRadio(el)) return { do: "chosen", element, text: "" };
  return { do: "ticked", element, on: !k.isChecked(el) };
}

/** Text as a person sees it: what is hidden does not count. */
function seenText(k: GestureKit, el: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only what a person can see counts.
  return k.clean((el as HTMLElement).innerText);
}

function pressed(
  k: GestureKit,
  view: FrameView,
  at: { el: Element; numberOf: (el: Element) => number; held: boolean },
): PageGesture | null {
  const known = new Set(view.clickables.map((c) => c.element));
  const isMenu = (n: number) => view.controls.some((c) => c.kind === "menu" && c.element === n);
  for (let up: Element | null = at.el; up; up = k.parentOf(up)) {
    const element = at.numberOf(up);
    if (isMenu(element)) return { do: "opened", element };
    if (element >= 0 && known.has(element))
      return { do: "pressed", element, menu: k.inMenu(up), held: at.held };
  }
  const text = k.seenText(k, at.el);
  return text === "" || text.length > 30 ? null : { do: "missed", text };
}

function inMenu(el: Element): boolean {
  const holders =
    "nav,[role=menu],[role=menubar],[role=navigation],[role=tree],[class*=menu i],[id*=menu i],[class*=nav i],[id*=nav i]";
  return el.closest(holders) !== null;
}

/** What is pointed at: a value beside its caption, or the text itself. */
function pointed(
  k: GestureKit,
  view: FrameView,
  at: { el: Element; numberOf: (el: Element) => number; read: boolean },
): PageGesture | null {
  const known = new Set(view.controls.map((c) => c.element));
  for (let up: Element | null = at.el; up; up = k.parentOf(up)) {
    const element = at.numberOf(up);
    if (element >= 0 && known.has(element))
      return { do: "pointed", element, text: "", read: at.read };
    if (up.matches("td,th,p,div,li,body")) break;
  }
  const text = k.seenText(k, at.el).slice(0, 60);
  return text === "" ? null : { do: "pointed", element: -1, text, read: at.read };
}

export const gestureParts = {
  changed,
  flip,
  seenText,
  pressed,
  inMenu,
  pointed,
};
