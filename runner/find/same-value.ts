/** Tells whether two values are the same for a clerk although the screen writes one of them in another format. */
import { isoDate, readDate } from "../../core/index.ts";
import { moneyMarks } from "../screen-words.ja.ts";

function plainValue(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Digits with hyphens only where a format puts them: telephone and postal numbers; never money or account numbers. */
function grouped(text: string): string | null {
  return /^\d+(?:-\d+)*$/u.test(text) ? text.replaceAll("-", "") : null;
}

function amount(text: string): string | null {
  const bare = text.replace(moneyMarks, "").trim();
  return /^-?\d{1,3}(?:,\d{3})+$|^-?\d+$/u.test(bare) ? bare.replaceAll(",", "") : null;
}

/** Equal after NFKC and blanks, as amounts (commas, yen), as grouped digits, or as dates of any era writing. */
export function sameValue(left: string, right: string): boolean {
  const [a, b] = [plainValue(left), plainValue(right)];
  if (a === b || a.replaceAll(" ", "") === b.replaceAll(" ", "")) return true;
  const [moneyA, moneyB] = [amount(a), amount(b)];
  if (moneyA !== null && moneyA === moneyB) return true;
  const [groupA, groupB] = [grouped(a), grouped(b)];
  if (groupA !== null && groupA === groupB) return true;
  const [dateA, dateB] = [readDate(a), readDate(b)];
  return dateA !== null && dateB !== null && isoDate(dateA) === isoDate(dateB);
}

export interface NamedChoice {
  readonly text: string;
  readonly code: string;
}

/** Splits 「1：普通」 into its code and its words; null code when there is none. */
function parts(text: string): { code: string | null; words: string } {
  const m = /^([0-9A-Za-z]{1,8})\s*[:.\-\s)]\s*(\S.*)$/u.exec(plainValue(text));
  return m ? { code: m[1] ?? null, words: m[2] ?? "" } : { code: null, words: plainValue(text) };
}

/** Choices that a value means: same text, else the words or the code in the text, else a unique beginning. */
export function choicesMeant<C extends NamedChoice>(
  choices: readonly C[],
  wanted: string,
): readonly C[] {
  const plain = plainValue(wanted).replaceAll(" ", "");
  const squeeze = (t: string): string => plainValue(t).replaceAll(" ", "");
  const ways: ((c: C) => boolean)[] = [
    (c) => squeeze(c.text) === plain,
    (c) => squeeze(parts(c.text).words) === plain,
    (c) => parts(c.text).code === plain,
    (c) => plain.length >= 2 && squeeze(parts(c.text).words).startsWith(plain),
  ];
  for (const way of ways) {
    const meant = choices.filter(way);
    if (meant.length > 0) return meant;
  }
  return [];
}

/** True when a shown text stands for a chosen option: all of it, or its words, or its code. */
export function sameChoice(shown: string, chosen: string): boolean {
  if (sameValue(shown, chosen)) return true;
  const [a, b] = [parts(shown), parts(chosen)];
  return sameValue(a.words, b.words) && (a.code === null || b.code === null || a.code === b.code);
}
