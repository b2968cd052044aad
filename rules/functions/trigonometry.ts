/** Trigonometric and hyperbolic functions, in radians. */
import { type FormulaFunction, numberFunction } from "../formula/function-type.ts";
import { CellError, cellErrors, type Scalar } from "../formula/value.ts";

/** Excel refuses angles of this size and above. */
const largestAngle = 134_217_728;

function checked(n: number): Scalar {
  if (!Number.isFinite(n)) return cellErrors.num;
  return n === 0 ? 0 : n;
}

function angle(name: string, compute: (n: number) => number | CellError): FormulaFunction {
  return numberFunction(name, [1, 1], ([n = 0]) => {
    if (Math.abs(n) >= largestAngle) return cellErrors.num;
    const result = compute(n);
    return result instanceof CellError ? result : checked(result);
  });
}

function plain(name: string, compute: (n: number) => number): FormulaFunction {
  return numberFunction(name, [1, 1], ([n = 0]) => checked(compute(n)));
}

const unlessZero = (n: number, result: number): number | CellError =>
  n === 0 ? cellErrors.div0 : result;

export const trigonometryFunctions: readonly FormulaFunction[] = [
  angle("SIN", Math.sin),
  angle("COS", Math.cos),
  angle("TAN", Math.tan),
  angle("SEC", (n) => 1 / Math.cos(n)),
  angle("CSC", (n) => unlessZero(n, 1 / Math.sin(n))),
  angle("COT", (n) => unlessZero(n, 1 / Math.tan(n))),
  angle("SECH", (n) => 1 / Math.cosh(n)),
  angle("CSCH", (n) => unlessZero(n, 1 / Math.sinh(n))),
  angle("COTH", (n) => unlessZero(n, 1 / Math.tanh(n))),
  plain("SINH", Math.sinh),
  plain("COSH", Math.cosh),
  plain("TANH", Math.tanh),
  plain("ASIN", Math.asin),
  plain("ACOS", Math.acos),
  plain("ATAN", Math.atan),
  plain("ASINH", Math.asinh),
  plain("ACOSH", Math.acosh),
  plain("ATANH", Math.atanh),
  plain("ACOT", (n) => Math.PI / 2 - Math.atan(n)),
  numberFunction("ACOTH", [1, 1], ([n = 0]) =>
    Math.abs(n) <= 1 ? cellErrors.num : checked(Math.atanh(1 / n)),
  ),
  numberFunction("ATAN2", [2, 2], ([x = 0, y = 0]) =>
    x === 0 && y === 0 ? cellErrors.div0 : checked(Math.atan2(y, x)),
  ),
];
