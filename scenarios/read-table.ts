/** Reads the cells of 「欄: 値」: which field of the screen, and the value for it. */
import type { ProblemBook, YamlEntry, YamlNode } from "../core/index.ts";
import { Found } from "./found.ts";
import { scopeNouns } from "./keyword-words.ja.ts";
import { anyOf, targetPattern } from "./match-sentence.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Target, Value } from "./scenario.ts";
import { captionMark, fieldMark, type Piece, readSentence, valueOfPieces } from "./sentence.ts";

const targetOnly = new RegExp(`^${targetPattern("target")}$`, "du");
const looseScope = new RegExp(`^(?<scope>${captionMark})${anyOf(scopeNouns)}`, "u");
const onlyPieces = new RegExp(`^[${captionMark}${fieldMark}]+$`, "u");

/** The key of a line: a bare caption, 「欄」, or 「画面」画面の「欄」. */
export function fieldTarget(entry: YamlEntry, book: ProblemBook): Target {
  const sentence = readSentence(entry.key, entry.keyAt);
  if (!sentence.canon.includes(captionMark)) return { caption: entry.key.trim(), scope: null };
  const match = targetOnly.exec(sentence.canon);
  if (match) return new Found(sentence, match, book).target("target");
  const rest = sentence.canon.replace(looseScope, "");
  book.add(scenarioProblem.cellField, { key: entry.key, rest }, entry.keyAt);
  return { caption: entry.key, scope: null };
}

/** The value of a line: {項目} and 「文字」 side by side, or plain text with {項目} in it. */
export function cellValue(node: YamlNode, book: ProblemBook): Value {
  if (node.kind !== "text") {
    book.add(scenarioProblem.cellNotText, {}, node.at);
    return [];
  }
  const sentence = readSentence(node.value, node.at);
  const pieces = sentence.pieces.filter((p) => p !== null);
  if (onlyPieces.test(sentence.canon)) return valueOfPieces(sentence, pieces, book);
  const whole: Piece = { kind: "caption", text: node.value.trim(), start: -1, end: 0 };
  return valueOfPieces(sentence, [whole], book);
}
