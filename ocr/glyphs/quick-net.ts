/** Lays a net out in WebAssembly memory and runs it there: about ten times as quick as plain TypeScript, same answers. */
import type { Net } from "./plain-net.ts";
import { FULL_SCALE, type Kernel, startKernel } from "./simd-kernel.ts";
import type { NetLayer, NetWeights } from "./weights-file.ts";

const PAGE = 65_536;

/** What one layer needs to run; all addresses are bytes in the memory. */
interface Step {
  readonly taps: number;
  readonly tapsEnd: number;
  readonly weights: number;
  readonly scale: number;
  readonly channels: number;
  readonly rows: number;
  readonly rowBytes: number;
  readonly runBytes: number;
  /** i16 input, with a frame of zeros for convolutions. */
  readonly source: number;
  /** How the f32 output becomes the next layer's input; null after the last layer. */
  readonly next: {
    readonly at: number;
    readonly rows: number;
    readonly values: number;
    readonly gap: number;
  } | null;
  readonly floor: number;
  readonly pixels: number;
}

interface Shape {
  readonly side: number;
  /** As stored: the first layer's one channel is padded to two. */
  readonly channels: number;
  readonly framed: boolean;
}

/** Null when this machine has no SIMD; use plainNet then. */
export function quickNet(net: NetWeights): Net | null {
  const size = layOut(net, null).used;
  const pages = Math.ceil(size / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  const kernel = startKernel(memory, pages);
  if (!kernel) return null;
  const plan = layOut(net, memory.buffer);
  const input = new Int16Array(memory.buffer, plan.input, 2 * (net.size + 2) ** 2);
  const output = new Float32Array(memory.buffer, plan.output, net.classes.length);
  return (picture) => {
    fillInput(input, picture, net.size);
    run(kernel, plan);
    return output.slice();
  };
}

function fillInput(input: Int16Array, picture: Float32Array, side: number): void {
  for (let y = 0; y < side; y++) {
    let to = 2 * ((y + 1) * (side + 2) + 1);
    for (let x = 0; x < side; x++, to += 2) {
      input[to] = Math.round((picture[y * side + x] ?? 0) * FULL_SCALE);
    }
  }
}

function run(kernel: Kernel, { steps, output }: Plan): void {
  let unit = 1 / FULL_SCALE;
  for (const s of steps) {
    const convolve = s.pixels === 1 ? kernel.convolve1 : kernel.convolve4;
    convolve(
      s.source,
      s.taps,
      s.tapsEnd,
      output,
      s.weights,
      s.scale,
      s.channels,
      s.rows,
      s.rowBytes,
      s.runBytes,
      unit,
      s.floor,
    );
    if (!s.next) return;
    unit = kernel.quantise(output, s.next.at, s.next.rows, s.next.values, s.next.gap) / FULL_SCALE;
  }
}

interface Plan {
  readonly steps: readonly Step[];
  readonly input: number;
  readonly output: number;
  readonly used: number;
}

/** Hands out addresses and, with a buffer, writes weights and tables to them. Without one it only measures. */
function layOut(net: NetWeights, buffer: ArrayBuffer | null): Plan {
  let used = 64;
  const take = (bytes: number): number => {
    const at = used;
    used += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const output = take(4 * largestMap(net));
  let shape: Shape = { side: net.size, channels: 2, framed: true };
  const input = take(mapBytes(shape));
  let source = input;
  const steps: Step[] = [];
  for (const [i, layer] of net.layers.entries()) {
    const after = shapeAfter(shape, layer, net.layers[i + 1]);
    const table = tableOf(shape, layer);
    const channels = Math.ceil(layer.out / 8) * 8;
    const weights = take(2 * table.order.length * channels);
    const scale = take(8 * channels);
    const taps = take(4 * table.taps.length);
    if (buffer) {
      packWeights(
        new Int16Array(buffer, weights, table.order.length * channels),
        layer,
        table.order,
      );
      new Float32Array(buffer, scale, channels).set(layer.scale);
      new Float32Array(buffer, scale + 4 * channels, channels).set(layer.bias);
      new Int32Array(buffer, taps, table.taps.length).set(table.taps);
    }
    const target = after ? take(mapBytes(after)) : 0;
    steps.push({
      source,
      taps,
      tapsEnd: taps + 4 * table.taps.length,
      weights,
      scale,
      channels,
      rows: table.rows,
      rowBytes: table.rowBytes,
      runBytes: table.runBytes,
      next: after ? landing(after, target) : null,
      floor: after ? 0 : Number.NEGATIVE_INFINITY,
      pixels: table.taps.length === 1 ? 1 : 4,
    });
    if (after) [shape, source] = [after, target];
  }
  return { steps, input, output, used };
}

function largestMap(net: NetWeights): number {
  let side = net.size;
  let most = 0;
  for (const l of net.layers) {
    if (l.stride > 0) side = Math.ceil(side / l.stride);
    const pixels = l.stride > 0 ? Math.ceil((side * side) / 4) * 4 : 1;
    most = Math.max(most, pixels * Math.ceil(l.out / 8) * 8);
  }
  return most;
}

/** What the next layer takes; a dense layer takes everything in one unframed row. */
function shapeAfter(before: Shape, layer: NetLayer, next: NetLayer | undefined): Shape | null {
  if (!next) return null;
  const side = layer.stride > 0 ? Math.ceil(before.side / layer.stride) : 1;
  return { side, channels: Math.ceil(layer.out / 8) * 8, framed: next.stride > 0 };
}

const mapBytes = ({ side, channels, framed }: Shape): number =>
  2 * channels * (framed ? (side + 2) ** 2 : side ** 2);

function landing({ side, channels, framed }: Shape, at: number): Step["next"] {
  if (!framed) return { at, rows: 1, values: side * side * channels, gap: 0 };
  const pixel = 2 * channels;
  return { at: at + (side + 3) * pixel, rows: side, values: side * channels, gap: 2 * pixel };
}

interface Table {
  /** Byte offset of each output pixel's window. */
  readonly taps: readonly number[];
  /** For each stored input of a window: its place among the layer's weights, -1 for padding. */
  readonly order: readonly number[];
  readonly rows: number;
  readonly rowBytes: number;
  readonly runBytes: number;
}

function tableOf(shape: Shape, layer: NetLayer): Table {
  return layer.stride > 0 ? windowTable(shape, layer) : denseTable(shape, layer);
}

function windowTable({ side, channels }: Shape, layer: NetLayer): Table {
  const out = Math.ceil(side / layer.stride);
  const rowBytes = 2 * channels * (side + 2);
  const taps: number[] = [];
  for (let p = 0; p < out * out; p++) {
    const [x, y] = [p % out, Math.floor(p / out)];
    taps.push(layer.stride * (y * rowBytes + x * 2 * channels));
  }
  while (taps.length % 4 !== 0) taps.push(taps.at(-1) ?? 0);
  const inputs = layer.inn / 9;
  const order: number[] = [];
  for (let k = 0; k < 9; k++) {
    for (let c = 0; c < channels; c++) order.push(c < inputs ? c * 9 + k : -1);
  }
  return { taps, order, rows: 3, rowBytes, runBytes: 6 * channels };
}

/** Torch flattens channels first, the maps here have them last; the run is padded to whole turns of the loop. */
function denseTable({ side, channels }: Shape, layer: NetLayer): Table {
  const pixels = side * side;
  const order: number[] = [];
  for (let p = 0; p < pixels; p++) for (let c = 0; c < channels; c++) order.push(c * pixels + p);
  while (order.length % 6 !== 0) order.push(-1);
  const inside = order.map((at) => (at < layer.inn ? at : -1));
  const runBytes = 2 * order.length;
  return { taps: [0], order: inside, rows: 1, rowBytes: runBytes, runBytes };
}

/** [8 output channels][input pair][channel of the 8][of the pair], as the kernel walks through them. */
function packWeights(target: Int16Array, layer: NetLayer, order: readonly number[]): void {
  const places = Int32Array.from(order);
  for (let o = 0; o < layer.out; o++) {
    const own = layer.weights.subarray(o * layer.inn, (o + 1) * layer.inn);
    const lane = o % 8;
    const block = (o - lane) * places.length + 2 * lane;
    for (let i = 0; i < places.length; i++) {
      const at = places[i] ?? -1;
      if (at >= 0) target[block + (i >> 1) * 16 + (i & 1)] = own[at] ?? 0;
    }
  }
}
