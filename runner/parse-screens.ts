/** Reads screens.yaml (画面辞書): the words of one finance product, checked as a whole. */
import {
  type Parsed,
  ProblemBook,
  readYaml,
  splitLines,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "../core/index.ts";
import { plainCaption } from "./find/match-caption.ts";
import type { ScreenDictionary } from "./play.ts";
import { allKeys, captionsKey, listKeys, versionKey } from "./screens-keys.ja.ts";
import { screensProblem as problem } from "./screens-problems.ja.ts";

/** Longest text of a screen that makes sense as a caption or message. */
const longest = 100;

/**
 * Parses the dictionary. An empty file is an empty dictionary. All problems together (SCR001…, and YML… of the reader);
 * never throws for bad text. `file` is the name shown in problems.
 */
export function parseScreens(text: string, file: string): Parsed<ScreenDictionary> {
  if (text.trim() === "") return { ok: true, value: emptyDictionary(), problems: [] };
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const book = new ProblemBook(file, splitLines(text));
  book.addAll(yaml.problems);
  const value = dictionaryOf(yaml.value, book);
  return book.hasErrors
    ? { ok: false, problems: book.problems }
    : { ok: true, value, problems: book.problems };
}

/** A dictionary that changes nothing. */
export function emptyDictionary(): ScreenDictionary {
  return {
    captions: {},
    commitCaptions: [],
    forbiddenCaptions: [],
    notShownOnConfirm: [],
    businessErrors: [],
    busyTexts: [],
    closedTexts: [],
    sessionLost: [],
    noHitTexts: [],
  };
}

function dictionaryOf(root: YamlNode, book: ProblemBook): ScreenDictionary {
  const dictionary = emptyDictionary();
  if (root.kind !== "map") {
    book.add(problem.notAMap, {}, root.at);
    return dictionary;
  }
  const lists: Partial<Record<keyof ScreenDictionary, readonly string[]>> = {};
  for (const entry of root.entries) {
    const list = Object.entries(listKeys).find(([key]) => key === entry.key);
    if (list) lists[list[1]] = texts(entry, book);
    else if (entry.key === versionKey) checkVersion(entry, book);
    else if (entry.key !== captionsKey)
      book.add(problem.unknownKey, { key: entry.key, known: allKeys }, entry.keyAt);
  }
  return { ...dictionary, ...lists, captions: captionsOf(root, book) };
}

function checkVersion(entry: YamlEntry, book: ProblemBook): void {
  const version = entry.value.kind === "text" ? entry.value.value.trim() : "";
  if (version !== "1") book.add(problem.version, { version }, entry.value.at);
}

/** One text or a list of texts. */
function texts(entry: YamlEntry, book: ProblemBook): readonly string[] {
  const { key, value } = entry;
  const nodes = value.kind === "list" ? value.items : [value];
  return nodes.flatMap((node) => {
    const text = node.kind === "text" ? node.value.trim() : null;
    if (text === null || text.length > longest) book.add(problem.notTexts, { key }, node.at);
    else if (text === "" && value.kind === "list") book.add(problem.emptyText, { key }, node.at);
    return text === null || text === "" ? [] : [unquoted(text)];
  });
}

/** Clerks write captions as they write them in sentences: 「摘要」. */
function unquoted(text: string): string {
  return /^「([^「」]+)」$/u.exec(text)?.[1] ?? text;
}

function captionsOf(root: YamlMap, book: ProblemBook): ScreenDictionary["captions"] {
  const entry = root.entries.find((e) => e.key === captionsKey);
  if (!entry || (entry.value.kind === "text" && entry.value.value.trim() === "")) return {};
  if (entry.value.kind !== "map") {
    book.add(problem.captionsNotAMap, {}, entry.value.at);
    return {};
  }
  const captions = new Map<string, readonly string[]>();
  const seen = new Map<string, string>();
  for (const pair of entry.value.entries) {
    const caption = unquoted(pair.key.trim());
    const twin = seen.get(plainCaption(caption));
    if (twin !== undefined) book.add(problem.twin, { caption, twin }, pair.keyAt);
    seen.set(plainCaption(caption), caption);
    const shown = texts(pair, book);
    if (shown.length === 0) book.add(problem.emptyText, { key: caption }, pair.keyAt);
    captions.set(caption, shown);
  }
  return Object.fromEntries(captions);
}
