/** Signs that both readers of lines take for each other alike (ブ and プ, ツ and ン, 高 and 髙): a reader of single signs looks too. */
import type { CharDoubt } from "../../core/index.ts";
import { takenFor, writtenFor } from "../calibration.ts";
import type { OcrEngine } from "../engines/ocr-engine.ts";
import type { FieldType } from "../form.ts";
import type { Grey, Rect } from "../image/grey.ts";
import { areMarksApart } from "./kana.ja.ts";
import type { ReadChar } from "./read-lines.ts";
import { lookAlikesOf } from "./type-table.ja.ts";

const kanji = /\p{Script=Han}/u;
const katakana = /[ァ-ヴー]/u;

/** Small kana are told by their size, not by this reader. */
const allKatakana = [
  ..."アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポ",
  ..."マミムメモヤユヨラリルレロワヲンヴー",
];

const kanaCharset = allKatakana.join("");

/** What may stand where a reader wrote a sign, the sign itself first; only the sign when nothing is known. */
export function standIns(type: FieldType, sign: string): readonly string[] {
  const near = (c: string) => [...lookAlikesOf(type, c), ...takenFor(c), ...writtenFor(c)];
  const own = near(sign);
  return [...new Set([sign, ...own, ...(kanji.test(sign) ? own.flatMap(near) : [])])];
}

/**
 * What the reader of single signs says of one: the reading holds, it is something else, it cannot be told (too poor a print,
 * nobody to ask), or nothing else looks like it.
 */
export type Opinion = "holds" | "else" | "unsure" | "clear";

export interface PlacedText {
  readonly type: FieldType;
  readonly chars: readonly ReadChar[];
  /** Ink of each character on its line; null when it cannot be told. */
  readonly places: readonly Rect[] | null;
  readonly lines: readonly Grey[];
  /** On a coarse scan every kana may be any other one: カ and ガ, テ and デ. */
  readonly coarse: boolean;
}

/** From this probability on an opinion is sure: `npm run bench -- faces` (docs/benchmarks.md). */
const SURE = 0.9;

/**
 * The same kana as its own reading: every one asked about among all kana, none told beforehand. Null when one is seen as another,
 * is not sure, or is no kana.
 */
export async function readKanaSigns(
  umpire: OcrEngine,
  text: PlacedText,
): Promise<readonly ReadChar[] | null> {
  const seen: ReadChar[] = [];
  for (const [at, char] of text.chars.entries()) {
    if (plainSigns.test(char.text)) {
      seen.push(char);
      continue;
    }
    const [place, picture] = [text.places?.[at], text.lines[char.line]];
    if (!katakana.test(char.text) || !place || !picture) return null;
    const { symbols } = await umpire.read(picture, { charset: kanaCharset, cells: [place] });
    const [sign] = symbols;
    if (sign?.text !== char.text || sign.confidence < SURE) return null;
    seen.push({ ...char, confidence: sign.confidence });
  }
  return seen;
}

/** One opinion per character. */
export async function secondOpinions(
  umpire: OcrEngine | null,
  text: PlacedText,
): Promise<Opinion[]> {
  const opinions: Opinion[] = [];
  for (const at of text.chars.keys()) opinions.push(await opinionOn(umpire, text, at));
  return opinions;
}

async function opinionOn(
  umpire: OcrEngine | null,
  { type, chars, places, lines, coarse }: PlacedText,
  at: number,
): Promise<Opinion> {
  const own = chars[at]?.text ?? "";
  const any = coarse && katakana.test(own);
  const among = any ? [...new Set([own, ...allKatakana])] : standIns(type, own);
  if (among.length === 1) return "clear";
  // Kana that both readers of lines agree on stand where nobody can be asked.
  if (umpire === null) return kanji.test(own) ? "unsure" : "clear";
  const [place, picture] = [places?.[at], lines[chars[at]?.line ?? 0]];
  if (!place || !picture) return "unsure";
  const { symbols } = await umpire.read(picture, { charset: among.join(""), cells: [place] });
  const [seen] = symbols;
  if (seen && seen.text !== own) return "else";
  return (seen?.confidence ?? 0) >= SURE ? "holds" : "unsure";
}

/**
 * Kana that it sees as another one. Its being unsure is no reason to ask, because both readers of lines agreed; but ブ and プ
 * deceive all of them alike.
 */
export function unclearKana(
  text: Pick<PlacedText, "type" | "chars">,
  opinions: readonly Opinion[],
): CharDoubt[] {
  return unclear(text, opinions).filter(({ at, candidates }) => {
    const own = text.chars[at]?.text ?? "";
    if (kanji.test(own)) return false;
    return opinions[at] === "else" || candidates.some((c) => c !== own && areMarksApart(c, own));
  });
}

/** Signs of a 口座名義 that nothing on paper looks like. */
const plainSigns = /^[().（）．]$/u;

/** True when the reader of single signs surely saw every kana as it was read: then even a coarse scan leaves no doubt. */
export function everyKanaHolds(
  { chars }: Pick<PlacedText, "chars">,
  opinions: readonly Opinion[],
): boolean {
  return chars.every(
    ({ text }, at) => plainSigns.test(text) || (katakana.test(text) && opinions[at] === "holds"),
  );
}

/** Kanji with variants that it does not surely see as the one that was read. */
export function unclearKanji(
  text: Pick<PlacedText, "type" | "chars">,
  opinions: readonly Opinion[],
): CharDoubt[] {
  return unclear(text, opinions).filter(({ at }) => kanji.test(text.chars[at]?.text ?? ""));
}

function unclear(
  { type, chars }: Pick<PlacedText, "type" | "chars">,
  opinions: readonly Opinion[],
): CharDoubt[] {
  return chars.flatMap(({ text }, at) =>
    opinions[at] === "else" || opinions[at] === "unsure"
      ? [{ at, candidates: [...standIns(type, text)] }]
      : [],
  );
}
