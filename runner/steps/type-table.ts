/** 次のとおり入力する: each line as the field on the screen asks for it (typed, chosen, ticked). */
import type { Step } from "../../scenarios/index.ts";
import type { Control } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";
import { tickedWords, untickedWords } from "../screen-words.ja.ts";
import { chooseStep, tickStep, typeStep } from "./enter.ts";
import { locateField } from "./locate.ts";
import { type Scene, valueText } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

const takesValue = (c: Control): boolean =>
  !["shown", "password", "radio", "file"].includes(c.kind);

export async function typeTableStep(scene: Scene, step: StepOf<"type-table">): Promise<void> {
  for (const row of step.rows) {
    const { spot } = await locateField(scene, row.target, {
      accept: takesValue,
      verb: say.verbs.type,
      needsEnabled: true,
      how: "calm",
    });
    const { kind } = spot.thing;
    const line = { at: row.at, sentence: step.sentence, target: row.target, value: row.value };
    if (kind === "select" || kind === "radio-group")
      await chooseStep(scene, { ...line, kind: "choose" });
    else if (kind === "checkbox") {
      const on = meansOn(scene, row);
      await tickStep(scene, {
        at: row.at,
        sentence: step.sentence,
        target: row.target,
        kind: "tick",
        on,
      });
    } else await typeStep(scene, { ...line, kind: "type" });
  }
}

/** あり, なし and their like; anything else is no answer for a box to tick. */
function meansOn(scene: Scene, row: StepOf<"type-table">["rows"][number]): boolean {
  const word = valueText(scene, row.value).normalize("NFKC").trim().toLowerCase();
  const among = (words: readonly string[]): boolean =>
    words.some((w) => w.normalize("NFKC") === word);
  if (among(tickedWords)) return true;
  if (among(untickedWords)) return false;
  throw runnerError.wrongKind({ caption: row.target.caption, verb: say.verbs.type });
}
