/** COUNTIF against a number in words: there or not there, once or again. */
import type { FormulaNode } from "../formula/ast.ts";
import { isCall, type Phrase, verb } from "./phrase.ja.ts";
import { type Captions, placeOf, valueInWords } from "./value-words.ja.ts";

type Binary = Extract<FormulaNode, { kind: "binary" }>;

/** What each comparison with a number of rows means. */
const meanings: Readonly<Record<string, "none" | "some" | "once" | "again">> = {
  "=0": "none",
  "<1": "none",
  ">0": "some",
  "<>0": "some",
  ">=1": "some",
  "=1": "once",
  "<=1": "once",
  ">1": "again",
  ">=2": "again",
};

/** Null for anything else than a count of rows against a number. */
export function presence(node: Binary, captions: Captions): Phrase | null {
  const { left, right } = node;
  if (left.kind !== "call" || !(isCall(left, "COUNTIF") || isCall(left, "COUNTIFS"))) return null;
  const meaning =
    right.kind === "literal" ? meanings[`${node.op}${String(right.value)}`] : undefined;
  const where = left.args[0] ? placeOf(left.args[0], captions) : null;
  const what = left.args.filter((_, i) => i % 2 === 1).map((a) => valueInWords(a, captions));
  if (meaning === undefined || where === null || what.length === 0 || what.includes(null))
    return null;
  const words = what.join("・");
  if (meaning === "none") return verb(`${words}が${where}にない`);
  if (meaning === "some") return verb(`${words}が${where}にある`);
  const own = left.args[0]?.kind === "area" && left.args[0].sheet === null;
  if (meaning === "once")
    return verb(own ? `${words}がほかの行と重複しない` : `${words}が${where}に重複なくある`);
  return verb(own ? `${words}がほかの行と重複する` : `${words}が${where}に2行以上ある`);
}
