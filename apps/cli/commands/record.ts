/** `buka record`: a person works once in a browser, and a scenario (or its look-up) with questions to answer comes of it. */
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type Problem, renderProblems } from "../../../core/index.ts";
import { queueError, readTable } from "../../../queues/index.ts";
import {
  openRecording,
  type Recorded,
  type RecordedLine,
  type Recording,
  type ScreenDictionary,
  type TargetSystem,
} from "../../../runner/index.ts";
import { draftScenario, parseScenario, putLookUp } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace, workspaceFolder } from "../open-place.ts";
import { keyFieldsOf, recordWords, wishOf } from "../record-words.ja.ts";
import { replaceFile } from "../replace-file.ts";
import { addressOnly, isAddress } from "../target-address.ts";

export async function record(io: Io, call: Call): Promise<ExitCode> {
  const [where = ""] = call.words;
  const lookUpOnly = hasSwitch(call, "lookup");
  const file = lookUpOnly ? scenarioFile(io, call) : await freeFile(io, call);
  if (lookUpOnly) await readForLookUp(file, []);
  const sample = await sampleOf(io, call);
  if (isAddress(where)) return recordAt(io, call, { system: addressOnly(where), file, sample });
  return withPlace(io, call, async (place) => {
    const system = place.systemNamed(where);
    const { browser } = place.settings;
    return recordAt(io, call, {
      system,
      file,
      sample,
      ...(browser === null ? {} : { browserPath: browser }),
    });
  });
}

interface Wish {
  readonly system: TargetSystem;
  readonly file: string;
  readonly sample: Readonly<Record<string, string>> | null;
  readonly dictionary?: ScreenDictionary;
  readonly browserPath?: string;
}

function scenarioFile(io: Io, call: Call): string {
  const out = textOption(call, "out");
  const bot = textOption(call, "bot") ?? "recorded";
  return out === undefined
    ? join(workspaceFolder(io, call), "bots", bot, "scenario.yaml")
    : resolve(io.folder, out);
}

/** Nothing that is there is overwritten, and this is said before the work. */
async function freeFile(io: Io, call: Call): Promise<string> {
  const file = scenarioFile(io, call);
  if (await stat(file).catch(() => null)) throw cliError.fileThere({ file });
  return file;
}

async function sampleOf(io: Io, call: Call): Promise<Wish["sample"]> {
  const data = textOption(call, "case");
  if (data === undefined) return null;
  const bytes = await readFile(resolve(io.folder, data)).catch((cause: unknown) => {
    throw queueError.noTable({ file: data }, { cause });
  });
  const [first] = readTable(bytes, basename(data));
  if (!first) throw cliError.emptyCase({ file: data });
  return first;
}

async function recordAt(io: Io, call: Call, wish: Wish): Promise<ExitCode> {
  const drivePort = portOf(call);
  const hold = hasSwitch(call, "hold");
  const show = liveLines(io);
  const recording = await openRecording({
    ...wish,
    clock: io.clock,
    log: io.log,
    logIn: hasSwitch(call, "login"),
    hold,
    lookUpOnly: hasSwitch(call, "lookup"),
    headed: drivePort === null,
    ...(drivePort === null ? {} : { drivePort }),
    onChange: show,
  });
  io.err(hasSwitch(call, "lookup") ? recordWords.beginLookUp : recordWords.begin(hold));
  await untilEnd(io, recording);
  const recorded = await recording.finish();
  if (recorded.lines.length === 0) {
    io.out(io.json ? JSON.stringify({ file: null, lines: [] }) : recordWords.nothing);
    return exitCodes.ok;
  }
  return hasSwitch(call, "lookup")
    ? writeLookUp(io, call, wish, recorded)
    : write(io, call, wish, recorded);
}

function portOf(call: Call): number | null {
  const written = textOption(call, "drive-port");
  if (written === undefined) return null;
  const port = Number(written);
  if (!Number.isInteger(port) || port < 1024 || port > 65535) throw cliError.badPort({ written });
  return port;
}

/** Prints each sentence when it comes, and again when it has changed. */
function liveLines(io: Io): (lines: readonly RecordedLine[]) => void {
  let shown: readonly string[] = [];
  let offered = false;
  return (lines) => {
    const before = lines.filter((l) => !l.lookUp).length;
    const texts = lines.map((line, i) => {
      const number = line.lookUp ? i - before + 1 : i + 1;
      const sentence = recordWords.line(number, line.sentence ?? "", line.lookUp);
      return [sentence, ...line.questions.map(recordWords.question)].join("\n");
    });
    texts.forEach((text, i) => {
      if (text !== shown[i]) io.err(text);
    });
    shown = texts;
    if (offered || !lines.some((l) => l.step?.kind === "commit")) return;
    offered = true;
    io.err(recordWords.offerLookUp);
  };
}

/** Closing the browser, Enter, 「終わり」 or Ctrl+C ends the recording; an input that runs dry does not. */
function untilEnd(io: Io, recording: Recording): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  return new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      const wish = wishOf(line);
      if (wish === "end") resolve();
      if (wish === "look-up") {
        void recording.beginLookUp().then(() => io.err(recordWords.lookUpBegun));
      }
      if (wish !== "undo") return;
      recording.undo();
      io.err(recordWords.undone);
    });
    io.signal.addEventListener("abort", () => resolve(), { once: true });
    void recording.closed.then(resolve);
  }).finally(() => lines.close());
}

async function write(io: Io, call: Call, wish: Wish, recorded: Recorded): Promise<ExitCode> {
  const { file, system } = wish;
  const text = draftScenario({
    title: textOption(call, "title") ?? titleOf(recorded, system.name),
    owner: textOption(call, "owner") ?? null,
    systems: [system.name],
    files: filesOf(recorded),
    lines: recorded.lines.filter((l) => !l.lookUp),
    lookUp: recorded.lines.filter((l) => l.lookUp),
    commits: recorded.lines.some((l) => l.step?.kind === "commit"),
    successSign: recorded.successSign,
    keyFields: keyFieldsOf(recorded.fields),
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: "wx" }).catch((cause: unknown) => {
    throw cliError.noWritePlace({ file }, { cause });
  });
  const { problems } = parseScenario(text, basename(file));
  report(io, call, { wish, recorded, problems });
  return exitCodes.ok;
}

/** The scenario with the look-up in it. Throws when there is no such file, or when it has a look-up already. */
async function readForLookUp(file: string, lines: Recorded["lines"]): Promise<string> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw cliError.noScenarioForLookUp({ file }, { cause });
  });
  const whole = putLookUp(text, lines);
  if (whole === null) throw cliError.lookUpThere({ file });
  return whole;
}

async function writeLookUp(io: Io, call: Call, wish: Wish, recorded: Recorded): Promise<ExitCode> {
  const text = await readForLookUp(wish.file, recorded.lines);
  await replaceFile(wish.file, text);
  const { problems } = parseScenario(text, basename(wish.file));
  report(io, call, { wish, recorded, problems });
  return exitCodes.ok;
}

/** The screen that was opened last, else the system. */
function titleOf({ lines }: Recorded, system: string): string {
  const opened = lines.findLast((l) => !l.lookUp && l.step?.kind === "open")?.step;
  return (opened?.kind === "open" ? opened.path.at(-1) : undefined) ?? system;
}

/** 使うファイル */
function filesOf({ lines }: Recorded): readonly string[] {
  const names = lines.flatMap(({ step }) => {
    const file = step?.kind === "attach" || step?.kind === "save-download" ? step.file : null;
    return file?.flatMap((p) => (p.kind === "text" ? [p.text] : [])) ?? [];
  });
  return [...new Set(names)];
}

function report(
  io: Io,
  call: Call,
  done: { readonly wish: Wish; readonly recorded: Recorded; readonly problems: readonly Problem[] },
): void {
  const { wish, recorded, problems } = done;
  const { lines, fields, successSign } = recorded;
  if (io.json) {
    const shown = lines.map(({ sentence, questions, lookUp }) => ({ sentence, questions, lookUp }));
    io.out(JSON.stringify({ file: wish.file, lines: shown, fields, successSign, problems }));
    return;
  }
  const sentences = lines.filter((l) => l.sentence !== null).length;
  io.out(recordWords.written(wish.file, sentences, problems.length));
  if (problems.length > 0) io.out(`${recordWords.open}\n${renderProblems(problems)}`);
  const [where = ""] = call.words;
  if (isAddress(where)) io.out(recordWords.settings(wish.system.name, wish.system.url));
  if (textOption(call, "out") === undefined)
    io.out(recordWords.nextSteps(basename(dirname(wish.file))));
}
