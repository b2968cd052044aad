/** Functions that Japanese Excel computes its own way: widths, bytes, code page, kanji numerals, TEXT. */
import { toBoolean, toNumber, toText } from "../formula/coerce.ts";
import {
  type FormulaFunction,
  numberArg,
  scalarFunction,
  textFunction,
  wholeFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  CellError,
  cellErrors,
  isRef,
  isScalar,
  type Scalar,
  Uncomputable,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { formatValue } from "../number-format/index.ts";
import { kanjiDigits, kanjiNumber } from "../number-format/kanji-number.ja.ts";
import { bytesOf, charOf, codeOf, sliceBytes, toFullWidth, toHalfWidth } from "./kana-width.ja.ts";
import { roundDecimal, roundHalfUp } from "./math.ts";

function unsure(name: string): never {
  throw new Uncomputable("construct", name, uncomputableText.undocumented(name));
}

/** LEFTB, RIGHTB, MIDB: text, then byte numbers. */
function byBytes(
  name: string,
  arity: readonly [number, number],
  cut: (text: string, n: readonly number[]) => string | null,
): FormulaFunction {
  return scalarFunction(name, arity, (args, env) => {
    const text = toText(args[0] ?? null);
    if (text instanceof CellError) return text;
    const numbers: number[] = [];
    for (let i = 1; i < arity[1]; i++) {
      const n = numberArg(args, i, env, 1);
      if (n instanceof CellError) return n;
      if (n < 0 || (name === "MIDB" && i === 1 && n < 1)) return cellErrors.value;
      numbers.push(Math.trunc(n));
    }
    return cut(text, numbers) ?? unsure(name);
  });
}

function fixed(args: readonly Scalar[], env: Env): Scalar {
  const n = toNumber(args[0] ?? null, env.world);
  const digits = numberArg(args, 1, env, 2);
  const plain = toBoolean(args[2] ?? null);
  if (n instanceof CellError) return n;
  if (digits instanceof CellError) return digits;
  if (plain instanceof CellError) return plain;
  const places = Math.trunc(digits);
  if (places > 20) return cellErrors.value;
  const rounded = roundDecimal(n, places, roundHalfUp);
  const text = rounded.toFixed(Math.max(0, places));
  return plain
    ? text
    : text.replace(
        /^(-?)(\d+)/,
        (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","),
      );
}

function runText(args: readonly Scalar[], env: Env): Scalar {
  const format = toText(args[1] ?? null);
  if (format instanceof CellError) return format;
  const v = args[0] ?? null;
  if (v instanceof CellError) return v;
  if (typeof v !== "string") return formatValue(v ?? 0, format);
  // TEXT reads a text that looks like a number as that number.
  const n = toNumber(v, env.world);
  return formatValue(typeof n === "number" ? n : v, format);
}

function numberString(args: readonly Scalar[], env: Env): Scalar {
  const n = toNumber(args[0] ?? null, env.world);
  const type = toNumber(args[1] ?? null, env.world);
  if (n instanceof CellError) return n;
  if (type instanceof CellError) return type;
  if (n < 0 || !Number.isSafeInteger(Math.trunc(n))) return cellErrors.num;
  const digits = String(Math.trunc(n));
  if (type === 1) return kanjiNumber(digits, { leadingOne: false });
  return type === 3 ? kanjiDigits(digits) : unsure("NUMBERSTRING");
}

export const japaneseFunctions: readonly FormulaFunction[] = [
  textFunction("ASC", [1, 1], ([t = ""]) => toHalfWidth(t)),
  textFunction(["JIS", "DBCS"], [1, 1], ([t = ""]) => toFullWidth(t) ?? unsure("JIS")),
  textFunction("LENB", [1, 1], ([t = ""]) => bytesOf(t)),
  byBytes("LEFTB", [1, 2], (t, [n = 1]) => sliceBytes(t, 0, n)),
  byBytes("MIDB", [3, 3], (t, [from = 1, n = 0]) => sliceBytes(t, from - 1, n)),
  byBytes("RIGHTB", [1, 2], (t, [n = 1]) => sliceBytes(t, Math.max(0, bytesOf(t) - n), n)),
  textFunction("CODE", [1, 1], ([t = ""]) => {
    if (t === "") return cellErrors.value;
    return codeOf(String.fromCodePoint(t.codePointAt(0) ?? 0)) ?? unsure("CODE");
  }),
  scalarFunction("CHAR", [1, 1], ([v = null], env) => {
    const n = toNumber(v, env.world);
    if (n instanceof CellError) return n;
    if (n < 1) return cellErrors.value;
    return charOf(Math.trunc(n)) ?? unsure("CHAR");
  }),
  scalarFunction("FIXED", [1, 3], fixed),
  scalarFunction("TEXT", [2, 2], runText),
  scalarFunction("NUMBERSTRING", [2, 2], numberString),
  wholeFunction("PHONETIC", [1, 1], ["range"], ([v = null]) => {
    if (!isRef(v)) return isScalar(v) && v instanceof CellError ? v : cellErrors.value;
    const text = v.sheet.read(v.top, v.left);
    return v.sheet.phonetic(v.top, v.left) ?? (typeof text === "string" ? text : "");
  }),
];
