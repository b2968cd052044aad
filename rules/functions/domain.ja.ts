/** Functions that buka adds to Excel: account holders in 全銀 characters, check digits of 法人番号. */
import { type FormulaFunction, textFunction } from "../formula/function-type.ts";

/** 全銀 half-width characters: no ｦ, no small kana, no ｰ; voiced marks count as characters of their own. */
const zenginCharacters = /^[ｱ-ﾝﾞﾟA-Z0-9 ().-]{1,30}$/u;

/** First digit of a 法人番号: 9 - (Σ digit × weight mod 9), weights 1 and 2 in turns from the right of the twelve others. */
function corporateNumberOk(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  let sum = 0;
  for (let i = 1; i <= 12; i++) sum += Number(text[i]) * (i % 2 === 1 ? 2 : 1);
  return Number(text[0]) === 9 - (sum % 9);
}

export const domainFunctions: readonly FormulaFunction[] = [
  textFunction("全銀カナ", [1, 1], ([t = ""]) => zenginCharacters.test(t)),
  textFunction("法人番号検査", [1, 1], ([t = ""]) => corporateNumberOk(t)),
];
