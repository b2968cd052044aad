/** Complex numbers as Excel writes them ("3+4i"): reading, writing and their arithmetic. */
import { shownNumber } from "../formula/coerce.ts";
import { cellErrors, raise } from "../formula/value.ts";

export interface Complex {
  readonly re: number;
  readonly im: number;
  /** "i" or "j"; null when none was written. */
  readonly unit: "i" | "j" | null;
}

export const complex = (re: number, im: number, unit: Complex["unit"] = null): Complex => ({
  re,
  im,
  unit,
});

const number = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
const realOnly = new RegExp(`^[+-]?${number}$`);
const imaginary = new RegExp(`^([+-]?(?:${number})?)([ij])$`);
const both = new RegExp(`^([+-]?${number})([+-](?:${number})?)([ij])$`);

const partOf = (text: string): number => (/^[+-]?$/.test(text) ? Number(`${text}1`) : Number(text));

/** #NUM! for what is no complex number. */
export function readComplex(text: string): Complex {
  if (realOnly.test(text)) return complex(Number(text), 0);
  const [, re, im, unit] = both.exec(text) ?? [];
  if (re !== undefined && im !== undefined) return complex(Number(re), partOf(im), unitName(unit));
  const [, only, sign] = imaginary.exec(text) ?? [];
  if (only !== undefined) return complex(0, partOf(only), unitName(sign));
  return raise(cellErrors.num);
}

const unitName = (text: string | undefined): "i" | "j" => (text === "j" ? "j" : "i");

/** A part is written with 15 digits, as a number in a cell. */
const written = (n: number): string => shownNumber(Object.is(n, -0) ? 0 : n);

function imaginaryText(im: number, unit: string): string {
  if (im === 1) return unit;
  return im === -1 ? `-${unit}` : `${written(im)}${unit}`;
}

/** "0" when both parts are; #NUM! when a part is too large. */
export function complexText(z: Complex): string {
  const { re, im } = z;
  if (!Number.isFinite(re) || !Number.isFinite(im)) return raise(cellErrors.num);
  const unit = z.unit ?? "i";
  if (im === 0) return written(re);
  const tail = imaginaryText(im, unit);
  if (re === 0) return tail;
  return `${written(re)}${im > 0 ? "+" : ""}${tail}`;
}

/** The unit that two numbers share; "i" and "j" together are #VALUE!. */
export function sharedUnit(a: Complex["unit"], b: Complex["unit"]): Complex["unit"] {
  if (a !== null && b !== null && a !== b) return raise(cellErrors.value);
  return a ?? b;
}

const made = (a: Complex, b: Complex, re: number, im: number): Complex =>
  complex(re, im, sharedUnit(a.unit, b.unit));

export const add = (a: Complex, b: Complex): Complex => made(a, b, a.re + b.re, a.im + b.im);
export const subtract = (a: Complex, b: Complex): Complex => made(a, b, a.re - b.re, a.im - b.im);
export const multiply = (a: Complex, b: Complex): Complex =>
  made(a, b, a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

export function divide(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  if (size === 0) return raise(cellErrors.num);
  const re = (a.re * b.re + a.im * b.im) / size;
  return made(a, b, re, (a.im * b.re - a.re * b.im) / size);
}

export const modulus = (z: Complex): number => Math.hypot(z.re, z.im);
export const angle = (z: Complex): number => Math.atan2(z.im, z.re);

export const polar = (size: number, turn: number, unit: Complex["unit"]): Complex =>
  complex(size * Math.cos(turn), size * Math.sin(turn), unit);

export const exponential = (z: Complex): Complex => polar(Math.exp(z.re), z.im, z.unit);

export const sine = ({ re, im, unit }: Complex): Complex =>
  complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im), unit);
export const cosine = ({ re, im, unit }: Complex): Complex =>
  complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im), unit);
export const hyperbolicSine = ({ re, im, unit }: Complex): Complex =>
  complex(Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im), unit);
export const hyperbolicCosine = ({ re, im, unit }: Complex): Complex =>
  complex(Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im), unit);
