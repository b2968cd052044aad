/** Classes of characters in regular expressions: \d, \w, \s, [[:alpha:]], \p{Han}. */
import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { PointTest } from "./regex-node.ts";

/** Ends the search: what this part of a pattern means in Excel is not known for certain. */
export function unclear(part: string): never {
  throw new Uncomputable("construct", part, uncomputableText.regexPart(part));
}

const between = (p: number, from: string, to: string): boolean =>
  p >= from.charCodeAt(0) && p <= to.charCodeAt(0);

const digit: PointTest = (p) => between(p, "0", "9");
const upper: PointTest = (p) => between(p, "A", "Z");
const lower: PointTest = (p) => between(p, "a", "z");
const letter: PointTest = (p) => upper(p) || lower(p);
const word: PointTest = (p) => digit(p) || letter(p) || p === 95;
const space: PointTest = (p) => p === 32 || (p >= 9 && p <= 13);

const inUnicode = (pattern: RegExp) => (p: number) =>
  p > 127 && pattern.test(String.fromCodePoint(p));

/** Whether \d, \w and \s know more than ASCII is not documented: what hangs on that is not computed. */
function plainOnly(name: string, test: PointTest, elsewhere: PointTest): PointTest {
  return (p) => (elsewhere(p) ? unclear(name) : test(p));
}

const shorthands: Readonly<Record<string, PointTest>> = {
  d: plainOnly("\\d", digit, inUnicode(/\p{Nd}/u)),
  w: plainOnly("\\w", word, inUnicode(/[\p{L}\p{N}\p{M}_]/u)),
  s: plainOnly("\\s", space, inUnicode(/[\p{Z}\u0085]/u)),
};

/** The test of \d, \D, \w, \W, \s or \S; null for other letters. */
export function shorthand(letterName: string): PointTest | null {
  const test = shorthands[letterName.toLowerCase()];
  if (!test) return null;
  return letterName === letterName.toLowerCase() ? test : (p) => !test(p);
}

/** What \b takes for a part of a word. */
export const isWord: PointTest = (p) => shorthands["w"]?.(p) ?? false;

const posix: Readonly<Record<string, PointTest>> = {
  alnum: (p) => letter(p) || digit(p),
  alpha: letter,
  ascii: (p) => p < 128,
  blank: (p) => p === 32 || p === 9,
  cntrl: (p) => p < 32 || p === 127,
  digit,
  graph: (p) => p > 32 && p < 127,
  lower,
  print: (p) => p >= 32 && p < 127,
  punct: (p) => p > 32 && p < 127 && !letter(p) && !digit(p),
  space,
  upper,
  word,
  xdigit: (p) => digit(p) || between(p, "a", "f") || between(p, "A", "F"),
};

/** [[:alpha:]] and its kin; null when there is none of that name. */
export function posixClass(name: string): PointTest | null {
  const test = posix[name];
  return test ? plainOnly(`[:${name}:]`, test, (p) => p > 127 && name !== "ascii") : null;
}

/** \p{…}: general categories and scripts; null when Unicode has none of that name. */
export function property(name: string): PointTest | null {
  for (const written of [name, `Script=${name}`]) {
    try {
      const pattern = new RegExp(`^\\p{${written}}$`, "u");
      return (p) => pattern.test(String.fromCodePoint(p));
    } catch {
      // The next spelling is tried.
    }
  }
  return null;
}
