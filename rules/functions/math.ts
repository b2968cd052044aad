/** Rounding and arithmetic functions. */
import { type FormulaFunction, numberFunction } from "../formula/function-type.ts";
import { power } from "../formula/operators.ts";
import { CellError, cellErrors, type Scalar } from "../formula/value.ts";

function ok(n: number): Scalar {
  if (!Number.isFinite(n)) return cellErrors.num;
  return n === 0 ? 0 : n;
}

/**
 * Rounds in decimal: the 15 digits that Excel keeps are moved by the exponent as text, so that 1.005 is not 1.00499….
 */
export function roundDecimal(n: number, digits: number, how: (x: number) => number): number {
  const places = Math.trunc(digits);
  if (!Number.isFinite(n) || n === 0 || places > 20) return n;
  const [mantissa = "0", exponent = "0"] = Math.abs(n).toExponential(14).split("e");
  if (Number(exponent) + places >= 15) return n;
  const shifted = how(Number(`${mantissa}e${Number(exponent) + places}`));
  const result = Number(`${shifted}e${-places}`);
  return (n < 0 ? -1 : 1) * (Number.isNaN(result) ? 0 : result);
}

/** Halves away from zero; Math.round is exact here because the argument is not negative. */
export const roundHalfUp = (x: number): number => Math.round(x);

function toMultiple(n: number, step: number, how: (x: number) => number): Scalar {
  if (step === 0) return 0;
  if (n > 0 && step < 0) return cellErrors.num;
  const ratio = Number((n / step).toPrecision(15));
  return ok(Number((how(ratio) * step).toPrecision(15)));
}

function modulo(n: number, d: number): Scalar {
  if (d === 0) return cellErrors.div0;
  const result = n - d * Math.floor(n / d);
  return Math.abs(result) < Math.abs(n) * 1e-15 ? 0 : ok(result);
}

function mround(n: number, step: number): Scalar {
  if (step === 0) return 0;
  if (n * step < 0) return cellErrors.num;
  return ok(Number((roundHalfUp(Number((n / step).toPrecision(15))) * step).toPrecision(15)));
}

/** CEILING.MATH and FLOOR.MATH: the sign of the step does not count. Their third argument is not computed here. */
function mathMultiple(n: number, step: number, up: boolean): Scalar {
  if (step === 0) return 0;
  return toMultiple(n, Math.abs(step), up ? Math.ceil : Math.floor);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function factorial(n: number): Scalar {
  const whole = Math.trunc(n);
  if (whole < 0 || whole > 170) return cellErrors.num;
  let product = 1;
  for (let i = 2; i <= whole; i++) product *= i;
  return product;
}

const wholeNumbers = (n: readonly number[]): readonly number[] => n.map((x) => Math.trunc(x));

export const mathFunctions: readonly FormulaFunction[] = [
  numberFunction("ROUND", [2, 2], ([n = 0, d = 0]) => ok(roundDecimal(n, d, roundHalfUp))),
  numberFunction("ROUNDUP", [2, 2], ([n = 0, d = 0]) => ok(roundDecimal(n, d, Math.ceil))),
  numberFunction("ROUNDDOWN", [2, 2], ([n = 0, d = 0]) => ok(roundDecimal(n, d, Math.floor))),
  numberFunction("TRUNC", [1, 2], ([n = 0, d = 0]) =>
    d === 0 ? ok(Math.trunc(n)) : ok(roundDecimal(n, d, Math.floor)),
  ),
  numberFunction("INT", [1, 1], ([n = 0]) => ok(Math.floor(n))),
  numberFunction("MOD", [2, 2], ([n = 0, d = 0]) => modulo(n, d)),
  numberFunction("QUOTIENT", [2, 2], ([n = 0, d = 0]) =>
    d === 0 ? cellErrors.div0 : ok(Math.trunc(n / d)),
  ),
  numberFunction("ABS", [1, 1], ([n = 0]) => Math.abs(n)),
  numberFunction("SIGN", [1, 1], ([n = 0]) => (n === 0 ? 0 : Math.sign(n))),
  numberFunction("SQRT", [1, 1], ([n = 0]) => (n < 0 ? cellErrors.num : Math.sqrt(n))),
  numberFunction("POWER", [2, 2], ([x = 0, y = 0]) => {
    const result = power(x, y);
    return result instanceof CellError ? result : ok(result);
  }),
  numberFunction("EXP", [1, 1], ([n = 0]) => ok(Math.exp(n))),
  numberFunction("LN", [1, 1], ([n = 0]) => (n <= 0 ? cellErrors.num : Math.log(n))),
  numberFunction("LOG10", [1, 1], ([n = 0]) => (n <= 0 ? cellErrors.num : Math.log10(n))),
  numberFunction("LOG", [1, 2], ([n = 0, base = 10]) => {
    if (n <= 0 || base <= 0) return cellErrors.num;
    if (base === 1) return cellErrors.div0;
    return base === 10 ? Math.log10(n) : ok(Math.log(n) / Math.log(base));
  }),
  numberFunction("PI", [0, 0], () => Math.PI),
  numberFunction("CEILING", [2, 2], ([n = 0, s = 0]) => toMultiple(n, s, Math.ceil)),
  numberFunction("FLOOR", [2, 2], ([n = 0, s = 0]) =>
    s === 0 && n !== 0 ? cellErrors.div0 : toMultiple(n, s, Math.floor),
  ),
  numberFunction(["CEILING.MATH", "CEILING.PRECISE", "ISO.CEILING"], [1, 2], ([n = 0, s = 1]) =>
    mathMultiple(n, s, true),
  ),
  numberFunction(["FLOOR.MATH", "FLOOR.PRECISE"], [1, 2], ([n = 0, s = 1]) =>
    mathMultiple(n, s, false),
  ),
  numberFunction("MROUND", [2, 2], ([n = 0, s = 0]) => mround(n, s)),
  numberFunction("EVEN", [1, 1], ([n = 0]) => ok(Math.sign(n) * Math.ceil(Math.abs(n) / 2) * 2)),
  numberFunction("ODD", [1, 1], ([n = 0]) =>
    n === 0 ? 1 : Math.sign(n) * (Math.ceil((Math.abs(n) - 1) / 2) * 2 + 1),
  ),
  numberFunction("FACT", [1, 1], ([n = 0]) => factorial(n)),
  numberFunction("GCD", [1, 255], (n) =>
    n.some((x) => x < 0) ? cellErrors.num : wholeNumbers(n).reduce((a, b) => gcd(a, b)),
  ),
  numberFunction("LCM", [1, 255], (n) => {
    if (n.some((x) => x < 0)) return cellErrors.num;
    return wholeNumbers(n).reduce((a, b) => (a === 0 || b === 0 ? 0 : (a / gcd(a, b)) * b));
  }),
];
