/** docs/words.md is one list of domain words: one Japanese word, one identifier, no doubles. */
import { describe, expect, it } from "vitest";
import { readText } from "./support/product-files.ts";

const rows = readText("docs/words.md")
  .split("\n")
  .filter((line) => /^\| [^|-]/u.test(line) && !line.startsWith("| 日本語"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("docs/words.md", () => {
  it("has four filled columns in every row", () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((cells) => cells.length !== 4 || cells.slice(0, 3).includes(""))).toEqual(
      [],
    );
  });

  it.each([0, 1])("never lists the same word twice (column %i)", (column) => {
    const words = rows.map((cells) => cells[column] ?? "");
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
