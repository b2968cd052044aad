/** Compiles calls of worksheet functions: arguments are prepared as each function takes them. */
import { functionTable } from "../functions/index.ts";
import { uncomputableText } from "../messages.ja.ts";
import { settled, spread, toOperand } from "./array.ts";
import type { FormulaNode } from "./ast.ts";
import type { Compiled } from "./compile-binding.ts";
import type { FormulaFunction, Thunk } from "./function-type.ts";
import type { Env } from "./model.ts";
import { referencesOf, spreadWhole } from "./spread-call.ts";
import {
  type ArrayValue,
  CellError,
  cellErrors,
  isArray,
  isRef,
  isRefs,
  type LambdaValue,
  Raised,
  type Scalar,
  Uncomputable,
  type Value,
} from "./value.ts";

/** What an operator or a scalar parameter takes: one value, or an array to be computed item by item. */
export type Operand = (env: Env) => Scalar | ArrayValue;

/** The two ways of compiling an argument. */
export interface ArgumentCompiler {
  readonly value: (node: FormulaNode, array: boolean) => Compiled;
  readonly operand: (node: FormulaNode, array: boolean) => Operand;
}

export function compileCall(
  node: FormulaNode & { kind: "call" },
  array: boolean,
  compile: ArgumentCompiler,
): Compiled {
  const fn = functionTable.get(node.name.toUpperCase());
  if (!fn)
    throw new Uncomputable(
      "unknown-function",
      node.name,
      uncomputableText.unknownFunction(node.name),
    );
  if (fn.refused)
    throw new Uncomputable("refused", node.name, uncomputableText.refusedFunction(node.name));
  if (fn.unproven)
    throw new Uncomputable("construct", node.name, uncomputableText.unproven(node.name));
  if (node.args.length < fn.min || node.args.length > fn.max) {
    throw new Uncomputable(
      "syntax",
      node.name,
      uncomputableText.arity(node.name, node.args.length),
    );
  }
  return prepared(fn, node.args, array, compile);
}

/** How each kind of function takes its arguments. */
function prepared(
  fn: FormulaFunction,
  nodes: readonly FormulaNode[],
  array: boolean,
  compile: ArgumentCompiler,
): Compiled {
  const operand = (arg: FormulaNode): Operand =>
    fn.oneCellEach ? oneCell(fn, arg, array, compile) : compile.operand(arg, array);
  if (fn.scalar) return scalarCall(fn, fn.scalar, nodes.map(operand));
  if (fn.lazy) {
    return lazyCall(
      fn.lazy,
      nodes.map((arg) => compile.value(arg, array)),
      array,
    );
  }
  const spreads = (i: number): boolean => array || paramOf(fn, i) === "array";
  const isScalarAt = nodes.map((_, i) => paramOf(fn, i) === "scalar");
  const args: Compiled[] = nodes.map((arg, i) =>
    isScalarAt[i] ? operand(arg) : compile.value(arg, spreads(i)),
  );
  return wholeCall(fn, args, {
    isScalarAt,
    manyRefs: fn.perReference === true && nodes.some(mayBeMany),
  });
}

/** Whether an argument may come to references side by side. */
function mayBeMany(node: FormulaNode): boolean {
  if (node.kind === "name") return true;
  return (
    node.kind === "call" && functionTable.get(node.name.toUpperCase())?.givesReferences === true
  );
}

/** An operand of the old add-in's functions: with a range written as it is they give #VALUE! or a spill, by version. */
function oneCell(
  fn: FormulaFunction,
  node: FormulaNode,
  array: boolean,
  compile: ArgumentCompiler,
): Operand {
  const [name = ""] = fn.names;
  const refuse = (): never => {
    throw new Uncomputable("construct", name, uncomputableText.rangeForOne(name));
  };
  if (node.kind === "plus" || (node.kind === "area" && node.single && node.lastSheet === null)) {
    const run = compile.operand(node, array);
    return (env) => {
      const v = run(env);
      return typeof v === "boolean" ? refuse() : v;
    };
  }
  const run = compile.value(node, array);
  return (env) => {
    const v = run(env);
    if (typeof v === "boolean") return refuse();
    if (isRef(v) && (v.top !== v.bottom || v.left !== v.right)) return refuse();
    return toOperand(v, env, array);
  };
}

/** SUM written without brackets, as in BYROW(A1:C9,SUM): the function itself; null when there is none of that name. */
export function functionValue(name: string, env: Env): LambdaValue | null {
  const fn = functionTable.get(name);
  if (!fn || fn.refused || fn.unsteady || fn.unproven) return null;
  return {
    kind: "lambda",
    arity: fn.max,
    optional: fn.min < fn.max,
    call: (values) => {
      env.world.countStep();
      if (values.length < fn.min) return cellErrors.value;
      const missing: FormulaNode[] = values.map(() => ({ kind: "missing" }));
      let at = 0;
      // Arguments are asked for in their order, so each gets the value of its place.
      const given = (): Value => values[at++] ?? null;
      const run = prepared(fn, missing, true, {
        value: () => valueAt(given()),
        operand: () => operandAt(given()),
      });
      return run(env);
    },
  };
}

const valueAt =
  (v: Value): Compiled =>
  () =>
    v;
const operandAt =
  (v: Value): Operand =>
  (env) =>
    toOperand(v, env, true);

function paramOf(fn: FormulaFunction, i: number): string {
  return fn.params[Math.min(i, fn.params.length - 1)] ?? "scalar";
}

function lazyCall(
  run: NonNullable<FormulaFunction["lazy"]>,
  args: readonly Compiled[],
  array: boolean,
): Compiled {
  return (env) => {
    const thunks: Thunk[] = [];
    for (const arg of args) thunks.push(() => arg(env));
    return settled(() => run(thunks, env, array));
  };
}

type ScalarRun = NonNullable<FormulaFunction["scalar"]>;

function scalarCall(fn: FormulaFunction, run: ScalarRun, args: readonly Operand[]): Compiled {
  const sees = fn.seesErrors === true;
  const one = (items: readonly Scalar[], env: Env): Scalar => {
    if (!sees) for (const item of items) if (item instanceof CellError) return item;
    try {
      return run(items, env);
    } catch (error) {
      if (error instanceof Raised) return error.error;
      throw error;
    }
  };
  const [only] = args;
  if (only && args.length === 1) {
    return (env) => {
      const v = only(env);
      return isArray(v) ? spread([v], (items) => one(items, env)) : one([v], env);
    };
  }
  return (env) => {
    const operands: (Scalar | ArrayValue)[] = [];
    let lifted = false;
    for (let i = 0; i < args.length; i++) {
      const v = args[i]?.(env) ?? null;
      if (isArray(v)) lifted = true;
      operands.push(v);
    }
    if (!lifted) return one(operands as Scalar[], env);
    return spread(operands, (items) => one(items, env));
  };
}

function wholeCall(
  fn: FormulaFunction,
  args: readonly Compiled[],
  how: { readonly isScalarAt: readonly boolean[]; readonly manyRefs: boolean },
): Compiled {
  const scalarAt = how.isScalarAt;
  const { whole } = fn;
  const [name = ""] = fn.names;
  if (!whole) throw new Uncomputable("construct", name, uncomputableText.construct(name));
  const call = (values: readonly Value[], env: Env): Value => {
    try {
      return whole(values, env);
    } catch (error) {
      if (error instanceof Raised) return error.error;
      throw error;
    }
  };
  if (how.manyRefs) {
    return (env) => {
      const values = valuesOf(args, env);
      const lifted = values.some((v, i) => isRefs(v) || (scalarAt[i] && isArray(v)));
      return lifted ? spreadWhole(call, values, scalarAt, env) : call(values, env);
    };
  }
  if (!scalarAt.includes(true)) return (env) => call(valuesOf(args, env), env);
  return (env) => {
    const values = valuesOf(args, env);
    let lifted = false;
    for (let i = 0; i < values.length; i++)
      if (scalarAt[i] && isArray(values[i] ?? null)) lifted = true;
    if (!lifted) return call(values, env);
    return fn.givesReferences
      ? referencesOf(call, values, scalarAt, env)
      : spreadWhole(call, values, scalarAt, env);
  };
}

function valuesOf(args: readonly Compiled[], env: Env): Value[] {
  const values: Value[] = [];
  for (const arg of args) values.push(arg(env));
  return values;
}
