/** Cells as clerks write them over one small book of several sheets; a value is right, or buka says that it has none. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type CellContent, calcBook, openCalculation } from "../../rules/index.ts";
import { writeXlsx } from "../support/xlsx-file.ts";

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

describe("tables", () => {
  const folder = mkdtempSync(join(tmpdir(), "buka-tables-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("have columns with brackets, blanks, # and quotes in their captions", async () => {
    const formulas: readonly (readonly [formula: string, expected: unknown])[] = [
      ["SUM(明細[金額（税込）])", 600],
      ["SUM(明細[単価'[円']])", 6],
      ["SUM(明細[件 数])", 18],
      ["COUNTA(明細['#番号])", 3],
      ["COUNTA(明細[[#All],['#番号]])", 4],
      ["COUNTA(明細[担当''者])", 3],
      ["SUM(明細[[金額（税込）]:[件 数]])", 624],
      ["INDEX(明細[#Headers],4)", "#番号"],
      ["SUMIFS(明細[金額（税込）],明細[担当''者],\"川\")", 200],
    ];
    const file = join(folder, "tables.xlsx");
    const rows = [
      ["金額（税込）", "単価[円]", "件 数", "#番号", "担当'者"],
      [100, 1, 5, "a", "山"],
      [200, 2, 6, "b", "川"],
      [300, 3, 7, "c", "海"],
    ];
    const cells = rows.flatMap((row, r) =>
      row.map((v, c) => [`${String.fromCharCode(65 + c)}${r + 1}`, v] as const),
    );
    const asked = formulas.map(([formula], i) => [`G${i + 1}`, { formula }] as const);
    const cols = rows[0]?.map(String) ?? [];
    writeXlsx(file, {
      sheets: { 表: Object.fromEntries([...cells, ...asked]) },
      tables: [{ name: "明細", sheet: "表", ref: "A1:E4", cols }],
    });
    const wanted = Object.fromEntries(formulas.map(([, value], i) => [`G${i + 1}`, value]));
    expect((await calcBook(file))["表"]).toEqual(wanted);
  });
});
