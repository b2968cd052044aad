/** Reads the header (見出し) of a scenario by its table: every key, its shape and its meaning. */
import {
  nearestWord,
  type Place,
  type ProblemBook,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "../core/index.ts";
import {
  type HeaderHome,
  type HeaderKey,
  headerKeys,
  headerKeysOf,
  readMinutes,
  readSeconds,
  stageWords,
} from "./header-table.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Scenario } from "./scenario.ts";
import { isFieldName } from "./sentence.ts";

type Name = HeaderKey["name"];

const mostUnknown = 50;

/** Header entries by English name; unknown, missing and empty ones are noted. */
export function readHeader(map: YamlMap, book: ProblemBook, home: HeaderHome = "scenario"): Header {
  const rows = headerKeysOf(home);
  const entries = new Map<Name, YamlEntry>();
  const unknown: YamlEntry[] = [];
  for (const entry of map.entries) {
    const row = rows.find((h) => h.key === entry.key.normalize("NFKC"));
    if (row !== undefined) entries.set(row.name, entry);
    else unknown.push(entry);
  }
  // Hostile files hold thousands; nobody reads more than the first.
  for (const entry of unknown.slice(0, mostUnknown)) noteUnknown(entry, rows, book);
  const header = new Header(entries, book);
  for (const row of rows) {
    if (row.required && !entries.has(row.name)) {
      book.add(scenarioProblem.missingHeader, row, { ...map.at, length: 1 });
    }
  }
  return header;
}

function noteUnknown(entry: YamlEntry, rows: readonly HeaderKey[], book: ProblemBook): void {
  if (entry.key === "<<") return; // the YAML reader has refused it
  const keys = rows.map((h) => h.key);
  const facts = { word: entry.key, nearest: nearestWord(entry.key, keys), known: keys.join("、") };
  book.add(scenarioProblem.unknownHeader, facts, entry.keyAt);
}

/** Typed access to the header; a wrong value is noted and its neutral value is used. */
export class Header {
  readonly #entries: ReadonlyMap<Name, YamlEntry>;
  readonly #book: ProblemBook;

  constructor(entries: ReadonlyMap<Name, YamlEntry>, book: ProblemBook) {
    this.#entries = entries;
    this.#book = book;
  }

  /** The node under a key, for 手順 and 照会手順. */
  node(name: Name): { readonly key: string; readonly node: YamlNode } | null {
    const entry = this.#entries.get(name);
    return entry === undefined ? null : { key: entry.key, node: entry.value };
  }

  /** Place of a key; of the first line when it is not there. */
  at(name: Name): Place {
    return this.#entries.get(name)?.keyAt ?? this.#book.place(1, 1);
  }

  text(name: Name): string | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const text = entry.value.kind === "text" ? entry.value.value.trim() : "";
    if (text === "") this.#shape(entry, name);
    return text === "" ? null : text;
  }

  list(name: Name): readonly string[] {
    const entry = this.#entries.get(name);
    if (entry === undefined) return [];
    const nodes = entry.value.kind === "list" ? entry.value.items : [entry.value];
    const texts = nodes.flatMap((node) => (node.kind === "text" ? [node.value.trim()] : []));
    if (texts.length < nodes.length || texts.length === 0 || texts.includes("")) {
      this.#shape(entry, name);
      return [];
    }
    if (texts.some((t) => /[、，［］]/u.test(t))) {
      const items = texts.flatMap((t) => t.replace(/[［］]/gu, "").split(/[、，]/u));
      const fix = `${entry.key}: [${items.map((t) => t.trim()).join(", ")}]`;
      this.#book.add(scenarioProblem.wideComma, { fix }, entry.value.at);
    }
    return texts;
  }

  /** Field names; {口座番号} in braces is one too. */
  names(name: Name): readonly string[] {
    const names = this.list(name).map((text) => text.replace(/^\{(.*)\}$/u, "$1").normalize("NFC"));
    const place = this.#entries.get(name)?.value.at;
    if (place !== undefined) {
      for (const bad of names.filter((n) => !isFieldName(n) && !/[、，［］]/u.test(n))) {
        this.#book.add(scenarioProblem.fieldName, { name: bad }, place);
      }
    }
    return [...new Set(names)];
  }

  /** A whole number from 1 to 9999; 0 when it is none. */
  number(name: Name): number {
    const entry = this.#entries.get(name);
    if (entry === undefined) return 0;
    const text = (this.text(name) ?? "").normalize("NFKC");
    if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
    this.#shape(entry, name);
    return 0;
  }

  /** 所属ごとの値: section → field → value. */
  sections(name: Name): Scenario["sectionValues"] {
    const entry = this.#entries.get(name);
    const sections: Record<string, Record<string, string>> = Object.create(null) as Record<
      string,
      Record<string, string>
    >;
    if (entry === undefined) return sections;
    if (entry.value.kind !== "map") this.#shape(entry, name);
    for (const section of entry.value.kind === "map" ? entry.value.entries : []) {
      if (section.value.kind === "map") sections[section.key] = this.#values(section.value);
      else this.#shape(entry, name);
    }
    return sections;
  }

  #values(map: YamlMap): Record<string, string> {
    const values = Object.create(null) as Record<string, string>;
    for (const { key, keyAt, value } of map.entries) {
      const field = key.replace(/^\{(.*)\}$/u, "$1").normalize("NFC");
      if (isFieldName(field) && value.kind === "text") values[field] = value.value.trim();
      else this.#book.add(scenarioProblem.fieldName, { name: field }, keyAt);
    }
    return values;
  }

  stage(): Scenario["stage"] {
    const text = this.text("stage");
    if (text === null) return "draft";
    const found = Object.entries(stageWords).find(([word]) => word === text.normalize("NFKC"));
    if (found !== undefined) return found[1];
    const nearest = nearestWord(text, Object.keys(stageWords));
    this.#book.add(scenarioProblem.badStage, { text, nearest }, this.#valueAt("stage"));
    return "draft";
  }

  checkVersion(): void {
    const text = this.text("version");
    if (text === null || /^[01]$/u.test(text.normalize("NFKC"))) return;
    this.#book.add(scenarioProblem.badVersion, { text }, this.#valueAt("version"));
  }

  minutes(): number | null {
    const text = this.text("manualMinutes");
    const minutes = text === null ? null : readMinutes(text);
    if (text !== null && minutes === null) {
      this.#book.add(scenarioProblem.badMinutes, { text }, this.#valueAt("manualMinutes"));
    }
    return minutes;
  }

  seconds(): number | null {
    const text = this.text("settleSeconds");
    const seconds = text === null ? null : readSeconds(text);
    if (text !== null && seconds === null) {
      this.#book.add(scenarioProblem.badSeconds, { text }, this.#valueAt("settleSeconds"));
    }
    return seconds;
  }

  #valueAt(name: Name): Place {
    return this.#entries.get(name)?.value.at ?? this.at(name);
  }

  #shape(entry: YamlEntry, name: Name): void {
    const example = headerKeys.find((h) => h.name === name)?.example ?? "";
    this.#book.add(scenarioProblem.headerShape, { key: entry.key, example }, entry.keyAt);
  }
}
