/** LET and LAMBDA: the two constructs that bind names inside a formula. */
import { uncomputableText } from "../messages.ja.ts";
import type { FormulaNode } from "./ast.ts";
import type { Env, LocalScope } from "./model.ts";
import { cellErrors, isLambda, Uncomputable, type Value } from "./value.ts";

export type Compiled = (env: Env) => Value;
type Compile = (node: FormulaNode) => Compiled;
type CallNode = FormulaNode & { kind: "call" | "apply" };

/** Null when the call is neither LET, LAMBDA nor a call of a bound name. */
export function compileBinding(node: CallNode, compile: Compile): Compiled | null {
  if (node.kind === "apply") return applied(compile(node.target), node.args.map(compile));
  const name = node.name.toUpperCase();
  if (name === "LET") return compileLet(node.args, compile);
  if (name === "LAMBDA") return compileLambda(node.args, compile);
  return null;
}

function applied(target: Compiled, args: readonly Compiled[]): Compiled {
  return (env) => {
    const fn = target(env);
    if (!isLambda(fn)) return cellErrors.value;
    return args.length === fn.arity ? fn.call(args.map((a) => a(env))) : cellErrors.value;
  };
}

function nameOf(node: FormulaNode | undefined, where: string): string {
  if (node?.kind === "name" && node.sheet === null) return node.name.toUpperCase();
  throw new Uncomputable("syntax", where, uncomputableText.construct(where));
}

function bind(scope: LocalScope | null, name: string, value: Value): LocalScope {
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
  const names = args.slice(0, -1).map((a) => nameOf(a, "LAMBDA"));
  const body = compile(last);
  return (env) => ({
    kind: "lambda",
    arity: names.length,
    call: (values) => {
      let locals = env.locals;
      names.forEach((name, i) => {
        locals = bind(locals, name, values[i] ?? null);
      });
      return body({ ...env, locals });
    },
  });
}
