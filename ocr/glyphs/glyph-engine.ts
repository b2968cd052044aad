/** The recogniser as one more reader of lines, beside Tesseract and of another kind. */
import type { OcrEngine } from "../engines/ocr-engine.ts";
import { createFaceReader, createGlyphReader, type GlyphReader } from "./glyph-reader.ts";
import { readStrip, withoutLowSigns } from "./glyph-strip.ts";

/**
 * Reads lines of separate characters whose set is given and known to it; every other line gives "". Starts in about
 * 0.2 s. Throws BukaError OCR014 when weights or thresholds are missing or damaged.
 */
export function createGlyphEngine(reader: GlyphReader = createGlyphReader()): OcrEngine {
  return {
    ref: reader.ref,
    read: (picture, { charset, cells, around }) => {
      const known = charset !== null && reader.knows(withoutLowSigns(charset));
      const reading = known
        ? readStrip(reader, picture, {
            charset,
            glyphs: cells ?? null,
            ...(around ? { around } : {}),
          })
        : { text: "", symbols: [] };
      return Promise.resolve(reading);
    },
    close: () => Promise.resolve(),
  };
}

/** The reader of printed characters as an engine: asked about single characters, never about whole lines. */
export function createFaceEngine(reader: GlyphReader = createFaceReader()): OcrEngine {
  return createGlyphEngine(reader);
}
