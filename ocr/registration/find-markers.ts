/** Finds the solid corner squares of a form on a page of unknown turn, shift and scale. */
import { darkBlobs } from "../image/components.ts";
import { type Grey, histogram, otsu, shrink } from "../image/grey.ts";
import type { FourPoints, Point } from "../image/homography.ts";

/** Squares are looked for on a copy with about this long side: smaller, and a speck on the rim of one hides it. */
const LONG_SIDE = 880;

/** Share of the page's long side that a 5 mm square on A4 takes, with room for scaling and other papers. */
const SIDE = { least: 0.011, most: 0.026 };

/** Squares of filled area: a disc has 0.785, a square turned by 6° has 0.82. */
const LEAST_FILL = 0.8;

interface Square extends Point {
  readonly side: number;
}

/**
 * The four squares that stand nearest to the corners, in page order (top left, top right, bottom left,
 * bottom right of the picture as it lies); null when a corner has none.
 */
export function findMarkers(page: Grey): FourPoints | null {
  const squares = findSquares(page);
  const corner = (dx: number, dy: number): Square | null => {
    let best: Square | null = null;
    for (const s of squares) {
      if (best === null || dx * s.x + dy * s.y < dx * best.x + dy * best.y) best = s;
    }
    return best;
  };
  const [a, b, c, d] = [corner(1, 1), corner(-1, 1), corner(1, -1), corner(-1, -1)];
  if (!a || !b || !c || !d || new Set([a, b, c, d]).size < 4) return null;
  return alike([a, b, c, d]) ? [a, b, c, d] : null;
}

/** Four markers of one sheet have one size; a stamp or a filled box of another size is no marker. */
function alike(squares: readonly Square[]): boolean {
  const sides = squares.map((s) => s.side);
  return Math.max(...sides) <= 1.35 * Math.min(...sides);
}

function findSquares(page: Grey): Square[] {
  const by = Math.max(1, Math.floor(Math.max(page.width, page.height) / LONG_SIDE + 0.25));
  const small = shrink(page, by);
  const threshold = Math.min(140, otsu(histogram(small)));
  const long = Math.max(small.width, small.height);
  const squares: Square[] = [];
  for (const b of darkBlobs(small, threshold)) {
    const width = b.x1 - b.x0 + 1;
    const height = b.y1 - b.y0 + 1;
    const side = Math.sqrt(b.area);
    if (side < SIDE.least * long || side > SIDE.most * long) continue;
    if (b.area < LEAST_FILL * width * height || Math.abs(width - height) > 0.2 * side) continue;
    const about = { x: (b.cx + 0.5) * by, y: (b.cy + 0.5) * by, side: side * by };
    squares.push({ ...refine(page, about), side: about.side });
  }
  return squares;
}

/** Centre of darkness on the full page around a square found on the small copy: sub-pixel exact. */
function refine(page: Grey, about: Square): Point {
  const reach = Math.round(about.side * 0.75);
  const [cx, cy] = [Math.round(about.x), Math.round(about.y)];
  let [weight, sx, sy] = [0, 0, 0];
  for (let y = Math.max(0, cy - reach); y < Math.min(page.height, cy + reach); y++) {
    for (let x = Math.max(0, cx - reach); x < Math.min(page.width, cx + reach); x++) {
      const dark = Math.max(0, 128 - (page.data[y * page.width + x] ?? 255));
      weight += dark;
      sx += dark * (x + 0.5);
      sy += dark * (y + 0.5);
    }
  }
  return weight > 0 ? { x: sx / weight, y: sy / weight } : { x: cx, y: cy };
}
