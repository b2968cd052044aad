/** Engines that answer what a test wants: recorded answers, and a program that breaks. */
import type { EngineReading, OcrEngine, Readers } from "../../ocr/engines/ocr-engine.ts";
import { ocrErrors } from "../../ocr/messages.ja.ts";

/** Symbols side by side, 40 pixels each, all as sure as `confidence`. */
export function reading(text: string, confidence = 0.99): EngineReading {
  const signs = [...text.replace(/\s/gu, "")];
  return {
    text,
    symbols: signs.map((sign, i) => ({
      text: sign,
      confidence,
      box: { x: 20 + 44 * i, y: 20, width: 40, height: 40 },
    })),
  };
}

/** Gives its answers in turn and the last one for ever; white paper is always read as nothing. */
export function recordedEngine(
  name: string,
  answers: readonly (string | EngineReading)[],
): OcrEngine {
  let next = 0;
  return {
    ref: { name: `recorded/${name}`, version: "1" },
    read: (picture) => {
      if (picture.data.every((v) => v > 200)) return Promise.resolve(reading(""));
      const answer = answers[Math.min(next++, answers.length - 1)] ?? "";
      return Promise.resolve(typeof answer === "string" ? reading(answer) : answer);
    },
    close: () => Promise.resolve(),
  };
}

export function crashingEngine(): OcrEngine {
  return {
    ref: { name: "crashing", version: "1" },
    read: () => Promise.reject(ocrErrors.engineCrashed({ reader: "crashing" })),
    close: () => Promise.resolve(),
  };
}

export function readersOf(
  digits: readonly [OcrEngine, OcrEngine],
  japanese: readonly [OcrEngine, OcrEngine],
): Readers {
  const [hand] = japanese;
  return { digits, numbers: digits, japanese, hand, umpire: null, close: () => Promise.resolve() };
}
