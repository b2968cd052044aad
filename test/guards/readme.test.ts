/** What README and the docs promise is there: the example parses, commands exist, links lead somewhere. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../scenarios/index.ts";
import { filesUnder, readText, root } from "./support/product-files.ts";

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...filesUnder("docs").filter((path) => path.endsWith(".md")),
].map((path) => ({ path, text: readText(path) }));

// The first screen shows the sentences only; a real file opens with these lines.
const header = "題名: 例\n持ち主: 例\n使う画面: [財務会計]\n取り違え防止の鍵: [口座番号]\n";
const wholeScenario = (example: string): string =>
  example.startsWith("手順:") ? `${header}${example}` : example;

const readmes = pages.filter(({ path }) => path.startsWith("README"));

describe.each(readmes)("$path", ({ path, text }) => {
  const examples = [...text.matchAll(/```ya?ml\n([\s\S]*?)```/gu)].map((m) => m[1] ?? "");
  const scenarios = examples.filter((example) => example.includes("手順:"));

  it.runIf(path === "README.md")("shows a scenario", () => {
    expect(scenarios).not.toEqual([]);
  });

  it("shows only scenarios that parse without a fault", () => {
    const faults = scenarios.flatMap(
      (example) => parseScenario(wholeScenario(example), path).problems,
    );
    expect(faults.filter((fault) => fault.severity === "error")).toEqual([]);
  });
});

describe.each(pages)("$path", ({ path, text }) => {
  const prose = text.replace(/```[\s\S]*?```/gu, "");

  it("links only to files that are there", () => {
    const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)].map((m) => m[1] ?? "");
    const own = links.filter((link) => !/^[a-z]+:/u.test(link));
    expect(own.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it("names only npm scripts that are there", () => {
    const scripts = Object.keys(JSON.parse(readText("package.json")).scripts);
    const named = [...text.matchAll(/npm run ([\w:-]+)/gu)].map((m) => m[1] ?? "");
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
