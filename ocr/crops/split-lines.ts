/** Finds the text lines of a free zone from its blobs: long addresses stand on two lines. */
import type { Blob } from "../image/components.ts";
import type { Rect } from "../image/grey.ts";
import { boundsOf } from "../image/ink.ts";

/** Rows between two lines that must be free of ink, as a share of the taller line. */
const FREE_SHARE = 0.12;

/** Lines from top to bottom, each as wide as its own ink. */
export function splitLines(blobs: readonly Blob[]): Rect[] {
  const bands = bandsOf(blobs);
  const tallest = Math.max(1, ...bands.map((b) => b.y1 - b.y0 + 1));
  const lines: Band[] = [];
  for (const band of bands) {
    const last = lines.at(-1);
    const height = band.y1 - band.y0 + 1;
    // Thin bands (the dots of ﾞ, a lone ー) and near ones belong to the line beside them.
    const own = height > 0.6 * tallest && last !== undefined && last.y1 - last.y0 > 0.6 * tallest;
    if (last && (!own || band.y0 - last.y1 < FREE_SHARE * tallest)) {
      last.y1 = Math.max(last.y1, band.y1);
      last.blobs.push(...band.blobs);
    } else {
      lines.push(band);
    }
  }
  return lines.flatMap((l) => boundsOf(l.blobs) ?? []);
}

interface Band {
  readonly y0: number;
  y1: number;
  readonly blobs: Blob[];
}

/** Groups of blobs whose rows overlap. */
function bandsOf(blobs: readonly Blob[]): Band[] {
  const bands: Band[] = [];
  for (const b of [...blobs].sort((p, q) => p.y0 - q.y0)) {
    const last = bands.at(-1);
    if (last && b.y0 <= last.y1) {
      last.y1 = Math.max(last.y1, b.y1);
      last.blobs.push(b);
    } else {
      bands.push({ y0: b.y0, y1: b.y1, blobs: [b] });
    }
  }
  return bands;
}
