/** Tables of kana: look-alikes, small and large, 全銀 half-width signs and legal-form abbreviations. */

/** Signs that a reader writes for a kana when the field can hold only kana. */
export const kanaLookAlikes: Readonly<Record<string, string>> = {
  一: "ー",
  "―": "ー",
  "—": "ー",
  "–": "ー",
  "-": "ー",
  "−": "ー",
  "‐": "ー",
  "|": "ー",
  "｜": "ー",
  二: "ニ",
  三: "ミ",
  力: "カ",
  刀: "カ",
  口: "ロ",
  工: "エ",
  夕: "タ",
  卜: "ト",
  八: "ハ",
  才: "オ",
  千: "チ",
  干: "チ",
  又: "ヌ",
  乂: "メ",
  厶: "ム",
  匕: "ヒ",
  亻: "イ",
  了: "ア",
  へ: "ヘ",
  べ: "ベ",
  ぺ: "ペ",
  り: "リ",
  せ: "セ",
  や: "ヤ",
  か: "カ",
  き: "キ",
  も: "モ",
  う: "ウ",
  こ: "コ",
  ヶ: "ケ",
  ヵ: "カ",
  ヮ: "ワ",
  "〈": "ク",
};

export const largeOfSmall: Readonly<Record<string, string>> = {
  ァ: "ア",
  ィ: "イ",
  ゥ: "ウ",
  ェ: "エ",
  ォ: "オ",
  ャ: "ヤ",
  ュ: "ユ",
  ョ: "ヨ",
  ッ: "ツ",
};

/** The small form of it stands in foreign names only. */
export const rarelySmall = "ウ";

/** Signs of one level stroke. */
export const levelStrokes = "一ー-";

export const smallOfLarge: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(largeOfSmall).map(([small, large]) => [large, small]),
);

/** Characters of a フリガナ. */
export const kanaPattern = /^[ァ-ヴー・（）()A-Za-z0-9. ]+$/u;

/** One box of a 口座名義カナ before it is written in half width: kana with its ﾞ (全銀 has no ヲ), signs, letters, digits. */
export const holderPattern = /^[ァ-ワンヴー（）()A-Z0-9.-]$/u;

/** Long vowel and hyphens are "-" in 全銀. */
const signs: Readonly<Record<string, string>> = { ー: "-", "（": "(", "）": ")", "・": "." };

const full =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンァィゥェォャュョッヲ";
const half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｧｨｩｪｫｬｭｮｯｦ";

const voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";

/** What people write into boxes of a フリガナ; a point low in its box is a small kana more often than a full stop. */
export const boxedKana = `${full}${voiced}ー・（）`;

/** The same for a 口座名義カナ, where letters and digits of company names stand, too. */
export const boxedHolder = `${boxedKana}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`;

const halfOf = new Map([...full].map((c, i) => [c, [...half][i] ?? c]));

/** 全銀 half width with ﾞ and ﾟ apart: ガ → ｶﾞ, ー → -. Other characters stay. */
export function toZengin(text: string): string {
  return [...text.normalize("NFKD")]
    .map((c) => {
      if (c === "\u3099") return "ﾞ";
      if (c === "\u309a") return "ﾟ";
      return signs[c] ?? halfOf.get(c) ?? c;
    })
    .join("");
}

/** Greatest number of 全銀 signs in a holder's name. */
export const holderLength = 30;

/** Hiragana as katakana; everything else stays. */
export function toKatakana(c: string): string {
  return /^[ぁ-ゖ]$/u.test(c) ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 0x60) : c;
}

const plainKana = (c: string): string => largeOfSmall[toKatakana(c)] ?? toKatakana(c);

/** True for ヤ and ャ, が and ガ. */
export function sameKana(a: string, b: string): boolean {
  return /^[ァ-ヴ]$/u.test(toKatakana(a)) && plainKana(a) === plainKana(b);
}

/** True when two texts in kana of either width are the same but for ゛ and ゜: ブ and プ deceive every reader now and then. */
export const areMarksApart = (a: string, b: string): boolean => withoutMarks(a) === withoutMarks(b);

/** Katakana words of a name; a single sign says too little to compare. */
export const katakanaRuns = (text: string): readonly string[] =>
  text.match(/[ァ-ヴー]{2,}/gu) ?? [];

/** True when the text holds the part but for ゛ and ゜. */
export const areMarksWithin = (part: string, text: string): boolean =>
  withoutMarks(text).includes(withoutMarks(part));

const withoutMarks = (text: string): string =>
  text
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/[\u3099\u309a]/gu, "");

/** Kana that may stand before a small one; ッ may stand after every large one. */
const beforeSmall: Readonly<Record<string, string>> = {
  ァ: "フヴツクグ",
  ィ: "フヴウテデツスズクトド",
  ゥ: "トドクグホ",
  ェ: "シジチヂフヴウイツクキヒニミリテデ",
  ォ: "フヴウツクグトド",
  ャ: "キギシジチヂニヒビピミリテデフヴ",
  ュ: "キギシジチヂニヒビピミリテデフヴウ",
  ョ: "キギシジチヂニヒビピミリテデフヴ",
};

/** False for a small kana at the beginning of a word (`before` = "") or after a kana with which it makes no sound. */
export function maySmallStandAfter(before: string, small: string): boolean {
  if (before === "") return false;
  return beforeSmall[small]?.includes(before) ?? true;
}
