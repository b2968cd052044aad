/** An address cell that begins with 〒: the postal code stands in its first line or in boxes, the address beside or below. */
import type { MmBox } from "../../form.ts";
import { meaningOf, postalCaption, postalMark } from "./caption-words.ja.ts";
import { besideFrame } from "./cell-captions.ts";
import type { Cell } from "./cells.ts";
import { type Entry, plain, widened, withUnits } from "./entry.ts";
import { around, type Glyph, isIn, printedLines } from "./page-words.ts";
import { proposalTypes } from "./proposal-types.ja.ts";

/** Millimetres: least height of a line to write on, and least width of an address. */
const LEAST = { line: 5.6, width: 45 } as const;

/** Readers look this much inside an area, so what is left begins in the frame of the boxes. */
const AIR = -0.6;

const asksForAddress = (caption: string): boolean =>
  meaningOf(caption)?.type === proposalTypes.address;

/** A cell with nothing but 〒 printed in it, as one entry or two. */
export function postalCell(cell: Cell, named: Pick<Entry, "caption" | "group">): Entry[] {
  const entry = { ...withUnits(cell), ...named };
  const [line, more] = cell.lines;
  if (!line || more || !postalMark.test(cell.text) || !asksForAddress(named.caption))
    return [entry];
  // What is written is higher than the printed sign, if there is room for it.
  const [sign, low] = [line.box.y + line.box.height, cell.box.y + cell.box.height];
  const foot = Math.max(sign + 1, Math.min(sign + 2.2, low - LEAST.line));
  // One line only: the address follows the sign.
  if (low - foot < LEAST.line) return [{ ...entry, units: "" }];
  const upper: Cell = { ...cell, box: { ...cell.box, height: foot - cell.box.y } };
  // Where the two lines part nobody knows: the areas overlap by the air that readers leave.
  const top = sign + 0.4;
  const address = plain({ ...cell.box, y: top, height: low - top });
  return [
    { ...withUnits(upper), ...named, caption: postalCaption },
    { ...address, ...named },
  ];
}

/** Seven free-standing boxes in the frame of an address: the code, and the room that is left for the address. */
export function postalBoxes(
  entry: Entry,
  world: {
    readonly entries: readonly Entry[];
    readonly cells: readonly Cell[];
    readonly glyphs: readonly Glyph[];
  },
): Entry[] {
  const { entries, cells, glyphs } = world;
  if (entry.boxes.length !== 7 || !asksForAddress(entry.caption)) return [entry];
  const code = { ...entry, caption: postalCaption };
  const frame = besideFrame(entry.area, cells);
  const alone = !entries.some((e) => e !== entry && e.caption === entry.caption);
  const area = frame && alone ? roomIn(frame.box, entry.area, cells) : null;
  if (!area) return [alone ? entry : code];
  const words = printedLines(glyphs.filter((g) => isIn(g.box, area))).flatMap((l) => l.words);
  const { x, width } = entry.area;
  const sill = { x: x - 0.5, y: area.y, width: width + 1, height: 0.5 - AIR };
  const printed = [sill, ...words.map((w) => widened(w.box))];
  const { caption, group } = entry;
  return [code, { ...plain(area), printed, caption, group }];
}

/** What is left of the row of a caption: below the boxes, or to their right. */
function roomIn(caption: MmBox, boxes: MmBox, cells: readonly Cell[]): MmBox | null {
  const [left, low] = [caption.x + caption.width, caption.y + caption.height];
  const [end, foot] = [boxes.x + boxes.width, boxes.y + boxes.height + AIR];
  const row = cells
    .map((c) => c.box)
    .filter((b) => b.y < low - 1 && b.y + b.height > caption.y + 1);
  const next = row.filter((b) => b.x > end).map((b) => b.x);
  const table = around(cells.map((c) => c.box));
  const right = Math.min(table.x + table.width, ...next);
  if (low - foot >= LEAST.line)
    return { x: left, y: foot, width: right - left, height: low - foot };
  const from = end + 2;
  if (right - from < LEAST.width) return null;
  return { x: from, y: caption.y, width: right - from, height: caption.height };
}
