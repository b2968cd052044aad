/** Cells that engines like to get wrong, each with who says what is right; a value is right, or buka says that it has none. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calculated, type Rows } from "./support/one-formula.ts";

interface Table {
  readonly rows: Rows;
  readonly cells: readonly (readonly [formula: string, expected: unknown, source: string])[];
}

const { tables } = JSON.parse(
  readFileSync(new URL("../fixtures/tricky-cells.json", import.meta.url), "utf8"),
) as { readonly tables: readonly Table[] };

/** Numbers with relative tolerance 1e-9, everything else exactly. */
function same(got: unknown, expected: unknown): boolean {
  if (typeof got === "number" && typeof expected === "number")
    return Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  return JSON.stringify(got) === JSON.stringify(expected);
}

const isUnsupported = (v: unknown): boolean =>
  typeof v === "object" && v !== null && "unsupported" in v;

describe.each(tables)("tricky cells", ({ rows, cells }) => {
  it("give what Excel gives, or are refused", () => {
    const wrong = cells.flatMap(([formula, expected, source]) => {
      const got = calculated(formula, rows);
      const right = isUnsupported(expected) ? isUnsupported(got) : same(got, expected);
      return right
        ? []
        : [`${formula} → ${JSON.stringify(got)} ≠ ${JSON.stringify(expected)} (${source})`];
    });
    expect(wrong).toEqual([]);
  });

  it("name a source each", () => {
    expect(cells.filter(([, , source]) => !["LO", "MS", "refused"].includes(source))).toEqual([]);
  });
});
