/** Takes out signs that a reader wrote twice because it could not decide: ヤャ for one ヤ, はほ for one ほ. */
import { sameKana } from "./kana.ja.ts";
import type { ReadChar } from "./read-lines.ts";

/** More than this many doubled signs in one line is no reading any more. */
const MOST = 2;

/** A reading worth trying. `guess`: a sign went because it stood close, not because its twin stands beside it. */
export interface Single {
  readonly chars: readonly ReadChar[];
  readonly guess: boolean;
}

/**
 * The readings that are worth trying, in turn: without twins that differ in size or script only, then without
 * one and two of the signs that stand closest to a neighbour. Whoever asks keeps the first that fits the ink;
 * a guess is for a look that needed none to confirm (5丁目21番 with a touching 21 loses its 目 in every look).
 */
export function* withoutDoubles(chars: readonly ReadChar[]): Generator<Single> {
  let left: readonly ReadChar[] = withoutTwins(chars);
  if (left.length < chars.length) yield { chars: left, guess: false };
  for (let i = 0; i < MOST && left.length > 2; i++) {
    left = withoutClosest(left);
    yield { chars: left, guess: true };
  }
}

function withoutTwins(chars: readonly ReadChar[]): ReadChar[] {
  const out: ReadChar[] = [];
  for (const c of chars) {
    const last = out.at(-1);
    const twin = last && last.text !== c.text && sameKana(last.text, c.text);
    if (!twin) out.push(c);
    else if (c.confidence > last.confidence) out[out.length - 1] = c;
  }
  return out;
}

/** Of the two signs whose places lie closest together, the one that the reader trusts less goes. */
function withoutClosest(chars: readonly ReadChar[]): readonly ReadChar[] {
  let closest = { at: -1, apart: Number.POSITIVE_INFINITY };
  for (let i = 1; i < chars.length; i++) {
    const apart = distance(chars[i - 1], chars[i]);
    if (apart < closest.apart) closest = { at: i, apart };
  }
  const [left, right] = [chars[closest.at - 1], chars[closest.at]];
  if (!left || !right) return chars;
  const drop = left.confidence < right.confidence ? closest.at - 1 : closest.at;
  return chars.filter((_, i) => i !== drop);
}

function distance(a: ReadChar | undefined, b: ReadChar | undefined): number {
  if (!a?.box || !b?.box || a.line !== b.line) return Number.POSITIVE_INFINITY;
  // Digits and letters stand close by nature.
  if (/^[!-~]$/u.test(a.text) || /^[!-~]$/u.test(b.text)) return Number.POSITIVE_INFINITY;
  return Math.abs(b.box.x + b.box.width / 2 - (a.box.x + a.box.width / 2));
}
