/** Whole numbers: factorials, combinations, divisors, bases and Roman numerals. */
import {
  type FormulaFunction,
  numberFunction,
  scalarFunction,
  wholeFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { cellErrors, raise, type Scalar, type Value } from "../formula/value.ts";
import { eachItem, finite, numberOf, textOf, wholeOf } from "./arguments.ts";

/** The largest whole number that Excel keeps exactly. */
const largestWhole = 2 ** 53;

function factorial(n: number, step: 1 | 2): Scalar {
  const whole = Math.trunc(n);
  if (whole < (step === 2 ? -1 : 0)) return cellErrors.num;
  if (whole > 300) return cellErrors.num;
  let product = 1;
  for (let i = whole; i > 1; i -= step) product *= i;
  return finite(product);
}

/** n choose k, multiplied and divided in turns so that every step stays whole. */
export function combinations(n: number, k: number): number {
  const small = Math.min(k, n - k);
  let result = 1;
  for (let i = 1; i <= small; i++) {
    result = (result * (n - small + i)) / i;
    if (!Number.isFinite(result)) return raise(cellErrors.num);
    if (result < largestWhole) result = Math.round(result);
  }
  return result;
}

function permutations(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k && Number.isFinite(result); i++) result *= n - i;
  return finite(result);
}

function chosen(
  name: string,
  compute: (n: number, k: number) => number,
  repeats: boolean,
): FormulaFunction {
  return numberFunction(name, [2, 2], ([a = 0, b = 0]) => {
    const n = Math.trunc(a);
    const k = Math.trunc(b);
    if (n < 0 || k < 0 || (!repeats && n < k)) return cellErrors.num;
    return compute(n, k);
  });
}

const gcd = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

/** All numbers of GCD, LCM and MULTINOMIAL: ranges too, none negative. */
function divisible(args: readonly Value[], env: Env): number[] {
  const numbers: number[] = [];
  for (const arg of args) {
    eachItem(arg, (item) => {
      if (item === null) return;
      if (typeof item === "boolean") raise(cellErrors.value);
      const n = wholeOf(item, env);
      if (n < 0 || n >= largestWhole) raise(cellErrors.num);
      numbers.push(n);
    });
  }
  return numbers;
}

function multinomial(args: readonly Value[], env: Env): Scalar {
  let total = 0;
  let result = 1;
  for (const n of divisible(args, env)) {
    total += n;
    result *= combinations(total, n);
  }
  return finite(result);
}

const digitSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function runBase(n: number, radix: number, width: number): Scalar {
  const [whole, base, length] = [Math.trunc(n), Math.trunc(radix), Math.trunc(width)];
  if (whole < 0 || whole >= largestWhole || base < 2 || base > 36) return cellErrors.num;
  if (length < 0 || length > 255) return cellErrors.num;
  return whole.toString(base).toUpperCase().padStart(length, "0");
}

function runDecimal(args: readonly Scalar[], env: Env): Scalar {
  const text = textOf(args[0], env).trim().toUpperCase();
  const radix = wholeOf(args[1], env);
  if (radix < 2 || radix > 36 || text.length > 255) return cellErrors.num;
  const cut = radix === 16 ? text.replace(/^0?X/, "").replace(/H$/, "") : text;
  const digits = radix === 2 ? cut.replace(/B$/, "") : cut;
  let n = 0;
  for (const c of digits) {
    const digit = digitSigns.indexOf(c);
    if (digit < 0 || digit >= radix) return cellErrors.num;
    n = n * radix + digit;
  }
  return finite(n);
}

const romanDigits: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["D", 500],
  ["C", 100],
  ["L", 50],
  ["X", 10],
  ["V", 5],
  ["I", 1],
];

/** Which smaller letter stands before a bigger one: style 0 the next power of ten, each further style one letter more. */
function subtracted(rest: number, from: number, big: number, style: number): number {
  const bigger = romanDigits[big]?.[1] ?? 0;
  let at = from;
  for (let step = 0; step < style && at < romanDigits.length - 1; step++) {
    if (bigger - (romanDigits[at + 1]?.[1] ?? 0) > rest) break;
    at++;
  }
  return at;
}

function roman(n: number, style: number): Scalar {
  if (n < 0 || n > 3999 || style < 0 || style > 4) return cellErrors.value;
  const letter = (i: number): string => romanDigits[i]?.[0] ?? "";
  const worth = (i: number): number => romanDigits[i]?.[1] ?? 1;
  let rest = n;
  let text = "";
  for (let unit = 0; unit < romanDigits.length; unit += 2) {
    const digit = Math.floor(rest / worth(unit));
    if (digit % 5 === 4) {
      const big = digit === 4 ? unit - 1 : unit - 2;
      const small = subtracted(rest, unit, big, style);
      text += letter(small) + letter(big);
      rest -= worth(big) - worth(small);
    } else {
      text += (digit > 4 ? letter(unit - 1) : "") + letter(unit).repeat(digit % 5);
      rest %= worth(unit);
    }
  }
  return text;
}

function arabic(given: string): Scalar {
  const text = given.trim().toUpperCase();
  if (text.length > 255) return cellErrors.value;
  const negative = text.startsWith("-");
  const values: number[] = [];
  for (const c of negative ? text.slice(1) : text) {
    const digit = romanDigits.find(([s]) => s === c);
    if (!digit) return cellErrors.value;
    values.push(digit[1]);
  }
  const sum = values.reduce((total, v, i) => total + (v < (values[i + 1] ?? 0) ? -v : v), 0);
  return negative && sum !== 0 ? -sum : sum;
}

export const integerFunctions: readonly FormulaFunction[] = [
  numberFunction("FACT", [1, 1], ([n = 0]) => factorial(n, 1)),
  numberFunction("FACTDOUBLE", [1, 1], ([n = 0]) => factorial(n, 2)),
  chosen("COMBIN", combinations, false),
  chosen("COMBINA", (n, k) => (n === 0 && k === 0 ? 1 : combinations(n + k - 1, k)), true),
  chosen("PERMUT", permutations, false),
  chosen("PERMUTATIONA", (n, k) => finite(n ** k), true),
  wholeFunction("GCD", [1, 255], ["range"], (args, env) => divisible(args, env).reduce(gcd, 0)),
  wholeFunction("LCM", [1, 255], ["range"], (args, env) => {
    const all = divisible(args, env);
    if (all.includes(0)) return 0;
    return finite(all.reduce((a, b) => (a / gcd(a, b)) * b, 1));
  }),
  wholeFunction("MULTINOMIAL", [1, 255], ["range"], multinomial),
  numberFunction("BASE", [2, 3], ([n = 0, radix = 0, width = 0]) => runBase(n, radix, width)),
  scalarFunction("DECIMAL", [2, 2], runDecimal),
  scalarFunction("ROMAN", [1, 2], (args, env) => {
    const style = args[1];
    if (typeof style === "boolean") return roman(wholeOf(args[0], env), style ? 0 : 4);
    return roman(Math.trunc(numberOf(args[0], env)), wholeOf(style, env));
  }),
  scalarFunction("ARABIC", [1, 1], ([v = null], env) => arabic(textOf(v, env))),
];
