/** Thresholds are measured and read from files: what a site's file changes, what it may not be, and how one is made. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldReading } from "../../core/index.ts";
import { openCalibration } from "../../ocr/calibration.ts";
import { type KnownReading, measureThresholds } from "../../ocr/measure-thresholds.ts";

const made = { on: "2026-11-22", command: "test", version: "0", seed: 1, pages: 1 };

function known(confidence: number, right: boolean, more: Partial<KnownReading> = {}): KnownReading {
  const reading: FieldReading = {
    value: right ? "0123456" : "0123457",
    raw: "",
    accepted: true,
    confidence,
    charConfidences: [],
    candidates: [],
    reasons: [],
    box: null,
    readers: [{ name: "recorded", version: "1" }],
  };
  return { type: "account-number", writing: "print", reading, truth: "0123456", ...more };
}

const rights = (count: number, from: number): KnownReading[] =>
  Array.from({ length: count }, (_, i) => known(from + ((1 - from) * i) / count, true));

describe("a measured threshold", () => {
  it("lies above the surest wrong reading, and says what that costs", () => {
    const { thresholds } = measureThresholds([...rights(200, 0.5), known(0.612, false)], made);
    expect(thresholds.digits).toEqual({ least: 0.62, agreed: 201, wrong: 1, asked: 48 });
  });

  it("asks hardly anything when nothing was wrong", () => {
    const { thresholds } = measureThresholds(rights(400, 0.5), made);
    expect(thresholds.digits).toMatchObject({ least: 0.5, wrong: 0, asked: 0 });
  });

  it("is out of reach when confidence does not tell right from wrong", () => {
    const { thresholds } = measureThresholds([...rights(200, 0.5), known(0.99, false)], made);
    expect(thresholds.digits?.least).toBeGreaterThan(1);
  });

  it("is not made of a handful of readings, nor of blanks and fields that were asked for other reasons", () => {
    expect(measureThresholds(rights(99, 0.5), made).thresholds).toEqual({});
    const asked = rights(200, 0.5).map((k) => ({
      ...k,
      reading: { ...k.reading, reasons: [{ code: "readers-differ", message: "" }] },
    }));
    expect(measureThresholds(asked, made).thresholds).toEqual({});
  });

  it("of handwriting belongs to one reader", () => {
    const hand = rights(150, 0.5).map((k) => ({ ...k, writing: "hand" as const }));
    const { thresholds, hand: measured } = measureThresholds(hand, made);
    expect(thresholds).toEqual({});
    expect(measured?.["recorded"]).toMatchObject({ least: 0.5, agreed: 150, wrong: 0 });
  });

  it("of handwriting is not measured on kana, which a person looks at in any case", () => {
    const kana = { writing: "hand", type: "kana" } as const;
    const hand = rights(150, 0.5).map((k) => ({ ...k, ...kana }));
    expect(measureThresholds(hand, made).hand).toEqual({});
  });
});

describe("a calibration file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "buka-calibration-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("of a site changes only what it measured", async () => {
    const file = join(folder, "site.json");
    const site = measureThresholds([...rights(200, 0.5), known(0.612, false)], made);
    await writeFile(file, JSON.stringify(site));
    const shipped = openCalibration(null);
    const { thresholds, ticks } = openCalibration(file);
    expect(thresholds.digits.least).toBe(0.62);
    expect(thresholds.kana).toEqual(shipped.thresholds.kana);
    expect(ticks).toEqual(shipped.ticks);
  });

  it.each([
    { what: "missing", text: null, code: "OCR018" },
    { what: "no JSON", text: "{", code: "OCR019" },
    { what: "another file", text: '{"format":1}', code: "OCR019" },
    { what: "a threshold below nothing", text: threshold(-1), code: "OCR019" },
    { what: "an unknown family", text: threshold(0.5).replace("kana", "kanji"), code: "OCR019" },
  ])("that is $what is refused", async ({ what, text, code }) => {
    const file = join(folder, `${what.replaceAll(" ", "-")}.json`);
    if (text !== null) await writeFile(file, text);
    expect(() => openCalibration(file)).toThrow(expect.objectContaining({ code }));
  });

  it("as shipped says how it was measured", () => {
    const { made: by, thresholds } = openCalibration(null);
    expect(by.seed).not.toBeNull();
    expect(by.command).toContain("ocr-calibrate");
    for (const t of Object.values(thresholds)) expect(t.agreed).toBeGreaterThanOrEqual(100);
  });
});

function threshold(least: number): string {
  const kana = { least, agreed: 1, wrong: 0, asked: 0 };
  return JSON.stringify({
    format: 2,
    made: { ...made, readers: [], fields: 1 },
    thresholds: { kana },
  });
}
