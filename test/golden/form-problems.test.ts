/** One folder per problem code of form.yaml: what a clerk wrote, and what buka says. `npm run golden` rewrites. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderProblems } from "../../core/index.ts";
import { formFaults } from "../../ocr/form/messages.ja.ts";
import { parseForm } from "../../ocr/index.ts";

const home = join(import.meta.dirname, "form-problems");
const folders = readdirSync(home).sort();

describe("problems of a form", () => {
  it.each(folders)("%s", async (folder) => {
    const text = readFileSync(join(home, folder, "form.yaml"), "utf8");
    const parsed = parseForm(text, "form.yaml");
    const codes = parsed.problems.map((p) => p.code.toLowerCase());
    if (folder.startsWith("frm")) expect(codes).toContain(folder.slice(0, 6));
    expect(parsed.ok).toBe(false);
    await expect(renderProblems(parsed.problems)).toMatchFileSnapshot(
      join(home, folder, "expected.txt"),
    );
  });
});

describe("the golden folders", () => {
  it.each(Object.entries(formFaults))("show %s", (name, row) => {
    const kebab = name.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`);
    expect(folders).toContain(`${row.code.toLowerCase()}-${kebab}`);
  });
});

it("a line that is kept back leaves no empty frame", () => {
  const at = { file: "名簿.csv", line: 3, column: 1, length: 1 };
  const text = renderProblems([
    { code: "QUE999", severity: "error", message: "日付として読めません。", at, lineText: "" },
  ]);
  expect(text).toContain("日付として読めません。");
  expect(text).not.toMatch(/[|^]/u);
});
