/** Error and problem codes: one code, one sentence, one place where it is declared. */
import { describe, expect, it } from "vitest";
import { declaredCodes } from "./support/code-tables.ts";
import { knownPrefixes } from "./support/errors-page.ts";
import { productFiles } from "./support/product-files.ts";

const codes = await declaredCodes();

/** Rooms that have declared codes; a table that the gatherer cannot see would be missing here. */
const rooms = ["core", "ocr", "rules", "store", "runner", "queues", "scenarios", "apps/cli"];

describe("declared codes", () => {
  it.each(rooms)("are found in %s", (room) => {
    expect(codes.filter((c) => c.room === room)).not.toEqual([]);
  });

  it("are unique", () => {
    const seen = codes.map((c) => c.code);
    expect(seen.filter((code, index) => seen.indexOf(code) !== index)).toEqual([]);
  });

  it("have a known prefix and three digits", () => {
    const shape = new RegExp(`^(${knownPrefixes.join("|")})\\d{3}$`, "u");
    expect(codes.filter((c) => !shape.test(c.code))).toEqual([]);
  });

  it.each(codes.map((c) => [c.code, c] as const))("%s says a Japanese sentence", (_code, c) => {
    expect(c.what).toMatch(/(\p{Script=Hiragana}[\s\S]*[。」）]|…)$/u);
    if (c.kind === "retryable" || c.kind === "final") expect(c.next).toMatch(/[。…]$/u);
    expect(`${c.what}${c.next}`).not.toMatch(/NaN|\[object|=>/u);
  });

  it("are the only codes that the product uses", () => {
    const literal = new RegExp(`["'\`]((?:${knownPrefixes.join("|")})\\d{3})["'\`]`, "gu");
    const declared = new Set(codes.map((c) => c.code));
    const strays = productFiles().flatMap((f) =>
      [...f.text.matchAll(literal)].flatMap(([, code = ""]) =>
        declared.has(code) ? [] : [`${f.path} ${code}`],
      ),
    );
    expect(strays).toEqual([]);
  });
});
