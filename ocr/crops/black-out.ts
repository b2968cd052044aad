/** Paints areas of a page black, for what must not be kept (個人番号). */
import type { MmBox } from "../form.ts";
import type { Grey } from "../image/grey.ts";
import { MM_PER_INCH } from "../intake/limits.ts";

/** Millimetres beyond the printed frame: handwriting runs over it. */
const BEYOND = 2;

/** A copy of the registered page, at `dpi`, on which these areas are black. */
export function blackOut(page: Grey, dpi: number, areas: readonly MmBox[]): Grey {
  const data = new Uint8Array(page.data);
  const pixels = (mm: number): number => (mm * dpi) / MM_PER_INCH;
  for (const area of areas) {
    const left = Math.max(0, Math.floor(pixels(area.x - BEYOND)));
    const top = Math.max(0, Math.floor(pixels(area.y - BEYOND)));
    const right = Math.min(page.width, Math.ceil(pixels(area.x + area.width + BEYOND)));
    const bottom = Math.min(page.height, Math.ceil(pixels(area.y + area.height + BEYOND)));
    for (let y = top; y < bottom; y++) data.fill(0, y * page.width + left, y * page.width + right);
  }
  return { ...page, data };
}
