/** A table of form.yaml: cells become fields in a grid, and what is printed into them is read back with its totals. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPageReader, type Form, parseForm, printForm } from "../../ocr/index.ts";

function formOf(rows: readonly string[], columns: readonly string[], totals = ""): Form {
  const listed = columns.map((c) => `      - 名前: ${c}\n        種類: 金額\n`).join("");
  const text = `版: 1\n様式番号: HYO-01\n様式の版: 1\n題名: 経費内訳書\n項目:\n  - 名前: 件名\n    種類: 文字\n  - 名前: 内訳\n    種類: 表\n    行: [${rows.join(", ")}]\n    列:\n${listed}${totals}配置:\n  - 行: 件名\n  - 行: 内訳\n`;
  const parsed = parseForm(text, "form.yaml");
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

describe("a table", () => {
  it("of 16 × 12 fits on a page, every cell beside its neighbours", () => {
    const rows = [...Array.from({ length: 15 }, (_, i) => `品目${i + 1}`), "計"];
    const columns = [...Array.from({ length: 11 }, (_, i) => `${i + 1}月`), "計"];
    const form = formOf(rows, columns, "    合計行: 計\n    合計列: 計\n");
    expect(form.fields).toHaveLength(1 + 16 * 12);
    expect(form.tables).toEqual([
      {
        name: "内訳",
        rows,
        columns,
        totalRow: "計",
        totalColumn: "計",
        summed: columns.slice(0, -1),
      },
    ]);
    const areas = rows.flatMap((r) =>
      columns.map((c) => form.layout.zones[`内訳・${r}・${c}`]?.area),
    );
    expect(areas.every((a) => a && a.width >= 12 && a.height >= 8)).toBe(true);
    const [first, second] = areas;
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0, 1);
    expect(Math.max(...areas.map((a) => (a?.y ?? 999) + (a?.height ?? 0)))).toBeLessThan(281);
  });

  it("is printed, read back, and accepted because its totals come out", {
    timeout: 120_000,
  }, async () => {
    const form = formOf(
      ["4月", "5月", "計"],
      ["本体", "税", "計"],
      "    合計行: 計\n    合計列: 計\n",
    );
    const sums = {
      "4月": [135_795, 12_345, 148_140],
      "5月": [9_999, 999, 10_998],
      計: [145_794, 13_344, 159_138],
    };
    const values: Record<string, string> = { 件名: "庁舎清掃業務" };
    for (const [row, cells] of Object.entries(sums))
      cells.forEach((v, i) => {
        values[`内訳・${row}・${["本体", "税", "計"][i]}`] = v.toLocaleString("en");
      });
    const folder = await mkdtemp(join(tmpdir(), "buka-table-"));
    const file = join(folder, "table.pdf");
    await writeFile(file, await printForm(form, [values]));
    const reader = await createPageReader();
    const page = await reader.readPage(file, 1, [form], {});
    await reader.close();
    await rm(folder, { recursive: true });
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    const cells = Object.entries(page.fields).filter(([name]) => name.startsWith("内訳"));
    expect(cells).toHaveLength(9);
    for (const [name, cell] of cells) {
      expect([name, cell.value]).toEqual([name, values[name]?.replaceAll(",", "")]);
      expect([name, cell.reasons]).toEqual([name, []]);
    }
  });
});
