/** What the steps of one case share: the stage, the values, what was typed, and how to wait for something to be seen. */
import type { Clock, Log } from "../../core/index.ts";
import type { Scenario, Target, Value } from "../../scenarios/index.ts";
import type { Stage } from "../browser/stage.ts";
import { pause } from "../browser/waiting.ts";
import type { Look, LookFrame } from "../find/look.ts";
import { containsText, plainCaption } from "../find/match-caption.ts";
import type { Wanted } from "../find/resolve.ts";
import { runnerError } from "../messages.ja.ts";
import type {
  CommitBarrier,
  EvidenceSink,
  FileDoor,
  PaperDoor,
  PlannedField,
  ScreenDictionary,
  TargetSystem,
} from "../play.ts";
import { logInCaptions } from "../screen-words.ja.ts";
import { withoutValues } from "./screen-notice.ts";

/** Answer of the rules room to a condition. */
export type Evaluated =
  | { readonly kind: "value"; readonly value: string | number | boolean }
  | { readonly kind: "uncomputable"; readonly message: string };
/** Reads a condition (Excel formula, "=" optional) over the values of the case. Never throws for a bad formula. */
export type Evaluate = (formula: string, values: Record<string, string>) => Evaluated;

/** What does not end with a case: who is logged in, and where logging in was refused. */
export interface Session {
  current: string | null;
  /** Where logging in led to: the way back to the menu. */
  home: string | null;
  /** Address of the log-in form. */
  formAddress: string | null;
  readonly refused: Set<string>;
}

/** A value put into a field since the last 開く, to be read back before 登録. */
export interface Entered {
  readonly target: Target;
  readonly window: number;
  readonly as: "typed" | "chosen" | "ticked";
  /** Typed text, text of the option, or "true"/"false". */
  readonly expected: string;
}

/** What a rehearsal watches and keeps. */
export interface Rehearsal {
  /** False: the person does not want to go on. */
  before(sentence: string): Promise<boolean>;
  after(): Promise<void>;
  fields: readonly PlannedField[];
}

export interface Scene {
  readonly stage: Stage;
  readonly dictionary: ScreenDictionary;
  readonly systems: readonly TargetSystem[];
  readonly session: Session;
  readonly scenario: Scenario;
  /** Values of the case and what was read from the screen so far. */
  readonly values: Record<string, string>;
  /** Only what was read from the screen. */
  readonly readings: Record<string, string>;
  readonly evidence: EvidenceSink;
  /** Null in a look-up and in a rehearsal: nothing may be committed. */
  readonly barrier: CommitBarrier | null;
  /** Set in a rehearsal: sees every sentence, and takes what stands before 登録する. */
  readonly rehearsal: Rehearsal | null;
  readonly files: FileDoor | null;
  readonly papers: PaperDoor | null;
  readonly evaluate: Evaluate;
  readonly clock: Clock;
  readonly log: Log;
  readonly patienceMillis: number;
  /** How often each question was met so far. */
  readonly asked: Map<string, number>;
  /** Sentences played so far, rounds included. */
  played: number;
  entered: Entered[];
  /** How the thing of the running step was found. */
  foundBy: string | null;
  /** Set at the moment from which the one press may have happened. */
  pressed: boolean;
  /** Set when the success sign was seen. */
  committed: boolean;
  /** A list must be read whole (一覧手順): more pages stop it, no hits make it empty. */
  wantsWhole: boolean;
  /** Traffic mark of the last click: answers after it belong to it. */
  lastClick: number;
  /** Pictures drawn for an error that is about to be thrown. */
  stopPictures: readonly Uint8Array[];
}

export function patienceSeconds(scene: Scene): number {
  return Math.round(scene.patienceMillis / 1000);
}

export function valueText(scene: Scene, value: Value): string {
  return value
    .map((part) => (part.kind === "text" ? part.text : fieldText(scene, part.name)))
    .join("");
}

function fieldText(scene: Scene, field: string): string {
  const text = Object.hasOwn(scene.values, field) ? scene.values[field] : undefined;
  if (text === undefined) throw runnerError.fieldMissing({ field });
  return text;
}

export function keepReading(scene: Scene, name: string, text: string): void {
  scene.values[name] = text;
  scene.readings[name] = text;
}

/** Captions to look for, the product's words first. */
export function inProductWords(
  scene: Pick<Scene, "dictionary">,
  caption: string,
): readonly string[] {
  const plain = plainCaption(caption);
  const entry = Object.entries(scene.dictionary.captions).find(
    ([word]) => plainCaption(word) === plain,
  );
  return [...(entry?.[1] ?? []), caption];
}

export function wantedOf(scene: Scene, target: Target, exactOnly: boolean): Wanted {
  return {
    target,
    captions: inProductWords(scene, target.caption),
    scopes: target.scope === null ? [] : inProductWords(scene, target.scope),
    exactOnly,
  };
}

/** First text of a list that is in view. */
export function shownOf(texts: readonly string[], screen: string): string | null {
  return texts.find((t) => containsText(screen, t)) ?? null;
}

/** Stops for everything that makes a screen unusable: undeclared windows, strays, lost sessions. */
export function checkScreen(scene: Scene, look: Look): void {
  const dialog = scene.stage.dialogs.takeUndeclared();
  if (dialog !== null) {
    const known = shownOf(scene.dictionary.businessErrors, dialog);
    throw known === null
      ? runnerError.undeclaredDialog({ text: withoutValues(dialog, scene.values) })
      : runnerError.businessError({ text: known });
  }
  const stray = scene.stage.takeStray();
  if (stray !== null) throw runnerError.blockedHost({ host: stray });
  if (scene.stage.takeDownload()) throw runnerError.downloadRefused({});
  if (scene.session.current !== null && sessionIsLost(scene, look)) {
    const system = scene.session.current;
    scene.session.current = null;
    throw runnerError.sessionLost({ system });
  }
}

export function sessionIsLost(scene: Scene, look: Look): boolean {
  if (shownOf(scene.dictionary.sessionLost, look.text) !== null) return true;
  return look.frames.some((f) => isLogInForm(scene, f));
}

/** A secret field alone is no log-in form: it must be the known form, or have a button that logs in. */
function isLogInForm(scene: Scene, frame: LookFrame): boolean {
  if (!frame.view.controls.some((c) => c.kind === "password")) return false;
  if (scene.session.formAddress === scene.stage.addressOf(frame)) return true;
  const words = logInCaptions.flatMap((w) => inProductWords(scene, w)).map(plainCaption);
  return frame.view.clickables.some((c) =>
    c.names.some((n) => words.includes(plainCaption(n.text))),
  );
}

/** A look and how sure it is: `late` = waiting is over, `steady` = nothing more is expected to come. */
export interface Moment {
  readonly look: Look;
  readonly late: boolean;
  readonly steady: boolean;
}

/**
 * Looks again and again until `attempt` gives something, patience ends (null), or the screen says no (throws). `how`: as for
 * a look of the stage; only the first may be "calm".
 */
export async function seek<T>(
  scene: Scene,
  attempt: (moment: Moment) => T | null,
  how: "calm" | "fresh" | "anew" = "fresh",
): Promise<T | null> {
  const start = performance.now();
  for (let turn = 0; ; turn++) {
    await scene.stage.settle(scene.patienceMillis, 0);
    const look = await scene.stage.look(how === "calm" && turn > 0 ? "fresh" : how);
    checkScreen(scene, look);
    const waited = performance.now() - start;
    const late = waited >= scene.patienceMillis;
    // A picture that never finishes loading must not block a screen that is otherwise there.
    const steady = look.complete || waited >= scene.patienceMillis / 2;
    const got = attempt({ look, late, steady });
    if (got !== null) return got;
    if (look.complete) refuseWhatTheScreenSays(scene, look.text);
    // One look at a large page may take longer than all patience: the first that was too early is not the last.
    if (late && (look.complete || turn > 0)) return null;
    await pause(Math.min(80, 10 * 2 ** turn));
  }
}

/** Throws when the screen itself says no, not now, or closed. */
export function refuseWhatTheScreenSays(scene: Scene, text: string): void {
  const { businessErrors, busyTexts, closedTexts } = scene.dictionary;
  const refused = shownOf(businessErrors, text);
  if (refused !== null) throw runnerError.businessError({ text: refused });
  const busy = shownOf(busyTexts, text);
  if (busy !== null) throw runnerError.targetBusy({ text: busy });
  const closed = shownOf(closedTexts, text);
  if (closed !== null) throw runnerError.targetClosed({ text: closed });
}

/** After a click: waits for what it set off. */
export async function afterClick(scene: Scene): Promise<void> {
  await scene.stage.afterClick(scene.patienceMillis);
}

/** After a choice or a tick, which most screens leave without any effect: waits for what it set off, if anything. */
export async function afterInput(scene: Scene): Promise<void> {
  await scene.stage.afterClick(scene.patienceMillis, 0);
}

/** Before a click: answers from here on belong to it. */
export function markClick(scene: Scene): void {
  scene.lastClick = scene.stage.traffic.mark();
}
