/** Turns a parsed formula into a closure: each distinct formula is compiled once and run for every cell that uses it. */
import { uncomputableText } from "../messages.ja.ts";
import { implicitly, spread, spreadPair, toOperand } from "./array.ts";
import type { FormulaNode } from "./ast.ts";
import { toBoolean, toNumber } from "./coerce.ts";
import { type Compiled, compileBinding } from "./compile-binding.ts";
import { type ArgumentCompiler, compileCall, type Operand } from "./compile-call.ts";
import { cellReader, compileReference, referencePair, unionOf } from "./compile-reference.ts";
import type { Env } from "./model.ts";
import { lastOperations, operations, type ScalarOperation } from "./operators.ts";
import {
  type ArrayValue,
  arrayOf,
  CellError,
  cellErrors,
  isArray,
  isError,
  isRef,
  type Scalar,
  Uncomputable,
  type Value,
} from "./value.ts";

export type { Compiled };

/** `array`: ranges inside operators are computed item by item, as in an array formula. */
export function compileFormula(node: FormulaNode, array: boolean): Compiled {
  const last = node.kind === "binary" && !node.grouped ? lastOperations[node.op] : undefined;
  return last && node.kind === "binary"
    ? compileBinary(node, array, last)
    : compileNode(node, array);
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
      return unionOf(node.parts.map((part) => compileNode(part, array)));
    case "spilled":
      return compileSpilled(compileNode(node.arg, array));
    case "plus":
      return compileNode(node.arg, array);
    case "single": {
      const arg = compileNode(node.arg, true);
      return (env) => implicitly(arg(env), env);
    }
    case "negate":
    case "percent":
      return compileUnary(node.kind, operandOf(node.arg, array));
    case "binary":
      return compileBinary(node, array, operations[node.op]);
    case "apply":
    case "call":
      return compileCalled(node, array);
  }
}

/** Single cells are read straight, without a reference in between. */
export function operandOf(node: FormulaNode, array: boolean): Operand {
  if (node.kind === "area" && node.single && node.lastSheet === null) return cellReader(node);
  if (node.kind === "literal") {
    const { value } = node;
    return () => value;
  }
  const run = compileNode(node, array);
  return (env) => {
    const v = run(env);
    return typeof v !== "object" || v === null ? v : toOperand(v, env, array);
  };
}

function compileSpilled(arg: Compiled): Compiled {
  return (env) => {
    const v = arg(env);
    if (isError(v)) return v;
    if (!isRef(v)) return isArray(v) ? v : cellErrors.ref;
    return env.world.spillArea(v) ?? cellErrors.ref;
  };
}

function compileUnary(kind: "negate" | "percent", arg: Operand): Compiled {
  const change = kind === "negate" ? (n: number) => (n === 0 ? 0 : -n) : (n: number) => n / 100;
  const one = (v: Scalar, env: Env): Scalar => {
    const n = typeof v === "number" ? v : toNumber(v, env.world);
    return n instanceof CellError ? n : change(n);
  };
  return (env) => {
    const v = arg(env);
    return isArray(v) ? spread([v], ([item = null]) => one(item, env)) : one(v, env);
  };
}

function compileBinary(
  node: FormulaNode & { kind: "binary" },
  array: boolean,
  run: ScalarOperation,
): Compiled {
  const left = operandOf(node.left, array);
  const right = operandOf(node.right, array);
  return (env) => {
    const a = left(env);
    const b = right(env);
    if (!isArray(a) && !isArray(b)) return run(a, b, env.world);
    return spreadPair(a, b, (x, y) => run(x, y, env.world));
  };
}

function compileCalled(node: FormulaNode & { kind: "call" | "apply" }, array: boolean): Compiled {
  const built = node.kind === "call" ? compileBuiltIn(node, array) : null;
  if (built) return built;
  const bound = compileBinding(node, (inner) => compileNode(inner, array));
  if (bound) return bound;
  if (node.kind === "apply")
    throw new Uncomputable("construct", "()()", uncomputableText.construct("()()"));
  return compileCall(node, array, compiler);
}

/** IF, and the functions that stand for # and @ in files. */
function compileBuiltIn(node: FormulaNode & { kind: "call" }, array: boolean): Compiled | null {
  const [first, ...rest] = node.args;
  if (!first) return null;
  switch (node.name.toUpperCase()) {
    case "IF":
      return rest.length === 1 || rest.length === 2 ? compileIf(node.args, array) : null;
    case "ANCHORARRAY":
      return compileSpilled(compileNode(first, array));
    case "SINGLE": {
      const arg = compileNode(first, true);
      return (env) => implicitly(arg(env), env);
    }
    default:
      return null;
  }
}

const compiler: ArgumentCompiler = { value: compileNode, operand: operandOf };

/** Only the branch that is taken is computed; an array of conditions takes both item by item. */
function compileIf(args: readonly FormulaNode[], array: boolean): Compiled {
  const [first, second, third] = args;
  const test = operandOf(first ?? { kind: "missing" }, array);
  const yes = compileNode(second ?? { kind: "missing" }, array);
  const no = third ? compileNode(third, array) : () => false;
  return (env) => {
    const t = test(env);
    if (t === true) return yes(env);
    if (t === false) return no(env);
    if (isArray(t)) return eachIf(t, { yes: yes(env), no: no(env) }, env);
    const truth = toBoolean(t);
    if (truth instanceof CellError) return truth;
    return truth ? yes(env) : no(env);
  };
}

function eachIf(test: ArrayValue, branches: { yes: Value; no: Value }, env: Env): Value {
  const yes = toOperand(branches.yes, env, true);
  const no = toOperand(branches.no, env, true);
  return spread([test, yes, no], ([t = null, y = null, n = null]) => {
    const truth = toBoolean(t);
    if (truth instanceof CellError) return truth;
    return truth ? y : n;
  });
}
