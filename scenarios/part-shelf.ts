/** The parts (部品) that scenarios may call: read when they are called, each name and version once. */
import {
  nearestWord,
  type Problem,
  ProblemBook,
  readYamlTree,
  splitLines,
  type YamlMap,
} from "../core/index.ts";
import { fieldsOf, firstUse } from "./fields-used.ts";
import { headerKeys } from "./header-table.ja.ts";
import { lintPart } from "./lint-scenario.ts";
import { scenarioProblem } from "./messages.ja.ts";
import { readHeader } from "./read-header.ts";
import { startReading } from "./read-steps.ts";
import type { Reading } from "./reading.ts";
import type { Step } from "./scenario.ts";

/** Text of one part file; `file` is the name shown in problems. */
export interface PartSource {
  readonly file: string;
  readonly text: string;
}

/** A part that can be called. */
export interface Part {
  readonly title: string;
  readonly version: number;
  readonly inputs: readonly string[];
  readonly returns: readonly string[];
  readonly steps: readonly Step[];
}

export type PartAnswer =
  | { readonly kind: "part"; readonly part: Part }
  | { readonly kind: "unknown"; readonly nearest: string | null }
  | { readonly kind: "no-version"; readonly versions: readonly number[] }
  | { readonly kind: "circle"; readonly trail: readonly string[] }
  /** It has faults of its own; they are among `problems`. */
  | { readonly kind: "broken"; readonly file: string };

interface Entry {
  readonly source: PartSource;
  readonly title: string;
  readonly version: number;
}

const partKey = headerKeys.find((row) => row.name === "part")?.key ?? "";
const partLine = new RegExp(`^\uFEFF?${partKey}\\s*[:\uFF1A]`, "mu");

/** True for the text of a part (部品): it says so at the start of a line. */
export function isPartText(text: string): boolean {
  return partLine.test(text);
}

/** All parts in reach of one scenario. */
export class PartShelf {
  readonly #entries: readonly Entry[];
  readonly #read = new Map<Entry, PartAnswer>();
  readonly #trail: Entry[] = [];
  readonly #problems: Problem[] = [];

  constructor(sources: readonly PartSource[]) {
    this.#entries = sources.flatMap(titleOf);
  }

  /** Problems of the parts that were asked for. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  find(title: string, version: number): PartAnswer {
    const called = title.normalize("NFKC").trim();
    const named = this.#entries.filter((e) => e.title === called);
    if (named.length === 0) {
      const nearest = nearestWord(
        called,
        this.#entries.map((e) => e.title),
      );
      return { kind: "unknown", nearest };
    }
    const entry = named.find((e) => e.version === version);
    if (entry === undefined) {
      const versions = named.map((e) => e.version).sort((a, b) => a - b);
      return { kind: "no-version", versions };
    }
    if (this.#trail.includes(entry))
      return { kind: "circle", trail: [...this.#trail.map((e) => e.title), entry.title] };
    return this.#read.get(entry) ?? this.#open(entry);
  }

  #open(entry: Entry): PartAnswer {
    this.#trail.push(entry);
    const { part, problems } = readPart(entry.source, this);
    this.#trail.pop();
    this.#problems.push(...problems);
    const answer: PartAnswer =
      part === null ? { kind: "broken", file: entry.source.file } : { kind: "part", part };
    this.#read.set(entry, answer);
    return answer;
  }
}

/** Name and version only; files that are no parts are nobody's business here. */
function titleOf(source: PartSource): Entry[] {
  const { node } = readYamlTree(source.text, source.file);
  if (node?.kind !== "map") return [];
  const header = readHeader(node, new ProblemBook(source.file, []), "part");
  const title = header.text("part");
  if (title === null) return [];
  return [{ source, title: title.normalize("NFKC"), version: header.number("partVersion") }];
}

/** Reads a whole part; `part` is null when it has errors. */
export function readPart(
  source: PartSource,
  shelf: PartShelf,
): { part: Part | null; problems: readonly Problem[] } {
  const { node, problems } = readYamlTree(source.text, source.file);
  const book = new ProblemBook(source.file, splitLines(source.text.replace(/^\uFEFF/u, "")));
  book.addAll(problems);
  if (node === null) return { part: null, problems };
  if (node.kind !== "map") {
    book.add(scenarioProblem.notAScenario, {}, node.at);
    return { part: null, problems: book.problems };
  }
  const part = partOf(node, startReading(book, shelf));
  return { part: book.hasErrors ? null : part, problems: book.problems };
}

function partOf(map: YamlMap, ctx: Reading): Part {
  const { book } = ctx;
  const header = readHeader(map, book, "part");
  header.checkVersion();
  const list = header.node("steps");
  const part: Part = {
    title: header.text("part") ?? "",
    version: header.number("partVersion"),
    inputs: header.names("inputs"),
    returns: header.names("returns"),
    steps: list === null ? [] : ctx.steps(list.node, list.key),
  };
  lintPart(part.steps, book);
  const { used, known } = fieldsOf(part.steps);
  for (const name of used.filter((n) => !part.inputs.includes(n))) {
    const nearest = nearestWord(name, part.inputs);
    const at = firstUse(part.steps, name)?.at ?? header.at("inputs");
    book.add(scenarioProblem.unknownInput, { name, nearest, fix: null }, at);
  }
  for (const name of part.returns.filter((n) => !known.has(n)))
    book.add(scenarioProblem.notReturned, { name }, header.at("returns"));
  return part;
}
