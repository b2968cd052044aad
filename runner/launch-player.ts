/** The player: one browser, one session per finance system, cases one after another; every ending named. */
import { type BukaError, type Clock, isBukaError, type Log } from "../core/index.ts";
import { evaluateFormula } from "../rules/index.ts";
import { flatSteps, type Scenario, type Step } from "../scenarios/index.ts";
import { Stage } from "./browser/stage.ts";
import { emptyRequest, inspect } from "./inspect.ts";
import { runnerError } from "./messages.ja.ts";
import type {
  ListOutcome,
  LookAheadPlayer,
  LookUpOutcome,
  PlayOutcome,
  PlayRequest,
  ScreenDictionary,
  StepRecord,
  TargetSystem,
} from "./play.ts";
import { preflight } from "./preflight.ts";
import { rehearse } from "./rehearse.ts";
import type { Ending } from "./steps/ending.ts";
import { rowsOfText } from "./steps/held-rows.ts";
import { logIn } from "./steps/log-in.ts";
import { runSteps, unnamed } from "./steps/run-steps.ts";
import type { Evaluate, Scene, Session } from "./steps/scene.ts";
import { keepStopPictures } from "./steps/stop-pictures.ts";

/** What a player needs from outside; paths and seconds have standards. */
export interface PlayerOptions {
  readonly systems: readonly TargetSystem[];
  readonly dictionary: ScreenDictionary;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows the browser window. */
  readonly headed?: boolean;
  /** Slows every action down so that a person can watch. */
  readonly slowMillis?: number;
  readonly browserPath?: string;
  /** How long to wait for something to appear; 10 when not said. */
  readonly patienceSeconds?: number;
  /** Reads conditions; the rules room does when not said. */
  readonly evaluate?: Evaluate;
}

/** Errors that mean "the target or the record says no": a person's list, never a retry. */
const businessCodes = new Set(
  (
    [
      "businessError",
      "declaredBusinessError",
      "textMissing",
      "textPresent",
      "valueDiffers",
      "rowPresent",
      "rowNotFound",
    ] as const
  ).map((name) => runnerError.table[name].code),
);

/** Starts a browser with nothing open. Throws BukaError (RUN001–RUN003) when there is none. */
export async function launchPlayer(options: PlayerOptions): Promise<LookAheadPlayer> {
  const stage = await Stage.open({
    allowedHosts: options.systems.flatMap((s) => s.allowedHosts),
    refuseDialogs: options.dictionary.businessErrors,
    headed: options.headed ?? false,
    slowMillis: options.slowMillis ?? 0,
    browserPath: options.browserPath,
    clock: options.clock,
    log: options.log,
  });
  const session = newSession();
  const inTurn = oneAtATime();
  const scene = (
    request: Omit<PlayRequest, "barrier">,
    barrier: PlayRequest["barrier"] | null,
  ): Scene => newScene({ options, stage, session }, request, barrier);
  return {
    play: (request) => inTurn(() => play(scene(request, request.barrier))),
    lookUp: (request) => inTurn(() => lookUp(scene(request, null))),
    rehearse: (request) => inTurn(() => rehearse(scene(request, null), request)),
    preflight: (request) => {
      const nothing = { picture: () => Promise.resolve() };
      const asked = { scenario: request.scenario, values: {}, evidence: nothing };
      return inTurn(() => preflight(scene(asked, null), request));
    },
    list: (request) => inTurn(() => list(scene(request, null))),
    inspect: (request) => inTurn(() => inspect(scene(emptyRequest(request.system), null), request)),
    browserPid: stage.pid,
    close: () => stage.close(),
  };
}

/** Nobody is logged in yet. */
export function newSession(): Session {
  return { current: null, home: null, formAddress: null, refused: new Set() };
}

/** One browser cannot play two cases at once: the second waits. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** What the sentences of one case share, at their beginning. */
export function newScene(
  player: { options: PlayerOptions; stage: Stage; session: Session },
  request: Omit<PlayRequest, "barrier">,
  barrier: PlayRequest["barrier"] | null,
): Scene {
  const { options, stage, session } = player;
  return {
    stage,
    session,
    barrier,
    rehearsal: null,
    dictionary: options.dictionary,
    systems: options.systems,
    scenario: request.scenario,
    values: Object.assign(
      Object.create(null) as Record<string, string>,
      sectionValues(options.systems, request.scenario),
      request.values,
    ),
    readings: {},
    evidence: request.evidence,
    files: request.files ?? null,
    papers: request.papers ?? null,
    evaluate: options.evaluate ?? ((f, v) => evaluateFormula(f, v, options.clock.now())),
    clock: options.clock,
    log: options.log,
    patienceMillis: (options.patienceSeconds ?? 10) * 1000,
    asked: new Map(),
    played: 0,
    entered: [],
    foundBy: null,
    pressed: false,
    committed: false,
    wantsWhole: false,
    lastClick: 0,
    stopPictures: [],
  };
}

/** 所属ごとの値 of the section that logs in. */
function sectionValues(systems: readonly TargetSystem[], scenario: Scenario): object {
  const sections = scenario.sectionValues;
  const name = systems.find((s) => s.section && Object.hasOwn(sections, s.section))?.section;
  return (name ? sections[name] : undefined) ?? {};
}

async function play(scene: Scene): Promise<PlayOutcome> {
  const steps: StepRecord[] = [];
  try {
    await scene.stage.reset();
    const ending = await runSteps(scene, scene.scenario.steps, steps);
    if (ending.kind === "through") return { kind: "done", values: scene.readings, steps };
    if (ending.kind === "absent") return await stopped(scene, ending.error, steps);
    if (ending.kind !== "ask") throw runnerError.unexpected({ why: ending.kind });
    const { message, into, decides } = ending;
    if (!scene.pressed) return { kind: "ask-person", message, into, decides, steps };
    return await stopped(scene, runnerError.asksPerson({}), steps);
  } catch (error) {
    return stopped(scene, isBukaError(error) ? error : unnamed(scene, error), steps);
  }
}

async function stopped(
  scene: Scene,
  error: BukaError,
  steps: readonly StepRecord[],
): Promise<PlayOutcome> {
  await keepStopPictures(scene);
  scene.log.warn("runner.stopped", {
    code: error.code,
    pressed: scene.pressed,
    committed: scene.committed,
  });
  const business = businessCodes.has(error.code);
  if (!scene.pressed) return { kind: business ? "business-error" : "system-error", error, steps };
  // After the press only a text that was declared as a refusal counts as one; all else is doubt.
  const refused = !scene.committed && error.code === runnerError.table.businessError.code;
  if (refused) return { kind: "business-error", error, steps };
  return { kind: "in-doubt", error: inDoubt(scene, error), steps };
}

function inDoubt(scene: Scene, error: BukaError): BukaError {
  const { outcomeUnknown, targetClosed } = runnerError.table;
  if (error.code === outcomeUnknown.code || error.code === targetClosed.code) return error;
  const facts = { why: error.message };
  const extra = { place: error.place, cause: error };
  return scene.committed
    ? runnerError.afterCommitFailed(facts, extra)
    : runnerError.outcomeUnknown(facts, extra);
}

function commits(steps: readonly Step[]): boolean {
  return flatSteps(steps).some((s) => s.kind === "commit");
}

async function lookUp(scene: Scene): Promise<LookUpOutcome> {
  const steps: StepRecord[] = [];
  const { lookup } = scene.scenario;
  try {
    if (lookup.length === 0) throw runnerError.noLookUp({});
    const ending = await lookOnly(scene, lookup, steps);
    if (ending.kind === "through") return { kind: "found", values: scene.readings, steps };
    if (ending.kind === "absent") return { kind: "not-found", steps };
    return { kind: "unknown", error: runnerError.asksPerson({}), steps };
  } catch (error) {
    await keepStopPictures(scene);
    return { kind: "unknown", error: isBukaError(error) ? error : unnamed(scene, error), steps };
  }
}

/** Sentences that may not commit, from a fresh screen of the system. */
async function lookOnly(
  scene: Scene,
  sentences: readonly Step[],
  steps: StepRecord[],
): Promise<Ending> {
  if (commits(sentences)) throw runnerError.lookUpCommits({});
  await scene.stage.reset();
  const [system] = scene.scenario.systems;
  if (system !== undefined && sentences[0]?.kind !== "log-in") await logIn(scene, system);
  return runSteps(scene, sentences, steps);
}

async function list(scene: Scene): Promise<ListOutcome> {
  const steps: StepRecord[] = [];
  const { listing } = scene.scenario;
  scene.wantsWhole = true;
  try {
    const ending = await lookOnly(scene, listing, steps);
    if (ending.kind === "absent") return { kind: "unknown", error: ending.error, steps };
    if (ending.kind !== "through")
      return { kind: "unknown", error: runnerError.asksPerson({}), steps };
    const tables = flatSteps(listing).flatMap((s) =>
      s.kind === "read-table" || s.kind === "read-file" ? [s.into] : [],
    );
    const rows = [...new Set(tables)].flatMap((name) => rowsOfText(scene.values[name] ?? "") ?? []);
    return { kind: "listed", rows, steps };
  } catch (error) {
    await keepStopPictures(scene);
    return { kind: "unknown", error: isBukaError(error) ? error : unnamed(scene, error), steps };
  }
}
