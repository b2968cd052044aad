/** Reads form.yaml: the clerk's text becomes a Form with its geometry, or every problem found with its line. */
import {
  type Parsed,
  type Place,
  ProblemBook,
  readYamlTree,
  splitLines,
  type YamlNode,
} from "../../core/index.ts";
import type { Form, FormField } from "../form.ts";
import type { Block, FormSource } from "./form-source.ts";
import { keys, writingWords } from "./form-words.ja.ts";
import { layoutForm } from "./layout-form.ts";
import { formFaults } from "./messages.ja.ts";
import { paper } from "./paper.ts";
import { adoptedLayout, readAdopted } from "./read-adopted.ts";
import { checkPlacing, readBlocks, withTables } from "./read-blocks.ts";
import { type ReadFields, readFields } from "./read-fields.ts";
import { type Section, SourceReader } from "./source-reader.ts";

const key = keys.top;
const formFormat = "1";

/**
 * Parses the text of a form.yaml. All problems are reported together (YML… from the text, FRM… from the
 * form); warnings do not fail it. `file` is the name shown in problems. Never throws for bad text.
 */
export function parseForm(text: string, file: string): Parsed<Form> {
  const yaml = readYamlTree(text, file);
  if (yaml.node === null) return { ok: false, problems: yaml.problems };
  const book = new ProblemBook(file, splitLines(text));
  book.addAll(yaml.problems);
  const reader = new SourceReader(book);
  const source = readSource(reader, yaml.node);
  const form = source && buildForm(source, reader);
  if (!form || book.hasErrors) return { ok: false, problems: book.problems };
  return { ok: true, value: form, problems: book.problems };
}

function readSource(reader: SourceReader, node: YamlNode): FormSource | null {
  const section = reader.section(node, "form.yaml ", Object.values(key));
  if (!section) return null;
  checkFormat(reader, section);
  const id = readId(reader, section);
  const title = reader.text(section, key.title, true);
  const version = reader.text(section, key.version, true);
  const fieldNodes = reader.list(section, key.fields, true);
  const adopted = readAdopted(reader, section);
  const rules = { writing: readWriting(reader, section), adopted: adopted !== null };
  const found = readFields(reader, fieldNodes ?? [], rules);
  const blocks = adopted ? [] : readLayout(reader, section, fieldNodes ? found : null);
  return {
    id,
    version: version ? (reader.number(version, `「${key.version}」`, [1, 999]) ?? 1) : 1,
    title: title?.value ?? "",
    titleAt: title?.at ?? section.at,
    addressee: optional(reader, section, key.addressee),
    preface: optional(reader, section, key.preface),
    fields: found.fields,
    tables: found.tables.map((t) => t.table),
    blocks,
    adopted,
  };
}

/** 配置: every field in one row. `found` is null when the fields themselves were missing. */
function readLayout(reader: SourceReader, section: Section, found: ReadFields | null): Block[] {
  const nodes = reader.list(section, key.layout, true);
  const blocks = withTables(readBlocks(reader, nodes ?? []), found?.tables ?? []);
  if (nodes?.length === 0) {
    const at = section.entries.get(key.layout)?.keyAt ?? section.at;
    reader.fault(formFaults.emptyLayout, {}, at);
  } else if (found && nodes) {
    checkPlacing(reader, found, blocks);
  }
  return blocks;
}

function checkFormat(reader: SourceReader, section: Section): void {
  const format = reader.text(section, key.format, true);
  if (format && format.value.normalize("NFKC") !== formFormat) {
    reader.fault(formFaults.formatUnknown, { found: format.value }, format.at);
  }
}

function readId(reader: SourceReader, section: Section): string {
  const id: { value: string; at: Place } | null = reader.text(section, key.id, true);
  if (id && !/^[A-Z0-9][A-Z0-9-]{0,19}$/u.test(id.value)) {
    reader.fault(formFaults.badFormId, { id: id.value }, id.at);
  }
  return id?.value ?? "";
}

function readWriting(reader: SourceReader, section: Section): FormField["writing"] {
  const found = reader.text(section, key.writing, false);
  return (found && reader.word(found, `「${key.writing}」`, writingWords)) ?? "print";
}

function optional(reader: SourceReader, section: Section, k: string): string {
  return reader.text(section, k, false)?.value ?? "";
}

function buildForm(source: FormSource, reader: SourceReader): Form {
  return {
    format: 1,
    id: source.id,
    version: source.version,
    title: source.title,
    paper: source.adopted?.paper ?? paper,
    fields: source.fields.map((f) => f.field),
    ...(source.tables.length > 0 ? { tables: source.tables } : {}),
    layout: source.adopted
      ? adoptedLayout(source.fields, source.adopted.landmarks)
      : layoutForm(source, reader),
  };
}
