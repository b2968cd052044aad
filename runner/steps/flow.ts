/** Sentences that hold others: rounds of a list, parts, what is done when something does not work; and calculations. */
import { isBukaError } from "../../core/index.ts";
import type { Remedy, RepeatOver, Step } from "../../scenarios/index.ts";
import { runnerError } from "../messages.ja.ts";
import type { Ending } from "./ending.ts";
import { rowsHeld } from "./held-rows.ts";
import { keepReading, type Scene, valueText } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** Plays a list of sentences; handed in, because sentences hold sentences. */
export type PlaySteps = (steps: readonly Step[]) => Promise<Ending>;

/** Rounds when the scenario names no limit. */
const usualRounds = 1_000;

export async function repeatSteps(
  scene: Scene,
  step: StepOf<"repeat">,
  play: PlaySteps,
): Promise<Ending> {
  const rounds = roundsOf(scene, step.over);
  const most = step.most ?? usualRounds;
  for (let number = 1; ; number += 1) {
    const round = rounds(number);
    if (round === null) return { kind: "through" };
    if (number > most && step.over.kind !== "times") throw runnerError.tooManyRounds({ most });
    const before = setRow(scene, round);
    const ending = await play(step.steps);
    before();
    if (ending.kind !== "through") return ending;
  }
}

type Row = Readonly<Record<string, string>>;

/** The values of a round by its number, null when there is no more. */
function roundsOf(scene: Scene, over: RepeatOver): (number: number) => Row | null {
  if (over.kind === "times") return (number) => (number <= over.count ? {} : null);
  if (over.kind === "while") return () => (holds(scene, over.condition) ? {} : null);
  const rows = rowsHeld(scene.values, over.field);
  if (rows === null) throw runnerError.notRows({ field: over.field });
  return (number) => rows[number - 1] ?? null;
}

/** {明細の品名} for this round; hands back what takes them away again. */
function setRow(scene: Scene, row: Row): () => void {
  const old = new Map(Object.keys(row).map((name) => [name, scene.values[name]] as const));
  Object.assign(scene.values, row);
  return () => {
    for (const [name, value] of old) {
      if (value === undefined) delete scene.values[name];
      else scene.values[name] = value;
    }
  };
}

/** True or false of a condition; throws when it is neither. */
export function holds(scene: Scene, condition: string): boolean {
  const answer = scene.evaluate(condition.replace(/^\s*[=\uFF1D]/u, ""), { ...scene.values });
  if (answer.kind === "uncomputable")
    throw runnerError.conditionUncomputable({ condition, why: answer.message });
  if (typeof answer.value === "string") throw runnerError.conditionNotTruth({ condition });
  return answer.value === true || (typeof answer.value === "number" && answer.value !== 0);
}

export async function calculateStep(scene: Scene, step: StepOf<"calculate">): Promise<void> {
  const answer = scene.evaluate(step.formula, { ...scene.values });
  if (answer.kind === "uncomputable")
    throw runnerError.notCalculated({ into: step.into, why: answer.message });
  // What was calculated is no reading of the screen: it belongs to this run only.
  scene.values[step.into] = written(answer.value);
}

/** As Excel shows a number in a plain cell: no exponents, at most 15 digits. */
function written(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : String(rounded);
}

/** A part sees the values it was given and nothing else, and hands back what it promises and nothing else. */
export async function callSteps(
  scene: Scene,
  step: StepOf<"call">,
  play: PlaySteps,
): Promise<Ending> {
  const given = Object.fromEntries(step.given.map((g) => [g.name, valueText(scene, g.value)]));
  const [values, readings] = [{ ...scene.values }, { ...scene.readings }];
  replace(scene.values, given);
  replace(scene.readings, {});
  let back: Record<string, string> = {};
  try {
    const ending = await play(step.steps);
    if (ending.kind !== "through") return ending;
    back = { ...scene.values };
  } finally {
    replace(scene.values, values);
    replace(scene.readings, readings);
  }
  for (const name of step.returns) {
    const value = Object.hasOwn(back, name) ? back[name] : undefined;
    if (value === undefined) throw runnerError.fieldMissing({ field: name });
    keepReading(scene, name, value);
  }
  return { kind: "through" };
}

function replace(record: Record<string, string>, by: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(record)) delete record[name];
  Object.assign(record, by);
}

const codesOf = (names: readonly (keyof typeof runnerError.table)[]): ReadonlySet<string> =>
  new Set(names.map((name) => runnerError.table[name].code));

/** Something is not on the screen: may be tried again, and passed over when the scenario says so. */
const absences = codesOf([
  "notFound",
  "notInRow",
  "disabled",
  "scopeNotFound",
  "choiceNotFound",
  "tableNotFound",
  "rowNotFound",
  "textMissing",
  "textPresent",
  "valueDiffers",
  "waitedInVain",
]);
/** May be tried again, but never passed over: the screen may hold half of something. */
const hiccups = codesOf(["typedDiffers", "targetBusy", "notPressed", "listIncomplete"]);

/** うまくいかないとき. Never after the press of 登録, and never for what a person must see (windows, strays, log-ins). */
export async function guardedSteps(
  scene: Scene,
  step: StepOf<"guarded">,
  play: PlaySteps,
): Promise<Ending> {
  for (let turn = 0; ; turn += 1) {
    const ending = await play(step.steps).catch(
      (error: unknown): Failed => ({
        kind: "failed",
        error,
      }),
    );
    // "Absent" is the answer of a look-up: it may be asked again, but only the caller may believe it.
    if (ending.kind !== "failed" && ending.kind !== "absent") return ending;
    const remedy = remedyFor(scene, step.remedy, { error: ending.error, turn });
    if (remedy === "again") continue;
    if (remedy !== null) return remedy;
    if (ending.kind === "absent") return ending;
    throw ending.error;
  }
}

interface Failed {
  readonly kind: "failed";
  readonly error: unknown;
}

/** What the scenario may do about a failure; null when nothing but stop. */
function remedyFor(
  scene: Scene,
  remedy: Remedy,
  failure: { readonly error: unknown; readonly turn: number },
): Ending | "again" | null {
  const { error, turn } = failure;
  if (!isBukaError(error) || scene.pressed) return null;
  const absent = absences.has(error.code);
  if (!absent && !hiccups.has(error.code)) return null;
  if (turn < remedy.retries) return "again";
  if (remedy.then === "ask-person") {
    return { kind: "ask", message: error.message, into: null, decides: "yes" };
  }
  const lookingUp = scene.barrier === null && scene.rehearsal === null;
  return remedy.then === "skip" && absent && !lookingUp ? { kind: "through" } : null;
}
