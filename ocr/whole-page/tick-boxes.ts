/** Small square boxes to tick on a page without a template: found, told whether they are ticked, and taken off the page. */
import type { Blob } from "../image/components.ts";
import { cut, type Grey, type Rect, WHITE } from "../image/grey.ts";
import { inkShare } from "../image/ink.ts";
import type { RuledPage } from "./erase-rules.ts";

export interface TickBox {
  /** The frame. */
  readonly rect: Rect;
  /** The frame and the mark in it, which may stand out of it (✓). */
  readonly ink: Rect;
  readonly ticked: boolean;
}

/** 3–5.5 mm at 300 dpi. */
const SIDE = { least: 34, most: 66 } as const;

/** Thickness of a side with its blur. */
const RIM = 7;

/** Dark share of the inside from which on it counts as ticked. */
const TICKED = 0.05;

export function findTickBoxes(page: Grey, blobs: readonly Blob[], threshold: number): TickBox[] {
  const outlines = blobs.flatMap((blob) => {
    const frame = isOutline(blob) ? blob : frameIn(page, blob);
    return frame && hasFourSides(page, frame) ? [{ blob, frame }] : [];
  });
  const boxes = outlines.filter(
    ({ blob, frame }) =>
      !blobs.some((o) => o !== blob && (stickTogether(o, frame) || isCore(o, frame))) &&
      !outlines.some((o) => o.frame !== frame && isWordOf(o.frame, frame)),
  );
  return boxes.map(({ blob, frame }) => {
    const rect = rectOf(frame);
    const inside = cut(page, {
      x: rect.x + RIM,
      y: rect.y + RIM,
      width: rect.width - 2 * RIM,
      height: rect.height - 2 * RIM,
    });
    return { rect, ink: rectOf(blob), ticked: inkShare(inside, threshold) > TICKED };
  });
}

type Frame = Pick<Blob, "x0" | "y0" | "x1" | "y1">;

const rectOf = (b: Frame): Rect => ({
  x: b.x0,
  y: b.y0,
  width: b.x1 - b.x0 + 1,
  height: b.y1 - b.y0 + 1,
});

/** How far (in sides) a mark stands out of its box at most. */
const MARK_OUT = 0.8;

/** Ink of a frame with its mark, as a share of the square. */
const MOST_INK = 0.62;

/** The square in a blob that a mark made larger: its upper and lower side are the longest level runs of ink. */
function frameIn({ data, width }: Grey, b: Blob): Frame | null {
  const [w, h] = [b.x1 - b.x0 + 1, b.y1 - b.y0 + 1];
  const most = SIDE.most * (1 + MARK_OUT);
  if (Math.min(w, h) < SIDE.least || Math.max(w, h) > most) return null;
  // Corner marks are full of ink.
  if (b.area > MOST_INK * Math.min(w, h) ** 2) return null;
  const runs: Run[] = [];
  for (let y = b.y0; y <= b.y1; y++) {
    const run = longestRun(data.subarray(y * width + b.x0, y * width + b.x1 + 1));
    if (run.length >= SIDE.least && run.length <= SIDE.most) runs.push({ ...run, y });
  }
  const [top, foot] = [runs[0], runs.at(-1)];
  if (!top || !foot) return null;
  const side = Math.max(top.length, foot.length);
  const high = foot.y - top.y + 1;
  if (Math.abs(top.from - foot.from) > 5 || Math.abs(high - side) > 0.12 * side) return null;
  const from = b.x0 + Math.min(top.from, foot.from);
  return { x0: from, y0: top.y, x1: from + side - 1, y1: foot.y };
}

interface Run {
  readonly y: number;
  readonly from: number;
  readonly length: number;
}

function longestRun(row: Uint8Array): Omit<Run, "y"> {
  let best = { from: 0, length: 0 };
  let from = 0;
  for (let x = 0; x <= row.length; x++) {
    if ((row[x] ?? WHITE) < 150) continue;
    if (x - from > best.length) best = { from, length: x - from };
    from = x + 1;
  }
  return best;
}

/** The letter 口 follows its word closely; a box stands apart from what is left of it. */
function stickTogether(left: Blob, box: Frame): boolean {
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

/** The 団 of □団体 is smaller than the box before it, and stands right behind it. */
function isWordOf(box: Frame, letter: Frame): boolean {
  const [side, own] = [box.x1 - box.x0, letter.x1 - letter.x0];
  const gap = letter.x0 - box.x1;
  const level = letter.y1 > box.y0 && letter.y0 < box.y1;
  return level && gap > 0 && gap < 0.8 * side && own < 0.9 * side;
}

/** The solid square in the corners of a QR code. */
function isCore(blob: Blob, { x0, y0, x1, y1 }: Frame): boolean {
  const [w, h, side] = [blob.x1 - blob.x0 + 1, blob.y1 - blob.y0 + 1, x1 - x0 + 1];
  const inside = blob.x0 > x0 && blob.x1 < x1 && blob.y0 > y0 && blob.y1 < y1;
  const sized = Math.min(w, h) > 0.3 * side && Math.max(w, h) < 0.55 * side;
  return inside && sized && blob.area > 0.75 * w * h;
}

/** Square, and emptier than any letter of that size with four sides. */
function isOutline(b: Blob): boolean {
  const [w, h] = [b.x1 - b.x0 + 1, b.y1 - b.y0 + 1];
  const side = Math.max(w, h);
  if (side < SIDE.least || side > SIDE.most || Math.abs(w - h) > 0.08 * side) return false;
  return b.area > 3 * side && b.area < 0.42 * w * h;
}

/** Almost every place along each side is dark within the thickness of a side. */
function hasFourSides({ data, width }: Grey, b: Frame): boolean {
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
  for (const { ink: rect } of boxes) {
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
