/** Wildcards of Excel (* ? and ~ as escape) without regular expressions: matching takes at most length × length steps. */

import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";

type Part =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "any" }
  | { readonly kind: "one" };

export function hasWildcard(pattern: string): boolean {
  return /[*?~]/.test(pattern);
}

/** Excel itself looks for no more than this. */
const longestPattern = 255;

function partsOf(pattern: string): Part[] {
  if (pattern.length > longestPattern)
    throw new Uncomputable("limit", "length", uncomputableText.longPattern());
  const parts: Part[] = [];
  for (const [sign] of pattern.toLowerCase().matchAll(/~[*?~]|[\s\S]/g)) {
    if (sign.length === 2) parts.push({ kind: "char", char: sign.slice(1) });
    else if (sign === "?") parts.push({ kind: "one" });
    else if (sign !== "*") parts.push({ kind: "char", char: sign });
    else if (parts.at(-1)?.kind !== "any") parts.push({ kind: "any" });
  }
  return parts;
}

/** A test for whole texts, letter case does not count. */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern);
  if (!parts.some((p) => p.kind === "one")) return (text) => matches(parts, text.toLowerCase());
  const whole = partsOf(oneUnitEach(pattern));
  return (text) => {
    const found = matches(parts, text.toLowerCase());
    const unclear = pairs.test(text) && found !== matches(whole, oneUnitEach(text).toLowerCase());
    if (unclear) throw new Uncomputable("construct", "?", uncomputableText.halfCharacter());
    return found;
  };
}

const pairs = /[\ud800-\udbff][\udc00-\udfff]/;

/** Whether "?" stands for half of a character of two units (𠮷) differs between versions: each made one unit. */
const oneUnitEach = (text: string): string => text.replace(new RegExp(pairs, "g"), "\ue000");

/** Greedy matching with one point of return: the last "*". */
function matches(parts: readonly Part[], text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const part = parts[p];
    if (part?.kind === "any") {
      star = p++;
      mark = t;
    } else if (part && (part.kind === "one" || part.char === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (parts[p]?.kind === "any") p++;
  return p === parts.length;
}

/**
 * Index of the first place from which the pattern matches a beginning of the rest; -1 when there is none. The pieces between
 * the stars are found one after another, each as early as possible: if that fails, no later beginning can help.
 */
export function wildcardSearch(pattern: string, text: string, from: number): number {
  const pieces = piecesOf(partsOf(pattern));
  const lower = text.toLowerCase();
  let start = -1;
  let at = from;
  for (const piece of pieces) {
    const found = pieceAt(piece, lower, at);
    if (found < 0) return -1;
    if (start < 0) start = found;
    at = found + piece.length;
  }
  return start < 0 ? from : start;
}

type Single = Exclude<Part, { kind: "any" }>;

/** A pattern that begins with a star has an empty first piece. */
function piecesOf(parts: readonly Part[]): Single[][] {
  const pieces: Single[][] = [[]];
  for (const part of parts) {
    if (part.kind === "any") pieces.push([]);
    else pieces.at(-1)?.push(part);
  }
  return pieces;
}

function pieceAt(piece: readonly Single[], text: string, from: number): number {
  for (let at = from; at + piece.length <= text.length; at++) {
    if (piece.every((p, i) => p.kind === "one" || p.char === text[at + i])) return at;
  }
  return -1;
}
