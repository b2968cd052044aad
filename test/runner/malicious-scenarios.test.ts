/** All that wants to do harm (domain.md): sentences, formulas and screens. Each is refused or reaches nobody; none escapes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderProblems } from "../../core/index.ts";
import { evaluateFormula } from "../../rules/index.ts";
import { parseScenario } from "../../scenarios/index.ts";
import { loudEscapes, quietEscapes } from "../support/malicious/pages.ts";
import { maliciousFormulas, maliciousTexts } from "../support/malicious/texts.ts";
import { addFront, type OldSystem, page, redirect, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

const quiet = Object.keys(quietEscapes);
const loud = Object.keys(loudEscapes);

it("are at least 80 scenarios", () => {
  const scenarios = [...maliciousTexts, ...maliciousFormulas, ...quiet, ...loud];
  expect(scenarios.length).toBeGreaterThanOrEqual(80);
  const names = [...maliciousTexts.map((m) => m.name), ...quiet, ...loud];
  expect(new Set(names).size).toBe(names.length);
});

describe("a malicious scenario", () => {
  it.each(maliciousTexts.map((m) => [m.name, m] as const))("that %s is refused", (_name, m) => {
    const started = performance.now();
    const parsed = parseScenario(m.text, "s.yaml");
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(parsed.ok).toBe(false);
    const errors = parsed.problems.filter((p) => p.severity === "error").map((p) => p.code);
    expect(m.codes.some((code) => errors.includes(code))).toBe(true);
    // What it holds can neither steer the terminal nor forge lines of a log.
    expect(renderProblems(parsed.problems)).not.toMatch(/[\u0007\u202e\u001b]/u);
  });
});

describe("a formula that reaches outside", () => {
  it.each(maliciousFormulas)("%s has no value", (formula) => {
    expect(evaluateFormula(formula, { 番号: "1" }).kind).toBe("uncomputable");
  });
});

describe("a screen that wants to talk to another host", () => {
  let system: OldSystem;
  let sink: OldSystem;
  let bench: Bench;

  beforeAll(async () => {
    system = await startOldSystem();
    sink = await startOldSystem();
    addFront(system, ["静かな画面", ...loud]);
    const to = (name: string) => ({ there: sink.url, here: system.url, path: `/${name}` });
    const markups = Object.entries(quietEscapes).map(([name, markup]) => markup(to(name)));
    system.pages.set("/s0", page("静か", `<p>本文</p>${markups.join("\n")}`));
    system.pages.set("/on", (_hit, res) => redirect(res, `${sink.url}/sent-on`));
    loud.forEach((name, i) => {
      system.pages.set(`/s${i + 1}`, page(name, loudEscapes[name]?.(to(name)) ?? ""));
    });
    bench = await openBench(system, { patienceSeconds: 1 });
  }, 60_000);

  afterAll(async () => {
    await bench?.player.close();
    await system?.close();
    await sink?.close();
  });

  it("by itself reaches nobody, and the page stays usable", async () => {
    const outcome = await bench.play(["「静かな画面」を開く", "「本文」と出ることを確かめる"]);
    expect(endOf(outcome)).toBe("done");
    expect([sink.hits, sink.connections()]).toEqual([[], 0]);
  }, 40_000);

  it.each(loud)(
    "%s: the case stops, and nothing arrives",
    async (name) => {
      const outcome = await bench.play([
        `「${name}」を開く`,
        "「行く」を押す",
        "「着いた」と出ることを確かめる",
      ]);
      expect(outcome.kind).not.toBe("done");
      expect([sink.hits, sink.connections()]).toEqual([[], 0]);
    },
    40_000,
  );
});
