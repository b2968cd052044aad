/** Cuts one field out of the registered page: boxes one by one, free zones line by line, ticks as shares. */
import type { BoxAround } from "../engines/ocr-engine.ts";
import type { FieldZone, FormField, MmBox } from "../form.ts";
import { blankGrey, type Grey, paste, type Rect } from "../image/grey.ts";
import {
  boundsOf,
  cutInk,
  inkBlobs,
  inkLevel,
  inkShare,
  type PageTone,
  paperOf,
  withMargin,
} from "../image/ink.ts";
import { MM_PER_INCH, READING_DPI } from "../intake/limits.ts";
import { handGlyph } from "./hand-glyph.ts";
import { removeRules, touchesRim } from "./rule-residue.ts";
import { splitLines } from "./split-lines.ts";

/** The registered page at READING_DPI: one millimetre of the form is one millimetre here. */
export interface FormSheet {
  /** A part of it in grey, made when it is asked for; what lies outside the paper is left out. */
  readonly cut: (rect: Rect) => Grey;
  readonly tone: PageTone;
  /** True when the scan was too coarse for the details of Japanese characters. */
  readonly coarse: boolean;
}

/** What stands in a field, ready for the readers. */
export interface FieldInk {
  /** True when there is not even a trace of ink. */
  readonly blank: boolean;
  /** Somebody wrote over the frame. */
  readonly overflow: boolean;
  /** One picture per line of text, in reading order; boxes give one line. */
  readonly lines: readonly Grey[];
  /** For boxes: whether each has ink. Empty for free zones. */
  readonly inked: readonly boolean[];
  /** For boxes: glyph rectangles on lines[0], one per inked box. */
  readonly glyphs: readonly Rect[];
  /** For handwriting in boxes: the boxes as they lie round these glyphs. */
  readonly around?: readonly BoxAround[];
}

/** Crops stay this far inside the rules (mm): free zones and boxes. */
const INSET = { zone: 1, box: 0.6, tick: 0.55 } as const;

/** White pixels between re-laid glyphs. */
const GAP = 14;

export const toPixels = (mm: number): number => (mm * READING_DPI) / MM_PER_INCH;

export function pixelRect(box: MmBox, inset = 0): Rect {
  return {
    x: toPixels(box.x + inset),
    y: toPixels(box.y + inset),
    width: toPixels(box.width - 2 * inset),
    height: toPixels(box.height - 2 * inset),
  };
}

export function fieldInk(
  sheet: FormSheet,
  zone: FieldZone,
  writing: FormField["writing"],
): FieldInk {
  if (zone.boxes.length === 0) return freeInk(sheet, zone);
  return boxedInk(
    zone.boxes.map((box) => (writing === "hand" ? handCell(sheet, box) : cellInk(sheet, box))),
  );
}

/** Dark share of each tick box. */
export function tickShares(sheet: FormSheet, ticks: readonly MmBox[]): number[] {
  return ticks.map((box) => {
    const part = sheet.cut(pixelRect(box, INSET.tick));
    return inkShare(part, Math.round(paperOf(part) - inkLevel.glyph * sheet.tone.range));
  });
}

function freeInk(sheet: FormSheet, zone: FieldZone): FieldInk {
  const crop = sheet.cut(pixelRect(zone.area, INSET.zone));
  for (const word of zone.printed ?? []) whiten(crop, pixelRect(word), zone.area);
  const { picture, paper, traces, overflow } = removeRules(crop, sheet.tone);
  const blobs = inkBlobs(picture, sheet.tone, inkLevel.glyph, paper);
  const lines = splitLines(blobs).map((r) => withMargin(cutInk(picture, r, sheet.tone, paper)));
  return { blank: traces.length === 0, overflow, lines, inked: [], glyphs: [] };
}

/** Takes a word that is printed on every copy (adopted forms) out of a crop of `area`. */
function whiten(crop: Grey, word: Rect, area: MmBox): void {
  const at = pixelRect(area, INSET.zone);
  const [x, y] = [word.x - at.x, word.y - at.y].map((v) => Math.round(v));
  if (x === undefined || y === undefined) return;
  const paper = paperOf(crop);
  for (let row = Math.max(0, y); row < Math.min(crop.height, y + word.height); row++) {
    const from = row * crop.width;
    const [left, right] = [Math.max(0, x), Math.min(crop.width, x + Math.round(word.width))];
    if (left < right) crop.data.fill(paper, from + left, from + right);
  }
}

interface Cell {
  readonly glyph: Grey | null;
  /** Rows that the glyph takes in its box. */
  readonly top: number;
  readonly trace: boolean;
  readonly overflow: boolean;
  /** By hand: the box, seen from the corner of its glyph. */
  readonly around?: BoxAround;
}

function boxedInk(cells: readonly Cell[]): FieldInk {
  const strip = layStrip(cells);
  return {
    blank: !cells.some((c) => c.trace),
    overflow: cells.some((c) => c.overflow),
    lines: strip ? [strip.line] : [],
    inked: cells.map((c) => c.trace),
    glyphs: strip?.glyphs ?? [],
    ...(strip && strip.around.length > 0 ? { around: strip.around } : {}),
  };
}

/** People write on the lines of a box and over them: what is theirs is told stroke by stroke. */
function handCell(sheet: FormSheet, box: MmBox): Cell {
  const found = handGlyph(sheet, pixelRect(box));
  if (found) return { ...found, trace: true, overflow: found.around.cutOff };
  const crop = sheet.cut(pixelRect(box, INSET.box));
  const { traces } = removeRules(crop, sheet.tone);
  // What runs in from beside is a neighbour's.
  const trace = traces.some((b) => !touchesRim(b, crop));
  return { glyph: null, top: 0, trace, overflow: false };
}

function cellInk(sheet: FormSheet, box: MmBox): Cell {
  const crop = sheet.cut(pixelRect(box, INSET.box));
  const { picture, paper, traces, overflow } = removeRules(crop, sheet.tone);
  const trace = traces.length > 0;
  const rect = boundsOf(inkBlobs(picture, sheet.tone, inkLevel.glyph, paper));
  if (!rect) return { glyph: null, top: 0, trace, overflow };
  return { glyph: cutInk(picture, rect, sheet.tone, paper), top: rect.y, trace, overflow };
}

interface Strip {
  readonly line: Grey;
  readonly glyphs: Rect[];
  readonly around: BoxAround[];
}

/** Glyphs side by side on white, each at the height where it stood; empty boxes leave no gap. */
function layStrip(cells: readonly Cell[]): Strip | null {
  const inked = cells.flatMap(({ glyph, top, around }) => (glyph ? [{ glyph, top, around }] : []));
  if (inked.length === 0) return null;
  const top = Math.min(...inked.map((c) => c.top));
  const low = Math.max(...inked.map((c) => c.top + c.glyph.height));
  const width = inked.reduce((sum, c) => sum + c.glyph.width + GAP, -GAP);
  const line = blankGrey(width, low - top);
  const framed = withMargin(line);
  const margin = (framed.width - line.width) / 2;
  const glyphs: Rect[] = [];
  const boxes: BoxAround[] = [];
  let x = margin;
  for (const { glyph, top: own, around } of inked) {
    const at = { x, y: own - top + margin };
    paste(framed, glyph, at);
    glyphs.push({ ...at, width: glyph.width, height: glyph.height });
    if (around) boxes.push({ ...around, area: movedBy(around.area, at) });
    x += glyph.width + GAP;
  }
  return { line: framed, glyphs, around: boxes };
}

const movedBy = (area: Rect, by: { x: number; y: number }): Rect => ({
  ...area,
  x: area.x + by.x,
  y: area.y + by.y,
});
