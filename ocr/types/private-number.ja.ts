/** Finds 個人番号 in whatever was read of a page: what may not be kept is told from what merely has twelve digits. */
import { isPrivateNumber } from "./check-digits.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { isPhone } from "./phone.ts";

/**
 * Twelve digits in a row, in groups as on the card (1234 5678 9018, 1234-5678-9018), or with the blanks that a reader puts
 * between them (123 45678 9018); thirteen with blanks are another number.
 */
const run =
  /(?<![\d-])(?:\d{12}|\d{4}[\s\-‐−–ー・]{1,3}\d{4}[\s\-‐−–ー・]{1,3}\d{4})(?!\d|-\d)|(?<![\d-]|\d\s)\d(?:\s?\d){11}(?!\s?\d|-\d)/gu;
const groups = /^\d{4}\D{1,3}\d{4}\D{1,3}\d{4}$/u;
const words = /個人番号|マイナンバー|ﾏｲﾅﾝﾊﾞｰ|個人ナンバー/u;

/** Letters that readers write for digits, between digits only. */
const slips: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  〇: "0",
  l: "1",
  I: "1",
  "|": "1",
  S: "5",
  B: "8",
};

/** Whether a name of a field asks for one (個人番号カードの有無 does not). */
export const asksForPrivateNumber = (name: string): boolean => {
  const rest = name.normalize("NFKC").split(words).at(-1) ?? "";
  return words.test(name.normalize("NFKC")) && !/^カード|有無|提出/u.test(rest);
};

function asDigits(text: string): string {
  const plain = text.normalize("NFKC");
  return plain.replace(/(?<=\d\s?)[Oo〇lI|SB](?=\s?\d)/gu, (c) => slips[c] ?? c);
}

/**
 * True when a text holds a 個人番号: twelve digits whose check digit is right, or twelve digits that are written or called
 * like one although the check digit is wrong (then a digit was misread or miswritten, and it is one all the same).
 */
export function holdsPrivateNumber(text: string): boolean {
  return signOf(text) !== "none";
}

/** checked: its check digit is right, or it is called one; shaped: only written like one. */
type Sign = "checked" | "shaped" | "none";

function signOf(text: string): Sign {
  const plain = asDigits(text);
  // Readers of Japanese write blanks between the signs: マ イ ナ ン バ ー.
  const named = words.test(plain.replace(/\s/gu, ""));
  const found = plain.match(run) ?? [];
  if (found.some((n) => named || isPrivateNumber(n.replace(/\D/gu, "")))) return "checked";
  return found.some((n) => groups.test(n.trim())) ? "shaped" : "none";
}

/** The text with every such run blacked out, for tables that must be kept without it. */
export function maskPrivateNumbers(text: string): string {
  const plain = asDigits(text);
  if (!holdsPrivateNumber(plain)) return text;
  return plain.replace(run, (found) => found.replace(/\d/gu, "*"));
}

/**
 * True when a field as read holds one. Boxes count for themselves: thirteen filled boxes with twelve digits read are a reader
 * that lost one, while twelve filled boxes of a 法人番号 are somebody's 個人番号 in the wrong place, whatever was read.
 */
export function fieldHoldsPrivateNumber(task: FieldTask, draft: FieldDraft): boolean {
  const filled = task.ink.inked.filter((on) => on).length;
  if (task.ink.inked.length > 0) {
    if (task.field.type === "corporate-number" && filled === 12) return true;
    if (filled !== 12) return false;
  }
  const named = words.test(task.field.name);
  const looks = [...draft.seen, draft.value].filter((text) => text !== "");
  const signs = looks.map((text) => signOf(named ? `${task.field.name} ${text}` : text));
  if (task.field.type === "phone") return phoneHoldsOne(looks, signs);
  return signs.some((s) => s !== "none");
}

/**
 * A look that doubles a digit makes twelve of the eleven of a mobile phone (0900-0000-0000), and one such number in eleven
 * has a check digit that is right: a few looks of that kind beside one that sees a phone number are slips.
 */
function phoneHoldsOne(looks: readonly string[], signs: readonly Sign[]): boolean {
  const found = signs.filter((s) => s !== "none").length;
  if (!signs.includes("checked")) return found > 0 && found === signs.length;
  return 2 * found >= signs.length || !looks.some((text) => isPhone(text.trim()));
}
