/** Reads YAML that clerks typed: positions for everything, all scalars text, anchors refused, traps named. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLError,
} from "yaml";
import { invisibleNames, yamlProblem } from "./messages.ja.ts";
import { type Parsed, type Place, ProblemBook, splitLines } from "./problem.ts";
import { type ClearedYaml, clearTraps, token } from "./yaml-traps.ts";

/** YAML as buka sees it: text, lists and maps with positions; every scalar is text, nothing is guessed. */
export type YamlNode = YamlText | YamlList | YamlMap;

/** A scalar, as written. */
export interface YamlText {
  readonly kind: "text";
  readonly value: string;
  readonly at: Place;
}

/** Items in order. */
export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly at: Place;
}

/** Named values in order; keys are unique unless a problem said otherwise. */
export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  readonly at: Place;
}

/** One named value; `key` is trimmed and NFC. */
export interface YamlEntry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: YamlNode;
}

const mostCharacters = 2_000_000;
const mostLines = 20_000;
const deepestNode = 100;

/**
 * Parses one document. All problems are reported together (codes YML001…); warnings do not fail it.
 * `file` is the name shown in problems. Every scalar is text as written. Never throws for bad text.
 */
export function readYaml(text: string, file: string): Parsed<YamlNode> {
  const { node, problems } = readYamlTree(text, file);
  if (node === null || problems.some((p) => p.severity === "error")) return { ok: false, problems };
  return { ok: true, value: node, problems };
}

/**
 * As readYaml, but hands out what could be read even when there are problems, so that a room can report its own
 * problems together with these. `node` is null when nothing sensible is left.
 */
export function readYamlTree(
  text: string,
  file: string,
): { node: YamlNode | null; problems: ProblemBook["problems"] } {
  if (text.length > mostCharacters)
    return tooLarge(file, { limit: mostCharacters, unit: "characters" });
  const lines = splitLines(text.startsWith("\uFEFF") ? text.slice(1) : text);
  if (lines.length > mostLines) return tooLarge(file, { limit: mostLines, unit: "lines" });
  const book = new ProblemBook(file, lines);
  noteInvisible(lines, book);
  const cleared = clearTraps(lines, book);
  const node = cleared === null ? null : parseCleared(cleared, book);
  return { node, problems: book.problems };
}

function tooLarge(
  file: string,
  facts: { limit: number; unit: "characters" | "lines" },
): { node: null; problems: ProblemBook["problems"] } {
  const book = new ProblemBook(file, [""]);
  book.add(yamlProblem.tooLarge, facts, book.place(1, 1));
  return { node: null, problems: book.problems };
}

const invisibleClasses: ReadonlyArray<readonly [string, RegExp]> = [
  ["bidi", /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  ["zero", /[\u200b\u2060\ufeff]/u],
  ["control", /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u],
  ["line", /[\u0085\u2028\u2029]/u],
];

function noteInvisible(lines: readonly string[], book: ProblemBook): void {
  for (const [i, line] of lines.entries()) {
    for (const [key, characters] of invisibleClasses) {
      const at = line.search(characters);
      if (at >= 0)
        book.add(
          yamlProblem.invisible,
          {
            name: invisibleNames[key] ?? "",
            line: key === "zero" ? line.replace(/[\u200b\u2060\ufeff]/gu, "") : null,
          },
          book.place(i + 1, at + 1),
        );
    }
  }
}

function parseCleared(cleared: ClearedYaml, book: ProblemBook): YamlNode | null {
  const counter = new LineCounter();
  const document = parseDocument(cleared.text, {
    schema: "failsafe",
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  noteSyntax(document, { counter, cleared, book });
  if (
    document.contents === null ||
    (isScalar(document.contents) && document.contents.source === "")
  ) {
    if (!book.hasErrors) book.add(yamlProblem.empty, {}, book.place(1, 1));
    return null;
  }
  return new TreeReader(cleared, counter, book).node(document.contents, book.place(1, 1), 0);
}

/** Faults that the YAML parser itself found; those after a mended line are only its echo. */
function noteSyntax(
  document: Document,
  on: { counter: LineCounter; cleared: ClearedYaml; book: ProblemBook },
): void {
  const lines = splitLines(on.cleared.text);
  for (const error of document.errors) {
    const { line, col } = on.counter.linePos(error.pos[0]);
    if (line >= on.cleared.firstFault || on.book.hasLine(line)) continue;
    const row = syntaxRow(error, lines[line - 1] ?? "");
    on.book.add(row, {}, on.book.place(line, col, error.pos[1] - error.pos[0]));
  }
}

/** Texts are out of the way, so what is left is quotes, brackets or indentation. */
function syntaxRow(error: YAMLError, line: string): typeof yamlProblem.unevenIndent {
  if (error.code === "BAD_DQ_ESCAPE") return yamlProblem.badEscape;
  return /[[\]{}]/u.test(line) ? yamlProblem.brokenBrackets : yamlProblem.unevenIndent;
}

/** Turns the parser's nodes into ours, refusing what a clerk's file must not hold. */
class TreeReader {
  readonly #cleared: ClearedYaml;
  readonly #counter: LineCounter;
  readonly #book: ProblemBook;

  constructor(cleared: ClearedYaml, counter: LineCounter, book: ProblemBook) {
    this.#cleared = cleared;
    this.#counter = counter;
    this.#book = book;
  }

  /** `home` is where the node would stand if it is empty. */
  node(raw: unknown, home: Place, depth: number): YamlNode {
    const at = this.#at(raw, home);
    if (depth > deepestNode) {
      this.#book.add(yamlProblem.tooDeep, { limit: deepestNode }, at);
      return { kind: "text", value: "", at };
    }
    this.#refuse(raw, at);
    if (isMap(raw)) return { kind: "map", entries: this.#entries(raw.items, at, depth), at };
    if (isSeq(raw))
      return { kind: "list", items: raw.items.map((item) => this.node(item, at, depth + 1)), at };
    return this.#text(raw, at);
  }

  #text(raw: unknown, at: Place): YamlNode {
    if (!isScalar(raw)) return { kind: "text", value: "", at };
    const taken = raw.source === token ? this.#cleared.texts.get(at.line) : undefined;
    if (taken) {
      return {
        kind: "text",
        value: taken.value,
        at: this.#book.place(at.line, taken.column, taken.value.length),
      };
    }
    const quoted = raw.type === "QUOTE_DOUBLE" || raw.type === "QUOTE_SINGLE";
    const value =
      quoted || raw.type?.startsWith("BLOCK") ? String(raw.value ?? "") : (raw.source ?? "");
    // Inside the quotes, so that a place in the text is a place in the file.
    const inside = quoted
      ? this.#book.place(at.line, at.column + 1, Math.max(1, at.length - 2))
      : at;
    return { kind: "text", value, at: inside };
  }

  #entries(pairs: readonly Pair[], home: Place, depth: number): YamlEntry[] {
    const seen = new Map<string, number>();
    const entries: YamlEntry[] = [];
    for (const pair of pairs) {
      const keyAt = this.#at(pair.key, home);
      this.#refuse(pair.key, keyAt);
      if (!isScalar(pair.key)) {
        if (!this.#book.hasErrors) this.#book.add(yamlProblem.keyNotText, {}, keyAt);
        continue;
      }
      const key = this.#key(pair.key.value);
      const first = seen.get(key);
      if (key === "<<") this.#book.add(yamlProblem.mergeKey, {}, keyAt);
      else if (first !== undefined) this.#book.add(yamlProblem.duplicateKey, { key, first }, keyAt);
      else seen.set(key, keyAt.line);
      entries.push({ key, keyAt, value: this.node(pair.value, keyAt, depth + 1) });
    }
    return entries;
  }

  #key(value: unknown): string {
    return (typeof value === "string" ? value : "").normalize("NFC").trim();
  }

  #refuse(raw: unknown, at: Place): void {
    if (this.#book.hasLine(at.line) && !isAlias(raw)) return;
    if (isAlias(raw))
      this.#book.add(yamlProblem.anchor, { mark: "*", text: `*${raw.source.slice(0, 40)}` }, at);
    if (!isScalar(raw) && !isMap(raw) && !isSeq(raw)) return;
    if (raw.anchor)
      this.#book.add(yamlProblem.anchor, { mark: "&", text: `&${raw.anchor.slice(0, 40)}` }, at);
    if (raw.tag) this.#book.add(yamlProblem.tag, { text: raw.tag.slice(0, 40) }, at);
  }

  #at(raw: unknown, home: Place): Place {
    const node = isScalar(raw) || isMap(raw) || isSeq(raw) || isAlias(raw) ? raw : null;
    if (!node?.range) return home;
    const { line, col } = this.#counter.linePos(node.range[0]);
    const length = node.range[1] - node.range[0];
    return this.#book.place(line, col, length);
  }
}
