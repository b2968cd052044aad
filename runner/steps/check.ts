/** Steps that only look: expectations, readings, waits. */
import type { Step, Target } from "../../scenarios/index.ts";
import { pause } from "../browser/waiting.ts";
import { containsText } from "../find/match-caption.ts";
import { sameChoice, sameValue } from "../find/same-value.ts";
import type { Control } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { holds } from "./flow.ts";
import { locateField } from "./locate.ts";
import { keepReading, patienceSeconds, type Scene, seek, valueText } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

const readable = (c: Control): boolean => !["password", "radio", "checkbox"].includes(c.kind);

/** What a person reads beside a caption: a field of any state, or shown text. */
async function readField(scene: Scene, target: Target): Promise<Control> {
  const found = await locateField(scene, target, {
    accept: readable,
    verb: "",
    needsEnabled: false,
    how: "fresh",
  });
  return found.spot.thing;
}

export async function expectTextStep(scene: Scene, step: StepOf<"expect-text">): Promise<void> {
  const text = valueText(scene, step.text);
  const met = await seek(scene, ({ look, steady }) =>
    (step.shown || steady) && containsText(look.text, text) === step.shown ? true : null,
  );
  if (met) return;
  const said = writtenText(step.text);
  throw step.shown
    ? runnerError.textMissing({ text: said, seconds: patienceSeconds(scene) })
    : runnerError.textPresent({ text: said });
}

/** As the clerk wrote it: fields by name, never by value. */
function writtenText(value: StepOf<"expect-text">["text"]): string {
  return value.map((p) => (p.kind === "text" ? p.text : `{${p.name}}`)).join("");
}

export async function expectValueStep(scene: Scene, step: StepOf<"expect-value">): Promise<void> {
  const wanted = valueText(scene, step.value);
  const start = performance.now();
  for (;;) {
    const control = await readField(scene, step.target);
    const chosen = control.choices.length > 0 && sameChoice(control.value, wanted);
    if (chosen || sameValue(control.value, wanted)) return;
    // Values that a window or a background call fills in may come a little later.
    if (performance.now() - start >= scene.patienceMillis) break;
    await pause(100);
  }
  throw runnerError.valueDiffers({ caption: step.target.caption });
}

/** The wide blank that parts a name stays what it is. */
const oneBlank = (gap: string): string => (gap === "\u3000" ? gap : " ");

export async function readValueStep(scene: Scene, step: StepOf<"read-value">): Promise<void> {
  const start = performance.now();
  for (;;) {
    const text = (await readField(scene, step.target)).value.replace(/\s+/gu, oneBlank).trim();
    if (text !== "") return keepReading(scene, step.into, text);
    if (performance.now() - start >= scene.patienceMillis) break;
    await pause(100);
  }
  const { caption, scope } = step.target;
  throw runnerError.notFound({ caption, scope, seconds: patienceSeconds(scene), nearest: null });
}

export async function waitTextStep(scene: Scene, step: StepOf<"wait-text">): Promise<void> {
  const text = valueText(scene, step.text);
  const shown = step.until === "shown";
  const met = await seek(scene, ({ look }) =>
    containsText(look.text, text) === shown ? true : null,
  );
  if (met) return;
  throw runnerError.waitedInVain({
    text: writtenText(step.text),
    seconds: patienceSeconds(scene),
    gone: !shown,
  });
}

/** The clerk asked for seconds; a minute is the most. */
export async function waitSecondsStep(scene: Scene, step: StepOf<"wait-seconds">): Promise<void> {
  await pause(Math.min(Math.max(step.seconds, 0), 60) * 1000);
  await scene.stage.settle(scene.patienceMillis, 0);
}

export async function snapshotStep(scene: Scene, step: StepOf<"snapshot">): Promise<void> {
  for (const png of await scene.stage.pictures()) await scene.evidence.picture(step.name, png);
}

/** The branch of もし that holds. */
export function branchOf(scene: Scene, step: StepOf<"if">): readonly Step[] {
  return holds(scene, step.condition) ? step.then : step.otherwise;
}
