/** REGEXTEST, REGEXEXTRACT and REGEXREPLACE. */
import { type FormulaFunction, scalarFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  arrayOf,
  cellErrors,
  isArray,
  isRef,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { textOf, undocumented, wholeOf } from "./arguments.ts";
import { type RegexMatch, RegexRun } from "./regex-match.ts";
import type { Regex } from "./regex-node.ts";
import { readRegex } from "./regex-parse.ts";

const mostText = 32_767;
const mostKept = 200;
const read = new Map<string, Regex>();

/** Patterns are read once; the oldest goes when there are too many. */
function regexOf(pattern: string, ignoreCase: boolean): Regex {
  const key = `${ignoreCase ? "i" : "-"}${pattern}`;
  const known = read.get(key);
  if (known) return known;
  const made = readRegex(pattern, ignoreCase);
  const [oldest] = read.keys();
  if (read.size >= mostKept && oldest !== undefined) read.delete(oldest);
  read.set(key, made);
  return made;
}

interface Search {
  readonly text: readonly string[];
  readonly regex: Regex;
  /** All matches, or only the first one. */
  readonly matches: (most: number) => RegexMatch[];
}

function caseMode(v: Value | undefined, env: Env): boolean {
  const mode = v === undefined || v === null ? 0 : wholeOf(v, env);
  return mode === 0 || mode === 1 ? mode === 1 : raise(cellErrors.value);
}

function searchOf(args: readonly Value[], sensitivity: Value | undefined, env: Env): Search {
  const text = Array.from(textOf(args[0], env));
  const pattern = textOf(args[1], env);
  if (text.length > mostText || pattern.length > mostText) raise(cellErrors.value);
  const regex = regexOf(pattern, caseMode(sensitivity, env));
  return { text, regex, matches: (most) => allMatches(regex, text, most) };
}

/** One after the other; a match of nothing moves on by one character. */
function allMatches(regex: Regex, text: readonly string[], most: number): RegexMatch[] {
  const run = new RegexRun(regex, text);
  const found: RegexMatch[] = [];
  for (let at = 0; at <= text.length && found.length < most; ) {
    const match = run.find(at);
    if (!match) break;
    found.push(match);
    at = match.to > match.from ? match.to : match.to + 1;
  }
  return found;
}

const part = (text: readonly string[], span: readonly [number, number] | null): string =>
  span === null ? "" : text.slice(span[0], span[1]).join("");

function extract(args: readonly Value[], env: Env): Value {
  const mode = args[2] === undefined || args[2] === null ? 0 : wholeOf(args[2], env);
  if (mode < 0 || mode > 2) return cellErrors.value;
  // Excel's result for many texts at once with an array per text is a single column; it is not guessed here.
  const many = args.slice(0, 2).some((v) => isArray(v) || (isRef(v) && !isOneCell(v)));
  if (many && mode !== 0) undocumented("REGEXEXTRACT");
  const { text, matches } = searchOf(args, args[3], env);
  const found = matches(mode === 1 ? mostText : 1);
  const [first] = found;
  if (!first) return cellErrors.na;
  const whole = found.map((m) => part(text, [m.from, m.to]));
  if (mode === 0) return whole[0] ?? "";
  const texts = mode === 1 ? whole : first.groups.map((g) => part(text, g));
  return texts.length === 0 ? cellErrors.na : arrayOf(1, texts.length, texts);
}

const isOneCell = (v: { top: number; bottom: number; left: number; right: number }): boolean =>
  v.top === v.bottom && v.left === v.right;

/** $1, ${1}, ${name} and $$ of a replacement. */
function filled(template: string, match: RegexMatch, s: Search): string {
  if (template.includes("\\")) undocumented("REGEXREPLACE");
  return template.replace(
    /\$(?:\$|(\d+)|\{(\w+)\}|(?=.|$))/gsu,
    (whole, digits?: string, name?: string) => {
      if (whole === "$$") return "$";
      const asked = digits ?? name;
      if (asked === undefined) return raise(cellErrors.value);
      const index = /^\d+$/.test(asked) ? Number(asked) : (s.regex.names.get(asked) ?? -1);
      if (index === 0) return part(s.text, [match.from, match.to]);
      if (index < 0 || index > s.regex.groups) return raise(cellErrors.value);
      return part(s.text, match.groups[index - 1] ?? null);
    },
  );
}

function replace(args: readonly Value[], env: Env): Scalar {
  const s = searchOf(args, args[4], env);
  const template = textOf(args[2], env);
  const wanted = args[3] === undefined || args[3] === null ? 0 : wholeOf(args[3], env);
  const found = s.matches(mostText + 1);
  const at = wanted < 0 ? found.length + wanted : wanted - 1;
  const chosen = wanted === 0 ? found : found.slice(Math.max(at, 0), at < 0 ? 0 : at + 1);
  let result = "";
  let from = 0;
  for (const match of chosen) {
    result += part(s.text, [from, match.from]) + filled(template, match, s);
    from = match.to;
  }
  return result + part(s.text, [from, s.text.length]);
}

export const regexFunctions: readonly FormulaFunction[] = [
  scalarFunction(
    "REGEXTEST",
    [2, 3],
    (args, env) => searchOf(args, args[2], env).matches(1).length > 0,
  ),
  wholeFunction("REGEXEXTRACT", [2, 4], ["range", "range", "scalar"], extract),
  scalarFunction("REGEXREPLACE", [3, 5], replace),
];
