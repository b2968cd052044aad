/** フリガナ (full-width katakana with blanks kept) and 口座名義カナ (全銀 half width, one sign per box). */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import { ask } from "./ask-reasons.ja.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { asSpaced, type JapaneseReading, japaneseDraft, readJapanese } from "./japanese-reading.ts";
import {
  holderLength,
  holderPattern,
  kanaLookAlikes,
  kanaPattern,
  largeOfSmall,
  maySmallStandAfter,
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

export async function readKana(task: FieldTask): Promise<FieldDraft> {
  const reading = await readJapanese(task, rules);
  const sizes = sizesOf(reading);
  const shown = withSizes(reading, sizes);
  const reasons = [...reading.reasons];
  const stray = strayPlaces(shown);
  const sized = withSizes(reading, likelySizes(reading, { sizes, shown, stray }));
  if (sizes.includes("unclear") || sizesDiffer(reading, sizes) || stray.length > 0)
    reasons.push(ask("small-kana"));
  if (sized !== "" && !kanaPattern.test(sized)) reasons.push(ask("charset"));
  if (sized.length > (task.field.maxLength ?? sized.length)) reasons.push(ask("too-long"));
  return japaneseDraft(reading, asSpaced(reading, sized), {
    reasons,
    doubts: sizeDoubts(reading, sizes, stray),
  });
}

interface ShownKana {
  readonly sizes: readonly (KanaSize | null)[];
  /** The text in these sizes. */
  readonly shown: string;
  readonly stray: readonly number[];
}

/** The sizes that the paper shows, and where it leaves them open, those that Japanese has. */
function likelySizes(
  reading: JapaneseReading,
  { sizes, shown, stray }: ShownKana,
): (KanaSize | null)[] {
  const likely = shown.split(" ").flatMap((word) => {
    const large = [...word].map((c) => largeOfSmall[c] ?? c);
    return large.map((_, i) => likelySize(large, i));
  });
  return sizes.map((size, at) => {
    if (stray.includes(at)) return "large";
    const open = size === "unclear" || otherSize(reading.written[at], size);
    return open ? (likely[at] ?? size) : size;
  });
}

/** Places (blanks not counted) of small kana that no Japanese word has there: ィイヅカ is イイヅカ. */
function strayPlaces(sized: string): number[] {
  const words = sized.split(" ").map((word) => [...word]);
  let at = 0;
  return words.flatMap((word) =>
    word.flatMap((c, i) => {
      at++;
      return largeOfSmall[c] !== undefined && !maySmallStandAfter(word[i - 1] ?? "", c)
        ? [at - 1]
        : [];
    }),
  );
}

/** Kana whose size the paper does not show, or that the reader wrote in the other size. */
function sizeDoubts(
  reading: JapaneseReading,
  sizes: readonly (KanaSize | null)[],
  stray: readonly number[],
): CharDoubt[] {
  return reading.chars.flatMap((c, at) => {
    const small = smallOfLarge[c.text];
    if (small === undefined) return [];
    const size = sizes[at] ?? null;
    const unclear = size === "unclear" || otherSize(reading.written[at], size);
    return unclear || stray.includes(at) ? [{ at, candidates: [c.text, small] }] : [];
  });
}

/** True when the reader wrote another size than the paper shows. */
function sizesDiffer(reading: JapaneseReading, sizes: readonly (KanaSize | null)[]): boolean {
  return reading.written.some((c, i) => otherSize(c, sizes[i] ?? null));
}

function otherSize(written: ReadChar | undefined, size: KanaSize | null): boolean {
  const small = largeOfSmall[toKatakana(written?.text ?? "")] !== undefined;
  return size === (small ? "large" : "small");
}

function sizesOf(reading: JapaneseReading): (KanaSize | null)[] {
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
  const reading = await readJapanese(task, rules);
  const sizes = sizesOf(reading);
  const signs = reading.chars.map((c, i) =>
    sizes[i] === "small" ? (smallOfLarge[c.text] ?? c.text) : c.text,
  );
  // Boxes tell blanks by being empty; on forms without boxes the room between the signs does.
  const boxed = task.ink.inked.length > 0;
  const spaced = boxed ? spread(signs, task.ink.inked) : withSizes(reading, sizes);
  const { value, starts } = zenginOf(spaced);
  return japaneseDraft(
    reading,
    { value, starts, write: toZengin },
    {
      reasons: [...reading.reasons, ...sizeReasons(sizes), ...holderReasons(signs, value, task)],
      doubts: holderDoubts(signs, sizes),
    },
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

function holderReasons(signs: readonly string[], value: string, task: FieldTask): AskReason[] {
  const reasons: AskReason[] = [];
  const written = task.ink.inked.filter((on) => on).length;
  if (task.ink.inked.length > 0 && written !== signs.length) reasons.push(ask("length"));
  if (signs.some((s) => !holderPattern.test(s))) reasons.push(ask("charset"));
  if (value.length > holderLength) reasons.push(ask("too-long"));
  return reasons;
}

/** Puts the blanks back that empty boxes mean: those before the first and after the last sign are none. */
function spread(signs: readonly string[], inked: readonly boolean[]): string {
  if (inked.filter((on) => on).length !== signs.length) return signs.join("");
  let next = 0;
  const whole = inked.map((on) => (on ? (signs[next++] ?? "") : " ")).join("");
  return whole.trim().replace(/ +/gu, " ");
}
