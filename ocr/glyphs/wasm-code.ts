/** Just enough of WebAssembly's binary format to write the kernel of the recogniser by hand: no tool, no binary in the repository. */

/** Bytes, possibly nested: instructions are put together from smaller ones. */
export type Code = number | readonly Code[];

export const i32 = 0x7f;
export const f32 = 0x7d;
export const v128 = 0x7b;

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    out.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return out;
}

/** Signed LEB128 for i32. */
export function signed(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0))
      return [...out, low];
    out.push(low | 0x80);
  }
}

const simd = (code: number): Code => [0xfd, unsigned(code)];
/** Alignment hint and offset of a load or store. */
const at = (align: number, offset: number): Code => [align, unsigned(offset)];

/** The instructions that the kernel uses, by the names of the specification. */
export const op = {
  const: (value: number): Code => [0x41, signed(value)],
  get: (local: number): Code => [0x20, unsigned(local)],
  set: (local: number): Code => [0x21, unsigned(local)],
  add: 0x6a as Code,
  sub: 0x6b as Code,
  mul: 0x6c as Code,
  shl: 0x74 as Code,
  lessThan: 0x49 as Code,
  load: (offset = 0): Code => [0x28, at(2, offset)],
  store: (offset = 0): Code => [0x36, at(2, offset)],
  load8: (offset = 0): Code => [0x2d, at(0, offset)],
  store8: (offset = 0): Code => [0x3a, at(0, offset)],
  loadF: (offset = 0): Code => [0x2a, at(2, offset)],
  storeF: (offset = 0): Code => [0x38, at(2, offset)],
  /** Runs `body` again while the i32 that it leaves is not 0. */
  repeat: (body: readonly Code[]): Code => [0x03, 0x40, body, [0x0d, 0x00], 0x0b],
  vLoad: (offset = 0): Code => [simd(0x00), at(4, offset)],
  vStore: (offset = 0): Code => [simd(0x0b), at(4, offset)],
  /** Eight i8 as i16. */
  loadWide: (offset = 0): Code => [simd(0x01), at(3, offset)],
  loadSplat32: (offset = 0): Code => [simd(0x09), at(2, offset)],
  zero: [simd(0x0c), new Array(16).fill(0)] as Code,
  splatF: simd(0x13),
  laneF: (lane: number): Code => [simd(0x1f), lane],
  addI: simd(0xae),
  subI: simd(0xb1),
  /** Every i32 moved right by this many bits, its sign kept. */
  shiftI: simd(0xac),
  addShort: simd(0x8e),
  subShort: simd(0x91),
  /** The lower and the upper eight of sixteen u8 as u16. */
  lowBytes: simd(0x89),
  highBytes: simd(0x8a),
  /** Eight products of i16, added in pairs: four i32. */
  dot: simd(0xba),
  toFloat: simd(0xfa),
  truncF: simd(0x69),
  /** The low 16 bits of four and four numbers. */
  lowHalves: [
    simd(0x0d),
    [0, 4, 8, 12, 16, 20, 24, 28].flatMap((byte) => [byte, byte + 1]),
  ] as Code,
  addF: simd(0xe4),
  mulF: simd(0xe6),
  /** The larger one, of zeros the first: a single step, which the other maximum is not. */
  maxF: simd(0xeb),
  scalarMaxF: 0x97 as Code,
} as const;

export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly result: number | null;
  /** Types of the locals after the parameters. */
  readonly locals: readonly number[];
  readonly body: readonly Code[];
}

/** Locals by name, numbered after the parameters; a name that is not there makes a module that does not validate. */
export function localsOf(
  parameters: readonly string[],
  own: readonly (readonly [name: string, type: number])[],
): Locals {
  const names = [...parameters, ...own.map(([name]) => name)];
  const get = (name: string): Code => op.get(names.indexOf(name) >>> 0);
  const set = (name: string): Code => op.set(names.indexOf(name) >>> 0);
  const plus = (name: string, by: Code): Code => [get(name), by, op.add, set(name)];
  return { get, set, plus, types: own.map(([, type]) => type) };
}

export interface Locals {
  readonly get: (name: string) => Code;
  readonly set: (name: string) => Code;
  /** Adds to an i32. */
  readonly plus: (name: string, by: Code) => Code;
  /** Of the function's own ones, in order. */
  readonly types: readonly number[];
}

/** A module with one imported memory ("env"."memory") and these exported functions. */
export function assemble(
  functions: readonly WasmFunction[],
  pages: number,
): Uint8Array<ArrayBuffer> {
  const types = functions.map((f) => [
    0x60,
    list(f.parameters),
    list(f.result === null ? [] : [f.result]),
  ]);
  const memory = [text("env"), text("memory"), 0x02, 0x00, unsigned(pages)];
  const exports = functions.map((f, i) => [text(f.name), 0x00, unsigned(i)]);
  const bodies = functions.map((f) => {
    const locals = list(f.locals.map((type): Code => [1, type]));
    return sized([locals, f.body, 0x0b]);
  });
  return Uint8Array.from(
    flat([
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      [1, sized(list(types))],
      [2, sized(list([memory]))],
      [3, sized(list(functions.map((_, i) => unsigned(i))))],
      [7, sized(list(exports))],
      [10, sized(list(bodies))],
    ]),
  );
}

function flat(code: Code, into: number[] = []): number[] {
  if (typeof code === "number") into.push(code);
  else for (const part of code) flat(part, into);
  return into;
}
const list = (items: readonly Code[]): Code => [unsigned(items.length), items];
function sized(code: Code): Code {
  const bytes = flat(code);
  return [unsigned(bytes.length), bytes];
}
const text = (value: string): Code => list([...new TextEncoder().encode(value)]);
