/** Cuts what a person wrote into one box: its lines erased where they lie, strokes on them kept, the neighbours' left out. */
import type { BoxAround } from "../engines/ocr-engine.ts";
import { type GlyphInk, glyphInk } from "../glyphs/glyph-ink.ts";
import { partsOf } from "../glyphs/ink-parts.ts";
import { cut, type Grey, type Rect, WHITE } from "../image/grey.ts";
import type { Extent } from "../image/runs.ts";
import { MM_PER_INCH, READING_DPI } from "../intake/limits.ts";

/** Pixels for 1 mm beside a box, where its neighbours are, and 1.7 mm above and below it, where people write on. */
const MARGIN = { beside: READING_DPI / MM_PER_INCH, along: (1.7 * READING_DPI) / MM_PER_INCH };

/** Less ink than this share of a box (0.15 mm² of 64) is dirt: a stroke of a pen is several times as much. */
const DIRT = 0.0023;

export interface HandGlyph {
  readonly glyph: Grey;
  /** Row of the glyph, counted from the top of its box. */
  readonly top: number;
  /** The box, seen from the corner of the glyph. */
  readonly around: BoxAround;
}

/** `box`: the middle of its printed lines, in pixels of the sheet. Null when it holds no ink. */
export function handGlyph(
  sheet: { readonly cut: (rect: Rect) => Grey },
  box: Rect,
): HandGlyph | null {
  const x = Math.max(0, Math.round(box.x - MARGIN.beside));
  const y = Math.max(0, Math.round(box.y - MARGIN.along));
  const width = box.x + box.width + MARGIN.beside - x;
  const height = box.y + box.height + MARGIN.along - y;
  const picture = sheet.cut({ x, y, width, height });
  const ink = glyphInk({ picture, frame: { ...box, x: box.x - x, y: box.y - y } });
  return ink && !isDirt(ink) ? glyphOf(ink) : null;
}

/** Specks, and what specks leave of the lines on which they lie. */
function isDirt({ map, box }: GlyphInk): boolean {
  const ink = partsOf(map).filter((p) => !isBit(p, box));
  return ink.reduce((sum, p) => sum + p.area, 0) < DIRT * box.width * box.height;
}

/** Pixels from the middle of a line, and along it: a piece of the line itself that a fax frayed. */
const BIT = { across: 8, along: 14 } as const;

function isBit(p: Extent, box: Rect): boolean {
  const on = (from: number, to: number, line: number): boolean =>
    from <= line + 1 && to >= line - 1 && from >= line - BIT.across && to <= line + BIT.across;
  const upright = on(p.x0, p.x1, box.x) || on(p.x0, p.x1, box.x + box.width);
  const level = on(p.y0, p.y1, box.y) || on(p.y0, p.y1, box.y + box.height);
  return (upright && p.y1 - p.y0 < BIT.along) || (level && p.x1 - p.x0 < BIT.along);
}

function glyphOf({ map, bounds, box, shared, cutOff }: GlyphInk): HandGlyph {
  const glyph = cut({ ...map, data: map.ink.map((v) => WHITE - v) }, bounds);
  const area = { ...box, x: box.x - bounds.x, y: box.y - bounds.y };
  return { glyph, top: bounds.y - box.y, around: { area, shared, cutOff } };
}
