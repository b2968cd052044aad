/** One line of separate characters (digits, kana in boxes laid side by side) cut at its white columns and read one by one. */
import type { BoxAround, EngineReading, ReadSymbol } from "../engines/ocr-engine.ts";
import type { Grey, Rect } from "../image/grey.ts";
import { DUST_AREA } from "../image/ink.ts";
import { type GlyphInk, glyphInk } from "./glyph-ink.ts";
import type { GlyphReader, GlyphReading } from "./glyph-reader.ts";
import { LOW_SIGNS, NUMBER_SIGNS } from "./glyph-signs.ja.ts";
import { STROKE } from "./ink-map.ts";

export interface StripPlan {
  /** Only these characters can come out. */
  readonly charset: string;
  /** Where the characters stand, when the form knows it (boxes); null = find them. */
  readonly glyphs: readonly Rect[] | null;
  /** The boxes round them, one per glyph; empty = unknown. */
  readonly around?: readonly BoxAround[];
}

/** A white gap of this share of the line's height parts two characters of digits, and of kana (ハ and ル are of two parts). */
const GAP = { digits: 0.02, kana: 0.16 } as const;

/** A comma: lower than this share of the line's height, in its lower part. */
const LOW = { height: 0.42, top: 0.55 } as const;

/**
 * Text and characters of one line; "" when nothing is there. A character that the reader is not sure of comes with its
 * probability as confidence, a struck-out one with 0.
 */
export function readStrip(reader: GlyphReader, line: Grey, plan: StripPlan): EngineReading {
  const whole = inkOf(line);
  if (!whole) return { text: "", symbols: [] };
  const rects = plan.glyphs ?? cutAtGaps(whole, plan.charset);
  const symbols = rects.flatMap((rect, i) =>
    symbolAt(reader, { whole, rect, around: plan.around?.[i] }, plan),
  );
  return { text: symbols.map((s) => s.text).join(""), symbols };
}

/** The ink of the lines in use: one line is asked about once per character. */
const inks = new WeakMap<Grey, GlyphInk | null>();

function inkOf(line: Grey): GlyphInk | null {
  const made = inks.get(line);
  if (made !== undefined) return made;
  const ink = glyphInk({ picture: line, frame: null });
  inks.set(line, ink);
  return ink;
}

interface Place {
  readonly whole: GlyphInk;
  readonly rect: Rect;
  readonly around?: BoxAround | undefined;
}

function symbolAt(reader: GlyphReader, place: Place, { charset }: StripPlan): ReadSymbol[] {
  const { whole, rect, around } = place;
  const low = lowSign(whole.bounds, rect, charset);
  if (low !== null) return [{ text: low, confidence: 0.95, box: rect }];
  const ink = inkAt(whole, rect);
  if (!ink) return [];
  const glyph = around ? inBox(ink, rect, around) : ink;
  const reading = reader.readInk(glyph, withoutLowSigns(charset));
  if (reading.char === "") return [];
  const symbol = { text: reading.char, confidence: confidenceOf(reading), box: rect };
  return [reading.kind === "char" ? symbol : { ...symbol, candidates: candidatesOf(reading) }];
}

/** One character of the line; its box has the height of the line, so that a hyphen stays small and in the middle. */
function inkAt({ map, bounds }: GlyphInk, rect: Rect): GlyphInk | null {
  const { width } = rect;
  const ink = new Uint8Array(width * map.height);
  let found = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const from = y * map.width + rect.x;
    const row = map.ink.subarray(from, from + width);
    ink.set(row, y * width);
    for (const v of row) if (v >= STROKE) found++;
  }
  if (found < DUST_AREA) return null;
  const own = { width, height: map.height, ink };
  const box = { x: 0, y: bounds.y, width, height: bounds.height };
  return { map: own, bounds: trim(own, { ...rect, x: 0 }), box, shared: false, cutOff: false };
}

/** The same character, seen in the box in which it stands. */
function inBox(ink: GlyphInk, rect: Rect, { area, shared, cutOff }: BoxAround): GlyphInk {
  return { ...ink, box: { ...area, x: area.x - rect.x }, shared, cutOff };
}

function confidenceOf({ kind, probability }: GlyphReading): number {
  return kind === "crossed" ? 0 : probability;
}

/** A struck-out character may be meant as none. */
function candidatesOf({ kind, candidates }: GlyphReading): string[] {
  const chars = candidates.map((c) => c.char);
  return kind === "crossed" ? [...chars, ""] : chars;
}

/** A comma or full stop, told by its place; null for everything else. */
function lowSign(line: Rect, rect: Rect, charset: string): string | null {
  const sign = [...LOW_SIGNS].find((s) => charset.includes(s));
  if (sign === undefined) return null;
  const small = rect.height < LOW.height * line.height && rect.width < LOW.height * line.height;
  return small && rect.y - line.y > LOW.top * line.height ? sign : null;
}

/** What a net has to tell on a line. */
export function withoutLowSigns(charset: string): string {
  return [...charset].filter((c) => !LOW_SIGNS.includes(c)).join("");
}

/** The runs of columns with ink, each with its own rows. */
function cutAtGaps({ map, bounds }: GlyphInk, charset: string): Rect[] {
  const digits = [...charset].every((c) => NUMBER_SIGNS.includes(c));
  const gap = Math.max(1, Math.round((digits ? GAP.digits : GAP.kana) * bounds.height));
  const runs: { from: number; to: number }[] = [];
  for (let x = bounds.x; x < bounds.x + bounds.width; x++) {
    if (!hasInk(map, { x, y: bounds.y, width: 1, height: bounds.height })) continue;
    const last = runs.at(-1);
    if (last && x - last.to <= gap) last.to = x;
    else runs.push({ from: x, to: x });
  }
  return runs.map(({ from, to }) => trim(map, { ...bounds, x: from, width: to - from + 1 }));
}

/** The same columns without white rows above and below. */
function trim(map: GlyphInk["map"], rect: Rect): Rect {
  const row = (y: number): Rect => ({ ...rect, y, height: 1 });
  let [top, low] = [rect.y, rect.y + rect.height - 1];
  while (top < low && !hasInk(map, row(top))) top++;
  while (low > top && !hasInk(map, row(low))) low--;
  return { ...rect, y: top, height: low - top + 1 };
}

function hasInk({ ink, width }: GlyphInk["map"], rect: Rect): boolean {
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      if ((ink[y * width + x] ?? 0) >= STROKE) return true;
    }
  }
  return false;
}
