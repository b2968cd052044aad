/** Cuts the picture of one field out of a registered page, for a person to look at. */
import type { PixelBox } from "../core/index.ts";
import { loadSharp } from "./image/load-sharp.ts";

/** Pixels of the page around the writing that help a person to see where they are. */
const margin = 14;
/** The printed rules stand at the rim of the box: ink there is not writing. */
const rim = 5;
const dark = 128;
/** Rules of one-character boxes: dark over this share of the field's width or height, and as wide as their blur. */
const ruled = { across: 0.5, down: 0.7, blur: 2 } as const;
/** Room behind the last written box, so that nobody wonders what was cut off. */
const boxRoom = 40;

/**
 * PNG of the writing in `box` with a margin, out of the page image (PNG bytes as in FormPage). Empty paper to the right of
 * the writing is left out, boxes that nobody wrote in too, so that the writing is large in a narrow column; an empty field is
 * shown whole.
 */
export async function cropPicture(page: Uint8Array, box: PixelBox): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { width, height } = await sharp(page).metadata();
  const area = clip(box, { width, height });
  const raw = await sharp(page).extract(area).greyscale().raw().toBuffer();
  const field = { grey: raw, width: area.width, height: area.height };
  const rules = rulesOf(field);
  const end = lastInkedColumn(field, rules);
  const room = rules.columns.size > 0 ? boxRoom : margin;
  const used = end === null ? area.width : Math.min(area.width, end + 1 + room);
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

interface Field {
  readonly grey: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns in which a rule runs. */
interface Rules {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const isDark = ({ grey, width }: Field, x: number, y: number): boolean =>
  (grey[y * width + x] ?? 255) < dark;

function rulesOf(field: Field): Rules {
  const { width, height } = field;
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (let y = 0; y < height; y += 1) {
    const hits = count(width, (x) => isDark(field, x, y));
    if (hits > ruled.across * width) widen(rows, y);
  }
  for (let x = 0; x < width; x += 1) {
    const hits = count(height, (y) => isDark(field, x, y));
    if (hits > ruled.down * height) widen(columns, x);
  }
  return { rows, columns };
}

function count(length: number, on: (at: number) => boolean): number {
  let hits = 0;
  for (let at = 0; at < length; at += 1) if (on(at)) hits += 1;
  return hits;
}

function widen(places: Set<number>, at: number): void {
  for (let k = at - ruled.blur; k <= at + ruled.blur; k += 1) places.add(k);
}

function lastInkedColumn(field: Field, { rows, columns }: Rules): number | null {
  for (let x = field.width - 1 - rim; x >= rim; x -= 1) {
    if (columns.has(x)) continue;
    for (let y = rim; y < field.height - rim; y += 1) {
      if (!rows.has(y) && isDark(field, x, y)) return x;
    }
  }
  return null;
}
