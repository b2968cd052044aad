/** Pre-flight (朝の点検): walks the screens that menus lead to, writes nothing, and says what the sentences would find there. */
import { isBukaError } from "../core/index.ts";
import type { Step, Target } from "../scenarios/index.ts";
import type { Look } from "./find/look.ts";
import { captionDistance, plainCaption } from "./find/match-caption.ts";
import { clickableSpots, clickOrder, controlSpots, fieldOrder, resolve } from "./find/resolve.ts";
import type { Control, Name } from "./find/view.ts";
import type { PreflightFinding, PreflightOutcome, PreflightRequest } from "./play.ts";
import { runSteps, unnamed } from "./steps/run-steps.ts";
import { type Scene, seek, wantedOf } from "./steps/scene.ts";

/** A thing that a sentence names. */
interface Named {
  readonly step: Step;
  readonly target: Target;
  readonly as: "field" | "button" | "commit";
}

/** Only log-ins and menus are played; what stands behind a button that has to be pressed is not looked at. */
export async function preflight(
  scene: Scene,
  request: PreflightRequest,
): Promise<PreflightOutcome> {
  const walk: Walk = { findings: [], unseen: 0, inView: true };
  const { findings } = walk;
  try {
    await scene.stage.reset();
    for (const step of request.scenario.steps) await visit(scene, step, walk);
    return { kind: "walked", findings, unseen: walk.unseen };
  } catch (error) {
    const stopped = isBukaError(error) ? error : unnamed(scene, error);
    return { kind: "stopped", error: stopped, findings, unseen: walk.unseen };
  }
}

interface Walk {
  readonly findings: PreflightFinding[];
  unseen: number;
  /** False behind a button that was not pressed, until the next menu. */
  inView: boolean;
}

async function visit(scene: Scene, step: Step, walk: Walk): Promise<void> {
  if (step.kind === "log-in" || step.kind === "open") {
    const ending = await runSteps(scene, [step], []);
    if (ending.kind === "absent") throw ending.error;
    walk.inView = true;
    return;
  }
  const names = namesOf(step);
  if (!walk.inView) {
    walk.unseen += names.length;
    return;
  }
  for (const named of names) walk.findings.push(await lookFor(scene, named));
  walk.inView = !leavesTheScreen(step);
}

const leavesTheScreen = (step: Step): boolean =>
  ["press", "press-in-row", "commit", "save-download", "call", "repeat", "guarded"].includes(
    step.kind,
  );

/** What the sentence names; of もし both roads, as long as no button is pressed on them. */
function namesOf(step: Step): readonly Named[] {
  switch (step.kind) {
    case "type":
    case "choose":
    case "tick":
    case "attach":
      return [{ step, target: step.target, as: "field" }];
    case "type-table":
      return step.rows.map(({ target }) => ({ step, target, as: "field" as const }));
    case "press":
    case "save-download":
      return [{ step, target: step.target, as: "button" }];
    case "commit":
      return [{ step, target: step.target, as: "commit" }];
    case "if":
      return [...step.then, ...step.otherwise].flatMap(namesOf);
    default:
      return [];
  }
}

/** Fields of any state: what is grey now may open up after the first value. */
const takesValue = (c: Control): boolean => c.kind !== "shown" && c.kind !== "password";

async function lookFor(scene: Scene, named: Named): Promise<PreflightFinding> {
  let last: Look | null = null;
  const found = await seek(scene, ({ look, steady }) => {
    last = look;
    if (!steady) return null;
    const hit = hitOf(scene, look, named);
    return hit.kind === "none" ? null : hit;
  });
  const { step, target } = named;
  const common = { at: step.at, sentence: step.sentence, caption: target.caption };
  if (found?.kind === "one")
    return { ...common, verdict: "found", foundBy: found.foundBy, proposal: null };
  if (found) return { ...common, verdict: "several", foundBy: found.foundBy, proposal: null };
  const proposal = last === null ? null : propose(scene, last, named);
  return { ...common, verdict: "missing", foundBy: null, proposal };
}

function hitOf(scene: Scene, look: Look, { target, as }: Named) {
  const wanted = wantedOf(scene, target, as === "commit");
  return as === "field"
    ? resolve(controlSpots(look, takesValue), wanted, fieldOrder)
    : resolve(clickableSpots(look), wanted, clickOrder);
}

/** Letters that may differ between the sentence and what the screen says now. */
const farthest = 2;

/** 直し候補: the one nearest caption of the same kind of thing. Never for what 登録する presses. */
function propose(scene: Scene, look: Look, { target, as }: Named): PreflightFinding["proposal"] {
  if (as === "commit") return null;
  const spots = as === "field" ? controlSpots(look, takesValue) : clickableSpots(look);
  const taken = new Set(Object.keys(scene.dictionary.captions).map(plainCaption));
  const wanted = plainCaption(target.caption);
  const names = spots.flatMap((s) =>
    s.thing.names.filter((n: Name) => plainCaption(n.text) !== ""),
  );
  const near = names
    .map((n) => ({ caption: plainCaption(n.text), distance: captionDistance(wanted, n.text) }))
    .filter((n) => n.distance <= farthest && n.distance < wanted.length && !taken.has(n.caption))
    .sort((a, b) => a.distance - b.distance);
  const [best] = near;
  const rival = near.find((n) => n.caption !== best?.caption && n.distance === best?.distance);
  return best === undefined || rival !== undefined ? null : best;
}
