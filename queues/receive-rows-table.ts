/** Tables that come from e-forms: CSV in any usual encoding, or .xlsx; headers and rows as text, each with its place. */
import { type Info, parse } from "csv-parse/sync";
import { decodeText } from "../core/index.ts";
import { readSheetRows } from "../rules/index.ts";
import { queueError } from "./messages.ja.ts";
import { placeWords, rowsError } from "./receive-rows-messages.ja.ts";

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
  const isBook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isBook ? bookRows(bytes, file, choice) : csvRows(bytes, file);
  const at = rows.findIndex((r) => r.row >= choice.headerRow);
  const headers = (rows[at]?.cells ?? []).map((c) => ({ ...c, text: c.text.trim() }));
  if (headers.every((c) => c.text === ""))
    throw rowsError.noHeader({ file, row: choice.headerRow });
  const body = rows.slice(at + 1).filter((r) => isRecord(r, headers));
  return { kind: isBook ? "xlsx" : "csv", headers, rows: body };
}

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
  try {
    const rows: unknown = parse(decoded.value, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (rows as readonly WithInfo[]).map(csvRow);
  } catch (cause) {
    throw queueError.badTable({ file }, { cause });
  }
}

function csvRow({ record, info }: WithInfo): TableRow {
  // `lines` counts the line on which the record ends; values may hold line breaks.
  const breaks = record.reduce((n, text) => n + (text.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  const row = Math.max(1, info.lines - breaks);
  const place = placeWords.line(row);
  return {
    row,
    cells: record.map((text) => ({ text, kind: text === "" ? "blank" : "text", place })),
  };
}
