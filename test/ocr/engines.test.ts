/** Every engine under one contract, and what broken ones do. */
import { afterAll, describe, expect, it } from "vitest";
import { openEngines } from "../../ocr/engines/engine-registry.ts";
import { createNullEngine } from "../../ocr/engines/null-engine.ts";
import { chooseReaders, openReaders, shippedReaders } from "../../ocr/engines/readers.ts";
import { tesseractEngine } from "../../ocr/engines/tesseract-engine.ts";
import {
  createTesseractHost,
  type ModelName,
  modelNames,
  type TesseractHost,
} from "../../ocr/engines/tesseract-host.ts";
import { dropParts, loadTrainedData } from "../../ocr/engines/trained-data.ts";
import { ocrEngineContract } from "../contract/ocr-engine.ts";
import { recordedEngine } from "../support/ocr-engines.ts";
import { textLine } from "../support/text-line.ts";

let started: Promise<TesseractHost> | null = null;
const host = (): Promise<TesseractHost> => {
  started ??= createTesseractHost();
  return started;
};
afterAll(async () => (await started)?.close());

const digits = { sample: { written: "0123456789", read: "0123456789" }, charset: "0123456789" };
const kana = { sample: { written: "ミホンショウジ", read: "ミホンショウジ" }, charset: null };
const samples: Readonly<Record<ModelName, typeof digits | typeof kana>> = {
  "eng-best": digits,
  "eng-legacy": digits,
  "jpn-best": kana,
  "jpn-standard": kana,
};

ocrEngineContract("null", () => Promise.resolve(createNullEngine()), {
  sample: { written: "123", read: "" },
  charset: null,
});
ocrEngineContract("answering by rote", () => Promise.resolve(recordedEngine("one", ["12"])), {
  sample: { written: "12", read: "12" },
  charset: null,
});
ocrEngineContract(
  "buka-glyphs",
  async () => {
    const engines = await openEngines(["buka-glyphs"]);
    return engines.get("buka-glyphs") ?? createNullEngine();
  },
  digits,
);
for (const model of modelNames) {
  ocrEngineContract(model, async () => tesseractEngine(await host(), model), samples[model]);
}

describe("a broken engine", () => {
  it("says so with a retryable error and reads on afterwards", async () => {
    const engine = tesseractEngine(await host(), "eng-best");
    const impossible = { data: new Uint8Array(4), width: 0, height: -1 };
    await expect(engine.read(impossible, { charset: null })).rejects.toMatchObject({
      code: "OCR013",
      retryable: true,
    });
    const after = await engine.read(await textLine("0123456789"), { charset: "0123456789" });
    expect(after.text).toBe("0123456789");
  });
});

describe("the registry", () => {
  it.each(["tesseract/jpn-bset", "onnx:", "toString", ""])("knows no %j", async (name) => {
    await expect(openEngines([name])).rejects.toMatchObject({
      code: "OCR020",
      message: expect.stringContaining(`「${name}」`) as string,
      next: expect.stringContaining("tesseract/jpn-best") as string,
    });
  });

  it("gives one engine for one name, named as it was asked for", async () => {
    const engines = await openEngines(["null", "tesseract/eng-best", "null"]);
    expect([...engines.keys()].sort()).toEqual(["null", "tesseract/eng-best"]);
    for (const [name, engine] of engines) expect(engine.ref.name).toBe(name);
  });

  it("refuses two equal readers, which would agree on every mistake", async () => {
    const twice = ["tesseract/eng-best", "tesseract/eng-best"] as const;
    await expect(openReaders({ ...shippedReaders, digits: twice })).rejects.toMatchObject({
      code: "OCR021",
    });
  });
});

describe("the choice of buka.yaml", () => {
  it("is two names each; nothing said leaves the shipped pair", () => {
    const chosen = chooseReaders("tesseract/eng-best、native/eng", "");
    expect(chosen.digits).toEqual(["tesseract/eng-best", "native/eng"]);
    expect(chosen.numbers).toEqual(chosen.digits);
    expect(chosen.japanese).toEqual(shippedReaders.japanese);
    expect(chooseReaders("", "onnx:読み手, tesseract/jpn-best").japanese[0]).toBe("onnx:読み手");
  });

  it.each([
    ["tesseract/eng-best", "OCR020"],
    ["tesseract/eng-best、native/eng、null", "OCR020"],
    ["tesseract/eng-best、OCR", "OCR020"],
    ["native/eng、native/eng", "OCR021"],
  ])("refuses %j", (text, code) => {
    expect(() => chooseReaders(text, "")).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe("language data", () => {
  it("loses the parts that are not used and nothing else", async () => {
    const whole = Buffer.from(
      await (await loadTrainedData({ language: "eng", variant: "4.0.0_best_int" }, [])).bytes,
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
