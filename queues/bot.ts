/** Loads a bot (部下) from its folder and checks that its parts fit together: sentences, form, check book, screens. */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Parsed, Problem } from "../core/index.ts";
import { decodeText } from "../core/index.ts";
import { type Form, parseForm } from "../ocr/index.ts";
import { type CheckBook, openCheckBook } from "../rules/index.ts";
import { parseScreens, type ScreenDictionary } from "../runner/index.ts";
import { flatSteps, type PartSource, parseScenario, type Scenario } from "../scenarios/index.ts";
import { partsThatDoNotFit } from "./bot-fit.ts";
import { queueError } from "./messages.ja.ts";
import { openSiteMasters, type SiteMasters } from "./site-masters.ja.ts";

/** A bot whose parts have been read and fit together. */
export interface Bot {
  /** Folder name. */
  readonly name: string;
  readonly folder: string;
  /** sha256 (hex) over the names and bytes of scenario, form, book, screens and mapping. */
  readonly version: string;
  /** Everything that the version stands for, byte by byte: by path in a workspace ("bots/NAME/scenario.yaml", "parts/x.yaml"). */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly scenario: Scenario;
  /** Null when the bot takes rows only. */
  readonly form: Form | null;
  /** Forms of other papers (書類の名前.form.yaml), by the name in the sentences. */
  readonly papers: ReadonlyMap<string, Form>;
  /** Null when nothing is checked. */
  readonly book: CheckBook | null;
  /** A column of a master list ("シート名/列名") out of the check book or the lists of the site; null when there is none. */
  readonly masterColumn: (path: string) => readonly string[] | null;
  readonly dictionary: ScreenDictionary;
  /** Warnings of all parts. */
  readonly warnings: readonly Problem[];
}

export const scenarioFile = "scenario.yaml";
const parts = [scenarioFile, "form.yaml", "check.xlsx", "screens.yaml", "mapping.yaml"] as const;

/**
 * Loads the bot in `folder`. Throws BukaError QUE101 (no bot there) or QUE102 (faults; all of them in `problems`),
 * and RUL… when the check book cannot be opened. Without `masters` the lists of the workspace around it (masters/ beside bots/) serve.
 */
export async function loadBot(folder: string, masters?: SiteMasters): Promise<Bot> {
  const siteMasters = masters ?? (await openSiteMasters(join(folder, "..", "..", "masters")));
  const files = await readParts(folder);
  const scenarioBytes = files.get(scenarioFile);
  if (!scenarioBytes) throw queueError.noBot({ word: basename(folder), near: null, known: [] });
  const problems: Problem[] = [];
  const keep = <T>(parsed: Parsed<T>): T | null => {
    problems.push(...parsed.problems);
    return parsed.ok ? parsed.value : null;
  };
  const text = (bytes: Uint8Array, file: string): string => {
    const decoded = decodeText(bytes, file);
    problems.push(...decoded.problems);
    return decoded.ok ? decoded.value : "";
  };
  const name = basename(folder);
  const shown = (file: string): string => `${name}/${file}`;
  const scenario = keep(
    parseScenario(text(scenarioBytes, shown("scenario.yaml")), shown("scenario.yaml"), {
      parts: await readSharedParts(folder),
    }),
  );
  const formBytes = files.get("form.yaml");
  const form = formBytes
    ? keep(parseForm(text(formBytes, shown("form.yaml")), shown("form.yaml")))
    : null;
  const papers = new Map<string, Form>();
  for (const [file, bytes] of await readPaperForms(folder)) {
    const paper = keep(parseForm(text(bytes, shown(file)), shown(file)));
    if (paper) papers.set(file.slice(0, -paperEnding.length), paper);
  }
  const screensText = text(files.get("screens.yaml") ?? new Uint8Array(), shown("screens.yaml"));
  const dictionary = keep(parseScreens(screensText, shown("screens.yaml")));
  const book = files.has("check.xlsx") ? await openCheckBook(join(folder, "check.xlsx")) : null;
  const masterColumn = (path: string): readonly string[] | null =>
    book?.masterColumn(path) ?? siteMasters(path);
  if (scenario)
    problems.push(...partsThatDoNotFit({ scenario, form, papers, book, name, masterColumn }));
  if (!scenario || !dictionary || problems.some((p) => p.severity === "error")) {
    throw queueError.brokenBot(
      { bot: name, count: problems.filter((p) => p.severity === "error").length },
      { problems },
    );
  }
  return {
    name,
    folder,
    version: hashParts(new Map([...files, ...(await readPaperForms(folder))]), scenario),
    files: await botFiles(folder),
    scenario,
    form,
    papers,
    book,
    masterColumn,
    dictionary,
    warnings: problems,
  };
}

/** 部品 of the bot itself and of the workspace around it (parts/ beside bots/). Names and versions count, not places. */
export async function readSharedParts(botFolder: string): Promise<readonly PartSource[]> {
  const sources: PartSource[] = [];
  for (const folder of [join(botFolder, "parts"), join(botFolder, "..", "..", "parts")]) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((n) => /\.ya?ml$/iu.test(n)).sort()) {
      const decoded = decodeText(await readFile(join(folder, name)), name);
      if (decoded.ok) sources.push({ file: `parts/${name}`, text: decoded.value });
    }
  }
  return sources;
}

/**
 * All files that make up a bot's version, by their path in a workspace: "bots/NAME/…", and the shared parts ("parts/…"). A
 * `parts` folder of the bot itself comes along.
 */
async function botFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const home = `bots/${basename(folder)}`;
  const found = new Map<string, Uint8Array>();
  for (const [name, bytes] of [...(await readParts(folder)), ...(await readPaperForms(folder))])
    found.set(`${home}/${name}`, bytes);
  for (const [from, to] of [
    [join(folder, "parts"), `${home}/parts`],
    [join(folder, "..", "..", "parts"), "parts"],
  ] as const) {
    const names = await readdir(from).catch(() => []);
    for (const name of names.filter((n) => /\.ya?ml$/iu.test(n)))
      found.set(`${to}/${name}`, await readFile(join(from, name)));
  }
  return found;
}

const paperEnding = ".form.yaml";

/** Forms of the papers that come behind the form of the bot, sorted by name. */
async function readPaperForms(folder: string): Promise<Map<string, Uint8Array>> {
  const names = await readdir(folder).catch(() => []);
  const forms = new Map<string, Uint8Array>();
  for (const name of names.filter((n) => n.endsWith(paperEnding)).sort())
    forms.set(name.normalize("NFC"), await readFile(join(folder, name)));
  return forms;
}

async function readParts(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const part of parts) {
    const path = join(folder, part);
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) files.set(part, await readFile(path));
  }
  return files;
}

/** The sentences of called parts belong to the bot as much as its own: another text is another version. */
function hashParts(files: ReadonlyMap<string, Uint8Array>, scenario: Scenario): string {
  const hash = createHash("sha256");
  const calls = flatSteps([...scenario.steps, ...scenario.lookup, ...scenario.listing]).filter(
    (s) => s.kind === "call",
  );
  for (const { part, version, steps } of calls) hash.update(JSON.stringify([part, version, steps]));
  const papers = [...files.keys()].filter((name) => name.endsWith(paperEnding));
  for (const part of [...parts, ...papers]) {
    const bytes = files.get(part);
    if (bytes) hash.update(`${part}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** Names of the folders below `botsFolder` that hold a scenario.yaml, sorted. */
export async function listBots(botsFolder: string): Promise<readonly string[]> {
  const entries = await readdir(botsFolder, { withFileTypes: true }).catch(() => []);
  const names: string[] = [];
  for (const entry of entries) {
    const scenario = await stat(join(botsFolder, entry.name, scenarioFile)).catch(() => null);
    if (entry.isDirectory() && scenario?.isFile()) names.push(entry.name);
  }
  return names.sort();
}
