/** Looks at a document and at those round it, handed over as briefly as can be. Runs inside the page; refers only to `k`. */
import type { FrameView } from "../view.ts";
import type { Held } from "./acts.ts";
import type { PageKit } from "./program.ts";

export interface Seen {
  readonly id: string;
  readonly turn: number;
  readonly title: string;
  /** Turn at which this view was told first. */
  readonly viewTurn: number;
  /** Null: the same as at `viewTurn`, which the asker says to have. */
  readonly view: FrameView | null;
}

/** What another window of the tab can call. */
interface OtherHand {
  readonly id: string;
  /** A number where the document is large. */
  look(known: number, how: HowToLook): string | number | Seen;
}

/**
 * "anew" reads everything; "fresh" leaves out a document in which nothing that stillness.ts watches has changed; "calm"
 * one, too, in which nothing has changed but what we have typed ourselves. "whole" is "anew" however large the document is.
 */
export type HowToLook = "calm" | "fresh" | "anew" | "whole";

/** A number, of elements, where the document is so large that the asker should have more patience. */
function lookHow(
  k: PageKit,
  held: Held,
  want: { known: number; how: HowToLook },
): string | number | Seen {
  const { known, how } = want;
  const mayRest = how === "calm" || how === "fresh";
  const has = known !== 0 && known === held.told.turn;
  if (mayRest && has && k.isStill(k, held, how === "calm")) {
    const { id, turn } = held;
    return { id, turn, title: document.title, viewTurn: known, view: null };
  }
  return k.largeSize(how) ?? k.lookNow(k, held, known);
}

/**
 * One look, as text: far quicker to hand over than an object. Everything is read anew; only what is handed over
 * gets short where it is letter by letter what the asker has (`known`: its turn, 0 when the asker has nothing).
 */
function lookNow(k: PageKit, held: Held, known: number): string | Seen {
  const { view, elements, shadows } = k.collect(k);
  held.turn += 1;
  held.elements = elements;
  if (shadows) held.still = null;
  else k.watchStill(k, held);
  const about = { id: held.id, turn: held.turn, title: document.title };
  // Libraries of that age teach arrays a toJSON of their own, which would spoil the text.
  if ("toJSON" in Array.prototype) return { ...about, viewTurn: held.turn, view };
  const text = JSON.stringify(view);
  if (text === held.told.text && known === held.told.turn)
    return JSON.stringify({ ...about, viewTurn: known, view: null });
  held.told = { text, turn: held.turn };
  return `${JSON.stringify({ ...about, viewTurn: held.turn }).slice(0, -1)},"view":${text}}`;
}

/** Null when the document is small, or the asker has patience. */
function largeSize(how: HowToLook): number | null {
  const size = document.getElementsByTagName("*").length;
  return how === "whole" || size <= 5_000 ? null : size;
}

/** Looks of all documents of this tab that the asker knows by their ids, where this window can reach them. */
function lookAround(
  k: PageKit,
  name: string,
  want: { known: Readonly<Record<string, number>>; how: HowToLook },
): (string | Seen)[] {
  const told = k.windowsOf(k, window).map((w) => k.lookFrom(w, name, want));
  return told.filter((t) => t !== null && typeof t !== "number");
}

/** Null where that must be asked in the frame itself. */
function lookFrom(
  w: Window,
  name: string,
  { known, how }: { known: Readonly<Record<string, number>>; how: HowToLook },
): string | number | Seen | null {
  try {
    const hand = (w as unknown as Record<string, OtherHand | undefined>)[name];
    return hand && Object.hasOwn(known, hand.id) ? hand.look(known[hand.id] ?? 0, how) : null;
  } catch {
    return null;
  }
}

export const lookParts = { lookHow, lookNow, largeSize, lookAround, lookFrom };
