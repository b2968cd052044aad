/** The kernel of the quick forward pass, written in WebAssembly SIMD: i16 dot products over padded channels-last maps. */
import { gathering, spreading, type TileKernel } from "./tile-kernel.ts";
import {
  assemble,
  type Code,
  f32,
  i32,
  type Locals,
  localsOf,
  op,
  v128,
  type WasmFunction,
} from "./wasm-code.ts";

/** Activations are whole numbers up to this; 127 × it × 4,096 inputs still fit into 32 bits. */
export const FULL_SCALE = 4095;

/** All addresses and lengths in bytes. */
export interface Kernel extends TileKernel {
  /**
   * For every pixel and every 8 output channels: sum of `rows` runs of `runBytes` (a multiple of 4), `rowBytes`
   * apart, from source + tap; × scale × step + bias; negative results become 0 unless `floor` is lower.
   */
  readonly convolve: Convolve;
  /** The same for one run per pixel, but leaves the sums as they are (i32): scale, step and floor play no part. */
  readonly multiply: Convolve;
  /** One run from source to end for all outputs, 32 channels at a time; the weights are i8, else they would fill the cache. */
  readonly connect: (
    source: number,
    end: number,
    target: number,
    weights: number,
    scale: number,
    channels: number,
    step: number,
    floor: number,
  ) => void;
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

/** What becomes of a vector of sums: it is stored at `out` + offset. */
type Finish = (locals: Locals, sum: string, offset: number) => Code;

/** Pixels that are summed together, in registers. */
const PIXELS = [0, 1, 2, 3] as const;

/** Bytes of one input pair for 8 output channels: two vectors. */
const PAIR = 32;

/** Null when this machine has no SIMD. */
export function startKernel(memory: WebAssembly.Memory, pages: number): Kernel | null {
  const bytes = assemble(
    [
      convolution("convolve", storeScaled),
      convolution("multiply", storeSums),
      connection(),
      quantisation(),
      spreading(),
      gathering(),
    ],
    pages,
  );
  if (!WebAssembly.validate(bytes)) return null;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return instance.exports as unknown as Kernel;
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

/** Four pixels × 8 channels are summed in registers. */
function convolution(name: "convolve" | "multiply", finish: Finish): WasmFunction {
  const whole = ["block", "tap", "out", "w", "row", "end", "skip", "outStep"];
  const locals = localsOf(convolveParameters, [
    ...[...whole, ...PIXELS.map((p) => `p${p}`)].map((n) => [n, i32] as const),
    ...[...SUMS, "wa", "wb", "x"].map((n) => [n, v128] as const),
  ]);
  const { get, set, plus, types } = locals;
  return {
    name,
    parameters: [...Array<number>(10).fill(i32), f32, f32],
    result: null,
    locals: types,
    body: [
      [get("rowBytes"), get("runBytes"), op.sub, set("skip")],
      [get("channels"), op.const(2), op.shl, set("outStep")],
      op.repeat([
        [get("tapsFrom"), set("tap")],
        [get("target"), get("block"), op.const(2), op.shl, op.add, set("out")],
        op.repeat([pixelBlock(locals, finish)]),
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
const SUMS = PIXELS.flatMap((p) => [`a${p}`, `b${p}`]);

/** Sums a few pixels over all rows of their windows and stores them. Leaves whether pixels are left. */
function pixelBlock(locals: Locals, finish: Finish): Code {
  const { get, set, plus } = locals;
  return [
    PIXELS.map((p) => [get("source"), get("tap"), op.load(4 * p), op.add, set(`p${p}`)]),
    SUMS.map((s) => [op.zero, set(s)]),
    [get("weights"), set("w"), get("rows"), set("row")],
    op.repeat([
      [get("p0"), get("runBytes"), op.add, set("end")],
      op.repeat([
        // Several pairs a turn were slower: the compiler then keeps vectors in memory.
        inputPair(locals),
        plus("w", op.const(PAIR)),
        PIXELS.map((p) => plus(`p${p}`, op.const(4))),
        [get("p0"), get("end"), op.lessThan],
      ]),
      PIXELS.map((p) => plus(`p${p}`, get("skip"))),
      [get("row"), op.const(1), op.sub, set("row"), get("row")],
    ]),
    PIXELS.map((p) => [
      finish(locals, `a${p}`, 0),
      finish(locals, `b${p}`, 16),
      plus("out", get("outStep")),
    ]),
    plus("tap", op.const(4 * PIXELS.length)),
    [get("tap"), get("tapsEnd"), op.lessThan],
  ];
}

/** Two inputs of every pixel times the weights of 8 channels. */
function inputPair({ get, set }: Locals): Code {
  return [
    [get("w"), op.vLoad(), set("wa"), get("w"), op.vLoad(16), set("wb")],
    PIXELS.map((p) => [
      [get(`p${p}`), op.loadSplat32(), set("x")],
      [get(`a${p}`), get("x"), get("wa"), op.dot, op.addI, set(`a${p}`)],
      [get(`b${p}`), get("x"), get("wb"), op.dot, op.addI, set(`b${p}`)],
    ]),
  ];
}

/** Sum × scale × step + bias, not below the floor. */
function storeScaled({ get }: Locals, sum: string, offset: number): Code {
  return [
    [get("out"), get(sum), op.toFloat],
    [get("scale"), op.vLoad(offset), op.mulF, get("step"), op.splatF, op.mulF],
    [get("scale"), get("channels"), op.const(2), op.shl, op.add, op.vLoad(offset), op.addF],
    [get("floor"), op.splatF, op.maxF, op.vStore(offset)],
  ];
}

function storeSums({ get }: Locals, sum: string, offset: number): Code {
  return [get("out"), get(sum), op.vStore(offset)];
}

/** The weights of 32 outputs for one input pair stand together: eight times eight. */
function connection(): WasmFunction {
  const parts = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const locals = localsOf(
    ["source", "end", "out", "w", "scale", "channels", "step", "floor"],
    [["block", i32], ["p", i32], ["x", v128], ...parts.map((k) => [`a${k}`, v128] as const)],
  );
  const { get, set, plus, types } = locals;
  return {
    name: "connect",
    parameters: [...Array<number>(6).fill(i32), f32, f32],
    result: null,
    locals: types,
    body: [
      op.repeat([
        [get("source"), set("p"), parts.map((k) => [op.zero, set(`a${k}`)])],
        op.repeat([
          [get("p"), op.loadSplat32(), set("x")],
          parts.map((k) => [
            [get("x"), get("w"), op.loadWide(8 * k), op.dot],
            [get(`a${k}`), op.addI, set(`a${k}`)],
          ]),
          [plus("w", op.const(8 * parts.length)), plus("p", op.const(4))],
          [get("p"), get("end"), op.lessThan],
        ]),
        parts.map((k) => storeScaled(locals, `a${k}`, 16 * k)),
        [plus("scale", op.const(128)), plus("out", op.const(128)), plus("block", op.const(32))],
        [get("block"), get("channels"), op.lessThan],
      ]),
    ],
  };
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
      ["large", v128],
    ],
  );
  const { get, set, plus, types } = locals;
  const values: Code = [get("rows"), get("rowValues"), op.mul, op.const(2), op.shl];
  // Cut off to a whole number, which 2^23 moves to the low bits.
  const scaled = (offset: number): Code => [
    [get("source"), op.vLoad(offset), get("v"), op.mulF, op.truncF, get("large"), op.addF],
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
      [floatConst(2 ** 23), op.splatF, set("large")],
      [get("rows"), set("left")],
      op.repeat([
        [get("source"), get("rowValues"), op.const(2), op.shl, op.add, set("end")],
        op.repeat([
          [get("target"), scaled(0), scaled(16), op.lowHalves, op.vStore()],
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
