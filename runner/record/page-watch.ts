/** Watches what a person does on a page. Runs inside the page; refers only to `k`, the kit of the look and these parts. */
import type { FrameView } from "../find/view.ts";
import type { PageGesture } from "./gesture.ts";
import type { GestureKit } from "./page-gestures.ts";

export interface WatchState {
  readonly send: (report: { view: FrameView; gesture: PageGesture | null }) => void;
  /** Plain captions whose press does not reach the page. */
  readonly hold: readonly string[];
  readonly marks: RegExp;
  root: Element | null;
  /** Made once: the same listener twice counts once. */
  handlers: readonly (readonly [string, (e: Event) => void])[];
  timer: number;
  /** Text of an editable block when it got the focus. */
  editing: string;
  /** Time of the last press: what is sent right after it was sent by it. */
  pressedAt: number;
}

type WatchKit = GestureKit & typeof watchParts;

/** Documents that are written anew lose their listeners; so this looks from time to time. */
function watch(k: WatchKit, w: WatchState): void {
  w.handlers = k.handlersOf(k, w);
  k.listen(w);
  k.attach(k, w);
  window.setInterval(() => k.attach(k, w), 300);
}

function attach(k: WatchKit, w: WatchState): void {
  const root = document.documentElement;
  if (!root || root === w.root) return;
  w.root = root;
  k.listen(w);
  const all = { childList: true, subtree: true, attributes: true, characterData: true };
  new MutationObserver(() => k.later(k, w)).observe(root, all);
  k.later(k, w);
}

/** From the first moment: a document is pressed on before it is whole. */
function listen(w: WatchState): void {
  for (const [name, handler] of w.handlers) window.addEventListener(name, handler, true);
}

function handlersOf(k: WatchKit, w: WatchState): WatchState["handlers"] {
  return [
    ["DOMContentLoaded", () => k.attach(k, w)],
    ["load", () => k.later(k, w)],
    ["change", (e) => k.onChange(k, w, e)],
    ["click", (e) => k.onClick(k, w, e)],
    ["submit", (e) => k.onSubmit(k, w, e)],
    ["keydown", (e) => k.onKey(k, w, e)],
    ["focusin", (e) => k.onFocus(k, w, e)],
    ["focusout", (e) => k.onLeave(k, w, e)],
    ...["pointerdown", "mousedown", "pointerup", "mouseup"].map(
      (name): [string, (e: Event) => void] => [name, (e) => k.onPointer(k, w, e)],
    ),
  ];
}

/** A view some moments after the last change, so that other frames know what stands here. */
function later(k: WatchKit, w: WatchState): void {
  window.clearTimeout(w.timer);
  w.timer = window.setTimeout(() => {
    if (document.body) w.send({ view: k.collect(k).view, gesture: null });
  }, 80);
}

function targetOf(e: Event): Element | null {
  const [first] = e.composedPath();
  return first instanceof Element ? first : null;
}

/** Sends a gesture with the look of this very moment. `make` gives null when there is nothing to tell. */
function tell(
  k: WatchKit,
  w: WatchState,
  make: (view: FrameView, numberOf: (el: Element) => number) => PageGesture | null,
): void {
  if (!document.body) return;
  const { view, elements } = k.collect(k);
  const gesture = make(view, (el) => elements.indexOf(el));
  if (gesture) w.send({ view, gesture });
}

/** Only what a person did: a value that a script writes sets off no trusted event. */
function onChange(k: WatchKit, w: WatchState, e: Event): void {
  const el = k.targetOf(e);
  if (!el || !(e.isTrusted || (el instanceof HTMLSelectElement && el === document.activeElement)))
    return;
  k.tell(k, w, (_view, numberOf) => k.changed(k, el, numberOf(el)));
}

function onFocus(k: WatchKit, w: WatchState, e: Event): void {
  const el = k.targetOf(e);
  if (el instanceof HTMLElement && el.isContentEditable) w.editing = k.seenText(k, el);
}

/** Editable blocks know no change event. */
function onLeave(k: WatchKit, w: WatchState, e: Event): void {
  const el = k.targetOf(e);
  if (!(el instanceof HTMLElement) || !el.isContentEditable) return;
  const value = k.seenText(k, el);
  if (value === w.editing) return;
  k.tell(k, w, (_view, numberOf) => ({ do: "typed", element: numberOf(el), value }));
}

/** Enter in a form without a button of its own: nothing else would tell of it. */
function onSubmit(k: WatchKit, w: WatchState, e: Event): void {
  if (e.isTrusted && performance.now() - w.pressedAt > 500) k.tell(k, w, () => ({ do: "sent" }));
}

/** The page must not see the mouse where a press is held back or only points. */
function onPointer(k: WatchKit, w: WatchState, e: Event): void {
  const el = k.targetOf(e);
  const pointing = e instanceof MouseEvent && e.altKey;
  if (e.isTrusted && el && (pointing || k.heldBack(k, w, el))) k.stop(e);
}

function stop(e: Event): void {
  e.preventDefault();
  e.stopImmediatePropagation();
}

function onClick(k: WatchKit, w: WatchState, e: Event): void {
  const el = k.targetOf(e);
  if (!el || !e.isTrusted || !(e instanceof MouseEvent) || e.detail > 1) return;
  if (e.altKey) {
    k.stop(e);
    k.tell(k, w, (view, numberOf) => k.pointed(k, view, { el, numberOf, read: e.shiftKey }));
    return;
  }
  if (k.flipped(k, w, el) || k.belongsToField(k, el)) return;
  w.pressedAt = performance.now();
  const held = k.heldBack(k, w, el);
  k.tell(k, w, (view, numberOf) => k.pressed(k, view, { el, numberOf, held }));
  if (held) k.stop(e);
}

function onKey(k: WatchKit, w: WatchState, e: Event): void {
  const el = k.targetOf(e);
  if (el && e.isTrusted && e instanceof KeyboardEvent && e.key === " " && !e.repeat)
    k.flipped(k, w, el);
}

/** A drawn box knows no change event: the press on it is all there is. */
function flipped(k: WatchKit, w: WatchState, el: Element): boolean {
  let box: Element | null = el;
  while (box && !k.isDrawnChoice(box)) box = k.parentOf(box);
  if (!box) return false;
  const one = box;
  k.tell(k, w, (_view, numberOf) => k.flip(k, one, numberOf(one)));
  return true;
}

/** A press into a field or on its label only moves the focus or changes the field, which tells of itself. */
function belongsToField(k: WatchKit, el: Element): boolean {
  const s = k.start(k);
  for (let up: Element | null = el; up; up = k.parentOf(up)) {
    if (k.saysMenu(k, s, up) || k.isPickedFrom(k, s, up)) return false;
    if (k.isControl(k, s, up)) return true;
    if (up instanceof HTMLLabelElement && up.control && k.isControl(k, s, up.control)) return true;
    if (k.isClickable(k, s, up)) return false;
  }
  return false;
}

/** The caption is one of those that are held back. */
function heldBack(k: WatchKit, w: WatchState, el: Element): boolean {
  if (w.hold.length === 0) return false;
  const s = k.start(k);
  for (let up: Element | null = el; up; up = k.parentOf(up)) {
    if (!k.isClickable(k, s, up)) continue;
    const names = k.clickableNames(k, s, up, k.isNativeClickable(up));
    return names.some((n) => w.hold.includes(k.bare(w, n.text)));
  }
  return false;
}

function bare(w: WatchState, text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "").replace(w.marks, "").toLowerCase();
}

export const watchParts = {
  watch,
  attach,
  listen,
  handlersOf,
  later,
  targetOf,
  tell,
  onChange,
  onFocus,
  onLeave,
  onSubmit,
  onPointer,
  stop,
  onClick,
  onKey,
  flipped,
  belongsToField,
  heldBack,
  bare,
};
