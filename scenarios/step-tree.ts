/** Steps within steps: the one place that knows which kinds of step hold others. */
import type { Step } from "./scenario.ts";

/** The lists of steps that a step holds: both roads of もし, the round of 繰り返す, the sentences of a part … */
export function innerSteps(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case "if":
      return [step.then, step.otherwise];
    case "repeat":
    case "guarded":
    case "call":
      return [step.steps];
    default:
      return [];
  }
}

/** All steps in the order in which they stand, with those inside others right behind them. */
export function flatSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...innerSteps(step).flatMap(flatSteps)]);
}
