/** Reports as a workbook: one sheet per table, texts as texts, numbers as numbers. */
import { columnLetters } from "../formula/tokens.ts";
import type { OutCell, OutSheet } from "../xlsx/out-sheet.ts";
import { writeBook } from "../xlsx/write-book.ts";
import type { StyleName } from "../xlsx/write-styles.ts";
import { placesOf } from "./text-width.ts";
import { writeWhole } from "./write-file.ts";

/** One column of a report. */
export interface TableColumn {
  readonly caption: string;
  /** In characters; fitted to the contents when it is not given. */
  readonly width?: number;
}

/** One sheet of a report; numbers are written as numbers, everything else as text. */
export interface Table {
  /** Name of the sheet; characters that Excel refuses are replaced. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Writes the tables in order. A text is never a formula, whatever it begins with. */
export async function writeTableBook(tables: readonly Table[], file: string): Promise<void> {
  const names = new Set<string>();
  writeWhole(file, writeBook(tables.map((t) => sheetOf(t, names))));
}

function sheetOf(table: Table, names: Set<string>): OutSheet {
  const last = columnLetters(Math.max(0, table.columns.length - 1));
  return {
    name: sheetName(table.name, names),
    columns: table.columns.map((c, i) => ({ width: c.width ?? fittedWidth(table, i) })),
    rows: [
      table.columns.map((c): OutCell => ({ value: c.caption, style: "header" })),
      ...table.rows.map((row) => row.map((value): OutCell => ({ value, style: styleOf(value) }))),
    ],
    freeze: { rows: 1, cols: 0 },
    filter: `A1:${last}${table.rows.length + 1}`,
    printTitleRows: 1,
  };
}

function styleOf(value: string | number | null): StyleName {
  if (typeof value !== "number") return "text";
  return Number.isInteger(value) ? "number" : "decimal";
}

const narrowest = 8;
const widest = 60;

function fittedWidth(table: Table, i: number): number {
  let width = placesOf(table.columns[i]?.caption ?? "");
  for (const row of table.rows.slice(0, 500))
    width = Math.max(width, placesOf(String(row[i] ?? "").slice(0, widest)));
  return Math.min(widest, Math.max(narrowest, width + 2));
}

/** At most 31 characters, none of []:*?/\, no apostrophe at either end, each name once. */
function sheetName(wanted: string, names: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, "_")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "Sheet";
  let name = clean;
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${clean.slice(0, 27)}(${n})`;
  names.add(name.toLowerCase());
  return name;
}
