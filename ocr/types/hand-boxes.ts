/** Handwriting in boxes, sign by sign, by the one reader that learned it. */
import type { BoxAround, ReadSymbol } from "../engines/ocr-engine.ts";
import type { Rect } from "../image/grey.ts";
import type { FieldTask } from "./field-draft.ts";
import type { Look } from "./looks.ts";
import { textOf } from "./read-lines.ts";

/** Only these: free handwriting cannot be cut into signs, and print has two readers that must agree. */
export const isHandInBoxes = ({ field, ink }: FieldTask): boolean =>
  field.writing === "hand" && ink.inked.length > 0;

export interface HandReading {
  readonly raw: string;
  readonly symbols: readonly ReadSymbol[];
  /** The field without the boxes in which the reader found no sign. */
  readonly task: FieldTask;
  /** In one of those there is more than a speck. */
  readonly missed: boolean;
}

export async function readHandBoxes(task: FieldTask, charset: string): Promise<HandReading> {
  const { ink, readers } = task;
  const [line] = ink.lines;
  if (!line) return { raw: "", symbols: [], task, missed: false };
  const { glyphs: cells, around } = ink;
  const profile = { charset, cells, ...(around ? { around } : {}) };
  const { text: raw, symbols } = await readers.hand.read(line, profile);
  return { raw, symbols, ...withoutUnread(task, symbols) };
}

/** No sign that anybody writes is as small as this share of its box's height (1.2 mm of 8). */
const SMALLEST = 0.15;

/** Ink that the reader takes for no sign leaves its box empty; unless it is tiny besides, a person is told. */
function withoutUnread(
  task: FieldTask,
  symbols: readonly ReadSymbol[],
): Pick<HandReading, "task" | "missed"> {
  const { inked, glyphs, around } = task.ink;
  const boxes = inked.flatMap((on, box) => (on ? [box] : []));
  // Traces too faint to be cut out: nobody knows which box is which.
  if (!around || boxes.length !== glyphs.length) return { task, missed: false };
  const read = new Set(symbols.map((s) => s.box?.x));
  const unread = glyphs.flatMap((glyph, i) => (read.has(glyph.x) ? [] : [i]));
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, i) => !unread.includes(i));
  const empty = new Set(unread.map((i) => boxes[i]));
  const ink = {
    ...task.ink,
    inked: inked.map((on, box) => on && !empty.has(box)),
    glyphs: kept(glyphs),
    around: kept(around),
  };
  const missed = unread.some((i) => !isSpeck(glyphs[i], around[i]));
  return { task: { ...task, ink }, missed };
}

const isSpeck = (glyph: Rect | undefined, around: BoxAround | undefined): boolean =>
  glyph !== undefined &&
  around !== undefined &&
  Math.max(glyph.width, glyph.height) < SMALLEST * around.area.height;

/** What it read, as a look like that of any reader. */
export function lookAtSigns({ raw, symbols, task }: Omit<HandReading, "missed">): Look {
  const chars = symbols.map(({ text, confidence, box }) => ({ text, confidence, box, line: 0 }));
  return {
    text: { engine: task.readers.hand, chars, raw },
    value: textOf(chars),
    fits: true,
  };
}
