/**
 * 登録する, the one step that cannot be taken back: read back, journal, press exactly once, and then only believe the
 * success sign. From the press on every doubt is "in doubt"; nothing here ever presses twice.
 */
import type { Step } from "../../scenarios/index.ts";
import { pause } from "../browser/waiting.ts";
import type { Look } from "../find/look.ts";
import { containsText } from "../find/match-caption.ts";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";
import { locateButton } from "./locate.ts";
import { compareEntered, readBack } from "./read-back.ts";
import {
  markClick,
  patienceSeconds,
  type Rehearsal,
  refuseWhatTheScreenSays,
  type Scene,
  seek,
  sessionIsLost,
  shownOf,
} from "./scene.ts";
import { noticeOf, withoutValues } from "./screen-notice.ts";

/** The target may need longer to commit than a screen needs to appear. */
const patienceFactor = 3;

export async function commitStep(
  scene: Scene,
  step: Extract<Step, { kind: "commit" }>,
): Promise<Rehearsed | undefined> {
  if (scene.rehearsal !== null) return rehearse(scene, scene.rehearsal, step);
  const sign = scene.scenario.successSign;
  const { barrier } = scene;
  if (barrier === null) throw runnerError.lookUpCommits({});
  if (sign === null || sign.trim() === "") throw runnerError.noSuccessSign({});
  if (scene.pressed) throw runnerError.secondCommit({});
  await locateButton(scene, step.target, true);
  await readBack(scene);
  await refuseStaleSigns(scene, sign);
  await picture(scene, "before-commit");
  const { spot } = await locateButton(scene, step.target, true);
  const { caption } = step.target;
  const hidden = (cause: unknown): never => {
    throw runnerError.notPressed({ caption }, { cause });
  };
  const aimed = await scene.stage.aim(spot, scene.patienceMillis).catch(hidden);
  await barrier.beforePress();
  scene.stage.freshConnections();
  // Aimed again: what the journal took may have been long. Until here nothing has been pressed, provably.
  const { press } = await scene.stage.aimAgain(spot, aimed, scene.patienceMillis).catch(hidden);
  markClick(scene);
  scene.pressed = true;
  // A press that fails half-way counts as pressed; the screens tell what became of it.
  await press().catch(() => undefined);
  await awaitSign(scene, sign);
  scene.committed = true;
  await picture(scene, "after-commit");
  return undefined;
}

/** How a sentence ends that is only rehearsed. */
export interface Rehearsed {
  readonly kind: "rehearsed";
}

/** A rehearsal finds the button and compares, and ends here. It has no barrier: it could not press if it wanted to. */
async function rehearse(
  scene: Scene,
  rehearsal: Rehearsal,
  step: Extract<Step, { kind: "commit" }>,
): Promise<Rehearsed> {
  await locateButton(scene, step.target, true);
  rehearsal.fields = await compareEntered(scene);
  return { kind: "rehearsed" };
}

/** A sign or an error text that stands there before the press would be taken for the outcome. */
async function refuseStaleSigns(scene: Scene, sign: string): Promise<void> {
  const look = await seek(scene, ({ look, steady }) => (steady ? look : null));
  const text = look?.text ?? "";
  if (containsText(text, sign)) throw runnerError.signAlreadyShown({ text: sign });
  refuseWhatTheScreenSays(scene, text);
}

async function awaitSign(scene: Scene, sign: string): Promise<void> {
  const start = performance.now();
  const limit = scene.patienceMillis * patienceFactor;
  for (;;) {
    const verdict = await outcome(scene, sign);
    if (verdict === "committed") return;
    if (performance.now() - start >= limit) break;
    await pause(60);
  }
  const look = await scene.stage.look().catch(() => null);
  const notice = noticeOf(look?.text ?? "", scene.values);
  throw unknown(say.unknown.timeout(patienceSeconds(scene) * patienceFactor, notice));
}

function unknown(why: string): Error {
  return runnerError.outcomeUnknown({ why });
}

/** Throws a business error that the target showed instead of the sign, or "unknown" as soon as nothing more can come. */
async function outcome(scene: Scene, sign: string): Promise<"committed" | "open"> {
  const look = await scene.stage.look().catch(() => null);
  if (!look) throw unknown(say.unknown.browser);
  const dialog = scene.stage.dialogs.takeUndeclared();
  const text = dialog === null ? look.text : `${look.text}\n${dialog}`;
  const done = containsText(text, sign);
  const refused = shownOf(scene.dictionary.businessErrors, text);
  if (done && refused !== null) throw unknown(say.unknown.contradiction(refused));
  if (done) return "committed";
  if (refused !== null && (dialog !== null || look.complete))
    throw runnerError.businessError({ text: refused });
  if (look.complete || dialog !== null) refuseForNow(scene, text);
  if (dialog !== null) throw unknown(say.unknown.dialog(withoutValues(dialog, scene.values)));
  const stop = whatEndsIt(scene, look);
  if (stop !== null) throw unknown(stop);
  return "open";
}

/** "Not now" after the press is no proof that nothing was written: both end in doubt, a closed target ends the lane too. */
function refuseForNow(scene: Scene, text: string): void {
  const closed = shownOf(scene.dictionary.closedTexts, text);
  if (closed !== null) throw runnerError.targetClosed({ text: closed });
  const busy = shownOf(scene.dictionary.busyTexts, text);
  if (busy !== null) throw unknown(say.unknown.notNow(busy));
}

function whatEndsIt(scene: Scene, look: Look): string | null {
  const since = scene.stage.traffic.since(scene.lastClick);
  if (since.serverError !== null) return say.unknown.serverError(since.serverError);
  if (since.lost) return say.unknown.noReply;
  const stray = scene.stage.takeStray();
  if (stray !== null) return say.unknown.blocked(stray);
  if (look.complete && sessionIsLost(scene, look)) {
    scene.session.current = null;
    return say.unknown.session;
  }
  return look.frames.length === 0 && look.complete ? say.unknown.browser : null;
}

async function picture(scene: Scene, purpose: string): Promise<void> {
  if (scene.evidence.wants?.(purpose) === false) return;
  for (const png of await scene.stage.pictures()) await scene.evidence.picture(purpose, png);
}
