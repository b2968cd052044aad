/** A recording (記録): a browser in which a person works once, and the sentences that come of it. */
import type { Clock, Log } from "../../core/index.ts";
import { type StepBody, writeSentence } from "../../scenarios/index.ts";
import { Stage } from "../browser/stage.ts";
import { pause } from "../browser/waiting.ts";
import type { Look } from "../find/look.ts";
import { emptyRequest } from "../inspect.ts";
import { newScene, newSession } from "../launch-player.ts";
import { runnerError } from "../messages.ja.ts";
import { emptyDictionary } from "../parse-screens.ts";
import type { ScreenDictionary, TargetSystem } from "../play.ts";
import { recordWords } from "../record-words.ja.ts";
import { logIn } from "../steps/log-in.ts";
import { caseValues } from "./case-values.ts";
import type { Happening } from "./gesture.ts";
import { type Entry, Notebook } from "./notebook.ts";
import { commitCaptionsOf, Presses } from "./presses.ts";
import { dialogMillis, type ScreenWatch, watchScreens } from "./watch-screens.ts";

/** How long the end of a recording waits for a screen that is still on its way. */
const lastAnswerMillis = 3_000;

/** What a recording needs from outside. */
export interface RecordingOptions {
  readonly system: TargetSystem;
  readonly clock: Clock;
  readonly log: Log;
  /** Words of this product's screens: which buttons commit, which are never pressed. */
  readonly dictionary?: ScreenDictionary;
  /** True: buka logs in with the vault; false: the person does. */
  readonly logIn: boolean;
  /** Values of a sample case by field; null = fields are called like the captions. */
  readonly sample: Readonly<Record<string, string>> | null;
  /** Only 照会手順 is recorded. */
  readonly lookUpOnly?: boolean;
  /** 登録 is written down and kept from the finance system. */
  readonly hold: boolean;
  readonly headed: boolean;
  readonly browserPath?: string;
  /** Port of the loopback by which another program works instead of a person (tests). */
  readonly drivePort?: number;
  /** Called after everything that happened, with all lines so far. */
  readonly onChange: (lines: readonly RecordedLine[]) => void;
}

/** A recorded sentence with what the clerk still has to decide; null = only the questions. */
export interface RecordedLine {
  readonly sentence: string | null;
  readonly questions: readonly string[];
  readonly step: StepBody | null;
  /** True: a sentence of 照会手順. */
  readonly lookUp: boolean;
}

/** What a recording has brought to light. */
export interface Recorded {
  readonly lines: readonly RecordedLine[];
  readonly successSign: string | null;
  /** Fields of the case that the sentences use, in order of their first use. */
  readonly fields: readonly string[];
}

/** A recording that is going on. */
export interface Recording {
  /** Resolves when the person has closed the browser. */
  readonly closed: Promise<void>;
  /** Takes the last sentence away. */
  undo(): void;
  /** What is done from here on belongs to 照会手順. */
  beginLookUp(): Promise<void>;
  /** Ends the recording and closes the browser. */
  finish(): Promise<Recorded>;
}

/** Opens the entrance of the system and watches. Throws BukaError RUN001–RUN003, RUN005, and those of logging in. */
export async function openRecording(options: RecordingOptions): Promise<Recording> {
  const { system, log } = options;
  if (!URL.canParse(system.url)) throw runnerError.unknownSystem({ system: system.name });
  const dictionary = options.dictionary ?? emptyDictionary();
  const stage = await Stage.open({
    allowedHosts: system.allowedHosts,
    refuseDialogs: [],
    personWorks: true,
    headed: options.headed,
    slowMillis: 0,
    browserPath: options.browserPath,
    clock: options.clock,
    log,
    ...(options.drivePort === undefined ? {} : { drivePort: options.drivePort }),
  });
  try {
    const values = caseValues(options.sample);
    const notebook = new Notebook(system.name, values, new Presses(dictionary));
    const all = (): readonly RecordedLine[] => [
      ...linesOf(notebook.entries, false),
      ...linesOf(notebook.lookUp, true),
    ];
    const take = (h: Happening): void => {
      notebook.take(h);
      options.onChange(all());
    };
    const hold = options.hold ? commitCaptionsOf(dictionary) : [];
    const watch = await watchScreens(stage.context, { hold, log, tell: take });
    await enter(stage, { options, dictionary, notebook, watch });
    if (options.lookUpOnly) notebook.startWithLookUp();
    options.onChange(all());
    return {
      closed: whenClosed(stage),
      undo: () => {
        notebook.undo();
        options.onChange(all());
      },
      async beginLookUp() {
        notebook.beginLookUp(await lastLook(stage, watch));
        options.onChange(all());
      },
      async finish() {
        const look = await lastLook(stage, watch);
        notebook.lookBack(look);
        notebook.closeLookUp(look);
        await stage.close();
        const { successSign } = notebook;
        return { lines: all(), successSign, fields: values.used() };
      },
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

async function enter(
  stage: Stage,
  at: {
    readonly options: RecordingOptions;
    readonly dictionary: ScreenDictionary;
    readonly notebook: Notebook;
    readonly watch: ScreenWatch;
  },
): Promise<void> {
  const { options, dictionary, notebook, watch } = at;
  const { system } = options;
  await stage.reset();
  if (!options.logIn) return stage.goTo(system.url);
  watch.pause(true);
  const player = { options: { ...options, systems: [system], dictionary }, stage };
  const session = newSession();
  await logIn(newScene({ ...player, session }, emptyRequest(system.name), null), system.name);
  watch.pause(false);
  notebook.loggedIn();
}

/** The screens now; what was told last when the person has closed them already. */
async function lastLook(stage: Stage, watch: ScreenWatch): Promise<Look> {
  if (!stage.alive) return watch.look();
  await pause(dialogMillis * 2);
  await stage.settle(lastAnswerMillis);
  const look = await stage.look().catch(() => watch.look());
  return look.frames.length > 0 ? look : watch.look();
}

/** The person closes the browser, or the last of its windows. */
function whenClosed(stage: Stage): Promise<void> {
  return new Promise((resolve) => {
    const { context } = stage;
    const look = (): void => {
      if (context.pages().every((p) => p.isClosed())) resolve();
    };
    context.on("close", () => resolve());
    for (const page of context.pages()) page.on("close", look);
    context.on("page", (page) => page.on("close", look));
  });
}

function linesOf(entries: readonly Entry[], lookUp: boolean): readonly RecordedLine[] {
  return entries.map(({ step, questions }) => {
    const sentence = step === null ? null : writeSentence(step);
    const lost = step !== null && sentence === null;
    return {
      step,
      lookUp,
      sentence,
      questions: lost ? [...questions, recordWords.unsaid(captionOf(step))] : questions,
    };
  });
}

function captionOf(step: StepBody): string {
  if ("target" in step) return step.target.caption;
  return "caption" in step ? step.caption : step.kind;
}
