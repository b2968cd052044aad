/** フリガナ (full-width katakana with blanks kept) and 口座名義カナ (全銀 half width, one sign per box). */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { isHandInBoxes } from "./hand-boxes.ts";
import { readHandKana } from "./hand-kana.ts";
import { asSpaced, japaneseDraft } from "./japanese-draft.ts";
import { type JapaneseReading, readJapanese } from "./japanese-reading.ts";
import {
  holderLength,
  holderPattern,
  kanaLookAlikes,
  kanaPattern,
  largeOfSmall,
  rarelySmall,
  smallOfLarge,
  toKatakana,
  toZengin,
} from "./kana.ja.ts";
import { type KanaSize, kanaSizes } from "./line-geometry.ts";
import { likelySize } from "./office-words.ja.ts";
import type { ReadChar } from "./read-lines.ts";

const repair = (chars: readonly ReadChar[]): ReadChar[] =>
  chars.map((c) => ({ ...c, text: kanaLookAlikes[c.text] ?? toKatakana(c.text) }));

/** Readers confuse ヨ and ョ freely, so agreement is judged on large kana and the size on the paper decides. */
const enlarge = (chars: readonly ReadChar[]): ReadChar[] =>
  repair(chars).map((c) => ({ ...c, text: largeOfSmall[c.text] ?? c.text }));

const rules = { normalise: enlarge, family: "kana" } as const;

const readBoxesOrLines = (task: FieldTask): Promise<JapaneseReading> =>
  isHandInBoxes(task) ? readHandKana(task) : readJapanese(task, rules);

export async function readKana(task: FieldTask): Promise<FieldDraft> {
  const reading = await readBoxesOrLines(task);
  const { sizes, open } = settledSizes(reading);
  const sized = withSizes(reading, sizes);
  const reasons = [...reading.reasons];
  if (open.length > 0) reasons.push(ask("small-kana"));
  if (sized !== "" && !kanaPattern.test(sized)) reasons.push(ask("charset"));
  if (sized.length > (task.field.maxLength ?? sized.length)) reasons.push(ask("too-long"));
  const doubts = open.map((at): CharDoubt => {
    const large = reading.chars[at]?.text ?? "";
    return { at, candidates: [large, smallOfLarge[large] ?? large] };
  });
  return japaneseDraft(reading, asSpaced(reading, sized), { reasons, doubts });
}

interface SettledSizes {
  readonly sizes: readonly (KanaSize | null)[];
  /** Places of characters whose size a person must say. */
  readonly open: readonly number[];
}

/**
 * Three say how large a kana is: its ink, the reader, and the sounds of Japanese where these leave no choice. A clear ink and one
 * of the others settle it; where the ink is unclear, both others must agree (readers write ショ for シヨ by habit).
 */
function settledSizes(reading: JapaneseReading): SettledSizes {
  const sounds = soundsOf(reading.spaced);
  const open: number[] = [];
  const sizes = inkedSizes(reading).map((ink, at) => {
    if (ink === null) return null;
    const sound = sounds[at] ?? null;
    const said = saidSize(reading, at);
    const { size, settled } =
      said === null
        ? proposedSize({ ink, sound, sign: reading.chars[at]?.text ?? "" })
        : settledSize({ ink, sound, said });
    if (!settled) open.push(at);
    return size;
  });
  return { sizes, open };
}

interface Said {
  readonly ink: KanaSize;
  readonly sound: "small" | "large" | null;
  /** By the reader. */
  readonly said: "small" | "large";
}

/**
 * By hand sizes vary, and a person looks in any case: the sounds propose, and the ink where they say nothing. トゥ stands in no
 * name that is not foreign, トウ in many.
 */
function proposedSize({ ink, sound, sign }: Omit<Said, "said"> & { readonly sign: string }): {
  size: KanaSize;
  settled: boolean;
} {
  if (sound !== null) return { size: sound, settled: true };
  if (sign === rarelySmall) return { size: "large", settled: ink !== "small" };
  return { size: ink, settled: ink !== "unclear" };
}

function settledSize({ ink, sound, said }: Said): { size: KanaSize; settled: boolean } {
  // No Japanese word has a small kana there: ィイヅカ is イイヅカ.
  const stray = ink === "small" && sound === "large";
  const clear = ink !== "unclear" && (ink === said || ink === sound);
  const settled = !stray && (clear || (ink === "unclear" && sound === said));
  return { size: ink === "unclear" || stray ? (sound ?? said) : ink, settled };
}

/** What the reader says; null when it tells no sizes. */
const saidSize = ({ sized, written }: JapaneseReading, at: number): "small" | "large" | null =>
  sized ? writtenSize(written[at]) : null;

/** What the sounds say, one per character of the text without its blanks. */
const soundsOf = (spaced: string): ("small" | "large" | null)[] =>
  spaced.split(" ").flatMap((word) => {
    const signs = [...word];
    return signs.map((_, i) => likelySize(signs, i));
  });

const writtenSize = (written: ReadChar | undefined): "small" | "large" =>
  largeOfSmall[toKatakana(written?.text ?? "")] === undefined ? "large" : "small";

function inkedSizes(reading: JapaneseReading): (KanaSize | null)[] {
  const text = reading.chars.map((c) => c.text);
  if (reading.places) return kanaSizes(text, reading.places);
  return text.map((c) => (smallOfLarge[c] ? "unclear" : null));
}

/** The spaced text with kana in the size that the paper shows. */
function withSizes(reading: JapaneseReading, sizes: readonly (KanaSize | null)[]): string {
  let next = 0;
  return [...reading.spaced]
    .map((c) => {
      if (c === " ") return c;
      const size = sizes[next++];
      return size === "small" ? (smallOfLarge[c] ?? c) : c;
    })
    .join("");
}

export async function readAccountKana(task: FieldTask): Promise<FieldDraft> {
  const reading = await readBoxesOrLines(task);
  const sizes = holderSizes(reading);
  const signs = reading.chars.map((c, i) =>
    sizes[i] === "small" ? (smallOfLarge[c.text] ?? c.text) : c.text,
  );
  // Boxes tell blanks by being empty; on forms without boxes the room between the signs does.
  const sized = withSizes(reading, sizes);
  const onLines = task.ink.inked.length > 0 ? sized : withoutBracketRoom(sized);
  const spaced = reading.sized ? onLines : reading.spaced;
  const { value, starts } = zenginOf(spaced);
  return japaneseDraft(
    reading,
    { value, starts, write: toZengin },
    {
      reasons: [...reading.reasons, ...sizeReasons(sizes), ...holderReasons(signs, value)],
      doubts: holderDoubts(signs, sizes),
    },
  );
}

/** A full-width bracket is half paper: ｶ) ﾐﾎﾝ is ｶ)ﾐﾎﾝ, and 全銀 has no blank beside one. */
const withoutBracketRoom = (text: string): string => text.replace(/ ?([()（）]) ?/gu, "$1");

/** In 全銀 every kana is large: only an ink that the reader, too, takes for a small one is in doubt. */
function holderSizes(reading: JapaneseReading): (KanaSize | null)[] {
  if (!reading.sized) return reading.chars.map(() => null);
  return inkedSizes(reading).map((ink, at) =>
    ink === "unclear" && writtenSize(reading.written[at]) === "large" ? "large" : ink,
  );
}

/** The text in 全銀 signs, and where each of its characters (blanks left out) begins. */
function zenginOf(text: string): { value: string; starts: number[] } {
  const starts: number[] = [];
  let value = "";
  for (const c of text) {
    if (c !== " ") starts.push([...value].length);
    value += toZengin(c);
  }
  return { value, starts };
}

function holderDoubts(signs: readonly string[], sizes: readonly (KanaSize | null)[]): CharDoubt[] {
  return signs.flatMap((c, at) => {
    const other = smallOfLarge[c] ?? largeOfSmall[c];
    return other && (sizes[at] === "unclear" || sizes[at] === "small")
      ? [{ at, candidates: [c, other] }]
      : [];
  });
}

function sizeReasons(sizes: readonly (KanaSize | null)[]): AskReason[] {
  const reasons: AskReason[] = [];
  if (sizes.includes("small")) reasons.push(ask("small-kana-written"));
  if (sizes.includes("unclear")) reasons.push(ask("small-kana"));
  return reasons;
}

function holderReasons(signs: readonly string[], value: string): AskReason[] {
  const reasons: AskReason[] = [];
  if (signs.some((s) => !holderPattern.test(s))) reasons.push(ask("charset"));
  if (value.length > holderLength) reasons.push(ask("too-long"));
  return reasons;
}
