/** Talks to the program inside a frame: one call per look, one per act; nothing is left behind on this side. */
import type { ElementHandle, Frame } from "playwright";
import type { Aim, ClickEffect, Seen } from "../find/page/acts.ts";
import { handName, handProgram } from "../find/page/program.ts";
import { within } from "./waiting.ts";

/** A frame and the look at it to which element numbers belong. */
export interface SeenFrame {
  readonly frame: Frame;
  readonly turn: number;
}

/** Milliseconds that a frame may take to answer. */
const patience = 3_000;
/** Right after a click a page is busy with what it set off. */
const effectPatience = 10_000;

/** Null when the frame went away or does not answer: the next look asks again. */
export async function lookAt(frame: Frame): Promise<(Seen & SeenFrame) | null> {
  try {
    const known = `globalThis.${handName}?.look() ?? null`;
    const first = (): Promise<unknown> => frame.evaluate(`${handProgram}; ${handName}.look()`);
    const told =
      (await within(frame.evaluate(known), patience)) ?? (await within(first(), patience));
    if (told === null) return null;
    const seen = (typeof told === "string" ? JSON.parse(told) : told) as Seen;
    return { ...seen, frame };
  } catch {
    return null;
  }
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
  const words = `${handName}.element(${seen.turn},${element})?.checked ?? null`;
  return (await seen.frame.evaluate(words).catch(() => null)) as boolean | null;
}

/** Where to click; null when that has to be found out more carefully. */
export async function aimAt(seen: SeenFrame, element: number): Promise<Aim | null> {
  return (await act(seen, "aim", element).catch(() => null)) as Aim | null;
}

/** What the click did that was aimed last in this frame. Null when nothing is known; "gone" when the page went away. */
export async function effectIn(frame: Frame): Promise<ClickEffect | null | "gone"> {
  const asked = frame.evaluate(`globalThis.${handName}?.effect() ?? null`);
  return within(asked as Promise<ClickEffect | null>, effectPatience).catch(() => "gone" as const);
}
