/** Cells of a form with what is printed in them, and which of them hold captions. */
import type { MmBox } from "../../form.ts";
import {
  circleOptions,
  datePattern,
  isKnownCaption,
  mouthWords,
  unitText,
} from "./caption-words.ja.ts";
import { around, type Glyph, isIn, type PrintedLine, printedLines } from "./page-words.ts";
import type { WordReader } from "./read-words.ts";

/** A cell with what is printed in it. */
export interface Cell {
  readonly box: MmBox;
  readonly lines: readonly PrintedLine[];
  /** All lines as read, without blanks. */
  readonly text: string;
  readonly kind: "blank" | "units" | "ticks" | "circles" | "caption";
}

/** Reads what is printed in every cell. */
export async function describeCells(
  boxes: readonly MmBox[],
  glyphs: readonly Glyph[],
  reader: WordReader,
): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const box of boxes) {
    const own = glyphs.filter((g) => isIn(g.box, box));
    const lines = printedLines(own);
    const texts: string[] = [];
    for (const line of lines) texts.push(await reader.read(line.words, line));
    const text = texts.join("");
    cells.push({ box, lines, text, kind: kindOf(box, lines, texts) });
  }
  return cells.map((cell) => lookAround(cell, cells));
}

function kindOf(box: MmBox, lines: readonly PrintedLine[], texts: readonly string[]): Cell["kind"] {
  if (lines.length === 0) return "blank";
  const text = texts.join("");
  const squares = lines.flatMap((l) => l.words).filter((w) => w.square);
  if (squares.length > 0 && !mouthWords.test(text)) return "ticks";
  const narrow = box.width < 14 && lines.length > 1;
  if (!narrow && (unitText.test(text) || datePattern.test(text))) return "units";
  return "caption";
}

/** What only the cells around tell: words in a cell right of a caption are options to circle, or a unit at its edge. */
function lookAround(cell: Cell, cells: readonly Cell[]): Cell {
  if (cell.kind !== "caption") return cell;
  const captioned = cells.some(
    (c) => c !== cell && c.kind === "caption" && isLeftOf(c.box, cell.box),
  );
  const asks = cells.some((c) => c.kind !== "caption" && isLeftOf(cell.box, c.box));
  if (!captioned || asks || isKnownCaption(cell.text)) return cell;
  if (circleOptions.test(cell.text)) {
    return { ...cell, kind: "circles" };
  }
  const ink = around(cell.lines.map((l) => l.box));
  const small = cell.lines.length === 1 && ink.width < Math.min(9, 0.3 * cell.box.width);
  const right = cell.box.x + cell.box.width - ink.x - ink.width;
  return small && Math.min(right, ink.x - cell.box.x) < 6 ? { ...cell, kind: "units" } : cell;
}

export function isLeftOf(a: MmBox, b: MmBox): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.abs(a.x + a.width - b.x) < 1.3 && shared > 0.6 * Math.min(b.height, a.height);
}

export function isAbove(a: MmBox, b: MmBox): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return Math.abs(a.y + a.height - b.y) < 1.3 && shared > 0.6 * Math.min(b.width, a.width);
}
