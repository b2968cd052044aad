/** What a matched sentence holds, by the names of its phrases; the keyword table builds steps from it. */
import type { ProblemBook } from "../core/index.ts";
import { readFormula } from "./formula-text.ts";
import { okAnswers } from "./keyword-words.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { RowTarget, Step, Target, Value } from "./scenario.ts";
import { fieldName, type Piece, placeIn, type Sentence, valueOfPieces } from "./sentence.ts";

type Bare<T> = T extends unknown ? Omit<T, "at" | "sentence"> : never;
/** A step without its place: what a sentence means. */
export type StepBody = Bare<Step>;

const firstRow: Value = [{ kind: "text", text: "1" }];

/** Reads the named groups of a match; what cannot be is reported to the book, never thrown. */
export class Found {
  readonly #sentence: Sentence;
  readonly #match: RegExpExecArray;
  readonly #book: ProblemBook;

  constructor(sentence: Sentence, match: RegExpExecArray, book: ProblemBook) {
    this.#sentence = sentence;
    this.#match = match;
    this.#book = book;
  }

  /** Fixed text of a 「…」; {…} inside is reported. */
  text(name: string): string {
    const piece = this.#pieces(name)[0];
    return piece === undefined ? "" : this.#caption(piece);
  }

  target(name: string): Target {
    const scope = this.#pieces(`${name}Scope`)[0];
    return {
      caption: this.text(`${name}Caption`),
      scope: scope === undefined ? null : this.#caption(scope),
      ...this.#nth(name),
    };
  }

  #nth(name: string): { nth?: number } {
    const nth = this.#match.groups?.[`${name}Nth`];
    return nth === undefined ? {} : { nth: Number(nth) };
  }

  path(name: string): string[] {
    return this.#pieces(name).map((piece) => this.#caption(piece));
  }

  value(name: string): Value {
    return valueOfPieces(this.#sentence, this.#pieces(name), this.#book);
  }

  field(name: string): string {
    const piece = this.#pieces(name)[0];
    return piece === undefined ? "" : fieldName(this.#sentence, piece, this.#book);
  }

  /** Names of {…}{…}, each once. */
  fields(name: string): string[] {
    const names = this.#pieces(name).map((p) => fieldName(this.#sentence, p, this.#book));
    return [...new Set(names)];
  }

  /** The text of an Excel formula, quotes and braces as written. */
  formula(name: string): string {
    const piece = this.#pieces(name)[0];
    if (piece === undefined) return "";
    return readFormula(
      piece.text,
      placeIn(this.#sentence, piece.start + 1, piece.end - 1),
      this.#book,
    );
  }

  /** 「明細.xlsx」の「4月」シート */
  file(name: string): { file: string; sheet: string | null } {
    const sheet = this.#pieces(`${name}Sheet`)[0];
    return { file: this.text(name), sheet: sheet === undefined ? null : this.#caption(sheet) };
  }

  /** 部品「…」の版1: the sentences are put in by whoever knows the parts. */
  part(name: string): StepBody {
    const version = Number(this.#match.groups?.[`${name}Version`] ?? "0");
    return { kind: "call", part: this.text(name), version, given: [], returns: [], steps: [] };
  }

  row(name: string): RowTarget {
    if (this.#match.groups?.[`${name}First`] !== undefined)
      return { ...this.table(name), number: firstRow, column: "", value: [] };
    const nth = this.#match.groups?.[`${name}Number`];
    if (nth !== undefined) {
      const pieces = this.value(`${name}Number`);
      const number = pieces.length > 0 ? pieces : [{ kind: "text" as const, text: nth }];
      return { ...this.table(name), number, column: "", value: [] };
    }
    return {
      ...this.table(name),
      column: this.text(`${name}Column`),
      value: this.value(`${name}Value`),
    };
  }

  /** A field in a row: 「…の行の「列」の2番目」. */
  box(name: string): { row: RowTarget; caption: string; nth?: number } {
    return { row: this.row(name), caption: this.cellCaption(name), ...this.#nth(name) };
  }

  /** The caption after 「…の行の」. */
  cellCaption(name: string): string {
    return this.text(`${name}Caption`);
  }

  table(name: string): { table: string; scope: string | null } {
    const scope = this.#pieces(`${name}Scope`)[0];
    return {
      table: this.text(`${name}Table`),
      scope: scope === undefined ? null : this.#caption(scope),
    };
  }

  number(name: string): number {
    return Number(this.#match.groups?.[name] ?? "0");
  }

  answer(name: string): "ok" | "cancel" {
    const piece = this.#pieces(name)[0];
    const word = piece?.text.normalize("NFKC").trim() ?? this.#match.groups?.[name] ?? "";
    return okAnswers.includes(word) ? "ok" : "cancel";
  }

  #pieces(name: string): Piece[] {
    const range = this.#match.indices?.groups?.[name];
    if (range === undefined) return [];
    return this.#sentence.pieces.slice(range[0], range[1]).filter((piece) => piece !== null);
  }

  #caption(piece: Piece): string {
    const place = placeIn(this.#sentence, piece.start, piece.end);
    if (/\{[^{}]*\}/u.test(piece.text)) this.#book.add(scenarioProblem.fieldInCaption, {}, place);
    else if (piece.text.trim() === "") this.#book.add(scenarioProblem.emptyCaption, {}, place);
    return piece.text;
  }
}
