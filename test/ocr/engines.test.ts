/** Every engine under its contract, and what a broken one does. */
import { afterAll, describe, expect, it } from "vitest";
import { createNullEngine } from "../../ocr/engines/null-engine.ts";
import { tesseractEngine } from "../../ocr/engines/tesseract-engine.ts";
import { createTesseractHost, type TesseractHost } from "../../ocr/engines/tesseract-host.ts";
import { dropParts, loadTrainedData } from "../../ocr/engines/trained-data.ts";
import { ocrEngineContract } from "../contract/ocr-engine.ts";
import { recordedEngine } from "../support/ocr-engines.ts";

let started: Promise<TesseractHost> | null = null;
const host = (): Promise<TesseractHost> => {
  started ??= createTesseractHost();
  return started;
};
afterAll(async () => (await started)?.close());

const digits = { sample: { written: "0123456789", read: "0123456789" }, charset: "0123456789" };
const kana = { sample: { written: "ミホンショウジ", read: "ミホンショウジ" }, charset: null };

ocrEngineContract("null", () => Promise.resolve(createNullEngine()), {
  sample: { written: "123", read: "" },
  charset: null,
});
ocrEngineContract("recorded", () => Promise.resolve(recordedEngine("one", ["12"])), {
  sample: { written: "12", read: "12" },
  charset: null,
});
ocrEngineContract("eng-best", async () => tesseractEngine(await host(), "eng-best"), digits);
ocrEngineContract("eng-legacy", async () => tesseractEngine(await host(), "eng-legacy"), digits);
ocrEngineContract("jpn-best", async () => tesseractEngine(await host(), "jpn-best"), kana);
ocrEngineContract("jpn-standard", async () => tesseractEngine(await host(), "jpn-standard"), kana);

describe("a broken engine", () => {
  it("says so with a retryable error and reads on afterwards", async () => {
    const engine = tesseractEngine(await host(), "eng-best");
    const impossible = { data: new Uint8Array(4), width: 0, height: -1 };
    await expect(engine.read(impossible, { charset: null })).rejects.toMatchObject({
      code: "OCR013",
      retryable: true,
    });
    const { textLine } = await import("../support/text-line.ts");
    const after = await engine.read(await textLine("0123456789"), { charset: "0123456789" });
    expect(after.text).toBe("0123456789");
  });
});

describe("language data", () => {
  it("loses the parts that are not used and nothing else", async () => {
    const whole = Buffer.from(
      (await loadTrainedData({ language: "eng", variant: "4.0.0_best_int" }, [])).bytes,
    );
    const less = dropParts(whole, [19]);
    expect(whole.length - less.length).toBe(3_694_794);
    expect(dropParts(less, []).equals(less)).toBe(true);
  });

  it("says which package is missing", async () => {
    await expect(loadTrainedData({ language: "jpn", variant: "9.9.9" }, [])).rejects.toMatchObject({
      code: "OCR014",
    });
  });
});
