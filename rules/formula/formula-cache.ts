/** Compiles formulas of a book; two cells whose formulas are the same relative to their place share one closure. */

import { compileFormula } from "./compile.ts";
import type { Compiled } from "./compile-binding.ts";
import { parseFormula } from "./parser.ts";
import { columnIndex, columnLetters, type Token, tokenize } from "./tokens.ts";
import { Uncomputable } from "./value.ts";

export class FormulaCache {
  readonly #compiled = new Map<string, Compiled | Uncomputable>();

  /** Throws Uncomputable for formulas that cannot be read or name unknown functions. */
  compile(text: string, home: { row: number; col: number; array: boolean }): Compiled {
    const tokens = tokenize(text);
    const key = relativeKey(tokens, home);
    const known = this.#compiled.get(key);
    if (known instanceof Uncomputable) throw known;
    if (known) return known;
    try {
      const run = compileFormula(parseFormula(tokens, home.row, home.col), home.array);
      this.#compiled.set(key, run);
      return run;
    } catch (error) {
      if (error instanceof Uncomputable) this.#compiled.set(key, error);
      throw error;
    }
  }

  get size(): number {
    return this.#compiled.size;
  }
}

function relativeKey(
  tokens: readonly Token[],
  home: { row: number; col: number; array: boolean },
): string {
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

function relativeCorner(c: Corner, home: { row: number; col: number }): string {
  const col = c.colFixed || c.letters === "" ? c.letters : `C${columnIndex(c.letters) - home.col}`;
  const row = c.rowFixed || c.digits === "" ? c.digits : `R${Number(c.digits) - 1 - home.row}`;
  return `${c.colFixed ? "$" : ""}${col}${c.rowFixed ? "$" : ""}${row}`;
}

/** The text of a formula as it reads when it is filled some rows down and columns to the right. */
export function shiftFormula(text: string, down: number, right: number): string {
  let out = "";
  let at = 0;
  for (const t of tokenize(text)) {
    if (t.kind !== "area") continue;
    out += text.slice(at, t.start) + mapCorners(t.text, (c) => shiftCorner(c, down, right));
    at = t.end;
  }
  return out + text.slice(at);
}

function shiftCorner(c: Corner, down: number, right: number): string {
  const letters =
    c.letters === "" || c.colFixed ? c.letters : columnLetters(columnIndex(c.letters) + right);
  const digits = c.digits === "" || c.rowFixed ? c.digits : String(Number(c.digits) + down);
  return `${c.colFixed ? "$" : ""}${letters}${c.rowFixed ? "$" : ""}${digits}`;
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
