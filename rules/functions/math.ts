/** Rounding and arithmetic functions. */
import { type FormulaFunction, numberFunction, oneCellEach } from "../formula/function-type.ts";
import { power } from "../formula/operators.ts";
import { CellError, cellErrors, type Scalar, Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";

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
  if (places === 0 && isClear(Math.abs(n))) return (n < 0 ? -1 : 1) * how(Math.abs(n));
  const [mantissa = "0", exponent = "0"] = Math.abs(n).toExponential(14).split("e");
  if (Number(exponent) + places >= 15) return n;
  const shifted = how(Number(`${mantissa}e${Number(exponent) + places}`));
  const result = Number(`${shifted}e${-places}`);
  return (n < 0 ? -1 : 1) * (Number.isNaN(result) ? 0 : result);
}

/** So far from a whole number and from a half that the digits beyond the 15th cannot decide how it is rounded. */
function isClear(size: number): boolean {
  if (size >= 1e14) return false;
  const part = size - Math.floor(size);
  const doubt = size * 1e-14;
  return part > doubt && 1 - part > doubt && Math.abs(part - 0.5) > doubt;
}

/** Halves away from zero; Math.round is exact here because the argument is not negative. */
export const roundHalfUp = (x: number): number => Math.round(x);

/**
 * The whole part of a size. 19.99*100 is 1999 in the 15 digits that Excel shows and a hair less in binary: which of the two
 * INT cuts is laid down nowhere, and it decides a yen. Throws Uncomputable for such sizes.
 */
function wholePart(size: number, name: string): number {
  const whole = Math.floor(size);
  const missing = whole + 1 - size;
  if (missing < size * 1e-14 && missing < 1 && Number(size.toPrecision(15)) === whole + 1)
    throw new Uncomputable("construct", name, uncomputableText.nearlyWhole(name));
  return whole;
}

/** INT: downwards, also below 0. */
function wholeBelow(n: number): number {
  const size = Math.abs(n);
  if (n >= 0) return wholePart(size, "INT");
  const whole = Math.floor(size);
  if (whole !== size && size - whole < size * 1e-14 && Number(size.toPrecision(15)) === whole)
    throw new Uncomputable("construct", "INT", uncomputableText.nearlyWhole("INT"));
  return Math.floor(n);
}

/** A ratio freed from binary noise: 0.3/0.1 is 3. */
const settledRatio = (n: number, step: number): number => Number((n / step).toPrecision(15));

function toMultiple(n: number, step: number, how: (x: number) => number): Scalar {
  if (step === 0) return 0;
  return ok(Number((how(settledRatio(n, step)) * step).toPrecision(15)));
}

/** MOD(0.3,0.1) is 0 or 0.1, by a hair that is laid down nowhere: Throws Uncomputable for such pairs. */
function modulo(n: number, d: number): Scalar {
  if (d === 0) return cellErrors.div0;
  const ratio = n / d;
  if (Math.abs(ratio) >= 1_125_900_000_000) return cellErrors.num;
  const near = Math.round(ratio);
  if (ratio === near && n - d * near === 0) return 0;
  if (Math.abs(ratio - near) < Math.abs(ratio) * 1e-14)
    throw new Uncomputable("construct", "MOD", uncomputableText.nearlyMultiple());
  return ok(n - d * Math.floor(ratio));
}

/** The ratio decides as it is in binary: MROUND(6.05,0.1) is 6, MROUND(7.05,0.1) is 7.1. */
function mround(n: number, step: number): Scalar {
  if (step === 0 || n === 0) return 0;
  if (n * step < 0) return cellErrors.num;
  return ok(Number((roundHalfUp(n / step) * step).toPrecision(15)));
}

/** CEILING.MATH and FLOOR.MATH: with a mode other than 0, negative numbers go the other way from zero. */
function mathMultiple(n: number, rest: { step: number; mode: number; up: boolean }): Scalar {
  const { step, mode, up } = rest;
  const flipped = mode !== 0 && n < 0;
  return toMultiple(n, Math.abs(step), up === flipped ? Math.floor : Math.ceil);
}

/** CEILING and FLOOR of old: both arguments negative round by size, a positive number with a negative step is #NUM!. */
function classicMultiple(n: number, step: number, up: boolean): Scalar {
  if (n === 0) return 0;
  if (step === 0) return up ? 0 : cellErrors.div0;
  if (n > 0 && step < 0) return cellErrors.num;
  return toMultiple(n, step, up ? Math.ceil : Math.floor);
}

export const mathFunctions: readonly FormulaFunction[] = [
  numberFunction("ROUND", [2, 2], ([n = 0, d = 0]) => ok(roundDecimal(n, d, roundHalfUp))),
  numberFunction("ROUNDUP", [2, 2], ([n = 0, d = 0]) => ok(roundDecimal(n, d, Math.ceil))),
  numberFunction("ROUNDDOWN", [2, 2], ([n = 0, d = 0]) => ok(roundDecimal(n, d, Math.floor))),
  numberFunction("TRUNC", [1, 2], ([n = 0, d = 0]) =>
    d === 0
      ? ok(Math.sign(n) * wholePart(Math.abs(n), "TRUNC"))
      : ok(roundDecimal(n, d, Math.floor)),
  ),
  numberFunction("INT", [1, 1], ([n = 0]) => ok(wholeBelow(n))),
  numberFunction("MOD", [2, 2], ([n = 0, d = 0]) => modulo(n, d)),
  oneCellEach(
    numberFunction("QUOTIENT", [2, 2], ([n = 0, d = 0]) =>
      d === 0 ? cellErrors.div0 : ok(Math.sign(n / d) * wholePart(Math.abs(n / d), "QUOTIENT")),
    ),
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
  numberFunction("CEILING", [2, 2], ([n = 0, s = 0]) => classicMultiple(n, s, true)),
  numberFunction("FLOOR", [2, 2], ([n = 0, s = 0]) => classicMultiple(n, s, false)),
  numberFunction("CEILING.MATH", [1, 3], ([n = 0, step = 1, mode = 0]) =>
    mathMultiple(n, { step, mode, up: true }),
  ),
  numberFunction("FLOOR.MATH", [1, 3], ([n = 0, step = 1, mode = 0]) =>
    mathMultiple(n, { step, mode, up: false }),
  ),
  numberFunction(["CEILING.PRECISE", "ISO.CEILING"], [1, 2], ([n = 0, s = 1]) =>
    toMultiple(n, Math.abs(s), Math.ceil),
  ),
  numberFunction("FLOOR.PRECISE", [1, 2], ([n = 0, s = 1]) =>
    toMultiple(n, Math.abs(s), Math.floor),
  ),
  oneCellEach(numberFunction("MROUND", [2, 2], ([n = 0, s = 0]) => mround(n, s))),
  numberFunction("EVEN", [1, 1], ([n = 0]) => ok(Math.sign(n) * Math.ceil(Math.abs(n) / 2) * 2)),
  numberFunction("ODD", [1, 1], ([n = 0]) => {
    if (n === 0) return 1;
    return Math.sign(n) * (Math.ceil((Math.max(Math.abs(n), 1) - 1) / 2) * 2 + 1);
  }),
  numberFunction("DEGREES", [1, 1], ([n = 0]) => ok((n * 180) / Math.PI)),
  numberFunction("RADIANS", [1, 1], ([n = 0]) => ok((n * Math.PI) / 180)),
  numberFunction("SQRTPI", [1, 1], ([n = 0]) => (n < 0 ? cellErrors.num : Math.sqrt(n * Math.PI))),
  numberFunction("DELTA", [1, 2], ([a = 0, b = 0]) => (a === b ? 1 : 0)),
  numberFunction("GESTEP", [1, 2], ([a = 0, b = 0]) => (a >= b ? 1 : 0)),
];
