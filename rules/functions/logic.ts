/** Logic functions: IF and its kin compute only the branch that is taken. */
import { itemAt, spread, toOperand } from "../formula/array.ts";
import { equalScalars, toBoolean, toNumber } from "../formula/coerce.ts";
import {
  type FormulaFunction,
  lazyFunction,
  scalarFunction,
  type Thunk,
  wholeFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  CellError,
  cellErrors,
  isArray,
  isError,
  isRef,
  isScalar,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { eachItem } from "./arguments.ts";

function branch(thunk: Thunk | undefined, otherwise: Value): Value {
  return thunk ? thunk() : otherwise;
}

function runIf(args: readonly Thunk[], env: Env, array: boolean): Value {
  const test = toOperand(branch(args[0], null), env, array);
  if (!isArray(test)) {
    const truth = toBoolean(test);
    if (truth instanceof CellError) return truth;
    return truth ? branch(args[1], true) : branch(args[2], false);
  }
  const yes = toOperand(branch(args[1], true), env, true);
  const no = toOperand(branch(args[2], false), env, true);
  return spread([test, yes, no], ([t = null, y = null, n = null]) => {
    const truth = toBoolean(t);
    if (truth instanceof CellError) return truth;
    return truth ? y : n;
  });
}

/** IFS: the conditions in their order; from the first array of conditions on, item by item. */
function runIfs(args: readonly Thunk[], env: Env, array: boolean): Value {
  if (args.length % 2 === 1) return cellErrors.na;
  for (let i = 0; i < args.length; i += 2) {
    const test = toOperand(branch(args[i], null), env, array);
    if (isArray(test)) return spread([test, ...operands(args.slice(i + 1), env)], firstTrue);
    const truth = toBoolean(test);
    if (truth instanceof CellError) return truth;
    if (truth) return branch(args[i + 1], null);
  }
  return cellErrors.na;
}

const operands = (args: readonly Thunk[], env: Env): (Scalar | ArrayValue)[] =>
  args.map((arg) => toOperand(arg(), env, true));

/** Conditions and values in turn. */
function firstTrue(items: readonly Scalar[]): Scalar {
  for (let i = 0; i < items.length; i += 2) {
    const truth = toBoolean(items[i] ?? null);
    if (truth instanceof CellError) return truth;
    if (truth) return items[i + 1] ?? null;
  }
  return cellErrors.na;
}

/** SWITCH: the first option that equals the subject; from the first array among them on, item by item. */
function runSwitch(args: readonly Thunk[], env: Env, array: boolean): Value {
  const subject = toOperand(branch(args[0], null), env, array);
  if (isArray(subject)) return spread([subject, ...operands(args.slice(1), env)], firstEqual);
  if (isError(subject)) return subject;
  for (let i = 1; i + 1 < args.length; i += 2) {
    const option = toOperand(branch(args[i], null), env, array);
    if (isArray(option))
      return spread([subject, option, ...operands(args.slice(i + 1), env)], firstEqual);
    if (isError(option)) return option;
    if (equalScalars(subject, option)) return branch(args[i + 1], null);
  }
  return args.length % 2 === 0 ? branch(args.at(-1), null) : cellErrors.na;
}

/** The subject, options and values in turn, and perhaps a value for all others. */
function firstEqual(items: readonly Scalar[]): Scalar {
  const [subject = null] = items;
  if (isError(subject)) return subject;
  for (let i = 1; i + 1 < items.length; i += 2) {
    const option = items[i] ?? null;
    if (isError(option)) return option;
    if (equalScalars(subject, option)) return items[i + 1] ?? null;
  }
  return items.length % 2 === 0 ? (items.at(-1) ?? null) : cellErrors.na;
}

/** IFERROR and IFNA: the first value, unless it is an error of the kind given. */
function guard(catches: (e: CellError) => boolean): NonNullable<FormulaFunction["lazy"]> {
  return (args, env, array) => {
    const given = branch(args[0], null);
    const v = isRef(given) ? toOperand(given, env, array) : given;
    if (isScalar(v)) return isError(v) && catches(v) ? branch(args[1], null) : v;
    if (!isArray(v) || !v.cells.some((c) => isError(c) && catches(c))) return v;
    const other = toOperand(branch(args[1], null), env, true);
    const cells = v.cells.map((c, i) =>
      isError(c) && catches(c) ? itemAt(other, Math.floor(i / v.cols), i % v.cols) : c,
    );
    return arrayOf(v.rows, v.cols, cells);
  };
}

/** Truth values among the arguments: texts in ranges are passed over, texts written directly must be TRUE or FALSE. */
function truths(args: readonly Value[]): boolean[] | CellError {
  const found: boolean[] = [];
  let bad: CellError | null = null;
  const take = (v: Scalar, direct: boolean): void => {
    if (!direct && (v === null || typeof v === "string")) return;
    const truth = toBoolean(v);
    if (truth instanceof CellError) bad ??= truth;
    else found.push(truth);
  };
  for (const arg of args) {
    if (arg === true || arg === false) found.push(arg);
    else eachItem(arg, take);
  }
  return bad ?? (found.length === 0 ? cellErrors.value : found);
}

function combined(name: string, decide: (all: readonly boolean[]) => boolean): FormulaFunction {
  return wholeFunction(name, [1, 255], ["range"], (args) => {
    const all = truths(args);
    return all instanceof CellError ? all : decide(all);
  });
}

/** CHOOSE: one of its values as it is; a list of numbers, as in CHOOSE({1,2},B:B,A:A), takes from all of them item by item. */
function runChoose(args: readonly Thunk[], env: Env, array: boolean): Value {
  const at = toOperand(branch(args[0], null), env, array);
  if (!isArray(at)) {
    const n = placeOf(at, args.length - 1, env);
    return n instanceof CellError ? n : branch(args[n], null);
  }
  const given = operands(args.slice(1), env);
  return spread([at, ...given], (items) => {
    const n = placeOf(items[0] ?? null, given.length, env);
    return n instanceof CellError ? n : (items[n] ?? null);
  });
}

function placeOf(v: Scalar, most: number, env: Env): number | CellError {
  const n = toNumber(v, env.world);
  if (n instanceof CellError) return n;
  return n >= 1 && n < most + 1 ? Math.trunc(n) : cellErrors.value;
}

export const logicFunctions: readonly FormulaFunction[] = [
  lazyFunction("IF", [2, 3], runIf),
  lazyFunction("IFS", [2, 254], runIfs),
  lazyFunction("SWITCH", [3, 254], runSwitch),
  lazyFunction("CHOOSE", [2, 255], runChoose),
  lazyFunction(
    "IFERROR",
    [2, 2],
    guard(() => true),
  ),
  lazyFunction(
    "IFNA",
    [2, 2],
    guard((e) => e === cellErrors.na),
  ),
  combined("AND", (all) => all.every(Boolean)),
  combined("OR", (all) => all.some(Boolean)),
  combined("XOR", (all) => all.filter(Boolean).length % 2 === 1),
  scalarFunction("NOT", [1, 1], ([v = null]) => {
    const truth = toBoolean(v);
    return truth instanceof CellError ? truth : !truth;
  }),
  scalarFunction("TRUE", [0, 0], () => true),
  scalarFunction("FALSE", [0, 0], () => false),
];
