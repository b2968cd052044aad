/** The kernel of the quick forward pass, written in WebAssembly SIMD: i16 dot products over padded channels-last maps. */
import { assemble, type Code, f32, i32, op, v128, type WasmFunction } from "./wasm-code.ts";

/** Activations are whole numbers up to this; 127 × it × 4,096 inputs still fit into 32 bits. */
export const FULL_SCALE = 4095;

/** All addresses and lengths in bytes. */
export interface Kernel {
  /**
   * For every pixel and every 8 output channels: sum of `rows` runs of `runBytes` (a multiple of 12), `rowBytes`
   * apart, from source + tap; × scale × step + bias; negative results become 0 unless `floor` is lower.
   */
  readonly convolve4: Convolve;
  readonly convolve1: Convolve;
  /** f32 rows → i16 rows at `target`, `gap` bytes apart at the ends. Gives the largest value; the target's unit is largest ÷ FULL_SCALE. */
  readonly quantise: (
    source: number,
    target: number,
    rows: number,
    rowValues: number,
    gap: number,
  ) => number;
}

type Convolve = (
  source: number,
  taps: number,
  tapsEnd: number,
  target: number,
  weights: number,
  /** Scale and bias stand one after the other, `channels` floats each. */
  scale: number,
  channels: number,
  rows: number,
  rowBytes: number,
  runBytes: number,
  step: number,
  floor: number,
) => void;

/** Input pairs per turn of the innermost loop. */
const UNROLL = 3;
/** Bytes of one input pair for 8 output channels: two vectors. */
const PAIR = 32;

/** Null when this machine has no SIMD. */
export function startKernel(memory: WebAssembly.Memory, pages: number): Kernel | null {
  const bytes = assemble([convolution(4), convolution(1), quantisation()], pages);
  if (!WebAssembly.validate(bytes)) return null;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return instance.exports as unknown as Kernel;
}

/** Locals by name, numbered after the parameters; a name that is not there makes a module that does not validate. */
function localsOf(parameters: readonly string[], own: readonly (readonly [string, number])[]) {
  const names = [...parameters, ...own.map(([name]) => name)];
  return {
    get: (name: string): Code => op.get(names.indexOf(name) >>> 0),
    set: (name: string): Code => op.set(names.indexOf(name) >>> 0),
    types: own.map(([, type]) => type),
  };
}

const convolveParameters = [
  "source",
  "tapsFrom",
  "tapsEnd",
  "target",
  "weights",
  "scale",
  "channels",
  "rows",
  "rowBytes",
  "runBytes",
  "step",
  "floor",
];

type Locals = ReturnType<typeof localsOf>;

const plusIn =
  ({ get, set }: Locals) =>
  (name: string, by: Code): Code => [get(name), by, op.add, set(name)];

/** `pixels` outputs × 8 channels are summed in registers. */
function convolution(pixels: 1 | 4): WasmFunction {
  const each = Array.from({ length: pixels }, (_, p) => p);
  const whole = ["block", "tap", "out", "w", "row", "end", "skip", "outStep"];
  const locals = localsOf(convolveParameters, [
    ...[...whole, ...each.map((p) => `p${p}`)].map((n) => [n, i32] as const),
    ...[...sumsOf(each), "wa", "wb", "x"].map((n) => [n, v128] as const),
  ]);
  const { get, set, types } = locals;
  const plus = plusIn(locals);
  return {
    name: `convolve${pixels}`,
    parameters: [...Array<number>(10).fill(i32), f32, f32],
    result: null,
    locals: types,
    body: [
      [get("rowBytes"), get("runBytes"), op.sub, set("skip")],
      [get("channels"), op.const(2), op.shl, set("outStep")],
      op.repeat([
        [get("tapsFrom"), set("tap")],
        [get("target"), get("block"), op.const(2), op.shl, op.add, set("out")],
        op.repeat([pixelBlock(locals, each)]),
        // `w` stands behind the weights of this block: those of the next one.
        [get("w"), set("weights")],
        plus("scale", op.const(32)),
        plus("block", op.const(8)),
        [get("block"), get("channels"), op.lessThan],
      ]),
    ],
  };
}

/** Per pixel one vector for each half of the 8 channels. */
const sumsOf = (each: readonly number[]): string[] => each.flatMap((p) => [`a${p}`, `b${p}`]);

/** Sums a few pixels over all rows of their windows and stores them. Leaves whether pixels are left. */
function pixelBlock(locals: Locals, each: readonly number[]): Code {
  const { get, set } = locals;
  const plus = plusIn(locals);
  return [
    each.map((p) => [get("source"), get("tap"), op.load(4 * p), op.add, set(`p${p}`)]),
    sumsOf(each).map((s) => [op.zero, set(s)]),
    [get("weights"), set("w"), get("rows"), set("row")],
    op.repeat([
      [get("p0"), get("runBytes"), op.add, set("end")],
      op.repeat([
        Array.from({ length: UNROLL }, (_, k) => inputPair(locals, each, k)),
        plus("w", op.const(UNROLL * PAIR)),
        each.map((p) => plus(`p${p}`, op.const(UNROLL * 4))),
        [get("p0"), get("end"), op.lessThan],
      ]),
      each.map((p) => plus(`p${p}`, get("skip"))),
      [get("row"), op.const(1), op.sub, set("row"), get("row")],
    ]),
    each.map((p) => [
      storeHalf(locals, `a${p}`, 0),
      storeHalf(locals, `b${p}`, 16),
      plus("out", get("outStep")),
    ]),
    plus("tap", op.const(4 * each.length)),
    [get("tap"), get("tapsEnd"), op.lessThan],
  ];
}

/** Two inputs of every pixel times the weights of 8 channels. */
function inputPair({ get, set }: Locals, each: readonly number[], k: number): Code {
  return [
    [get("w"), op.vLoad(k * PAIR), set("wa"), get("w"), op.vLoad(k * PAIR + 16), set("wb")],
    each.map((p) => [
      [get(`p${p}`), op.loadSplat32(4 * k), set("x")],
      [get(`a${p}`), get("x"), get("wa"), op.dot, op.addI, set(`a${p}`)],
      [get(`b${p}`), get("x"), get("wb"), op.dot, op.addI, set(`b${p}`)],
    ]),
  ];
}

/** Sum × scale × step + bias, not below the floor. */
function storeHalf({ get }: Locals, sum: string, offset: number): Code {
  return [
    [get("out"), get(sum), op.toFloat],
    [get("scale"), op.vLoad(offset), op.mulF, get("step"), op.splatF, op.mulF],
    [get("scale"), get("channels"), op.const(2), op.shl, op.add, op.vLoad(offset), op.addF],
    [get("floor"), op.splatF, op.maxF, op.vStore(offset)],
  ];
}

/** Largest value first, then scaled and narrowed, eight values a turn. */
function quantisation(): WasmFunction {
  const locals = localsOf(
    ["source", "target", "rows", "rowValues", "gap"],
    [
      ["at", i32],
      ["end", i32],
      ["left", i32],
      ["largest", f32],
      ["v", v128],
    ],
  );
  const { get, set, types } = locals;
  const plus = plusIn(locals);
  const values: Code = [get("rows"), get("rowValues"), op.mul, op.const(2), op.shl];
  const scaled = (offset: number): Code => [
    [get("source"), op.vLoad(offset), get("v"), op.mulF, op.toInt],
  ];
  return {
    name: "quantise",
    parameters: Array<number>(5).fill(i32),
    result: f32,
    locals: types,
    body: [
      [get("source"), set("at"), get("source"), values, op.add, set("end"), op.zero, set("v")],
      op.repeat([
        [get("v"), get("at"), op.vLoad(), op.maxF, set("v")],
        plus("at", op.const(16)),
        [get("at"), get("end"), op.lessThan],
      ]),
      [0, 1, 2, 3].map((lane) => [get("v"), op.laneF(lane)]),
      [
        op.scalarMaxF,
        op.scalarMaxF,
        op.scalarMaxF,
        floatConst(1e-6),
        op.scalarMaxF,
        set("largest"),
      ],
      [floatConst(FULL_SCALE), get("largest"), divideF, op.splatF, set("v")],
      [get("rows"), set("left")],
      op.repeat([
        [get("source"), get("rowValues"), op.const(2), op.shl, op.add, set("end")],
        op.repeat([
          [get("target"), scaled(0), scaled(16), op.narrow, op.vStore()],
          [plus("source", op.const(32)), plus("target", op.const(16))],
          [get("source"), get("end"), op.lessThan],
        ]),
        plus("target", get("gap")),
        [get("left"), op.const(1), op.sub, set("left"), get("left")],
      ]),
      get("largest"),
    ],
  };
}

const divideF: Code = 0x95;

function floatConst(value: number): Code {
  return [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];
}
