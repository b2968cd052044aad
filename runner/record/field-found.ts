/** A field by the words that find it again, alone or in a row of a list, and the sentences that fill it. */
import type { StepBody, Target, Value } from "../../scenarios/index.ts";
import { writtenCaption } from "../find/match-caption.ts";
import { fieldOrder, type Spot } from "../find/resolve.ts";
import type { Control } from "../find/view.ts";
import { recordWords } from "../record-words.ja.ts";
import type { CaseValues } from "./case-values.ts";
import type { SeenGesture } from "./gesture.ts";
import { nameRow } from "./name-row.ts";
import { nameThing } from "./name-thing.ts";

/** A field by the words that find it again: alone, or in a row of a list. */
export interface FieldFound {
  readonly caption: string;
  readonly target: Target | null;
  readonly question: string | null;
  step(kind: "type" | "choose", value: Value): StepBody;
  tick(on: boolean): StepBody;
}

/** Null when nothing on the screen names the field. */
export function fieldFound(
  seen: SeenGesture,
  among: { spots: readonly Spot<Control>[]; spot: Spot<Control> },
  values: CaseValues,
): FieldFound | null {
  const named = nameThing(among.spots, among.spot, fieldOrder);
  const alone = named?.unique === true && (named.target.scope === null || seen.frame.window > 1);
  const at = { frame: seen.frame, element: among.spot.thing.element, byNumber: true };
  const inRow = alone ? null : nameRow(seen.look, at, values);
  if (inRow !== null && inRow.heading !== "") {
    const { row, heading: caption } = inRow;
    return {
      caption,
      target: null,
      question: null,
      step: (kind, value) => ({ kind: `${kind}-in-row`, row, caption, value }),
      tick: (on) => ({ kind: "tick-in-row", row, caption, on }),
    };
  }
  if (named === null) return null;
  const { target } = named;
  return {
    caption: target.caption,
    target,
    question: named.unique ? null : recordWords.notUnique(target.caption),
    step: (kind, value) => ({ kind, target, value }),
    tick: (on) => ({ kind: "tick", target, on }),
  };
}

/** The field that a filling sentence fills; null for all other sentences. */
export function placeOf(step: StepBody | null): string | null {
  switch (step?.kind) {
    case "type":
    case "choose":
    case "tick":
    case "attach":
      return JSON.stringify([step.target.scope, writtenCaption(step.target.caption)]);
    case "type-in-row":
    case "choose-in-row":
    case "tick-in-row":
      return JSON.stringify([step.row, step.caption]);
    default:
      return null;
  }
}

/** What a sentence that presses presses; null for all other sentences. */
export function pressedTarget(step: StepBody | null): Target | null {
  if (step?.kind === "press") return step.target;
  const caption = step?.kind === "open" ? step.path.at(-1) : undefined;
  return caption === undefined ? null : { caption, scope: null };
}
