/** Cuts the picture of one field out of a registered page, for a person to look at. */
import type { PixelBox } from "../core/index.ts";
import { loadSharp } from "./image/load-sharp.ts";

/** Pixels of the page around the writing that help a person to see where they are. */
const margin = 14;
/** The printed rules stand at the rim of the box: ink there is not writing. */
const rim = 5;
const dark = 128;

/**
 * PNG of the writing in `box` with a margin, out of the page image (PNG bytes as in FormPage). Empty paper to the right of
 * the writing is left out, so that the writing is large in a narrow column; an empty box is shown whole.
 */
export async function cropPicture(page: Uint8Array, box: PixelBox): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { width, height } = await sharp(page).metadata();
  const area = clip(box, { width, height });
  const raw = await sharp(page).extract(area).greyscale().raw().toBuffer();
  const end = lastInkedColumn(raw, area.width, area.height);
  const used = end === null ? area.width : Math.min(area.width, end + 1 + margin);
  const shown = clip(
    {
      x: area.left - margin,
      y: area.top - margin,
      width: used + 2 * margin,
      height: area.height + 2 * margin,
    },
    { width, height },
  );
  return sharp(page).extract(shown).png().toBuffer();
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels inside the page; at least one pixel each way. */
function clip(box: Omit<PixelBox, "page">, page: { width: number; height: number }): Area {
  const left = Math.min(page.width - 1, Math.max(0, Math.floor(box.x)));
  const top = Math.min(page.height - 1, Math.max(0, Math.floor(box.y)));
  const width = Math.max(1, Math.min(page.width, Math.ceil(box.x + box.width)) - left);
  const height = Math.max(1, Math.min(page.height, Math.ceil(box.y + box.height)) - top);
  return { left, top, width, height };
}

function lastInkedColumn(grey: Uint8Array, width: number, height: number): number | null {
  for (let x = width - 1 - rim; x >= rim; x -= 1) {
    for (let y = rim; y < height - rim; y += 1) {
      if ((grey[y * width + x] ?? 255) < dark) return x;
    }
  }
  return null;
}
