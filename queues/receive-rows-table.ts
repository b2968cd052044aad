/** Tables that come from e-forms: CSV in any usual encoding, or .xlsx; headers and rows as text, each with its place. */
import { CsvError, type Info, parse } from "csv-parse/sync";
import { decodeText, ProblemBook, splitLines } from "../core/index.ts";
import { readSheetRows } from "../rules/index.ts";
import { queueError } from "./messages.ja.ts";
import { placeWords, rowsError, tableProblem } from "./receive-rows-messages.ja.ts";

/** One value of a table. */
export interface TableCell {
  readonly text: string;
  readonly kind: "blank" | "text" | "number" | "date" | "error";
  /** For people: "B3", or "3行目". */
  readonly place: string;
}

export interface TableRow {
  /** Line of the file or row of the sheet where it begins. */
  readonly row: number;
  readonly cells: readonly TableCell[];
}

export interface SourceTable {
  readonly kind: "csv" | "xlsx";
  readonly headers: readonly TableCell[];
  readonly rows: readonly TableRow[];
}

export interface TableChoice {
  /** Null: the first sheet. */
  readonly sheet: string | null;
  /** Counted from 1. */
  readonly headerRow: number;
}

const plainChoice: TableChoice = { sheet: null, headerRow: 1 };

/**
 * Repeated header rows and empty rows are left out. Throws QUE109 (not a table), QUE143, QUE144, and RUL… for workbooks that
 * are not opened.
 */
export function readSourceTable(
  bytes: Uint8Array,
  file: string,
  choice: TableChoice = plainChoice,
): SourceTable {
  const isBook = /\.xls[xmb]?$/iu.test(file) || startsAsBook(bytes);
  const rows = isBook ? bookRows(bytes, file, choice) : csvRows(bytes, file);
  const at = rows.findIndex((r) => r.row >= choice.headerRow);
  const headers = (rows[at]?.cells ?? []).map((c) => ({ ...c, text: c.text.trim() }));
  if (headers.every((c) => c.text === ""))
    throw rowsError.noHeader({ file, row: choice.headerRow });
  const body = rows.slice(at + 1).filter((r) => isRecord(r, headers));
  return { kind: isBook ? "xlsx" : "csv", headers, rows: body };
}

/** A zip, or the older form of books that Excel also gives those with a password. */
const startsAsBook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** Neither empty nor the headers once more (exports that were put together repeat them). */
function isRecord(row: TableRow, headers: readonly TableCell[]): boolean {
  return row.cells.some((c, i) => c.text.trim() !== "" && c.text.trim() !== headers[i]?.text);
}

function bookRows(bytes: Uint8Array, file: string, choice: TableChoice): readonly TableRow[] {
  const found = readSheetRows(bytes, file, choice.sheet);
  if (!found) {
    const { sheets } = readSheetRows(bytes, file, null) ?? { sheets: [] };
    throw rowsError.noSheet({ file, sheet: choice.sheet ?? "", sheets });
  }
  return found.rows.map(({ row, cells }) => ({
    row,
    cells: cells.map(({ text, kind, cell }) => ({ text, kind, place: cell })),
  }));
}

interface WithInfo {
  readonly record: readonly string[];
  readonly info: Info;
}

function csvRows(bytes: Uint8Array, file: string): readonly TableRow[] {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) throw queueError.badTable({ file }, { problems: decoded.problems });
  const text = decoded.value;
  // A zero, or the shift signs of JIS mail (ISO-2022-JP).
  const zero = text.search(/\0|\u001b\$/u);
  if (zero >= 0) throw faultAt(text, file, { fault: tableProblem.zero, row: lineOf(text, zero) });
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (rows as readonly WithInfo[]).map(csvRow);
  } catch (cause) {
    const row = openQuoteRow(text, cause);
    if (row !== null) throw faultAt(text, file, { fault: tableProblem.openQuote, row });
    throw queueError.badTable({ file }, { cause });
  }
}

/** 「Unicode テキスト」 of Excel has tabs and no commas. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/u));
  return !head.includes(",") && head.includes("\t") ? "\t" : ",";
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\n|\r/u).length;

/** Line on which a value begins whose quote is not closed, or closed before its end. */
function openQuoteRow(text: string, cause: unknown): number | null {
  if (!(cause instanceof CsvError)) return null;
  if (cause.code === "CSV_QUOTE_NOT_CLOSED") return lineOf(text, lastOpenQuote(text));
  return /QUOTE/u.test(cause.code) ? Number(cause["lines"]) || 1 : null;
}

/** Place of the quote that opens the value in which the text ends. */
function lastOpenQuote(text: string): number {
  let open = -1;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (open < 0) {
      if (/(?:^|[,\t\r\n]) *$/u.test(text.slice(Math.max(0, at - 20), at))) open = at;
    } else if (text[at + 1] === '"') at += 1;
    else open = -1;
  }
  return Math.max(open, 0);
}

interface Fault {
  readonly fault: typeof tableProblem.zero;
  readonly row: number;
}

function faultAt(text: string, file: string, { fault, row }: Fault): Error {
  const book = new ProblemBook(file, splitLines(text));
  book.add(fault, { row }, book.place(row, 1));
  return queueError.badTable({ file }, { problems: book.problems });
}

function csvRow({ record, info }: WithInfo): TableRow {
  // `lines` counts the line on which the record ends; values may hold line breaks.
  const breaks = record.reduce((n, text) => n + (text.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  const row = Math.max(1, info.lines - breaks);
  const place = placeWords.line(row);
  return {
    row,
    cells: record.map((written) => {
      const text = plainText(written);
      return { text, kind: text === "" ? "blank" : "text", place };
    }),
  };
}

/** ="0012" is how some systems keep Excel from dropping zeros: it means the text 0012. */
const plainText = (written: string): string =>
  /^="([^"=+@-][^"]*)"$/u.exec(written)?.[1] ?? written;
