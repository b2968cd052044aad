/** A first guess of how a form lies on a page: shift and scale for which most of its rules fall on rules of the page. */
import type { RuleMark } from "../form.ts";
import type { Homography } from "../image/homography.ts";
import type { RuleLine } from "./find-rules.ts";

/** The page as it lies: quarter turns clockwise, skew in radians, pixels per millimetre. */
export interface Pose {
  readonly quarters: 0 | 1 | 2 | 3;
  readonly skew: number;
  readonly scale: number;
  readonly paper: { readonly width: number; readonly height: number };
  readonly page: { readonly width: number; readonly height: number };
}

/** Millimetres of the form may lie this far from the middle of the scan, and differ this much in size. */
const SHIFT_MM = 28;
const SIZES = { from: 0.93, to: 1.07, step: 0.0035 } as const;

/** Two rules a bin apart count as the same. */
const BIN_MM = 0.5;

interface Shift {
  readonly offset: number;
  readonly score: number;
}

/** The plane of the guess; null when no rule agrees. */
export function alignRules(
  marks: readonly RuleMark[],
  lines: readonly RuleLine[],
  pose: Pose,
): Homography | null {
  const found = lines.map((line) => toMillimetres(line, pose));
  const { width, height } = pose.paper;
  let best = { score: 0, size: 1, x: 0, y: 0 };
  for (let size = SIZES.from; size <= SIZES.to; size += SIZES.step) {
    const y = bestShift(inside(marks, "across"), inside(found, "across"), {
      size,
      middle: height / 2,
    });
    const x = bestShift(uprights(marks), uprights(found), { size, middle: width / 2 });
    const score = y.score + x.score;
    if (score > best.score * 1.0001) best = { score, size, x: x.offset, y: y.offset };
  }
  if (best.score === 0) return null;
  return planeOf(pose, best);
}

const inside = (marks: readonly RuleMark[], direction: RuleMark["direction"]): RuleMark[] =>
  marks.filter((m) => m.direction === direction);

/** Lines down, and weakly the ends of lines across: forms of mere underlines have nothing else. */
function uprights(marks: readonly RuleMark[]): RuleMark[] {
  const ends = inside(marks, "across").flatMap((m): RuleMark[] => {
    const down = { direction: "down", from: m.at - 2, to: m.at + 2 } as const;
    return [
      { ...down, at: m.from },
      { ...down, at: m.to },
    ];
  });
  return [...inside(marks, "down"), ...ends];
}

/** Votes for the shift that brings most length of marks onto lines of the same stretch. */
function bestShift(
  marks: readonly RuleMark[],
  lines: readonly RuleMark[],
  how: { readonly size: number; readonly middle: number },
): Shift {
  const bins = new Float64Array(Math.ceil((2 * SHIFT_MM) / BIN_MM) + 2);
  for (const mark of marks) {
    const at = how.middle + (mark.at - how.middle) * how.size;
    for (const line of lines) {
      const offset = line.at - at;
      if (Math.abs(offset) > SHIFT_MM) continue;
      const shared = Math.min(mark.to - mark.from, line.to - line.from);
      const apart = Math.max(mark.from, line.from) - Math.min(mark.to, line.to);
      if (apart > SHIFT_MM) continue;
      const place = (offset + SHIFT_MM) / BIN_MM;
      const bin = Math.floor(place);
      const share = place - bin;
      bins[bin] = (bins[bin] ?? 0) + shared * (1 - share);
      bins[bin + 1] = (bins[bin + 1] ?? 0) + shared * share;
    }
  }
  let best = { offset: 0, score: 0 };
  for (const [i, score] of bins.entries()) {
    if (score > best.score) best = { offset: i * BIN_MM - SHIFT_MM, score };
  }
  return best;
}

/** Turns of the form on the page: 0 upright, 1 its top to the right, 2 upside down, 3 its top to the left. */
function axes(pose: Pose): { readonly cos: number; readonly sin: number } {
  const angle = pose.skew + (pose.quarters * Math.PI) / 2;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

/** A line of the page in millimetres of the form, as if form and scan had the same middle. */
function toMillimetres(line: RuleLine, pose: Pose): RuleMark {
  const { cos, sin } = axes(pose);
  const point = (px: number, py: number): { x: number; y: number } => {
    const [dx, dy] = [
      (px - pose.page.width / 2) / pose.scale,
      (py - pose.page.height / 2) / pose.scale,
    ];
    return {
      x: pose.paper.width / 2 + cos * dx + sin * dy,
      y: pose.paper.height / 2 - sin * dx + cos * dy,
    };
  };
  const [a, b] = [point(line.x0, line.y0), point(line.x1, line.y1)];
  return Math.abs(a.x - b.x) > Math.abs(a.y - b.y)
    ? { direction: "across", at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }
    : { direction: "down", at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
}

/** Millimetres of the form → pixels of the page. */
export function planeOf(
  pose: Pose,
  fit: { readonly size: number; readonly x: number; readonly y: number },
): Homography {
  const { cos, sin } = axes(pose);
  const s = pose.scale * fit.size;
  // Nominal millimetres first (size and shift about the middle of the paper), then the turn about the scan's middle.
  const [mx, my] = [pose.paper.width / 2, pose.paper.height / 2];
  const [ox, oy] = [fit.x * pose.scale, fit.y * pose.scale];
  const c = pose.page.width / 2 + cos * (ox - s * mx) - sin * (oy - s * my);
  const f = pose.page.height / 2 + sin * (ox - s * mx) + cos * (oy - s * my);
  return [s * cos, -s * sin, c, s * sin, s * cos, f, 0, 0];
}
