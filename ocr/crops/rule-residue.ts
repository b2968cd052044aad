/** Removes what a slightly shifted rule leaves along the rim of a crop, and nothing that could be a stroke. */
import type { Blob } from "../image/components.ts";
import { cut, type Grey, WHITE } from "../image/grey.ts";
import { inkBlobs, inkLevel, type PageTone, paperOf } from "../image/ink.ts";

/** A rule is at most this thick at 300 dpi (1.2 pt = 5 px, and blur). */
const THICKEST = 7;

export interface CleanCrop {
  readonly picture: Grey;
  /** Its grey of paper. */
  readonly paper: number;
  /** Every trace of ink that is left. */
  readonly traces: readonly Blob[];
  /** True when ink other than rules reaches the rim: somebody wrote over the frame. */
  readonly overflow: boolean;
}

/**
 * Only blobs that hug the rim, are as thin as a rule and run along at least 40 % of it are erased. The bar
 * of a 7 or the foot of a 2 is part of a glyph and never a blob of its own, so it stays.
 */
export function removeRules(crop: Grey, tone: PageTone): CleanCrop {
  const paper = paperOf(crop);
  const blobs = inkBlobs(crop, tone, inkLevel.trace, paper);
  const rules = blobs.filter((b) => isRule(b, crop));
  const overflow = blobs.some((b) => !rules.includes(b) && touchesRim(b, crop) && b.area > 20);
  if (rules.length === 0) return { picture: crop, paper, traces: blobs, overflow };
  const picture = cut(crop, { x: 0, y: 0, width: crop.width, height: crop.height });
  for (const r of rules) erase(picture, r);
  const left = paperOf(picture);
  const traces = inkBlobs(picture, tone, inkLevel.trace, left);
  return { picture, paper: left, traces, overflow };
}

function isRule(b: Blob, crop: Grey): boolean {
  const width = b.x1 - b.x0 + 1;
  const height = b.y1 - b.y0 + 1;
  const upright = b.x0 <= 1 || b.x1 >= crop.width - 2;
  const level = b.y0 <= 1 || b.y1 >= crop.height - 2;
  if (upright && width <= THICKEST && height >= 0.4 * crop.height) return true;
  return level && height <= THICKEST && width >= 0.4 * crop.width;
}

export function touchesRim(b: Blob, crop: Grey): boolean {
  return b.x0 <= 0 || b.y0 <= 0 || b.x1 >= crop.width - 1 || b.y1 >= crop.height - 1;
}

/** Whitens the rectangle of a rule with one pixel of its blurred flanks. */
function erase(picture: Grey, b: Blob): void {
  for (let y = Math.max(0, b.y0 - 1); y <= Math.min(picture.height - 1, b.y1 + 1); y++) {
    const from = y * picture.width;
    picture.data.fill(
      WHITE,
      from + Math.max(0, b.x0 - 1),
      from + Math.min(picture.width, b.x1 + 2),
    );
  }
}
