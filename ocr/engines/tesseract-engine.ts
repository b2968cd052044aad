/** The shipped Tesseract models as engines; all engines of one host share its memory. */
import type { OcrEngine } from "./ocr-engine.ts";
import type { ModelName, TesseractHost } from "./tesseract-host.ts";

/** Name of the engine of a model, as it stands in buka.yaml and beside every value. */
export const tesseractName = (model: ModelName): string => `tesseract/${model}`;

export function tesseractEngine(host: TesseractHost, model: ModelName): OcrEngine {
  return {
    ref: { name: tesseractName(model), version: host.version(model) },
    read: (picture, profile) => host.read(model, picture, profile),
    close: () => {
      host.close();
      return Promise.resolve();
    },
  };
}
