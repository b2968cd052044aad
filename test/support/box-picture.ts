/** Boxes as a form prints them with a character in them, for tests of the recogniser. */
import type { BoxPicture } from "../../ocr/glyphs/glyph-ink.ts";
import { blankGrey, cut, type Grey, type Rect, rescale } from "../../ocr/image/grey.ts";
import { boundsOf, inkBlobs } from "../../ocr/image/ink.ts";
import { drawnChar } from "./drawn-char.ts";

type Point = readonly [x: number, y: number];

/** A box of 6 × 7.5 mm with 1 mm around it, its lines three pixels thick. */
const frame: Rect = { x: 12, y: 12, width: 71, height: 89 };
const LINE = 90;
const INK = 40;

function put(picture: Grey, x: number, y: number, grey: number): void {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return;
  const at = y * picture.width + x;
  picture.data[at] = Math.min(picture.data[at] ?? 255, grey);
}

export function emptyBox(): BoxPicture {
  const picture = blankGrey(95, 113);
  for (let i = 0; i < 113; i++) {
    for (let d = -1; d <= 1; d++) {
      for (const x of [frame.x, frame.x + frame.width]) put(picture, x + d, i, LINE);
      for (const y of [frame.y, frame.y + frame.height]) if (i < 95) put(picture, i, y + d, LINE);
    }
  }
  return { picture, frame };
}

/** Strokes of a pen of five pixels; points count from the upper left corner of the box. */
export function penned(strokes: readonly (readonly Point[])[]): BoxPicture {
  const box = emptyBox();
  for (const stroke of strokes) {
    for (const [i, to] of stroke.entries()) drawLine(box.picture, stroke[i - 1] ?? to, to);
  }
  return box;
}

function drawLine(picture: Grey, from: Point, to: Point): void {
  const steps = Math.max(1, Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) * 2;
  for (let s = 0; s <= steps; s++) {
    const x = frame.x + from[0] + ((to[0] - from[0]) * s) / steps;
    const y = frame.y + from[1] + ((to[1] - from[1]) * s) / steps;
    for (let dy = -2; dy <= 2; dy++) {
      for (let dx = -2; dx <= 2; dx++) put(picture, Math.round(x + dx), Math.round(y + dy), INK);
    }
  }
}

/** A printed character of this height, its ink's upper left corner at `at` in the box. */
export async function printed(char: string, height: number, at: Point): Promise<BoxPicture> {
  const line = await drawnChar(char);
  const bounds = boundsOf(inkBlobs(line, { range: 255, bilevel: false }, 0.4));
  const ink = bounds ? cut(line, bounds) : line;
  const glyph = rescale(ink, height / ink.height);
  const box = emptyBox();
  for (let y = 0; y < glyph.height; y++) {
    for (let x = 0; x < glyph.width; x++) {
      const grey = glyph.data[y * glyph.width + x] ?? 255;
      put(box.picture, frame.x + at[0] + x, frame.y + at[1] + y, grey);
    }
  }
  return box;
}
