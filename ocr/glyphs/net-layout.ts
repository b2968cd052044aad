/** Where a net's weights, tables and maps lie in WebAssembly memory, and in which steps the kernel goes through them. */
import { outputPlaces, packTiles, tileOffsets, tilesAlong } from "./tile-weights.ts";
import type { NetLayer, NetWeights } from "./weights-file.ts";

/** What one layer needs to run; all addresses are bytes in the memory. */
export interface Step {
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
  /** How a convolution goes by tiles; null = window by window. */
  readonly tiled: Tiled | null;
}

/** Addresses and sizes of a convolution by tiles. */
export interface Tiled {
  readonly tiles: number;
  readonly tilesEnd: number;
  readonly places: number;
  readonly placesEnd: number;
  /** Bytes of one of the 16 planes of mixed inputs, weights and sums. */
  readonly planes: { readonly input: number; readonly weights: number; readonly sums: number };
  readonly mixed: number;
  readonly sums: number;
}

interface Shape {
  readonly side: number;
  /** As stored: the first layer's one channel is padded to two. */
  readonly channels: number;
  readonly framed: boolean;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly input: number;
  readonly output: number;
  readonly used: number;
}

/** Hands out addresses and, with a buffer, writes weights and tables to them. Without one it only measures. */
export function layOut(net: NetWeights, buffer: ArrayBuffer | null): Plan {
  let used = 64;
  const take = (bytes: number): number => {
    const at = used;
    used += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const output = take(4 * largestMap(net));
  // Outputs of tiles that hang over an odd side go here.
  const aside = take(4 * Math.max(...net.layers.map(storedOutputs))) - output;
  const scratch = scratchOf(net);
  const [mixed, sums] = [take(scratch.mixed), take(scratch.sums)];
  let shape: Shape = { side: net.size, channels: 2, framed: true };
  const input = take(mapBytes(shape));
  let source = input;
  const steps: Step[] = [];
  for (const [i, layer] of net.layers.entries()) {
    const after = shapeAfter(shape, layer, net.layers[i + 1]);
    const tiles = isTiled(shape, layer) ? tileTables(shape, layer, aside) : null;
    const table = tiles ?? tableOf(shape, layer);
    const channels = storedOutputs(layer);
    const weights = take((tiles ? 16 : 1) * 2 * table.order.length * channels);
    const scale = take(8 * channels);
    const taps = take(4 * table.taps.length);
    const tileTable = take(4 * (tiles?.tiles.length ?? 0));
    const places = take(4 * (tiles?.places.length ?? 0));
    if (buffer) {
      const inputs = table.order.length;
      if (tiles) {
        const all = new Int16Array(buffer, weights, 16 * inputs * channels);
        packTiles(all, layer, { inputs, outputs: channels });
        new Int32Array(buffer, tileTable, tiles.tiles.length).set(tiles.tiles);
        new Int32Array(buffer, places, tiles.places.length).set(tiles.places);
      } else {
        packWeights(new Int16Array(buffer, weights, inputs * channels), layer, table.order);
      }
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
      tiled: tiles && {
        tiles: tileTable,
        tilesEnd: tileTable + 4 * tiles.tiles.length,
        places,
        placesEnd: places + 4 * tiles.places.length,
        planes: planesOf(shape, layer),
        mixed,
        sums,
      },
    });
    if (after) [shape, source] = [after, target];
  }
  return { steps, input, output, used };
}

const storedOutputs = (layer: NetLayer): number => Math.ceil(layer.out / 8) * 8;

/** Tiles need windows that overlap, and channels by the eight. */
const isTiled = ({ channels }: Shape, layer: NetLayer): boolean =>
  layer.stride === 1 && channels % 8 === 0;

/** Planes a power of two apart would push each other out of the processor's cache. */
const APART = 64;

/** Bytes of one plane of a tiled layer; the kernel takes four tiles at a time. */
function planesOf({ side, channels }: Shape, layer: NetLayer): Tiled["planes"] {
  const tiles = Math.ceil(tilesAlong(side) ** 2 / 4) * 4;
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

interface TileTables extends Table {
  readonly tiles: readonly number[];
  readonly places: readonly number[];
}

/** The runs are the mixtures of one tile, one after another. */
function tileTables({ side, channels }: Shape, layer: NetLayer, aside: number): TileTables {
  const runBytes = 2 * channels;
  const tiles = tileOffsets(side, runBytes);
  const taps = tiles.map((_, t) => t * runBytes);
  while (taps.length % 4 !== 0) taps.push(taps.at(-1) ?? 0);
  const order = Array.from({ length: channels }, (_, c) => c);
  const places = outputPlaces(side, 4 * storedOutputs(layer), aside);
  return { tiles, places, taps, order, rows: 1, rowBytes: (side + 2) * runBytes, runBytes };
}

function largestMap(net: NetWeights): number {
  let side = net.size;
  let most = 0;
  for (const l of net.layers) {
    if (l.stride > 0) side = Math.ceil(side / l.stride);
    const pixels = l.stride > 0 ? Math.ceil((side * side) / 4) * 4 : 1;
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

/** Torch flattens channels first, the maps here have them last. */
function denseTable({ side, channels }: Shape, layer: NetLayer): Table {
  const pixels = side * side;
  const order: number[] = [];
  for (let p = 0; p < pixels; p++) for (let c = 0; c < channels; c++) order.push(c * pixels + p);
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
