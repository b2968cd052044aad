/** One distinct formula (the same relative to its place): its closure, what it refers to, and its text at any place. */
import { uncomputableText } from "../messages.ja.ts";
import type { AreaNode, FormulaNode } from "./ast.ts";
import { compileFormula } from "./compile.ts";
import type { Compiled } from "./compile-binding.ts";
import { type Fact, factsOf } from "./program-facts.ts";
import { columnIndex, columnLetters, type Token } from "./tokens.ts";
import { Uncomputable } from "./value.ts";

/** Texts and, between them, row numbers: `rows[i]` follows `pieces[i]` and counts from the row of the formula. */
export interface Template {
  readonly pieces: readonly string[];
  readonly rows: readonly number[];
}

export class Program {
  readonly array: boolean;
  readonly facts: Fact;
  /** Areas that the formula names, relative to its cell. */
  readonly node: FormulaNode | null;
  readonly failure: Uncomputable | null;
  readonly #tokens: readonly Token[];
  readonly #home: { readonly row: number; readonly col: number };
  readonly #text: string;
  readonly #templates = new Map<number, Template>();
  #run: Compiled | null = null;

  constructor(source: {
    text: string;
    tokens: readonly Token[];
    node: FormulaNode | Uncomputable;
    home: { row: number; col: number };
    array: boolean;
  }) {
    this.#text = source.text;
    this.#tokens = source.tokens;
    this.#home = source.home;
    this.array = source.array;
    const parsed = source.node;
    this.node = parsed instanceof Uncomputable ? null : parsed;
    this.failure = parsed instanceof Uncomputable ? parsed : null;
    this.facts = factsOf(this.node);
  }

  /** Compiled when it is first needed. Throws Uncomputable. */
  get run(): Compiled {
    if (this.#run) return this.#run;
    if (this.failure || !this.node)
      throw this.failure ?? new Uncomputable("syntax", "", uncomputableText.syntax(""));
    this.#run = compileFormula(this.node, this.array);
    return this.#run;
  }

  get areas(): readonly AreaNode[] {
    return this.facts.areas;
  }

  /** The text of this formula in another cell. */
  textAt(row: number, col: number): string {
    const { pieces, rows } = this.templateIn(col);
    let out = pieces[0] ?? "";
    for (let i = 0; i < rows.length; i++) out += `${row + (rows[i] ?? 0)}${pieces[i + 1] ?? ""}`;
    return out;
  }

  /** Whether a text is this formula in that cell: the quick way to know a formula that was filled down. */
  isTextAt(text: string, row: number, col: number): boolean {
    const { pieces, rows } = this.templateIn(col);
    let at = pieces[0]?.length ?? 0;
    if (!text.startsWith(pieces[0] ?? "")) return false;
    for (let i = 0; i < rows.length; i++) {
      const wanted = row + (rows[i] ?? 0);
      let n = 0;
      let digit = text.charCodeAt(at);
      if (digit === 48) return false;
      while (digit >= 48 && digit <= 57) {
        n = n * 10 + digit - 48;
        digit = text.charCodeAt(++at);
      }
      const piece = pieces[i + 1] ?? "";
      if (n !== wanted || !text.startsWith(piece, at)) return false;
      at += piece.length;
    }
    return at === text.length;
  }

  /** The text of this formula in a column, with its row numbers apart. */
  templateIn(col: number): Template {
    const known = this.#templates.get(col);
    if (known) return known;
    const made = templateOf(this.#text, this.#tokens, this.#home, col);
    this.#templates.set(col, made);
    return made;
  }
}

function templateOf(
  text: string,
  tokens: readonly Token[],
  home: { readonly row: number; readonly col: number },
  col: number,
): Template {
  const pieces: string[] = [];
  const rows: number[] = [];
  let open = "";
  let at = 0;
  for (const t of tokens) {
    if (t.kind !== "area") continue;
    open += text.slice(at, t.start);
    for (const [i, corner] of t.text.split(":").entries()) {
      const { before, row } = movedCorner(corner, col - home.col);
      open += (i > 0 ? ":" : "") + before;
      if (row === null) continue;
      pieces.push(open);
      rows.push(row - home.row);
      open = "";
    }
    at = t.end;
  }
  pieces.push(open + text.slice(at));
  return { pieces, rows };
}

const cornerParts = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** `row` is the row number of a relative row; null when everything is text. */
function movedCorner(corner: string, right: number): { before: string; row: number | null } {
  const m = cornerParts.exec(corner);
  const letters = m?.[2] ?? "";
  const digits = m?.[4] ?? "";
  const colFixed = m?.[1] === "$" || letters === "" || right === 0;
  const shown = colFixed ? letters : columnLetters(columnIndex(letters) + right);
  const rowFixed = m?.[3] === "$" || (letters === "" && m?.[1] === "$");
  const head = `${m?.[1] ?? ""}${shown}${m?.[3] ?? ""}`;
  if (digits === "" || rowFixed) return { before: head + digits, row: null };
  return { before: head, row: Number(digits) };
}
