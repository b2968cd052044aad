/** Cuts a number format into sections and tokens. Null for what is not understood: it is refused, not guessed. */

export type FormatToken =
  | { readonly kind: "text"; readonly text: string; readonly quoted?: true }
  | { readonly kind: "digit"; readonly text: "0" | "#" | "?" }
  | { readonly kind: "point" | "comma" | "percent" | "at" | "general" }
  | { readonly kind: "exponent"; readonly sign: "+" | "-" }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "elapsed"; readonly unit: "h" | "m" | "s"; readonly width: number }
  | { readonly kind: "half-day"; readonly text: string };

/** What a token shows whatever the value is. */
export function literalText(t: FormatToken): string {
  return t.kind === "text" ? t.text : "";
}

export interface Condition {
  readonly op: string;
  readonly n: number;
}

export interface Section {
  readonly kind: "number" | "fraction" | "date" | "text" | "general" | "literal";
  readonly tokens: readonly FormatToken[];
  readonly condition: Condition | null;
  /** [DBNum1] to [DBNum4]; 0 for none. */
  readonly dbNum: number;
  /** The first year of an era is 元年 ([$-ja-JP-x-gannen]). */
  readonly gannen: boolean;
}

export interface ParsedFormat {
  readonly sections: readonly Section[];
}

const known = new Map<string, ParsedFormat | null>();

export function parseFormat(format: string): ParsedFormat | null {
  const cached = known.get(format);
  if (cached !== undefined) return cached;
  const parsed = format.length > 255 ? null : parse(format);
  if (known.size < 2000) known.set(format, parsed);
  return parsed;
}

function parse(format: string): ParsedFormat | null {
  const parts = splitSections(format);
  if (parts.length > 4) return null;
  const sections: Section[] = [];
  for (const part of parts) {
    const section = parseSection(part);
    if (!section) return null;
    sections.push(section);
  }
  return { sections };
}

/** At ";" outside quotes, brackets and escapes. */
function splitSections(format: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < format.length; i++) {
    const c = format[i];
    if (c === "\\" || c === "!" || c === "_" || c === "*") i++;
    else if (c === '"' || c === "[") {
      const end = format.indexOf(c === "[" ? "]" : '"', i + 1);
      i = end < 0 ? format.length : end;
    } else if (c === ";") {
      parts.push(format.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(format.slice(start));
  return parts;
}

interface Draft {
  tokens: FormatToken[];
  condition: Condition | null;
  dbNum: number;
  locale: "none" | "ja" | "en";
  gannen: boolean;
}

type Rule = readonly [RegExp, (m: RegExpExecArray, draft: Draft) => boolean];

const push = (draft: Draft, token: FormatToken): boolean => {
  draft.tokens.push(token);
  return true;
};

const colours =
  /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|[\u9ed2\u9752\u6c34\u7dd1\u7d2b\u8d64\u767d\u9ec4]|\u8272\d+)$/i;

function bracket(inner: string, draft: Draft): boolean {
  const elapsed = /^(h+|m+|s+)$/i.exec(inner);
  if (elapsed) {
    const unit = inner[0]?.toLowerCase();
    if (unit === "h" || unit === "m" || unit === "s")
      return push(draft, { kind: "elapsed", unit, width: inner.length });
  }
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(inner);
  if (condition) {
    draft.condition = { op: condition[1] ?? "=", n: Number(condition[2]) };
    return true;
  }
  const db = /^DBNum([1-4])$/i.exec(inner);
  if (db) {
    draft.dbNum = Number(db[1]);
    return true;
  }
  if (inner.startsWith("$-")) return localeKnown(inner, draft);
  const money = /^\$([^-\]]*)(?:-[0-9A-Fa-f]{1,8})?$/.exec(inner);
  if (money?.[1]) return push(draft, { kind: "text", text: money[1] });
  return colours.test(inner);
}

/** [$-411] and [$-ja-JP] are Japanese, [$-409] English. Others would need other words, [$-F800] the settings of Windows. */
function localeKnown(inner: string, draft: Draft): boolean {
  const [whole, gannen] = /^\$-(?:0*411|ja-JP(-x-gannen)?(?:,80)?)$/i.exec(inner) ?? [];
  if (whole === undefined && !/^\$-(?:0*409|en-US)$/i.test(inner)) return false;
  draft.locale = whole === undefined ? "en" : "ja";
  draft.gannen ||= gannen !== undefined;
  return true;
}

const englishWords = /^(?:ddd|dddd|mmm|mmmm|mmmmm|AM\/PM|A\/P)$/i;
const japaneseWords = /^(?:g|e|a|r|\u5348)/;

/** A locale changes words: ddd is \u6708 in Japanese, aaa is Mon in English. */
function wordsKnown({ locale, tokens }: Draft): boolean {
  const other = { none: null, ja: englishWords, en: japaneseWords }[locale];
  return !tokens.some(
    (t) => (t.kind === "date" || t.kind === "half-day") && other?.test(t.text) === true,
  );
}

const rules: readonly Rule[] = [
  [/General|G\/\u6a19\u6e96/iy, (_, d) => push(d, { kind: "general" })],
  [/"([^"]*)"/y, (m, d) => push(d, { kind: "text", text: m[1] ?? "", quoted: true })],
  [/[\\!](.)/uy, (m, d) => push(d, { kind: "text", text: m[1] ?? "", quoted: true })],
  [/_(.)/uy, (_, d) => push(d, { kind: "text", text: " " })],
  [/\*(.)/uy, () => true],
  [/\[([^\]]*)\]/y, (m, d) => bracket(m[1] ?? "", d)],
  [/AM\/PM|A\/P|\u5348\u524d\/\u5348\u5f8c/iy, (m, d) => push(d, { kind: "half-day", text: m[0] })],
  [
    /E([+-])/iy,
    (m, d) =>
      d.tokens.some((t) => t.kind === "digit") &&
      push(d, { kind: "exponent", sign: m[1] === "-" ? "-" : "+" }),
  ],
  [
    /ggg|gg|g|yyyy|yy|y|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|aaaa|aaa|ee|e|rr|r|hh|h|ss|s|bbbb|bb/iy,
    (m, d) => push(d, { kind: "date", text: m[0].toLowerCase() }),
  ],
  [/[0#?]/y, (m, d) => push(d, { kind: "digit", text: m[0] === "#" || m[0] === "?" ? m[0] : "0" })],
  [/\./y, (_, d) => push(d, { kind: "point" })],
  [/,/y, (_, d) => push(d, { kind: "comma" })],
  [/%/y, (_, d) => push(d, { kind: "percent" })],
  [/@/y, (_, d) => push(d, { kind: "at" })],
  [
    /[\s$+\-/():^'{}<>=~&|\u00a5]|[^\p{L}!\\"[\]]|[\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]/uy,
    (m, d) => push(d, { kind: "text", text: m[0] }),
  ],
];

function parseSection(text: string): Section | null {
  const draft: Draft = { tokens: [], condition: null, dbNum: 0, locale: "none", gannen: false };
  for (let at = 0; at < text.length; ) {
    const next = applyRule(text, at, draft);
    if (next < 0) return null;
    at = next;
  }
  // [DBNum1] alone means General in kanji.
  if (draft.dbNum > 0 && draft.tokens.length === 0) draft.tokens.push({ kind: "general" });
  const kind = wordsKnown(draft) ? kindOf(draft.tokens) : null;
  const { tokens, condition, dbNum, gannen } = draft;
  return kind === null ? null : { kind, tokens, condition, dbNum, gannen };
}

/** Position after the token at `at`; -1 when nothing fits. */
function applyRule(text: string, at: number, draft: Draft): number {
  for (const [pattern, take] of rules) {
    pattern.lastIndex = at;
    const m = pattern.exec(text);
    if (m) return take(m, draft) ? pattern.lastIndex : -1;
  }
  return -1;
}

function kindOf(tokens: readonly FormatToken[]): Section["kind"] | null {
  const has = (...kinds: FormatToken["kind"][]): boolean =>
    tokens.some((t) => kinds.includes(t.kind));
  const date = has("date", "elapsed", "half-day");
  const number = has("digit", "percent", "exponent");
  if (has("at")) return date || number || has("general") ? null : "text";
  if (has("general")) return date || number ? null : "general";
  if (date) return datesOnly(tokens) ? "date" : null;
  if (isFraction(tokens)) return "fraction";
  return number ? "number" : "literal";
}

/** Digits beside a date are fractions of a second: zeros right after "ss.". */
function datesOnly(tokens: readonly FormatToken[]): boolean {
  return tokens.every((t, i) => {
    if (t.kind === "percent" || t.kind === "exponent") return false;
    if (t.kind !== "digit") return true;
    let at = i;
    while (tokens[at]?.kind === "digit") at--;
    const unit = tokens[at - 1];
    const seconds =
      (unit?.kind === "date" && unit.text.startsWith("s")) ||
      (unit?.kind === "elapsed" && unit.unit === "s");
    return t.text === "0" && tokens[at]?.kind === "point" && seconds;
  });
}

/** A bar between digits, neither in quotes nor escaped. */
function isFraction(tokens: readonly FormatToken[]): boolean {
  const bar = tokens.findIndex((t) => t.kind === "text" && t.text === "/" && !t.quoted);
  return bar > 0 && tokens[bar - 1]?.kind === "digit" && bar < tokens.length - 1;
}
