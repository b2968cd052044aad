/** Samples of the collection sheet become thresholds for handwritten digits; anything else is refused by name. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { measureSamples } from "../../ocr/index.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-samples-"));
});
afterEach(() => rm(folder, { recursive: true }));

const made = { on: "2026-11-22", command: "test", version: "0", seed: null };

/** A digit drawn by a font, as one box of the sheet is cut out. */
async function drawn(digit: string, size: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="90"><rect width="100%" height="100%" fill="#fff"/><text x="24" y="68" font-family="IPAexGothic" font-size="${size}">${digit}</text></svg>`;
  return sharp(Buffer.from(svg)).greyscale().png().toBuffer();
}

it("measures our own recogniser on the samples", async () => {
  const samples: { file: string; label: string; copy: number }[] = [];
  for (let i = 0; i < 110; i++) {
    const label = String(i % 10);
    const file = `${i}.png`;
    await writeFile(join(folder, file), await drawn(label, 52 + (i % 7)));
    samples.push({ file, label, copy: 1 });
  }
  await writeFile(join(folder, "labels.json"), JSON.stringify({ format: 1, samples }));
  const { hand, thresholds, made: by } = await measureSamples(folder, made);
  expect(thresholds).toEqual({});
  expect(by.fields).toBeGreaterThan(100);
  expect(hand?.["buka-glyphs"]?.agreed).toBe(by.fields);
});

it.each([
  { what: "no list", text: null },
  { what: "a broken list", text: "{" },
  {
    what: "a way out of the folder",
    text: '{"format":1,"samples":[{"file":"../x.png","label":"1"}]}',
  },
  { what: "a missing picture", text: '{"format":1,"samples":[{"file":"x.png","label":"1"}]}' },
])("refuses $what", async ({ text }) => {
  if (text !== null) await writeFile(join(folder, "labels.json"), text);
  await expect(measureSamples(folder, made)).rejects.toMatchObject({ code: "OCR038" });
});
