/** Reads the arguments of a function: what cannot be read ends the function with its Excel error. */
import { eachCell, noScalar, toArray, toScalar } from "../formula/array.ts";
import { toBoolean, toNumber, toText } from "../formula/coerce.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  CellError,
  cellErrors,
  isAreas,
  isArray,
  isError,
  isLambda,
  isRef,
  isRefs,
  isScalar,
  type LambdaValue,
  raise,
  type Scalar,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";

/** One value of an argument; errors end the function. */
export function scalarOf(v: Value | undefined, env: Env): Exclude<Scalar, CellError> {
  const s = v === undefined ? null : toScalar(v, env);
  return s instanceof CellError ? raise(s) : s;
}

/** A number; `fallback` when the argument was not written at all. */
export function numberOf(v: Value | undefined, env: Env, fallback = 0): number {
  if (typeof v === "number") return v;
  if (v === undefined) return fallback;
  const n = toNumber(isScalar(v) ? v : toScalar(v, env), env.world);
  return n instanceof CellError ? raise(n) : n;
}

export function wholeOf(v: Value | undefined, env: Env, fallback = 0): number {
  return Math.trunc(numberOf(v, env, fallback));
}

export function textOf(v: Value | undefined, env: Env, fallback = ""): string {
  if (v === undefined) return fallback;
  const t = toText(isScalar(v) ? v : toScalar(v, env));
  return t instanceof CellError ? raise(t) : t;
}

export function flagOf(v: Value | undefined, env: Env, fallback = false): boolean {
  if (v === undefined) return fallback;
  const b = toBoolean(isScalar(v) ? v : toScalar(v, env));
  return b instanceof CellError ? raise(b) : b;
}

/** All cells of an argument; an error value given as a whole ends the function. */
export function arrayOfArg(v: Value | undefined): ArrayValue {
  if (v === undefined) return raise(cellErrors.value);
  if (isError(v)) return raise(v);
  if (isAreas(v) || isLambda(v) || isRefs(v)) return raise(noScalar(v, cellErrors.value));
  return toArray(v);
}

/** A LAMBDA with the number of arguments that the caller will give. */
export function lambdaOf(v: Value | undefined, arity: number): LambdaValue {
  if (v === undefined) return raise(cellErrors.value);
  if (isError(v)) return raise(v);
  if (!isLambda(v)) return raise(cellErrors.value);
  return v.arity === arity || (v.optional && v.arity > arity) ? v : raise(cellErrors.value);
}

/** Visits every item of a value; tells whether it was written directly into the formula. */
export function eachItem(v: Value, visit: (item: Scalar, direct: boolean) => void): void {
  if (isRef(v)) eachCell(v, (item) => visit(item, false));
  else if (isArray(v)) for (const item of v.cells) visit(item, false);
  else if (isAreas(v)) for (const area of v.areas) eachCell(area, (item) => visit(item, false));
  else if (isScalar(v)) visit(v, true);
  else raise(noScalar(v, cellErrors.value));
}

/** All numbers of the arguments as SUM sees them: texts and truth values count only when written directly. */
export function numbersOf(args: readonly Value[], env: Env): number[] {
  const numbers: number[] = [];
  const take = (item: Scalar, direct: boolean): void => {
    if (typeof item === "number") numbers.push(item);
    else if (item instanceof CellError) raise(item);
    else if (direct) numbers.push(numberOf(item, env));
  };
  for (const arg of args) eachItem(arg, take);
  return numbers;
}

/** Numbers as AVERAGEA and its kin see them: texts in ranges are 0, TRUE is 1. */
export function allNumbersOf(args: readonly Value[], env: Env): number[] {
  const numbers: number[] = [];
  const take = (item: Scalar, direct: boolean): void => {
    if (item instanceof CellError) raise(item);
    else if (direct) numbers.push(numberOf(item, env));
    else if (typeof item === "number") numbers.push(item);
    else if (typeof item === "boolean") numbers.push(item ? 1 : 0);
    else if (typeof item === "string") numbers.push(0);
  };
  for (const arg of args) eachItem(arg, take);
  return numbers;
}

/** Two lists of equal length, item by item; pairs in which one is no number are passed over. */
export function pairsOf(a: Value | undefined, b: Value | undefined): [number, number][] {
  const x = arrayOfArg(a);
  const y = arrayOfArg(b);
  if (x.cells.length !== y.cells.length) return raise(cellErrors.na);
  const pairs: [number, number][] = [];
  x.cells.forEach((left, i) => {
    const right = y.cells[i] ?? null;
    if (left instanceof CellError) raise(left);
    if (right instanceof CellError) raise(right);
    if (typeof left === "number" && typeof right === "number") pairs.push([left, right]);
  });
  return pairs;
}

/** A finite result; what is too large or undefined is #NUM!. */
export function finite(n: number): number {
  if (!Number.isFinite(n)) return raise(cellErrors.num);
  return n === 0 ? 0 : n;
}

/** Ends the function as not computed: Excel's own result for this use is not laid down anywhere. */
export function undocumented(name: string): never {
  throw new Uncomputable("construct", name, uncomputableText.undocumented(name));
}
