/** Handwritten kana in boxes, sign by sign, by one reader that learned them: a proposal for the person who looks in any case. */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import type { ReadSymbol } from "../engines/ocr-engine.ts";
import type { Rect } from "../image/grey.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldTask } from "./field-draft.ts";
import { type HandReading, lookAtSigns, readHandBoxes } from "./hand-boxes.ts";
import type { JapaneseReading } from "./japanese-reading.ts";
import { boxedHolder, boxedKana } from "./kana.ja.ts";
import type { Look } from "./looks.ts";
import { lowest, type ReadChar, textOf } from "./read-lines.ts";

export async function readHandKana(whole: FieldTask): Promise<JapaneseReading> {
  const charset = whole.field.type === "account-kana" ? boxedHolder : boxedKana;
  const read = await readHandBoxes(whole, charset);
  const { task } = read;
  const symbols = read.symbols.map(kanaFirst);
  const look = lookAtSigns({ ...read, symbols });
  const { chars } = look.text;
  const cells = cellsOf(task, symbols);
  return {
    chars,
    written: chars,
    places: cells?.map((at) => task.ink.glyphs[at] ?? none) ?? null,
    spaced: spacedOut(task, chars, cells),
    reasons: reasonsOf(read, symbols),
    doubts: symbols.flatMap(({ candidates }, at): CharDoubt[] =>
      candidates ? [{ at, candidates }] : [],
    ),
    confidence: lowest(chars),
    looks: [look, ...(await lookForDigits(task))],
    opinions: [],
    sized: false,
  };
}

/** Letters and digits are rare in names: what may be a kana as well is proposed as one (レ looks like L). */
function kanaFirst(symbol: ReadSymbol): ReadSymbol {
  const { text, candidates = [] } = symbol;
  const kana = plain.test(text) ? candidates.find((c) => c !== "" && !plain.test(c)) : undefined;
  if (kana === undefined) return symbol;
  return { ...symbol, text: kana, candidates: [kana, ...candidates.filter((c) => c !== kana)] };
}

const plain = /^[A-Z0-9]$/u;

const none: Rect = { x: 0, y: 0, width: 0, height: 0 };

function reasonsOf({ task, missed }: HandReading, symbols: readonly ReadSymbol[]): AskReason[] {
  if (symbols.length === 0) return [ask("not-read")];
  const reasons: AskReason[] = [];
  const written = task.ink.inked.filter((on) => on).length;
  if (missed) reasons.push(ask("missed-ink"));
  else if (symbols.length !== written) reasons.push(ask("length"));
  if (symbols.some((s) => s.candidates)) reasons.push(ask("unsure"));
  return reasons;
}

/** Which glyph of the line each sign is; null when it cannot be told. */
function cellsOf({ ink }: FieldTask, symbols: readonly ReadSymbol[]): number[] | null {
  if (symbols.length === ink.glyphs.length) return symbols.map((_, at) => at);
  const cells = symbols.map(({ box }) => ink.glyphs.findIndex((glyph) => glyph.x === box?.x));
  return cells.includes(-1) ? null : cells;
}

/** A blank where boxes between two signs are empty. */
function spacedOut(
  { ink }: FieldTask,
  chars: readonly ReadChar[],
  cells: readonly number[] | null,
): string {
  const boxes = ink.inked.flatMap((on, box) => (on ? [box] : []));
  if (cells === null || boxes.length !== ink.glyphs.length) return textOf(chars);
  const places = cells.map((cell) => boxes[cell] ?? 0);
  return chars
    .map(({ text }, at) => {
      const gap = at > 0 && (places[at] ?? 0) - (places[at - 1] ?? 0) > 1;
      return gap ? ` ${text}` : text;
    })
    .join("");
}

/** Boxes of a 個人番号. */
const PRIVATE = 12;

/**
 * Among kana alone a digit comes out as a kana, and a 個人番号 in the wrong place would be kept: where most of twelve signs
 * may be digits, they are read as such, for nothing but the search for such numbers.
 */
async function lookForDigits(task: FieldTask): Promise<Look[]> {
  if (task.ink.inked.filter((on) => on).length !== PRIVATE) return [];
  const wide = await readHandBoxes(task, boxedHolder);
  if ((wide.raw.match(/[0-9IOSB]/gu) ?? []).length <= PRIVATE / 2) return [];
  const { raw } = await readHandBoxes(task, "0123456789");
  return [{ text: { engine: task.readers.hand, chars: [], raw }, value: "", fits: false }];
}
