/**
 * The forward pass in plain TypeScript: what the quick one is measured against, and its stand-in. It rounds where the quick
 * one rounds, so that a computer without SIMD gives the same scores to the last bit.
 */
import { FULL_SCALE } from "./simd-kernel.ts";
import type { NetLayer, NetWeights } from "./weights-file.ts";

/** One picture (size × size, ink = 1, paper = 0) → one score per class, softmax left to the caller. */
export type Net = (picture: Float32Array) => Float32Array;

/** About 100 pictures per CPU-second: for tests and for processors without SIMD. */
export function plainNet(net: NetWeights): Net {
  return (picture) => {
    let map: FeatureMap = {
      data: Int16Array.from(picture, (v) => Math.round(v * FULL_SCALE)),
      unit: Math.fround(1 / FULL_SCALE),
      side: net.size,
      channels: 1,
    };
    let scores = new Float32Array();
    for (const [i, layer] of net.layers.entries()) {
      const last = i === net.layers.length - 1;
      const side = layer.stride > 0 ? Math.ceil(map.side / layer.stride) : 1;
      const sums = layer.stride > 0 ? convolved(map, layer, side) : multiplied(map, layer);
      scores = scaled(sums, layer, { unit: map.unit, floor: last ? Number.NEGATIVE_INFINITY : 0 });
      map = { ...quantised(scores), side, channels: layer.out };
    }
    return scores;
  };
}

/** Whole numbers, channels first as torch has it; value = number × unit. */
interface FeatureMap {
  readonly data: Int16Array;
  readonly unit: number;
  readonly side: number;
  readonly channels: number;
}

/** Exact sums of the 3×3 windows: they stay below 2^31. Weight by weight, so that the innermost loop runs along a row. */
function convolved(map: FeatureMap, layer: NetLayer, side: number): Int32Array {
  const sums = new Int32Array(layer.out * side * side);
  for (const [i, weight] of layer.weights.entries()) {
    if (weight === 0) continue;
    const out = Math.floor(i / layer.inn);
    const rest = i - out * layer.inn;
    const channel = Math.floor(rest / 9);
    const tap = rest - 9 * channel;
    const target = sums.subarray(out * side * side, (out + 1) * side * side);
    const source = map.data.subarray(channel * map.side ** 2, (channel + 1) * map.side ** 2);
    addTap(target, source, { weight, tap, side, stride: layer.stride, before: map.side });
  }
  return sums;
}

interface Tap {
  readonly weight: number;
  /** 0 = upper left … 8 = lower right. */
  readonly tap: number;
  readonly side: number;
  readonly stride: number;
  /** Side of the source. */
  readonly before: number;
}

/** One weight of the windows over all places; outside the map everything is 0. */
function addTap(
  target: Int32Array,
  source: Int16Array,
  { weight, tap, side, stride, before }: Tap,
): void {
  const [down, across] = [Math.floor(tap / 3) - 1, (tap % 3) - 1];
  const from = across < 0 ? 1 : 0;
  const to = Math.min(side, Math.floor((before - 1 - across) / stride) + 1);
  for (let y = 0; y < side; y++) {
    const row = y * stride + down;
    if (row < 0 || row >= before) continue;
    let at = row * before + from * stride + across;
    for (let x = y * side + from; x < y * side + to; x++, at += stride) {
      target[x] = (target[x] ?? 0) + weight * (source[at] ?? 0);
    }
  }
}

function multiplied(map: FeatureMap, layer: NetLayer): Int32Array {
  const sums = new Int32Array(layer.out);
  for (let o = 0; o < layer.out; o++) {
    let sum = 0;
    for (let i = 0; i < layer.inn; i++) {
      sum += (map.data[i] ?? 0) * (layer.weights[o * layer.inn + i] ?? 0);
    }
    sums[o] = sum;
  }
  return sums;
}

/** Sum × scale × unit + bias in single precision, one rounding after each step. */
function scaled(
  sums: Int32Array,
  { scale, bias, out }: NetLayer,
  { unit, floor }: { unit: number; floor: number },
): Float32Array<ArrayBuffer> {
  const { fround } = Math;
  const pixels = sums.length / out;
  return Float32Array.from(sums, (sum, i) => {
    const o = Math.floor(i / pixels);
    const value = fround(fround(fround(sum) * (scale[o] ?? 0)) * unit);
    return Math.max(floor, fround(value + (bias[o] ?? 0)));
  });
}

/** The largest value becomes FULL_SCALE, the others are cut off to whole numbers. */
function quantised(values: Float32Array): Pick<FeatureMap, "data" | "unit"> {
  let largest = Math.fround(1e-6);
  for (const v of values) largest = Math.max(largest, v);
  const step = Math.fround(FULL_SCALE / largest);
  const data = Int16Array.from(values, (v) => Math.trunc(Math.fround(v * step)));
  return { data, unit: Math.fround(largest / FULL_SCALE) };
}
