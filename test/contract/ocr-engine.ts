/** What every OCR engine promises, whoever made it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OcrEngine } from "../../ocr/engines/ocr-engine.ts";
import { blankGrey, type Grey } from "../../ocr/image/grey.ts";
import { textLine } from "../support/text-line.ts";

export interface EnginePromise {
  /** What the engine reads on the sample line; "" for engines that read nothing. */
  readonly sample: { readonly written: string; readonly read: string };
  readonly charset: string | null;
}

export function ocrEngineContract(
  name: string,
  make: () => Promise<OcrEngine>,
  promise: EnginePromise,
  draw: (written: string) => Promise<Grey> = textLine,
): void {
  describe(`engine ${name}`, () => {
    let engine: OcrEngine;
    beforeAll(async () => {
      engine = await make();
    });
    afterAll(() => engine.close());
    const profile = { charset: promise.charset };

    it("names itself and its version", () => {
      expect(engine.ref.name).not.toBe("");
      expect(engine.ref.version).not.toBe("");
    });

    it("reads the sample line", async () => {
      const { text } = await engine.read(await draw(promise.sample.written), profile);
      expect(text.normalize("NFKC").replace(/\s/gu, "")).toBe(promise.sample.read);
    });

    it("gives one line, confidences between 0 and 1, and symbols that make up the text", async () => {
      const { text, symbols } = await engine.read(await draw(promise.sample.written), profile);
      expect(text).not.toMatch(/\n/u);
      expect(symbols.map((s) => s.text).join("")).toBe(text.replace(/\s/gu, ""));
      for (const s of symbols) expect(s.confidence >= 0 && s.confidence <= 1).toBe(true);
    });

    it("finds nothing on white paper", async () => {
      expect((await engine.read(blankGrey(200, 80), profile)).symbols).toEqual([]);
    });

    it("reads the same picture alike, whatever it read in between", async () => {
      const picture = await draw(promise.sample.written);
      const before = await engine.read(picture, profile);
      await engine.read(await draw("907"), profile);
      expect(await engine.read(picture, profile)).toEqual(before);
    });
  });
}
