/** LET and LAMBDA: the two constructs that bind names inside a formula. */
import { functionTable } from "../functions/index.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { FormulaNode } from "./ast.ts";
import { localScope } from "./compile-reference.ts";
import type { Env, LocalScope } from "./model.ts";
import {
  cellErrors,
  isError,
  isLambda,
  type LambdaValue,
  Uncomputable,
  type Value,
} from "./value.ts";

export type Compiled = (env: Env) => Value;
type Compile = (node: FormulaNode) => Compiled;
type CallNode = FormulaNode & { kind: "call" | "apply" };

/** Null when the call is one of a worksheet function. */
export function compileBinding(node: CallNode, compile: Compile): Compiled | null {
  if (node.kind === "apply") return applied(compile(node.target), node.args.map(compile));
  const name = node.name.toUpperCase();
  if (name === "LET") return compileLet(node.args, compile);
  if (name === "LAMBDA") return compileLambda(node.args, compile);
  if (name === "ISOMITTED") return compileOmitted(node.args);
  return functionTable.has(name) ? null : named(node.name, node.args.map(compile));
}

/** A call of a LAMBDA that has a name: bound by LET or LAMBDA, or defined in the book. */
function named(written: string, args: readonly Compiled[]): Compiled {
  const key = written.toUpperCase();
  return (env) => {
    const local = localScope(env.locals, key);
    const fn = local ? (local.value ?? null) : definedValue(written, env);
    if (isError(fn)) return fn;
    return isLambda(fn) ? called(fn, args, env) : cellErrors.ref;
  };
}

function definedValue(written: string, env: Env): Value {
  const unknown = new Uncomputable(
    "unknown-function",
    written,
    uncomputableText.unknownFunction(written),
  );
  try {
    const value = env.world.nameValue(written, env);
    if (value !== undefined) return value;
  } catch (error) {
    if (error instanceof Uncomputable && error.reason === "unknown-name") throw unknown;
    throw error;
  }
  throw unknown;
}

/** Recursion is bounded by the book's own limit of steps and by the stack. */
function called(fn: LambdaValue, args: readonly Compiled[], env: Env): Value {
  const given = args.length;
  if (given > fn.arity || (given < fn.arity && !fn.optional)) return cellErrors.value;
  return fn.call(args.map((a) => a(env)));
}

/** ISOMITTED(x): whether an optional parameter of LAMBDA was not given. */
function compileOmitted(args: readonly FormulaNode[]): Compiled {
  const name = nameOf(args[0], "ISOMITTED");
  return (env) => {
    const local = localScope(env.locals, name);
    return local ? local.value === undefined : cellErrors.value;
  };
}

function applied(target: Compiled, args: readonly Compiled[]): Compiled {
  return (env) => {
    const fn = target(env);
    if (isError(fn)) return fn;
    return isLambda(fn) ? called(fn, args, env) : cellErrors.value;
  };
}

/** A bound name; [x] marks an optional parameter. */
function parameterOf(node: FormulaNode | undefined): { name: string; optional: boolean } {
  if (node?.kind === "table" && node.table === "")
    return { name: node.inner.replace(/^(?:_xlpm\.|_xlop\.)+/i, "").toUpperCase(), optional: true };
  const optional = node?.kind === "name" && node.optional;
  return { name: nameOf(node, "LAMBDA"), optional };
}

function nameOf(node: FormulaNode | undefined, where: string): string {
  if (node?.kind === "name" && node.sheet === null) return node.name.toUpperCase();
  throw new Uncomputable("syntax", where, uncomputableText.construct(where));
}

function bind(scope: LocalScope | null, name: string, value: Value | undefined): LocalScope {
  return { name, value, outer: scope };
}

function compileLet(args: readonly FormulaNode[], compile: Compile): Compiled {
  const last = args.at(-1);
  if (args.length < 3 || args.length % 2 === 0 || !last) {
    throw new Uncomputable("syntax", "LET", uncomputableText.arity("LET", args.length));
  }
  const steps: { name: string; value: Compiled }[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const value = args[i + 1];
    if (value) steps.push({ name: nameOf(args[i], "LET"), value: compile(value) });
  }
  const body = compile(last);
  return (env) => {
    let inner: Env = env;
    for (const step of steps) {
      inner = { ...inner, locals: bind(inner.locals, step.name, step.value(inner)) };
    }
    return body(inner);
  };
}

function compileLambda(args: readonly FormulaNode[], compile: Compile): Compiled {
  const last = args.at(-1);
  if (!last) throw new Uncomputable("syntax", "LAMBDA", uncomputableText.arity("LAMBDA", 0));
  const names = args.slice(0, -1).map((a) => parameterOf(a));
  const body = compile(last);
  return (env) => ({
    kind: "lambda",
    arity: names.length,
    optional: names.some((n) => n.optional),
    call: (values) => {
      const missing = names.findIndex((n, i) => i >= values.length && !n.optional);
      if (missing >= 0) return cellErrors.value;
      let locals = env.locals;
      names.forEach(({ name }, i) => {
        locals = bind(locals, name, values[i]);
      });
      env.world.countStep();
      return body({ ...env, locals });
    },
  });
}
