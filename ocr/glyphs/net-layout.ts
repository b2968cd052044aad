/** Where a net's weights, tables and maps lie in WebAssembly memory, and in which steps the kernel goes through them. */
import { outputPlaces, packTiles, tileOffsets, tilesAlong } from "./tile-weights.ts";
import type { NetLayer, NetWeights } from "./weights-file.ts";

/** What one layer needs to run; all addresses are bytes in the memory. */
export interface Step {
  /** i16 input, with a frame of zeros for convolutions. */
  readonly source: number;
  readonly weights: number;
  readonly scale: number;
  readonly channels: number;
  /** How the f32 output becomes the next layer's input; null after the last layer. */
  readonly next: {
    readonly at: number;
    readonly rows: number;
    readonly values: number;
    readonly gap: number;
  } | null;
  readonly floor: number;
  readonly way: Windows | Tiles | Dense;
}

/** Window by window. */
export interface Windows {
  readonly kind: "windows";
  readonly taps: number;
  readonly tapsEnd: number;
  readonly rowBytes: number;
  readonly runBytes: number;
}

/** By tiles of 2×2 outputs, where windows overlap. */
export interface Tiles extends Omit<Windows, "kind"> {
  readonly kind: "tiles";
  readonly tiles: number;
  readonly tilesEnd: number;
  readonly places: number;
  readonly placesEnd: number;
  /** Bytes of one of the 16 planes of mixed inputs, weights and sums. */
  readonly planes: Planes;
  readonly mixed: number;
  readonly sums: number;
}

interface Planes {
  readonly input: number;
  readonly weights: number;
  readonly sums: number;
}

/** Every output from the whole map. */
interface Dense {
  readonly kind: "dense";
  /** Of the source. */
  readonly end: number;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly input: number;
  readonly output: number;
  readonly used: number;
}

interface Shape {
  readonly side: number;
  /** As stored: the first layer's one channel is padded to two. */
  readonly channels: number;
  readonly framed: boolean;
}

/** Hands out addresses and, with a buffer, writes weights and tables to them. Without one it only measures. */
export function layOut(net: NetWeights, buffer: ArrayBuffer | null): Plan {
  const ground = groundOf(buffer);
  const output = ground.take(4 * largestMap(net));
  const scratch = scratchOf(net);
  const shared: Shared = {
    // Outputs of tiles that hang over an odd side go here.
    aside: ground.take(4 * Math.max(...net.layers.map(storedOutputs))) - output,
    mixed: ground.take(scratch.mixed),
    sums: ground.take(scratch.sums),
  };
  let shape: Shape = { side: net.size, channels: 2, framed: true };
  const input = ground.take(mapBytes(shape));
  let source = input;
  const steps: Step[] = [];
  for (const [i, layer] of net.layers.entries()) {
    const after = shapeAfter(shape, layer, net.layers[i + 1]);
    const target = after ? ground.take(mapBytes(after)) : 0;
    const channels = storedOutputs(layer);
    steps.push({
      source,
      ...placed(ground, { shape, layer, source, shared }),
      scale: ground.floats([layer.scale, layer.bias], channels),
      channels,
      next: after ? landing(after, target) : null,
      floor: after ? 0 : Number.NEGATIVE_INFINITY,
    });
    if (after) [shape, source] = [after, target];
  }
  return { steps, input, output, used: ground.used() };
}

interface Ground {
  take(bytes: number): number;
  bytes(count: number, fill: (target: Int8Array) => void): number;
  shorts(count: number, fill: (target: Int16Array) => void): number;
  whole(values: readonly number[]): number;
  /** Rows of this length, one after another. */
  floats(rows: readonly Float32Array[], length: number): number;
  used(): number;
}

function groundOf(buffer: ArrayBuffer | null): Ground {
  let used = 64;
  const take = (bytes: number): number => {
    const at = used;
    used += Math.ceil(bytes / 16) * 16;
    return at;
  };
  return {
    take,
    bytes: (count, fill) => {
      const at = take(count);
      if (buffer) fill(new Int8Array(buffer, at, count));
      return at;
    },
    shorts: (count, fill) => {
      const at = take(2 * count);
      if (buffer) fill(new Int16Array(buffer, at, count));
      return at;
    },
    whole: (values) => {
      const at = take(4 * values.length);
      if (buffer) new Int32Array(buffer, at, values.length).set(values);
      return at;
    },
    floats: (rows, length) => {
      const at = take(4 * length * rows.length);
      const all = buffer && new Float32Array(buffer, at, length * rows.length);
      for (const [i, row] of rows.entries()) all?.set(row, i * length);
      return at;
    },
    used: () => used,
  };
}

interface Shared {
  readonly aside: number;
  readonly mixed: number;
  readonly sums: number;
}

interface LayerPlace {
  readonly shape: Shape;
  readonly layer: NetLayer;
  readonly source: number;
  readonly shared: Shared;
}

function placed(ground: Ground, at: LayerPlace): Pick<Step, "weights" | "way"> {
  if (at.layer.stride === 0) return placedDense(ground, at);
  return isTiled(at.shape, at.layer) ? placedTiles(ground, at) : placedWindows(ground, at);
}

function placedDense(
  ground: Ground,
  { shape, layer, source }: LayerPlace,
): Pick<Step, "weights" | "way"> {
  const order = denseOrder(shape, layer);
  const count = order.length * storedOutputs(layer);
  const weights = ground.bytes(count, (all) => packWeights(all, layer, { order, group: DENSE }));
  return { weights, way: { kind: "dense", end: source + 2 * order.length } };
}

function placedWindows(
  ground: Ground,
  { shape, layer }: LayerPlace,
): Pick<Step, "weights" | "way"> {
  const order = windowOrder(shape, layer);
  const count = order.length * storedOutputs(layer);
  const weights = ground.shorts(count, (all) => packWeights(all, layer, { order, group: 8 }));
  const offsets = windowOffsets(shape, layer);
  const taps = ground.whole(offsets);
  const { side, channels } = shape;
  return {
    weights,
    way: {
      kind: "windows",
      taps,
      tapsEnd: taps + 4 * offsets.length,
      rowBytes: 2 * channels * (side + 2),
      runBytes: 6 * channels,
    },
  };
}

function placedTiles(
  ground: Ground,
  { shape, layer, shared }: LayerPlace,
): Pick<Step, "weights" | "way"> {
  const { side, channels } = shape;
  const outputs = storedOutputs(layer);
  const runBytes = 2 * channels;
  const weights = ground.shorts(16 * channels * outputs, (all) =>
    packTiles(all, layer, { inputs: channels, outputs }),
  );
  const offsets = tileOffsets(side, runBytes);
  const runs = filledUp(offsets.map((_, t) => t * runBytes));
  const outlets = outputPlaces(side, 4 * outputs, shared.aside);
  const [tiles, taps, places] = [
    ground.whole(offsets),
    ground.whole(runs),
    ground.whole(outlets),
  ] as const;
  const { mixed, sums } = shared;
  return {
    weights,
    way: {
      kind: "tiles",
      taps,
      tapsEnd: taps + 4 * runs.length,
      rowBytes: (side + 2) * runBytes,
      runBytes,
      tiles,
      tilesEnd: tiles + 4 * offsets.length,
      places,
      placesEnd: places + 4 * outlets.length,
      planes: planesOf(shape, layer),
      mixed,
      sums,
    },
  };
}

/** Outputs that the kernel's dense step makes together. */
const DENSE = 32;

const byFour = (count: number): number => Math.ceil(count / 4) * 4;

function storedOutputs(layer: NetLayer): number {
  const together = layer.stride === 0 ? DENSE : 8;
  return Math.ceil(layer.out / together) * together;
}

/** Tiles need windows that overlap, and channels by the eight. */
const isTiled = ({ channels }: Shape, layer: NetLayer): boolean =>
  layer.stride === 1 && channels % 8 === 0;

/** Planes a power of two apart would push each other out of the processor's cache. */
const APART = 64;

/** The kernel takes four tiles at a time. */
function planesOf({ side, channels }: Shape, layer: NetLayer): Planes {
  const tiles = byFour(tilesAlong(side) ** 2);
  const outputs = storedOutputs(layer);
  return {
    input: 2 * tiles * channels + APART,
    weights: 2 * channels * outputs,
    sums: 4 * tiles * outputs + APART,
  };
}

/** Room for the 16 planes of the largest tiled layer. */
function scratchOf(net: NetWeights): { mixed: number; sums: number } {
  let shape: Shape = { side: net.size, channels: 2, framed: true };
  const most = { mixed: 0, sums: 0 };
  for (const [i, layer] of net.layers.entries()) {
    if (isTiled(shape, layer)) {
      const { input, sums } = planesOf(shape, layer);
      most.mixed = Math.max(most.mixed, 16 * input);
      most.sums = Math.max(most.sums, 16 * sums);
    }
    shape = shapeAfter(shape, layer, net.layers[i + 1]) ?? shape;
  }
  return most;
}

function largestMap(net: NetWeights): number {
  let side = net.size;
  let most = 0;
  for (const l of net.layers) {
    if (l.stride > 0) side = Math.ceil(side / l.stride);
    const pixels = l.stride > 0 ? byFour(side * side) : 1;
    most = Math.max(most, pixels * storedOutputs(l));
  }
  return most;
}

/** What the next layer takes; a dense layer takes everything in one unframed row. */
function shapeAfter(before: Shape, layer: NetLayer, next: NetLayer | undefined): Shape | null {
  if (!next) return null;
  const side = layer.stride > 0 ? Math.ceil(before.side / layer.stride) : 1;
  return { side, channels: storedOutputs(layer), framed: next.stride > 0 };
}

const mapBytes = ({ side, channels, framed }: Shape): number =>
  2 * channels * (framed ? (side + 2) ** 2 : side ** 2);

function landing({ side, channels, framed }: Shape, at: number): Step["next"] {
  if (!framed) return { at, rows: 1, values: side * side * channels, gap: 0 };
  const pixel = 2 * channels;
  return { at: at + (side + 3) * pixel, rows: side, values: side * channels, gap: 2 * pixel };
}

/** Byte offset of each output pixel's window. */
function windowOffsets({ side, channels }: Shape, layer: NetLayer): number[] {
  const out = Math.ceil(side / layer.stride);
  const [pixel, row] = [2 * channels, 2 * channels * (side + 2)];
  return filledUp(
    Array.from({ length: out * out }, (_, p) => {
      const [x, y] = [p % out, Math.floor(p / out)];
      return layer.stride * (y * row + x * pixel);
    }),
  );
}

/** To a multiple of four: the last one again. */
function filledUp(offsets: readonly number[]): number[] {
  const last = offsets.at(-1) ?? 0;
  return [...offsets, ...new Array<number>(byFour(offsets.length) - offsets.length).fill(last)];
}

/** For each stored input of a window: its place among the layer's weights, -1 for padding. */
function windowOrder({ channels }: Shape, layer: NetLayer): number[] {
  const inputs = layer.inn / 9;
  const order: number[] = [];
  for (let k = 0; k < 9; k++) {
    for (let c = 0; c < channels; c++) order.push(c < inputs ? c * 9 + k : -1);
  }
  return order;
}

/** Torch flattens channels first, the maps here have them last. */
function denseOrder({ side, channels }: Shape, layer: NetLayer): number[] {
  const pixels = side * side;
  const order: number[] = [];
  for (let p = 0; p < pixels; p++) {
    for (let c = 0; c < channels; c++) {
      const at = c * pixels + p;
      order.push(at < layer.inn ? at : -1);
    }
  }
  return order;
}

/** [`group` output channels][input pair][channel of the group][of the pair], as the kernel walks through them. */
function packWeights(
  target: Int8Array | Int16Array,
  layer: NetLayer,
  { order, group }: { order: readonly number[]; group: number },
): void {
  const places = Int32Array.from(order);
  for (let o = 0; o < layer.out; o++) {
    const own = layer.weights.subarray(o * layer.inn, (o + 1) * layer.inn);
    const lane = o % group;
    const block = (o - lane) * places.length + 2 * lane;
    for (let i = 0; i < places.length; i++) {
      const at = places[i] ?? -1;
      if (at >= 0) target[block + (i >> 1) * 2 * group + (i & 1)] = own[at] ?? 0;
    }
  }
}
