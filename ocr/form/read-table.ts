/** Reads a table (種類: 表) of 項目: rows × columns become fields of their own, one per cell, and the sums between them. */
import type { Place, YamlNode } from "../../core/index.ts";
import { cellName, type FormField, type FormTable } from "../form.ts";
import type { FieldSource } from "./form-source.ts";
import {
  entryWords,
  keys,
  type TypeRow,
  tableWord,
  typeWords,
  writingWords,
} from "./form-words.ja.ts";
import { formFaults } from "./messages.ja.ts";
import type { Section, SourceReader } from "./source-reader.ts";

const key = keys.table;
const goodName = /^[\p{L}\p{N}]{1,10}$/u;
const most = { rows: 31, columns: 12 } as const;

/** A table as read: where it stands is decided by the layout. */
export interface TableSource {
  readonly table: FormTable;
  readonly cells: readonly FieldSource[];
  readonly at: Place;
}

export function isTable(node: YamlNode): boolean {
  if (node.kind !== "map") return false;
  const type = node.entries.find((e) => e.key === key.type)?.value;
  return type?.kind === "text" && type.value.trim() === tableWord;
}

interface Column {
  readonly name: string;
  readonly type: TypeRow;
}

/** Null when the table cannot be understood; every fault is in the reader's book. */
export function readTable(
  reader: SourceReader,
  node: YamlNode,
  writing: FormField["writing"],
): TableSource | null {
  const section = reader.section(node, entryWords.table, Object.values(key));
  if (!section) return null;
  const name = reader.text(section, key.name, true);
  if (name && !goodName.test(name.value))
    reader.fault(formFaults.badFieldName, { name: name.value }, name.at);
  const rows = readNames(reader, section, key.rows, most.rows);
  const columns = readColumns(reader, section);
  const totalRow = readTotal(reader, section, key.totalRow, rows);
  const names = columns?.map((c) => c.name) ?? null;
  const totalColumn = readTotal(reader, section, key.totalColumn, names);
  const hand = reader.text(section, key.writing, false);
  const way = (hand && reader.word(hand, `「${key.writing}」`, writingWords)) ?? writing;
  if (!name || !rows || !columns) return null;
  const table: FormTable = {
    name: name.value,
    rows,
    columns: columns.map((c) => c.name),
    totalRow,
    totalColumn,
    summed: columns
      .filter(
        (c) => c.name !== totalColumn && (c.type.type === "amount" || c.type.type === "digits"),
      )
      .map((c) => c.name),
  };
  const cells = rows.flatMap((row) =>
    columns.map((column) => cellOf({ table: table.name, row, column, way, at: name.at })),
  );
  return { table, cells, at: name.at };
}

function readNames(
  reader: SourceReader,
  section: Section,
  k: string,
  limit: number,
): readonly string[] | null {
  const nodes = reader.list(section, k, true);
  if (!nodes) return null;
  const texts = reader.texts(nodes, `「${k}」`);
  for (const t of texts.filter((x) => !goodName.test(x.value)))
    reader.fault(formFaults.badFieldName, { name: t.value }, t.at);
  const names = texts.map((t) => t.value);
  const at = section.entries.get(k)?.keyAt ?? section.at;
  if (names.length === 0 || names.length > limit || new Set(names).size < names.length) {
    reader.fault(formFaults.badTable, { key: k, most: limit }, at);
    return null;
  }
  return names;
}

function readColumns(reader: SourceReader, section: Section): readonly Column[] | null {
  const nodes = reader.list(section, key.columns, true);
  if (!nodes) return null;
  const columns = nodes.flatMap((node): Column[] => {
    const column = reader.section(node, entryWords.column, [key.name, key.type]);
    const name = column && reader.text(column, key.name, true);
    const word = column && reader.text(column, key.type, true);
    if (!name || !word) return [];
    if (!goodName.test(name.value))
      reader.fault(formFaults.badFieldName, { name: name.value }, name.at);
    const type = reader.word(word, `「${key.type}」`, cellTypes);
    return type ? [{ name: name.value, type }] : [];
  });
  const at = section.entries.get(key.columns)?.keyAt ?? section.at;
  const names = new Set(columns.map((c) => c.name));
  if (columns.length > most.columns || names.size < columns.length || nodes.length === 0) {
    reader.fault(formFaults.badTable, { key: key.columns, most: most.columns }, at);
    return null;
  }
  return columns.length === nodes.length ? columns : null;
}

/** Only what is written freely has room in a cell. */
const cellTypes: Readonly<Record<string, TypeRow>> = Object.fromEntries(
  Object.entries(typeWords).filter(
    ([, row]) => row.boxes === null && !row.keys.includes("options") && row.type !== "master",
  ),
);

function readTotal(
  reader: SourceReader,
  section: Section,
  k: string,
  names: readonly string[] | null,
): string | null {
  const found = reader.text(section, k, false);
  if (!found || names === null) return null;
  if (names.includes(found.value)) return found.value;
  reader.fault(
    formFaults.totalNotThere,
    { key: k, name: found.value, known: names.join("・") },
    found.at,
  );
  return null;
}

function cellOf(cell: {
  readonly table: string;
  readonly row: string;
  readonly column: Column;
  readonly way: FormField["writing"];
  readonly at: Place;
}): FieldSource {
  const { type } = cell.column;
  return {
    field: {
      name: cellName(cell.table, cell.row, cell.column.name),
      type: type.type,
      required: false,
      boxes: null,
      maxLength: type.maxLength,
      options: [],
      master: null,
      writing: cell.way,
    },
    caption: "",
    note: "",
    before: "",
    after: "",
    at: cell.at,
    zone: null,
  };
}
