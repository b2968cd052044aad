/** Plays sentences one after another: one handler per kind of step, one record per sentence, the place in every error. */
import { BukaError, isBukaError } from "../../core/index.ts";
import type { Step, StepKind } from "../../scenarios/index.ts";
import { runnerError } from "../messages.ja.ts";
import type { StepRecord } from "../play.ts";
import { askStep } from "./ask.ts";
import {
  branchOf,
  expectTextStep,
  expectValueStep,
  readValueStep,
  snapshotStep,
  waitSecondsStep,
  waitTextStep,
} from "./check.ts";
import { commitStep } from "./commit.ts";
import type { Ending } from "./ending.ts";
import { chooseStep, tickStep, typeStep } from "./enter.ts";
import { chooseInRowStep, tickInRowStep, typeInRowStep } from "./enter-in-row.ts";
import {
  attachStep,
  readFileStep,
  readPaperStep,
  saveDownloadStep,
  writeFileStep,
} from "./files.ts";
import { calculateStep, callSteps, guardedSteps, type PlaySteps, repeatSteps } from "./flow.ts";
import { logInStep } from "./log-in.ts";
import { openStep, pressInRowStep, pressStep } from "./press.ts";
import { expectRowStep, readInRowStep, readTableStep } from "./rows.ts";
import { checkScreen, type Scene } from "./scene.ts";
import { typeTableStep } from "./type-table.ts";

// biome-ignore lint/suspicious/noConfusingVoidType: a step that goes on simply returns.
type Going = Ending | void;

type Handler<K extends StepKind> = (
  scene: Scene,
  step: Extract<Step, { kind: K }>,
) => Promise<Going>;

/** Sentences that hold others are records of their own, and then those within them. */
type HolderKind = "if" | "repeat" | "guarded" | "call";
type Holder = Extract<Step, { kind: HolderKind }>;

const handlers: { readonly [K in Exclude<StepKind, HolderKind>]: Handler<K> } = {
  "log-in": logInStep,
  open: openStep,
  type: typeStep,
  choose: chooseStep,
  tick: tickStep,
  press: pressStep,
  "press-in-row": pressInRowStep,
  commit: commitStep,
  "expect-text": expectTextStep,
  "expect-value": expectValueStep,
  "expect-row": async (scene, step) => {
    if ((await expectRowStep(scene, step)) === "as-expected") return;
    const { table, column } = step.row;
    return { kind: "absent", error: runnerError.rowNotFound({ table, column }) };
  },
  "read-value": readValueStep,
  "read-in-row": readInRowStep,
  "read-table": readTableStep,
  "wait-text": waitTextStep,
  "wait-seconds": waitSecondsStep,
  "on-dialog": async (scene, step) => scene.stage.dialogs.declare(step),
  snapshot: snapshotStep,
  "ask-person": async (scene, step) => askStep(scene, step),
  "business-error": async (_scene, step) => {
    throw runnerError.declaredBusinessError({ message: step.message });
  },
  "type-in-row": typeInRowStep,
  "choose-in-row": chooseInRowStep,
  "tick-in-row": tickInRowStep,
  "type-table": typeTableStep,
  calculate: calculateStep,
  "read-paper": readPaperStep,
  "read-file": readFileStep,
  "write-file": writeFileStep,
  attach: attachStep,
  "save-download": saveDownloadStep,
};

/** Sentences of one case, rounds included: what no honest scenario reaches. */
const mostPlayed = 100_000;

export async function runSteps(
  scene: Scene,
  steps: readonly Step[],
  records: StepRecord[],
): Promise<Ending> {
  for (const step of steps) {
    scene.played += 1;
    if (scene.played > mostPlayed) throw runnerError.endless({ limit: mostPlayed });
    if (scene.rehearsal && !(await scene.rehearsal.before(step.sentence)))
      return { kind: "ended-by-person" };
    const ending = await runStep(scene, step, records);
    if (ending.kind !== "through") return ending;
  }
  return { kind: "through" };
}

async function runStep(scene: Scene, step: Step, records: StepRecord[]): Promise<Ending> {
  const startedAt = scene.clock.now().toISOString();
  const start = performance.now();
  const { at, sentence } = step;
  const note = (outcome: StepRecord["outcome"]): void => {
    const millis = Math.round(performance.now() - start);
    records.push({ at, sentence, startedAt, millis, foundBy: scene.foundBy, outcome });
    scene.log.info("runner.step", {
      line: at.line,
      kind: step.kind,
      millis,
      foundBy: scene.foundBy,
      outcome,
    });
  };
  scene.foundBy = null;
  try {
    const ending = await act(scene, step);
    note(ending.kind === "absent" ? "stopped" : "ok");
    await scene.rehearsal?.after();
    if (!isHolder(step)) return ending;
  } catch (error) {
    note("stopped");
    throw placed(scene, step, error);
  }
  try {
    return await hold(scene, step, (steps) => runSteps(scene, steps, records));
  } catch (error) {
    throw placed(scene, step, error);
  }
}

function isHolder(step: Step): step is Holder {
  return ["if", "repeat", "guarded", "call"].includes(step.kind);
}

function hold(scene: Scene, step: Holder, play: PlaySteps): Promise<Ending> {
  switch (step.kind) {
    case "if":
      return play(branchOf(scene, step));
    case "repeat":
      return repeatSteps(scene, step, play);
    case "guarded":
      return guardedSteps(scene, step, play);
    case "call":
      return callSteps(scene, step, play);
    default:
      return step satisfies never;
  }
}

async function act(scene: Scene, step: Step): Promise<Ending> {
  if (isHolder(step)) {
    if (step.kind === "if") branchOf(scene, step);
    return { kind: "through" };
  }
  const handler = handlers[step.kind] as Handler<typeof step.kind>;
  const ending: Ending = (await handler(scene, step as never)) ?? { kind: "through" };
  await stopForDialogs(scene, step);
  if (ending.kind === "absent") return { ...ending, error: placed(scene, step, ending.error) };
  return ending;
}

/** A window that came up during the step stops the case even when the step itself got through. */
async function stopForDialogs(scene: Scene, step: Step): Promise<void> {
  if (step.kind === "log-in" || step.kind === "commit" || step.kind === "on-dialog") return;
  checkScreen(scene, { frames: [], complete: true, text: "" });
}

/** Adds where in the scenario it happened; wraps what no room has named. */
function placed(scene: Scene, step: Step, error: unknown): BukaError {
  const known = isBukaError(error) ? error : unnamed(scene, error);
  if (known.place.step !== undefined) return known;
  const { file, line, column } = step.at;
  return new BukaError({
    code: known.code,
    kind: known.kind,
    retryable: known.retryable,
    what: known.message,
    next: known.next,
    place: { ...known.place, file, line, column, step: step.sentence },
    problems: known.problems,
    cause: known.cause ?? error,
  });
}

export function unnamed(scene: Scene, error: unknown): BukaError {
  if (!scene.stage.alive) return runnerError.browserGone({}, { cause: error });
  // First line only: what follows may quote values that were typed.
  const why = error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 120) : "?";
  return runnerError.unexpected({ why }, { cause: error });
}
