/** Text functions that count characters (UTF-16 units, as Excel does). */
import { toArray, toScalar } from "../formula/array.ts";
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
  isAreas,
  type Scalar,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { undocumented } from "./arguments.ts";
import { hasWildcard, wildcardSearch } from "./wildcard.ts";

/** Longest text that a cell holds. */
const longestText = 32_767;

function limited(text: string): Scalar {
  return text.length > longestText ? cellErrors.value : text;
}

/** A text, then numbers. */
function textThenNumbers(
  name: string,
  arity: readonly [number, number],
  compute: (text: string, n: readonly number[]) => Scalar,
  fallback: readonly number[] = [],
): FormulaFunction {
  return scalarFunction(name, arity, (args, env) => {
    const [given = null] = args;
    const text = typeof given === "string" ? given : toText(given);
    if (text instanceof CellError) return text;
    const numbers: number[] = [];
    for (let i = 1; i < arity[1]; i++) {
      const v = args[i];
      const n = typeof v === "number" ? v : numberArg(args, i, env, fallback[i - 1] ?? 0);
      if (n instanceof CellError) return n;
      numbers.push(n);
    }
    return compute(text, numbers);
  });
}

function runFind(
  args: readonly Scalar[],
  env: Env,
  position: (what: string, text: string, from: number) => number,
): Scalar {
  const what = toText(args[0] ?? null);
  const text = toText(args[1] ?? null);
  const from = numberArg(args, 2, env, 1);
  if (what instanceof CellError) return what;
  if (text instanceof CellError) return text;
  if (from instanceof CellError) return from;
  const start = Math.trunc(from) - 1;
  if (start < 0 || start > text.length) return cellErrors.value;
  const at = position(what, text, start);
  return at < 0 ? cellErrors.value : at + 1;
}

export function searchPosition(what: string, text: string, from: number): number {
  if (hasWildcard(what)) return wildcardSearch(what, text, from);
  return text.toLowerCase().indexOf(what.toLowerCase(), from);
}

function runSubstitute(args: readonly Scalar[], env: Env): Scalar {
  const [given, replaced, by] = args;
  const plain = typeof given === "string" && typeof replaced === "string" && typeof by === "string";
  if (plain && args.length === 3 && replaced !== "") return limited(given.split(replaced).join(by));
  const texts = args.slice(0, 3).map((a) => toText(a));
  const bad = texts.find((t) => t instanceof CellError);
  if (bad instanceof CellError) return bad;
  const [text = "", old = "", fresh = ""] = texts as string[];
  if (args[3] === undefined) return limited(old === "" ? text : text.replaceAll(old, () => fresh));
  const which = toNumber(args[3], env.world);
  if (which instanceof CellError) return which;
  if (which < 1) return cellErrors.value;
  return old === "" ? text : limited(replaceNth(text, { old, fresh }, Math.trunc(which)));
}

function replaceNth(text: string, change: { old: string; fresh: string }, n: number): string {
  let at = -change.old.length;
  for (let i = 0; i < n; i++) {
    at = text.indexOf(change.old, at + change.old.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + change.fresh + text.slice(at + change.old.length);
}

function runReplace(args: readonly Scalar[], env: Env): Scalar {
  const text = toText(args[0] ?? null);
  const fresh = toText(args[3] ?? null);
  const from = toNumber(args[1] ?? null, env.world);
  const count = toNumber(args[2] ?? null, env.world);
  if (text instanceof CellError) return text;
  if (fresh instanceof CellError) return fresh;
  if (from instanceof CellError) return from;
  if (count instanceof CellError) return count;
  if (from < 1 || count < 0) return cellErrors.value;
  const start = Math.trunc(from) - 1;
  const end = start + Math.trunc(count);
  return limited(cut(text, 0, start) + fresh + cut(text, end, text.length));
}

/**
 * A place between two characters. Inside a character of two units (𠮷) Excel cuts it in half or not, as the book was made:
 * Throws Uncomputable there.
 */
function between(text: string, at: number): number {
  const high = text.charCodeAt(at - 1);
  if (high >= 0xd800 && high <= 0xdbff && text.charCodeAt(at) >= 0xdc00 && at < text.length)
    throw new Uncomputable("construct", "LEFT", uncomputableText.halfCharacter());
  return at;
}

function cut(text: string, from: number, to: number): string {
  return text.slice(between(text, from), between(text, Math.min(to, text.length)));
}

/** All items of all arguments as texts, or the first error. */
function itemTexts(name: string, values: readonly Value[]): string[] | CellError {
  const texts: string[] = [];
  for (const v of values) {
    if (isAreas(v)) undocumented(name);
    for (const item of toArray(v).cells) {
      const text = toText(item);
      if (text instanceof CellError) return text;
      texts.push(text);
    }
  }
  return texts;
}

function runTextJoin(args: readonly Value[], env: Env): Value {
  const separators = itemTexts("TEXTJOIN", args.slice(0, 1));
  if (separators instanceof CellError) return separators;
  const skipEmpty = toBoolean(toScalar(args[1] ?? null, env));
  if (skipEmpty instanceof CellError) return skipEmpty;
  const texts = itemTexts("TEXTJOIN", args.slice(2));
  if (texts instanceof CellError) return texts;
  const kept = skipEmpty ? texts.filter((t) => t !== "") : texts;
  const joined = kept
    .map((t, i) => (i === 0 ? t : (separators[(i - 1) % separators.length] ?? "") + t))
    .join("");
  return limited(joined);
}

/** Single blanks stay between words; full-width ones are letters to TRIM. */
function trimmed(text: string): string {
  const tidy = !text.includes("  ") && !text.startsWith(" ") && !text.endsWith(" ");
  return tidy ? text : text.replace(/ +/g, " ").replace(/^ | $/g, "");
}

function wordCase(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /(^|[^\p{L}])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

function fromCodePoint(n: number): Scalar {
  const whole = Math.trunc(n);
  if (whole < 1 || whole > 0x10ffff || (whole >= 0xd800 && whole <= 0xdfff))
    return cellErrors.value;
  return String.fromCodePoint(whole);
}

/** Letters that would become two (ß) stay. */
const upperCase = (text: string): string =>
  Array.from(text, (c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join("");

export const textFunctions: readonly FormulaFunction[] = [
  textFunction("LEN", [1, 1], ([t = ""]) => t.length),
  textThenNumbers(
    "LEFT",
    [1, 2],
    (t, [n = 1]) => (n < 0 ? cellErrors.value : cut(t, 0, Math.trunc(n))),
    [1],
  ),
  textThenNumbers(
    "RIGHT",
    [1, 2],
    (t, [n = 1]) => {
      return n < 0 ? cellErrors.value : cut(t, Math.max(0, t.length - Math.trunc(n)), t.length);
    },
    [1],
  ),
  textThenNumbers("MID", [3, 3], (t, [from = 1, n = 0]) =>
    from < 1 || n < 0
      ? cellErrors.value
      : cut(t, Math.trunc(from) - 1, Math.trunc(from) - 1 + Math.trunc(n)),
  ),
  textThenNumbers("REPT", [2, 2], (t, [n = 0]) =>
    n < 0 || t.length * Math.trunc(n) > longestText ? cellErrors.value : t.repeat(Math.trunc(n)),
  ),
  scalarFunction("FIND", [2, 3], (args, env) =>
    runFind(args, env, (what, text, from) => text.indexOf(what, from)),
  ),
  scalarFunction("SEARCH", [2, 3], (args, env) => runFind(args, env, searchPosition)),
  scalarFunction("SUBSTITUTE", [3, 4], runSubstitute),
  scalarFunction("REPLACE", [4, 4], runReplace),
  textFunction("TRIM", [1, 1], ([t = ""]) => trimmed(t)),
  textFunction("CLEAN", [1, 1], ([t = ""]) => t.replace(/[\u0000-\u001f]/g, "")),
  textFunction("UPPER", [1, 1], ([t = ""]) => upperCase(t)),
  textFunction("LOWER", [1, 1], ([t = ""]) => t.toLowerCase()),
  textFunction("PROPER", [1, 1], ([t = ""]) => wordCase(t)),
  textFunction("EXACT", [2, 2], ([a = "", b = ""]) => a === b),
  textFunction("CONCATENATE", [1, 255], (texts) => limited(texts.join(""))),
  wholeFunction("CONCAT", [1, 254], ["range"], (args) => {
    const texts = itemTexts("CONCAT", args);
    return texts instanceof CellError ? texts : limited(texts.join(""));
  }),
  wholeFunction("TEXTJOIN", [3, 254], ["range"], runTextJoin),
  scalarFunction("VALUE", [1, 1], ([v = null], env) =>
    typeof v === "boolean" ? cellErrors.value : toNumber(v, env.world),
  ),
  scalarFunction("UNICHAR", [1, 1], ([v = null], env) => {
    const n = toNumber(v, env.world);
    return n instanceof CellError ? n : fromCodePoint(n);
  }),
  textFunction("UNICODE", [1, 1], ([t = ""]) => t.codePointAt(0) ?? cellErrors.value),
];
