/** Turns フリガナ into 口座名義カナ as 全銀 writes it: half width, large kana, no long vowel sign. */
const small = "ァィゥェォャュョッヮ";
const large = "アイウエオヤユヨツワ";
const full =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

/** "ミホン　ショウジ" → "ﾐﾎﾝ ｼﾖｳｼﾞ"; ー → "-"; other signs by NFKC. */
export function accountKana(kana: string): string {
  return [...kana.normalize("NFD")].map(halfSign).join("");
}

function halfSign(sign: string): string {
  const at = small.indexOf(sign);
  const big = at >= 0 ? (large[at] ?? sign) : sign;
  const place = full.indexOf(big);
  if (place >= 0) return half[place] ?? big;
  const marks: Record<string, string> = { "\u3099": "ﾞ", "\u309a": "ﾟ", ー: "-", "・": " " };
  return marks[big] ?? big.normalize("NFKC");
}
