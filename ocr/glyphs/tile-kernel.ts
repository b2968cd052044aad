/**
 * 3×3 windows by tiles of 2×2 outputs (Winograd): 16 products where there were 36, and sums to the last bit the same. Weights
 * come multiplied by 4 in all (tile-weights.ts), so that everything stays whole; the sums are divided by 4 at the end.
 */
import {
  type Code,
  f32,
  i32,
  type Locals,
  localsOf,
  op,
  v128,
  type WasmFunction,
} from "./wasm-code.ts";

/** All addresses and lengths in bytes. */
export interface TileKernel {
  /**
   * For every 4×4 pixels of the i16 map (left upper corner at source + tile) its 16 mixtures, each in a plane of its own:
   * i16, tile by tile, channels last. Twelve bits go in: four of them fit into 16.
   */
  readonly spread: (
    source: number,
    tiles: number,
    tilesEnd: number,
    target: number,
    pixelBytes: number,
    rowBytes: number,
    planeBytes: number,
  ) => void;
  /**
   * From 16 planes of i32 sums to outputs as `convolve4` gives them. `places` has four addresses (relative to the target) per
   * tile, for its outputs in reading order.
   */
  readonly gather: (
    source: number,
    places: number,
    placesEnd: number,
    target: number,
    scale: number,
    channels: number,
    planeBytes: number,
    step: number,
    floor: number,
  ) => void;
}

const four = [0, 1, 2, 3] as const;
const vectors = (name: string): (readonly [string, number])[] =>
  four.flatMap((y) => four.map((x) => [`${name}${y}${x}`, v128] as const));

/** Four names along a row (or column) of the 4×4 vectors. */
type Lane = readonly [string, string, string, string];
const column = (name: string, x: number): Lane => four.map((y) => `${name}${y}${x}`) as never;
const row = (name: string, y: number): Lane => four.map((x) => `${name}${y}${x}`) as never;

export function spreading(): WasmFunction {
  const locals = localsOf(
    ["source", "tiles", "tilesEnd", "target", "pixelBytes", "rowBytes", "planeBytes"],
    [
      ["at", i32],
      ["end", i32],
      ["from", i32],
      ["pixel", i32],
      ["to", i32],
      ...vectors("d"),
      ...vectors("t"),
    ],
  );
  const { get, set, plus, types } = locals;
  return {
    name: "spread",
    parameters: Array<number>(7).fill(i32),
    result: null,
    locals: types,
    body: [
      op.repeat([
        [get("source"), get("tiles"), op.load(), op.add, set("at")],
        [get("at"), get("pixelBytes"), op.add, set("end")],
        op.repeat([
          [get("at"), set("from"), get("target"), set("to")],
          four.map((y) => loadRow(locals, y)),
          four.map((x) => mixed(locals, column("d", x), column("t", x))),
          four.map((y) => mixed(locals, row("t", y), row("d", y))),
          vectors("d").map(([name]) => [
            [get("to"), get(name), op.vStore()],
            plus("to", get("planeBytes")),
          ]),
          [plus("target", op.const(16)), plus("at", op.const(16))],
          [get("at"), get("end"), op.lessThan],
        ]),
        plus("tiles", op.const(4)),
        [get("tiles"), get("tilesEnd"), op.lessThan],
      ]),
    ],
  };
}

/** Four pixels; leaves `from` at the next row. */
function loadRow({ get, set, plus }: Locals, y: number): Code {
  return [
    [get("from"), set("pixel")],
    four.map((x) => [get("pixel"), op.vLoad(), set(`d${y}${x}`), plus("pixel", get("pixelBytes"))]),
    plus("from", get("rowBytes")),
  ];
}

/** One dimension of the mixing: a - c, b + c, c - b, b - d. */
function mixed({ get, set }: Locals, [a, b, c, d]: Lane, [p, q, r, s]: Lane): Code {
  return [
    [get(a), get(c), op.subShort, set(p)],
    [get(b), get(c), op.addShort, set(q)],
    [get(c), get(b), op.subShort, set(r)],
    [get(b), get(d), op.subShort, set(s)],
  ];
}

export function gathering(): WasmFunction {
  const locals = localsOf(
    ["source", "places", "placesEnd", "target", "scale", "channels", "planeBytes", "step", "floor"],
    [["at", i32], ["from", i32], ["factor", i32], ["bias", i32], ...vectors("m"), ...vectors("s")],
  );
  const { get, set, plus, types } = locals;
  return {
    name: "gather",
    parameters: [...Array<number>(7).fill(i32), f32, f32],
    result: null,
    locals: types,
    body: [
      op.repeat([
        [op.const(0), set("at")],
        op.repeat([
          [get("source"), set("from")],
          vectors("m").map(([name]) => [
            [get("from"), op.vLoad(), set(name)],
            plus("from", get("planeBytes")),
          ]),
          four.map((x) => summed(locals, column("m", x), [`s0${x}`, `s1${x}`])),
          [0, 1].map((y) => summed(locals, row("s", y), [`s2${y}`, `s3${y}`])),
          ["s20", "s30", "s21", "s31"].map((sum, i) => storeOutput(locals, sum, 4 * i)),
          [plus("source", op.const(16)), plus("at", op.const(16))],
          [get("at"), get("channels"), op.const(2), op.shl, op.lessThan],
        ]),
        plus("places", op.const(16)),
        [get("places"), get("placesEnd"), op.lessThan],
      ]),
    ],
  };
}

/** One dimension of the summing: a + b + c, b - c - d. */
function summed({ get, set }: Locals, [a, b, c, d]: Lane, [p, q]: readonly [string, string]): Code {
  return [
    [get(a), get(b), op.addI, get(c), op.addI, set(p)],
    [get(b), get(c), op.subI, get(d), op.subI, set(q)],
  ];
}

/** Sum ÷ 4 × scale × step + bias, not below the floor. */
function storeOutput({ get, set }: Locals, sum: string, place: number): Code {
  return [
    [get("scale"), get("at"), op.add, set("factor")],
    [get("factor"), get("channels"), op.const(2), op.shl, op.add, set("bias")],
    [get("target"), get("places"), op.load(place), op.add, get("at"), op.add],
    [get(sum), op.const(2), op.shiftI, op.toFloat],
    [get("factor"), op.vLoad(), op.mulF, get("step"), op.splatF, op.mulF],
    [get("bias"), op.vLoad(), op.addF, get("floor"), op.splatF, op.maxF, op.vStore()],
  ];
}
