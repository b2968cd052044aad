/** Engineering functions that offices meet: number systems, bits, ENCODEURL. */
import {
  type FormulaFunction,
  numberFunction,
  scalarFunction,
  textFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { cellErrors, type Scalar } from "../formula/value.ts";
import { textOf, wholeOf } from "./arguments.ts";

interface System {
  readonly name: string;
  readonly radix: number;
  /** Ten digits in this system count as negative from half of their range on. */
  readonly range: number;
}

const systems: readonly System[] = [
  { name: "BIN", radix: 2, range: 2 ** 10 },
  { name: "OCT", radix: 8, range: 8 ** 10 },
  { name: "HEX", radix: 16, range: 16 ** 10 },
];

/** Ten digits at most; the upper half is negative (two's complement). NaN when it cannot be read. */
function readIn(system: System, text: string): number {
  const digits = { 2: /^[01]{0,10}$/, 8: /^[0-7]{0,10}$/, 16: /^[0-9A-F]{0,10}$/i }[system.radix];
  if (!digits?.test(text)) return Number.NaN;
  const n = text === "" ? 0 : Number.parseInt(text, system.radix);
  return n >= system.range / 2 ? n - system.range : n;
}

function writeIn(system: System, n: number, places: number | null): Scalar {
  const { radix, range } = system;
  if (n < -range / 2 || n >= range / 2) return cellErrors.num;
  if (n < 0) return (n + range).toString(radix).toUpperCase();
  const text = n.toString(radix).toUpperCase();
  if (places === null) return text;
  if (places < 1 || places > 10 || places < text.length) return cellErrors.num;
  return text.padStart(places, "0");
}

const placesOf = (v: Scalar | undefined, env: Env): number | null =>
  v === undefined ? null : wholeOf(v, env);

function fromDecimal(to: System): FormulaFunction {
  return scalarFunction(`DEC2${to.name}`, [1, 2], (args, env) => {
    if (typeof args[0] === "boolean") return cellErrors.value;
    return writeIn(to, wholeOf(args[0], env), placesOf(args[1], env));
  });
}

function toDecimal(from: System): FormulaFunction {
  return scalarFunction(`${from.name}2DEC`, [1, 1], ([v = null], env) => {
    const n = typeof v === "boolean" ? Number.NaN : readIn(from, textOf(v, env));
    return Number.isNaN(n) ? cellErrors.num : n;
  });
}

function between(from: System, to: System): FormulaFunction {
  return scalarFunction(`${from.name}2${to.name}`, [1, 2], (args, env) => {
    const n = readIn(from, textOf(args[0], env));
    return Number.isNaN(n) ? cellErrors.num : writeIn(to, n, placesOf(args[1], env));
  });
}

const widest = 2 ** 48;

function bits(name: string, compute: (a: bigint, b: bigint) => bigint): FormulaFunction {
  return numberFunction(name, [2, 2], ([a = 0, b = 0]) => {
    const valid = [a, b].every((n) => Number.isInteger(n) && n >= 0 && n < widest);
    return valid ? Number(compute(BigInt(a), BigInt(b))) : cellErrors.num;
  });
}

function shift(name: string, direction: 1 | -1): FormulaFunction {
  return numberFunction(name, [2, 2], ([n = 0, by = 0]) => {
    const places = Math.trunc(by) * direction;
    if (!Number.isInteger(n) || n < 0 || n >= widest || Math.abs(places) > 53)
      return cellErrors.num;
    const result = Math.floor(n * 2 ** places);
    return result >= widest ? cellErrors.num : result;
  });
}

/** Letters, digits and - _ . ~ stay; everything else becomes its UTF-8 bytes. */
function encodeUrl(text: string): Scalar {
  // Half of a surrogate pair cannot be written.
  if (/\p{Surrogate}/u.test(text)) return cellErrors.value;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export const engineeringFunctions: readonly FormulaFunction[] = [
  ...systems.map(fromDecimal),
  ...systems.map(toDecimal),
  ...systems.flatMap((from) => systems.filter((to) => to !== from).map((to) => between(from, to))),
  bits("BITAND", (a, b) => a & b),
  bits("BITOR", (a, b) => a | b),
  bits("BITXOR", (a, b) => a ^ b),
  shift("BITLSHIFT", 1),
  shift("BITRSHIFT", -1),
  textFunction("ENCODEURL", [1, 1], ([t = ""]) => encodeUrl(t)),
];
