/** A formula in a clerk's words: 「{金額}が1,000,000以上ならNG」 instead of =IF(C2>=1000000,"NG","OK"). */
import type { FormulaNode } from "../formula/ast.ts";
import { parseFormula } from "../formula/parser.ts";
import { tokenize } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";
import { badWords, fineWords } from "./caption-words.ja.ts";
import { conditionOf } from "./condition-words.ja.ts";
import { ifSo, must, type Phrase, unless } from "./phrase.ja.ts";
import type { Captions } from "./value-words.ja.ts";

/** Longer explanations than this help nobody: the formula itself is one click away. */
const longest = 140;

/** What a check in this row asks for: 「{口座番号}の文字数が7であること」; null when the formula has no short words. */
export function formulaInWords(formula: string, row: number, captions: Captions): string | null {
  const node = parsed(formula, row);
  const words = node ? outcome(node, captions) : null;
  return words !== null && words.length <= longest ? words : null;
}

/** Seen from column A, so that relative columns are columns of the sheet. */
function parsed(formula: string, row: number): FormulaNode | null {
  try {
    return parseFormula(tokenize(formula), row, 0);
  } catch (error) {
    if (error instanceof Uncomputable || error instanceof RangeError) return null;
    throw error;
  }
}

/** A check gives a truth value, a word (OK, NG) or a sentence; IF may choose between them. */
function outcome(node: FormulaNode, captions: Captions): string | null {
  if (node.kind === "call" && node.name.toUpperCase() === "IFERROR" && node.args[0])
    return outcome(node.args[0], captions);
  if (node.kind === "call" && node.name.toUpperCase() === "IF") return choice(node.args, captions);
  const phrase = conditionOf(node, captions);
  return phrase ? must(phrase) : null;
}

function choice(args: readonly FormulaNode[], captions: Captions): string | null {
  const [test, yes, no] = args;
  const phrase = test ? conditionOf(test, captions) : null;
  if (!phrase || !yes) return null;
  const [good, bad] = [verdict(yes), no ? verdict(no) : "bad"];
  if (good === "bad" && bad === "fine") return `${ifSo(phrase)}NG`;
  if (good === "fine" && bad === "bad") return `${unless(phrase)}NG`;
  if (good === "said") return said(phrase, no, captions);
  const first = branch(yes, captions);
  const second = no ? branch(no, captions) : null;
  if (first === null || second === null) return null;
  return `${ifSo(phrase)}${first}。それ以外は${second}`;
}

/** The clerk's own sentence is the message already: only when it comes need be said. */
function said(phrase: Phrase, no: FormulaNode | undefined, captions: Captions): string | null {
  const now = `${ifSo(phrase)}指摘`;
  if (!no || verdict(no) === "fine") return now;
  const later = branch(no, captions);
  return later === null ? null : `${now}。それ以外は${later}`;
}

function branch(node: FormulaNode, captions: Captions): string | null {
  const v = verdict(node);
  if (v === "fine") return "合格";
  if (v === "bad") return "NG";
  return v === "said" ? "指摘" : outcome(node, captions);
}

function verdict(node: FormulaNode): "fine" | "bad" | "said" | "other" {
  if (node.kind !== "literal") return "other";
  const v = node.value;
  if (v === true || (typeof v === "string" && fineWords.has(v.trim()))) return "fine";
  if (v === false || (typeof v === "string" && badWords.has(v.trim()))) return "bad";
  return typeof v === "string" ? "said" : "other";
}
