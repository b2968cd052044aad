/** Composes a field of boxes (一文字一枠, 300 dpi) from single characters, clean or as scanners and fax machines give it. */

import type { BoxPicture } from "../../../ocr/glyphs/glyph-ink.ts";
import type { Grey, Rect } from "../../../ocr/image/grey.ts";
import { cut } from "../../../ocr/image/grey.ts";
import type { Chance } from "../../support/samples/seeded.ts";
import {
  blank,
  blurred,
  type Canvas,
  drawLine,
  greyOf,
  putInk,
  resized,
  turned,
} from "./canvas.ts";
import { gaussian, spread } from "./chance.ts";

export const fieldQualities = ["clean", "scan", "faint", "fax"] as const;
export type FieldQuality = (typeof fieldQualities)[number];

export interface BoxedField {
  readonly picture: Grey;
  /** Where the form says that the lines are; the scan has shifted and turned them a little. */
  readonly frames: readonly Rect[];
}

const BOX = { width: 71, height: 89, margin: 24 } as const;

export function composeField(
  glyphs: readonly Grey[],
  quality: FieldQuality,
  chance: Chance,
): BoxedField {
  const width = 2 * BOX.margin + BOX.width * glyphs.length;
  const canvas = blank(width, 2 * BOX.margin + BOX.height);
  writeGlyphs(canvas, glyphs, { quality, chance });
  ruleBoxes(canvas, glyphs.length, chance);
  const shifted = turned(canvas, {
    degrees: 0.35 * gaussian(chance),
    x: Math.round(spread(chance, -2, 2)),
    y: Math.round(spread(chance, -2, 2)),
  });
  const frames = glyphs.map((_, k) => ({
    x: BOX.margin + k * BOX.width,
    y: BOX.margin,
    width: BOX.width,
    height: BOX.height,
  }));
  return { picture: greyOf(degraded(shifted, quality, chance)), frames };
}

/** The boxes as the page reader cuts them: 1 mm of what is around goes with each. */
export function boxesOf({ picture, frames }: BoxedField): BoxPicture[] {
  return frames.map((frame) => {
    const part = {
      x: frame.x - 12,
      y: frame.y - 12,
      width: frame.width + 24,
      height: frame.height + 24,
    };
    return { picture: cut(picture, part), frame: { ...frame, x: 12, y: 12 } };
  });
}

function writeGlyphs(
  canvas: Canvas,
  glyphs: readonly Grey[],
  { quality, chance }: { quality: FieldQuality; chance: Chance },
): void {
  const ink = quality === "faint" ? spread(chance, 120, 170) : spread(chance, 20, 90);
  const size = spread(chance, 0.55, 0.8);
  const slope = 4 * gaussian(chance);
  for (const [k, glyph] of glyphs.entries()) {
    let height = BOX.height * size * spread(chance, 0.9, 1.1);
    let width = (height * glyph.width) / glyph.height;
    if (width > 0.86 * BOX.width) {
      height *= (0.86 * BOX.width) / width;
      width = 0.86 * BOX.width;
    }
    const drawn = resized(glyph, Math.max(3, Math.round(width)), Math.max(4, Math.round(height)));
    const x = BOX.margin + k * BOX.width + (BOX.width - drawn.width) / 2 + 4 * gaussian(chance);
    const y = BOX.margin + (BOX.height - drawn.height) / 2 + 5 * gaussian(chance) + slope;
    putInk(canvas, drawn, { x: Math.round(x), y: Math.round(y), ink, rim: 0.25 });
  }
}

function ruleBoxes(canvas: Canvas, count: number, chance: Chance): void {
  const line = { grey: Math.round(spread(chance, 40, 150)), thick: chance.next() < 0.5 ? 2 : 3 };
  const [left, top] = [BOX.margin, BOX.margin];
  const right = left + count * BOX.width;
  for (const y of [top, top + BOX.height])
    drawLine(canvas, { x0: left, x1: right, y0: y, y1: y }, line);
  for (let k = 0; k <= count; k++) {
    const x = left + k * BOX.width;
    drawLine(canvas, { x0: x, x1: x, y0: top, y1: top + BOX.height }, line);
  }
}

function degraded(canvas: Canvas, quality: FieldQuality, chance: Chance): Canvas {
  if (quality === "clean") return canvas;
  const soft = blurred(canvas);
  const paper = spread(chance, 225, 245);
  const grain = quality === "faint" ? 8.6 : 7;
  const data = soft.data.map((v) => (v * paper) / 255 + grain * gaussian(chance));
  const scan = { ...soft, data };
  return quality === "fax" ? faxed(scan, chance) : scan;
}

/** 200 dpi, black or white, with specks, and back to 300 dpi. */
function faxed(scan: Canvas, chance: Chance): Canvas {
  const coarse = resized(scan, Math.round((scan.width * 2) / 3), Math.round((scan.height * 2) / 3));
  const threshold = spread(chance, 130, 175);
  const data = coarse.data.map((v) => {
    const bit = v > threshold ? 255 : 0;
    const fate = chance.next();
    if (fate < 0.004) return 0;
    return fate < 0.008 ? 255 : bit;
  });
  const out = blank(scan.width, scan.height);
  for (let y = 0; y < out.height; y++) {
    const row = Math.min(coarse.height - 1, Math.floor((y * 2) / 3)) * coarse.width;
    for (let x = 0; x < out.width; x++) {
      out.data[y * out.width + x] =
        data[row + Math.min(coarse.width - 1, Math.floor((x * 2) / 3))] ?? 255;
    }
  }
  return out;
}
