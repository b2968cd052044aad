/** Phrases out of which conditions are joined, and how they end a sentence. */
import type { FormulaNode } from "../formula/ast.ts";

/** "noun" phrases take である, "verb" phrases stand by themselves (ある、ない、合う). */
export interface Phrase {
  readonly text: string;
  readonly kind: "noun" | "verb";
}

export const noun = (text: string): Phrase => ({ text, kind: "noun" });
export const verb = (text: string): Phrase => ({ text, kind: "verb" });

export const must = (p: Phrase): string =>
  p.kind === "noun" ? `${p.text}であること` : `${p.text}こと`;
export const ifSo = (p: Phrase): string => `${p.text}なら`;
export const unless = (p: Phrase): string =>
  p.kind === "noun" ? `${p.text}でなければ` : `${p.text}のでなければ`;

export const isCall = (node: FormulaNode, name: string): boolean =>
  node.kind === "call" && node.name.toUpperCase() === name;
export const isNumber = (node: FormulaNode, n: number): boolean =>
  node.kind === "literal" && node.value === n;
export const isText = (node: FormulaNode, text: string): boolean =>
  node.kind === "literal" && node.value === text;
