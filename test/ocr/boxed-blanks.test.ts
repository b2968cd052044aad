/** Names and free text in boxes (existing forms have them): an empty box between two words is a blank of the value. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createPageReader,
  type Form,
  type PageReader,
  parseForm,
  printForm,
} from "../../ocr/index.ts";

/** Printed as kana in boxes, because our kit gives these types none; read as what they are on a form of others. */
function boxedForm(): Form {
  const text =
    "版: 1\n様式番号: BOX-01\n様式の版: 1\n題名: 届\n項目:\n  - 名前: 氏名\n    種類: カナ\n    枠: 15\n  - 名前: 摘要\n    種類: カナ\n    枠: 15\n配置:\n  - 行: 氏名\n  - 行: 摘要\n";
  const parsed = parseForm(text, "form.yaml");
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe("a value in boxes", () => {
  let folder = "";
  let reader: PageReader;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "buka-boxed-"));
    reader = await createPageReader();
  });
  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true });
  });

  it("keeps the blanks that its empty boxes are", { timeout: 60_000 }, async () => {
    const form = boxedForm();
    const types = { 氏名: "name", 摘要: "text" } as const;
    const fields = form.fields.map((f) => ({ ...f, type: types[f.name as keyof typeof types] }));
    const written = { 氏名: "山田 花子", 摘要: "清掃 十一月分" };
    const file = join(folder, "page.pdf");
    await writeFile(file, await printForm(form, [written]));
    const page = await reader.readPage(file, 1, [{ ...form, fields }], {});
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    const read = Object.entries(page.fields).map(([name, f]) => [name, f.value]);
    expect(Object.fromEntries(read)).toEqual(written);
  });
});
