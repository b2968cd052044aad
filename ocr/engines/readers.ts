/** The readers of a page as the office chose them: pairs of different kinds, opened together and closed together. */
import { closeAll, engineNames, isEngineName, openEngines } from "./engine-registry.ts";
import { engineErrors } from "./messages.ja.ts";
import type { OcrEngine, Readers } from "./ocr-engine.ts";

/** Names out of the registry. The first of a pair speaks for the field when both agree. */
export interface ReaderChoice {
  readonly digits: readonly [string, string];
  readonly numbers: readonly [string, string];
  readonly japanese: readonly [string, string];
  /** Proposes what stands in boxes of handwritten kana, whatever else an office chose. */
  readonly hand: string;
  /** Asked about single characters; "null" = nobody. */
  readonly umpire: string;
}

/** What reads where buka.yaml says nothing. */
export const shippedReaders: ReaderChoice = {
  digits: ["tesseract/eng-best", "buka-glyphs"],
  numbers: ["tesseract/eng-best", "tesseract/eng-legacy"],
  japanese: ["tesseract/jpn-standard", "tesseract/jpn-best"],
  hand: "buka-glyphs",
  umpire: "buka-faces",
};

/**
 * The choice of buka.yaml: two names each, parted by a comma or 、; "" leaves the shipped pair. The pair for digits reads
 * numbers with signs too. Throws BukaError OCR020 when a text is not two known names, OCR021 when they are the same.
 */
export function chooseReaders(digits: string, japanese: string): ReaderChoice {
  const own = digits === "" ? null : pairOf(digits);
  return {
    ...shippedReaders,
    ...(own ? { digits: own, numbers: own } : {}),
    ...(japanese === "" ? {} : { japanese: pairOf(japanese) }),
  };
}

function pairOf(text: string): readonly [string, string] {
  const names = text.split(/[,、，]/u).map((n) => n.trim());
  const [a, b] = names;
  const strange = names.find((n) => !isEngineName(n)) ?? (names.length === 2 ? null : text);
  if (strange !== null || a === undefined || b === undefined) {
    throw engineErrors.unknownReader({ name: strange ?? text, known: engineNames });
  }
  if (a === b) throw engineErrors.sameReader({ name: a });
  return [a, b];
}

/**
 * Opens the chosen readers; paths in names are relative to `folder`. Throws BukaError OCR020, OCR021 and what the
 * engines say about missing parts.
 */
export async function openReaders(
  choice: ReaderChoice = shippedReaders,
  folder = ".",
): Promise<Readers> {
  const pairs = [choice.digits, choice.numbers, choice.japanese];
  for (const [a, b] of pairs) {
    if (a === b && a !== "null") throw engineErrors.sameReader({ name: a });
  }
  const engines = await openEngines([...pairs.flat(), choice.hand, choice.umpire], folder);
  const pick = (name: string): OcrEngine => {
    const engine = engines.get(name);
    if (!engine) throw engineErrors.unknownReader({ name, known: [...engines.keys()] });
    return engine;
  };
  const pair = ([a, b]: readonly [string, string]) => [pick(a), pick(b)] as const;
  return {
    digits: pair(choice.digits),
    numbers: pair(choice.numbers),
    japanese: pair(choice.japanese),
    hand: pick(choice.hand),
    umpire: choice.umpire === "null" ? null : pick(choice.umpire),
    close: () => closeAll(engines),
  };
}
