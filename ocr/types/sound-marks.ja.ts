/** ブ or プ: on a blurred scan both Japanese readers see the same wrong one, so a reader of single characters is asked too. */
import type { CharDoubt } from "../../core/index.ts";
import type { OcrEngine } from "../engines/ocr-engine.ts";
import type { Grey, Rect } from "../image/grey.ts";
import type { ReadChar } from "./read-lines.ts";

/** Neighbours are twins. */
const marked = "バパビピブプベペボポばぱびぴぶぷべぺぼぽ";

/**
 * Marks that every look saw with this confidence are right: over 109 such kana in seven qualities the wrong ones had
 * 0.96 at most, and asking about all would cost one field in eight.
 */
const SURE = 0.97;

export interface PlacedText {
  /** The value as each look that agrees with it read it. */
  readonly looks: readonly (readonly ReadChar[])[];
  readonly places: readonly Rect[];
  readonly lines: readonly Grey[];
}

/** The characters whose mark the umpire does not see as it was read. */
export async function unclearMarks(umpire: OcrEngine, text: PlacedText): Promise<CharDoubt[]> {
  const doubts: CharDoubt[] = [];
  const [lead = []] = text.looks;
  for (const [at, { text: own, line }] of lead.entries()) {
    const twin = twinOf(own);
    const [place, picture] = [text.places[at], text.lines[line]];
    if (twin === null || !place || !picture) continue;
    if (text.looks.every((look) => (look[at]?.confidence ?? 0) >= SURE)) continue;
    const { symbols } = await umpire.read(picture, { charset: own + twin, cells: [place] });
    if (symbols[0]?.text !== own) doubts.push({ at, candidates: [own, twin] });
  }
  return doubts;
}

function twinOf(sign: string): string | null {
  const at = marked.indexOf(sign);
  return at < 0 ? null : marked.charAt(at % 2 === 0 ? at + 1 : at - 1);
}
