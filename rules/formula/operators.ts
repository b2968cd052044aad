/** The operators of Excel on two scalars. */
import type { BinaryOperator } from "./ast.ts";
import { compareFields, compareScalars, equalScalars, toNumber, toText } from "./coerce.ts";
import type { FormulaWorld } from "./model.ts";
import { CellError, cellErrors, type Scalar } from "./value.ts";

/** Longest text that a cell holds. */
const longestText = 32_767;

/** An operator on two values. */
export type ScalarOperation = (a: Scalar, b: Scalar, world: FormulaWorld) => Scalar;

function arithmetic(compute: (a: number, b: number) => number | CellError): ScalarOperation {
  return (a, b, world) => {
    const left = typeof a === "number" ? a : toNumber(a, world);
    if (left instanceof CellError) return left;
    const right = typeof b === "number" ? b : toNumber(b, world);
    if (right instanceof CellError) return right;
    const result = compute(left, right);
    if (typeof result === "number" && !Number.isFinite(result)) return cellErrors.num;
    return result;
  };
}

/** A sum that differs from 0 only by binary rounding is 0. */
function settled(sum: number, size: number): number {
  return sum !== 0 && Math.abs(sum) < Math.abs(size) * 1e-15 ? 0 : sum;
}

function comparison(test: (order: number) => boolean, ordering: boolean): ScalarOperation {
  return (a, b, world) => {
    if (a instanceof CellError) return a;
    if (b instanceof CellError) return b;
    if (world.comparison === "fields") return test(compareFields(a, b, ordering, world));
    return test(ordering ? compareScalars(a, b) : Number(!equalScalars(a, b)));
  };
}

/** x to the power of y with the errors of Excel. */
export function power(x: number, y: number): number | CellError {
  if (x === 0 && y === 0) return cellErrors.num;
  if (x === 0 && y < 0) return cellErrors.div0;
  return x ** y;
}

/**
 * Operators that are the last of a formula: there alone, and not in brackets, Excel takes binary rounding out of a sum that
 * should be 0. =0.5-0.4-0.1 is 0, =(0.5-0.4-0.1) is -2.78E-17, and =0.5-0.4-0.1=0 is FALSE.
 */
export const lastOperations: Readonly<Partial<Record<BinaryOperator, ScalarOperation>>> = {
  "+": arithmetic((a, b) => settled(a + b, a)),
  "-": arithmetic((a, b) => settled(a - b, a)),
};

export const operations: Readonly<Record<BinaryOperator, ScalarOperation>> = {
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "/": arithmetic((a, b) => (b === 0 ? cellErrors.div0 : a / b)),
  "^": arithmetic(power),
  "&": (a, b) => {
    const left = toText(a);
    if (left instanceof CellError) return left;
    const right = toText(b);
    if (right instanceof CellError) return right;
    return left.length + right.length > longestText ? cellErrors.value : left + right;
  },
  "=": comparison((o) => o === 0, false),
  "<>": comparison((o) => o !== 0, false),
  "<": comparison((o) => o < 0, true),
  ">": comparison((o) => o > 0, true),
  "<=": comparison((o) => o <= 0, true),
  ">=": comparison((o) => o >= 0, true),
};
