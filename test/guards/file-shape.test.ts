/** Files stay small, say why they exist, and never throw an error that helps nobody. */
import { describe, expect, it } from "vitest";
import { bareErrorsIn, headerLines, lineCount, openEnds } from "./support/file-shape.ts";
import { filesUnder, productFile, productFiles, readText } from "./support/product-files.ts";

const files = productFiles();

describe("the measures themselves", () => {
  it.each([
    ["/** Why. */\nexport const a = 1;", 1],
    ["#!/usr/bin/env node\n/**\n * Why,\n * in two lines.\n */", 2],
    ["// Why.\nimport x from 'y';", 1],
    ["import x from 'y';\n/** Late. */", 0],
  ])("reads the header of %j", (text, lines) => {
    expect(headerLines(productFile("core/x.ts", text))).toBe(lines);
  });

  it("sees bare errors and open ends", () => {
    const file = productFile("core/x.ts", 'throw new Error("x"); // TODO later\n// TODO(#12) fine');
    expect(bareErrorsIn(file)).toEqual(["core/x.ts:1"]);
    expect(openEnds(file)).toEqual(["core/x.ts:1"]);
  });
});

describe("every product file", () => {
  it("opens with one to three lines saying why it exists", () => {
    const odd = files.map((f) => ({ path: f.path, lines: headerLines(f) }));
    expect(odd.filter(({ lines }) => lines < 1 || lines > 3)).toEqual([]);
  });

  it("has at most 400 lines, and 95 % of them at most 250", () => {
    const long = files
      .map((f) => ({ path: f.path, lines: lineCount(f) }))
      .filter((f) => f.lines > 250);
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
    expect(long.length / files.length, JSON.stringify(long)).toBeLessThanOrEqual(0.05);
  });

  it("throws no bare error (apps/setup runs before the rooms exist)", () => {
    const rooms = files.filter((f) => !f.path.startsWith("apps/setup/"));
    expect(rooms.flatMap(bareErrorsIn)).toEqual([]);
  });

  it("leaves nothing open without an issue number", () => {
    expect(files.flatMap(openEnds)).toEqual([]);
  });
});

describe("test files", () => {
  it("have at most 600 lines", () => {
    const tests = filesUnder("test").filter((path) => path.endsWith(".ts"));
    const long = tests.filter((path) => lineCount(productFile(path, readText(path))) > 600);
    expect(long).toEqual([]);
  });
});

describe("core", () => {
  it("keeps to 12 files besides its front door and messages", () => {
    const own = filesUnder("core").filter((path) => !/\/(index|messages\.ja)\.ts$/u.test(path));
    expect(own.length, own.join(" ")).toBeLessThanOrEqual(12);
  });
});
