/** One folder per problem code: what a clerk wrote, and what buka says about it. `npm run golden` rewrites. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderProblems } from "../../core/index.ts";
import { yamlProblem } from "../../core/messages.ja.ts";
import { parseScenario } from "../../scenarios/index.ts";
import { lintProblem, scenarioProblem } from "../../scenarios/messages.ja.ts";

const home = join(import.meta.dirname, "scenario-problems");
const folders = readdirSync(home).sort();

/** 部品 beside the scenario. */
function partsOf(folder: string): { file: string; text: string }[] {
  const parts = join(home, folder, "parts");
  if (!existsSync(parts)) return [];
  return readdirSync(parts).map((name) => ({
    file: `parts/${name}`,
    text: readFileSync(join(parts, name), "utf8"),
  }));
}

describe("problems of a scenario", () => {
  it.each(folders)("%s", async (folder) => {
    const text = readFileSync(join(home, folder, "scenario.yaml"), "utf8");
    const parsed = parseScenario(text, "scenario.yaml", { parts: partsOf(folder) });
    const codes = parsed.problems.map((p) => p.code.toLowerCase());
    expect(codes).toContain(folder.slice(0, 6));
    expect(parsed.ok).toBe(parsed.problems.every((p) => p.severity === "warning"));
    await expect(renderProblems(parsed.problems)).toMatchFileSnapshot(
      join(home, folder, "expected.txt"),
    );
  });
});

/** Codes that a text in a folder cannot show. */
const elsewhere = new Set([
  "YML001", // needs a file of megabytes: test/scenarios/hostile-text.test.ts
]);

describe("the golden folders", () => {
  const rows = Object.entries({ ...yamlProblem, ...scenarioProblem, ...lintProblem });
  it.each(rows.filter(([, row]) => !elsewhere.has(row.code)))("show %s", (name, row) => {
    const kebab = name.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`);
    expect(folders).toContain(`${row.code.toLowerCase()}-${kebab}`);
  });
});
