/** From the picture of one box to the ink of its character: frame erased, dirt and the neighbours' strokes left out. */
import type { Grey, Rect } from "../image/grey.ts";
import type { Extent } from "../image/runs.ts";
import { eraseFrame } from "./frame-lines.ts";
import { type InkMap, inkMapOf } from "./ink-map.ts";
import { keepParts } from "./ink-parts.ts";

/** The picture of one box. */
export interface BoxPicture {
  /** Grey at about 300 dpi; with a frame it should show 1 mm more than the box on each side. */
  readonly picture: Grey;
  /** Where the middle of the box's printed lines is on the picture; null for a character without lines. */
  readonly frame: Rect | null;
}

/** The character of one box. */
export interface GlyphInk {
  readonly map: InkMap;
  /** Smallest rectangle around the character. */
  readonly bounds: Rect;
  /** The box, or the whole picture where there is none. */
  readonly box: Rect;
  /** Strokes cross a line of the box in a way that may be ours or a neighbour's: nobody can be sure of this character. */
  readonly shared: boolean;
  /** The character runs on out of the picture: part of it was never seen (the bar of a 7 above its box). */
  readonly cutOff: boolean;
}

/**
 * Smaller parts, as a share of the box, are dirt; so are parts of fewer pixels than the second figure. A line of characters
 * counts as boxes as wide as it is high: the dots of シ and the marks of ば are no dirt because the line is long.
 */
const SPECK = { share: 0.0012, area: 6 } as const;

/** Null when the box holds no ink. */
export function glyphInk({ picture, frame }: BoxPicture): GlyphInk | null {
  const whole: Rect = { x: 0, y: 0, width: picture.width, height: picture.height };
  const box = frame ? within(frame, whole) : whole;
  const map = inkMapOf(picture, innerOf(box));
  if (frame) eraseFrame(map, box);
  const width = frame ? box.width : Math.min(box.width, box.height);
  const least = Math.max(SPECK.area, SPECK.share * width * box.height);
  let [shared, cutOff] = [false, false];
  const kept = keepParts(map, (p) => {
    if (p.area < least) return false;
    if (!frame) return true;
    const own = belongs(p, box, map);
    cutOff ||= own && isCutOff(p, map);
    shared ||= own ? isCutOff(p, map) : reachesIn(p, box);
    return own;
  });
  if (kept.length === 0) return null;
  return { map, bounds: boundsOf(kept), box, shared, cutOff };
}

/** Whole pixels inside the picture. */
function within(frame: Rect, whole: Rect): Rect {
  const x = Math.max(0, Math.min(whole.width - 2, Math.round(frame.x)));
  const y = Math.max(0, Math.min(whole.height - 2, Math.round(frame.y)));
  const right = Math.max(x + 1, Math.min(whole.width - 1, Math.round(frame.x + frame.width)));
  const low = Math.max(y + 1, Math.min(whole.height - 1, Math.round(frame.y + frame.height)));
  return { x, y, width: right - x, height: low - y };
}

/** The middle three quarters of the box. */
function innerOf(box: Rect): Rect {
  const [mx, my] = [Math.round(box.width / 8), Math.round(box.height / 8)];
  return {
    x: box.x + mx,
    y: box.y + my,
    width: Math.max(1, box.width - 2 * mx),
    height: Math.max(1, box.height - 2 * my),
  };
}

/** The middle of a part may lie this far beyond the lines. */
const OVER = 2;

/** A part that runs on out of the picture belongs to a neighbour unless its middle lies this far inside the upright lines. */
const INSIDE = 3;

/**
 * Parts whose middle lies outside belong to a neighbour; thin ones that hug a line all along are what is left of it. A
 * stroke on the line is ours (the first one of ソ and に, the marks of バ): left out, it makes another sign without a doubt.
 * Never by size near a corner: the marks of が and ガ and the dot of お live there.
 */
function belongs(p: Extent, box: Rect, map: InkMap): boolean {
  const [right, low] = [box.x + box.width, box.y + box.height];
  const [cx, cy] = [(p.x0 + p.x1) / 2, (p.y0 + p.y1) / 2];
  const aside = isCutOff(p, map) ? INSIDE : -OVER;
  const inside = cx > box.x + aside && cx < right - aside && cy > box.y - OVER && cy < low + OVER;
  if (!inside) return false;
  const thin = Math.min(p.x1 - p.x0, p.y1 - p.y0) <= 0.07 * Math.min(box.width, box.height);
  const hugs = p.x1 < box.x + 5 || p.x0 > right - 5 || p.y1 < box.y + 5 || p.y0 > low - 5;
  return !(thin && hugs);
}

/** Runs on out of the picture. */
const isCutOff = (p: Extent, { width, height }: InkMap): boolean =>
  p.x0 <= 0 || p.y0 <= 0 || p.x1 >= width - 1 || p.y1 >= height - 1;

/** A part that was left out, though this much of it lies inside an upright line. */
const REACH = 5;

function reachesIn(p: Extent, box: Rect): boolean {
  const right = box.x + box.width;
  const low = box.y + box.height;
  if (p.y1 < box.y || p.y0 > low) return false;
  return (p.x0 < box.x && p.x1 > box.x + REACH) || (p.x1 > right && p.x0 < right - REACH);
}

function boundsOf(parts: readonly Extent[]): Rect {
  let [x0, y0, x1, y1] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0, 0];
  for (const p of parts) {
    [x0, y0] = [Math.min(x0, p.x0), Math.min(y0, p.y0)];
    [x1, y1] = [Math.max(x1, p.x1), Math.max(y1, p.y1)];
  }
  return { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
}
