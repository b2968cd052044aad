/** What the readers leave out when they start, and that it is nothing that they use. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { findLookAlikes } from "../../ocr/engines/tesseract-core.ts";
import {
  dropParts,
  legacyParts,
  loadTrainedData,
  neuralParts,
  wordLists,
} from "../../ocr/engines/trained-data.ts";

const require = createRequire(import.meta.url);
const list = "v2\n'' \" 1\n`' \" 1\n";

function memoryWith(text: string): { memory: WebAssembly.Memory; said: () => string } {
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(memory.buffer).set(Buffer.from(text), 500);
  const said = () => Buffer.from(memory.buffer, 500, text.length).toString("latin1");
  return { memory, said };
}

describe("the list of look-alikes in the program of Tesseract", () => {
  it("is empty while a neural model starts, and as it was afterwards", () => {
    const { memory, said } = memoryWith(`${list}\0behind`);
    const seen = findLookAlikes(memory)?.hiddenWhile(said);
    expect(seen).toBe(`v2\n${"\0".repeat(list.length - 3)}\0behind`);
    expect(said()).toBe(`${list}\0behind`);
  });

  it("comes back when the start fails, and where the memory has grown", () => {
    const { memory, said } = memoryWith(list);
    const start = () => {
      memory.grow(1);
      throw new RangeError("no");
    };
    expect(() => findLookAlikes(memory)?.hiddenWhile(start)).toThrow(RangeError);
    expect(said()).toBe(list);
  });

  it("is left alone where there is none", () => {
    expect(findLookAlikes(memoryWith("v2\nsomething else").memory)).toBeNull();
  });

  it("stands in the program that npm installed", () => {
    const program = readFileSync(require.resolve("tesseract.js-core/tesseract-core-simd.wasm"));
    expect(program.indexOf(list)).toBeGreaterThan(0);
    expect(program.indexOf(list)).toBe(program.lastIndexOf(list));
  });
});

describe("a model of which only some parts are unpacked", () => {
  it.each([
    ["eng", "ed350f37", neuralParts],
    ["jpn", "70304835", [...legacyParts, ...wordLists]],
  ] as const)("%s 4.0.0 is the same as out of the whole file", async (language, hash, without) => {
    const loaded = await loadTrainedData({ language, variant: "4.0.0" }, without);
    expect(loaded.hash).toBe(hash);
    const file = `@tesseract.js-data/${language}/4.0.0/${language}.traineddata.gz`;
    const whole = dropParts(gunzipSync(readFileSync(require.resolve(file))), without);
    expect(whole.equals(Buffer.from(await loaded.bytes))).toBe(true);
  });
});
