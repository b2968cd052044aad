/** The shipped readers: four Tesseract models of one host as engines. */
import type { OcrEngine, Readers } from "./ocr-engine.ts";
import { createTesseractHost, type ModelName, type TesseractHost } from "./tesseract-host.ts";

export function tesseractEngine(host: TesseractHost, model: ModelName): OcrEngine {
  return {
    ref: { name: `tesseract/${model}`, version: host.version(model) },
    read: (picture, profile) => host.read(model, picture, profile),
  };
}

/** Starts all four models (0.5–2 s, about 170 MB). Throws BukaError OCR014 or OCR015. */
export async function createTesseractReaders(): Promise<Readers> {
  const host = await createTesseractHost();
  return {
    digits: [tesseractEngine(host, "eng-best"), tesseractEngine(host, "eng-legacy")],
    japanese: [tesseractEngine(host, "jpn-standard"), tesseractEngine(host, "jpn-best")],
    close: () => {
      host.close();
      return Promise.resolve();
    },
  };
}
