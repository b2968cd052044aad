/** mapping.yaml (対応表): which column of an e-form export becomes which field, with constants and Excel formulas. */
import {
  type Parsed,
  ProblemBook,
  readYaml,
  splitLines,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "../core/index.ts";
import { mappingKeys, mappingProblem as problem, sourceKeys } from "./receive-rows-messages.ja.ts";

/** Where the value of a field comes from. */
export type FieldSource =
  | {
      readonly kind: "columns";
      /** Captions; 「住所#2」 is the second column of that caption. */
      readonly columns: readonly string[];
      readonly joint: string;
      /** Fills up with zeros on the left. */
      readonly digits: number | null;
      /** Value of the table → value of the field. */
      readonly replace: ReadonlyMap<string, string>;
    }
  | { readonly kind: "value"; readonly value: string }
  /** The table has no column for it, and it may stay empty. */
  | { readonly kind: "none" }
  | { readonly kind: "formula"; readonly formula: string };

export interface Mapping {
  readonly sheet: string | null;
  readonly headerRow: number;
  /** Empty = every column is the field of its name. */
  readonly fields: ReadonlyMap<string, FieldSource>;
  /** Columns that are known not to be needed. */
  readonly unused: readonly string[];
}

/** A column that stands for a field of the same name. */
export const columnSource = (column: string): FieldSource => ({
  kind: "columns",
  columns: [column],
  joint: "",
  digits: null,
  replace: new Map(),
});

/** Parses the file; all problems together (QUE301…, YML…). `known` are the fields of the bot. Never throws for bad text. */
export function parseMapping(
  text: string,
  file: string,
  known: readonly string[],
): Parsed<Mapping> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const book = new ProblemBook(file, splitLines(text));
  book.addAll(yaml.problems);
  const mapping = mappingOf(yaml.value, book, known);
  return mapping && !book.hasErrors
    ? { ok: true, value: mapping, problems: book.problems }
    : { ok: false, problems: book.problems };
}

function mappingOf(root: YamlNode, book: ProblemBook, known: readonly string[]): Mapping | null {
  if (root.kind !== "map") {
    book.add(problem.notAMap, {}, root.at);
    return null;
  }
  const keys: readonly string[] = Object.values(mappingKeys);
  for (const e of root.entries)
    if (!keys.includes(e.key)) book.add(problem.unknownKey, { key: e.key, known: keys }, e.keyAt);
  const version = textOf(root, mappingKeys.version, book);
  if (version !== null && version.normalize("NFKC") !== "1")
    book.add(problem.version, { version }, root.at);
  const fields = entryOf(root, mappingKeys.fields)?.value;
  if (fields && fields.kind !== "map") {
    book.add(problem.notAMap, {}, fields.at);
    return null;
  }
  const headerRow = numberOf(root, mappingKeys.headerRow, book) ?? 1;
  return {
    sheet: textOf(root, mappingKeys.sheet, book),
    headerRow,
    fields: new Map(fields?.entries.flatMap((e) => fieldOf(e, book, known))),
    unused: listOf(root, mappingKeys.unused, book),
  };
}

function fieldOf(
  entry: YamlEntry,
  book: ProblemBook,
  known: readonly string[],
): readonly (readonly [string, FieldSource])[] {
  const field = entry.key;
  if (known.length > 0 && !known.includes(field)) {
    book.add(problem.unknownField, { field, known }, entry.keyAt);
    return [];
  }
  const { value } = entry;
  if (value.kind === "text") return [[field, columnSource(unquoted(value.value))]];
  const source = value.kind === "map" ? sourceOf(value, book) : null;
  if (!source) book.add(problem.noSource, { field }, value.at);
  return source ? [[field, source]] : [];
}

function sourceOf(map: YamlMap, book: ProblemBook): FieldSource | null {
  const keys: readonly string[] = Object.values(sourceKeys);
  for (const e of map.entries)
    if (!keys.includes(e.key)) book.add(problem.unknownKey, { key: e.key, known: keys }, e.keyAt);
  const columns = listOf(map, sourceKeys.column, book);
  const value = textOf(map, sourceKeys.value, book);
  const formula = textOf(map, sourceKeys.formula, book);
  const given = [columns.length > 0, value !== null, formula !== null].filter(Boolean).length;
  if (given !== 1) return null;
  if (value !== null) return { kind: "value", value };
  if (formula !== null) return { kind: "formula", formula };
  return {
    kind: "columns",
    columns,
    joint: textOf(map, sourceKeys.joint, book, false) ?? "",
    digits: numberOf(map, sourceKeys.digits, book),
    replace: replacements(map, book),
  };
}

function replacements(map: YamlMap, book: ProblemBook): ReadonlyMap<string, string> {
  const entry = entryOf(map, sourceKeys.replace);
  const pairs = new Map<string, string>();
  if (!entry) return pairs;
  if (entry.value.kind !== "map") {
    book.add(problem.notText, { key: entry.key }, entry.value.at);
    return pairs;
  }
  for (const e of entry.value.entries) {
    if (e.value.kind === "text") pairs.set(unquoted(e.key), unquoted(e.value.value));
    else book.add(problem.notText, { key: e.key }, e.value.at);
  }
  return pairs;
}

const entryOf = (map: YamlMap, key: string): YamlEntry | undefined =>
  map.entries.find((e) => e.key === key);

function textOf(map: YamlMap, key: string, book: ProblemBook, trim = true): string | null {
  const entry = entryOf(map, key);
  if (!entry) return null;
  if (entry.value.kind === "text") return trim ? unquoted(entry.value.value) : entry.value.value;
  book.add(problem.notText, { key }, entry.value.at);
  return null;
}

function numberOf(map: YamlMap, key: string, book: ProblemBook): number | null {
  const text = textOf(map, key, book);
  if (text === null) return null;
  const n = Number(text.normalize("NFKC"));
  if (Number.isInteger(n) && n >= 1 && n <= 1000) return n;
  book.add(problem.badNumber, { key }, entryOf(map, key)?.value.at ?? map.at);
  return null;
}

/** One text or a list of texts. */
function listOf(map: YamlMap, key: string, book: ProblemBook): readonly string[] {
  const entry = entryOf(map, key);
  if (!entry) return [];
  const items = entry.value.kind === "list" ? entry.value.items : [entry.value];
  return items.flatMap((node) => {
    if (node.kind === "text" && node.value.trim() !== "") return [unquoted(node.value)];
    book.add(problem.notText, { key }, node.at);
    return [];
  });
}

/** 「…」 may be written around a caption, as in scenarios. */
function unquoted(text: string): string {
  return /^「(.*)」$/su.exec(text.trim())?.[1] ?? text.trim();
}
