/** Numbers by a format section: digits, grouping, scaling, percent, exponents, kanji numerals. */
import { textOfNumber } from "../formula/coerce.ts";
import { kanjiNumber } from "./kanji-number.ja.ts";
import { type FormatToken, literalText, type Section } from "./parse-format.ts";

/** Null when the section asks for something that is not supported. */
export function formatNumber(section: Section, v: number): string | null {
  if (section.kind === "general") return general(section, v);
  if (section.tokens.some((t) => t.kind === "exponent")) return scientific(section, v);
  if (section.dbNum > 0) return null;
  const shape = shapeOf(section.tokens);
  if (!shape) return null;
  const percent = section.tokens.filter((t) => t.kind === "percent").length;
  const scaled = (v * 100 ** percent) / 1000 ** shape.scale;
  const digits = decimalDigits(Math.abs(scaled), shape.fraction.length);
  const zero = !/[1-9]/.test(digits.whole + digits.fraction);
  return (v < 0 && !zero ? "-" : "") + layOut(section.tokens, shape, digits);
}

function general(section: Section, v: number): string | null {
  const shown = textOfNumber(Math.abs(v));
  const body = section.dbNum === 0 ? shown : inKanji(section.dbNum, shown);
  if (body === null) return null;
  const text = section.tokens.map((t) => (t.kind === "general" ? body : literalText(t))).join("");
  return (v < 0 ? "-" : "") + text;
}

/** [DBNum1] 一千二百三十四, [DBNum3] is full-width digits with units; 2 and 4 are not written here. */
function inKanji(dbNum: number, digits: string): string | null {
  if (!/^\d{1,16}$/.test(digits)) return null;
  return dbNum === 1 ? kanjiNumber(digits, { leadingOne: true }) : null;
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

/** 0.00E+00 with one digit before the point; other shapes (engineering) are refused. */
function scientific(section: Section, v: number): string | null {
  const at = section.tokens.findIndex((t) => t.kind === "exponent");
  const mark = section.tokens[at];
  const mantissa = shapeOf(section.tokens.slice(0, at));
  const power = section.tokens.slice(at + 1);
  const width = power.filter((t) => t.kind === "digit").length;
  const plain = section.tokens.every(
    (t) => t.kind === "digit" || t.kind === "point" || t.kind === "exponent",
  );
  if (
    !mantissa ||
    mark?.kind !== "exponent" ||
    !plain ||
    mantissa.whole.length !== 1 ||
    width === 0
  )
    return null;
  if (!mantissa.fraction.every((p) => p === "0") || mantissa.grouped) return null;
  const [m = "", e = "0"] = Math.abs(v).toExponential(mantissa.fraction.length).split("e");
  const n = Number(e);
  const plus = mark.sign === "+" ? "+" : "";
  const sign = n < 0 ? "-" : plus;
  return `${v < 0 ? "-" : ""}${m}E${sign}${String(Math.abs(n)).padStart(width, "0")}`;
}
