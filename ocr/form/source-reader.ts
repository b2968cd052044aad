/** Reads YamlNodes by expected shape and collects a problem for whatever does not fit. */
import {
  nearestWord,
  type Place,
  type ProblemBook,
  type ProblemRow,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "../../core/index.ts";
import { formFaults } from "./messages.ja.ts";

/** A map of form.yaml whose keys have been checked against the known ones. */
export interface Section {
  readonly where: string;
  readonly at: Place;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export class SourceReader {
  readonly book: ProblemBook;

  constructor(book: ProblemBook) {
    this.book = book;
  }

  fault<A>(row: ProblemRow<A>, facts: A, at: Place): void {
    this.book.add(row, facts, at);
  }

  section(node: YamlNode, where: string, known: readonly string[]): Section | null {
    if (node.kind !== "map") return this.#wrong(node, where, "map");
    for (const entry of node.entries) {
      if (!known.includes(entry.key)) this.unknownKey(entry, known);
    }
    return { where, at: node.at, entries: byKey(node) };
  }

  unknownKey(entry: YamlEntry, known: readonly string[]): void {
    const nearest = nearestWord(entry.key, known);
    this.fault(
      formFaults.unknownKey,
      { key: entry.key, known: known.join("・"), nearest },
      entry.keyAt,
    );
  }

  /** Text of a key; null when it is missing (a problem if `required`) or no text (always a problem). */
  text(section: Section, key: string, required: boolean): { value: string; at: Place } | null {
    const entry = section.entries.get(key);
    if (!entry) {
      if (required) this.fault(formFaults.missingKey, { key, where: section.where }, section.at);
      return null;
    }
    return this.plain(entry.value, `「${key}」`);
  }

  plain(node: YamlNode, where: string): { value: string; at: Place } | null {
    if (node.kind !== "text") return this.#wrong(node, where, "text");
    const value = node.value.trim();
    if (value !== "") return { value, at: node.at };
    this.fault(formFaults.empty, { where }, node.at);
    return null;
  }

  /** Items of a key; a single text counts as a list of one. */
  list(section: Section, key: string, required: boolean): readonly YamlNode[] | null {
    const entry = section.entries.get(key);
    if (!entry) {
      if (required) this.fault(formFaults.missingKey, { key, where: section.where }, section.at);
      return null;
    }
    return this.items(entry.value, `「${key}」`);
  }

  items(node: YamlNode, where: string): readonly YamlNode[] | null {
    if (node.kind === "list") return node.items;
    if (node.kind === "text" && node.value.trim() !== "") return [node];
    return this.#wrong(node, where, "list");
  }

  /** Texts of a list; items of another shape are reported and left out. */
  texts(nodes: readonly YamlNode[], where: string): { value: string; at: Place }[] {
    return nodes.map((n) => this.plain(n, where)).filter((t) => t !== null);
  }

  number(
    found: { value: string; at: Place },
    where: string,
    range: [number, number],
  ): number | null {
    const value = found.value.normalize("NFKC");
    const [from, to] = range;
    const n = /^\d{1,6}(\.\d{1,2})?$/u.test(value) ? Number(value) : Number.NaN;
    if (n >= from && n <= to) return n;
    this.fault(formFaults.notANumber, { where, from, to }, found.at);
    return null;
  }

  /** The meaning of a word out of a table. */
  word<T>(
    found: { value: string; at: Place },
    where: string,
    words: Readonly<Record<string, T>>,
  ): T | null {
    if (Object.hasOwn(words, found.value)) return words[found.value] ?? null;
    const known = Object.keys(words);
    const facts = { where, word: found.value, known: known.join("・") };
    this.fault(
      formFaults.notInWords,
      { ...facts, nearest: nearestWord(found.value, known) },
      found.at,
    );
    return null;
  }

  #wrong(node: YamlNode, where: string, expected: "text" | "list" | "map"): null {
    this.fault(formFaults.wrongShape, { where, expected }, node.at);
    return null;
  }
}

function byKey(map: YamlMap): Map<string, YamlEntry> {
  return new Map(map.entries.map((e) => [e.key, e]));
}
