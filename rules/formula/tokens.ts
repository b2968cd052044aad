/** Cuts the text of a formula into tokens, and reads cell references. Linear in the length of the text. */
import { uncomputableText } from "../messages.ja.ts";
import { lastColumn, lastRow, Uncomputable } from "./value.ts";

export type TokenKind =
  | "number"
  | "text"
  | "error"
  | "area"
  | "name"
  | "function"
  | "sheet"
  | "table"
  | "op"
  | "end";

export interface Token {
  readonly kind: TokenKind;
  /** As understood: text without quotes, names without prefixes, sheet names without quotes and "!". */
  readonly text: string;
  /** White space stood before it (the intersection operator). */
  readonly spaced: boolean;
  /** Where it stands in the formula, without the white space before it. */
  readonly start: number;
  readonly end: number;
  /** Structured references only: what stands between the outer brackets. */
  readonly inner?: string;
}

export const longestFormula = 32_767;

const number = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y;
const error =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)/iy;
const bareSheet = /[^\s'"(),;:{}<>=+\-*/&^%!#@|[\]]+(?::[^\s'"(),;:{}<>=+\-*/&^%!#@|[\]]+)?!/y;
const quotedSheet = /'(?:[^']|'')+'!/y;
const area =
  /(?:\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}\p{M}_.!([])/uy;
const word = /[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?\u30fb\u30fc]*/uy;
const operator = /<=|>=|<>|[-+*/^&=<>%(),:;{}@#]/y;
const space = /\s+/y;
const prefix = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.|_xleta\.)+/i;
const optionalPrefix = /^_xlop\./i;

/** Names that the caller knows beforehand, longest first (fields of a form may hold any characters). */
export type KnownNames = readonly string[];

/** Tokens of a formula without its leading "=". Throws Uncomputable for what cannot be read. */
export function tokenize(formula: string, known: KnownNames = []): readonly Token[] {
  if (formula.length > longestFormula) {
    throw new Uncomputable("limit", "length", uncomputableText.tooLong());
  }
  const reader = new Reader(formula, known);
  const tokens: Token[] = [];
  for (let token = reader.next(); ; token = reader.next()) {
    tokens.push(token);
    if (token.kind === "end") return tokens;
  }
}

class Reader {
  readonly #text: string;
  readonly #known: KnownNames;
  #at = 0;
  #start = 0;
  #spaced = false;

  constructor(text: string, known: KnownNames) {
    this.#text = text;
    this.#known = known;
  }

  next(): Token {
    this.#spaced = this.#take(space) !== null;
    this.#start = this.#at;
    if (this.#at >= this.#text.length) return this.#token("end", "");
    return (
      this.#knownName() ?? this.#quoted() ?? this.#reference() ?? this.#plain() ?? this.#fail()
    );
  }

  #token(kind: TokenKind, text: string): Token {
    return { kind, text, spaced: this.#spaced, start: this.#start, end: this.#at };
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  /** A field name as it stands, or in braces: 金額（税込） or {金額}. */
  #knownName(): Token | null {
    for (const name of this.#known) {
      for (const written of [name, `{${name}}`]) {
        if (!this.#text.startsWith(written, this.#at)) continue;
        const after = this.#text.slice(this.#at + written.length, this.#at + written.length + 2);
        if (written === name && /^[\p{L}\p{N}\p{M}_.!(]/u.test(after)) continue;
        this.#at += written.length;
        return this.#token("name", name);
      }
    }
    return null;
  }

  #quoted(): Token | null {
    const first = this.#text[this.#at];
    if (first === '"') return this.#literal();
    if (first !== "'") return null;
    const sheet = this.#take(quotedSheet);
    return sheet === null ? null : this.#sheet(sheet.slice(1, -2).replaceAll("''", "'"));
  }

  #literal(): Token {
    let end = this.#at + 1;
    for (;;) {
      end = this.#text.indexOf('"', end);
      if (end < 0) throw new Uncomputable("syntax", '"', uncomputableText.openText());
      if (this.#text[end + 1] !== '"') break;
      end += 2;
    }
    const inner = this.#text.slice(this.#at + 1, end).replaceAll('""', '"');
    this.#at = end + 1;
    return this.#token("text", inner);
  }

  #sheet(name: string): Token {
    if (/[[\]|]/.test(name) || name.includes("\\")) {
      throw new Uncomputable("refused", name, uncomputableText.external(name));
    }
    return this.#token("sheet", name);
  }

  #reference(): Token | null {
    const err = this.#take(error);
    if (err !== null) return this.#token("error", err);
    if (this.#text[this.#at] === "[") return this.#brackets("");
    const sheet = this.#take(bareSheet);
    if (sheet !== null) return this.#sheet(sheet.slice(0, -1));
    const start = this.#at;
    const cells = this.#take(area);
    if (cells === null) return null;
    if (insideSheet(cells)) return this.#token("area", cells);
    this.#at = start;
    return null;
  }

  #plain(): Token | null {
    const n = this.#take(number);
    if (n !== null) return this.#token("number", n);
    const name = this.#take(word);
    if (name !== null) return this.#word(name);
    const op = this.#take(operator);
    return op === null ? null : this.#token("op", op);
  }

  #word(written: string): Token {
    const name = written.replace(prefix, "");
    const next = this.#text[this.#at];
    if (optionalPrefix.test(name))
      return { ...this.#token("name", name.replace(optionalPrefix, "")), inner: "optional" };
    if (next === "(") return this.#token("function", name);
    if (next === "[") return this.#brackets(name);
    return this.#token("name", name);
  }

  /** Table[...] or [@column]; brackets nest and ' escapes one character. */
  #brackets(table: string): Token {
    const start = this.#at + 1;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const c = this.#text[this.#at];
      if (c === "'") this.#at++;
      else if (c === "[") depth++;
      else if (c === "]" && --depth === 0) break;
    }
    const inner = this.#text.slice(start, this.#at);
    this.#at++;
    const next = this.#text[this.#at] ?? "";
    const external = /^\d+$/.test(inner) || /\.xl/i.test(inner) || /^[\p{L}\p{N}_!]/u.test(next);
    if (external) throw new Uncomputable("refused", inner, uncomputableText.external(`[${inner}]`));
    return { ...this.#token("table", table), inner };
  }

  #fail(): never {
    const near = this.#text.slice(this.#at, this.#at + 8);
    if (near.startsWith("|"))
      throw new Uncomputable("refused", "|", uncomputableText.external("|"));
    throw new Uncomputable("syntax", near, uncomputableText.syntax(near));
  }
}

/** Column letters to a zero-based index. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const c of letters.toUpperCase()) n = n * 26 + c.charCodeAt(0) - 64;
  return n - 1;
}

/** Zero-based column index to letters. */
export function columnLetters(index: number): string {
  let text = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  }
  return text;
}

/** Zero-based row and column to "A1". */
export function cellName(row: number, col: number): string {
  return `${columnLetters(col)}${row + 1}`;
}

/** "B12" to zero-based row and column; null when it is not a plain cell address. */
export function readCellName(name: string): { row: number; col: number } | null {
  const m = /^([A-Za-z]{1,3})([1-9]\d{0,6})$/.exec(name);
  if (!m?.[1] || !m[2]) return null;
  const cell = { row: Number(m[2]) - 1, col: columnIndex(m[1]) };
  return cell.row <= lastRow && cell.col <= lastColumn ? cell : null;
}

function insideSheet(cells: string): boolean {
  return cells.split(":").every((part) => {
    const m = /^\$?([A-Za-z]*)\$?(\d*)$/.exec(part);
    const col = m?.[1] ? columnIndex(m[1]) : 0;
    return col <= lastColumn && Number(m?.[2] || 1) - 1 <= lastRow;
  });
}
