/** How Japanese text is written: twins told apart by their neighbours, characters allowed, variant kanji. */

const katakana = /[ァ-ヴ]/u;
const hiragana = /[ぁ-ん]/u;
const digit = /[0-9]/u;
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
    const beside = { left: text[i - 1] ?? "", right: text[i + 1] ?? "" };
    if (dashes.test(c)) return repairDash(c, beside.left, beside.right);
    return kanaOf[c] || kanjiOf[c] ? repairKanji(c, beside) : repairHiragana(c, beside);
  });
}

interface Beside {
  readonly left: string;
  readonly right: string;
}

/** カ or 力: kana only inside a run of katakana, kanji when no katakana is beside it. */
function repairKanji(c: string, { left, right }: Beside): string {
  const inKana = [left, right].every((n) => n === "" || katakana.test(n) || n === "ー");
  const nearKana = katakana.test(left) || katakana.test(right) || left === "ー";
  if (inKana && nearKana) return kanaOf[c] ?? c;
  return nearKana ? c : (kanjiOf[c] ?? c);
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
  return /[―—–−‐]/u.test(c) ? "-" : c;
}

/** Kana, kanji, digits, letters and the signs of names and addresses. */
export const textPattern =
  /^[ぁ-んァ-ヴー\p{Script=Han}〇々〆ヶA-Za-z0-9 ・（）()「」、。,.\-&'/:：~〜]+$/u;

/** Names are written with these instead of an everyday twin, and models often know only the twin. */
export const variantKanji: ReadonlySet<string> = new Set([
  ..."髙﨑嵜碕邊邉辺齊齋斎斉濱濵嶋嶌冨𠮷櫻廣國圀龍瀧眞榮惠鹽萬壽德瀨綠賴黑曾增舩峯琦栁桺兔藪薮",
  ..."縣槇槙遙遥堯尭彌亙亘檜桧閒楳舘埜栢枩椙祐裕佑侯候微徴萩荻巳己已",
]);
