/** Places to write on outside of tables: underlines with a caption before them, and dates that stand free. */
import type { MmBox, RuleMark } from "../../form.ts";
import { datePattern, freeDate, plainCaption } from "./caption-words.ja.ts";
import type { Cell } from "./cells.ts";
import { type Entry, plain, withUnits } from "./find-entries.ts";
import type { FlatForm } from "./lay-flat.ts";
import { type Glyph, isIn, type PrintedWord, printedLines } from "./page-words.ts";
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

/** A date that stands free, usually at the head of a letter: 令和　年　月　日. */
export async function findFreeDates(
  glyphs: readonly Glyph[],
  world: { readonly cells: readonly MmBox[]; readonly reader: WordReader },
): Promise<Entry[]> {
  const free = glyphs.filter((g) => !world.cells.some((c) => isIn(g.box, c)));
  const entries: Entry[] = [];
  for (const line of printedLines(free)) {
    if (line.words.length < 3 || line.words.length > 6 || line.box.width > 110) continue;
    const text = await world.reader.read(line.words, line);
    if (!datePattern.test(text)) continue;
    const { x, y, width, height } = line.box;
    const area = { x: x - 2, y: y - 2.2, width: width + 4, height: height + 4.4 };
    entries.push({ ...plain(area), units: text, caption: freeDate });
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
