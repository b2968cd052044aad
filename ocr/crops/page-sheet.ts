/** The page of a form laid flat: a small picture of the whole, and every field at the full resolution when it is read. */
import type { Form } from "../form.ts";
import { isBilevel } from "../image/bilevel.ts";
import { type Grey, type Rect, wholePixels } from "../image/grey.ts";
import { apply, type Homography, warp } from "../image/homography.ts";
import { type PageTone, pageTone } from "../image/ink.ts";
import { MM_PER_INCH, READING_DPI } from "../intake/limits.ts";
import type { ScannedImages } from "../intake/page-source.ts";
import { PICTURE_DPI } from "../page-picture.ts";
import type { FormSheet } from "./field-ink.ts";

/** The page as the form was printed: one millimetre is one millimetre everywhere. */
export interface PageSheet extends FormSheet {
  /** The whole of it at PICTURE_DPI. */
  readonly picture: Grey;
}

/** Only the fields are laid flat at the full resolution: they are a fifth of a page. */
export function openSheet(
  scan: Grey,
  { form, toPage }: { form: Form; toPage: Homography },
  scanned: ScannedImages | null,
): PageSheet {
  const picture = laidFlat(scan, { form, toPage }, PICTURE_DPI);
  const tone = pageTone(picture, isBilevel(scan));
  const coarse = isCoarse(tone, sourceDpi(form, toPage, scanned), scanned);
  const paper = wholeOf(form, READING_DPI);
  const cut = (rect: Rect): Grey =>
    partOf(scan, toPage, { dpi: READING_DPI, part: wholePixels(rect, paper) });
  return { cut, tone, coarse, picture };
}

/** The whole page at a resolution of one's choice. */
export function laidFlat(
  scan: Grey,
  { form, toPage }: { form: Form; toPage: Homography },
  dpi: number,
): Grey {
  return partOf(scan, toPage, { dpi, part: wholeOf(form, dpi) });
}

function wholeOf({ paper }: Form, dpi: number): Rect {
  const pixels = (mm: number): number => Math.round((mm * dpi) / MM_PER_INCH);
  return { x: 0, y: 0, width: pixels(paper.width), height: pixels(paper.height) };
}

function partOf(scan: Grey, toPage: Homography, { dpi, part }: { dpi: number; part: Rect }): Grey {
  const step = MM_PER_INCH / dpi;
  return warp(scan, toPage, { ...part, x: part.x * step, y: part.y * step, step });
}

/** Below the first resolution, and when faint below the second, strokes of kanji and marks of kana run together. */
const FINE = { dpi: 180, faintDpi: 250, range: 205 } as const;

function isCoarse(tone: PageTone, dpi: number, scanned: ScannedImages | null): boolean {
  if (tone.bilevel || scanned?.bilevel) return true;
  return dpi < FINE.dpi || (dpi < FINE.faintDpi && tone.range < FINE.range);
}

/** Resolution of what the scanner saw: rendering a PDF at 300 dpi adds nothing to it. */
function sourceDpi(form: Form, toPage: Homography, scanned: ScannedImages | null): number {
  const rendered = scanDpi(toPage);
  if (!scanned) return rendered;
  const inches = Math.max(form.paper.width, form.paper.height) / MM_PER_INCH;
  return Math.min(rendered, scanned.longSide / inches);
}

/** Resolution of the scan, measured over the first 100 mm of the form. */
function scanDpi(toPage: Homography): number {
  const [a, b] = [apply(toPage, { x: 50, y: 50 }), apply(toPage, { x: 150, y: 50 })];
  return (Math.hypot(b.x - a.x, b.y - a.y) / 100) * MM_PER_INCH;
}
