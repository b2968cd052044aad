/** A Japanese reading as the draft of a field: its value in the form of the type, with every doubt at its place in that value. */
import type { AskReason, CharDoubt } from "../../core/index.ts";
import { differences, joinDoubts } from "./char-doubts.ts";
import type { FieldDraft } from "./field-draft.ts";
import type { JapaneseReading } from "./japanese-reading.ts";
import { candidatesOf, refsOf } from "./look-summary.ts";

/** What became of the characters of a reading: the value, and where each of them begins in it. */
export interface ShapedText {
  readonly value: string;
  /** Places in `value` (code points), one per character of the reading. */
  readonly starts: readonly number[];
  /** How one character is written in the value; as it is without this. */
  readonly write?: (text: string) => string;
}

/** The shape of a value that is the spaced text itself. */
export function asSpaced(reading: JapaneseReading, value: string = reading.spaced): ShapedText {
  const starts = [...value].flatMap((c, i) => (c === " " ? [] : [i]));
  return { value, starts };
}

export function japaneseDraft(
  reading: JapaneseReading,
  shaped: ShapedText,
  asked: { readonly reasons: readonly AskReason[]; readonly doubts: readonly CharDoubt[] },
): FieldDraft {
  const { value } = shaped;
  const each = reading.chars.map((c) => c.confidence);
  return {
    value,
    raw: reading.looks[0]?.text.raw ?? "",
    confidence: reading.confidence,
    charConfidences: each.length === [...value].length ? each : [],
    candidates: candidatesOf(reading.looks),
    reasons: [...new Map(asked.reasons.map((r) => [r.code, r])).values()],
    doubts: joinDoubts(value, placed([...reading.doubts, ...asked.doubts], shaped)),
    readers: refsOf(reading.looks),
    seen: reading.looks.map((l) => l.text.raw),
  };
}

/** Doubts about characters as doubts about places of the value: ガ or カ is ﾞ or nothing in half width. */
function placed(doubts: readonly CharDoubt[], { value, starts, write }: ShapedText): CharDoubt[] {
  const as = write ?? ((text: string): string => text);
  return doubts.flatMap(({ at, candidates: [own = "", ...others] }) => {
    const base = starts[at] ?? [...value].length;
    // A blank that is proposed, and may be none.
    if (others[0] === ` ${own}` && [...value][base - 1] === " ")
      return [{ at: base - 1, candidates: [" ", ""] }];
    if (others.length === 0) return [{ at: base, candidates: [as(own)] }];
    return differences(as(own), others.map(as)).map((d) => ({ ...d, at: d.at + base }));
  });
}
