/** Small square boxes to tick on a page without a template: found, told whether they are ticked, and taken off the page. */
import type { Blob } from "../image/components.ts";
import { cut, type Grey, type Rect, WHITE } from "../image/grey.ts";
import { inkShare } from "../image/ink.ts";
import type { RuledPage } from "./erase-rules.ts";

export interface TickBox {
  readonly rect: Rect;
  readonly ticked: boolean;
}

/** 3–5.5 mm at 300 dpi. */
const SIDE = { least: 34, most: 66 } as const;

/** Thickness of a side with its blur. */
const RIM = 7;

/** Dark share of the inside from which on it counts as ticked. */
const TICKED = 0.05;

export function findTickBoxes(page: Grey, blobs: readonly Blob[], threshold: number): TickBox[] {
  const outlines = blobs.filter((b) => isOutline(b) && hasFourSides(page, b));
  const boxes = outlines.filter((b) => !blobs.some((other) => stickTogether(other, b)));
  return boxes.map((b) => {
    const rect = { x: b.x0, y: b.y0, width: b.x1 - b.x0 + 1, height: b.y1 - b.y0 + 1 };
    const inside = cut(page, {
      x: rect.x + RIM,
      y: rect.y + RIM,
      width: rect.width - 2 * RIM,
      height: rect.height - 2 * RIM,
    });
    return { rect, ticked: inkShare(inside, threshold) > TICKED };
  });
}

/** The letter 口 follows its word closely; a box stands apart from what is left of it. */
function stickTogether(left: Blob, box: Blob): boolean {
  const side = box.x1 - box.x0;
  const gap = box.x0 - left.x1;
  const level = left.y1 > box.y0 && left.y0 < box.y1;
  return (
    level &&
    gap > 0 &&
    gap < 0.4 * side &&
    left.y1 - left.y0 > 0.5 * side &&
    left.y1 - left.y0 < 3 * side
  );
}

/** Square, and emptier than any letter of that size with four sides. */
function isOutline(b: Blob): boolean {
  const [w, h] = [b.x1 - b.x0 + 1, b.y1 - b.y0 + 1];
  const side = Math.max(w, h);
  if (side < SIDE.least || side > SIDE.most || Math.abs(w - h) > 0.08 * side) return false;
  return b.area > 3 * side && b.area < 0.42 * w * h;
}

/** Almost every place along each side is dark within the thickness of a side. */
function hasFourSides({ data, width }: Grey, b: Blob): boolean {
  const dark = (from: number, step: number): boolean => {
    for (let d = 0; d < RIM; d++) if ((data[from + d * step] ?? WHITE) < 150) return true;
    return false;
  };
  let [seen, hit] = [0, 0];
  for (let t = 0.15; t <= 0.85; t += 0.05) {
    const x = Math.round(b.x0 + t * (b.x1 - b.x0));
    const y = Math.round(b.y0 + t * (b.y1 - b.y0));
    const sides = [
      dark(b.y0 * width + x, width),
      dark(b.y1 * width + x, -width),
      dark(y * width + b.x0, 1),
      dark(y * width + b.x1, -1),
    ];
    seen += sides.length;
    hit += sides.filter((on) => on).length;
  }
  return hit >= 0.95 * seen;
}

/** Whitens the boxes with what is in them; each divides its row like a rule. */
export function withoutTickBoxes(page: RuledPage, boxes: readonly TickBox[]): RuledPage {
  if (boxes.length === 0) return page;
  const { width, height } = page.picture;
  const picture = { ...page.picture, data: new Uint8Array(page.picture.data) };
  const rules = new Uint8Array(page.rules);
  for (const { rect } of boxes) {
    const from = Math.max(0, rect.x - 2);
    const to = Math.min(width, rect.x + rect.width + 4);
    for (let y = Math.max(0, rect.y - 4); y < Math.min(height, rect.y + rect.height + 2); y++) {
      picture.data.fill(WHITE, y * width + from, y * width + to);
      rules.fill(1, y * width + from, y * width + to);
    }
  }
  return { picture, rules };
}

/** The box that stands right before a line of text, if any. */
export function tickBefore(line: Rect, boxes: readonly TickBox[]): TickBox | null {
  const middle = line.y + line.height / 2;
  return (
    boxes.find(({ rect }) => {
      const gap = line.x - (rect.x + rect.width);
      const level = middle > rect.y && middle < rect.y + rect.height;
      return level && gap > -4 && gap < rect.width;
    }) ?? null
  );
}
