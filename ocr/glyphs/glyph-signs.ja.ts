/** Which class of the nets stands for which characters: full and half width, small kana and the many dashes. */

/** Characters that look the same in a box, the class first. */
const twins: readonly string[] = [
  "-ー−‐－―ｰ",
  "¥￥\\",
  "，,、､",
  "．.。｡",
  "（(",
  "）)",
  "／/",
  "「｢",
  "」｣",
  "・･",
  "゛ﾞ",
  "゜ﾟ",
];

/** Small kana share the class of the big one: only the size in the box tells them apart. */
const smallOf = "ァアィイゥウェエォオッツャヤュユョヨヮワぁあぃいぅうぇえぉおっつゃやゅゆょよゎわ";

/** The classes that may mean this character, best first. */
export function classesFor(sign: string): readonly string[] {
  const wide = sign.normalize("NFKC");
  const small = smallOf.indexOf(wide);
  const big = small >= 0 && small % 2 === 0 ? smallOf.charAt(small + 1) : wide;
  const row = twins.find((t) => t.includes(sign));
  return [...new Set([sign, big, ...(row ?? "")])];
}

/** Digits and what stands between them: a strip of these has no character of two parts side by side. */
export const NUMBER_SIGNS = "0123456789-ー－¥￥,，.．()（）/／";

/** Signs that are told by their place on the line, not by a net. */
export const LOW_SIGNS = ",，.．";
