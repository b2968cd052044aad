/** TEXTSPLIT, TEXTBEFORE and TEXTAFTER: cutting a text at delimiters. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  cellErrors,
  isArray,
  isRef,
  isScalar,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, flagOf, scalarOf, textOf, wholeOf } from "./arguments.ts";
import { built } from "./array-shape.ts";

const omitted = (v: Value | undefined): boolean => v === undefined || v === null;

interface Cut {
  readonly at: number;
  readonly length: number;
}

function delimitersOf(v: Value | undefined, env: Env): string[] {
  if (v === undefined || v === null) return [];
  const cells = isArray(v) || isRef(v) ? arrayOfArg(v).cells : [isScalar(v) ? v : null];
  return cells.map((c) => textOf(c, env));
}

/** All places of any delimiter, left to right; the longest wins at one place. */
function cutsOf(text: string, delimiters: readonly string[], ignoreCase: boolean): Cut[] {
  const fold = (t: string): string => (ignoreCase ? t.toLowerCase() : t);
  const subject = fold(text);
  const wanted = delimiters.map(fold).sort((a, b) => b.length - a.length);
  const cuts: Cut[] = [];
  for (let i = 0; i < subject.length; ) {
    const found = wanted.find((d) => d !== "" && subject.startsWith(d, i));
    if (found === undefined) i++;
    else {
      cuts.push({ at: i, length: found.length });
      i += found.length;
    }
  }
  return cuts;
}

function piecesOf(text: string, cuts: readonly Cut[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    pieces.push(text.slice(from, cut.at));
    from = cut.at + cut.length;
  }
  pieces.push(text.slice(from));
  return pieces;
}

function modeOf(v: Value | undefined, env: Env): boolean {
  const mode = omitted(v) ? 0 : wholeOf(v, env);
  if (mode !== 0 && mode !== 1) raise(cellErrors.value);
  return mode === 1;
}

function textSplit(args: readonly Value[], env: Env): Value {
  const text = textOf(args[0], env);
  const columns = delimitersOf(args[1], env);
  const rows = delimitersOf(args[2], env);
  if ([...columns, ...rows].includes("") || columns.length + rows.length === 0)
    return cellErrors.value;
  const skipEmpty = omitted(args[3]) ? false : flagOf(args[3], env);
  const ignoreCase = modeOf(args[4], env);
  const pad: Scalar = args[5] === undefined ? cellErrors.na : padOf(args[5]);
  const keep = (pieces: string[]): string[] =>
    skipEmpty ? pieces.filter((p) => p !== "") : pieces;
  const lines = rows.length === 0 ? [text] : piecesOf(text, cutsOf(text, rows, ignoreCase));
  const table = keep(lines)
    .map((line) => keep(piecesOf(line, cutsOf(line, columns, ignoreCase))))
    .filter((line) => line.length > 0);
  if (table.length === 0) return cellErrors.calc;
  const width = Math.max(...table.map((line) => line.length));
  return built(table.length, width, (r, c) => table[r]?.[c] ?? pad);
}

function padOf(v: Value): Scalar {
  return isScalar(v) ? v : (arrayOfArg(v).cells[0] ?? null);
}

interface Request {
  readonly text: string;
  readonly instance: number;
  readonly toEnd: boolean;
  readonly cuts: readonly Cut[];
}

/** The wanted cut; the edge of the text counts as one with match_end. Null when there is none. */
function cutFor(r: Request): Cut | null {
  const { cuts, instance, text } = r;
  if (instance > 0) {
    const end: Cut = { at: text.length, length: 0 };
    return cuts[instance - 1] ?? (r.toEnd && instance === cuts.length + 1 ? end : null);
  }
  const start: Cut = { at: 0, length: 0 };
  const found = cuts[cuts.length + instance];
  return found ?? (r.toEnd && -instance === cuts.length + 1 ? start : null);
}

interface Asked {
  readonly text: string;
  readonly delimiters: readonly string[];
  readonly instance: number;
  readonly ignoreCase: boolean;
  readonly toEnd: boolean;
}

function askedOf(args: readonly Value[], env: Env): Asked {
  const text = textOf(args[0], env);
  const instance = omitted(args[2]) ? 1 : wholeOf(args[2], env);
  if (instance === 0 || (text !== "" && Math.abs(instance) > text.length)) raise(cellErrors.value);
  return {
    text,
    delimiters: delimitersOf(args[1], env),
    instance,
    ignoreCase: modeOf(args[3], env),
    toEnd: modeOf(args[4], env),
  };
}

/** TEXTBEFORE and TEXTAFTER. */
function cutOff(before: boolean): (args: readonly Value[], env: Env) => Value {
  return (args, env) => {
    const { text, delimiters, instance, ignoreCase, toEnd } = askedOf(args, env);
    if (delimiters.includes("")) return emptyCut(text, before === instance > 0);
    const cut = cutFor({ text, instance, toEnd, cuts: cutsOf(text, delimiters, ignoreCase) });
    if (cut) return before ? text.slice(0, cut.at) : text.slice(cut.at + cut.length);
    return args[5] === undefined ? cellErrors.na : scalarOf(args[5], env);
  };
}

/** An empty delimiter matches at once at the edge. */
const emptyCut = (text: string, nothing: boolean): string => (nothing ? "" : text);

const params = ["scalar", "array", "scalar", "scalar", "scalar", "scalar"] as const;

export const splitFunctions: readonly FormulaFunction[] = [
  wholeFunction("TEXTSPLIT", [2, 6], ["scalar", "array", "array", "scalar", "scalar"], textSplit),
  wholeFunction("TEXTBEFORE", [2, 6], params, cutOff(true)),
  wholeFunction("TEXTAFTER", [2, 6], params, cutOff(false)),
];
