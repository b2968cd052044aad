/** Logs in once per session with what the vault hands out; a refusal ends all tries, so that no account gets locked. */
import type { Step } from "../../scenarios/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import { plainCaption } from "../find/match-caption.ts";
import type { Spot } from "../find/resolve.ts";
import { choicesMeant } from "../find/same-value.ts";
import type { Clickable, Control } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import type { TargetSystem } from "../play.ts";
import { logInCaptions, sectionButtons, sectionCaptions } from "../screen-words.ja.ts";
import { chooseAt } from "./enter.ts";
import { captionsOf } from "./locate.ts";
import {
  afterClick,
  inProductWords,
  markClick,
  patienceSeconds,
  type Scene,
  seek,
  sessionIsLost,
} from "./scene.ts";

interface LogInForm {
  readonly frame: LookFrame;
  readonly password: Spot<Control>;
  readonly user: Spot<Control>;
}

export async function logInStep(
  scene: Scene,
  step: Extract<Step, { kind: "log-in" }>,
): Promise<void> {
  await logIn(scene, step.system);
}

export async function logIn(scene: Scene, name: string): Promise<void> {
  const system = scene.systems.find((s) => s.name === name);
  if (!system) throw runnerError.unknownSystem({ system: name });
  if (await stillLoggedIn(scene, name)) {
    scene.foundBy = "session";
    return;
  }
  if (scene.session.refused.has(name)) throw runnerError.logInBlocked({ system: name });
  scene.session.current = null;
  const mark = scene.stage.traffic.mark();
  await scene.stage.goTo(system.url);
  if (scene.stage.traffic.since(mark).lost)
    throw runnerError.targetUnreachable({ system: name, host: new URL(system.url).host });
  const form = await seek(scene, ({ look, steady }) => (steady ? formOf(look) : null));
  if (!form) throw runnerError.logInFormMissing({ system: name, seconds: patienceSeconds(scene) });
  scene.session.formAddress = scene.stage.addressOf(form.frame);
  await sendForm(scene, system, form);
  scene.session.current = name;
  // The address counts only when the screen is there: what logs in sends the browser on, sometimes twice.
  await seek(scene, ({ steady }) => (steady ? true : null));
  scene.session.home = scene.stage.address;
  scene.foundBy = "log-in form";
}

async function stillLoggedIn(scene: Scene, name: string): Promise<boolean> {
  if (scene.session.current !== name || scene.stage.atStart) return false;
  return !sessionIsLost(scene, await scene.stage.look());
}

/** The password field identifies the form; the user name is the text field before it. */
function formOf(look: Look): LogInForm | null {
  for (const frame of look.frames) {
    const { controls } = frame.view;
    const at = controls.findIndex((c) => c.kind === "password" && c.enabled);
    const password = controls[at];
    const user = controls.slice(0, Math.max(at, 0)).findLast((c) => c.kind === "text" && c.enabled);
    if (password && user)
      return { frame, password: { frame, thing: password }, user: { frame, thing: user } };
  }
  return null;
}

async function sendForm(scene: Scene, system: TargetSystem, form: LogInForm): Promise<void> {
  const { stage } = scene;
  const { user, password, section } = await system.credentials();
  const chosen =
    section !== null &&
    (await chooseSection(scene, [form.frame], { system, section, must: false }));
  await (await stage.element(form.user)).fill(user);
  await (await stage.element(form.password)).fill(password);
  const button = buttonOf(scene, form.frame, logInCaptions) ?? onlyButton(form.frame);
  if (!button)
    throw runnerError.logInFormMissing({ system: system.name, seconds: patienceSeconds(scene) });
  markClick(scene);
  await stage.click(button);
  await afterClick(scene);
  await judge(scene, system);
  if (section !== null && !chosen) await chooseSectionScreen(scene, system, section);
}

/** A form that comes back, or a window that speaks up, is a refusal: there is no second try. */
async function judge(scene: Scene, system: TargetSystem): Promise<void> {
  const refuse = (): never => {
    scene.session.refused.add(system.name);
    throw runnerError.logInRefused({ system: system.name });
  };
  const start = performance.now();
  for (;;) {
    const dialog = scene.stage.dialogs.takeUndeclared();
    const look = await scene.stage.look();
    const since = scene.stage.traffic.since(scene.lastClick);
    if (dialog !== null) refuse();
    if (look.complete && formOf(look) === null && since.answers > 0) return;
    if (look.complete && formOf(look) !== null && since.answers > 0) refuse();
    if (performance.now() - start >= scene.patienceMillis) break;
    await scene.stage.settle(scene.patienceMillis, 60);
  }
  throw runnerError.logInUnanswered({ system: system.name, seconds: patienceSeconds(scene) });
}

/** Some products ask for the section (所属) on a screen of its own. */
async function chooseSectionScreen(
  scene: Scene,
  system: TargetSystem,
  section: string,
): Promise<void> {
  const look = await seek(scene, ({ look, steady }) => (steady ? look : null));
  if (!look) return;
  const chosen = await chooseSection(scene, look.frames, { system, section, must: true });
  const frame = chosen ? look.frames.find((f) => sectionField(scene, f) !== null) : undefined;
  const button = frame ? buttonOf(scene, frame, sectionButtons) : null;
  if (!button) return;
  markClick(scene);
  await scene.stage.click(button);
  await afterClick(scene);
}

async function chooseSection(
  scene: Scene,
  frames: readonly LookFrame[],
  want: { system: TargetSystem; section: string; must: boolean },
): Promise<boolean> {
  for (const frame of frames) {
    const field = sectionField(scene, frame);
    if (!field) continue;
    const { section, system } = want;
    if (choicesMeant(field.thing.choices, section).length !== 1) {
      if (want.must) throw runnerError.sectionNotFound({ system: system.name, section });
      return false;
    }
    await chooseAt(scene, field, { caption: captionsOf(field)[0] ?? "", wanted: section });
    return true;
  }
  return false;
}

function sectionField(scene: Scene, frame: LookFrame): Spot<Control> | null {
  const words = sectionCaptions.flatMap((w) => inProductWords(scene, w)).map(plainCaption);
  const thing = frame.view.controls.find(
    (c) =>
      (c.kind === "select" || c.kind === "radio-group") &&
      c.enabled &&
      c.names.some((n) => words.includes(plainCaption(n.text))),
  );
  return thing ? { frame, thing } : null;
}

function buttonOf(
  scene: Scene,
  frame: LookFrame,
  captions: readonly string[],
): Spot<Clickable> | null {
  const words = captions.flatMap((w) => inProductWords(scene, w)).map(plainCaption);
  const named = frame.view.clickables.filter(
    (c) => c.enabled && c.names.some((n) => words.includes(plainCaption(n.text))),
  );
  const inner = named.filter((c) => !named.some((o) => c.holds.includes(o.element)));
  const [thing] = inner;
  return thing && inner.length === 1 ? { frame, thing } : null;
}

function onlyButton(frame: LookFrame): Spot<Clickable> | null {
  const buttons = frame.view.clickables.filter((c) => c.button && c.enabled);
  const [thing] = buttons;
  return thing && buttons.length === 1 ? { frame, thing } : null;
}
