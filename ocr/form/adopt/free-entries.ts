/** Places to write on outside of tables: underlines with a caption before them, dates and squares that stand free. */
import type { MmBox, RuleMark } from "../../form.ts";
import { dateCaption, datePattern, freeDate, plainCaption } from "./caption-words.ja.ts";
import type { Cell } from "./cells.ts";
import { type Entry, plain, withUnits } from "./entry.ts";
import { withTicks } from "./find-entries.ts";
import type { FlatForm } from "./lay-flat.ts";
import {
  type Glyph,
  isIn,
  type PrintedLine,
  type PrintedWord,
  printedLines,
} from "./page-words.ts";
import type { WordReader } from "./read-words.ts";

/** Places to write on that are mere lines: 氏名＿＿＿＿. */
export async function findUnderlines(
  flat: FlatForm,
  world: {
    readonly cells: readonly MmBox[];
    readonly glyphs: readonly Glyph[];
    readonly reader: WordReader;
  },
): Promise<Entry[]> {
  const free = [...flat.rules, ...flat.dashed].filter((r) => isUnderline(r, flat, world.cells));
  const glyphs = world.glyphs.filter((g) => !world.cells.some((c) => isIn(g.box, c)));
  const entries: Entry[] = [];
  for (const rule of free.sort((a, b) => a.at - b.at)) {
    const entry = await underlineEntry(rule, { glyphs, reader: world.reader, flat });
    if (entry) entries.push(entry);
  }
  return entries;
}

function isUnderline(rule: RuleMark, flat: FlatForm, cells: readonly MmBox[]): boolean {
  if (rule.direction !== "across" || rule.to - rule.from < 18) return false;
  const middle = (rule.from + rule.to) / 2;
  const side = cells.some(
    (c) =>
      middle > c.x - 1 &&
      middle < c.x + c.width + 1 &&
      rule.at > c.y - 1 &&
      rule.at < c.y + c.height + 1,
  );
  const crossed = flat.rules.some(
    (r) =>
      r.direction === "down" &&
      r.at > rule.from - 1 &&
      r.at < rule.to + 1 &&
      r.from < rule.at + 1 &&
      r.to > rule.at - 1,
  );
  return !side && !crossed;
}

interface LineWorld {
  readonly glyphs: readonly Glyph[];
  readonly reader: WordReader;
  readonly flat: FlatForm;
}

/** Height (mm) above a line in which people write. */
const LINE_HEIGHT = 9;

async function underlineEntry(rule: RuleMark, world: LineWorld): Promise<Entry | null> {
  const strip = {
    x: Math.max(0, rule.from - 75),
    y: rule.at - 8,
    width: rule.to + 12 - Math.max(0, rule.from - 75),
    height: 9.5,
  };
  const beside = world.glyphs.filter((g) => isIn(g.box, strip));
  const line = printedLines(beside).at(-1);
  const words = line?.words ?? [];
  const before = lastGroup(words.filter((w) => w.box.x + 0.5 * w.box.width < rule.from + 1));
  const on = words.filter((w) => w.box.x > rule.from - 1 && w.box.x + w.box.width < rule.to + 1);
  const head = before.length > 0 ? before : on.filter((w) => w.box.x - rule.from < 3).slice(0, 1);
  if (!line || head.length === 0) return null;
  const caption = plainCaption(await world.reader.read(head, line));
  const inside = on.filter((w) => !head.includes(w));
  const units = await world.reader.read(inside, line);
  const from = Math.max(rule.from, ...head.map((w) => w.box.x + w.box.width + 0.4));
  const top = Math.max(rule.at - LINE_HEIGHT, ceilingOf(rule, world));
  const box = { x: from, y: top, width: rule.to - from, height: rule.at - top };
  if (box.width < 12 || box.height < 4) return null;
  const cell: Cell = {
    box,
    lines: inside.length === 0 ? [] : [{ ...line, words: inside }],
    text: units,
    kind: "units",
  };
  const entry = inside.length === 0 ? plain(box) : withUnits(cell);
  return { ...entry, caption };
}

const linesOutside = (cells: readonly MmBox[], glyphs: readonly Glyph[]): PrintedLine[] =>
  printedLines(glyphs.filter((g) => !cells.some((c) => isIn(g.box, c))));

/** A date that stands free, usually at the head of a letter: 令和　年　月　日. */
export async function findFreeDates(
  glyphs: readonly Glyph[],
  world: { readonly cells: readonly MmBox[]; readonly reader: WordReader },
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const line of linesOutside(world.cells, glyphs)) {
    if (line.words.length < 3 || line.words.length > 6 || line.box.width > 110) continue;
    const text = await world.reader.read(line.words, line);
    const named = datePattern.test(text) ? null : dateCaption(text);
    if (!datePattern.test(text) && !named) continue;
    const { y, height } = line.box;
    const x = named ? await startOfDate(line, named.caption, world.reader) : line.box.x;
    const width = line.box.x + line.box.width - x;
    // Words round a written date move aside when it is filled in with a word processor.
    const left = named ? 0 : Math.min(5, x);
    const area = { x: x - left, y: y - 2.2, width: width + left + 5, height: height + 4.4 };
    const { date: units = text, caption = freeDate } = named ?? {};
    entries.push({ ...plain(area), units, caption });
  }
  return entries;
}

/** Millimetres left free before an era that is a word of its own. */
const ERA_ROOM = 1.5;

/** Where the era begins behind 「申込日：」, which may stand so close that both are one word. */
async function startOfDate(
  line: PrintedLine,
  caption: string,
  reader: WordReader,
): Promise<number> {
  const [first, second] = line.words;
  if (!first) return line.box.x;
  const signs = [...(await reader.read([first], line))].length;
  const taken = [...caption].length + 1;
  if (signs <= taken) return (second?.box.x ?? line.box.x) - ERA_ROOM;
  // The colon stands in the middle of its em, and readers look a millimetre inside the area.
  return first.box.x + (first.box.width * (taken - 0.5)) / signs - 0.3;
}

/** Squares to tick that stand outside of tables, with the words to their right. */
export async function findFreeTicks(
  glyphs: readonly Glyph[],
  world: { readonly cells: readonly MmBox[]; readonly reader: WordReader },
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const line of linesOutside(world.cells, glyphs)) {
    if (!line.words.some((w) => w.square)) continue;
    const cell: Cell = { box: line.box, lines: [line], text: "", kind: "ticks" };
    const entry = await withTicks(cell, world.reader);
    // What stands before a lone square is the end of another sentence.
    const named = entry.ticks.length === 1 ? { ...entry, caption: "" } : entry;
    if (entry.ticks.every((t) => t.caption !== "")) entries.push(named);
  }
  return entries;
}

/** The words that stand together just left of the line. */
function lastGroup(words: readonly PrintedWord[]): PrintedWord[] {
  const group: PrintedWord[] = [];
  for (const w of [...words].reverse()) {
    const [next] = group;
    if (next && next.box.x - (w.box.x + w.box.width) > 9) break;
    group.unshift(w);
  }
  return group;
}

/** The lowest thing above the line that ends the writing room. */
function ceilingOf(rule: RuleMark, world: LineWorld): number {
  const over = world.flat.rules
    .filter((r) => r.direction === "across" && r.at < rule.at - 3)
    .filter((r) => Math.min(r.to, rule.to) - Math.max(r.from, rule.from) > 5)
    .map((r) => r.at);
  return Math.max(0, ...over);
}
