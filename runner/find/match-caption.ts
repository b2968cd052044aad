/** Compares captions as a clerk reads them: width, inner spaces and marks do not matter, letters do. */
import {
  captionCounts,
  captionMarks,
  headingUnits,
  hintStart,
  partMark,
} from "../screen-words.ja.ts";

/** NFKC, no spaces, no marks such as ※ ： (必須) around it. */
export function plainCaption(text: string): string {
  const folded = text.normalize("NFKC").replace(/\s+/gu, "");
  const bare = folded.replace(captionMarks, "");
  return (bare === "" ? folded : bare).toLowerCase();
}

/** A plain caption without the number, the key or the brackets that the screen puts round it: 「F5:検索」 is 「検索」. */
export function uncounted(plain: string): string {
  const inner = /^\(([^()]{2,})\)$/u.exec(plain)?.[1];
  return plainCaption((inner ?? plain).replace(captionCounts, ""));
}

/** A caption that says a part of something, as the whole and its part: 「生年月日の年」, 「期間（開始）」. */
export function partsOf(caption: string): readonly (readonly [string, string])[] {
  const folded = caption.normalize("NFKC").trim();
  const inside = /^([^()]+)\(([^()]+)\)$/u.exec(folded);
  const parts: (readonly [string, string])[] = inside ? [[inside[1] ?? "", inside[2] ?? ""]] : [];
  for (const { index } of folded.matchAll(partMark))
    parts.push([folded.slice(0, index), folded.slice(index + 1)]);
  return parts.filter((both) => both.every((part) => plainCaption(part) !== ""));
}

/** A plain heading without what it counts in: 「運賃(円)」 is 「運賃」; null when it says none. */
export function withoutUnit(heading: string): string | null {
  const plain = plainCaption(heading);
  const bare = plain.replace(headingUnits, "");
  return bare === "" || bare === plain ? null : plainCaption(bare);
}

/** A caption as a sentence writes it: NFKC, without marks around it, blanks only between Latin words. */
export function writtenCaption(text: string): string {
  const line = text.normalize("NFKC").replace(/(?<![!-~])\s+|\s+(?![!-~])/gu, "");
  const bare = line.replace(captionMarks, "").trim();
  return bare === "" ? line : bare;
}

/** Plain text of a whole screen for looking up sentences: NFKC without spaces. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

export function containsText(screen: string, wanted: string): boolean {
  const text = plainText(wanted);
  return text !== "" && plainText(screen).includes(text);
}

export type MatchLevel = "exact" | "counted" | "prefix";

/** `wanted` is plain already. All but the exact caption need two letters so that single signs never match by chance. */
export function matches(name: string, wanted: string, level: MatchLevel): boolean {
  const plain = plainCaption(name);
  if (level === "exact") return plain === wanted;
  if (wanted.length < 2) return false;
  if (level === "counted") return uncounted(plain) === wanted;
  return plain.startsWith(wanted) || uncounted(plain).startsWith(wanted);
}

/**
 * A name that says the wanted caption and then, apart from it, words that are no note: 「氏名：見本 住所：」 before a field
 * is what stands before the caption of that field, 「住所」, and no longer name for 「氏名」.
 */
export function saysFurther(name: string, wanted: string): boolean {
  const words = name.normalize("NFKC").split(/[\s:]+/u);
  return words.some((_, i) => {
    const said = plainCaption(words.slice(0, i).join(""));
    const rest = words.slice(i).join(" ");
    return (said === wanted || uncounted(said) === wanted) && rest !== "" && !hintStart.test(rest);
  });
}

/** もしかして: the nearest caption in view, at most a third of it different; only ever a suggestion. */
export function nearestCaption(wanted: string, names: Iterable<string>): string | null {
  const target = plainCaption(wanted);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(target.length / 3)) + 1;
  for (const name of new Set(names)) {
    const plain = plainCaption(name);
    if (plain === "" || Math.abs(plain.length - target.length) >= bestDistance + 3) continue;
    const held = target.length >= 2 && plain.includes(target);
    const d = held ? 1 : distance(plain, target);
    if (d < bestDistance) [best, bestDistance] = [name, d];
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? b.length;
}

/** Letters that differ between two captions as a clerk reads them; a caption that only grew by a word counts as 1. */
export function captionDistance(wanted: string, name: string): number {
  const [a, b] = [plainCaption(wanted), plainCaption(name)];
  const grown = a.length >= 2 && b.length >= 2 && a !== b && (a.includes(b) || b.includes(a));
  return grown ? 1 : distance(a, b);
}
