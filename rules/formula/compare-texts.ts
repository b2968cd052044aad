/** Which of two texts comes first, as Japanese Excel orders them: signs, digits, letters, kana, kanji in the order of JIS. */
import { uncomputableText } from "../messages.ja.ts";
import { Uncomputable } from "./value.ts";

const japanese = new Intl.Collator("ja");

/** Digits and letters of ASCII, lower case. */
const isPlain = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 122);

/** Negative, 0 or positive; letter case does not count. Refuses where Excel's order is not known for certain. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  if (left === right) return 0;
  const shorter = Math.min(left.length, right.length);
  let i = 0;
  while (i < shorter && left.charCodeAt(i) === right.charCodeAt(i)) i++;
  if (i === shorter) return left.length - right.length;
  const [x, y] = [left.charCodeAt(i), right.charCodeAt(i)];
  return isPlain(x) && isPlain(y) ? x - y : collated(left, right);
}

/** Hyphens and apostrophes count for little in Windows, and kana and width of a letter for nothing at first. */
function collated(a: string, b: string): number {
  const order = japanese.compare(a, b);
  const bare = japanese.compare(withoutMarks(a), withoutMarks(b));
  if (sameKind(a) === sameKind(b) || Math.sign(order) !== Math.sign(bare))
    throw new Uncomputable("construct", "<", uncomputableText.textOrder());
  return order;
}

const withoutMarks = (text: string): string => text.replace(/[-'\u2010\uff0d\uff07]/gu, "");

/** The text with its widths and kinds of kana made alike. */
function sameKind(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u30a1-\u30f6]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}
