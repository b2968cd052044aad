/** From the rows of a table to the values of cases: columns found, texts brought into the form of their fields, doubts named. */
import {
  type AskReason,
  nearestWord,
  type Problem,
  ProblemBook,
  type ProblemRow,
} from "../core/index.ts";
import { type FormField, normaliseTyped } from "../ocr/index.ts";
import { evaluateFormula } from "../rules/index.ts";
import { placesOf, plainHeader } from "./receive-rows-header.ja.ts";
import { columnSource, type FieldSource, type Mapping } from "./receive-rows-mapping.ts";
import { placeWords, tableProblem } from "./receive-rows-messages.ja.ts";
import type { SourceTable, TableCell, TableRow } from "./receive-rows-table.ts";

/** The value of one field of one row. */
export interface RowValue {
  readonly value: string;
  /** As it stood in the table. */
  readonly raw: string;
  /** Why a person must look at it; empty when nobody need. */
  readonly reasons: readonly AskReason[];
}

/** One row of a table on its way to a case; `row` is its line in the file. */
export interface PlannedRow {
  readonly row: number;
  readonly values: Readonly<Record<string, RowValue>>;
}

/** What becomes of a table. */
export interface RowsPlan {
  readonly sources: ReadonlyMap<string, FieldSource>;
  readonly rows: readonly PlannedRow[];
  /** Captions that no field uses. */
  readonly unusedColumns: readonly string[];
  /** Errors keep the whole table out; warnings are about single values. */
  readonly problems: readonly Problem[];
}

/** What the plan must know of the bot. */
export interface PlanTarget {
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly formFields: readonly FormField[];
  readonly now: Date;
  /** Values stay as they stand in the table, blanks at their ends included. */
  readonly keepsBlanks?: boolean;
}

/** Never throws for what stands in the table: all problems are collected with their places. */
export function planRows(
  table: SourceTable,
  file: string,
  by: { readonly mapping: Mapping | null; readonly target: PlanTarget },
): RowsPlan {
  return new Planner(table, file, by).plan();
}

/** Types whose values Excel likes to turn into dates, or numbers without leading zeros. */
const numberTypes: ReadonlySet<string> = new Set([
  "digits",
  "account-number",
  "postal-code",
  "phone",
  "corporate-number",
  "invoice-number",
]);
const looksLikeDate =
  /^\d{1,4}\/\d{1,2}(?:\/\d{1,2})?$|^\d{1,2}\u6708\d{1,2}\u65e5$|^\d{1,2}-[A-Z][a-z]{2}(?:-\d{2})?$|^[A-Z][a-z]{2}-\d{2}$/u;
const looksLikeExponent = /^\d(?:\.\d+)?E\+\d{2,}$/iu;
const timeBehindDate = /[ T]\d{1,2}:\d{2}(?::\d{2})?$/u;
const mostExactDigits = 15;

interface Found {
  readonly index: number;
  readonly caption: string;
}

class Planner {
  readonly #table: SourceTable;
  readonly #mapping: Mapping | null;
  readonly #target: PlanTarget;
  readonly #book: ProblemBook;
  readonly #file: string;
  readonly #used = new Set<number>();
  /** Columns by their caption, and by what two spellings of it have in common. */
  readonly #byText: ReadonlyMap<string, readonly number[]>;
  readonly #byPlain: ReadonlyMap<string, readonly number[]>;
  readonly #formFields: ReadonlyMap<string, FormField>;

  constructor(
    table: SourceTable,
    file: string,
    by: { readonly mapping: Mapping | null; readonly target: PlanTarget },
  ) {
    this.#table = table;
    this.#file = file;
    this.#mapping = by.mapping;
    this.#target = by.target;
    this.#book = new ProblemBook(file, []);
    this.#byText = placesOf(table.headers, (text) => text);
    this.#byPlain = placesOf(table.headers, plainHeader);
    this.#formFields = new Map(by.target.formFields.map((f) => [f.name, f]));
  }

  get #isMapped(): boolean {
    return (this.#mapping?.fields.size ?? 0) > 0;
  }

  plan(): RowsPlan {
    const sources = this.#sources();
    const columns = new Map(
      [...sources].map(([field, s]) => [field, this.#columns(field, s)] as const),
    );
    for (const row of this.#table.rows) this.#checkLength(row);
    const rows = this.#table.rows.map((row) => ({
      row: row.row,
      values: Object.fromEntries(
        [...sources].map(([field, s]) => [
          field,
          this.#value(field, s, row, columns.get(field) ?? []),
        ]),
      ),
    }));
    const unused = this.#mapping?.unused.map(plainHeader) ?? [];
    const unusedColumns = this.#table.headers.flatMap((h, i) =>
      h.text === "" || this.#used.has(i) || unused.includes(plainHeader(h.text)) ? [] : [h.text],
    );
    return { sources, rows, unusedColumns, problems: this.#book.problems };
  }

  /** Without a mapping every column is the field of its name; captions that are no field stay as they are. */
  #sources(): ReadonlyMap<string, FieldSource> {
    if (this.#isMapped) return this.#withRequired(this.#mapping?.fields ?? new Map());
    const sources = new Map<string, FieldSource>();
    const fields = new Map([...this.#target.fields].reverse().map((f) => [plainHeader(f), f]));
    for (const header of this.#table.headers) {
      if (header.text === "") continue;
      const field = fields.get(plainHeader(header.text));
      // A caption that nobody needs may stand there twice.
      if (field !== undefined) sources.set(field, columnSource(header.text));
      else if (!sources.has(header.text))
        sources.set(header.text, columnSource(`${header.text}#1`));
    }
    return this.#withRequired(sources);
  }

  /** A field that the bot needs and nobody maps must at least have a column of its name; any other of the form is empty. */
  #withRequired(given: ReadonlyMap<string, FieldSource>): ReadonlyMap<string, FieldSource> {
    const all = new Map(given);
    for (const field of this.#target.required)
      if (!all.has(field)) all.set(field, columnSource(field));
    for (const { name } of this.#target.formFields)
      if (!all.has(name)) all.set(name, this.#absent(name, given));
    return all;
  }

  /** A caption that is nearly the field's may be its column: then a person says so. */
  #absent(field: string, given: ReadonlyMap<string, FieldSource>): FieldSource {
    const known = [...this.#target.fields, ...(this.#mapping?.unused ?? [])];
    for (const [name, source] of this.#isMapped ? given : [])
      known.push(name, ...(source.kind === "columns" ? source.columns : []));
    const taken = new Set(known.map(plainHeader));
    const others = this.#table.headers.filter(
      (h) => h.text !== "" && !taken.has(plainHeader(h.text)),
    );
    const near = nearestWord(
      field,
      others.map((h) => h.text),
    );
    if (near !== null) this.#add(tableProblem.nearColumn, { field, column: near }, { row: 1 });
    return { kind: "none" };
  }

  #columns(field: string, source: FieldSource): readonly Found[] {
    if (source.kind === "value" || source.kind === "none") return [];
    if (source.kind === "formula") return this.#formulaColumns(source.formula);
    return source.columns.flatMap((caption) => this.#column(field, caption));
  }

  #column(field: string, written: string): readonly Found[] {
    const numbered = /^(.*)#(\d+)$/su.exec(written);
    const exact = this.#byText.get(written) ?? [];
    const caption = exact.length === 0 && numbered ? (numbered[1] ?? written) : written;
    const hits = exact.length > 0 ? exact : (this.#byPlain.get(plainHeader(caption)) ?? []);
    const chosen = exact.length === 0 && numbered ? hits[Number(numbered[2]) - 1] : hits[0];
    if (chosen === undefined) {
      this.#add(tableProblem.missingColumn, { field, column: written }, { row: 1 });
      return [];
    }
    if (hits.length > 1 && !numbered) {
      const places = hits.map((i) => this.#headerPlace(i));
      this.#add(tableProblem.twice, { column: caption, places }, { row: 1 });
    }
    this.#used.add(chosen);
    return [{ index: chosen, caption: written }];
  }

  #headerPlace(index: number): string {
    const { place } = this.#table.headers[index] ?? { place: "" };
    return this.#table.kind === "xlsx" ? place : placeWords.column(index + 1);
  }

  #formulaColumns(formula: string): readonly Found[] {
    const found = this.#table.headers.flatMap((h, index) =>
      h.text !== "" && formula.includes(h.text) ? [{ index, caption: h.text }] : [],
    );
    for (const f of found) this.#used.add(f.index);
    return found;
  }

  #checkLength(row: TableRow): void {
    const wanted = this.#table.headers.length;
    const given = row.cells.length;
    if (given > wanted && row.cells.slice(wanted).some((c) => c.text !== ""))
      this.#add(tableProblem.longRow, { row: row.row, given, wanted }, row);
  }

  #value(field: string, source: FieldSource, row: TableRow, columns: readonly Found[]): RowValue {
    if (source.kind === "value") return plain(source.value, source.value);
    if (source.kind === "none") return plain("", "");
    if (source.kind === "formula") return this.#computed(field, source.formula, row);
    const formField = this.#formFields.get(field);
    const reasons: AskReason[] = [];
    const texts = columns.map(({ index, caption }) => {
      const cell = row.cells[index] ?? { text: "", kind: "blank", place: "" };
      const doubt = this.#doubt(cell, caption, { row: row.row, column: index + 1, formField });
      if (doubt) reasons.push(doubt);
      return this.#target.keepsBlanks ? cell.text : cell.text.trim();
    });
    const raw = texts.filter((t) => t !== "").join(source.joint);
    const first = row.cells[columns[0]?.index ?? -1];
    const text = padded(replaced(raw, source), source, { first, formField });
    // A value that Excel has spoiled is for a person; its form need not be told as well.
    const value =
      reasons.length > 0 ? text : this.#shaped(text, { field, formField, row: row.row });
    return { value, raw, reasons };
  }

  #computed(field: string, formula: string, row: TableRow): RowValue {
    const values: Record<string, string> = {};
    this.#table.headers.forEach((h, i) => {
      if (h.text !== "" && !Object.hasOwn(values, h.text))
        values[h.text] = row.cells[i]?.text.trim() ?? "";
    });
    const outcome = evaluateFormula(formula, values, this.#target.now);
    if (outcome.kind === "value") {
      const text = String(outcome.value);
      const formField = this.#formFields.get(field);
      return plain(this.#shaped(text, { field, formField, row: row.row }), text);
    }
    const facts = { row: row.row, field, why: outcome.message };
    return { value: "", raw: "", reasons: [this.#add(tableProblem.formula, facts, row)] };
  }

  /** What Excel may have done to a value before it came here. */
  #doubt(
    cell: TableCell,
    column: string,
    place: {
      readonly row: number;
      readonly column: number;
      readonly formField: FormField | undefined;
    },
  ): AskReason | null {
    const { formField, ...at } = place;
    const facts = { place: cell.place, column };
    if (cell.kind === "error")
      return this.#add(tableProblem.errorValue, { ...facts, code: cell.text }, at);
    if (!formField || formField.type === "date") return null;
    const numeric = numberTypes.has(formField.type);
    if (cell.kind === "date" || (numeric && looksLikeDate.test(cell.text)))
      return this.#add(tableProblem.becameDate, facts, at);
    const long = cell.kind === "number" && cell.text.replace(/\D/g, "").length > mostExactDigits;
    if (long || (numeric && looksLikeExponent.test(cell.text)))
      return this.#add(tableProblem.exponent, facts, at);
    return null;
  }

  /** The value in the form of its field; what has no such form stays as it is, and the check book judges it. */
  #shaped(
    text: string,
    at: { readonly field: string; readonly formField: FormField | undefined; readonly row: number },
  ): string {
    if (!at.formField || text === "") return text;
    const written = at.formField.type === "date" ? text.replace(timeBehindDate, "") : text;
    const typed = normaliseTyped(at.formField, written);
    if (typed.ok) return typed.value;
    this.#add(tableProblem.shape, { row: at.row, field: at.field, why: typed.message }, at);
    return text;
  }

  #add<A>(
    problem: ProblemRow<A>,
    facts: A,
    place: { readonly row: number; readonly column?: number },
  ): AskReason {
    const words = problem.say(facts);
    const at = { file: this.#file, line: place.row, column: place.column ?? 1, length: 1 };
    const { code, severity } = problem;
    this.#book.addAll([{ code, severity, ...words, at, lineText: "" }]);
    return { code, message: words.message };
  }
}

const plain = (value: string, raw: string): RowValue => ({ value, raw, reasons: [] });

function replaced(text: string, source: Extract<FieldSource, { kind: "columns" }>): string {
  if (source.replace.size === 0) return text;
  const key = text.normalize("NFKC");
  for (const [from, to] of source.replace) if (from.normalize("NFKC") === key) return to;
  return text;
}

/** Zeros that were lost: as the mapping says, or to the length of the field when Excel held the value as a number. */
function padded(
  text: string,
  source: Extract<FieldSource, { kind: "columns" }>,
  at: { readonly first: TableCell | undefined; readonly formField: FormField | undefined },
): string {
  const plainText = text.normalize("NFKC");
  if (!/^\d+$/u.test(plainText)) return text;
  if (source.digits !== null) return plainText.padStart(source.digits, "0");
  const fixed = at.formField?.type === "account-number" ? 7 : (at.formField?.boxes ?? 0);
  const numeric = at.formField !== undefined && numberTypes.has(at.formField.type);
  return at.first?.kind === "number" && numeric ? plainText.padStart(fixed, "0") : text;
}
