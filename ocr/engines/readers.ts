/** The readers of a page as the office chose them: pairs of different kinds, opened together and closed together. */
import { closeAll, openEngines } from "./engine-registry.ts";
import { engineErrors } from "./messages.ja.ts";
import type { OcrEngine, Readers } from "./ocr-engine.ts";

/** Names out of the registry. The first of a pair speaks for the field when both agree. */
export interface ReaderChoice {
  readonly digits: readonly [string, string];
  readonly japanese: readonly [string, string];
}

/** What reads where buka.yaml says nothing. */
export const shippedReaders: ReaderChoice = {
  digits: ["tesseract/eng-best", "tesseract/eng-legacy"],
  japanese: ["tesseract/jpn-standard", "tesseract/jpn-best"],
};

/**
 * Opens the chosen readers; paths in names are relative to `folder`. Throws BukaError OCR020, OCR021 and what the
 * engines say about missing parts.
 */
export async function openReaders(
  choice: ReaderChoice = shippedReaders,
  folder = ".",
): Promise<Readers> {
  for (const [a, b] of [choice.digits, choice.japanese]) {
    if (a === b && a !== "null") throw engineErrors.sameReader({ name: a });
  }
  const engines = await openEngines([...choice.digits, ...choice.japanese], folder);
  const pick = (name: string): OcrEngine => {
    const engine = engines.get(name);
    if (!engine) throw engineErrors.unknownReader({ name, known: [...engines.keys()] });
    return engine;
  };
  const pair = ([a, b]: readonly [string, string]) => [pick(a), pick(b)] as const;
  return {
    digits: pair(choice.digits),
    japanese: pair(choice.japanese),
    close: () => closeAll(engines),
  };
}
