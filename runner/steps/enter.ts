/** Steps that put values into fields: type, choose, tick. Each reads back at once what the field now holds. */
import type { ElementHandle } from "playwright";
import { isoDate, readDate } from "../../core/index.ts";
import type { Step, Target } from "../../scenarios/index.ts";
import type { Spot } from "../find/resolve.ts";
import { choicesMeant, sameValue } from "../find/same-value.ts";
import type { Control } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";
import { chooseInMenu } from "./choose-in-menu.ts";
import { type Found, locateField } from "./locate.ts";
import { afterInput, type Entered, type Scene, valueText } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

export async function typeStep(scene: Scene, step: StepOf<"type">): Promise<void> {
  const text = valueText(scene, step.value);
  const typed = (c: Control): boolean => c.kind === "text" || c.kind === "date";
  const find = (how: "calm" | "fresh"): Promise<Found<Control>> =>
    locateField(scene, step.target, {
      accept: typed,
      verb: say.verbs.type,
      needsEnabled: true,
      how,
      typed: text,
    });
  const { spot } = await find("calm");
  const again = async (): Promise<string> => (await find("fresh")).spot.thing.value;
  await enterText(scene, spot, { text, caption: step.target.caption, again });
  remember(scene, spot, { target: step.target, as: "typed", expected: text });
}

/** Types, leaves the field, and reads back; `again` reads it anew when the field went away meanwhile. */
export async function enterText(
  scene: Scene,
  spot: Spot<Control>,
  want: { text: string; caption: string; again: () => Promise<string> },
): Promise<void> {
  const { text, caption } = want;
  const typed = await typeAs(scene, spot, text);
  // A call that leaving the field set off may change it: then what counts is what stands there afterwards.
  const busy = scene.stage.traffic.pending().calls > 0;
  await scene.stage.settle(scene.patienceMillis, 0);
  const now = typed === null || busy ? await want.again() : typed;
  if (!sameValue(now, text)) throw runnerError.typedDiffers({ caption });
}

/** What the field holds afterwards; null when it went away (the page was sent on leaving the field). */
async function typeAs(scene: Scene, spot: Spot<Control>, text: string): Promise<string | null> {
  if (spot.thing.kind === "text") {
    const held = await scene.stage.type(spot, text);
    if (held === null || sameValue(held, text)) return held;
  }
  const el = await scene.stage.element(spot);
  await el.fill(writtenFor(spot.thing, text));
  await el.dispatchEvent("keyup").catch(() => undefined);
  await el.evaluate((e) => e.blur()).catch(() => undefined);
  return heldBy(el);
}

/** A date picker of the browser takes ISO only. */
function writtenFor(control: Control, text: string): string {
  const date = control.kind === "date" ? readDate(text) : null;
  return date === null ? text : isoDate(date);
}

/** Null when the field went away (the page was sent on leaving the field). */
async function heldBy(el: ElementHandle<HTMLElement>): Promise<string | null> {
  return el
    .evaluate((e) =>
      e.isConnected ? ((e as HTMLInputElement).value ?? e.textContent ?? "") : null,
    )
    .catch(() => null);
}

export async function chooseStep(scene: Scene, step: StepOf<"choose">): Promise<void> {
  await choose(scene, step.target, valueText(scene, step.value));
}

export async function choose(scene: Scene, target: Target, wanted: string): Promise<void> {
  const accept = (c: Control): boolean => ["select", "radio-group", "menu"].includes(c.kind);
  // What a list shows now counts too: the choice may stand there already.
  const find = (): Promise<Found<Control>> =>
    locateField(scene, target, {
      accept,
      verb: say.verbs.choose,
      needsEnabled: true,
      how: "fresh",
      option: wanted,
    });
  const { spot } = await find();
  if (spot.thing.kind === "menu") {
    const again = async (): Promise<string> => (await find()).spot.thing.value;
    const expected = await chooseInMenu(scene, spot, { caption: target.caption, wanted, again });
    return remember(scene, spot, { target, as: "chosen", expected });
  }
  const chosen = await chooseAt(scene, spot, { caption: target.caption, wanted });
  remember(scene, spot, { target, as: "chosen", expected: chosen });
}

/** Gives the text of the option that was chosen. */
export async function chooseAt(
  scene: Scene,
  spot: Spot<Control>,
  want: { caption: string; wanted: string },
): Promise<string> {
  const { choices } = spot.thing;
  const meant = choicesMeant(
    choices.filter((c) => c.enabled),
    want.wanted,
  );
  const [choice] = meant;
  if (!choice || meant.length > 1) {
    const texts = choices.map((c) => c.text).filter((t) => t !== "");
    const { caption } = want;
    throw runnerError.choiceNotFound({
      caption,
      choices: texts.slice(0, 20),
      many: meant.length > 1,
    });
  }
  if (spot.thing.kind === "select") {
    const index = choices.indexOf(choice);
    const now = await scene.stage.pick(spot, index);
    if (now !== null && now !== index) throw runnerError.typedDiffers({ caption: want.caption });
  } else {
    await setTick(scene, spot, { element: choice.element, on: true, caption: want.caption });
  }
  await afterInput(scene);
  return choice.text;
}

export async function tickStep(scene: Scene, step: StepOf<"tick">): Promise<void> {
  const accept = (c: Control): boolean => c.kind === "checkbox" || (c.kind === "radio" && step.on);
  const { spot } = await locateField(scene, step.target, {
    accept,
    verb: say.verbs.tick,
    needsEnabled: true,
    how: "calm",
  });
  await setTick(scene, spot, {
    element: spot.thing.element,
    on: step.on,
    caption: step.target.caption,
  });
  await afterInput(scene);
  remember(scene, spot, { target: step.target, as: "ticked", expected: String(step.on) });
}

export async function setTick(
  scene: Scene,
  spot: Spot<Control>,
  want: { element: number; on: boolean; caption: string },
): Promise<void> {
  const holds = async (): Promise<boolean> =>
    (await scene.stage.ticked(spot, want.element)) ?? want.on;
  if ((await holds()) === want.on) return;
  // A box that is drawn by its label alone cannot be hit with the mouse; then the page gets the click itself.
  await scene.stage.click(spot, want.element).catch(async () => {
    await (await scene.stage.element(spot, want.element)).evaluate((e) => e.click());
  });
  if ((await holds()) !== want.on) throw runnerError.typedDiffers({ caption: want.caption });
}

/** The last value of a field counts. */
function remember(scene: Scene, spot: Spot, value: Omit<Entered, "window">): void {
  const same = (e: Entered): boolean =>
    e.target.caption === value.target.caption &&
    e.target.scope === value.target.scope &&
    e.target.nth === value.target.nth;
  scene.entered = [
    ...scene.entered.filter((e) => !same(e)),
    { ...value, window: spot.frame.window },
  ];
}
