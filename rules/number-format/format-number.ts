/** Numbers by a format section: digits, grouping, scaling, percent, exponents, kanji numerals. */
import { textOfNumber } from "../formula/coerce.ts";
import { formatFraction } from "./format-fraction.ts";
import { type KanjiStyle, kanjiDigits, kanjiNumber } from "./kanji-number.ja.ts";
import { type FormatToken, literalText, type Section } from "./parse-format.ts";

/** Null when the section asks for something that is not supported. */
export function formatNumber(section: Section, v: number): string | null {
  if (section.kind === "general") return general(section, v);
  if (section.dbNum === 4) return null;
  const plain = plainNumber(section, v);
  if (plain === null || section.dbNum === 0) return plain;
  const style = styles[section.dbNum] ?? "plain";
  // Whether the signs between full-width digits grow too is not laid down.
  const unclear = style === "wide" && /[^\d]/.test(plain);
  const odd = section.tokens.some((t) => t.kind === "text" && /\d/.test(t.text));
  return odd || unclear ? null : kanjiDigits(plain, style);
}

const styles: Readonly<Record<number, KanjiStyle>> = { 1: "plain", 2: "formal", 3: "wide" };

function plainNumber(section: Section, v: number): string | null {
  if (section.kind === "fraction") return formatFraction(section, v);
  if (section.tokens.some((t) => t.kind === "exponent")) return scientific(section, v);
  const shape = shapeOf(section.tokens);
  if (!shape) return null;
  const percent = section.tokens.filter((t) => t.kind === "percent").length;
  const scaled = (v * 100 ** percent) / 1000 ** shape.scale;
  const digits = decimalDigits(Math.abs(scaled), shape.fraction.length);
  return (v < 0 ? "-" : "") + layOut(section.tokens, shape, digits);
}

function general(section: Section, v: number): string | null {
  const shown = textOfNumber(Math.abs(v));
  // A cell in General shows 11 signs at most, a formula 15 digits; which of them TEXT takes is laid down nowhere.
  if (shown.length > 11) return null;
  const body = section.dbNum === 0 ? shown : inKanji(section.dbNum, shown);
  if (body === null) return null;
  const text = section.tokens.map((t) => (t.kind === "general" ? body : literalText(t))).join("");
  return (v < 0 ? "-" : "") + text;
}

/** General with [DBNum1] to [DBNum3]: 千二百三十四, 壱阡弐百参拾四, 千２百３十４. Whole numbers only. */
function inKanji(dbNum: number, digits: string): string | null {
  const style = styles[dbNum];
  return style === undefined || !/^\d{1,16}$/.test(digits) ? null : kanjiNumber(digits, style);
}

interface Shape {
  readonly whole: readonly ("0" | "#" | "?")[];
  readonly fraction: readonly ("0" | "#" | "?")[];
  readonly grouped: boolean;
  /** Thousands cut off by commas after the last digit. */
  readonly scale: number;
}

function shapeOf(tokens: readonly FormatToken[]): Shape | null {
  const lastDigit = tokens.findLastIndex((t) => t.kind === "digit");
  const point = tokens.findIndex((t) => t.kind === "point");
  if (tokens.filter((t) => t.kind === "point").length > 1) return null;
  const whole: ("0" | "#" | "?")[] = [];
  const fraction: ("0" | "#" | "?")[] = [];
  let grouped = false;
  let scale = 0;
  tokens.forEach((t, i) => {
    if (t.kind === "digit") (point >= 0 && i > point ? fraction : whole).push(t.text);
    if (t.kind !== "comma") return;
    const beforePoint =
      whole.length > 0 && (tokens[i + 1]?.kind === "point" || tokens[i + 1]?.kind === "comma");
    if (
      i > lastDigit ||
      (beforePoint && point > i && !tokens.slice(i, point).some((x) => x.kind === "digit"))
    )
      scale++;
    else grouped = true;
  });
  return { whole, fraction, grouped, scale };
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

/** Rounds half up in decimal, on the 15 digits that Excel keeps. */
export function decimalDigits(n: number, places: number): Digits {
  const [mantissa = "0", exponent = "0"] = n.toExponential(14).split("e");
  const figures = mantissa.replace(".", "");
  const before = Number(exponent) + 1;
  const plain =
    before > 0
      ? `${figures.slice(0, before).padEnd(before, "0")}.${figures.slice(before)}`
      : `0.${"0".repeat(Math.min(-before, 400))}${figures}`;
  const [whole = "0", fraction = ""] = plain.split(".");
  const kept = fraction.slice(0, places).padEnd(places, "0");
  const up = (fraction[places] ?? "0") >= "5";
  if (!up) return { whole: whole.replace(/^0+(?=\d)/, ""), fraction: kept };
  const raised = String(BigInt(whole + kept) + 1n).padStart(places + 1, "0");
  return {
    whole: raised.slice(0, raised.length - places),
    fraction: places === 0 ? "" : raised.slice(-places),
  };
}

/** Writes the digits into the places of the format; literals stand where they were typed. */
function layOut(tokens: readonly FormatToken[], shape: Shape, digits: Digits): string {
  const shown = digits.whole === "0" ? "" : digits.whole;
  const places = [...wholeParts(shape, shown), ...fractionParts(shape.fraction, digits.fraction)];
  // Without a place before the point all digits go right in front of it.
  const point = shape.whole.length === 0 ? `${shown}.` : ".";
  let out = "";
  for (const t of tokens) {
    if (t.kind === "percent") out += "%";
    else if (t.kind === "digit") out += places.shift() ?? "";
    else if (t.kind === "point") out += point;
    else out += literalText(t);
  }
  return out;
}

/** One text per digit place; the first place takes all digits that are left. */
function wholeParts(shape: Shape, digits: string): string[] {
  const places = shape.whole;
  const parts: string[] = [];
  let rest = digits;
  let count = 0;
  const comma = (): string => (shape.grouped && count > 0 && count % 3 === 0 ? "," : "");
  for (let i = places.length - 1; i >= 0; i--) {
    let part = "";
    do {
      const digit = rest.slice(-1) || padOf(places[i]);
      rest = rest.slice(0, -1);
      if (digit === "") break;
      part = digit + (digit === " " ? "" : comma()) + part;
      count++;
    } while (i === 0 && rest !== "");
    parts.unshift(part);
  }
  return parts;
}

function padOf(place: "0" | "#" | "?" | undefined): string {
  if (place === "0") return "0";
  return place === "?" ? " " : "";
}

function fractionParts(places: readonly ("0" | "#" | "?")[], digits: string): string[] {
  const parts: string[] = [];
  places.forEach((place, i) => {
    const rest = digits.slice(i);
    if (place === "0" || /[1-9]/.test(rest)) parts.push(digits[i] ?? "0");
    else parts.push(place === "?" ? " " : "");
  });
  return parts;
}

/** 0.00E+00; with more places before the point (##0.0E+0) the exponent goes in steps of that many. */
function scientific(section: Section, v: number): string | null {
  const at = section.tokens.findIndex((t) => t.kind === "exponent");
  const mark = section.tokens[at];
  const head = section.tokens.slice(0, at);
  const mantissa = shapeOf(head);
  const tail = section.tokens.slice(at + 1);
  const width = tail.filter((t) => t.kind === "digit").length;
  const odd = tail.slice(width).some((t) => t.kind !== "text") || mantissa?.whole.length === 0;
  if (!mantissa || mark?.kind !== "exponent" || odd || width === 0 || mantissa.grouped) return null;
  const step = mantissa.whole.length;
  const size = Math.abs(v);
  const places = mantissa.fraction.length;
  let power = size === 0 ? 0 : Math.floor(exponentOf(size) / step) * step;
  let digits = decimalDigits(size / 10 ** power, places);
  if (digits.whole.length > step) {
    power += step;
    digits = decimalDigits(size / 10 ** power, places);
  }
  const plus = mark.sign === "+" ? "+" : "";
  const sign = power < 0 ? "-" : plus;
  const literals = tail.map(literalText).join("");
  const shown = String(Math.abs(power)).padStart(width, "0");
  return `${v < 0 ? "-" : ""}${layOut(head, mantissa, digits)}E${sign}${shown}${literals}`;
}

const exponentOf = (n: number): number => Number(n.toExponential(14).split("e")[1] ?? 0);
