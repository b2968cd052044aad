/** Scenarios that want to do harm are refused when they are read, at once and with a place. */
import { describe, expect, it } from "vitest";
import { renderProblems } from "../../core/index.ts";
import { evaluateFormula } from "../../rules/index.ts";
import { parseScenario } from "../../scenarios/index.ts";
import { maliciousFormulas, maliciousTexts } from "../support/malicious/texts.ts";

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
