/** Names in 全銀 signs without what tells their legal form, so that フリガナ and 口座名義 compare. */
import { toZengin } from "./kana.ja.ts";

/** Legal forms as a フリガナ spells them, largest kana, and as a 口座名義 shortens them. */
const legalForms: readonly (readonly [spelt: string, short: string])[] = [
  ["ｶﾌﾞｼｷｶﾞｲｼﾔ", "ｶ"],
  ["ﾕｳｹﾞﾝｶﾞｲｼﾔ", "ﾕ"],
  ["ｺﾞｳﾄﾞｳｶﾞｲｼﾔ", "ﾄﾞ"],
  ["ｺﾞｳｼｶﾞｲｼﾔ", "ｼ"],
  ["ｺﾞｳﾒｲｶﾞｲｼﾔ", "ﾒ"],
  ["ｼﾔｶｲﾌｸｼﾎｳｼﾞﾝ", "ﾌｸ"],
  ["ﾄｸﾃｲﾋｴｲﾘｶﾂﾄﾞｳﾎｳｼﾞﾝ", "ﾄｸﾋ"],
  ["ｲﾂﾊﾟﾝｼﾔﾀﾞﾝﾎｳｼﾞﾝ", "ｼﾔ"],
  ["ｲﾂﾊﾟﾝｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ", "ｻﾞｲ"],
  ["ｺｳｴｷｼﾔﾀﾞﾝﾎｳｼﾞﾝ", "ｼﾔ"],
  ["ｺｳｴｷｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ", "ｻﾞｲ"],
  ["ｲﾘﾖｳﾎｳｼﾞﾝ", "ｲ"],
  ["ｶﾞﾂｺｳﾎｳｼﾞﾝ", "ｶﾞｸ"],
  ["ｼﾕｳｷﾖｳﾎｳｼﾞﾝ", "ｼﾕｳ"],
];

const small = "ｧｨｩｪｫｬｭｮｯ";
const large = "ｱｲｳｴｵﾔﾕﾖﾂ";

/** Large half-width kana without blanks, points and legal form: ｶ)ﾐﾎﾝ and カブシキガイシャ ミホン are both ﾐﾎﾝ. */
export function plainHolder(text: string): string {
  const half = [...toZengin(text)].map((c) => large[small.indexOf(c)] ?? c).join("");
  const packed = half.replace(/[\s.]/gu, "");
  for (const [spelt, short] of legalForms) {
    if (packed.startsWith(spelt)) return packed.slice(spelt.length);
    if (packed.endsWith(spelt)) return packed.slice(0, -spelt.length);
    if (packed.startsWith(`${short})`)) return packed.slice(short.length + 1);
    if (packed.endsWith(`(${short}`)) return packed.slice(0, -short.length - 1);
  }
  return packed;
}
