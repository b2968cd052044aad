/** The quick forward pass against the plain one, and weight files that are not what they should be. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadGlyphModels, loadPrintModel } from "../../ocr/glyphs/glyph-files.ts";
import { quickInkKernel } from "../../ocr/glyphs/ink-kernel.ts";
import { plainInkKernel } from "../../ocr/glyphs/plain-ink.ts";
import { plainNet } from "../../ocr/glyphs/plain-net.ts";
import { quickNet } from "../../ocr/glyphs/quick-net.ts";
import { type NetLayer, type NetWeights, parseWeights } from "../../ocr/glyphs/weights-file.ts";
import { seeded } from "../support/samples/seeded.ts";

const models = { ...loadGlyphModels(), ...loadPrintModel() };

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

describe.each(["digits", "kana", "print"] as const)("the net for %s", (name) => {
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

describe("a net of odd sizes", () => {
  /** Sides of 9, 5 and 3: tiles hang over; a hundred hidden outputs, eleven classes: padding everywhere. */
  function oddNet(seed: number): NetWeights {
    const chance = seeded(seed);
    const layer = (inn: number, out: number, stride: number): NetLayer => ({
      inn,
      out,
      stride,
      scale: Float32Array.from({ length: out }, () => chance.next() / 100),
      bias: Float32Array.from({ length: out }, () => chance.next() - 0.5),
      weights: Int8Array.from({ length: inn * out }, () => Math.floor(chance.next() * 256) - 128),
    });
    const layers = [
      layer(9, 8, 1),
      layer(72, 24, 1),
      layer(216, 16, 2),
      layer(144, 40, 1),
      layer(360, 8, 2),
      layer(72, 100, 0),
      layer(100, 11, 0),
    ];
    return { size: 9, classes: [..."0123456789-"], layers, hash: "00000000" };
  }

  it.each(Array.from({ length: 40 }, (_, seed) => seed))("scores alike (%i)", (seed) => {
    const net = oddNet(seed);
    // The largest weights and inputs there are.
    const extreme = { 0: 127, 1: -128 }[seed];
    if (extreme !== undefined) for (const l of net.layers) l.weights.fill(extreme);
    const [quick, plain] = [quickNet(net), plainNet(net)];
    const chance = seeded(1000 + seed);
    const grey = Float32Array.from({ length: 81 }, () => chance.next());
    for (const picture of [new Float32Array(81).fill(1), grey]) {
      expect(quick?.(picture)).toEqual(plain(picture));
    }
  });
});

describe("the pixels of a box", () => {
  it.each([
    [1, 1, 1],
    [95, 113, 5],
    [3, 40, 2],
    [260, 31, 300],
  ])("are the same in SIMD and in plain TypeScript (%i × %i, %i rows)", (width, height, count) => {
    const [quick, plain] = [quickInkKernel(), plainInkKernel()];
    if (!quick) throw new RangeError("this machine has no SIMD");
    const chance = seeded(11);
    const data = Uint8Array.from({ length: width * height }, () => chance.next() * 256);
    const table = Uint8Array.from({ length: 256 }, () => chance.next() * 256);
    const part = { x: Math.floor(width / 3), y: 0, width: Math.ceil(width / 2), height };
    const rows = Array.from({ length: count }, () => Math.floor(chance.next() * height));
    for (const kernel of [quick, plain]) kernel.take(data, width);
    expect(quick.count(part).join()).toBe(plain.count(part).join());
    expect(quick.replace(table).join()).toBe(plain.replace(table).join());
    expect(quick.sumColumns(rows).join()).toBe(plain.sumColumns(rows).join());
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
