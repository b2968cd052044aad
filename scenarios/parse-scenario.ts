/** The front door of the language: text of a scenario.yaml in, plain data or every problem out. */
import { nearestWord, type Parsed, ProblemBook, readYamlTree, splitLines } from "../core/index.ts";
import { fieldsUsed } from "./fields-used.ts";
import { lintScenario } from "./lint-scenario.ts";
import { scenarioProblem } from "./messages.ja.ts";
import { type Header, readHeader } from "./read-header.ts";
import { readSteps } from "./read-steps.ts";
import type { Scenario, Step } from "./scenario.ts";

/**
 * Reads one scenario. All problems come together, in the order of the file: codes YML…, SCN0xx (language) and SCN2xx
 * (lint rules). Warnings do not fail it. `file` is the name shown in problems. Never throws.
 */
export function parseScenario(text: string, file: string): Parsed<Scenario> {
  const { node, problems } = readYamlTree(text, file);
  if (node === null) return { ok: false, problems };
  const lines = splitLines(text.replace(/^\uFEFF/u, ""));
  const book = new ProblemBook(file, lines);
  book.addAll(problems);
  if (node.kind !== "map") {
    book.add(scenarioProblem.notAScenario, {}, node.at);
    return { ok: false, problems: book.problems };
  }
  const scenario = readScenario(readHeader(node, book), { file, lines, book });
  if (book.hasErrors) return { ok: false, problems: book.problems };
  return { ok: true, value: scenario, problems: book.problems };
}

interface Desk {
  readonly file: string;
  readonly lines: readonly string[];
  readonly book: ProblemBook;
}

function readScenario(header: Header, { file, lines, book }: Desk): Scenario {
  header.checkVersion();
  const stepsOf = (name: "steps" | "lookup"): Step[] => {
    const part = header.node(name);
    return part === null ? [] : readSteps(part.node, part.key, book);
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
    steps: stepsOf("steps"),
    lookup: stepsOf("lookup"),
  };
  const systems = readSystems(header.list("systems"), [...base.steps, ...base.lookup], book);
  lintScenario({ ...base, lines, hasLookup: header.node("lookup") !== null }, book);
  return { ...base, systems, fieldsUsed: fieldsUsed(base) };
}

/** 使う画面; when it is left out, the systems that the steps log in to. */
function readSystems(
  declared: readonly string[],
  steps: readonly Step[],
  book: ProblemBook,
): readonly string[] {
  const logIns = steps.flatMap((step) => (step.kind === "log-in" ? [step] : []));
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
