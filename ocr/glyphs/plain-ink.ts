/** The pixel work of ink-kernel.ts in plain TypeScript: what that is measured against, and its stand-in. */
import type { InkKernel } from "./ink-kernel.ts";

export function plainInkKernel(): InkKernel {
  let picture: Uint8Array = new Uint8Array();
  let across = 0;
  return {
    take: (data, width) => {
      [picture, across] = [data, width];
    },
    count: ({ x, y, width, height }) => {
      const counts = new Uint32Array(256);
      for (let row = y; row < y + height; row += 2) {
        for (const v of picture.subarray(row * across + x, row * across + x + width)) {
          counts[v] = (counts[v] ?? 0) + 1;
        }
      }
      return counts;
    },
    replace: (table) => picture.map((v) => table[v] ?? 0),
    sumColumns: (rows) => {
      const sums = new Uint32Array(across);
      for (const row of rows) {
        const from = row * across;
        for (let x = 0; x < across; x++) sums[x] = (sums[x] ?? 0) + (picture[from + x] ?? 0);
      }
      return sums;
    },
  };
}
