/** Whether the frame of a field stands where the blank form had it: a column that was moved gives its text to its neighbour. */
import type { FieldZone, MmBox, RuleMark } from "./form.ts";
import { cut, type Grey, type Rect } from "./image/grey.ts";
import { inkLevel, type PageTone, paperOf } from "./image/ink.ts";
import { MM_PER_INCH } from "./intake/limits.ts";
import { PICTURE_DPI } from "./page-picture.ts";

/** A page laid flat. */
export interface FlatPage {
  readonly picture: Grey;
  readonly tone: PageTone;
}

/** Millimetres: a rule this near is the side of a field; its ink is looked for this far off; corners are left out. */
const NEAR = { side: 0.8, ink: 1.1, corner: 1.2 } as const;

/** Sides shorter than this (mm) say nothing. */
const SHORTEST = 5;

/** Share of a side that a rule of the blank form covers, and of which ink must be left (a fax breaks thin rules). */
const COVERED = 0.7;
const LEFT = 0.4;

/** True when a rule that borders the field on the blank form is not on this page. */
export function isFrameGone(page: FlatPage, zone: FieldZone, rules: readonly RuleMark[]): boolean {
  return sidesOf(zone.area).some(
    (side) => rules.some((r) => covers(r, side)) && inkAlong(page, side) < LEFT,
  );
}

function sidesOf({ x, y, width, height }: MmBox): RuleMark[] {
  const across = { direction: "across", from: x, to: x + width } as const;
  const down = { direction: "down", from: y, to: y + height } as const;
  const sides: RuleMark[] = [
    { ...across, at: y },
    { ...across, at: y + height },
    { ...down, at: x },
    { ...down, at: x + width },
  ];
  return sides.filter((s) => s.to - s.from >= SHORTEST);
}

function covers(rule: RuleMark, side: RuleMark): boolean {
  if (rule.direction !== side.direction || Math.abs(rule.at - side.at) > NEAR.side) return false;
  const shared = Math.min(rule.to, side.to) - Math.max(rule.from, side.from);
  return shared >= COVERED * (side.to - side.from);
}

/** Share of the places along a side with ink within reach. */
function inkAlong({ picture, tone }: FlatPage, side: RuleMark): number {
  const part = cut(picture, stripOf(side));
  const threshold = Math.round(paperOf(part) - inkLevel.trace * tone.range);
  const across = side.direction === "across";
  const [long, short] = across ? [part.width, part.height] : [part.height, part.width];
  let inked = 0;
  for (let i = 0; i < long; i++) {
    for (let k = 0; k < short; k++) {
      const at = across ? k * part.width + i : i * part.width + k;
      if ((part.data[at] ?? threshold + 1) > threshold) continue;
      inked++;
      break;
    }
  }
  return inked / long;
}

function stripOf({ direction, at, from, to }: RuleMark): Rect {
  const px = (mm: number): number => (mm * PICTURE_DPI) / MM_PER_INCH;
  const along = { from: px(from + NEAR.corner), length: px(to - from - 2 * NEAR.corner) };
  const beside = { from: px(at - NEAR.ink), length: px(2 * NEAR.ink) };
  return direction === "across"
    ? { x: along.from, y: beside.from, width: along.length, height: beside.length }
    : { x: beside.from, y: along.from, width: beside.length, height: along.length };
}
