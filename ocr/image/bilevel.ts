/** Tells 1-bit pages (fax, G4) from grey ones: every grey step would harm them. */
import { type Grey, WHITE } from "./grey.ts";

/** Share of pixels that are neither black nor white below which a page counts as 1-bit. */
const BILEVEL_SHARE = 0.0005;

/** Every seventh pixel tells the same; 7 divides no usual page width. */
const STEP = 7;

export function isBilevel(page: Grey): boolean {
  const enough = BILEVEL_SHARE * Math.ceil(page.data.length / STEP);
  let middle = 0;
  for (let i = 0; i < page.data.length; i += STEP) {
    const v = page.data[i] ?? WHITE;
    // On a grey page the first few rows tell.
    if (v > 0 && v < WHITE && ++middle >= enough) return false;
  }
  return middle < enough;
}
