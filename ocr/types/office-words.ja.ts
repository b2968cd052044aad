/**
 * Words that stand in office papers as they are and no other way: legal forms, titles, 丁目, kinds of buildings. A reading that is
 * one stroke beside such a word is proposed as the word, and never goes on without a person.
 */
import type { FieldType } from "../form.ts";
import { largeOfSmall, maySmallStandAfter, smallOfLarge } from "./kana.ja.ts";

/** 法人の種類: in kanji, as a フリガナ spells it, and as a 口座名義 shortens it. */
export const legalForms: readonly {
  readonly written: string;
  readonly spelt: string;
  readonly short: string;
}[] = [
  { written: "株式会社", spelt: "カブシキガイシャ", short: "ｶ" },
  { written: "有限会社", spelt: "ユウゲンガイシャ", short: "ﾕ" },
  { written: "合同会社", spelt: "ゴウドウガイシャ", short: "ﾄﾞ" },
  { written: "合資会社", spelt: "ゴウシガイシャ", short: "ｼ" },
  { written: "合名会社", spelt: "ゴウメイガイシャ", short: "ﾒ" },
  { written: "社会福祉法人", spelt: "シャカイフクシホウジン", short: "ﾌｸ" },
  { written: "特定非営利活動法人", spelt: "トクテイヒエイリカツドウホウジン", short: "ﾄｸﾋ" },
  { written: "一般社団法人", spelt: "イッパンシャダンホウジン", short: "ｼﾔ" },
  { written: "一般財団法人", spelt: "イッパンザイダンホウジン", short: "ｻﾞｲ" },
  { written: "公益社団法人", spelt: "コウエキシャダンホウジン", short: "ｼﾔ" },
  { written: "公益財団法人", spelt: "コウエキザイダンホウジン", short: "ｻﾞｲ" },
  { written: "医療法人", spelt: "イリョウホウジン", short: "ｲ" },
  { written: "学校法人", spelt: "ガッコウホウジン", short: "ｶﾞｸ" },
  { written: "宗教法人", spelt: "シュウキョウホウジン", short: "ｼﾕｳ" },
];

/** 役職 before a person's name, the longest first. */
const titles = [
  "代表取締役社長",
  "業務執行社員",
  "代表取締役",
  "取締役社長",
  "代表社員",
  "代表理事",
  "専務理事",
  "自治会長",
  "町内会長",
  "営業所長",
  "施設長",
  "支店長",
  "組合長",
  "理事長",
  "副会長",
  "事務長",
  "管理者",
  "取締役",
  "会長",
  "社長",
  "所長",
  "園長",
  "院長",
  "校長",
  "区長",
  "理事",
  "店主",
  "代表",
];

/** Kinds of buildings at the end of an address. */
const buildings = [
  "コーポ",
  "ハイツ",
  "メゾン",
  "ビル",
  "マンション",
  "アパート",
  "レジデンス",
  "ハイム",
  "コート",
  "ハウス",
  "パレス",
  "センタービル",
];

/** Shorter words are too near to others for a slip to be told. */
const SHORTEST = 4;

/** From this length on a word may hold two misread signs. */
const LONG = 8;

interface Found {
  readonly word: string;
  readonly from: number;
  /** Signs read right less twice those misread: 代表取綿役 is nearer to 代表取締役 than to 代表. */
  readonly score: number;
}

/** The word with which `signs` begin (or end), but for a slip; null when there is none, or two are as near. */
function nearest(
  signs: readonly string[],
  words: readonly string[],
  ends: "both" | "first",
): Found | null {
  const found = words.flatMap((word) => {
    const length = [...word].length;
    const starts = ends === "both" ? [...new Set([0, signs.length - length])] : [0];
    return starts.flatMap((from) => foundAt(signs, word, from) ?? []);
  });
  const best = Math.max(...found.map((f) => f.score));
  const near = found.filter((f) => f.score === best);
  // 代表社賑 is as near to 代表 as to 代表社員, and goes on.
  const longest = Math.max(...near.map((f) => f.word.length));
  const [only, other] = near.filter((f) => f.word.length === longest);
  return only && !other ? only : null;
}

function foundAt(signs: readonly string[], word: string, from: number): Found | null {
  const letters = [...word];
  if (from < 0 || signs.length < from + letters.length) return null;
  const slips = letters.filter((c, i) => plain(signs[from + i]) !== plain(c)).length;
  if (slips > slipsAllowed(letters.length)) return null;
  return { word, from, score: letters.length - 2 * slips };
}

function slipsAllowed(length: number): number {
  if (length >= LONG) return 2;
  return length >= SHORTEST ? 1 : 0;
}

const plain = (sign: string | undefined): string => largeOfSmall[sign ?? ""] ?? sign ?? "";

const spelt = legalForms.map((f) => f.spelt);
const written = legalForms.map((f) => f.written);

const formIn = (type: FieldType, signs: readonly string[]): Found | null => {
  if (type === "kana") return nearest(signs, spelt, "both");
  if (type === "name" || type === "organisation") return nearest(signs, written, "both");
  return null;
};

const titleIn = (type: FieldType, signs: readonly string[]): Found | null =>
  type === "name" || type === "organisation" ? nearest(signs, titles, "first") : null;

/**
 * The value with every word that is almost an office's word put right; the same text when there is none. `text` has single blanks.
 */
export function likelyText(type: FieldType, text: string): string {
  if (type === "address") return likelyAddress(text);
  const signs = [...text];
  for (const found of [formIn(type, signs), titleIn(type, signs)]) {
    if (found) signs.splice(found.from, [...found.word].length, ...found.word);
  }
  return signs.join("");
}

/** House numbers as they are written: 3丁目21番7号 (3上目21番7サ), 5-29-16 (5.29.16), and 号 at the end behind a building. */
const likelyAddress = (text: string): string =>
  text
    .replace(/(?<=\d) ?(?:[^\d\s目-]{0,2}目|[^\d\s-]日|丁\S)(?=\d+(?:番|-))/u, "丁目")
    .replace(/(?<=\d)(?:-?[.,]|[.,]-)(?=\d)/gu, "-")
    .replace(/(?<=\d丁目\d+番\d+) ?[^\d\s号地棟のノ-](?= |$)/u, "号")
    .replace(/(?<=[ァ-ヴー]{2,}\S*\d{2,4}) ?[^\d\s号室棟階F-]$/u, "号")
    .replace(/[ァ-ヴー]{2,}/gu, likelyBuilding);

/** ハイン is ハイツ, コーボ コーポ: words that differ only in what readers of kana take for each other. */
function likelyBuilding(run: string): string {
  const word = buildings.find((b) => foldKana(b) === foldKana(run));
  return word ?? run;
}

const foldKana = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u3099\u309a]/gu, "")
    .replace(/[ツンソ]/gu, "シ");

/** A gap between two signs that the paper leaves open, before sign `at`; `room` = how much wider than none, in em. */
export interface OpenGap {
  readonly at: number;
  readonly room: number;
}

/** What stands on one line, without blanks. */
export interface OpenLine {
  readonly signs: readonly string[];
  readonly open: readonly OpenGap[];
  /** Places before which the paper surely has a blank. */
  readonly blanks: readonly number[];
}

/** Longest name of a person with both parts, in kanji and in kana. */
const PERSON = { name: 6, kana: 9 } as const;

/** Ends of names of groups, which are written in one. */
const groups = /[会団隊社店部課校園院所組局人]$/u;

/** Of the open gaps those which hold a blank in what offices write: behind a title or 株式会社, between the parts of a name, before a building. */
export function likelyBlanks(type: FieldType, line: OpenLine): readonly number[] {
  if (type === "address")
    return line.open.map((g) => g.at).filter((at) => isBuildingEdge(line, at));
  if (type !== "name" && type !== "organisation" && type !== "kana") return [];
  const edges = wordEdges(type, line.signs);
  const found = line.open.map((g) => g.at).filter((at) => edges.includes(at));
  return [...found, ...partOfName(type, line, titleEnd(type, line.signs))];
}

/** Where a legal form or a title touches what it belongs to. */
function wordEdges(type: FieldType, signs: readonly string[]): number[] {
  const form = type === "kana" ? formIn(type, signs) : null;
  if (form) return [form.from === 0 ? [...form.word].length : form.from];
  const end = titleEnd(type, signs);
  return end > 0 ? [end] : [];
}

const titleEnd = (type: FieldType, signs: readonly string[]): number =>
  [...(titleIn(type, signs)?.word ?? "")].length;

/** Whether signs (without title and blanks) can be a person's name with both parts: none of a group or a company. */
export function isPerson(type: "name" | "kana", signs: readonly string[]): boolean {
  const fits = signs.length >= 2 && signs.length <= PERSON[type];
  return fits && !groups.test(signs.join("")) && formIn(type, signs) === null;
}

/** The widest open gap of a person's name that has no blank yet. */
function partOfName(type: FieldType, line: OpenLine, from: number): number[] {
  if (type !== "name" && type !== "kana") return [];
  const { signs, blanks, open } = line;
  if (!isPerson(type, signs.slice(from)) || blanks.some((at) => at > from)) return [];
  const inside = open.filter((g) => g.at > from).sort((a, b) => b.room - a.room);
  return inside.slice(0, 1).map((g) => g.at);
}

/** Between a house number and what follows it: 5-17 メゾン, 号 コーポ. */
function isBuildingEdge({ signs }: OpenLine, at: number): boolean {
  const [before, after] = [signs[at - 1] ?? "", signs.slice(at).join("")];
  if (before === "号") return /^[^\d\s-]{2}/u.test(after);
  return (
    /\d/u.test(before) &&
    /^(?:[ァ-ヴぁ-ん]{2}|\p{Script=Han}{2})/u.test(after) &&
    !/^(?:番|丁目|号)/u.test(after)
  );
}

/**
 * The size that a kana must have by the sounds of Japanese: シヨウ is ショウ, イ after レ and every kana at the beginning is large;
 * null where both are words (ツ and ッ, キヤ). `word` may hold kana of either size.
 */
export function likelySize(word: readonly string[], at: number): "small" | "large" | null {
  const [before, sign, after] = [word[at - 1] ?? "", plain(word[at]), plain(word[at + 1])];
  const small = smallOfLarge[sign];
  if (small === undefined) return null;
  if (!maySmallStandAfter(plain(before), small)) return "large";
  if (after === "" || !"シジチキギニヒビピミリ".includes(before)) return null;
  if (sign === "ヨ" && "ウク".includes(after)) return "small";
  return sign === "ユ" && "ウンク".includes(after) ? "small" : null;
}
