/** Whether a page stands as it stood at the last look: then nothing of it need be read again. Runs inside the page; refers only to `k`. */
import type { Held } from "./acts.ts";
import type { PageKit } from "./program.ts";

/** What stood there at the last look, and what would tell of a change. */
export interface Stillness {
  readonly changes: MutationObserver;
  readonly touch: () => void;
  /** Something happened that can change what is drawn. */
  touched: boolean;
  print: string;
  focus: Element | null;
  /** What each field holds and where it stands. */
  fields: Map<Element, string>;
  /** Something was typed here by us since the last look. */
  typed: boolean;
}

/** From here on the page is watched. */
function watchStill(k: PageKit, held: Held): void {
  held.still ??= k.freshStillness();
  const { still } = held;
  // What changes a drawing without changing the document.
  const events = [
    ...["load", "error", "scroll", "toggle", "beforetoggle", "mouseover", "resize"],
    ...["transitionrun", "transitionend", "animationstart", "animationend"],
  ];
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  still.changes.observe(document, all);
  still.changes.takeRecords();
  // A document that was opened anew has lost them; the same listener twice counts once.
  for (const name of events) window.addEventListener(name, still.touch, true);
  const fields = [...document.querySelectorAll("input,select,textarea")];
  still.fields = new Map(fields.map((el) => [el, k.fieldPrint(k, el)]));
  still.print = k.pagePrint(k);
  still.focus = document.activeElement;
  still.touched = document.getAnimations().length > 0;
  still.typed = false;
}

function freshStillness(): Stillness {
  const touch = (): void => {
    still.touched = true;
  };
  const changes = new MutationObserver(() => {
    still.touched = true;
    changes.disconnect();
  });
  const fields = new Map<Element, string>();
  const still: Stillness = {
    ...{ changes, touch, touched: true },
    ...{ print: "", focus: null, fields, typed: false },
  };
  return still;
}

/** `typed`: what we have typed ourselves since then counts as no change. */
function isStill(k: PageKit, held: Held, typed: boolean): boolean {
  const { still } = held;
  if (still?.typed && !typed) return false;
  if (still === null || still.touched || still.changes.takeRecords().length > 0) {
    if (still) still.touched = true;
    return false;
  }
  if (still.focus !== document.activeElement || document.getAnimations().length > 0) return false;
  if (still.print !== k.pagePrint(k)) return false;
  return [...still.fields].every(([el, print]) => print === k.fieldPrint(k, el));
}

function noteTyped(k: PageKit, held: Held, el: Element): void {
  const { still } = held;
  if (still?.fields.has(el)) {
    still.fields.set(el, k.fieldPrint(k, el));
    still.typed = true;
  }
}

function pagePrint(k: PageKit): string {
  const rules = (sheet: CSSStyleSheet): number => {
    try {
      return sheet.disabled ? -1 : sheet.cssRules.length;
    } catch {
      return -2;
    }
  };
  const root = document.documentElement;
  return [
    ...[innerWidth, innerHeight, scrollX, scrollY, root.scrollWidth, root.scrollHeight],
    ...[document.readyState, document.title, document.fonts.status],
    ...[k.clicksNoted()?.count],
    ...[...document.styleSheets, ...document.adoptedStyleSheets].map(rules),
  ].join();
}

function fieldPrint(k: PageKit, el: Element): string {
  const { x, y, width, height } = el.getBoundingClientRect();
  const chosen = el instanceof HTMLSelectElement ? [...el.selectedOptions] : null;
  const { type, value } = el as HTMLInputElement;
  const held =
    chosen?.map((o) => o.index).join("+") ?? (type === "password" ? value.length : value);
  return [x, y, width, height, k.isChoice(el) && k.isChecked(el), held].join();
}

export const stillParts = {
  watchStill,
  freshStillness,
  isStill,
  noteTyped,
  pagePrint,
  fieldPrint,
};
