/** Cells as clerks write them over one small book of several sheets; a value is right, or buka says that it has none. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CellContent, openCalculation } from "../../rules/index.ts";

const { sheets, cells } = JSON.parse(
  readFileSync(new URL("../fixtures/clerk-cells.json", import.meta.url), "utf8"),
) as {
  readonly sheets: Readonly<Record<string, readonly (readonly CellContent[])[]>>;
  readonly cells: readonly (readonly [formula: string, expected: unknown, source: string])[];
};

const isUnsupported = (v: unknown): boolean =>
  typeof v === "object" && v !== null && "unsupported" in v;

/** Numbers with relative tolerance 1e-9, everything else exactly. */
function same(got: unknown, expected: unknown): boolean {
  if (isUnsupported(expected)) return isUnsupported(got);
  if (typeof got === "number" && typeof expected === "number")
    return Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  return JSON.stringify(got) === JSON.stringify(expected);
}

describe("clerks' cells", () => {
  it("give what Excel gives, or are refused", () => {
    // All formulas stand side by side in the first row of their sheet.
    const book = openCalculation(
      [
        { name: "式", rows: [cells.map(([formula]) => ({ formula }))] },
        ...Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
      ],
      { clock: { now: () => new Date("2026-11-22T01:00:00Z") } },
    );
    const wrong = cells.flatMap(([formula, expected], col) => {
      const got = book.read("式", 0, col);
      const shown = `${formula} → ${JSON.stringify(got)} ≠ ${JSON.stringify(expected)}`;
      return same(got, expected) ? [] : [shown];
    });
    expect(wrong).toEqual([]);
  });

  it("name a source each", () => {
    expect(cells.filter(([, , source]) => !["LO", "MS", "refused"].includes(source))).toEqual([]);
    expect(cells.length).toBeGreaterThan(1000);
  });
});
