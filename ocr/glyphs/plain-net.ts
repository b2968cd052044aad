/** The forward pass in plain TypeScript and floating point: what the quick one is measured against, and its stand-in. */
import type { NetLayer, NetWeights } from "./weights-file.ts";

/** One picture (size × size, ink = 1, paper = 0) → one score per class, softmax left to the caller. */
export type Net = (picture: Float32Array) => Float32Array;

/** About 100 pictures per CPU-second: for tests and for processors without SIMD. */
export function plainNet(net: NetWeights): Net {
  const weights = net.layers.map(floatWeights);
  return (picture) => {
    let map: FeatureMap = { data: picture, side: net.size, channels: 1 };
    for (const [i, layer] of net.layers.entries()) {
      const w = weights[i] ?? new Float32Array();
      const last = i === net.layers.length - 1;
      map = layer.stride > 0 ? convolve(map, layer, w) : dense(map, layer, { w, last });
    }
    return map.data;
  };
}

/** Channels-first, as torch has it. */
interface FeatureMap {
  readonly data: Float32Array;
  readonly side: number;
  readonly channels: number;
}

function floatWeights({ weights, scale, inn }: NetLayer): Float32Array {
  return Float32Array.from(weights, (w, i) => w * (scale[Math.floor(i / inn)] ?? 0));
}

function convolve(map: FeatureMap, layer: NetLayer, w: Float32Array): FeatureMap {
  const side = Math.ceil(map.side / layer.stride);
  const data = new Float32Array(layer.out * side * side);
  for (let o = 0; o < layer.out; o++) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const at = { x: x * layer.stride - 1, y: y * layer.stride - 1 };
        const sum = (layer.bias[o] ?? 0) + window(map, at, w.subarray(o * layer.inn));
        data[(o * side + y) * side + x] = Math.max(0, sum);
      }
    }
  }
  return { data, side, channels: layer.out };
}

/** Sum over the 3×3 window whose top left corner is `at`; outside the map everything is 0. */
function window(map: FeatureMap, at: { x: number; y: number }, w: Float32Array): number {
  let sum = 0;
  for (let c = 0; c < map.channels; c++) {
    for (let k = 0; k < 9; k++) {
      const x = at.x + (k % 3);
      const y = at.y + Math.floor(k / 3);
      if (x < 0 || y < 0 || x >= map.side || y >= map.side) continue;
      sum += (map.data[(c * map.side + y) * map.side + x] ?? 0) * (w[c * 9 + k] ?? 0);
    }
  }
  return sum;
}

function dense(
  map: FeatureMap,
  layer: NetLayer,
  { w, last }: { w: Float32Array; last: boolean },
): FeatureMap {
  const data = new Float32Array(layer.out);
  for (let o = 0; o < layer.out; o++) {
    let sum = layer.bias[o] ?? 0;
    for (let i = 0; i < layer.inn; i++) sum += (map.data[i] ?? 0) * (w[o * layer.inn + i] ?? 0);
    data[o] = last ? sum : Math.max(0, sum);
  }
  return { data, side: 1, channels: layer.out };
}
