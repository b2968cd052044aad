/** The engine that reads nothing: for pages read with a person only, and to prove the interface. */
import type { OcrEngine, Readers } from "./ocr-engine.ts";

export function createNullEngine(): OcrEngine {
  return {
    ref: { name: "null", version: "1" },
    read: () => Promise.resolve({ text: "", symbols: [] }),
    close: () => Promise.resolve(),
  };
}

/** Every written field goes to a person; ticks and blank fields are still told by their ink. */
export function createNullReaders(): Readers {
  const none = createNullEngine();
  return {
    digits: [none, none],
    numbers: [none, none],
    japanese: [none, none],
    hand: none,
    umpire: null,
    close: () => Promise.resolve(),
  };
}
