/** How a worksheet function is declared: its names, its arguments and what it computes. */
import { toNumber, toText } from "./coerce.ts";
import type { Env } from "./model.ts";
import { CellError, type Scalar, type Value } from "./value.ts";

/**
 * scalar: one value; arrays are spread over the function. range: handed over as it is. array: as it is, and ranges inside
 * the argument's own operators are computed item by item (SUMPRODUCT).
 */
export type ParameterKind = "scalar" | "range" | "array";

export type Thunk = () => Value;

export interface FormulaFunction {
  /** First the name in the file format, then other spellings. */
  readonly names: readonly string[];
  readonly min: number;
  readonly max: number;
  /** One per argument; the last one goes on for the rest. */
  readonly params: readonly ParameterKind[];
  /** Scalar parameters only, called once per item; errors among them have been passed on unless `seesErrors`. */
  readonly scalar?: (args: readonly Scalar[], env: Env) => Scalar;
  /** Gets every argument as a value. */
  readonly whole?: (args: readonly Value[], env: Env) => Value;
  /** Gets its arguments uncomputed; `array`: ranges are taken item by item, as in an array formula. */
  readonly lazy?: (args: readonly Thunk[], env: Env, array: boolean) => Value;
  readonly seesErrors?: boolean;
  /** Gives references: of several at once (OFFSET(A1,{1,2},0)) it makes a RefsValue. */
  readonly givesReferences?: boolean;
  /** Takes each of several references for itself: SUMIF(INDIRECT({"1月","2月"}&"!A:A"),…). */
  readonly perReference?: boolean;
  /** One of the old add-in: a range of several cells or a truth value for one of its scalars is refused. */
  readonly oneCellEach?: boolean;
  /** Set when its value changes with every computation: it is known, and never computed. */
  readonly unsteady?: boolean;
  /** Set when its value cannot be proven to be Excel's: it is known, and not computed. */
  readonly unproven?: boolean;
  /** Set when the function may reach outside of the book: it is refused. */
  readonly refused?: boolean;
}

type Names = string | readonly string[];
const namesOf = (names: Names): readonly string[] => (typeof names === "string" ? [names] : names);

/** A function of scalars: errors pass through, arrays are spread. */
export function scalarFunction(
  names: Names,
  arity: readonly [number, number],
  scalar: (args: readonly Scalar[], env: Env) => Scalar,
): FormulaFunction {
  return { names: namesOf(names), min: arity[0], max: arity[1], params: ["scalar"], scalar };
}

/** A function of numbers only. */
export function numberFunction(
  names: Names,
  arity: readonly [number, number],
  compute: (n: readonly number[]) => Scalar,
): FormulaFunction {
  return scalarFunction(names, arity, (args, env) => {
    const numbers: number[] = [];
    for (const a of args) {
      const n = toNumber(a, env.world);
      if (n instanceof CellError) return n;
      numbers.push(n);
    }
    return compute(numbers);
  });
}

/** A function of texts only. */
export function textFunction(
  names: Names,
  arity: readonly [number, number],
  compute: (texts: readonly string[]) => Scalar,
): FormulaFunction {
  return scalarFunction(names, arity, (args) => {
    const texts: string[] = [];
    for (const a of args) {
      const t = toText(a);
      if (t instanceof CellError) return t;
      texts.push(t);
    }
    return compute(texts);
  });
}

/** A function that takes values as they are. */
export function wholeFunction(
  names: Names,
  arity: readonly [number, number],
  params: readonly ParameterKind[],
  whole: (args: readonly Value[], env: Env) => Value,
): FormulaFunction {
  return { names: namesOf(names), min: arity[0], max: arity[1], params, whole };
}

/** A function that decides itself which arguments are computed. */
export function lazyFunction(
  names: Names,
  arity: readonly [number, number],
  lazy: NonNullable<FormulaFunction["lazy"]>,
): FormulaFunction {
  return { names: namesOf(names), min: arity[0], max: arity[1], params: ["range"], lazy };
}

/** The same function, for one cell each. */
export const oneCellEach = (fn: FormulaFunction): FormulaFunction => ({ ...fn, oneCellEach: true });

/** The argument at a position as a number; `fallback` when it was not written. */
export function numberArg(
  args: readonly Scalar[],
  at: number,
  env: Env,
  fallback: number,
): number | CellError {
  const v = args[at];
  return v === undefined ? fallback : toNumber(v, env.world);
}
