/** Texts made from numbers and numbers made from texts: FIXED, YEN, DOLLAR, NUMBERVALUE, NUMBERSTRING, DATESTRING, TEXT. */
import { eraOf } from "../../core/index.ts";
import { toNumber } from "../formula/coerce.ts";
import { type FormulaFunction, scalarFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { dateOf } from "../formula/serial.ts";
import { CellError, cellErrors, type Scalar } from "../formula/value.ts";
import { formatValue } from "../number-format/index.ts";
import { kanjiDigits, kanjiNumber } from "../number-format/kanji-number.ja.ts";
import { flagOf, numberOf, textOf, undocumented, wholeOf } from "./arguments.ts";
import { isSerial } from "./date.ts";
import { roundDecimal, roundHalfUp } from "./math.ts";

const grouped = (digits: string): string =>
  digits.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => {
    return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",");
  });

/** A number rounded to some places, as plain digits. Null when there are too many places. What a loss that rounds to 0 shows is laid down nowhere. */
function fixedDigits(name: string, n: number, places: number): string | null {
  if (places > 127) return null;
  const rounded = roundDecimal(n, places, roundHalfUp);
  if (Math.abs(rounded) >= 1e21) return null;
  const shown = Math.max(0, places);
  const text = rounded.toFixed(Math.min(shown, 100));
  return n < 0 && /^-?0(?:\.0*)?$/.test(text) ? undocumented(name) : text;
}

function fixed(args: readonly Scalar[], env: Env): Scalar {
  const n = numberOf(args[0], env);
  const text = fixedDigits("FIXED", n, wholeOf(args[1], env, 2));
  if (text === null) return cellErrors.value;
  return flagOf(args[2], env) ? text : grouped(text);
}

/** YEN and DOLLAR: the sign of a loss stands after ¥; Excel's own way with negative dollars differs between versions. */
function money(sign: string, places: number): (args: readonly Scalar[], env: Env) => Scalar {
  return (args, env) => {
    const n = numberOf(args[0], env);
    const text = fixedDigits(sign === "¥" ? "YEN" : "DOLLAR", n, wholeOf(args[1], env, places));
    if (text === null) return cellErrors.value;
    if (!text.startsWith("-")) return sign + grouped(text);
    return sign === "¥" ? `¥${grouped(text)}` : undocumented("DOLLAR");
  };
}

function runText(args: readonly Scalar[], env: Env): Scalar {
  const format = textOf(args[1], env);
  const v = args[0] ?? null;
  if (v instanceof CellError) return v;
  if (typeof v !== "string") return formatValue(v ?? 0, format);
  // TEXT reads a text that looks like a number as that number.
  const n = toNumber(v, env.world);
  return formatValue(typeof n === "number" ? n : v, format);
}

function numberString(args: readonly Scalar[], env: Env): Scalar {
  const n = numberOf(args[0], env);
  const type = wholeOf(args[1], env);
  const whole = Math.round(Math.abs(n)) === Math.abs(n) ? n : undocumented("NUMBERSTRING");
  if (whole < 0 || whole >= 1e16 || type < 1 || type > 3) return cellErrors.num;
  const digits = String(whole);
  if (type === 3) return kanjiDigits(digits, "plain");
  return kanjiNumber(digits, type === 1 ? "plain" : "formal") ?? undocumented("NUMBERSTRING");
}

/** DATESTRING: 令和06年04月01日. */
function dateString(args: readonly Scalar[], env: Env): Scalar {
  const n = numberOf(args[0], env);
  if (!isSerial(n)) return cellErrors.num;
  const d = dateOf(n);
  const era = eraOf(d);
  if (!era) return undocumented("DATESTRING");
  const two = (x: number): string => String(x).padStart(2, "0");
  return `${era.name}${two(era.year)}年${two(d.month)}月${two(d.day)}日`;
}

/** NUMBERVALUE: a text with given signs for the decimal point and the grouping. */
function numberValue(args: readonly Scalar[], env: Env): Scalar {
  const text = textOf(args[0], env).replace(/[ \t\r\n]/g, "");
  // Whether it reads full-width digits, as VALUE does, is laid down nowhere.
  if (text.normalize("NFKC") !== text) return undocumented("NUMBERVALUE");
  const point = textOf(args[1], env, ".").slice(0, 1);
  const group = textOf(args[2], env, ",").slice(0, 1);
  if ((args[1] !== undefined && point === "") || (args[2] !== undefined && group === ""))
    return cellErrors.value;
  if (point === group) return cellErrors.value;
  if (text === "") return 0;
  const percents = /%*$/.exec(text)?.[0].length ?? 0;
  const body = text.slice(0, text.length - percents);
  const [whole = "", fraction, ...more] = body.split(point);
  if (more.length > 0 || fraction?.includes(group)) return cellErrors.value;
  const plain = `${whole.replaceAll(group, "")}${fraction === undefined ? "" : `.${fraction}`}`;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return cellErrors.value;
  return Number(plain) / 100 ** percents;
}

export const textNumberFunctions: readonly FormulaFunction[] = [
  scalarFunction("FIXED", [1, 3], fixed),
  scalarFunction("YEN", [1, 2], money("¥", 0)),
  scalarFunction(["DOLLAR", "USDOLLAR"], [1, 2], money("$", 2)),
  scalarFunction("TEXT", [2, 2], runText),
  scalarFunction("NUMBERSTRING", [2, 2], numberString),
  scalarFunction("DATESTRING", [1, 1], dateString),
  scalarFunction("NUMBERVALUE", [1, 3], numberValue),
];
