/** Names in 全銀 signs without what tells their legal form, so that フリガナ and 口座名義 compare. */
import { toZengin } from "./kana.ja.ts";
import { legalForms } from "./office-words.ja.ts";

const small = "ｧｨｩｪｫｬｭｮｯ";
const large = "ｱｲｳｴｵﾔﾕﾖﾂ";

/** Legal forms in half width: as a フリガナ spells them, largest kana, and as a 口座名義 shortens them. */
const halfForms = legalForms.map((f) => ({ spelt: enlarged(f.spelt), short: f.short }));

/** Large half-width kana without blanks, points and legal form: ｶ)ﾐﾎﾝ and カブシキガイシャ ミホン are both ﾐﾎﾝ. */
export function plainHolder(text: string): string {
  const packed = enlarged(text).replace(/[\s.]/gu, "");
  for (const { spelt, short } of halfForms) {
    if (packed.startsWith(spelt)) return packed.slice(spelt.length);
    if (packed.endsWith(spelt)) return packed.slice(0, -spelt.length);
    if (packed.startsWith(`${short})`)) return packed.slice(short.length + 1);
    if (packed.endsWith(`(${short}`)) return packed.slice(0, -short.length - 1);
  }
  return packed;
}

function enlarged(text: string): string {
  return [...toZengin(text)].map((c) => large[small.indexOf(c)] ?? c).join("");
}
