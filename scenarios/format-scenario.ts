/** The formatter: the same sentences in the one writing of the house, so that texts of many hands read alike. Comments stay. */
import {
  type Place,
  readYamlTree,
  splitLines,
  type YamlEntry,
  type YamlNode,
} from "../core/index.ts";
import { blocks } from "./keyword-table.ts";
import { anyOf, matchSentence, verbPattern } from "./match-sentence.ts";
import { readSentence, type Sentence } from "./sentence.ts";

/** The text with canonical verbs, keys and spaces; lines that are not understood stay as they are. Never throws. */
export function formatScenario(text: string, file: string): string {
  const { node, problems } = readYamlTree(text, file);
  // A file that YAML would read otherwise is for `buka fix` first.
  if (node === null || problems.some((p) => p.severity === "error")) return text;
  const lines = splitLines(text);
  for (const piece of pieces(node)) {
    const line = lines[piece.at.line - 1] ?? "";
    const from = piece.at.column - 1;
    if (line.slice(from, from + piece.old.length) !== piece.old) continue;
    lines[piece.at.line - 1] =
      line.slice(0, from) + piece.fresh + line.slice(from + piece.old.length);
  }
  return `${lines
    .map((l) => l.trimEnd())
    .join("\n")
    .trimEnd()}\n`;
}

interface Replacement {
  readonly at: Place;
  readonly old: string;
  readonly fresh: string;
}

/** Sentences and keys with another writing, the last on a line first, so that places stay true. */
function pieces(node: YamlNode): readonly Replacement[] {
  return visit(node).sort((a, b) => b.at.line - a.at.line || b.at.column - a.at.column);
}

function visit(node: YamlNode): Replacement[] {
  if (node.kind === "list") return node.items.flatMap(visit);
  if (node.kind === "map") return node.entries.flatMap((e) => [...keyOf(e), ...visit(e.value)]);
  const fresh = canonicalSentence(node.value, node.at);
  return fresh === null || fresh === node.value ? [] : [{ at: node.at, old: node.value, fresh }];
}

function keyOf({ key, keyAt }: YamlEntry): Replacement[] {
  const fresh = canonicalKey(key);
  return fresh === key ? [] : [{ at: keyAt, old: key, fresh }];
}

const keyWords = new Map(
  blocks.flatMap((b) =>
    [b.head, ...b.keys].flatMap((row) =>
      row.words.map((word): [string, string] => [word, row.words[0] ?? word]),
    ),
  ),
);

const canonicalKey = (key: string): string => keyWords.get(key.normalize("NFKC")) ?? key;

/** A sentence of the table in its canonical writing; null for anything else. */
export function canonicalSentence(text: string, at: Place): string | null {
  const sentence = readSentence(text, at);
  const match = matchSentence(sentence);
  if (match === null) return null;
  const { form } = match;
  const verb = new RegExp(`${verbPattern(form)}$`, "u").exec(sentence.canon);
  const start = verb?.index ?? sentence.canon.length;
  const after = form.after === undefined ? "" : tail(sentence, verb?.[0] ?? "", form.verb.forms);
  return `${head(sentence, start)}${form.verb.word}${after}`;
}

/** 「…」 that follows the verb. */
function tail(sentence: Sentence, written: string, forms: readonly string[]): string {
  const length = new RegExp(`^${anyOf(forms)}`, "u").exec(written)?.[0].length ?? 0;
  const from = sentence.offsets[sentence.canon.length - written.length + length];
  return from === undefined ? "" : sentence.text.slice(from).replace(/[\s、。，．]+$/u, "");
}

/** What stands before the verb: words without stray spaces, one space between a word and {項目}. */
function head(sentence: Sentence, end: number): string {
  const parts = Array.from({ length: end }, (_, i) => gapBefore(sentence, i) + wordAt(sentence, i));
  const endsWithField = end > 0 && sentence.pieces[end - 1]?.kind === "field";
  return parts.join("") + (endsWithField ? " " : "");
}

function wordAt({ text, canon, pieces }: Sentence, i: number): string {
  const piece = pieces[i];
  if (!piece) return canon[i] ?? "";
  return piece.kind === "field" ? `{${piece.text.trim()}}` : text.slice(piece.start, piece.end);
}

/** Pieces that stand side by side belong together: 「R」{年度}. Latin words stand apart: が出たら OK を押す. */
function gapBefore({ pieces, canon }: Sentence, i: number): string {
  const [before, piece] = [pieces[i - 1], pieces[i]];
  if (i === 0 || (before && piece)) return "";
  if (piece || before) return (piece ?? before)?.kind === "field" ? " " : "";
  const latin = (at: number): boolean => /[A-Za-z]/u.test(canon[at] ?? "");
  return latin(i - 1) === latin(i) ? "" : " ";
}
