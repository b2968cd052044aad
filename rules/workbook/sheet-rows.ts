/** The rows of a sheet as a clerk sees them: texts, and what kind of cell each came from. For e-form exports as .xlsx. */
import { textOfNumber } from "../formula/coerce.ts";
import { inDateSystem, isoOfSerial } from "../formula/serial.ts";
import { cellName } from "../formula/tokens.ts";
import { CellError } from "../formula/value.ts";
import { isDateFormat } from "../number-format/index.ts";
import type { BookData, CellData, SheetData } from "../xlsx/book-data.ts";
import { parseBook } from "../xlsx/open-book.ts";

/** One cell as text. Dates are YYYY-MM-DD (with the time when there is one), numbers without grouping. */
export interface SheetCell {
  readonly text: string;
  readonly kind: "blank" | "text" | "number" | "date" | "error";
  /** For example "B3". */
  readonly cell: string;
}

/** One sheet of a workbook. */
export interface SheetRows {
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** Rows that hold anything, in order. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly SheetCell[] }[];
}

/**
 * Reads the named sheet (null: the first that holds anything). Null when there is no such sheet. Throws RUL002–RUL007 for
 * files that are not opened.
 */
export function readSheetRows(
  bytes: Uint8Array,
  file: string,
  sheet: string | null,
): SheetRows | null {
  const book = parseBook(bytes, file);
  const sheets = book.sheets.map((s) => s.name);
  const found =
    sheet === null
      ? (book.sheets.find((s) => s.rows.length > 0) ?? book.sheets[0])
      : book.sheets.find((s) => s.name === sheet);
  if (!found) return null;
  const rows = inDateSystem(book.date1904, () => rowsOf(book, found));
  return { sheet: found.name, sheets, rows };
}

function rowsOf(book: BookData, sheet: SheetData): SheetRows["rows"] {
  const rows: { row: number; cells: SheetCell[] }[] = [];
  sheet.rows.forEach((row, r) => {
    if (!row) return;
    const cells: SheetCell[] = [];
    for (let c = 0; c < row.length; c++)
      cells.push({ ...shown(row[c], book), cell: cellName(r, c) });
    if (cells.some((cell) => cell.kind !== "blank")) rows.push({ row: r + 1, cells });
  });
  return rows;
}

function shown(cell: CellData | undefined, book: BookData): Omit<SheetCell, "cell"> {
  const v = cell?.value ?? null;
  if (!cell || v === null || v === "") return { text: "", kind: "blank" };
  if (v instanceof CellError) return { text: v.code, kind: "error" };
  if (typeof v === "string") return { text: v, kind: "text" };
  if (typeof v === "boolean") return { text: String(v).toUpperCase(), kind: "text" };
  const format = book.formats[cell.style] ?? "General";
  if (isDateFormat(format)) return { text: dateText(v), kind: "date" };
  // A format of zeros only is how clerks keep leading zeros: what they see is what they mean.
  const zeros = /^0+$/.exec(format)?.[0].length ?? 0;
  return { text: textOfNumber(v).padStart(zeros, "0"), kind: "number" };
}

function dateText(serial: number): string {
  const day = isoOfSerial(Math.floor(serial)) ?? String(serial);
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  if (minutes === 0) return day;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
