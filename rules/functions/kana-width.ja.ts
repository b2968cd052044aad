/** Full width ⇄ half width as ASC and JIS (DBCS) of Japanese Excel do it, and bytes of the Japanese code page. */

const halfKana = Array.from({ length: 0xff9f - 0xff61 + 1 }, (_, i) =>
  String.fromCharCode(0xff61 + i),
);
const voiced = "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
const halfVoiced = "ﾊﾋﾌﾍﾎ";

function table(): ReadonlyMap<string, string> {
  const toHalf = new Map<string, string>();
  for (const half of halfKana) toHalf.set(half.normalize("NFKC"), half);
  toHalf.set("゛", "ﾞ").set("゜", "ﾟ");
  for (const base of voiced) toHalf.set(`${base}ﾞ`.normalize("NFKC"), `${base}ﾞ`);
  for (const base of halfVoiced) toHalf.set(`${base}ﾟ`.normalize("NFKC"), `${base}ﾟ`);
  for (let c = 0xff01; c <= 0xff5e; c++)
    toHalf.set(String.fromCharCode(c), String.fromCharCode(c - 0xfee0));
  return toHalf.set("　", " ");
}

const halfOf = table();
const fullOf: ReadonlyMap<string, string> = new Map(
  [...halfOf].map(([full, half]) => [half, full]),
);

/** Signs whose half width differs between versions of Excel. */
const unsureFull = /[￥‘’“”]/u;

/** ASC: letters, digits, signs and katakana to half width; what has no half width stays. Null when that is not sure. */
export function toHalfWidth(text: string): string | null {
  if (unsureFull.test(text)) return null;
  let out = "";
  for (const c of text) out += halfOf.get(c) ?? c;
  return out;
}

/** Characters whose full width differs between versions of Excel. */
const unsure = /["'`\\~¥]/;

/** JIS (DBCS): to full width, a voiced mark joins its kana. Null when a character has no sure counterpart. */
export function toFullWidth(text: string): string | null {
  if (unsure.test(text)) return null;
  let out = "";
  const chars = [...text];
  for (let i = 0; i < chars.length; i++) {
    const pair = fullOf.get(`${chars[i] ?? ""}${chars[i + 1] ?? ""}`);
    if (pair !== undefined && chars[i + 1] !== undefined) {
      out += pair;
      i++;
    } else out += fullOf.get(chars[i] ?? "") ?? chars[i] ?? "";
  }
  return out;
}

let doubleBytes: ReadonlySet<string> | null = null;

/** The characters of two bytes in the Japanese code page (CP932), 髙 ① ㈱ among them. */
function inCodePage(char: string): boolean {
  if (doubleBytes) return doubleBytes.has(char);
  const decoder = new TextDecoder("shift_jis");
  const bytes: number[] = [];
  for (let hi = 0x81; hi <= 0xfc; hi++) {
    if (hi >= 0xa0 && hi <= 0xdf) continue;
    for (let lo = 0x40; lo <= 0xfc; lo++) if (lo !== 0x7f) bytes.push(hi, lo, 0x0a);
  }
  const lines = decoder.decode(new Uint8Array(bytes)).split("\n");
  doubleBytes = new Set(lines.filter((c) => c.length === 1 && c !== "\ufffd"));
  return doubleBytes.has(char);
}

/** Bytes of one UTF-16 unit in the Japanese code page: half width 1, full width 2, outside of it NaN. */
export function byteWidth(unit: string): number {
  const code = unit.charCodeAt(0);
  if (code <= 0x7f || (code >= 0xff61 && code <= 0xff9f)) return 1;
  return inCodePage(unit) ? 2 : Number.NaN;
}

/** NaN when a character is not in the code page: what Excel counts for it is not known for certain. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) bytes += byteWidth(text[i] ?? "");
  return bytes;
}

/**
 * The part of a text from a byte position for a number of bytes. Half of a character is a blank, as in LEFTB("山田",3) = "山 ".
 * Null when a character is not in the code page.
 */
export function sliceBytes(text: string, from: number, count: number): string | null {
  const end = from + count;
  let part = "";
  let at = 0;
  for (const unit of text.split("")) {
    const width = byteWidth(unit);
    if (Number.isNaN(width)) return null;
    const seen = Math.min(at + width, end) - Math.max(at, from);
    if (seen > 0) part += seen === width ? unit : " ";
    at += width;
  }
  return part;
}

let jisCodes: ReadonlyMap<string, number> | null = null;
let jisChars: ReadonlyMap<number, string> | null = null;

/** JIS X 0208 codes, taken from the EUC-JP decoder of the platform. */
function loadJis(): { codes: ReadonlyMap<string, number>; chars: ReadonlyMap<number, string> } {
  if (jisCodes && jisChars) return { codes: jisCodes, chars: jisChars };
  const decoder = new TextDecoder("euc-jp");
  const codes = new Map<string, number>();
  const chars = new Map<number, string>();
  for (let hi = 0x21; hi <= 0x7e; hi++) {
    for (let lo = 0x21; lo <= 0x7e; lo++) {
      const c = decoder.decode(new Uint8Array([hi | 0x80, lo | 0x80]));
      if (c.includes("\ufffd")) continue;
      codes.set(c, (hi << 8) | lo);
      chars.set((hi << 8) | lo, c);
    }
  }
  jisCodes = codes;
  jisChars = chars;
  return { codes, chars };
}

/** CODE: ASCII and half-width kana by their byte, others by JIS X 0208; null for characters outside of it. */
export function codeOf(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0x7e) return code;
  if (code >= 0xff61 && code <= 0xff9f) return code - 0xff61 + 0xa1;
  const jis = loadJis().codes.get(char) ?? null;
  // Rows 89 to 92 (髙 﨑) have two places in the code page.
  return jis !== null && jis >= 0x7900 && jis <= 0x7cff ? null : jis;
}

/** CHAR: the inverse of CODE. */
export function charOf(code: number): string | null {
  if (code >= 1 && code <= 0x7e) return String.fromCharCode(code);
  if (code >= 0xa1 && code <= 0xdf) return String.fromCharCode(0xff61 + code - 0xa1);
  return loadJis().chars.get(code) ?? null;
}
