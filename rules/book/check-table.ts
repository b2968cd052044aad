/** Checks a whole table with the clerk's book: all rows at once, so that 「重複していないか」 sees every row. */
import type { Finding } from "../../core/index.ts";
import type { CheckContext, CheckedRecord, CheckedTable, CheckRecord } from "../check-result.ts";
import { inDateSystem, serialOfIso } from "../formula/serial.ts";
import { cellName } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";
import { writeChecked } from "../workbook/write-checked.ts";
import { type BookFile, openBookFile } from "../xlsx/open-book.ts";
import { CalcWorld } from "./calc-world.ts";
import {
  type CaseRow,
  type CaseSheet,
  caseSheetOf,
  rowsOfRecords,
  rowsOfSheet,
  withRows,
} from "./case-table.ts";
import { cellText } from "./cell-input.ts";
import { judge, readOrWhy } from "./judge.ts";
import { type Column, patternRow } from "./pattern-columns.ts";

/**
 * Checks every record (null: the rows that stand in the book itself). Context sheets are not replaced: the book's own
 * masters count. Throws RUL001–RUL009.
 */
export async function checkTable(
  path: string,
  records: readonly CheckRecord[] | null,
  context: Pick<CheckContext, "today">,
): Promise<CheckedTable> {
  const book = openBookFile(path);
  return inDateSystem(book.data.date1904, () => checkedTable(book, records, context));
}

function checkedTable(
  book: BookFile,
  records: readonly CheckRecord[] | null,
  context: Pick<CheckContext, "today">,
): CheckedTable {
  const sheet = caseSheetOf(book.data);
  const today = serialOfIso(context.today);
  const rows = records
    ? new Map(rowsOfRecords(sheet, records, today).map((row, i) => [patternRow + i, row]))
    : rowsOfSheet(sheet);
  const data = withRows(book.data, sheet, rows);
  const world = new CalcWorld(data);
  world.startRound(today);
  const checked = [...rows.keys()].map((row) => checkRow(world, sheet, row));
  const named = (...kinds: Column["kind"][]): string[] =>
    sheet.columns.filter((c) => kinds.includes(c.kind)).map((c) => c.name);
  return {
    inputs: named("input"),
    rules: named("error", "warning"),
    records: checked,
    async writeTo(file) {
      const replaced: BookFile = { ...book, data };
      writeChecked({ book: replaced, before: book.data, sheet, rows, world, checked }, file);
    },
  };
}

/** Everything that the writer needs of a table that was checked. */
export interface CheckedBook {
  /** With the records in its case sheet. */
  readonly book: BookFile;
  readonly before: BookFile["data"];
  readonly sheet: CaseSheet;
  readonly rows: ReadonlyMap<number, CaseRow>;
  readonly world: CalcWorld;
  readonly checked: readonly CheckedRecord[];
}

function checkRow(world: CalcWorld, sheet: CaseSheet, row: number): CheckedRecord {
  const findings: Finding[] = [];
  const derived: Record<string, string> = {};
  for (const c of sheet.columns) {
    if (c.kind === "input") continue;
    const value = readOrWhy(() => world.sheets[sheet.index]?.read(row, c.col) ?? null);
    const text =
      c.kind === "derived" && !(value instanceof Uncomputable) ? cellText(value, c.format) : null;
    if (text !== null) {
      derived[c.name] = text;
      continue;
    }
    const finding = judge(c, { value, sheet: sheet.data.name, ...placeOf(world, sheet, c, row) });
    if (finding) findings.push(finding);
  }
  return { row: row + 1, findings, derived };
}

function placeOf(
  world: CalcWorld,
  sheet: CaseSheet,
  c: Column,
  row: number,
): { readonly cell: string; readonly formula: string } {
  const text = world.sheets[sheet.index]?.ownFormula(row, c.col) ?? undefined;
  return { cell: cellName(row, c.col), formula: text === undefined ? c.formula : `=${text}` };
}
