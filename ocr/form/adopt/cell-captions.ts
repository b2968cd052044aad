/** Finds the caption of a place to write in: to its left, above it, or by row and column of a table. */
import type { MmBox } from "../../form.ts";
import { plainCaption } from "./caption-words.ja.ts";
import { type Cell, isAbove, isLeftOf } from "./cells.ts";

/** What a place is called. */
export interface Named {
  readonly caption: string;
  /** Caption of the group that the caption stands in; "" for none. */
  readonly group: string;
}

/** The caption to the left, past other cells that are written in; else the one above. */
export function captionFor(box: MmBox, cells: readonly Cell[]): Named {
  const left = walk(box, cells, isLeftOf);
  const above = walk(box, cells, isAbove);
  // A caption that stands beside the headings, too, is the name of the whole table.
  const whole = left && above && left.cell.box.y < above.cell.box.y + 1 ? left.cell : null;
  if (above && isHeading(above, cells) && (whole || left?.steps !== 0)) {
    // Rows of a table: the caption of the row or its number, and the heading of the column.
    const { caption, group } = named(above.cell, cells);
    if (left && !whole) return { caption: `${named(left.cell, cells).caption}${caption}`, group };
    const table = whole ? named(whole, cells).caption : group;
    return { caption: `${caption}${above.steps + 1}`, group: table };
  }
  const nearest = left && (!above || left.steps <= above.steps) ? left : above;
  if (nearest) return named(nearest.cell, cells);
  const beside = besideFrame(box, cells);
  return beside ? named(beside, cells) : { caption: "", group: "" };
}

/** The caption of boxes: those that stand free in a larger frame touch no caption, and none above them is theirs. */
export function captionOfBoxes(box: MmBox, cells: readonly Cell[]): Named {
  const above = cells.some((c) => c.kind === "caption" && isAbove(c.box, box));
  const touching = above || walk(box, cells, isLeftOf) !== null;
  const beside = touching ? null : besideFrame(box, cells);
  return beside ? named(beside, cells) : captionFor(box, cells);
}

/** The nearest caption to the left whose row holds the middle of a box. */
export function besideFrame(box: MmBox, cells: readonly Cell[]): Cell | null {
  const middle = box.y + box.height / 2;
  const left = cells.filter(
    (c) =>
      c.kind === "caption" &&
      c.box.x + c.box.width <= box.x &&
      middle > c.box.y &&
      middle < c.box.y + c.box.height,
  );
  const right = (c: Cell): number => c.box.x + c.box.width;
  return [...left].sort((a, b) => right(b) - right(a))[0] ?? null;
}

/** A heading has at least two cells to write in below it. */
function isHeading(above: Walked, cells: readonly Cell[]): boolean {
  const below = cells.filter((c) => c.kind !== "caption" && isAbove(above.cell.box, c.box));
  return below.some((b) => cells.some((c) => c.kind !== "caption" && isAbove(b.box, c.box)));
}

function named(cell: Cell, cells: readonly Cell[]): Named {
  const parent = cells.find((c) => c.kind === "caption" && spans(c.box, cell.box));
  return { caption: plainCaption(cell.text), group: parent ? plainCaption(parent.text) : "" };
}

/** A merged heading over or beside several captions. */
function spans(a: MmBox, b: MmBox): boolean {
  const beside = isLeftOf(a, b) && a.height > 1.5 * b.height;
  return beside || (isAbove(a, b) && a.width > 1.5 * b.width);
}

interface Walked {
  readonly cell: Cell;
  /** Cells to write in that lie between. */
  readonly steps: number;
}

function walk(
  from: MmBox,
  cells: readonly Cell[],
  before: (a: MmBox, b: MmBox) => boolean,
): Walked | null {
  let box = from;
  for (let steps = 0; steps < 40; steps++) {
    const found: Cell | undefined = cells.find((c) => before(c.box, box));
    if (!found) return null;
    if (found.kind === "caption") return { cell: found, steps };
    box = found.box;
  }
  return null;
}
