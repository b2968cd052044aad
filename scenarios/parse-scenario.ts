/** The front door of the language: text of a scenario.yaml in, plain data or every problem out. */
import {
  nearestWord,
  type Parsed,
  ProblemBook,
  readYamlTree,
  splitLines,
  type YamlMap,
} from "../core/index.ts";
import { fieldsUsed, firstUse } from "./fields-used.ts";
import { headerKeys } from "./header-table.ja.ts";
import { builtInFields } from "./keyword-words.ja.ts";
import { lintScenario } from "./lint-scenario.ts";
import { scenarioProblem } from "./messages.ja.ts";
import { type Part, PartShelf, type PartSource, readPart } from "./part-shelf.ts";
import { type Header, readHeader } from "./read-header.ts";
import { startReading } from "./read-steps.ts";
import type { Scenario, Step } from "./scenario.ts";
import { flatSteps } from "./step-tree.ts";
import { upgradeScenario } from "./upgrade-scenario.ts";

/** What a scenario may lean on. */
export interface ScenarioWorld {
  /** Files of the parts (部品) that it may call. */
  readonly parts?: readonly PartSource[];
}

/**
 * Reads one scenario. All problems come together, in the order of the file: codes YML…, SCN0xx (language) and SCN2xx
 * (lint rules). Warnings do not fail it. `file` is the name shown in problems. Older versions are lifted. Never throws.
 */
export function parseScenario(
  text: string,
  file: string,
  world: ScenarioWorld = {},
): Parsed<Scenario> {
  const { node, problems } = readYamlTree(text, file);
  if (node === null) return { ok: false, problems };
  const lines = splitLines(text.replace(/^\uFEFF/u, ""));
  const book = new ProblemBook(file, lines);
  book.addAll(problems);
  if (node.kind !== "map") {
    book.add(scenarioProblem.notAScenario, {}, node.at);
    return { ok: false, problems: book.problems };
  }
  const map = upgradeScenario(node, versionOf(node), book);
  const shelf = new PartShelf(world.parts ?? []);
  const scenario = readScenario(readHeader(map, book), { file, lines, book, shelf });
  book.addAll(shelf.problems);
  if (book.hasErrors) return { ok: false, problems: book.problems };
  return { ok: true, value: scenario, problems: book.problems };
}

/** Reads one part (部品): its own problems and those of the parts that it calls. Never throws. */
export function parsePart(text: string, file: string, world: ScenarioWorld = {}): Parsed<Part> {
  const shelf = new PartShelf(world.parts ?? []);
  const { part, problems } = readPart({ file, text }, shelf);
  const all = [...problems, ...shelf.problems];
  const broken = all.some((p) => p.severity === "error");
  return part === null || broken
    ? { ok: false, problems: all }
    : { ok: true, value: part, problems: all };
}

/** What stands behind 版; null when it is not there or no number. */
function versionOf(map: YamlMap): number | null {
  const key = headerKeys.find((row) => row.name === "version")?.key;
  const value = map.entries.find((e) => e.key === key)?.value;
  const text = value?.kind === "text" ? value.value.normalize("NFKC").trim() : "";
  return /^\d{1,3}$/u.test(text) ? Number(text) : null;
}

interface Desk {
  readonly file: string;
  readonly lines: readonly string[];
  readonly book: ProblemBook;
  readonly shelf: PartShelf;
}

function readScenario(header: Header, { file, lines, book, shelf }: Desk): Scenario {
  header.checkVersion();
  const ctx = startReading(book, shelf);
  const stepsOf = (name: "steps" | "lookup" | "listing"): Step[] => {
    const part = header.node(name);
    return part === null ? [] : ctx.steps(part.node, part.key);
  };
  const description = header.text("description");
  const base = {
    format: 1 as const,
    file,
    title: header.text("title") ?? "",
    ...(description === null ? {} : { description }),
    owner: header.text("owner") ?? "",
    stage: header.stage(),
    businessKey: header.names("businessKey"),
    manualMinutes: header.minutes(),
    successSign: header.text("successSign"),
    settleSeconds: header.seconds(),
    inputs: header.names("inputs"),
    files: header.list("files"),
    sectionValues: header.sections("sectionValues"),
    steps: stepsOf("steps"),
    lookup: stepsOf("lookup"),
    listing: stepsOf("listing"),
    totalFields: header.names("totalFields"),
  };
  const systems = readSystems(
    header.list("systems"),
    [...base.steps, ...base.lookup, ...base.listing],
    book,
  );
  lintScenario({ ...base, lines, hasLookup: header.node("lookup") !== null }, book);
  const given = checkSections(base.sectionValues, header, book);
  const used = fieldsUsed({ ...base, given });
  const steps = [...base.steps, ...base.lookup, ...base.listing];
  checkInputs(used, { inputs: base.inputs, steps }, header, book);
  return { ...base, systems, fieldsUsed: used };
}

/** Every section must give a value for each field that one of them gives; hands back those fields. */
function checkSections(
  sections: Scenario["sectionValues"],
  header: Header,
  book: ProblemBook,
): readonly string[] {
  const all = [...new Set(Object.values(sections).flatMap((values) => Object.keys(values)))];
  for (const [section, values] of Object.entries(sections)) {
    const names = all.filter((name) => !(name in values));
    if (names.length === 0) continue;
    book.add(scenarioProblem.sectionField, { section, names }, header.at("sectionValues"));
  }
  return all;
}

/** With 受け取る項目 declared, a misspelt {…} is found before the night. */
function checkInputs(
  used: readonly string[],
  { inputs, steps }: Pick<Scenario, "inputs" | "steps">,
  header: Header,
  book: ProblemBook,
): void {
  const listed = header.at("inputs");
  // A list that could not be read lacks names that it has.
  if (header.node("inputs") === null || book.hasLine(listed.line)) return;
  const known = [...inputs, ...Object.values(builtInFields)];
  for (const name of used.filter((n) => !known.includes(n))) noteUnknown(name, inputs);

  function noteUnknown(name: string, among: readonly string[]): void {
    const nearest = nearestWord(name, among);
    const use = firstUse(steps, name);
    const at = use?.at ?? listed;
    const fix = nearest === null || !use?.exact ? null : book.lineWith(at, `{${nearest}}`).trim();
    book.add(scenarioProblem.unknownInput, { name, nearest, fix }, at);
  }
}

/** 使う画面; when it is left out, the systems that the steps log in to. */
function readSystems(
  declared: readonly string[],
  steps: readonly Step[],
  book: ProblemBook,
): readonly string[] {
  const logIns = flatSteps(steps).flatMap((step) => (step.kind === "log-in" ? [step] : []));
  if (declared.length === 0) return [...new Set(logIns.map((step) => step.system))];
  for (const { system, at } of logIns.filter((step) => !declared.includes(step.system))) {
    const known = [...declared, system].join(", ");
    book.add(
      scenarioProblem.unknownSystem,
      { name: system, nearest: nearestWord(system, declared), known },
      at,
    );
  }
  return declared;
}
