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
  type HeaderKey,
  headerKeys,
  readMinutes,
  readSeconds,
  stageWords,
} from "./header-table.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Scenario } from "./scenario.ts";
import { isFieldName } from "./sentence.ts";

type Name = HeaderKey["name"];

/** Header entries by English name; unknown, missing and empty ones are noted. */
export function readHeader(map: YamlMap, book: ProblemBook): Header {
  const entries = new Map<Name, YamlEntry>();
  for (const entry of map.entries) {
    const row = headerKeys.find((h) => h.key === entry.key.normalize("NFKC"));
    if (row !== undefined) entries.set(row.name, entry);
    else noteUnknown(entry, book);
  }
  const header = new Header(entries, book);
  for (const row of headerKeys) {
    if (row.required && !entries.has(row.name)) {
      book.add(scenarioProblem.missingHeader, row, { ...map.at, length: 1 });
    }
  }
  return header;
}

function noteUnknown(entry: YamlEntry, book: ProblemBook): void {
  if (entry.key === "<<") return; // the YAML reader has refused it
  const keys = headerKeys.map((h) => h.key);
  const facts = { key: entry.key, nearest: nearestWord(entry.key, keys), known: keys.join("、") };
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
    if (text === null || text.normalize("NFKC") === "1") return;
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
