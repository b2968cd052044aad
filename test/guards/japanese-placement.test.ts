/** Japanese words live where a clerk's texts are looked after: message files, keyword table, views. */
import { describe, expect, it } from "vitest";
import { japaneseLiterals } from "./support/japanese-literals.ts";
import { productFile, productFiles } from "./support/product-files.ts";

describe("Japanese literals", () => {
  it.each([
    ["string", 'const a = "登録";', 1],
    ["template", "const a = `x$" + "{b}件`;", 1],
    ["regular expression", "const a = /^令和/u;", 1],
    ["property name", "const a = { 氏名: 1 };", 1],
    ["mark", 'const a = "：「」－";', 0],
    ["comment", "// 登録\nconst a = 1; /** 案件 */", 0],
    ["escape", "const a = /[\\u30a1-\\u30f6]/u;", 0],
  ])("sees a %s", (_what, text, count) => {
    expect(japaneseLiterals(productFile("core/x.ts", text))).toHaveLength(count);
  });

  it.each([
    "core/messages.ja.ts",
    "ocr/types/kana.ja.ts",
    "apps/cli/views/page.ts",
    "scenarios/keyword-table.ts",
  ])("may stand in %s", (path) => {
    expect(japaneseLiterals(productFile(path, 'const a = "登録";'))).toEqual([]);
  });

  it("stand nowhere else in the product", () => {
    expect(productFiles().flatMap(japaneseLiterals)).toEqual([]);
  });
});
