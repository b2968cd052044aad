/** Loads and cuts down the fonts of a printed form; mends a fault of fontkit that loses glyphs. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Font as FontkitFont } from "@pdf-lib/fontkit";
import type { PDFDocument, PDFFont } from "pdf-lib";
import { formErrors } from "./messages.ja.ts";

export interface Font {
  readonly font: PDFFont;
  /** Code points that the font can print. */
  readonly signs: ReadonlySet<number>;
}

const fontPackage = "@expo-google-fonts/biz-udgothic";
const fontFile = `${fontPackage}/400Regular/BIZUDGothic_400Regular.ttf`;

/** The font of captions, from the npm package. Throws OCR102 when it is not installed. */
export async function embedCaptionFont(pdf: PDFDocument): Promise<Font> {
  try {
    return await embed(pdf, await readFile(createRequire(import.meta.url).resolve(fontFile)));
  } catch (cause) {
    throw formErrors.captionFontMissing({ package: fontPackage }, { cause });
  }
}

/** A TrueType file. Throws OCR101 when it is missing, broken or of another kind. */
export async function embedValueFont(pdf: PDFDocument, file: string): Promise<Font> {
  try {
    const bytes = await readFile(file);
    // OpenType with CFF outlines ("OTTO") and collections ("ttcf") lose glyphs when they are cut down.
    const head = bytes.subarray(0, 4).toString("latin1");
    if (head === "\u0000\u0001\u0000\u0000" || head === "true") return await embed(pdf, bytes);
  } catch (cause) {
    throw formErrors.valueFontMissing({ file }, { cause });
  }
  throw formErrors.valueFontMissing({ file });
}

async function embed(pdf: PDFDocument, bytes: Uint8Array): Promise<Font> {
  const fontkit = (await import("@pdf-lib/fontkit")).default;
  pdf.registerFontkit({ create: (data) => longOffsets(fontkit.create(data)) });
  const font = await pdf.embedFont(bytes, { subset: true });
  return { font, signs: new Set(font.getCharacterSet()) };
}

/** What fontkit's TrueType subset keeps while it is written (not in its types). */
interface GrowingSubset {
  _addGlyph(id: number): number;
  readonly loca: { version?: number };
}

/**
 * fontkit 1.1.1 halves the glyph offsets of small subsets although glyphs may have an odd length: every glyph at
 * an odd offset is then lost on paper. Asking for the long offset table keeps the offsets whole.
 */
function longOffsets(font: FontkitFont): FontkitFont {
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    if (!isGrowing(subset)) return subset;
    const add = subset._addGlyph.bind(subset);
    subset._addGlyph = (id) => {
      subset.loca.version = 1;
      return add(id);
    };
    return subset;
  };
  return font;
}

function isGrowing<S extends object>(subset: S): subset is S & GrowingSubset {
  return "_addGlyph" in subset && typeof subset._addGlyph === "function";
}

/** Signs of a text that the font lacks; empty when all is well. */
export function missingSigns(text: string, font: Font): string[] {
  return [...new Set(text)].filter((c) => !font.signs.has(c.codePointAt(0) ?? 0));
}
