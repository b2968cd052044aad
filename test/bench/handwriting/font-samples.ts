/** Kana drawn from font files, one picture per character. */
import { cut } from "../../../ocr/image/grey.ts";
import { drawnChar, fontFace } from "../../support/drawn-char.ts";
import { inkBounds } from "./canvas.ts";
import type { Sample } from "./mnist.ts";

export interface FontFile {
  /** Family. */
  readonly name: string;
  readonly file: string;
}

export const KATAKANA =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴー";

export const HIRAGANA =
  "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽー";

/** Every character of the set that the font has. */
export async function fontSamples(font: FontFile, charset: string): Promise<Sample[]> {
  const face = await fontFace(font.file);
  const samples: Sample[] = [];
  for (const char of charset) {
    if (!face.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)) continue;
    const picture = await drawnChar(char, font.file);
    const bounds = inkBounds(picture, 160);
    if (bounds) samples.push({ char, picture: cut(picture, bounds) });
  }
  return samples;
}
