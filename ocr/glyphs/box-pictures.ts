/** Cuts the boxes of a field out of the registered page as the recogniser wants them: frame included, its place known. */
import { type FormSheet, toPixels } from "../crops/field-ink.ts";
import type { MmBox } from "../form.ts";
import { cut } from "../image/grey.ts";
import type { BoxPicture } from "./glyph-ink.ts";

/** Millimetres around the box: strokes that leave it, and lines that the scanner shifted. */
const AROUND = 1;

export function boxPictures(sheet: FormSheet, boxes: readonly MmBox[]): BoxPicture[] {
  return boxes.map((box) => {
    const [left, top] = [toPixels(box.x), toPixels(box.y)];
    const x = Math.max(0, Math.round(left - toPixels(AROUND)));
    const y = Math.max(0, Math.round(top - toPixels(AROUND)));
    const right = Math.round(left + toPixels(box.width + AROUND));
    const low = Math.round(top + toPixels(box.height + AROUND));
    const picture = cut(sheet.picture, { x, y, width: right - x, height: low - y });
    const frame = {
      x: left - x,
      y: top - y,
      width: toPixels(box.width),
      height: toPixels(box.height),
    };
    return { picture, frame };
  });
}
