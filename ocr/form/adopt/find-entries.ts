/** Tells the cells that people write in from those that hold captions. */
import type { MmBox } from "../../form.ts";
import { datePattern, isKnownCaption, optionText, plainCaption } from "./caption-words.ja.ts";
import { captionFor, type Named } from "./cell-captions.ts";
import { type Cell, isAbove, isLeftOf } from "./cells.ts";
import { around, isIn, type PrintedWord } from "./page-words.ts";
import type { WordReader } from "./read-words.ts";

/** One place to write in. */
export interface Entry extends Named {
  readonly area: MmBox;
  readonly boxes: readonly MmBox[];
  readonly ticks: readonly { readonly box: MmBox; readonly caption: string }[];
  /** Words inside the area that a reader must not see. */
  readonly printed: readonly MmBox[];
  /** Text of the words inside, which may tell the type (円, 年月日). */
  readonly units: string;
}

/** Cells below these sides (mm) are too small to write a word in. */
const WRITABLE = { width: 4, height: 4.4 } as const;

/** Every place to write in that is a cell. */
export async function findEntries(cells: readonly Cell[], reader: WordReader): Promise<Entry[]> {
  const entries: Entry[] = [];
  const grouped = groupBoxes(cells);
  const taken = new Set(grouped.flat());
  for (const group of grouped) {
    const boxes = group.map((c) => c.box);
    const area = around(boxes);
    entries.push({ ...plain(area), boxes, ...captionFor(area, cells) });
  }
  for (const cell of cells) {
    if (taken.has(cell) || !isWritable(cell)) continue;
    const named = captionFor(cell.box, cells);
    if (cell.kind === "blank") entries.push({ ...plain(cell.box), ...named });
    if (cell.kind === "units") entries.push({ ...withUnits(cell), ...named });
    if (cell.kind === "ticks") entries.push({ ...(await withTicks(cell, reader)), ...named });
    if (cell.kind === "caption") entries.push(...ownCaption(cell, cells));
  }
  return joinBoxes(entries);
}

/** Rows of boxes of one caption that a dash or a word parts (〒 3-4), or that stand in two lines, are one field. */
function joinBoxes(entries: readonly Entry[]): Entry[] {
  const out: Entry[] = [];
  for (const entry of inReadingOrder(entries)) {
    const i = out.findIndex((o) => isSameRow(o, entry));
    const old = out[i];
    if (!old) out.push(entry);
    else {
      const boxes = [...boxesOf(old), ...boxesOf(entry)];
      out[i] = { ...old, boxes, area: around(boxes) };
    }
  }
  return out;
}

/** A lone cell as wide as a digit counts as one box. */
const boxesOf = (e: Entry): readonly MmBox[] => (e.boxes.length > 0 ? e.boxes : [e.area]);

function isSameRow(a: Entry, b: Entry): boolean {
  const digit = (e: Entry): boolean =>
    e.boxes.length > 0 || (e.area.width <= 11.5 && e.ticks.length === 0 && e.units === "");
  if (a.caption === "" || a.caption !== b.caption || !digit(a) || !digit(b)) return false;
  const [last, first] = [boxesOf(a).at(-1), boxesOf(b)[0]];
  if (!last || !first || Math.abs(last.height - first.height) > 1) return false;
  const beside = Math.abs(last.y - first.y) < 1 && first.x - last.x - last.width < 9;
  const below = Math.abs(a.area.x - b.area.x) < 1 && first.y - last.y - last.height < 5;
  return beside || (below && first.y > last.y + 1);
}

/** From top to bottom and left to right, as people fill in a form. */
export function inReadingOrder(entries: readonly Entry[]): Entry[] {
  const middle = (e: Entry): number => e.area.y + e.area.height / 2;
  const rows: Entry[][] = [];
  for (const entry of [...entries].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row?.[0] && middle(entry) - middle(row[0]) < 3.5) row.push(entry);
    else rows.push([entry]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.area.x - b.area.x));
}

/** An empty place without a name. */
export function plain(area: MmBox): Entry {
  const nothing = { boxes: [], ticks: [], printed: [], units: "", caption: "", group: "" };
  return { area, ...nothing };
}

const isWritable = (cell: Cell): boolean =>
  cell.box.width >= WRITABLE.width && cell.box.height >= WRITABLE.height;

/** Units at the left and right edge end the area; those between stay in it and are whitened or read along. */
export function withUnits(cell: Cell): Entry {
  const words = cell.lines.flatMap((l) => l.words).map((w) => w.box);
  const [first] = cell.lines;
  // A 〒 in the first line of a high cell: its line is the postal code, below it stands the address.
  const date = datePattern.test(cell.text);
  let area = cell.box;
  if (!date && first && cell.lines.length === 1) area = trimmed(cell.box, words);
  const inside = date ? [] : words.filter((w) => isIn(w, area));
  return { ...plain(area), printed: inside.map(widened), units: cell.text };
}

function trimmed(box: MmBox, words: readonly MmBox[]): MmBox {
  let [left, right] = [box.x, box.x + box.width];
  const sorted = [...words].sort((a, b) => a.x - b.x);
  for (const w of sorted) {
    const near = w.x - left < Math.max(3.5, 0.12 * box.width);
    if (near) left = w.x + w.width + 0.4;
  }
  for (const w of [...sorted].reverse()) {
    const near = right - (w.x + w.width) < Math.max(3.5, 0.12 * box.width);
    if (near && w.x > left) right = w.x - 0.4;
  }
  return right - left < WRITABLE.width ? box : { ...box, x: left, width: right - left };
}

/** A printed word with the blur around it. */
const widened = (w: MmBox): MmBox => ({
  x: w.x - 0.35,
  y: w.y - 0.35,
  width: w.width + 0.7,
  height: w.height + 0.7,
});

/** Squares with the words to their right. */
async function withTicks(cell: Cell, reader: WordReader): Promise<Entry> {
  const ticks: { box: MmBox; caption: string }[] = [];
  for (const line of cell.lines) {
    for (const [i, word] of line.words.entries()) {
      if (!word.square) continue;
      const rest = line.words.slice(i + 1);
      const next = rest.findIndex((w) => w.square);
      const own: readonly PrintedWord[] = next < 0 ? rest : rest.slice(0, next);
      ticks.push({ box: word.box, caption: optionText(await reader.read(own, line)) });
    }
  }
  return { ...plain(cell.box), ticks };
}

/** Cells whose caption stands in the cell itself, with room to write beside or below it. */
function ownCaption(cell: Cell, cells: readonly Cell[]): Entry[] {
  const { box, lines } = cell;
  const [first] = lines;
  if (!first || isUsedAsCaption(cell, cells)) return [];
  const ink = around(lines.map((l) => l.box));
  const right = box.x + box.width - (ink.x + ink.width);
  const below = box.y + box.height - (ink.y + ink.height);
  const caption = plainCaption(cell.text);
  const sure = isKnownCaption(cell.text) || isKnownCaption(caption);
  if (below >= 6 && ink.height < 0.45 * box.height && ink.y - box.y < 3) {
    const area = { ...box, y: ink.y + ink.height + 0.2, height: below - 0.2 };
    return [{ ...plain(area), caption }];
  }
  const room = right >= 22 && right >= 0.5 * box.width && ink.x - box.x < 6;
  if (!room || (!sure && [...caption].length > 10)) return [];
  const area = { ...box, x: ink.x + ink.width + 0.6, width: right - 0.6 };
  return [{ ...plain(area), caption }];
}

const isUsedAsCaption = (cell: Cell, cells: readonly Cell[]): boolean =>
  cells.some(
    (c) =>
      c !== cell &&
      c.kind !== "caption" &&
      isWritable(c) &&
      (isLeftOf(cell.box, c.box) || isAbove(cell.box, c.box)),
  );

/** Rows of at least three blank cells of one size, as wide as a digit: one-character boxes. */
function groupBoxes(cells: readonly Cell[]): Cell[][] {
  const small = cells.filter(
    (c) => c.kind === "blank" && c.box.width <= 11.5 && c.box.width >= 3 && c.box.height <= 15,
  );
  const groups: Cell[][] = [];
  for (const cell of [...small].sort((a, b) => a.box.x - b.box.x)) {
    const home = groups.find((g) => {
      const last = g.at(-1)?.box;
      return last && isLeftOf(last, cell.box) && alike(last, cell.box);
    });
    if (home) home.push(cell);
    else groups.push([cell]);
  }
  return groups.filter((g) => g.length >= 3 && !isTableRow(g, groups));
}

/** Box rows that stand directly upon each other more than twice are the columns of a table. */
function isTableRow(group: readonly Cell[], groups: readonly (readonly Cell[])[]): boolean {
  const [first] = group;
  if (!first) return false;
  const same = groups.filter((g) => {
    const other = g[0];
    return g.length === group.length && other && Math.abs(other.box.x - first.box.x) < 1;
  });
  return same.length > 4;
}

const alike = (a: MmBox, b: MmBox): boolean =>
  Math.abs(a.width - b.width) < 0.16 * a.width &&
  Math.abs(a.y - b.y) < 1 &&
  Math.abs(a.height - b.height) < 1;
