/** What is done to one element of the last look, each in one call. Runs inside the page; refers only to `k`. */
import type { PageKit } from "./program.ts";
import type { Stillness } from "./stillness.ts";

/** What stays in the page between a look and the act that follows it. */
export interface Held {
  /** Name of this document among all: looks taken from outside are put to their frames by it. */
  readonly id: string;
  /** Number of the last look; an act that belongs to an earlier one is refused. */
  turn: number;
  /** View that was told last, and the turn at which it was. */
  told: { readonly text: string; readonly turn: number };
  elements: Element[];
  watch: ClickWatch | null;
  /** Null until the first look, and where changes cannot be watched. */
  still: Stillness | null;
}

/** What was seen of the effects of a click. */
export interface ClickEffect {
  /** The page changed at once. */
  changed: boolean;
  /** A window or frame is on its way to another document. */
  leaving: boolean;
  /** A link gives a file to save. */
  saving: boolean;
  /** Milliseconds after which the page wants to do more; 0 when it set no timer. */
  timer: number;
}

interface ClickWatch {
  readonly effect: ClickEffect;
  end(): void;
}

/** Where to point the mouse, in pixels of the window; null when a person could not hit the element there. */
export interface Aim {
  readonly x: number;
  readonly y: number;
  readonly checked: boolean;
}

function elementAt(held: Held, turn: number, element: number): HTMLElement | null {
  const el = held.turn === turn ? held.elements[element] : undefined;
  return el instanceof HTMLElement ? el : null;
}

/** Types as a person does: over what stands there, up to the length that the field takes; then leaves the field. */
function typeInto(k: PageKit, held: Held, el: HTMLElement, text: string): string | null {
  el.focus();
  if (el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement) el.select();
  else getSelection()?.selectAllChildren(el);
  document.execCommand(text === "" ? "delete" : "insertText", false, text);
  // Old screens tidy up a value on keyup and on leaving the field; a person would have set off both.
  el.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  el.blur();
  k.noteTyped(k, held, el);
  if (!el.isConnected) return null;
  return (el as HTMLInputElement).value ?? el.textContent ?? "";
}

/** Chooses an option and begins to watch; gives the position that is chosen then. */
function pick(k: PageKit, held: Held, el: HTMLElement, index: number): number {
  const select = el as HTMLSelectElement;
  k.watchClick(k, held);
  select.focus();
  select.selectedIndex = index;
  select.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  select.dispatchEvent(new Event("change", { bubbles: true }));
  k.noteTyped(k, held, el);
  return select.selectedIndex;
}

/** Middle of the element in the window, when it stands still and nothing lies over it in any frame; else null. */
function aimAt(k: PageKit, el: HTMLElement): Aim | null {
  if (document.getAnimations().length > 0) return null;
  if (!k.inWindow(el))
    el.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const r = k.boxOf(k, k.start(k), el);
  let at = { x: r.x + r.width / 2, y: r.y + r.height / 2 };
  if (!k.isHit(el, at) && !k.isHit(k.pictureOf(el) ?? el, at)) return null;
  for (let w: Window = window; w !== w.parent; w = w.parent) {
    const frame = k.frameOf(w);
    if (!frame) return null;
    const box = frame.getBoundingClientRect();
    at = { x: at.x + box.x + frame.clientLeft, y: at.y + box.y + frame.clientTop };
    if (!k.isHit(frame, at)) return null;
  }
  return { ...at, checked: k.isChecked(el) };
}

function inWindow(el: Element): boolean {
  const r = el.getBoundingClientRect();
  return r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth;
}

function isHit(el: Element, at: { x: number; y: number }): boolean {
  const top = (el.getRootNode() as Document | ShadowRoot).elementFromPoint(at.x, at.y);
  return top !== null && (top === el || el.contains(top));
}

/** Null for a window of another origin. */
function frameOf(w: Window): Element | null {
  try {
    return w.frameElement;
  } catch {
    return null;
  }
}

/** All windows of this tab that can be looked into. */
function windowsOf(k: PageKit, w: Window): (Window & typeof globalThis)[] {
  try {
    const inner = Array.from({ length: w.frames.length }, (_, i) => w.frames[i]);
    const seen = w.document ? [w as Window & typeof globalThis] : [];
    return [...seen, ...inner.flatMap((f) => (f ? k.windowsOf(k, f) : []))];
  } catch {
    return [];
  }
}

/** From here until `effectOf`: what the page does at once, where it goes, and for when it sets timers. */
function watchClick(k: PageKit, held: Held): void {
  held.watch?.end();
  const effect: ClickEffect = { changed: false, leaving: false, saving: false, timer: 0 };
  const ends = k.windowsOf(k, top ?? window).map((w) => k.watchWindow(w, effect));
  const end = (): void => {
    for (const one of ends) one();
  };
  held.watch = { effect, end };
}

function watchWindow(w: Window & typeof globalThis, effect: ClickEffect): () => void {
  const changes = new w.MutationObserver(() => {
    effect.changed = true;
  });
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  changes.observe(w.document, all);
  const leave = (event: NavigateEvent): void => {
    if (event.downloadRequest !== null) effect.saving = true;
    else if (!event.destination.sameDocument) effect.leaving = true;
  };
  w.navigation?.addEventListener("navigate", leave);
  const real = w.setTimeout;
  const noting = ((...asked: Parameters<typeof real>) => {
    effect.timer = Math.max(effect.timer, asked[1] ?? 0, 1);
    return Reflect.apply(real, w, asked);
  }) as typeof real;
  w.setTimeout = noting;
  return () => {
    changes.disconnect();
    w.navigation?.removeEventListener("navigate", leave);
    if (w.setTimeout === noting) w.setTimeout = real;
  };
}

/** After everything that the click set off at once; null when it was not watched in this document. */
async function effectOf(k: PageKit, held: Held): Promise<ClickEffect | null> {
  const watch = held.watch;
  if (!watch) return null;
  for (let turn = 0; turn < 2; turn++) await k.nextTurn();
  watch.end();
  held.watch = null;
  return watch.effect;
}

/** Through a channel and not a timer: windows in the background slow timers down. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

export const actParts = {
  elementAt,
  typeInto,
  pick,
  aimAt,
  inWindow,
  isHit,
  frameOf,
  windowsOf,
  watchClick,
  watchWindow,
  effectOf,
  nextTurn,
};
