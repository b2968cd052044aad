/** Reads 項目: the fields of a form with their types. */
import { nearestWord, type Place, type YamlNode } from "../../core/index.ts";
import type { FormField } from "../form.ts";
import type { FieldSource } from "./form-source.ts";
import {
  entryWords,
  keys,
  noBoxesWord,
  type TypeKey,
  type TypeRow,
  tableWord,
  typeWords,
  writingWords,
  yesNoWords,
} from "./form-words.ja.ts";
import { formFaults } from "./messages.ja.ts";
import { isTable, readTable, type TableSource } from "./read-table.ts";
import { readZone } from "./read-zone.ts";
import type { Section, SourceReader } from "./source-reader.ts";

const key = keys.field;
const goodName = /^[\p{L}\p{N}\u30fb]{1,20}$/u;
const mostFields = 100;

export interface ReadFields {
  /** Fields that could be understood. */
  readonly fields: readonly FieldSource[];
  /** Every name that was given, so that a row naming a faulty field is not a second fault. */
  readonly names: ReadonlySet<string>;
  /** Tables, whose cells stand among the fields. */
  readonly tables: readonly TableSource[];
}

/** What holds for all fields of a form. */
export interface FieldRules {
  readonly writing: FormField["writing"];
  /** An adopted form says where each field stands, and its boxes are as they are. */
  readonly adopted: boolean;
}

/** Reads all fields; every fault is in the reader's book. */
export function readFields(
  reader: SourceReader,
  nodes: readonly YamlNode[],
  rules: FieldRules,
): ReadFields {
  const fields: FieldSource[] = [];
  const names = new Set<string>();
  const seen = new Map<string, number>();
  const entries = nodes.slice(0, mostFields);
  const tables = entries.filter(isTable).flatMap((n) => readTable(reader, n, rules.writing) ?? []);
  for (const node of entries) {
    const name = nameOf(node);
    if (name !== null) names.add(name);
    const source = isTable(node) ? null : readField(reader, node, rules);
    if (!source) continue;
    const before = seen.get(source.field.name);
    if (before === undefined) {
      seen.set(source.field.name, source.at.line);
      fields.push(source);
    } else {
      reader.fault(formFaults.duplicateField, { name: source.field.name, line: before }, source.at);
    }
  }
  return { fields: [...fields, ...tables.flatMap((t) => t.cells)], names, tables };
}

function nameOf(node: YamlNode): string | null {
  const entry = node.kind === "map" ? node.entries.find((e) => e.key === key.name) : undefined;
  return entry?.value.kind === "text" ? entry.value.value.trim() : null;
}

function readField(reader: SourceReader, node: YamlNode, rules: FieldRules): FieldSource | null {
  const section = reader.section(node, entryWords.field, Object.values(key));
  if (!section) return null;
  const name = reader.text(section, key.name, true);
  if (name && !goodName.test(name.value)) {
    reader.fault(formFaults.badFieldName, { name: name.value }, name.at);
  }
  const typeWord = reader.text(section, key.type, true);
  const row = typeWord && readType(reader, typeWord);
  if (!name || !typeWord || !row) return null;
  refuseForeignKeys(reader, section, { word: typeWord.value, row });
  const zone = readZone(reader, section, rules.adopted);
  const boxes = rules.adopted ? zone?.boxes.length || null : readBoxes(reader, section, row);
  const text = (k: string): string => reader.text(section, k, false)?.value ?? "";
  return {
    field: {
      name: name.value,
      type: row.type,
      // A single square is left empty more often than not: it must be ticked only where 必須 is written.
      required: readWord(reader, section, key.required, yesNoWords) ?? row.type !== "check",
      boxes,
      maxLength: readMaxLength(reader, section, row),
      options: readOptions(reader, section, row),
      master: readMaster(reader, section, row),
      writing: readWord(reader, section, key.writing, writingWords) ?? rules.writing,
    },
    caption: text(key.caption) || name.value,
    note: text(key.note),
    before: text(key.before),
    after: text(key.after),
    at: name.at,
    zone,
  };
}

function readType(reader: SourceReader, found: { value: string; at: Place }): TypeRow | null {
  if (Object.hasOwn(typeWords, found.value)) return typeWords[found.value] ?? null;
  const known = [...Object.keys(typeWords), tableWord];
  const facts = { word: found.value, known: known.join("・") };
  reader.fault(
    formFaults.unknownType,
    { ...facts, nearest: nearestWord(found.value, known) },
    found.at,
  );
  return null;
}

/** Keys that only some types take, such as 枠 or 選択肢. */
function refuseForeignKeys(
  reader: SourceReader,
  section: Section,
  type: { word: string; row: TypeRow },
): void {
  const special: readonly TypeKey[] = [
    "boxes",
    "maxLength",
    "options",
    "master",
    "before",
    "after",
  ];
  for (const k of special) {
    const entry = section.entries.get(key[k]);
    if (entry && !type.row.keys.includes(k)) {
      reader.fault(formFaults.keyNotForType, { key: entry.key, type: type.word }, entry.keyAt);
    }
  }
}

function readWord<T>(
  reader: SourceReader,
  section: Section,
  k: string,
  words: Readonly<Record<string, T>>,
): T | null {
  const found = reader.text(section, k, false);
  return found && reader.word(found, `「${k}」`, words);
}

function readBoxes(reader: SourceReader, section: Section, row: TypeRow): number | null {
  if (row.fixedBoxes || !section.entries.has(key.boxes)) return row.boxes;
  const found = reader.text(section, key.boxes, false);
  if (!found || found.value === noBoxesWord) return null;
  return reader.number(found, `「${key.boxes}」`, [1, 40]);
}

function readMaxLength(reader: SourceReader, section: Section, row: TypeRow): number | null {
  const found = reader.text(section, key.maxLength, false);
  if (found) return reader.number(found, `「${key.maxLength}」`, [1, 200]);
  return readBoxesQuietly(section, row) ?? row.maxLength;
}

function readBoxesQuietly(section: Section, row: TypeRow): number | null {
  const node = section.entries.get(key.boxes)?.value;
  if (row.fixedBoxes || node?.kind !== "text") return row.boxes;
  const n = Number(node.value.normalize("NFKC"));
  return Number.isInteger(n) && n > 0 ? n : null;
}

function readOptions(reader: SourceReader, section: Section, row: TypeRow): readonly string[] {
  if (!row.keys.includes("options")) return [];
  const [least, most] = row.type === "check" ? [1, 1] : [2, 12];
  const nodes = reader.list(section, key.options, true);
  if (!nodes) return [];
  const texts = reader.texts(nodes, `「${key.options}」`).map((t) => t.value);
  if (texts.length < least || texts.length > most || new Set(texts).size < texts.length) {
    const at = section.entries.get(key.options)?.keyAt ?? section.at;
    reader.fault(formFaults.badOptions, { least, most }, at);
  }
  return texts;
}

function readMaster(reader: SourceReader, section: Section, row: TypeRow): string | null {
  if (!row.keys.includes("master")) return null;
  const found = reader.text(section, key.master, row.type === "master");
  if (found && !/^[^/\s][^/]*\/[^/]+$/u.test(found.value)) {
    reader.fault(formFaults.badMaster, {}, found.at);
  }
  return found?.value ?? null;
}
