/** The collection sheet: printed, filled in, scanned and cut into samples with their labels. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CollectedSamples,
  collectionSheet,
  printForm,
  readCollection,
  sampleFileName,
} from "../../ocr/index.ts";

const sheet = collectionSheet();
const signs = sheet.fields.map((f) => f.name);

let folder = "";
let found: CollectedSamples;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-collect-"));
  // Three of everything, but only two ア and no ン.
  const record = Object.fromEntries(signs.map((s) => [s, s.repeat(3)]));
  const file = join(folder, "sheets.pdf");
  await writeFile(file, await printForm(sheet, [{ ...record, ア: "アア", ン: "" }]));
  found = await readCollection(file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the collection sheet", () => {
  it("asks for every digit and kana three times, inside the paper", () => {
    expect(signs.slice(0, 10).join("")).toBe("0123456789");
    expect(new Set(signs).size).toBe(signs.length);
    for (const zone of Object.values(sheet.layout.zones)) {
      expect(zone.boxes).toHaveLength(3);
      expect(zone.area.y + zone.area.height).toBeLessThan(280);
    }
  });

  it("gives one picture per written box with what was asked for", () => {
    expect(found.refused).toEqual([]);
    expect({ empty: found.empty, overflowing: found.overflowing }).toEqual({
      empty: 4,
      overflowing: 0,
    });
    expect(found.samples).toHaveLength(3 * signs.length - 4);
    expect(found.samples.filter((s) => s.label === "ア").map((s) => s.copy)).toEqual([1, 2]);
  });

  it("keeps the rules of the box out of the picture", async () => {
    const seven = found.samples.find((s) => s.label === "7");
    const { data, info } = await sharp(seven?.picture).raw().toBuffer({ resolveWithObject: true });
    expect(info.width).toBeGreaterThan(70);
    const rim = [...data.subarray(0, info.width)].filter((v) => v < 128);
    expect(rim).toEqual([]);
    expect([...data].filter((v) => v < 128).length).toBeGreaterThan(50);
  });

  it("names files by code points, so that every system takes them", () => {
    const [zero] = found.samples;
    expect(zero && sampleFileName("/x/見本 用紙.pdf", zero)).toBe("_____-p1-u0030-1.png");
  });
});

describe("another page", () => {
  it("is refused with a reason", async () => {
    const file = join(folder, "blank.png");
    const white = { width: 2480, height: 3508, channels: 3 as const, background: "#fff" };
    await sharp({ create: white }).png().toFile(file);
    expect(await readCollection(file)).toMatchObject({
      samples: [],
      refused: [{ page: 1, reason: { code: "OCR030" } }],
    });
  });
});
