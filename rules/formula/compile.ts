/** Turns a parsed formula into a closure: each distinct formula is compiled once and run for every cell that uses it. */
import { functionTable } from "../functions/index.ts";
import { uncomputableText } from "../messages.ja.ts";
import { spread, toArray, toOperand, toScalar } from "./array.ts";
import type { FormulaNode } from "./ast.ts";
import { toNumber } from "./coerce.ts";
import { type Compiled, compileBinding } from "./compile-binding.ts";
import { compileReference, referencePair } from "./compile-reference.ts";
import type { FormulaFunction, Thunk } from "./function-type.ts";
import type { Env } from "./model.ts";
import { operations } from "./operators.ts";
import {
  type ArrayValue,
  arrayOf,
  CellError,
  isArray,
  isScalar,
  type Scalar,
  Uncomputable,
  type Value,
} from "./value.ts";

export type { Compiled };

/** `array`: ranges inside operators are computed item by item, as in an array formula. */
export function compileFormula(node: FormulaNode, array: boolean): Compiled {
  return compileNode(node, array);
}

export function compileNode(node: FormulaNode, array: boolean): Compiled {
  switch (node.kind) {
    case "literal": {
      const { value } = node;
      return () => value;
    }
    case "missing":
      return () => null;
    case "constant": {
      const value = arrayOf(node.rows.length, node.rows[0]?.length ?? 0, node.rows.flat());
      return () => value;
    }
    case "area":
    case "table":
    case "name":
      return compileReference(node);
    case "span":
    case "intersect":
      return referencePair(
        node.kind,
        compileNode(node.left, array),
        compileNode(node.right, array),
      );
    case "union":
      throw new Uncomputable("construct", "(,)", uncomputableText.construct("(A1,B1)"));
    case "negate":
    case "plus":
    case "percent":
    case "single":
      return compileUnary(node.kind, compileNode(node.arg, array), array);
    case "binary":
      return compileBinary(node, array);
    case "apply":
    case "call":
      return compileCall(node, array);
  }
}

function compileUnary(
  kind: "negate" | "plus" | "percent" | "single",
  arg: Compiled,
  array: boolean,
): Compiled {
  if (kind === "plus") return arg;
  if (kind === "single") return (env) => toScalar(arg(env), env);
  const change = kind === "negate" ? (n: number) => (n === 0 ? 0 : -n) : (n: number) => n / 100;
  return (env) =>
    spread([toOperand(arg(env), env, array)], ([v = null]) => {
      const n = toNumber(v, env.world);
      return n instanceof CellError ? n : change(n);
    });
}

function compileBinary(node: FormulaNode & { kind: "binary" }, array: boolean): Compiled {
  const left = compileNode(node.left, array);
  const right = compileNode(node.right, array);
  const run = operations[node.op];
  return (env) => {
    const a = toOperand(left(env), env, array);
    const b = toOperand(right(env), env, array);
    if (!isArray(a) && !isArray(b)) return run(a, b, env.world);
    return spread([a, b], ([x = null, y = null]) => run(x, y, env.world));
  };
}

function compileCall(node: FormulaNode & { kind: "call" | "apply" }, array: boolean): Compiled {
  const bound = compileBinding(node, (inner) => compileNode(inner, array));
  if (bound) return bound;
  if (node.kind === "apply")
    throw new Uncomputable("construct", "()()", uncomputableText.construct("()()"));
  const name = node.name.toUpperCase();
  const fn = functionTable.get(name);
  if (!fn)
    throw new Uncomputable(
      "unknown-function",
      node.name,
      uncomputableText.unknownFunction(node.name),
    );
  if (fn.refused)
    throw new Uncomputable("refused", node.name, uncomputableText.refusedFunction(node.name));
  if (node.args.length < fn.min || node.args.length > fn.max) {
    throw new Uncomputable(
      "syntax",
      node.name,
      uncomputableText.arity(node.name, node.args.length),
    );
  }
  const args = node.args.map((arg, i) => compileNode(arg, array || paramOf(fn, i) === "array"));
  if (fn.lazy) return lazyCall(fn.lazy, args);
  if (fn.scalar) return scalarCall(fn, fn.scalar, args, array);
  return wholeCall(fn, args, array);
}

function paramOf(fn: FormulaFunction, i: number): string {
  return fn.params[Math.min(i, fn.params.length - 1)] ?? "scalar";
}

function lazyCall(run: NonNullable<FormulaFunction["lazy"]>, args: readonly Compiled[]): Compiled {
  return (env) => {
    const thunks: Thunk[] = [];
    for (const arg of args) thunks.push(() => arg(env));
    return run(thunks, env);
  };
}

function scalarCall(
  fn: FormulaFunction,
  run: NonNullable<FormulaFunction["scalar"]>,
  args: readonly Compiled[],
  array: boolean,
): Compiled {
  const guarded = fn.seesErrors ? run : passingErrors(run);
  return (env) => {
    const operands: (Scalar | ArrayValue)[] = [];
    for (const arg of args) operands.push(toOperand(arg(env), env, array));
    return spread(operands, (items) => guarded(items, env));
  };
}

function passingErrors(
  run: NonNullable<FormulaFunction["scalar"]>,
): NonNullable<FormulaFunction["scalar"]> {
  return (items, env) => {
    for (const item of items) if (item instanceof CellError) return item;
    return run(items, env);
  };
}

function wholeCall(fn: FormulaFunction, args: readonly Compiled[], array: boolean): Compiled {
  const { whole } = fn;
  if (!whole)
    throw new Uncomputable(
      "construct",
      fn.names[0] ?? "",
      uncomputableText.construct(fn.names[0] ?? ""),
    );
  const scalarAt = args.map((_, i) => paramOf(fn, i) === "scalar");
  if (!scalarAt.includes(true))
    return (env) =>
      whole(
        args.map((arg) => arg(env)),
        env,
      );
  return (env) => {
    const values = args.map((arg, i) => (scalarAt[i] ? toOperand(arg(env), env, array) : arg(env)));
    const lifted = values.some((v, i) => scalarAt[i] && isArray(v));
    return lifted ? spreadWhole(whole, values, scalarAt, env) : whole(values, env);
  };
}

/** VLOOKUP(A2:A5, …) and its kin: the scalar arguments are spread, the others stay whole. */
function spreadWhole(
  whole: NonNullable<FormulaFunction["whole"]>,
  values: readonly Value[],
  scalarAt: readonly boolean[],
  env: Env,
): Value {
  const spreadArgs = values.map((v, i) => (scalarAt[i] && (isScalar(v) || isArray(v)) ? v : null));
  return spread(spreadArgs, (items) => {
    const result = whole(
      values.map((v, i) => (scalarAt[i] ? (items[i] ?? null) : v)),
      env,
    );
    return toArray(result).cells[0] ?? null;
  });
}
