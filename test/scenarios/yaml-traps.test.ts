/** 330 generated files that YAML or a clerk gets wrong: each is answered with a line, a caret and what to write instead. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fixLines } from "../../apps/cli/fix-lines.ts";
import { type Problem, renderProblem } from "../../core/index.ts";
import { parseScenario } from "../../scenarios/index.ts";
import { type TrapFile, trapFiles } from "../support/yaml-trap-files.ts";

const path = join(import.meta.dirname, "../../scenarios/library/creditor-account/scenario.yaml");
const files = trapFiles(readFileSync(path, "utf8"));

interface Answer {
  readonly file: TrapFile;
  readonly problems: readonly Problem[];
  readonly millis: number;
}

let answers: readonly Answer[] = [];
beforeAll(() => {
  answers = files.map((file) => {
    const started = performance.now();
    const { problems } = parseScenario(file.text, "scenario.yaml");
    return { file, problems, millis: performance.now() - started };
  });
});

const namesOf = (wrong: readonly Answer[]): string[] =>
  wrong.map((a) => `${a.file.name}: ${a.problems.map((p) => `${p.code}@${p.at.line}`).join(" ")}`);

/** Names of files with only this much wrong with them: they look odd and mean what they say. */
const fine = new Set(["byte order mark", "CRLF", "leading zeros", "NO", "1e3"]);

describe("330 trap files", () => {
  it("are 330, each with another name", () => {
    expect(new Set(files.map((f) => f.name)).size).toBe(330);
  });

  it("are refused with an error, but for those that only look odd", () => {
    const accepted = answers.filter((a) => a.problems.every((p) => p.severity === "warning"));
    expect(namesOf(accepted.filter((a) => !fine.has(a.file.name)))).toEqual([]);
    expect(namesOf(answers.filter((a) => fine.has(a.file.name) && a.problems.length > 0))).toEqual(
      [],
    );
  });

  it("are told the line", () => {
    const lost = answers.filter(
      ({ file, problems }) => file.line !== null && !problems.some((p) => p.at.line === file.line),
    );
    expect(namesOf(lost)).toEqual([]);
  });

  it("get a caret, a sentence and what to write instead", () => {
    const bare = answers.flatMap(({ file, problems }) =>
      problems
        .filter(
          (p) =>
            // A file that is refused as a whole shows no line of it.
            (p.lineText !== "" && !/\|\s*\^/u.test(renderProblem(p))) ||
            (p.fix ?? "") === "" ||
            p.message === "",
        )
        .map((p) => `${file.name}: ${p.code}`),
    );
    expect(bare).toEqual([]);
  });

  it("are mended by buka fix where there is one way back", () => {
    const certain = files.filter((f) => f.mended !== null);
    expect(certain.length).toBeGreaterThanOrEqual(120);
    // Every third: each slip is there several times over.
    const wrong = certain.filter(
      (f, i) => i % 3 === 0 && fixLines(f.text, "scenario.yaml", parseScenario).text !== f.mended,
    );
    expect(wrong.map((f) => f.name)).toEqual([]);
  });

  it("are answered in time", () => {
    expect(namesOf(answers.filter((a) => a.millis > 5_000))).toEqual([]);
  });
});
