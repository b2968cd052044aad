/** Tells 1-bit pages (fax, G4) from grey ones: every grey step would harm them. */
import { type Grey, WHITE } from "./grey.ts";

/** Share of pixels that are neither black nor white below which a page counts as 1-bit. */
const BILEVEL_SHARE = 0.0005;

export function isBilevel(page: Grey): boolean {
  let middle = 0;
  let seen = 0;
  for (let i = 0; i < page.data.length; i += 7) {
    const v = page.data[i] ?? WHITE;
    if (v > 0 && v < WHITE) middle++;
    seen++;
  }
  return middle < BILEVEL_SHARE * seen;
}
