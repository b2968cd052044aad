/** Paints areas of a page black, for what must not be kept (個人番号). */
import type { MmBox } from "../form.ts";
import type { Grey } from "../image/grey.ts";
import { pixelRect } from "./field-ink.ts";

/** Millimetres beyond the printed frame: handwriting runs over it. */
const BEYOND = 2;

/** A copy of the registered page on which these areas are black. */
export function blackOut(page: Grey, areas: readonly MmBox[]): Grey {
  const data = new Uint8Array(page.data);
  for (const area of areas) {
    const rect = pixelRect(area, -BEYOND);
    const left = Math.max(0, Math.floor(rect.x));
    const right = Math.min(page.width, Math.ceil(rect.x + rect.width));
    const bottom = Math.min(page.height, Math.ceil(rect.y + rect.height));
    for (let y = Math.max(0, Math.floor(rect.y)); y < bottom; y++)
      data.fill(0, y * page.width + left, y * page.width + right);
  }
  return { ...page, data };
}
