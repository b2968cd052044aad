/** Logic functions: IF and its kin compute only the branch that is taken. */
import { itemAt, spread, toOperand, toScalar } from "../formula/array.ts";
import { equalScalars, toBoolean } from "../formula/coerce.ts";
import {
  type FormulaFunction,
  lazyFunction,
  scalarFunction,
  type Thunk,
  wholeFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
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

/** The value of a condition: one scalar, or an array when an array was given. */
function condition(thunk: Thunk | undefined, env: Env): Scalar | ReturnType<typeof arrayOf> {
  const v = thunk ? thunk() : null;
  return isRef(v) && v.top === v.bottom && v.left === v.right
    ? toScalar(v, env)
    : toOperand(v, env, isArray(v));
}

function branch(thunk: Thunk | undefined, otherwise: Value): Value {
  return thunk ? thunk() : otherwise;
}

function runIf(args: readonly Thunk[], env: Env): Value {
  const test = condition(args[0], env);
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

function runIfs(args: readonly Thunk[], env: Env): Value {
  if (args.length % 2 === 1) return cellErrors.na;
  for (let i = 0; i < args.length; i += 2) {
    const test = args[i];
    const truth = toBoolean(test ? toScalar(test(), env) : null);
    if (truth instanceof CellError) return truth;
    if (truth) return branch(args[i + 1], null);
  }
  return cellErrors.na;
}

function runSwitch(args: readonly Thunk[], env: Env): Value {
  const subject = toScalar(branch(args[0], null), env);
  if (isError(subject)) return subject;
  for (let i = 1; i + 1 < args.length; i += 2) {
    const option = toScalar(branch(args[i], null), env);
    if (isError(option)) return option;
    if (equalScalars(subject, option)) return branch(args[i + 1], null);
  }
  return args.length % 2 === 0 ? branch(args.at(-1), null) : cellErrors.na;
}

/** IFERROR and IFNA: the first value, unless it is an error of the kind given. */
function guard(catches: (e: CellError) => boolean): (args: readonly Thunk[], env: Env) => Value {
  return (args, env) => {
    const given = branch(args[0], null);
    const v = isRef(given) ? toOperand(given, env, false) : given;
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

function runChoose(args: readonly Thunk[], env: Env): Value {
  const at = toScalar(branch(args[0], null), env);
  if (isError(at)) return at;
  const n = typeof at === "string" ? Number(at) : Number(at ?? 0);
  const chosen = Number.isFinite(n) ? args[Math.trunc(n)] : undefined;
  return n >= 1 && chosen ? chosen() : cellErrors.value;
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
