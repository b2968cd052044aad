/** Reads the lines of a page one by one: Japanese first, and digits once more by the reader made for them. */
import type { EngineReading, OcrEngine, Readers } from "../engines/ocr-engine.ts";
import { cut, type Grey, type Rect, rescale } from "../image/grey.ts";
import { cutInk, type PageTone, withMargin } from "../image/ink.ts";

/** Height in pixels at which the Japanese readers see a line best. */
const BEST_HEIGHT = 36;
/** Larger lines are made smaller; smaller ones are left as they are. */
const TOO_TALL = 44;

export interface RawLine {
  readonly text: string;
  readonly confidence: number;
  readonly rect: Rect;
}

export async function readLine(
  page: { readonly picture: Grey; readonly tone: PageTone },
  rect: Rect,
  readers: Readers,
): Promise<RawLine> {
  const around = { x: rect.x - 2, y: rect.y - 2, width: rect.width + 4, height: rect.height + 4 };
  const part = cut(page.picture, around);
  const inner = { x: 0, y: 0, width: part.width, height: part.height };
  const line = cutInk(part, inner, page.tone);
  const small = rect.height > TOO_TALL && !page.tone.bilevel;
  const scaled = small ? rescale(line, BEST_HEIGHT / rect.height) : line;
  const japanese = await read(readers.japanese[0], scaled, null);
  const digits = isNumber(japanese.text) ? await read(readers.digits[0], line, numberSigns) : null;
  const best =
    digits && countDigits(digits.text) === countDigits(japanese.text) ? digits : japanese;
  return { ...best, rect };
}

const numberSigns = "0123456789-,./()T";

interface Read {
  readonly text: string;
  readonly confidence: number;
}

async function read(engine: OcrEngine, picture: Grey, charset: string | null): Promise<Read> {
  const reading = await engine.read(withMargin(picture), { charset });
  return { text: tidy(reading), confidence: meanOf(reading) };
}

/** Full-width letters and digits become plain; blanks between Japanese characters are the reader's, not the page's. */
function tidy({ text }: EngineReading): string {
  const plain = text.normalize("NFKC").replace(/\s+/gu, " ").trim();
  return plain.replace(/(?<=[^\x20-\x7e]) (?=[^\x20-\x7e])/gu, "");
}

function meanOf({ symbols }: EngineReading): number {
  if (symbols.length === 0) return 0;
  return symbols.reduce((sum, s) => sum + s.confidence, 0) / symbols.length;
}

const countDigits = (text: string): number => text.replace(/\D/gu, "").length;

const isNumber = (text: string): boolean => {
  const signs = text.replace(/\s/gu, "");
  return signs.length > 0 && countDigits(signs) >= 0.6 * signs.length;
};
