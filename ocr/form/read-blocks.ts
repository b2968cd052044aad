/** Reads 配置: the rows, headings and notes of a form from top to bottom. */
import { nearestWord, type Place, type YamlEntry, type YamlNode } from "../../core/index.ts";
import type { Block, NameAt } from "./form-source.ts";
import { entryWords, heightWords, keys } from "./form-words.ja.ts";
import { formFaults } from "./messages.ja.ts";
import type { ReadFields } from "./read-fields.ts";
import type { TableSource } from "./read-table.ts";
import type { Section, SourceReader } from "./source-reader.ts";

const key = keys.block;
const starters = [key.row, key.heading, key.text, key.notes, key.office] as const;
const starterNames = starters.map((s) => `「${s}」`).join("・");
const mostBlocks = 100;

export function readBlocks(reader: SourceReader, nodes: readonly YamlNode[]): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes.slice(0, mostBlocks)) {
    const block = readBlock(reader, node);
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(reader: SourceReader, node: YamlNode): Block | null {
  const section = reader.section(node, entryWords.block, Object.values(key));
  if (!section) return null;
  const found = starters.filter((s) => section.entries.has(s));
  const starter = found[0];
  const entry = starter && section.entries.get(starter);
  if (!starter || !entry || found.length > 1) {
    reader.fault(formFaults.unknownBlock, { known: starterNames }, section.at);
    return null;
  }
  return makers[starter](reader, section, entry);
}

type Starter = (typeof starters)[number];
type Maker = (reader: SourceReader, section: Section, entry: YamlEntry) => Block | null;

const makers: Readonly<Record<Starter, Maker>> = {
  [key.row]: readRow,
  [key.heading]: (reader, _section, entry) => {
    const text = reader.plain(entry.value, `「${key.heading}」`);
    return text && { kind: "heading", text: text.value, at: entry.keyAt };
  },
  [key.text]: (reader, _section, entry) => {
    const text = reader.plain(entry.value, `「${key.text}」`);
    return text && { kind: "text", text: text.value, at: entry.keyAt };
  },
  [key.notes]: (reader, _section, entry) => {
    const items = reader.items(entry.value, `「${key.notes}」`);
    const lines = items && reader.texts(items, `「${key.notes}」`).map((t) => t.value);
    return lines && { kind: "notes", lines, at: entry.keyAt };
  },
  [key.office]: readOffice,
};

function readRow(reader: SourceReader, section: Section, entry: YamlEntry): Block | null {
  const items = reader.items(entry.value, `「${key.row}」`);
  if (!items) return null;
  const cells: NameAt[] = reader
    .texts(items, `「${key.row}」`)
    .map((t) => ({ name: t.value, at: t.at }));
  if (cells.length === 0) {
    reader.fault(formFaults.empty, { where: `「${key.row}」` }, entry.keyAt);
    return null;
  }
  const height = reader.text(section, key.height, false);
  return {
    kind: "row",
    cells,
    widths: readWidths(reader, section, cells.length),
    height: height ? (reader.word(height, `「${key.height}」`, heightWords) ?? 0) : 0,
    at: entry.keyAt,
  };
}

function readWidths(reader: SourceReader, section: Section, cells: number): number[] {
  const even = Array.from({ length: cells }, () => 1);
  const items = reader.list(section, key.widths, false);
  if (!items) return even;
  const where = `「${key.widths}」`;
  const widths = reader
    .texts(items, where)
    .map((t) => reader.number(t, where, [1, 100]))
    .filter((n) => n !== null);
  if (items.length !== cells) {
    const at = section.entries.get(key.widths)?.keyAt ?? section.at;
    reader.fault(formFaults.widthsDiffer, { cells, widths: items.length }, at);
  }
  return widths.length === cells ? widths : even;
}

function readOffice(reader: SourceReader, section: Section, entry: YamlEntry): Block | null {
  const title = reader.plain(entry.value, `「${key.office}」`);
  const items = reader.list(section, key.officeCells, true);
  if (!title || !items) return null;
  const cells = reader.texts(items, `「${key.officeCells}」`).map((t) => t.value);
  return { kind: "office", title: title.value, cells, at: entry.keyAt };
}

/** Rows that hold nothing but a table become the table. */
export function withTables(blocks: readonly Block[], tables: readonly TableSource[]): Block[] {
  return blocks.map((block) => {
    if (block.kind !== "row" || block.cells.length !== 1) return block;
    const table = tables.find((t) => t.table.name === block.cells[0]?.name);
    return table ? { kind: "table", table, at: block.at } : block;
  });
}

/** Every field stands in exactly one row, and every name in a row is a field. */
export function checkPlacing(
  reader: SourceReader,
  { fields, names, tables }: ReadFields,
  blocks: readonly Block[],
): void {
  const placed = new Map<string, Place>();
  const cells = new Set(tables.flatMap((t) => t.cells.map((c) => c.field.name)));
  const isCell = (name: string): boolean => cells.has(name);
  for (const cell of blocks.flatMap(namesIn)) {
    const before = placed.get(cell.name);
    if (before) {
      reader.fault(formFaults.placedTwice, { name: cell.name, line: before.line }, cell.at);
    } else if (names.has(cell.name) || isCell(cell.name)) {
      placed.set(cell.name, cell.at);
    } else {
      const nearest = nearestWord(cell.name, names);
      reader.fault(formFaults.unknownFieldInRow, { name: cell.name, known: "", nearest }, cell.at);
    }
  }
  for (const f of fields) {
    if (!placed.has(f.field.name)) {
      reader.fault(formFaults.notPlaced, { name: f.field.name }, f.at);
    }
  }
}

/** Names that a block places: a table places all its cells at once. */
function namesIn(block: Block): readonly NameAt[] {
  if (block.kind === "row") return block.cells;
  if (block.kind !== "table") return [];
  return block.table.cells.map((c) => ({ name: c.field.name, at: block.at }));
}
