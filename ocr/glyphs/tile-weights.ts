/** What the tiled convolution needs in memory: where its tiles lie, where their outputs go, and the mixed weights. */
import type { NetLayer } from "./weights-file.ts";

/** Tiles of 2×2 outputs along one side; the last one hangs over an odd side. */
export const tilesAlong = (side: number): number => Math.ceil(side / 2);

/** Byte offsets of the tiles' 4×4 pixels in a framed map. */
export function tileOffsets(side: number, pixelBytes: number): number[] {
  const along = tilesAlong(side);
  const rowBytes = (side + 2) * pixelBytes;
  return Array.from({ length: along * along }, (_, t) => {
    const [x, y] = [t % along, Math.floor(t / along)];
    return 2 * (y * rowBytes + x * pixelBytes);
  });
}

/** Byte offsets of every tile's four outputs in the output map; outputs that hang over go to `aside`. */
export function outputPlaces(side: number, pixelBytes: number, aside: number): number[] {
  const along = tilesAlong(side);
  const corners = [0, 1, 2, 3].map((i) => [i % 2, Math.floor(i / 2)] as const);
  return Array.from({ length: along * along }, (_, t) => {
    const [left, top] = [2 * (t % along), 2 * Math.floor(t / along)];
    return corners.map(([dx, dy]) => {
      const [x, y] = [left + dx, top + dy];
      return x < side && y < side ? (y * side + x) * pixelBytes : aside;
    });
  }).flat();
}

/**
 * Sixteen planes of mixed weights, 4 × the Winograd ones, each packed as the kernel walks: [8 outputs][input pair][output of
 * the 8][of the pair]. `inputs` and `outputs` as stored, multiples of 8.
 */
export function packTiles(
  target: Int16Array,
  layer: NetLayer,
  { inputs, outputs }: { inputs: number; outputs: number },
): void {
  const own = layer.inn / 9;
  const mixed = new Int16Array(16);
  for (let o = 0; o < layer.out; o++) {
    const lane = o % 8;
    const block = (o - lane) * inputs + 2 * lane;
    for (let c = 0; c < own; c++) {
      mixWindow(layer.weights, o * layer.inn + 9 * c, mixed);
      const place = block + (c >> 1) * 16 + (c & 1);
      for (let k = 0; k < 16; k++) target[k * inputs * outputs + place] = mixed[k] ?? 0;
    }
  }
}

/** One window in both dimensions: 3×3 → 4×4, at most 9 × 128. In place: a net has thirty thousand of them. */
function mixWindow(weights: Int8Array, at: number, mixed: Int16Array): void {
  for (let x = 0; x < 3; x++) {
    const a = weights[at + x] ?? 0;
    const b = weights[at + x + 3] ?? 0;
    const c = weights[at + x + 6] ?? 0;
    mixed[x] = 2 * a;
    mixed[x + 4] = a + b + c;
    mixed[x + 8] = a - b + c;
    mixed[x + 12] = 2 * c;
  }
  for (let y = 0; y < 16; y += 4) {
    const a = mixed[y] ?? 0;
    const b = mixed[y + 1] ?? 0;
    const c = mixed[y + 2] ?? 0;
    mixed[y] = 2 * a;
    mixed[y + 1] = a + b + c;
    mixed[y + 2] = a - b + c;
    mixed[y + 3] = 2 * c;
  }
}
