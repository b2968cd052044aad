/** Finds the printed words of a blank form: blobs without rules, put together to lines and words. */
import type { MmBox, RuleMark } from "../../form.ts";
import { type Blob, darkBlobs } from "../../image/components.ts";
import { cut, type Grey, type Rect, WHITE } from "../../image/grey.ts";
import { pageTone, paperOf } from "../../image/ink.ts";
import { MM_PER_INCH, READING_DPI } from "../../intake/limits.ts";
import type { FlatForm } from "./lay-flat.ts";

/** A run of glyphs on one line without a wide gap. */
export interface PrintedWord {
  readonly box: MmBox;
  /** An empty square (□) to be ticked. */
  readonly square: boolean;
}

/** Words that stand side by side at one height. */
export interface PrintedLine {
  readonly box: MmBox;
  readonly words: readonly PrintedWord[];
}

const PX = READING_DPI / MM_PER_INCH;
const mm = (px: number): number => px / PX;

/** Blobs smaller than this (pixels) are dust; larger ones than this (mm) are pictures or frames. */
const BLOB = { least: 10, most: 14 } as const;

/** The page's blobs in millimetres, rules taken out. */
export function pageBlobs(flat: FlatForm): readonly Glyph[] {
  const clean = cut(flat.picture, { x: 0, y: 0, ...sizeOf(flat.picture) });
  for (const rule of [...flat.rules, ...flat.dashed]) wipe(clean, rule);
  const tone = pageTone(flat.picture, false);
  const threshold = Math.round(paperOf(clean) - 0.35 * tone.range);
  return darkBlobs(clean, threshold)
    .filter((b) => b.area >= BLOB.least)
    .map((b) => glyphOf(b, clean))
    .filter((g) => g.box.width <= BLOB.most && g.box.height <= BLOB.most);
}

export interface Glyph {
  readonly box: MmBox;
  readonly square: boolean;
}

const sizeOf = (g: Grey): { width: number; height: number } => ({
  width: g.width,
  height: g.height,
});

/** Whitens a rule and its blurred flanks. */
function wipe(picture: Grey, rule: RuleMark): void {
  const half = Math.round(0.42 * PX);
  const [at, from, to] = [rule.at, rule.from, rule.to].map((v) => Math.round(v * PX));
  if (at === undefined || from === undefined || to === undefined) return;
  const across = rule.direction === "across";
  const [x0, x1] = across ? [from - 2, to + 2] : [at - half, at + half];
  const [y0, y1] = across ? [at - half, at + half] : [from - 2, to + 2];
  for (let y = Math.max(0, y0); y <= Math.min(picture.height - 1, y1); y++) {
    const row = y * picture.width;
    picture.data.fill(WHITE, row + Math.max(0, x0), row + Math.min(picture.width, x1 + 1));
  }
}

function glyphOf(b: Blob, picture: Grey): Glyph {
  const rect = { x: b.x0, y: b.y0, width: b.x1 - b.x0 + 1, height: b.y1 - b.y0 + 1 };
  const box = { x: mm(rect.x), y: mm(rect.y), width: mm(rect.width), height: mm(rect.height) };
  return { box, square: isSquare(rect, picture) };
}

/** □ has four full sides and nothing inside; the legs of 口 stand out below its last stroke. */
function isSquare(rect: Rect, picture: Grey): boolean {
  const side = mm(Math.max(rect.width, rect.height));
  if (side < 2.2 || side > 7.5 || Math.abs(rect.width - rect.height) > 0.14 * rect.width)
    return false;
  const part = cut(picture, rect);
  const dark = (x: number, y: number): number =>
    (part.data[y * part.width + x] ?? WHITE) < 150 ? 1 : 0;
  const rim = Math.max(2, Math.round(0.1 * rect.width));
  const inner = Math.round(0.22 * rect.width);
  let inside = 0;
  for (let y = inner; y < rect.height - inner; y++)
    for (let x = inner; x < rect.width - inner; x++) inside += dark(x, y);
  if (inside > 6) return false;
  const full = (long: number, at: (i: number, depth: number) => number): boolean => {
    let hits = 0;
    for (let i = 0; i < long; i++) {
      let hit = 0;
      for (let depth = 0; depth < rim; depth++) hit = Math.max(hit, at(i, depth));
      hits += hit;
    }
    return hits >= 0.9 * long;
  };
  const { width: w, height: h } = rect;
  return (
    full(w, (i, d) => dark(i, d)) &&
    full(w, (i, d) => dark(i, h - 1 - d)) &&
    full(h, (i, d) => dark(d, i)) &&
    full(h, (i, d) => dark(w - 1 - d, i))
  );
}

/** Lines of words from glyphs, top to bottom. */
export function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  return bands(glyphs).flatMap((band) => {
    const box = around(band.map((g) => g.box));
    // Specks and the shadow of a rule are no line.
    if (box.height < 1.1 && box.width < 4) return [];
    return [{ box, words: wordsOf(band, box.height) }];
  });
}

function bands(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.box.y - b.box.y);
  const out: { low: number; top: number; glyphs: Glyph[] }[] = [];
  for (const g of sorted) {
    const low = g.box.y + g.box.height;
    const home = out.find((b) => {
      const shared = Math.min(b.low, low) - Math.max(b.top, g.box.y);
      return shared > 0.35 * Math.min(g.box.height, b.low - b.top);
    });
    if (!home) out.push({ low, top: g.box.y, glyphs: [g] });
    else {
      home.glyphs.push(g);
      home.low = Math.max(home.low, low);
      home.top = Math.min(home.top, g.box.y);
    }
  }
  return mergeThin(out).map((b) => b.glyphs);
}

interface Band {
  readonly low: number;
  readonly top: number;
  readonly glyphs: Glyph[];
}

/** Dots of ゛ and lone strokes above or below a line belong to it. */
function mergeThin(found: readonly Band[]): Band[] {
  const sorted = [...found].sort((a, b) => a.top - b.top);
  const tall = Math.max(0, ...sorted.map((b) => b.low - b.top));
  const out: Band[] = [];
  for (const band of sorted) {
    const last = out.at(-1);
    const thin = band.low - band.top < 0.45 * tall || (last && last.low - last.top < 0.45 * tall);
    if (last && thin && band.top - last.low < 0.6 && tall < 8) {
      out[out.length - 1] = {
        top: Math.min(last.top, band.top),
        low: Math.max(last.low, band.low),
        glyphs: [...last.glyphs, ...band.glyphs],
      };
    } else out.push(band);
  }
  return out;
}

function wordsOf(band: readonly Glyph[], height: number): PrintedWord[] {
  const sorted = [...band].sort((a, b) => a.box.x - b.box.x);
  const words: { glyphs: Glyph[]; right: number; square: boolean }[] = [];
  const gap = Math.max(1.6, 0.85 * height);
  for (const g of sorted) {
    const last = words.at(-1);
    const inside = last && g.box.x + g.box.width <= last.right;
    const apart = !last || g.square || last.square || g.box.x - last.right > gap;
    if (!last || (apart && !inside)) {
      words.push({ glyphs: [g], right: g.box.x + g.box.width, square: g.square });
    } else {
      last.glyphs.push(g);
      last.right = Math.max(last.right, g.box.x + g.box.width);
    }
  }
  return words.map((w) => ({ box: around(w.glyphs.map((g) => g.box)), square: w.square }));
}

/** Smallest box around boxes. */
export function around(boxes: readonly MmBox[]): MmBox {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const low = Math.max(...boxes.map((b) => b.y + b.height));
  return { x, y, width: right - x, height: low - y };
}

/** Whether the middle of a box lies in another. */
export function isIn(inner: MmBox, outer: MmBox): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return x > outer.x && x < outer.x + outer.width && y > outer.y && y < outer.y + outer.height;
}
