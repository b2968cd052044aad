/** How Japanese text is written: twins told apart by their neighbours, characters allowed, variant kanji. */
import { legalForms } from "./office-words.ja.ts";

const katakana = /[ァ-ヴ]/u;
const hiragana = /[ぁ-ん]/u;
const digit = /[0-9]/u;
const han = /\p{Script=Han}/u;
const dashes = /[ー一―—–−‐-]/u;

/** Kanji that look like kana. */
const kanaOf: Readonly<Record<string, string>> = {
  力: "カ",
  口: "ロ",
  工: "エ",
  夕: "タ",
  卜: "ト",
  八: "ハ",
  才: "オ",
  二: "ニ",
  三: "ミ",
  千: "チ",
};
const kanjiOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kanaOf).map(([kanji, kana]) => [kana, kanji]),
);
const alike: Readonly<Record<string, string>> = { へ: "ヘ", べ: "ベ", ぺ: "ペ", り: "リ" };
const alikeBack: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(alike).map(([h, k]) => [k, h]),
);

/** Chooses between twins by the characters beside them; without a hint the reading stays. */
export function repairTwins(text: readonly string[]): string[] {
  return text.map((c, i) => {
    const [left, right] = [text[i - 1] ?? "", text[i + 1] ?? ""];
    if (dashes.test(c)) return repairDash(c, left, right);
    if (!kanaOf[c] && !kanjiOf[c]) return repairHiragana(c, { left, right });
    const near = { left: text.slice(Math.max(0, i - 2), i), right: text.slice(i + 1, i + 3) };
    return repairKanji(c, { left: near.left.join(""), right: near.right.join("") });
  });
}

/** One or two signs on each side. */
interface Beside {
  readonly left: string;
  readonly right: string;
}

/** カ or 力: kana at the edge of a run of katakana, kanji where no katakana is near. */
function repairKanji(c: string, { left, right }: Beside): string {
  const side = katakanaSides(left, right);
  if (side === "none") return isBesideBracket(left, right) ? c : (kanjiOf[c] ?? c);
  return side === "unclear" ? c : (kanaOf[c] ?? c);
}

/** What the neighbours say: 市二ュータウン is kana, 二ノ丸 kanji (ノ between kanji is a particle), 市ニュ丸 unclear. */
function katakanaSides(left: string, right: string): "kana" | "none" | "unclear" {
  const before = isKatakana(left.at(-1)) && !isParticle(left.at(-1), left.at(-2));
  const after = isKatakana(right.at(0)) && !isParticle(right.at(0), right.at(1));
  if (!before && !after) return "none";
  const open = (side: string, on: boolean): boolean => on || side === "";
  if (open(left, before) && open(right, after)) return "kana";
  const run = before ? isKatakana(left.at(-2)) : isKatakana(right.at(1));
  return run ? "kana" : "unclear";
}

/** The one sign of カ）ミホン or ミホン（カ, whose word stands on the other side of the bracket. */
function isBesideBracket(left: string, right: string): boolean {
  const opened = /[(（]$/u.test(left);
  const closed = /^[)）]/u.test(right);
  const alone = (closed && (opened || left === "")) || (opened && (closed || right === ""));
  const bare = (text: string): string => text.replace(/^[)）]|[(（]$/gu, "");
  return alone && katakanaSides(bare(left), bare(right)) !== "none";
}

const isParticle = (c: string | undefined, beyond: string | undefined): boolean =>
  c !== undefined && /[ノヶケ]/u.test(c) && beyond !== undefined && /\p{Script=Han}/u.test(beyond);

const isKatakana = (c: string | undefined): boolean => c !== undefined && /[ァ-ヴー]/u.test(c);

/** 二 for ニ and the other way round; the sign itself when it has none. */
export const twinOf = (sign: string): string =>
  kanaOf[sign] ?? kanjiOf[sign] ?? (dashes.test(sign) ? "一" : sign);

/** A kanji so rare that a reader that wrote it, or the kana in its place, has more likely lost a stroke (土). */
const rareTwin = "卜";

/** Places of the signs whose twin cannot be ruled out by their neighbours. */
export function unclearTwins(text: string): number[] {
  const all = [...text];
  return all.flatMap((c, i) => {
    const left = all.slice(Math.max(0, i - 2), i).join("");
    const right = all.slice(i + 1, i + 3).join("");
    return isUnclearTwin(c, { left, right }) ? [i] : [];
  });
}

function isUnclearTwin(c: string, { left, right }: Beside): boolean {
  if (c === rareTwin) return true;
  if (dashes.test(c)) return isUnclearBar(c, left.at(-1) ?? "", right.at(0) ?? "");
  if (!kanaOf[c] && !kanjiOf[c]) return false;
  const side = katakanaSides(left, right);
  return side === "unclear" || (side === "none" && isBesideBracket(left, right));
}

/** A ー that lengthens no kana, and a hyphen that a kanji follows, may be 一 as well. */
function isUnclearBar(c: string, left: string, right: string): boolean {
  if (c === "ー") return !isKatakana(left) && (!hiragana.test(left) || han.test(right));
  return c === "-" && !/[0-9A-Za-z]/u.test(left) && han.test(right);
}

function repairHiragana(c: string, { left, right }: Beside): string {
  const kata = katakana.test(left) || katakana.test(right);
  const hira = hiragana.test(left) || hiragana.test(right);
  if (kata && !hira) return alike[c] ?? c;
  return hira && !kata ? (alikeBack[c] ?? c) : c;
}

function repairDash(c: string, left: string, right: string): string {
  if (digit.test(left) && (digit.test(right) || right === "")) return "-";
  if (digit.test(left) && /[A-Za-z]/u.test(right)) return "-";
  if (katakana.test(left) && c !== "一") return "ー";
  if (katakana.test(left) && (katakana.test(right) || right === "")) return "ー";
  if (c === "ー" && isNumeralPlace(left, right)) return "一";
  return /[―—–−‐]/u.test(c) ? "-" : c;
}

/** Where ー cannot stand and 一 does: 一式, 第一回, 見本 一. */
const isNumeralPlace = (left: string, right: string): boolean =>
  left === "" ? han.test(right) : han.test(left) && (han.test(right) || right === "");

/** Kana, kanji, digits, letters and the signs of names and addresses. */
export const textPattern =
  /^[ぁ-んァ-ヴー\p{Script=Han}〇々〆ヶA-Za-z0-9 ・（）()「」、。,.\-&'/:：~〜]+$/u;

/** Words in which a kanji with a twin is beyond doubt, because the whole word was read. */
const settled =
  /株式会社|有限会社|合同会社|合資会社|合名会社|特定非営利活動法人|社会福祉法人|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人|学校法人|宗教法人|代表取締役|代表社員|取締役|理事長|運輸|運送|様式|専門|薬局/gu;

/** Places (code points) of the characters that stand in such words. */
export function settledPlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const found of text.matchAll(settled)) {
    const from = [...text.slice(0, found.index)].length;
    for (let i = 0; i < [...found[0]].length; i++) places.add(from + i);
  }
  return places;
}

/** True when 会社 or 法人 stands in a name without a known legal form at its beginning or end: 株弐会社みほん. */
export function hasBrokenLegalForm(name: string): boolean {
  const plain = name.replace(/\s/gu, "");
  if (!/会社|法人/u.test(plain)) return false;
  return !legalForms.some((f) => plain.startsWith(f.written) || plain.endsWith(f.written));
}

/** A single letter that touches a kanji or kana is more likely a misread one (F葉 for 千葉). */
export const hasStrayLetter = (text: string): boolean =>
  /(?<![A-Za-z])[A-Za-z](?=[\p{Script=Han}ぁ-んァ-ヴ])|(?<=[\p{Script=Han}ぁ-ん])[A-Za-z](?![A-Za-z])/u.test(
    text,
  );
