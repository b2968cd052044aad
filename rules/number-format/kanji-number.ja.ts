/** Numbers in kanji: 千二百三十四 and 一二三四, 壱阡弐百参拾四, １２３４. */

export type KanjiStyle = "plain" | "formal" | "wide";

interface Signs {
  readonly digits: string;
  readonly small: readonly string[];
  readonly large: readonly string[];
  /** A single 1 before 十, 百 and 千 is written (壱拾). */
  readonly one: boolean;
}

const signs: Readonly<Record<KanjiStyle, Signs>> = {
  plain: {
    digits: "〇一二三四五六七八九",
    small: ["", "十", "百", "千"],
    large: ["", "万", "億", "兆", "京"],
    one: false,
  },
  formal: {
    digits: "〇壱弐参四伍六七八九",
    small: ["", "拾", "百", "阡"],
    large: ["", "萬", "億", "兆", "京"],
    one: true,
  },
  wide: {
    digits: "０１２３４５６７８９",
    small: ["", "十", "百", "千"],
    large: ["", "万", "億", "兆", "京"],
    one: false,
  },
};

/** 1234 → 一二三四; signs other than digits stay. */
export function kanjiDigits(digits: string, style: KanjiStyle): string {
  return digits.replace(/\d/g, (d) => signs[style].digits[Number(d)] ?? d);
}

/**
 * 1234 → 千二百三十四 (plain), 壱阡弐百参拾四 (formal). Only digits are given. Null for numbers of more than four digits in which
 * a single 千 has to be written: whether that is 千万 or 一千万, 一万千 or 一万一千, is laid down nowhere.
 */
export function kanjiNumber(digits: string, style: KanjiStyle): string | null {
  const text = digits.replace(/^0+/, "");
  if (text.length > 4 && !signs[style].one && hasSingleThousand(text)) return null;
  if (text === "") return signs[style].digits[0] ?? "";
  let out = "";
  const groups = Math.ceil(text.length / 4);
  for (let g = groups - 1; g >= 0; g--) {
    const end = text.length - g * 4;
    const group = fourDigits(text.slice(Math.max(0, end - 4), end), signs[style]);
    if (group !== "") out += group + (signs[style].large[g] ?? "");
  }
  return out;
}

const hasSingleThousand = (text: string): boolean =>
  [...text].some((d, i) => d === "1" && (text.length - i) % 4 === 0);

function fourDigits(text: string, s: Signs): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const d = Number(text[i]);
    const unit = s.small[text.length - 1 - i] ?? "";
    if (d === 0) continue;
    const bare = d === 1 && unit !== "" && !s.one;
    out += (bare ? "" : (s.digits[d] ?? "")) + unit;
  }
  return out;
}
