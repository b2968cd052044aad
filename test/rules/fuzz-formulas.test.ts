/** A sample of the fuzz: whatever is typed as a formula gives a value, an Excel error, or a reason why not. */
import { expect, it } from "vitest";
import { fuzz, knownFormulas } from "../support/fuzz-run.ts";

it("2,000 fuzzed formulas neither crash nor run on", () => {
  const report = fuzz(7, 2_000, knownFormulas("."));
  expect(report.crashes).toEqual([]);
  expect(report.slow).toEqual([]);
  // All three ends must really be reached, otherwise the fuzz proves nothing.
  expect(Math.min(report.values, report.errors, report.refused)).toBeGreaterThan(100);
});
