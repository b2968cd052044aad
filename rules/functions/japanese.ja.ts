/** Functions that Japanese Excel computes its own way: widths, bytes, code page, furigana. */
import { eachPlace } from "../formula/array.ts";
import { toNumber, toText } from "../formula/coerce.ts";
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
  type RefValue,
  type Scalar,
  Uncomputable,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { textOf, wholeOf } from "./arguments.ts";
import { bytesOf, charOf, codeOf, sliceBytes, toFullWidth, toHalfWidth } from "./kana-width.ja.ts";
import { searchPosition } from "./text.ts";

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

/** Byte position to character index, and back; null inside a character. */
function byteFind(
  args: readonly Scalar[],
  env: Env,
  position: (what: string, text: string, from: number) => number,
): Scalar {
  const what = textOf(args[0], env);
  const text = textOf(args[1], env);
  const from = wholeOf(args[2], env, 1);
  if (Number.isNaN(bytesOf(text))) return unsure("FINDB");
  if (from < 1 || from > bytesOf(text) + 1) return cellErrors.value;
  const start = sliceBytes(text, 0, from - 1);
  if (start === null) return unsure("FINDB");
  const at = position(what, text, start.length);
  return at < 0 ? cellErrors.value : bytesOf(text.slice(0, at)) + 1;
}

function replaceBytes(args: readonly Scalar[], env: Env): Scalar {
  const text = textOf(args[0], env);
  const from = wholeOf(args[1], env);
  const count = wholeOf(args[2], env);
  if (from < 1 || count < 0) return cellErrors.value;
  const head = sliceBytes(text, 0, from - 1);
  const tail = sliceBytes(text, from - 1 + count, bytesOf(text));
  return head === null || tail === null ? unsure("REPLACEB") : head + textOf(args[3], env) + tail;
}

/**
 * The furigana of a line of cells, joined; a text without furigana stands for itself, numbers are left out. What becomes of
 * the results of formulas, and in which order the cells of several rows and columns follow, is laid down nowhere.
 */
function phonetics(ref: RefValue): string {
  if (ref.top !== ref.bottom && ref.left !== ref.right) return unsure("PHONETIC");
  let out = "";
  eachPlace(ref, (row, col) => {
    const text = ref.sheet.read(row, col);
    if (ref.sheet.hasFormula(row, col)) unsure("PHONETIC");
    if (typeof text === "string") out += ref.sheet.phonetic(row, col) ?? text;
  });
  return out;
}

export const japaneseFunctions: readonly FormulaFunction[] = [
  textFunction("ASC", [1, 1], ([t = ""]) => toHalfWidth(t) ?? unsure("ASC")),
  textFunction(["JIS", "DBCS"], [1, 1], ([t = ""]) => toFullWidth(t) ?? unsure("JIS")),
  textFunction("LENB", [1, 1], ([t = ""]) => {
    const bytes = bytesOf(t);
    return Number.isNaN(bytes) ? unsure("LENB") : bytes;
  }),
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
  scalarFunction("FINDB", [2, 3], (args, env) =>
    byteFind(args, env, (what, text, from) => text.indexOf(what, from)),
  ),
  scalarFunction("SEARCHB", [2, 3], (args, env) => byteFind(args, env, searchPosition)),
  scalarFunction("REPLACEB", [4, 4], replaceBytes),
  wholeFunction("PHONETIC", [1, 1], ["range"], ([v = null]) => {
    if (!isRef(v)) return isScalar(v) && v instanceof CellError ? v : cellErrors.value;
    return phonetics(v);
  }),
];
