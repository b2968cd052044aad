/** Reads the printed words of a form: the words of a line are laid side by side first, because captions are spaced out. */
import type { OcrEngine } from "../../engines/ocr-engine.ts";
import type { MmBox } from "../../form.ts";
import { blankGrey, cut, type Grey, paste, rescale } from "../../image/grey.ts";
import { cutInk, type PageTone, pageTone, withMargin } from "../../image/ink.ts";
import { MM_PER_INCH, READING_DPI } from "../../intake/limits.ts";
import type { FlatForm } from "./lay-flat.ts";
import type { PrintedLine, PrintedWord } from "./page-words.ts";

const PX = READING_DPI / MM_PER_INCH;

/** Room between words on the strip, as a share of the line's height. */
const GAP_SHARE = 0.22;

/** Readers like glyphs of this height (pixels); larger titles are made smaller. */
const TALLEST = 44;

export interface WordReader {
  /**
   * Text of some words of one line, blanks taken out; "" when nothing was recognised. `known` says whether a text makes
   * sense where it stands: the second reader is asked where the first makes none.
   */
  read(
    words: readonly PrintedWord[],
    line: PrintedLine,
    known?: (text: string) => boolean,
  ): Promise<string>;
}

/** How texts are judged: what makes sense, and what is meant where two readers differ and neither does. */
export interface Sense {
  readonly known: (text: string) => boolean;
  readonly mend: (text: string) => string;
}

export function wordReader(
  flat: FlatForm,
  engines: readonly [OcrEngine, OcrEngine],
  sense: Sense,
): WordReader {
  const tone = pageTone(flat.picture, false);
  return {
    read: async (words, line, known = sense.known) => {
      if (words.length === 0) return "";
      const strip = layStrip(flat.picture, { words, line, tone });
      const texts: string[] = [];
      for (const engine of engines) {
        const reading = await engine.read(strip, { charset: null });
        const text = reading.text.normalize("NFKC").replace(/\s/gu, "");
        if (known(text) || texts.includes(text)) return text;
        texts.push(text);
      }
      return sense.mend(texts.find((t) => t !== "") ?? "");
    },
  };
}

function layStrip(
  picture: Grey,
  what: { words: readonly PrintedWord[]; line: PrintedLine; tone: PageTone },
): Grey {
  const { line } = what;
  const gap = Math.round(GAP_SHARE * line.box.height * PX);
  const parts = what.words.map((w) => partOf(picture, w.box, line.box));
  const width = parts.reduce((sum, p) => sum + p.width + gap, -gap);
  const height = Math.max(...parts.map((p) => p.height));
  const strip = blankGrey(Math.max(1, width), height);
  let x = 0;
  for (const part of parts) {
    paste(strip, part, { x, y: 0 });
    x += part.width + gap;
  }
  const clean = cutInk(strip, { x: 0, y: 0, width: strip.width, height: strip.height }, what.tone);
  const scaled = height > TALLEST ? rescale(clean, TALLEST / height) : clean;
  return withMargin(scaled);
}

/** A word in the full height of its line, one pixel of air around it. */
function partOf(picture: Grey, word: MmBox, line: MmBox): Grey {
  return cut(picture, {
    x: word.x * PX - 1,
    y: line.y * PX - 1,
    width: word.width * PX + 2,
    height: line.height * PX + 2,
  });
}
