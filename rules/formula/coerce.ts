/** Excel's conversions between numbers, texts and truth values, and its comparison of two values. */
import { uncomputableText } from "../messages.ja.ts";
import { compareTexts } from "./compare-texts.ts";
import type { FormulaWorld } from "./model.ts";
import { numberInText } from "./text-number.ja.ts";
import { CellError, cellErrors, type Scalar, Uncomputable } from "./value.ts";

/** A number, or the error that stands in its way. Empty is 0; texts are read as Japanese Excel reads them. */
export function toNumber(v: Scalar, world: FormulaWorld): number | CellError {
  if (typeof v === "number") return v;
  if (v === null) return 0;
  if (typeof v === "boolean") return v ? 1 : 0;
  if (v instanceof CellError) return v;
  return numberInText(v, world.today()) ?? cellErrors.value;
}

export function toText(v: Scalar): string | CellError {
  if (typeof v === "string") return v;
  if (typeof v === "number") return shownNumber(v);
  if (v === null) return "";
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  return v;
}

export function toBoolean(v: Scalar): boolean | CellError {
  if (typeof v === "boolean") return v;
  if (typeof v === "number") return v !== 0;
  if (v === null) return false;
  if (v instanceof CellError) return v;
  const upper = v.toUpperCase();
  if (upper === "TRUE") return true;
  return upper === "FALSE" ? false : cellErrors.value;
}

/** A number in the General format: at most 15 digits, with an exponent from 1E+15 and below 1E-9. */
export function textOfNumber(n: number): string {
  if (Number.isInteger(n) && Math.abs(n) < 1e15) return Object.is(n, -0) ? "0" : String(n);
  const rounded = Number(n.toPrecision(15));
  const size = Math.abs(rounded);
  if (size < 1e15 && size >= 1e-9) return plainDecimal(rounded);
  const [mantissa = "", exponent = "0"] = rounded.toExponential().split("e");
  const power = Number(exponent);
  return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function plainDecimal(n: number): string {
  const text = String(n);
  if (!text.includes("e")) return text;
  const [mantissa = "", exponent = "0"] = text.split("e");
  const digits = mantissa.replace(/[-.]/g, "");
  return `${n < 0 ? "-" : ""}0.${"0".repeat(-Number(exponent) - 1)}${digits}`;
}

/**
 * The text that a formula makes of a number. Throws Uncomputable for small numbers with many digits: beyond 20 signs Excel
 * may turn to an exponent or leave digits out, and nobody here can prove which.
 */
export function shownNumber(n: number): string {
  const text = textOfNumber(n);
  if (n > -1 && n < 1 && text.length > (n < 0 ? 21 : 20))
    throw new Uncomputable("construct", "&", uncomputableText.undocumented("&"));
  return text;
}

/** Both numbers as Excel keeps them: 15 significant digits. */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  if (Math.abs(a - b) > Math.abs(a) * 1e-14) return false;
  return Number(a.toPrecision(15)) === Number(b.toPrecision(15));
}

/** Text equality of Excel: letter case does not count, width does. */
export function sameText(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

const rank = (v: number | string | boolean): number => {
  if (typeof v === "number") return 0;
  return typeof v === "string" ? 1 : 2;
};

/** Negative, 0 or positive; numbers < texts < FALSE < TRUE, as Excel orders them. Errors must be sorted out before. */
export function compareScalars(
  a: Exclude<Scalar, CellError>,
  b: Exclude<Scalar, CellError>,
): number {
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(a);
  if (typeof left === "number" && typeof right === "number") {
    return sameNumber(left, right) ? 0 : left - right;
  }
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  const byRank = rank(left) - rank(right);
  return byRank === 0 ? Number(left) - Number(right) : byRank;
}

/** Whether "=" holds between two values; texts by sameText. */
export function equalScalars(
  a: Exclude<Scalar, CellError>,
  b: Exclude<Scalar, CellError>,
): boolean {
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(a);
  if (typeof left === "string" && typeof right === "string") return sameText(left, right);
  return compareScalars(left, right) === 0;
}

function emptyLike(other: Scalar): number | string | boolean {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

/**
 * Comparison for values of a form, which are all texts. "=" and "<>" compare a text with a number as numbers when the text
 * reads as one (a blank is 0, as an empty cell is); "<" and its kin do so for two texts as well, so that 900 < 1000 and
 * dates compare as dates. Ordering a text that is no number against a number is refused: Excel would call it greater.
 */
export function compareFields(
  a: Exclude<Scalar, CellError>,
  b: Exclude<Scalar, CellError>,
  ordering: boolean,
  world: FormulaWorld,
): number {
  if (typeof a === "boolean" || typeof b === "boolean") return compareScalars(a, b);
  const mixed = (typeof a === "number") !== (typeof b === "number") && a !== null && b !== null;
  if (!mixed && !ordering) return equalScalars(a, b) ? 0 : 1;
  const left = readable(a, world);
  const right = readable(b, world);
  if (left !== null && right !== null) return sameNumber(left, right) ? 0 : left - right;
  if (mixed && ordering) throw new Uncomputable("not-a-number", "", uncomputableText.notANumber());
  return compareScalars(a, b);
}

function readable(v: number | string | null, world: FormulaWorld): number | null {
  if (typeof v === "number") return v;
  return v === null ? 0 : numberInText(v, world.today());
}
