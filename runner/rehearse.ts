/** Rehearsal (予行): plays the sentences up to 登録する on the real screens and keeps what stood there. */
import { isBukaError } from "../core/index.ts";
import type { RehearsalEnding, RehearsalOutcome, RehearsalRequest, StepRecord } from "./play.ts";
import { runSteps, unnamed } from "./steps/run-steps.ts";
import type { Rehearsal, Scene } from "./steps/scene.ts";
import { keepStopPictures } from "./steps/stop-pictures.ts";

/** Everything up to 登録する, with a picture after each sentence; there is no barrier, so nothing can be committed. */
export async function rehearse(scene: Scene, request: RehearsalRequest): Promise<RehearsalOutcome> {
  const steps: StepRecord[] = [];
  let number = 0;
  const rehearsal: Rehearsal = {
    fields: [],
    before: async (sentence) => {
      number += 1;
      return (await request.beforeStep?.({ number, sentence })) ?? true;
    },
    after: async () => {
      // The window that came up last is the one that a person would look at.
      const png = (await scene.stage.pictures()).at(-1);
      if (png) await scene.evidence.picture(`step-${steps.length}`, png);
    },
  };
  const watched: Scene = { ...scene, rehearsal };
  const end = (how: RehearsalEnding): RehearsalOutcome => ({
    ...how,
    steps,
    fields: rehearsal.fields,
  });
  try {
    await watched.stage.reset();
    const ending = await runSteps(watched, watched.scenario.steps, steps);
    if (ending.kind === "rehearsed") return end({ kind: "reached" });
    if (ending.kind === "through") return end({ kind: "no-commit" });
    if (ending.kind === "ask") return end({ kind: "ask-person", message: ending.message });
    if (ending.kind === "absent") return end({ kind: "stopped", error: ending.error });
    return end({ kind: "ended-by-person" });
  } catch (error) {
    await keepStopPictures(watched);
    return end({ kind: "stopped", error: isBukaError(error) ? error : unnamed(watched, error) });
  }
}
