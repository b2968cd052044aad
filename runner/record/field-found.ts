/** A field by the words that find it again, alone or in a row of a list, and the sentences that fill it. */
import type { StepBody, Target, Value } from "../../scenarios/index.ts";
import { writtenCaption } from "../find/match-caption.ts";
import { controlSpots, fieldOrder, type Spot } from "../find/resolve.ts";
import type { Control } from "../find/view.ts";
import { recordWords } from "../record-words.ja.ts";
import { inOrder, isBox } from "../steps/enter-in-row.ts";
import { boxKinds } from "../steps/locate.ts";
import type { CaseValues } from "./case-values.ts";
import type { SeenGesture } from "./gesture.ts";
import { nameRow } from "./name-row.ts";
import { nameCounted, nameThing } from "./name-thing.ts";

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
    const { row, heading: caption, beside } = inRow;
    const place = { row, caption, ...countedIn(seen.frame.view.controls, beside, at.element) };
    return {
      caption,
      target: null,
      question: null,
      step: (kind, value) => ({ kind: `${kind}-in-row`, ...place, value }),
      tick: (on) => ({ kind: "tick-in-row", ...place, on }),
    };
  }
  const counted = named?.unique === true ? null : nameCounted(boxesOf(seen), among.spot);
  const target = counted ?? named?.target ?? null;
  if (target === null) return null;
  const unique = counted !== null || named?.unique === true;
  return {
    caption: target.caption,
    target,
    question: unique ? null : recordWords.notUnique(target.caption),
    step: (kind, value) => ({ kind, target, value }),
    tick: (on) => ({ kind: "tick", target, on }),
  };
}

const boxesOf = (seen: SeenGesture): readonly Spot[] =>
  controlSpots(seen.look, (c) => boxKinds.includes(c.kind));

/** Its number where several fields of its kind stand in one cell. */
function countedIn(
  controls: readonly Control[],
  beside: readonly number[],
  element: number,
): { nth?: number } {
  const boxes = controls.filter((c) => beside.includes(c.element) && isBox(c));
  const own = boxes.find((c) => c.element === element);
  const alike = boxes.filter((c) => c.kind === own?.kind);
  const nth = (inOrder(boxes) ?? []).findIndex((c) => c.element === element) + 1;
  return alike.length > 1 && nth > 0 ? { nth } : {};
}

/** The field that a filling sentence fills; null for all other sentences. */
export function placeOf(step: StepBody | null): string | null {
  switch (step?.kind) {
    case "type":
    case "choose":
    case "tick":
    case "attach":
      return JSON.stringify([
        step.target.scope,
        writtenCaption(step.target.caption),
        step.target.nth,
      ]);
    case "type-in-row":
    case "choose-in-row":
    case "tick-in-row":
      return JSON.stringify([step.row, step.caption, step.nth ?? 0]);
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
