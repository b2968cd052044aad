/** Tells the cells that people write in from those that hold captions. */
import type { MmBox } from "../../form.ts";
import { isKnownCaption, optionText, plainCaption } from "./caption-words.ja.ts";
import { captionFor, captionOfBoxes, type Named } from "./cell-captions.ts";
import { type Cell, isAbove, isLeftOf } from "./cells.ts";
import { type Entry, plain, WRITABLE } from "./entry.ts";
import { around, type Glyph, type PrintedWord } from "./page-words.ts";
import { postalBoxes, postalCell } from "./postal-address.ts";
import type { WordReader } from "./read-words.ts";

/** Every place to write in that is a cell. */
export async function findEntries(
  cells: readonly Cell[],
  glyphs: readonly Glyph[],
  reader: WordReader,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const grouped = groupBoxes(cells);
  const taken = new Set(grouped.flat());
  for (const group of grouped) {
    const boxes = group.map((c) => c.box);
    const area = around(boxes);
    entries.push({ ...plain(area), boxes, ...captionOfBoxes(area, cells) });
  }
  for (const cell of cells) {
    if (taken.has(cell) || !isWritable(cell)) continue;
    const named = captionFor(cell.box, cells);
    if (cell.kind === "blank") entries.push({ ...plain(cell.box), ...named });
    if (cell.kind === "units") entries.push(...postalCell(cell, named));
    if (cell.kind === "ticks") entries.push(await tickCell(cell, named, reader));
    if (cell.kind === "caption") entries.push(...ownCaption(cell, cells));
  }
  const joined = joinBoxes(entries);
  return joined.flatMap((entry) => postalBoxes(entry, { entries: joined, cells, glyphs }));
}

async function tickCell(cell: Cell, named: Named, reader: WordReader): Promise<Entry> {
  const entry = await withTicks(cell, reader);
  const nameless = !/\p{L}/u.test(named.caption);
  return { ...entry, ...named, caption: nameless ? entry.caption : named.caption };
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

const isWritable = (cell: Cell): boolean =>
  cell.box.width >= WRITABLE.width && cell.box.height >= WRITABLE.height;

/** Squares with the words to their right; what stands before the first one may be their caption. */
export async function withTicks(cell: Cell, reader: WordReader): Promise<Entry> {
  const ticks: { box: MmBox; caption: string }[] = [];
  const [head] = cell.lines;
  const before = head?.words.slice(
    0,
    head.words.findIndex((w) => w.square),
  );
  const caption = head && before ? plainCaption(await reader.read(before, head)) : "";
  for (const line of cell.lines) {
    for (const [i, word] of line.words.entries()) {
      if (!word.square) continue;
      const rest = line.words.slice(i + 1);
      const next = rest.findIndex((w) => w.square);
      const own: readonly PrintedWord[] = next < 0 ? rest : rest.slice(0, next);
      ticks.push({ box: word.box, caption: optionText(await reader.read(own, line)) });
    }
  }
  return { ...plain(cell.box), ticks, caption };
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
