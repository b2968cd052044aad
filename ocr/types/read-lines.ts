/** Reads all lines of a field with one engine and keeps, per character, what later checks need. */
import type { EngineReading, OcrEngine, ReadProfile } from "../engines/ocr-engine.ts";
import { type Grey, pad, type Rect, rescale } from "../image/grey.ts";
import { LINE_MARGIN } from "../image/ink.ts";

/** One character of one reading. */
export interface ReadChar {
  readonly text: string;
  readonly confidence: number;
  /** On the line's picture at its full size; null when the engine does not say. */
  readonly box: Rect | null;
  readonly line: number;
}

export interface FieldText {
  readonly engine: OcrEngine;
  readonly chars: readonly ReadChar[];
  /** As the engine wrote it, lines joined without a blank. */
  readonly raw: string;
}

/** `scale` gives the engine the same glyphs in another size: an independent second look. */
export async function readLines(
  engine: OcrEngine,
  lines: readonly Grey[],
  how: { readonly profile: ReadProfile; readonly scale?: number },
): Promise<FieldText> {
  const scale = how.scale ?? 1;
  const chars: ReadChar[] = [];
  const raw: string[] = [];
  for (const [line, picture] of lines.entries()) {
    const scaled = scale === 1 ? picture : padAgain(rescale(picture, scale), scale);
    const reading = await engine.read(scaled, how.profile);
    raw.push(reading.text);
    chars.push(...charsOf(reading, { line, scale }));
  }
  return { engine, chars, raw: raw.join("").trim() };
}

/** NFKC per symbol: ⑲ of the standard Japanese model becomes 1 and 9. */
function charsOf(reading: EngineReading, at: { line: number; scale: number }): ReadChar[] {
  return reading.symbols.flatMap((s) => {
    const box = s.box && scaleBack(s.box, at.scale);
    const parts = [...s.text.normalize("NFKC")].filter((c) => c.trim() !== "");
    return parts.map((text) => ({ text, confidence: s.confidence, box, line: at.line }));
  });
}

/** The white margin must not shrink with the glyphs: readers fail without it. */
const padAgain = (line: Grey, scale: number): Grey => pad(line, marginLost(scale));

const marginLost = (scale: number): number => Math.ceil(LINE_MARGIN * Math.max(0, 1 - scale));

function scaleBack(box: Rect, scale: number): Rect {
  const added = scale === 1 ? 0 : marginLost(scale);
  return {
    x: (box.x - added) / scale,
    y: (box.y - added) / scale,
    width: box.width / scale,
    height: box.height / scale,
  };
}

export const textOf = (chars: readonly ReadChar[]): string => chars.map((c) => c.text).join("");

export const lowest = (chars: readonly ReadChar[]): number =>
  chars.length === 0 ? 0 : Math.min(...chars.map((c) => c.confidence));
