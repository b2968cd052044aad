/** Reads the QR code of a form, with the place where it was found. */

import { type QrFacts, readQrText } from "../form/qr-code.ts";
import type { MmBox } from "../form.ts";
import { cut, type Grey, rescale } from "../image/grey.ts";
import { type Homography, type Point, warp } from "../image/homography.ts";
import { loadJsqr } from "./load-jsqr.ts";

export interface FoundLabel {
  readonly label: QrFacts;
  /** Corners of the code in the units of the search: top left, top right, bottom left, bottom right. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** Millimetres around the expected place that are searched too. */
const REACH_MM = 5;

/** Pixel sizes in millimetres that are tried in turn: 200 dpi, then 300 dpi for small or worn codes. */
const STEPS = [25.4 / 200, 25.4 / 300];

/** Looks for a code near `expected` on the page; corners come back in millimetres of the form. */
export async function readLabelNear(
  page: Grey,
  toPage: Homography,
  expected: MmBox,
): Promise<FoundLabel | null> {
  for (const step of STEPS) {
    const x = expected.x - REACH_MM;
    const y = expected.y - REACH_MM;
    const size = (length: number): number => Math.round((length + 2 * REACH_MM) / step);
    const target = { x, y, step, width: size(expected.width), height: size(expected.height) };
    const found = await decode(warp(page, toPage, target));
    if (found) return move(found, (p) => ({ x: x + p.x * step, y: y + p.y * step }));
  }
  return null;
}

/** Looks for a code anywhere; for pages that cannot be registered. Slow: about half a second. */
export async function readLabelAnywhere(page: Grey): Promise<QrFacts | null> {
  const shrink = Math.min(1, 1750 / Math.max(page.width, page.height));
  const whole = await decode(rescale(page, shrink));
  if (whole) return whole.label;
  for (const part of halves(page)) {
    const found = await decode(rescale(part, Math.min(1, shrink * 1.6)));
    if (found) return found.label;
  }
  return null;
}

function halves(page: Grey): Grey[] {
  const height = Math.round(page.height / 2);
  const top = cut(page, { x: 0, y: 0, width: page.width, height });
  return [top, cut(page, { x: 0, y: height, width: page.width, height })];
}

function move(found: FoundLabel, shift: (p: Point) => Point): FoundLabel {
  const [a, b, c, d] = found.corners;
  return { label: found.label, corners: [shift(a), shift(b), shift(c), shift(d)] };
}

async function decode(picture: Grey): Promise<FoundLabel | null> {
  const jsqr = await loadJsqr();
  const rgba = new Uint8ClampedArray(picture.data.length * 4);
  // Grey as 0xAABBGGRR of nothing but itself; the search does not look at A.
  const pixels = new Uint32Array(rgba.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (picture.data[i] ?? 0) * 0x01_01_01_01;
  const code = jsqr(rgba, picture.width, picture.height, { inversionAttempts: "dontInvert" });
  const label = code ? readQrText(code.data) : null;
  if (!code || !label) return null;
  const at = code.location;
  return {
    label,
    corners: [at.topLeftCorner, at.topRightCorner, at.bottomLeftCorner, at.bottomRightCorner],
  };
}
