/** The picture of a page that a person sees beside the values: small, quick to make, and sharp enough to tell 髙 from 高. */
import { crc32, deflateSync } from "node:zlib";
import type { Grey } from "./image/grey.ts";
import { READING_DPI } from "./intake/limits.ts";

/** Resolution of the picture: two thirds of the registered page. */
export const PICTURE_DPI = (READING_DPI * 2) / 3;

/** Grey PNG of sixteen shades that states its resolution. `page` is at READING_DPI, `size` that of the picture. */
export function pagePicture(page: Grey, size: { width: number; height: number }): Uint8Array {
  return smallPagePicture(twoThirds(page, size));
}

/** The same of a page that is at PICTURE_DPI already. */
export function smallPagePicture(page: Grey): Uint8Array {
  return encode(packRows(page), page);
}

/** Every 3 × 3 pixels become 2 × 2 by area; what lies beyond the page repeats its last row and column. */
function twoThirds(page: Grey, size: { width: number; height: number }): Grey {
  const { width, height } = size;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 2) {
    const rows = [0, 1, 2].map((i) => rowOf(page, (y / 2) * 3 + i));
    const upper = data.subarray(y * width, (y + 1) * width);
    shrinkRows(rows[0] ?? upper, rows[1] ?? upper, upper);
    if (y + 1 < height) {
      const lower = data.subarray((y + 1) * width, (y + 2) * width);
      shrinkRows(rows[2] ?? lower, rows[1] ?? lower, lower);
    }
  }
  return { data, width, height };
}

function rowOf(page: Grey, y: number): Uint8Array {
  const at = Math.min(y, page.height - 1) * page.width;
  return page.data.subarray(at, at + page.width);
}

/** `outer` counts two thirds of a new row and `inner` one third; columns likewise. */
function shrinkRows(outer: Uint8Array, inner: Uint8Array, out: Uint8Array): void {
  const last = outer.length - 1;
  const mix = (x: number): number => {
    const at = Math.min(x, last);
    return 2 * (outer[at] ?? 0) + (inner[at] ?? 0);
  };
  for (let x = 0, from = 0; x < out.length; x += 2, from += 3) {
    const middle = mix(from + 1);
    out[x] = (2 * mix(from) + middle) / 9;
    if (x + 1 < out.length) out[x + 1] = (middle + 2 * mix(from + 2)) / 9;
  }
}

/** Two pixels per byte, each row behind its filter byte (0 = none). */
function packRows({ data, width, height }: Grey): Uint8Array {
  const stride = 1 + Math.ceil(width / 2);
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    let at = y * stride + 1;
    const end = (y + 1) * width;
    for (let i = y * width; i < end; i += 2) {
      const right = i + 1 < end ? shade(data[i + 1] ?? 0) : 0;
      out[at++] = (shade(data[i] ?? 0) << 4) | right;
    }
  }
  return out;
}

const shade = (grey: number): number => ((grey + 8) * 15) >> 8;

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const METRES_PER_INCH = 0.0254;

function encode(rows: Uint8Array, size: { width: number; height: number }): Uint8Array {
  const perMetre = Math.round(PICTURE_DPI / METRES_PER_INCH);
  return Buffer.concat([
    SIGNATURE,
    // 4 bits, grey, and the only methods that PNG knows.
    chunk("IHDR", numbers([size.width, size.height], [4, 0, 0, 0, 0])),
    chunk("pHYs", numbers([perMetre, perMetre], [1])),
    chunk("IDAT", deflateSync(rows, { level: 4 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function numbers(words: readonly number[], bytes: readonly number[]): Buffer {
  const out = Buffer.alloc(4 * words.length + bytes.length);
  words.forEach((w, i) => {
    out.writeUInt32BE(w, 4 * i);
  });
  out.set(bytes, 4 * words.length);
  return out;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([numbers([data.length], []), body, numbers([crc32(body)], [])]);
}
