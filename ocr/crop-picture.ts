/** Cuts the picture of one field out of a registered page, for a person to look at. */
import type { PixelBox } from "../core/index.ts";
import { loadSharp } from "./image/load-sharp.ts";

/** Pixels of the page around the box that help a person to see where they are. */
const margin = 14;

/** PNG of `box` with a margin out of the page image (PNG bytes as in FormPage). */
export async function cropPicture(page: Uint8Array, box: PixelBox): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const image = sharp(page);
  const { width, height } = await image.metadata();
  const left = Math.max(0, Math.floor(box.x - margin));
  const top = Math.max(0, Math.floor(box.y - margin));
  const right = Math.min(width, Math.ceil(box.x + box.width + margin));
  const bottom = Math.min(height, Math.ceil(box.y + box.height + margin));
  return image
    .extract({ left, top, width: right - left, height: bottom - top })
    .png()
    .toBuffer();
}
