/** Numbers in kanji: 千二百三十四 and 一二三四. */

const digitSigns = "〇一二三四五六七八九";
const small = ["", "十", "百", "千"];
const large = ["", "万", "億", "兆", "京"];

/** 1234 → 一二三四. */
export function kanjiDigits(digits: string): string {
  return digits.replace(/\d/g, (d) => digitSigns[Number(d)] ?? d);
}

/** 1234 → 千二百三十四, or 一千二百三十四 with `leadingOne`. Only digits are given. */
export function kanjiNumber(digits: string, style: { leadingOne: boolean }): string {
  const text = digits.replace(/^0+/, "");
  if (text === "") return "〇";
  let out = "";
  const groups = Math.ceil(text.length / 4);
  for (let g = groups - 1; g >= 0; g--) {
    const end = text.length - g * 4;
    const group = fourDigits(text.slice(Math.max(0, end - 4), end), style.leadingOne);
    if (group !== "") out += group + (large[g] ?? "");
  }
  return out;
}

function fourDigits(text: string, leadingOne: boolean): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const d = Number(text[i]);
    const unit = small[text.length - 1 - i] ?? "";
    if (d === 0) continue;
    const bare = d === 1 && unit !== "" && !leadingOne;
    out += (bare ? "" : (digitSigns[d] ?? "")) + unit;
  }
  return out;
}
