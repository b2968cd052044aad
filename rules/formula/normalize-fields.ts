/** Full-width operators and brackets that clerks type in conditions, made plain outside of quoted texts. */

const signs: Readonly<Record<string, string>> = {
  "\u2267": ">=",
  "\u2266": "<=",
  "\u2265": ">=",
  "\u2264": "<=",
  "\u2260": "<>",
  "\u201c": '"',
  "\u201d": '"',
  "\uff02": '"',
  "\u3000": " ",
};

/** "=" in front is optional; texts between quotes stay as they were typed. */
export function normalizeCondition(formula: string): string {
  let out = "";
  let quoted = false;
  for (const c of formula.trim()) {
    const plain = signs[c] ?? c;
    if (plain === '"') quoted = !quoted;
    if (plain === '"') out += plain;
    else out += quoted ? c : narrow(plain);
  }
  return out.replace(/^\s*=/, "").trim();
}

/** Only full-width ASCII is narrowed: kana and kanji belong to names. */
function narrow(c: string): string {
  const code = c.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c;
}
