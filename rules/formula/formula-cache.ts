/** Programs of a book; two cells whose formulas are the same relative to their place share one. */

import { parseFormula } from "./parser.ts";
import { Program } from "./program.ts";
import { columnIndex, type Token, tokenize } from "./tokens.ts";
import { Uncomputable } from "./value.ts";

export interface Home {
  readonly row: number;
  readonly col: number;
  readonly array: boolean;
}

export class FormulaCache {
  readonly #programs = new Map<string, Program>();

  /** `above` is a program that is probably the same: that of the cell above. Never throws for a bad formula. */
  program(text: string, home: Home, above: Program | null): Program {
    if (above && above.array === home.array && above.isTextAt(text, home.row + 1, home.col))
      return above;
    const tokens = tokensOf(text);
    const failed = tokens instanceof Uncomputable;
    const key = failed ? `!${text}` : relativeKey(tokens, home);
    const known = this.#programs.get(key);
    if (known) return known;
    const at = { row: home.row + 1, col: home.col };
    const made = new Program({
      text,
      tokens: failed ? [] : tokens,
      node: failed ? tokens : parsed(tokens, home),
      home: at,
      array: home.array,
    });
    this.#programs.set(key, made);
    return made;
  }

  get size(): number {
    return this.#programs.size;
  }
}

function tokensOf(text: string): readonly Token[] | Uncomputable {
  try {
    return tokenize(text);
  } catch (error) {
    if (error instanceof Uncomputable) return error;
    throw error;
  }
}

function parsed(
  tokens: readonly Token[],
  home: Home,
): ReturnType<typeof parseFormula> | Uncomputable {
  try {
    return parseFormula(tokens, home.row, home.col);
  } catch (error) {
    if (error instanceof Uncomputable) return error;
    throw error;
  }
}

function relativeKey(tokens: readonly Token[], home: Home): string {
  let key = home.array ? "{" : "";
  for (const t of tokens) {
    const text = t.kind === "area" ? mapCorners(t.text, (c) => relativeCorner(c, home)) : t.text;
    key += `${t.kind === "op" ? "" : t.kind}${t.spaced ? " " : ""}${text}${t.inner === undefined ? "" : `[${t.inner}`}\u0001`;
  }
  return key;
}

interface Corner {
  readonly colFixed: boolean;
  readonly letters: string;
  readonly rowFixed: boolean;
  readonly digits: string;
}

function mapCorners(area: string, write: (c: Corner) => string): string {
  return area
    .split(":")
    .map((part) => {
      const m = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(part);
      const letters = m?.[2] ?? "";
      const rowFixed = m?.[3] === "$" || (letters === "" && m?.[1] === "$");
      return write({
        colFixed: m?.[1] === "$" && letters !== "",
        letters,
        rowFixed,
        digits: m?.[4] ?? "",
      });
    })
    .join(":");
}

function relativeCorner(c: Corner, home: Home): string {
  const col = c.colFixed || c.letters === "" ? c.letters : `C${columnIndex(c.letters) - home.col}`;
  const row = c.rowFixed || c.digits === "" ? c.digits : `R${Number(c.digits) - 1 - home.row}`;
  return `${c.colFixed ? "$" : ""}${col}${c.rowFixed ? "$" : ""}${row}`;
}

/** Areas of a formula as they are written, with the sheet in front of them ("" for the formula's own). */
export function areasOf(
  text: string,
): readonly { readonly sheet: string; readonly area: string }[] {
  const found: { sheet: string; area: string }[] = [];
  let sheet = "";
  for (const t of tokenize(text)) {
    if (t.kind === "area") found.push({ sheet, area: t.text });
    sheet = t.kind === "sheet" ? t.text : "";
  }
  return found;
}

/** Names that a formula uses. */
export function namesOf(text: string): readonly string[] {
  return tokenize(text)
    .filter((t) => t.kind === "name")
    .map((t) => t.text);
}
