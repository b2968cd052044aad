/** What is done to every pixel of a box, in WebAssembly: in TypeScript it took as long as the net itself. */
import type { Rect } from "../image/grey.ts";
import { plainInkKernel } from "./plain-ink.ts";
import { assemble, type Code, i32, localsOf, op, v128, type WasmFunction } from "./wasm-code.ts";

/** All answers are about the picture that was taken in last; none of them is kept: copy what has to last. */
export interface InkKernel {
  take(data: Uint8Array, width: number): void;
  /** How often each value stands in every second row of a part. */
  count(part: Rect): Uint32Array;
  /** Every value replaced by that of the table. A copy. */
  replace(table: Uint8Array): Uint8Array;
  /** Sums down the columns over these rows. */
  sumColumns(rows: readonly number[]): Uint16Array | Uint32Array;
}

interface Functions {
  readonly count: (from: number, end: number, counts: number) => void;
  readonly replace: (from: number, end: number, table: number, target: number) => void;
  /** `rows` holds the addresses of the rows. */
  readonly sum: (rows: number, rowsEnd: number, target: number, width: number) => void;
}

const PAGE = 65_536;
/** Places of the table, the counts and the addresses of rows (MOST_ROWS); the picture follows. */
const AT = { table: 64, counts: 512, rows: 1536, picture: 2624 } as const;
/** Vectors may reach beyond the end. */
const SLACK = 16;

/** More rows than this would not fit into the 16 bits of a sum. */
const MOST_ROWS = 257;

let shared: InkKernel | null = null;

/** The one of this process; plain TypeScript where there is no SIMD. */
export function inkKernel(): InkKernel {
  shared ??= quickInkKernel() ?? plainInkKernel();
  return shared;
}

/** Null when this machine has no SIMD. */
export function quickInkKernel(): InkKernel | null {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = assemble([counting(), replacing(), summing()], 1);
  if (!WebAssembly.validate(bytes)) return null;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const run = instance.exports as unknown as Functions;
  const plain = plainInkKernel();
  let size = { length: 0, width: 0 };
  const behind = (): number => AT.picture + size.length + SLACK;
  return {
    take: (data, width) => {
      plain.take(data, width);
      size = { length: data.length, width };
      const needed = AT.picture + 2 * (data.length + SLACK) + 2 * (width + SLACK);
      const missing = Math.ceil(needed / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
      new Uint8Array(memory.buffer).set(data, AT.picture);
    },
    count: ({ x, y, width, height }) => {
      const counts = new Uint32Array(memory.buffer, AT.counts, 256).fill(0);
      for (let row = y; row < y + height; row += 2) {
        const from = AT.picture + row * size.width + x;
        run.count(from, from + width, AT.counts);
      }
      return counts;
    },
    replace: (table) => {
      new Uint8Array(memory.buffer).set(table, AT.table);
      const target = behind();
      run.replace(AT.picture, AT.picture + size.length, AT.table, target);
      return new Uint8Array(memory.buffer, target, size.length).slice();
    },
    sumColumns: (rows) => {
      if (rows.length > MOST_ROWS) return plain.sumColumns(rows);
      const addresses = new Int32Array(memory.buffer, AT.rows, rows.length);
      for (const [i, row] of rows.entries()) addresses[i] = AT.picture + row * size.width;
      const target = Math.ceil(behind() / 16) * 16;
      run.sum(AT.rows, AT.rows + 4 * rows.length, target, size.width);
      return new Uint16Array(memory.buffer, target, size.width);
    },
  };
}

function counting(): WasmFunction {
  const locals = localsOf(["from", "end", "counts"], [["at", i32]]);
  const { get, set, plus, types } = locals;
  return {
    name: "count",
    parameters: [i32, i32, i32],
    result: null,
    locals: types,
    body: [
      op.repeat([
        [get("counts"), get("from"), op.load8(), op.const(2), op.shl, op.add, set("at")],
        [get("at"), get("at"), op.load(), op.const(1), op.add, op.store()],
        plus("from", op.const(1)),
        [get("from"), get("end"), op.lessThan],
      ]),
    ],
  };
}

/** Four pixels a turn. */
function replacing(): WasmFunction {
  const locals = localsOf(["from", "end", "table", "target"], []);
  const { get, plus, types } = locals;
  const one = (k: number): Code => [
    [get("target"), get("table"), get("from"), op.load8(k)],
    [op.add, op.load8(), op.store8(k)],
  ];
  return {
    name: "replace",
    parameters: [i32, i32, i32, i32],
    result: null,
    locals: types,
    body: [
      op.repeat([
        [0, 1, 2, 3].map(one),
        [plus("from", op.const(4)), plus("target", op.const(4))],
        [get("from"), get("end"), op.lessThan],
      ]),
    ],
  };
}

/** Sixteen columns a turn. */
function summing(): WasmFunction {
  const locals = localsOf(
    ["rows", "rowsEnd", "target", "width"],
    [
      ["x", i32],
      ["row", i32],
      ["v", v128],
      ["low", v128],
      ["high", v128],
    ],
  );
  const { get, set, plus, types } = locals;
  return {
    name: "sum",
    parameters: [i32, i32, i32, i32],
    result: null,
    locals: types,
    body: [
      op.repeat([
        [op.zero, set("low"), op.zero, set("high"), get("rows"), set("row")],
        op.repeat([
          [get("row"), op.load(), get("x"), op.add, op.vLoad(), set("v")],
          [get("low"), get("v"), op.lowBytes, op.addShort, set("low")],
          [get("high"), get("v"), op.highBytes, op.addShort, set("high")],
          plus("row", op.const(4)),
          [get("row"), get("rowsEnd"), op.lessThan],
        ]),
        [get("target"), get("low"), op.vStore(), get("target"), get("high"), op.vStore(16)],
        [plus("target", op.const(32)), plus("x", op.const(16))],
        [get("x"), get("width"), op.lessThan],
      ]),
    ],
  };
}
