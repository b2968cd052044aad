/** The quick forward pass against the plain one, and weight files that are not what they should be. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadGlyphModels } from "../../ocr/glyphs/glyph-files.ts";
import { plainNet } from "../../ocr/glyphs/plain-net.ts";
import { quickNet } from "../../ocr/glyphs/quick-net.ts";
import { parseWeights } from "../../ocr/glyphs/weights-file.ts";
import { seeded } from "../support/samples/seeded.ts";

const models = loadGlyphModels();

/** Random strokes: five lines of three pixels with soft rims. */
function scribble(size: number, seed: number): Float32Array {
  const chance = seeded(seed);
  const out = new Float32Array(size * size);
  for (let stroke = 0; stroke < 5; stroke++) {
    const [x0, y0, x1, y1] = [0, 0, 0, 0].map(() => 4 + chance.next() * (size - 8));
    for (let t = 0; t <= 1; t += 0.02) {
      const x = Math.round((x0 ?? 0) * (1 - t) + (x1 ?? 0) * t);
      const y = Math.round((y0 ?? 0) * (1 - t) + (y1 ?? 0) * t);
      for (const [dx, dy, ink] of [
        [0, 0, 1],
        [1, 0, 0.6],
        [0, 1, 0.6],
        [-1, 0, 0.4],
      ] as const) {
        const at = (y + dy) * size + x + dx;
        out[at] = Math.max(out[at] ?? 0, ink);
      }
    }
  }
  return out;
}

describe.each(["digits", "kana"] as const)("the net for %s", (name) => {
  const { weights, thresholds } = models[name];

  it("scores alike to the last bit in SIMD and in plain TypeScript", () => {
    const [quick, plain] = [quickNet(weights), plainNet(weights)];
    if (!quick) throw new RangeError("this machine has no SIMD");
    for (let seed = 0; seed < 8; seed++) {
      const picture = scribble(weights.size, seed);
      expect(quick(picture)).toEqual(plain(picture));
    }
  });

  it("scores noise and an empty picture alike, too", () => {
    const [quick, plain] = [quickNet(weights), plainNet(weights)];
    const chance = seeded(5);
    for (const density of [0, 0.05, 0.5, 1]) {
      const picture = Float32Array.from({ length: weights.size ** 2 }, () =>
        chance.next() < density ? chance.next() : 0,
      );
      expect(quick?.(picture)).toEqual(plain(picture));
    }
  });

  it("is the one whose thresholds were measured", () => {
    expect(thresholds.weights).toBe(weights.hash);
  });
});

describe("weight files", () => {
  const good = new Uint8Array(readFileSync("ocr/glyphs/weights/digits.bin"));
  const headerLength = new DataView(good.buffer).getUint32(0, true);

  function withHeader(change: (text: string) => string): Uint8Array {
    const text = new TextDecoder().decode(good.subarray(4, 4 + headerLength));
    const head = new TextEncoder().encode(change(text));
    const out = new Uint8Array(4 + head.length + good.length - 4 - headerLength);
    new DataView(out.buffer).setUint32(0, head.length, true);
    out.set(head, 4);
    out.set(good.subarray(4 + headerLength), 4 + head.length);
    return out;
  }

  it.each([
    { fault: "nothing in it", bytes: new Uint8Array() },
    { fault: "cut off in the header", bytes: good.slice(0, 100) },
    { fault: "cut off in the weights", bytes: good.slice(0, -1000) },
    { fault: "a header that is no JSON", bytes: withHeader((t) => t.replace("{", "[")) },
    { fault: "a header of 4 GB", bytes: Uint8Array.from([255, 255, 255, 255, 1, 2, 3]) },
    {
      fault: "layers that do not fit",
      bytes: withHeader((t) => t.replace('"inn": 144', '"inn": 145')),
    },
    { fault: "a class too few", bytes: withHeader((t) => t.replace('"0", ', "")) },
  ])("refuses $fault", ({ bytes }) => {
    expect(() => parseWeights(bytes, "x.bin")).toThrow(expect.objectContaining({ code: "OCR014" }));
  });
});
