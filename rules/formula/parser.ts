/** Builds the tree of a formula with the operator order of Excel (unary minus binds tighter than ^). */
import { uncomputableText } from "../messages.ja.ts";
import { areaNode } from "./area-node.ts";
import type { BinaryOperator, FormulaNode } from "./ast.ts";
import type { Token } from "./tokens.ts";
import { errorOf, type Scalar, Uncomputable } from "./value.ts";

const strength: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

/** Excel allows 64 levels of functions; parentheses and signs add to them. */
const deepest = 256;

/** Parses tokens of the formula that stands in the given cell (zero-based). Throws Uncomputable. */
export function parseFormula(tokens: readonly Token[], row: number, col: number): FormulaNode {
  const parser = new Parser(tokens, row, col);
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #home: { row: number; col: number };
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], row: number, col: number) {
    this.#tokens = tokens;
    this.#home = { row, col };
  }

  whole(): FormulaNode {
    const node = this.#expression(0);
    if (this.#peek().kind !== "end") this.#fail();
    return node;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: "end", text: "", spaced: false, start: 0, end: 0 };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at++;
    return token;
  }

  #isOp(text: string): boolean {
    const token = this.#peek();
    return token.kind === "op" && token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#isOp(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) this.#fail();
  }

  #fail(): never {
    const near = this.#tokens
      .slice(this.#at, this.#at + 3)
      .map((t) => t.text)
      .join("");
    throw new Uncomputable("syntax", near, uncomputableText.syntax(near));
  }

  #expression(weakest: number): FormulaNode {
    if (++this.#depth > deepest) {
      throw new Uncomputable("limit", "depth", uncomputableText.tooDeep());
    }
    let left = this.#postfix(this.#unary());
    for (;;) {
      const token = this.#peek();
      const power = token.kind === "op" ? (strength[token.text] ?? 0) : 0;
      if (power <= weakest) break;
      this.#at++;
      const right = this.#expression(power);
      left = { kind: "binary", op: token.text as BinaryOperator, left, right };
    }
    this.#depth--;
    return left;
  }

  #unary(): FormulaNode {
    const signs: ("negate" | "plus" | "single")[] = [];
    for (;;) {
      if (this.#accept("-")) signs.push("negate");
      else if (this.#accept("+")) signs.push("plus");
      else if (this.#accept("@")) signs.push("single");
      else break;
    }
    if (signs.length > deepest)
      throw new Uncomputable("limit", "depth", uncomputableText.tooDeep());
    let node = this.#intersection();
    for (const kind of signs.reverse()) node = { kind, arg: node };
    return node;
  }

  #postfix(node: FormulaNode): FormulaNode {
    let result = node;
    while (this.#accept("%")) result = { kind: "percent", arg: result };
    return result;
  }

  #intersection(): FormulaNode {
    let left = this.#span();
    while (this.#peek().spaced && this.#startsReference()) {
      left = { kind: "intersect", left, right: this.#span() };
    }
    return left;
  }

  #startsReference(): boolean {
    const { kind } = this.#peek();
    return (
      kind === "area" || kind === "sheet" || kind === "name" || kind === "table" || this.#isOp("(")
    );
  }

  #span(): FormulaNode {
    let left = this.#called();
    while (this.#accept(":")) left = { kind: "span", left, right: this.#called() };
    return left;
  }

  /** LAMBDA(x, …)(1): a call of what an expression gave. */
  #called(): FormulaNode {
    let node = this.#primary();
    while (callable(node) && this.#isOp("(") && !this.#peek().spaced) {
      this.#at++;
      node = { kind: "apply", target: node, args: this.#args() };
    }
    while (this.#accept("#")) node = { kind: "spilled", arg: node };
    return node;
  }

  #primary(): FormulaNode {
    const token = this.#next();
    switch (token.kind) {
      case "number":
        return { kind: "literal", value: Number(token.text) };
      case "text":
        return { kind: "literal", value: token.text };
      case "error":
        return { kind: "literal", value: errorOf(token.text) };
      case "area":
        return areaNode(token.text, null, this.#home);
      case "sheet":
        return this.#onSheet(token.text);
      case "table":
        return { kind: "table", table: token.text, inner: token.inner ?? "" };
      case "name":
        return named(token);
      case "function":
        this.#expect("(");
        return { kind: "call", name: token.text, args: this.#args() };
      default:
        return this.#bracket(token);
    }
  }

  #bracket(token: Token): FormulaNode {
    if (token.kind === "op" && token.text === "(") return this.#group();
    if (token.kind === "op" && token.text === "{") return this.#constant();
    this.#at--;
    return this.#fail();
  }

  #group(): FormulaNode {
    const parts = [this.#expression(0)];
    while (this.#accept(",")) parts.push(this.#expression(0));
    this.#expect(")");
    const [only] = parts;
    if (parts.length > 1 || !only) return { kind: "union", parts };
    return only.kind === "binary" ? { ...only, grouped: true } : only;
  }

  #args(): FormulaNode[] {
    const args: FormulaNode[] = [];
    if (this.#accept(")")) return args;
    do {
      args.push(this.#isOp(",") || this.#isOp(")") ? { kind: "missing" } : this.#expression(0));
    } while (this.#accept(","));
    this.#expect(")");
    return args;
  }

  #constant(): FormulaNode {
    const rows: Scalar[][] = [];
    do {
      const row: Scalar[] = [];
      do row.push(this.#constantItem());
      while (this.#accept(","));
      rows.push(row);
    } while (this.#accept(";"));
    this.#expect("}");
    if (rows.some((r) => r.length !== rows[0]?.length)) this.#fail();
    return { kind: "constant", rows };
  }

  #constantItem(): Scalar {
    const sign = this.#accept("-") ? -1 : 1;
    if (sign === 1) this.#accept("+");
    const token = this.#next();
    if (token.kind === "number") return sign * Number(token.text);
    if (sign === 1 && token.kind === "text") return token.text;
    if (sign === 1 && token.kind === "error") return errorOf(token.text);
    const truth = token.kind === "name" ? truthOf(token.text) : null;
    if (sign === 1 && truth !== null) return truth;
    this.#at--;
    return this.#fail();
  }

  #onSheet(sheet: string): FormulaNode {
    const token = this.#next();
    if (token.kind === "area") return areaNode(token.text, sheet, this.#home);
    if (token.kind === "name") return { kind: "name", name: token.text, sheet, optional: false };
    if (token.kind === "error") return { kind: "literal", value: errorOf(token.text) };
    this.#at--;
    return this.#fail();
  }
}

const truths: ReadonlyMap<string, boolean> = new Map(Object.entries({ TRUE: true, FALSE: false }));
const truthOf = (word: string): boolean | null => truths.get(word.toUpperCase()) ?? null;

function named(token: Token): FormulaNode {
  const truth = truthOf(token.text);
  if (truth !== null) return { kind: "literal", value: truth };
  return { kind: "name", name: token.text, sheet: null, optional: token.inner === "optional" };
}

/** Only what may give a LAMBDA can be called; (A1)(1) cannot. */
const callable = (node: FormulaNode): boolean => node.kind === "call" || node.kind === "apply";
