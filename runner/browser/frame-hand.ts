/** Talks to the program inside a frame: one call per look, one per act; nothing is left behind on this side. */
import type { ElementHandle, Frame, Page } from "playwright";
import type { Aim, ClickEffect } from "../find/page/acts.ts";
import type { HowToLook, Seen } from "../find/page/looks.ts";
import { handName, handProgram } from "../find/page/program.ts";
import type { FrameView } from "../find/view.ts";
import { within } from "./waiting.ts";

/** A frame and the look at it to which element numbers belong. */
export interface SeenFrame {
  readonly frame: Frame;
  readonly turn: number;
}

/** Milliseconds that a frame may take to answer, and how many more for each element of a large one. */
const patience = 3_000;
const patiencePerElement = 1;
/** Right after a click a page is busy with what it set off. */
const effectPatience = 10_000;

/** A look that came back: whose it is, and what stood there. */
export type SeenView = SeenFrame & { readonly title: string; readonly view: FrameView };

/** The last view of each document, so that one that has not changed need not be handed over again. */
const lastViews = new WeakMap<Frame, { id: string; viewTurn: number; view: FrameView }>();

/** All frames of a window, in their order. One call for those that can see each other; null as in `lookAt`. */
export async function lookAtAll(page: Page, how: HowToLook): Promise<readonly (SeenView | null)[]> {
  const frames = page.frames();
  const known = frames.flatMap((f) => {
    const last = lastViews.get(f);
    return last ? [[last.id, last.viewTurn] as const] : [];
  });
  const around = known.length > 1 ? await lookAround(page.mainFrame(), known, how) : [];
  return Promise.all(
    frames.map((frame) => {
      const id = lastViews.get(frame)?.id;
      const seen = around.find((s) => s.id === id);
      return (seen && viewOf(frame, seen)) ?? lookAt(frame, how);
    }),
  );
}

/** Documents that came since then, or stand on another host, are not among them. */
async function lookAround(
  frame: Frame,
  known: readonly (readonly [string, number])[],
  how: HowToLook,
): Promise<readonly Seen[]> {
  const asked = `${JSON.stringify(Object.fromEntries(known))}, "${how}"`;
  const words = `globalThis.${handName}?.around(${asked}) ?? []`;
  try {
    const told = await within(frame.evaluate(words) as Promise<(string | Seen)[]>, patience);
    return (told ?? []).map(seenOf);
  } catch {
    return [];
  }
}

const seenOf = (told: string | Seen): Seen =>
  typeof told === "string" ? (JSON.parse(told) as Seen) : told;

/** Null when the frame went away or does not answer: the next look asks again. */
async function lookAt(frame: Frame, how: HowToLook): Promise<SeenView | null> {
  const turn = lastViews.get(frame)?.viewTurn ?? 0;
  try {
    const known = `globalThis.${handName}?.look(${turn}, "${how}") ?? null`;
    const first = (): Promise<unknown> =>
      frame.evaluate(`${handProgram}; ${handName}.look(0, "anew")`);
    let told: unknown =
      (await within(frame.evaluate(known), patience)) ?? (await within(first(), patience));
    // Instead of the look a large document tells how many elements it has: a list of 10,000 lines takes its time.
    if (typeof told === "number") {
      const whole = frame.evaluate(`${handName}.look(${turn}, "whole")`);
      told = await within(whole, patience + patiencePerElement * told);
    }
    if (told === null) return null;
    return viewOf(frame, seenOf(told as string | Seen));
  } catch {
    return null;
  }
}

/** Null when it says "as before" and what was before is not known: then it is asked again. */
function viewOf(frame: Frame, seen: Seen): SeenView | null {
  const { id, turn, viewTurn, title } = seen;
  const last = lastViews.get(frame);
  const before = last?.id === id && last.viewTurn === viewTurn ? last.view : null;
  const view = seen.view ?? before;
  if (view === null) {
    lastViews.delete(frame);
    return null;
  }
  lastViews.set(frame, { id, viewTurn, view });
  return { frame, turn, title, view };
}

function act(seen: SeenFrame, what: string, element: number, value?: string | number) {
  const words = [seen.turn, element, ...(value === undefined ? [] : [value])];
  return seen.frame.evaluate(`${handName}.${what}(${words.map((w) => JSON.stringify(w)).join()})`);
}

/** Null when the element is not there any more. */
export async function elementOf(
  seen: SeenFrame,
  element: number,
): Promise<ElementHandle<HTMLElement> | null> {
  const words = `${handName}.element(${seen.turn},${element})`;
  const found = await seen.frame.evaluateHandle(words);
  return found.asElement() as ElementHandle<HTMLElement> | null;
}

/** The value that the field holds then; null when the field or its page went away meanwhile. */
export async function typeInto(seen: SeenFrame, element: number, text: string) {
  return (await act(seen, "type", element, text).catch(() => null)) as string | null;
}

/** Position that is chosen then; null when the page went away meanwhile. */
export async function pickOption(seen: SeenFrame, element: number, index: number) {
  return (await act(seen, "pick", element, index).catch(() => null)) as number | null;
}

/** Null when it went away. */
export async function isTicked(seen: SeenFrame, element: number): Promise<boolean | null> {
  const words = `((e) => e === null ? null : e.checked ?? e.getAttribute("aria-checked") === "true")(${handName}.element(${seen.turn},${element}))`;
  return (await seen.frame.evaluate(words).catch(() => null)) as boolean | null;
}

/** Where to click, and the page is watched for what the click does; null when that has to be found out more carefully. */
export async function aimAt(seen: SeenFrame, element: number): Promise<Aim | null> {
  return (await act(seen, "aim", element).catch(() => null)) as Aim | null;
}

/** Where to click, as `aimAt`, and nothing is watched. */
export async function pointAt(seen: SeenFrame, element: number): Promise<Aim | null> {
  return (await act(seen, "point", element).catch(() => null)) as Aim | null;
}

/** What the click did that was aimed last in this frame. Null when nothing is known; "gone" when the page went away. */
export async function effectIn(frame: Frame): Promise<ClickEffect | null | "gone"> {
  const asked = frame.evaluate(`globalThis.${handName}?.effect() ?? null`);
  return within(asked as Promise<ClickEffect | null>, effectPatience).catch(() => "gone" as const);
}
