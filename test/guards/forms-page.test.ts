/** docs/forms.md names every word that form.yaml takes, and its sample is a form without faults. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keys } from "../../ocr/form/form-words.ja.ts";
import { lintForm, parseForm } from "../../ocr/index.ts";
import { root } from "./support/product-files.ts";

const page = readFileSync(join(root, "docs/forms.md"), "utf8");

it("names every word of form.yaml", () => {
  const { top, field, table, block } = keys;
  const words = [top, field, table, block].flatMap((group) => Object.values(group));
  expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});

it("shows a sample that can be printed and reads well", () => {
  const [, sample = ""] = /```yaml\n(.*?)```/su.exec(page) ?? [];
  const parsed = parseForm(sample, "form.yaml");
  expect(parsed.problems).toEqual([]);
  expect(parsed.ok ? lintForm(parsed.value) : null).toEqual([]);
});
