/** Conditions of a formula in words, as phrases that can be joined: 「{区分}が「法人」」「{口座番号}に「.」がない」. */
import type { BinaryOperator, FormulaNode } from "../formula/ast.ts";
import { isCall, isNumber, isText, noun, type Phrase, verb } from "./phrase.ja.ts";
import { presence } from "./presence-words.ja.ts";
import { type Captions, placeOf, valueInWords } from "./value-words.ja.ts";

/** Null when there are no words for it. */
export function conditionOf(node: FormulaNode, captions: Captions): Phrase | null {
  if (node.kind === "binary") return comparison(node, captions);
  if (node.kind === "call") return calledCondition(node.name.toUpperCase(), node.args, captions);
  return null;
}

type Binary = Extract<FormulaNode, { kind: "binary" }>;

function comparison(node: Binary, captions: Captions): Phrase | null {
  return checkDigit(node, captions) ?? presence(node, captions) ?? plainComparison(node, captions);
}

const orders: Readonly<Partial<Record<BinaryOperator, string>>> = {
  ">=": "以上",
  "<=": "以下",
  ">": "より大きい",
  "<": "未満",
};

function plainComparison(node: Binary, captions: Captions): Phrase | null {
  const left = valueInWords(node.left, captions);
  const right = valueInWords(node.right, captions);
  if (left === null || right === null) return null;
  if (node.op === "=" || node.op === "<>") return sameness(node, left, right);
  const order = orders[node.op];
  if (order === undefined) return null;
  return node.op === ">" ? verb(`${left}が${right}${order}`) : noun(`${left}が${right}${order}`);
}

function sameness(node: Binary, left: string, right: string): Phrase {
  const same = node.op === "=";
  if (isText(node.right, "")) return same ? noun(`${left}が空欄`) : verb(`${left}が空欄でない`);
  const fixed = node.right.kind === "literal";
  if (same) return noun(fixed ? `${left}が${right}` : `${left}が${right}と同じ`);
  return fixed ? noun(`${left}が${right}以外`) : verb(`${left}が${right}と違う`);
}

/** 9-MOD(…,9) against the first of 13 digits is how everybody writes the check digit of a 法人番号. */
function checkDigit(node: Binary, captions: Captions): Phrase | null {
  if (node.op !== "=") return null;
  const sides = [node.left, node.right];
  const sum = sides.find(
    (s) => s.kind === "binary" && s.op === "-" && isNumber(s.left, 9) && isCall(s.right, "MOD"),
  );
  const digit = sides.find((s) => s !== sum);
  const first = digit ? firstCharacterOf(digit) : null;
  const whose = sum && first ? valueInWords(first, captions) : null;
  return whose === null ? null : verb(`${whose}の検査用数字が合う`);
}

function firstCharacterOf(node: FormulaNode): FormulaNode | null {
  if (node.kind === "negate" && node.arg.kind === "negate") return firstCharacterOf(node.arg.arg);
  if (node.kind === "binary" && isNumber(node.right, 1)) return firstCharacterOf(node.left);
  if (node.kind !== "call") return null;
  const name = node.name.toUpperCase();
  if (name === "VALUE" && node.args[0]) return firstCharacterOf(node.args[0]);
  return name === "LEFT" || name === "MID" ? (node.args[0] ?? null) : null;
}

type Say = (arg: FormulaNode, captions: Captions, args: readonly FormulaNode[]) => Phrase | null;

const functions: Readonly<Record<string, Say>> = {
  AND: (_, captions, args) => joined(args, "、かつ", captions),
  OR: (_, captions, args) => oneOf(args, captions) ?? joined(args, "、または", captions),
  NOT: (a, captions) => negated(conditionOf(a, captions)),
  IFERROR: conditionOf,
  IF: (_, captions, args) => chosen(args, captions),
  ISBLANK: (a, captions) => about(a, captions, (x) => noun(`${x}が空欄`)),
  ISTEXT: (a, captions) => about(a, captions, (x) => noun(`${x}が文字`)),
  ISNUMBER: isFound,
  ISERROR: isMissing,
  ISNA: isMissing,
  EXACT: (_, captions, args) => exact(args, captions),
  全銀カナ: (a, captions) => about(a, captions, (x) => noun(`${x}が全銀の文字だけ`)),
};

function calledCondition(
  name: string,
  args: readonly FormulaNode[],
  captions: Captions,
): Phrase | null {
  const say = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return say && args[0] ? say(args[0], captions, args) : null;
}

function about(
  node: FormulaNode,
  captions: Captions,
  say: (words: string) => Phrase,
): Phrase | null {
  const words = valueInWords(node, captions);
  return words === null ? null : say(words);
}

function joined(args: readonly FormulaNode[], word: string, captions: Captions): Phrase | null {
  const parts = args.map((arg) => conditionOf(arg, captions));
  const last = parts.at(-1);
  if (!last || parts.includes(null)) return null;
  const texts = parts.map((p, i) => bracketed(p?.text ?? "", args[i], word));
  return { text: texts.join(word), kind: last.kind };
}

/** OR(x=1,x=2,x=4): 「{x}が1・2・4のどれか」. */
function oneOf(args: readonly FormulaNode[], captions: Captions): Phrase | null {
  let left: string | null = null;
  const choices: string[] = [];
  for (const arg of args) {
    if (arg.kind !== "binary" || arg.op !== "=" || arg.right.kind !== "literal") return null;
    const what = valueInWords(arg.left, captions);
    const value = valueInWords(arg.right, captions);
    if (what === null || value === null || (left !== null && what !== left)) return null;
    left = what;
    choices.push(value);
  }
  return choices.length < 2 ? null : noun(`${left}が${choices.join("・")}のどれか`);
}

/** 「または」 inside 「かつ」 (and the other way round) needs brackets. */
function bracketed(text: string, node: FormulaNode | undefined, word: string): string {
  const other = word === "、かつ" ? "OR" : "AND";
  return node && isCall(node, other) ? `（${text}）` : text;
}

function negated(p: Phrase | null): Phrase | null {
  if (!p) return null;
  return verb(p.kind === "noun" ? `${p.text}でない` : `「${p.text}」が成り立たない`);
}

function chosen(args: readonly FormulaNode[], captions: Captions): Phrase | null {
  const [test, yes, no] = args;
  if (!test || !yes || !no) return null;
  const [when, then, otherwise] = [test, yes, no].map((n) => conditionOf(n, captions));
  if (!when || !then || !otherwise) return null;
  return {
    text: `${when.text}のときは${then.text}、それ以外は${otherwise.text}`,
    kind: otherwise.kind,
  };
}

function isFound(node: FormulaNode, captions: Captions): Phrase | null {
  const inside = containment(node, captions);
  if (inside) return verb(`${inside}ある`);
  const number = isCall(node, "VALUE") && node.kind === "call" ? node.args[0] : undefined;
  return number
    ? about(number, captions, (x) => noun(`${x}が数字`))
    : about(node, captions, (x) => noun(`${x}が数か日付`));
}

function isMissing(node: FormulaNode, captions: Captions): Phrase | null {
  const inside = containment(node, captions);
  if (inside) return verb(`${inside}ない`);
  return about(node, captions, (x) => verb(`${x}が求められない`));
}

/** FIND, SEARCH, MATCH and the look-ups: 「{x}に「y」が」「{x}が「表」に」. */
function containment(node: FormulaNode, captions: Captions): string | null {
  if (node.kind !== "call") return null;
  const [a, b] = node.args;
  if (!a || !b) return null;
  const what = valueInWords(a, captions);
  if (what === null) return null;
  const name = node.name.toUpperCase();
  if (name === "FIND" || name === "SEARCH") {
    const whole = valueInWords(b, captions);
    return whole === null ? null : `${whole}に${what}が`;
  }
  if (!["MATCH", "XMATCH", "VLOOKUP", "XLOOKUP", "HLOOKUP"].includes(name)) return null;
  const where = placeOf(b, captions);
  return where === null ? null : `${what}が${where}に`;
}

function exact(args: readonly FormulaNode[], captions: Captions): Phrase | null {
  const [a, b] = args.map((arg) => valueInWords(arg, captions));
  return a && b ? noun(`${a}が${b}と同じ`) : null;
}
