/** COMPLEX and the functions of complex numbers (IMSUM, IMABS and their kin). */
import { toText } from "../formula/coerce.ts";
import { type FormulaFunction, scalarFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { CellError, cellErrors, raise, type Scalar, type Value } from "../formula/value.ts";
import { eachItem, finite, numberOf, textOf, undocumented } from "./arguments.ts";
import {
  add,
  angle,
  type Complex,
  complex,
  complexText,
  cosine,
  divide,
  exponential,
  hyperbolicCosine,
  hyperbolicSine,
  modulus,
  multiply,
  polar,
  readComplex,
  sine,
  subtract,
} from "./complex-number.ts";

/** A truth value is #VALUE!; an empty cell is 0. */
function complexOf(v: Scalar | undefined): Complex {
  if (typeof v === "boolean") return raise(cellErrors.value);
  if (typeof v === "number") return complex(v, 0);
  if (v === null || v === undefined) return complex(0, 0);
  const text = toText(v);
  return text instanceof CellError ? raise(text) : readComplex(text);
}

/** What is left of a part by rounding is written out by Excel too, with digits of its own: that is not guessed. */
function clearText(name: string, z: Complex): string {
  const least = modulus(z) * 1e-14;
  const noise = [z.re, z.im].some((n) => n !== 0 && Math.abs(n) < least);
  return noise ? undocumented(name) : complexText(z);
}

/** A function of one complex number that gives another. */
function ofOne(name: string, compute: (z: Complex) => Complex): FormulaFunction {
  return scalarFunction(name, [1, 1], ([v]) => clearText(name, compute(complexOf(v))));
}

/** A function of one complex number that gives a plain number. */
function measure(name: string, compute: (z: Complex) => number): FormulaFunction {
  return scalarFunction(name, [1, 1], ([v]) => finite(compute(complexOf(v))));
}

function ofTwo(name: string, compute: (a: Complex, b: Complex) => Complex): FormulaFunction {
  return scalarFunction(name, [2, 2], ([a, b]) => complexText(compute(complexOf(a), complexOf(b))));
}

/** IMSUM and IMPRODUCT: every item of every argument; empty cells of a range do not count. */
function folded(
  name: string,
  start: Complex,
  step: (a: Complex, b: Complex) => Complex,
): FormulaFunction {
  return wholeFunction(name, [1, 255], ["range"], (args: readonly Value[]) => {
    let held = start;
    const take = (item: Scalar, direct: boolean): void => {
      if (item instanceof CellError) raise(item);
      if (item !== null || direct) held = step(held, complexOf(item));
    };
    for (const arg of args) eachItem(arg, take);
    return complexText(held);
  });
}

const inverse = (z: Complex): Complex => divide(complex(1, 0), z);

function logarithm(z: Complex): Complex {
  const size = modulus(z);
  return size === 0 ? raise(cellErrors.num) : complex(Math.log(size), angle(z), z.unit);
}

const scaled = (z: Complex, by: number): Complex => complex(z.re / by, z.im / by, z.unit);

function power(args: readonly Scalar[], env: Env): Scalar {
  const z = complexOf(args[0]);
  const n = numberOf(args[1], env);
  const size = modulus(z);
  if (size === 0) return n > 0 ? "0" : cellErrors.num;
  return clearText("IMPOWER", polar(size ** n, angle(z) * n, z.unit));
}

function compose(args: readonly Scalar[], env: Env): Scalar {
  if (args.slice(0, 2).some((v) => typeof v === "boolean")) return cellErrors.value;
  const [re, im] = [numberOf(args[0], env), numberOf(args[1], env)];
  const unit = args[2] === undefined || args[2] === null ? "i" : textOf(args[2], env);
  if (unit !== "i" && unit !== "j") return cellErrors.value;
  return complexText(complex(re, im, unit));
}

const squareRoot = (z: Complex): Complex => polar(Math.sqrt(modulus(z)), angle(z) / 2, z.unit);
const argument = (z: Complex): number => (modulus(z) === 0 ? raise(cellErrors.div0) : angle(z));

export const complexFunctions: readonly FormulaFunction[] = [
  scalarFunction("COMPLEX", [2, 3], compose),
  measure("IMABS", modulus),
  measure("IMREAL", (z) => z.re),
  measure("IMAGINARY", (z) => z.im),
  measure("IMARGUMENT", argument),
  ofOne("IMCONJUGATE", (z) => complex(z.re, -z.im, z.unit)),
  folded("IMSUM", complex(0, 0), add),
  ofTwo("IMSUB", subtract),
  folded("IMPRODUCT", complex(1, 0), multiply),
  ofTwo("IMDIV", divide),
  scalarFunction("IMPOWER", [2, 2], power),
  ofOne("IMSQRT", squareRoot),
  ofOne("IMEXP", exponential),
  ofOne("IMLN", logarithm),
  ofOne("IMLOG10", (z) => scaled(logarithm(z), Math.LN10)),
  ofOne("IMLOG2", (z) => scaled(logarithm(z), Math.LN2)),
  ofOne("IMSIN", sine),
  ofOne("IMCOS", cosine),
  ofOne("IMTAN", (z) => divide(sine(z), cosine(z))),
  ofOne("IMSEC", (z) => inverse(cosine(z))),
  ofOne("IMCSC", (z) => inverse(sine(z))),
  ofOne("IMCOT", (z) => divide(cosine(z), sine(z))),
  ofOne("IMSINH", hyperbolicSine),
  ofOne("IMCOSH", hyperbolicCosine),
  ofOne("IMSECH", (z) => inverse(hyperbolicCosine(z))),
  ofOne("IMCSCH", (z) => inverse(hyperbolicSine(z))),
];
