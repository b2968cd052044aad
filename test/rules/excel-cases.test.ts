/** The conformance list: what Japanese Excel shows for each formula. A value is right, or buka says that it has none. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CalcResult, type CalcResults, calcBook } from "../../rules/index.ts";
import { type TestBook, type TestCell, type TestTable, writeXlsx } from "../support/xlsx-file.ts";

interface ExcelCase {
  readonly id: number;
  readonly category: string;
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly fileFormula?: string;
  readonly array?: boolean;
  readonly expected: number | string | boolean | { readonly error: string };
}

const list = JSON.parse(
  readFileSync(new URL("../fixtures/excel-cases.json", import.meta.url), "utf8"),
) as {
  readonly fixture: {
    readonly sheets: Record<string, Record<string, TestCell>>;
    readonly names: Record<string, string>;
    readonly tables: readonly TestTable[];
  };
  readonly cases: readonly ExcelCase[];
};

function bookOfCases(): TestBook {
  const sheets: Record<string, Record<string, TestCell>> = { ...list.fixture.sheets };
  for (const c of list.cases) {
    const formula = c.fileFormula ?? c.formula.slice(1);
    sheets[c.sheet] = {
      ...sheets[c.sheet],
      [c.cell]: { formula, ...(c.array ? { array: c.cell } : {}) },
    };
  }
  return { sheets, names: list.fixture.names, tables: list.fixture.tables };
}

/** Numbers with relative tolerance 1e-9, everything else exactly. */
function same(got: CalcResult | undefined, expected: ExcelCase["expected"]): boolean {
  if (typeof got === "number" && typeof expected === "number") {
    return Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  }
  return JSON.stringify(got) === JSON.stringify(expected);
}

const unsupported = (v: CalcResult | undefined): boolean =>
  typeof v === "object" && "unsupported" in v;

describe("excel-cases.json", () => {
  const folder = mkdtempSync(join(tmpdir(), "buka-cases-"));
  let results: CalcResults = {};

  beforeAll(async () => {
    const path = join(folder, "cases.xlsx");
    writeXlsx(path, bookOfCases());
    results = await calcBook(path);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("never gives a wrong value", () => {
    const got = list.cases.map((c) => ({ ...c, got: results[c.sheet]?.[c.cell] }));
    const wrong = got.filter((c) => !same(c.got, c.expected) && !unsupported(c.got));
    const open = got.filter((c) => unsupported(c.got));
    const right = got.length - wrong.length - open.length;
    console.info(
      `excel-cases: ${right}/${got.length} right, ${open.length} refused (${open.map((c) => c.id).join(" ")})`,
    );
    expect(
      wrong.map(
        (c) => `${c.id} ${c.formula} → ${JSON.stringify(c.got)} ≠ ${JSON.stringify(c.expected)}`,
      ),
    ).toEqual([]);
    expect(right).toBe(list.cases.length);
  });
});
