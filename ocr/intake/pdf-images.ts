/** What the pictures inside a PDF are like, told by its plain bytes before anything is decoded. */
import { ocrErrors } from "../messages.ja.ts";
import { intakeLimits } from "./limits.ts";
import type { ScannedImages } from "./page-source.ts";

const sizes = /\/(Width|Height)\s+(\d{1,10})(?!\s+\d+\s+R)/gu;
const bilevelMarks = /\/(?:CCITTFaxDecode|JBIG2Decode|BitsPerComponent 1(?!\d))/u;

/** Looked at one after another, so that a large file is never held twice. */
const WINDOW = 4 * 1024 * 1024;

/** Width and Height of one picture lie within so many bytes of each other, in one dictionary. */
const TOGETHER = 400;

/** No picture has a side of more pixels. */
const LONGEST = 100_000;

interface Side {
  readonly name: string;
  readonly value: number;
  readonly at: number;
}

/**
 * Stream dictionaries always stand uncompressed in a PDF, so the images (and a pixel flood among them) show.
 * Null when there is none. Throws BukaError OCR007 for a picture that is too large.
 */
export function imagesIn(bytes: Uint8Array, file: string): ScannedImages | null {
  let last: Side = { name: "", value: 0, at: -LONGEST };
  let longSide = 0;
  let bilevel = false;
  for (let from = 0; from < bytes.length; from += WINDOW - TOGETHER) {
    const part = bytes.subarray(from, from + WINDOW);
    const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("latin1");
    bilevel ||= bilevelMarks.test(text);
    for (const m of text.matchAll(sizes)) {
      const now = { name: m[1] ?? "", value: Number(m[2]), at: from + m.index };
      refuseFlood(now, last, file);
      longSide = Math.max(longSide, now.value);
      last = now;
    }
  }
  return longSide === 0 ? null : { longSide, bilevel };
}

function refuseFlood(now: Side, last: Side, file: string): void {
  const paired = now.name !== last.name && now.at - last.at < TOGETHER;
  const pixels = paired ? now.value * last.value : 0;
  if (now.value <= LONGEST && pixels <= intakeLimits.pixels) return;
  const [width, height] = now.name === "Width" ? [now.value, last.value] : [last.value, now.value];
  throw ocrErrors.imageTooLarge({ file, width, height }, { place: { file } });
}
