/** Fax pages have fewer lines than dots (204 × 98 per inch): lines are repeated until pixels are square. */
import type { Grey } from "../image/grey.ts";
import { intakeLimits } from "./limits.ts";

/** Up to this difference registration copes by itself; 204 × 196 is left alone. */
const SQUARE_SHARE = 0.06;

/** A file that claims more is not believed. */
const MOST = 5;

/** `shape` = dots across per dot down. Repeats whole lines or columns, so that 1-bit pages stay 1-bit. */
export function squarePixels(page: Grey, shape: number): Grey {
  if (Math.abs(shape - 1) < SQUARE_SHARE || shape > MOST || shape < 1 / MOST) return page;
  const width = shape < 1 ? Math.round(page.width / shape) : page.width;
  const height = shape > 1 ? Math.round(page.height * shape) : page.height;
  if (width * height > intakeLimits.pixels) return page;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = Math.floor((y * page.height) / height) * page.width;
    const row = page.data.subarray(from, from + page.width);
    if (width === page.width) data.set(row, y * width);
    else for (let x = 0; x < width; x++) data[y * width + x] = row[Math.floor(x * shape)] ?? 255;
  }
  return { data, width, height };
}
