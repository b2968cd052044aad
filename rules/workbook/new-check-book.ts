/** Makes a check book from the fields of a form: the usual checks for their types, ready to be changed by a clerk. */
import { rmSync } from "node:fs";
import type ExcelJS from "exceljs";
import type { Clock } from "../../core/index.ts";
import { readCaption } from "../book/caption-words.ja.ts";
import { columnLetters } from "../formula/tokens.ts";
import {
  type CheckField,
  type CheckFormula,
  checksOfFields,
  type MasterColumns,
} from "./field-checks.ja.ts";
import { guideChecks, guideTop, newBookWords, sampleOf } from "./new-check-words.ja.ts";
import { placesOf } from "./text-width.ts";
import { writeCalculated } from "./write-calculated.ts";
import { writeWhole } from "./write-file.ts";

/** The form whose checks are to be written. */
export interface NewCheckBook {
  readonly title: string;
  readonly fields: readonly CheckField[];
}

/** Writes the book and gives the captions of its checks. Throws RUL013 when the file cannot be written. */
export async function writeNewCheckBook(
  form: NewCheckBook,
  file: string,
  options: { readonly clock: Clock },
): Promise<readonly string[]> {
  const masters = masterSheets(form.fields);
  const checks = checksOfFields(form.fields, masterColumns(masters));
  const { default: Excel } = await import("exceljs");
  const book = new Excel.Workbook();
  book.created = options.clock.now();
  book.modified = book.created;
  addCaseSheet(book, { fields: form.fields, checks, today: options.clock.now() });
  for (const [name, columns] of masters) addMaster(book, name, columns);
  addGuide(book, form.title, checks);
  const draft = `${file}.draft`;
  writeWhole(draft, new Uint8Array(await book.xlsx.writeBuffer()));
  try {
    // Viewers without a formula engine show what buka computes.
    await writeCalculated(draft, file, options);
  } finally {
    rmSync(draft, { force: true });
  }
  return checks.map((c) => c.caption);
}

type Masters = ReadonlyMap<string, readonly string[]>;

/** Columns of each master sheet that the form names. */
function masterSheets(fields: readonly CheckField[]): Masters {
  const sheets = new Map<string, string[]>();
  for (const f of fields) {
    const slash = f.master?.indexOf("/") ?? -1;
    if (f.master === null || slash < 1) continue;
    const columns = sheets.get(f.master.slice(0, slash)) ?? [];
    const column = f.master.slice(slash + 1).trim();
    if (!columns.includes(column)) columns.push(column);
    sheets.set(f.master.slice(0, slash), columns);
  }
  return sheets;
}

function masterColumns(masters: Masters): MasterColumns {
  const letters = new Map<string, string>();
  for (const [sheet, columns] of masters)
    columns.forEach((c, i) => {
      letters.set(`${sheet}/${c}`, columnLetters(i));
    });
  return letters;
}

const fontName = "Meiryo UI";
const fill = (argb: string): ExcelJS.Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { argb },
});
const fills = {
  input: fill("FFDCE6F1"),
  check: fill("FFE2EFDA"),
  warning: fill("FFFFF2CC"),
};
/** Rows for which colours are made ready. */
const lastRow = 1000;
/** A page of A4 across holds so many characters that can still be read. */
const charactersPerPage = 190;

interface CaseSheet {
  readonly fields: readonly CheckField[];
  readonly checks: readonly CheckFormula[];
  readonly today: Date;
}

function addCaseSheet(book: ExcelJS.Workbook, form: CaseSheet): void {
  const { fields, checks, today } = form;
  const sheet = book.addWorksheet(newBookWords.caseSheet, {
    views: [{ state: "frozen", ySplit: 1, xSplit: 1 }],
  });
  const captions = [...fields.map((f) => f.name), newBookWords.receivedOn];
  fields.forEach((f, i) => {
    const value = sampleValue(f, today);
    addInput(sheet, i + 1, { caption: f.name, format: formatOf(f), value, longest: f.maxLength });
    if (f.options.length > 0) addList(sheet, i + 1, f.options);
  });
  const received = { caption: newBookWords.receivedOn, format: dateFormat, value: day(today) };
  addInput(sheet, captions.length, { ...received, longest: null });
  checks.forEach((c, i) => {
    addCheck(sheet, captions.length + i + 1, { ...c, formula: addressed(c.formula, captions) });
  });
  sheet.getRow(1).height = 34;
  const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  sheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: Math.ceil(width / charactersPerPage),
    fitToHeight: 0,
    printTitlesRow: "1:1",
    printTitlesColumn: "A:A",
  };
}

const dateFormat = "yyyy/m/d";

function formatOf(f: CheckField): string {
  if (f.type === "date") return dateFormat;
  return f.type === "amount" ? "#,##0" : "@";
}

function sampleValue(f: CheckField, today: Date): string | number | Date {
  if (f.type === "date") return day(today);
  return f.type === "amount" ? 1000 : sampleOf(f);
}

/** The day in Japan, as the date that exceljs writes. */
const day = (d: Date): Date => {
  const japan = new Date(d.getTime() + 9 * 3_600_000);
  return new Date(Date.UTC(japan.getUTCFullYear(), japan.getUTCMonth(), japan.getUTCDate()));
};

interface InputColumn {
  readonly caption: string;
  readonly format: string;
  readonly value: string | number | Date;
  /** Characters that the field takes at most; null when nobody says. */
  readonly longest: number | null;
}

const datePlaces = "2026/12/31";
/** Room for long texts; what is longer goes on in the next line. */
const roomForTexts = 24;

function addInput(sheet: ExcelJS.Worksheet, col: number, c: InputColumn): void {
  const column = sheet.getColumn(col);
  const sample = String(c.value instanceof Date ? datePlaces : c.value);
  column.width = Math.max(widthOf(c.caption, sample), Math.min(roomForTexts, c.longest ?? 0));
  column.numFmt = c.format;
  styleHeader(sheet.getRow(1).getCell(col), c.caption, fills.input);
  const cell = sheet.getRow(2).getCell(col);
  cell.numFmt = c.format;
  cell.font = { name: fontName, size: 10 };
  // Findings begin at the top of their rows, which may be high.
  cell.alignment = { vertical: "top", wrapText: (c.longest ?? 0) > roomForTexts };
  if (c.value !== "") cell.value = c.value;
}

function addList(sheet: ExcelJS.Worksheet, col: number, options: readonly string[]): void {
  const list = options.join(",");
  // Excel takes lists of up to 255 characters in a cell's rule.
  if (list.length > 250 || list.includes('"')) return;
  sheet.getRow(2).getCell(col).dataValidation = {
    type: "list",
    allowBlank: true,
    formulae: [`"${list}"`],
  };
}

function addCheck(sheet: ExcelJS.Worksheet, col: number, c: CheckFormula): void {
  const letters = columnLetters(col - 1);
  sheet.getColumn(col).width = 26;
  styleHeader(
    sheet.getRow(1).getCell(col),
    c.caption,
    readCaption(c.caption).kind === "warning" ? fills.warning : fills.check,
  );
  const cell = sheet.getRow(2).getCell(col);
  cell.value = { formula: c.formula, result: "" };
  cell.font = { name: fontName, size: 10 };
  cell.alignment = { wrapText: true, vertical: "top" };
  sheet.addConditionalFormatting({
    ref: `${letters}2:${letters}${lastRow}`,
    rules: [
      {
        type: "expression",
        priority: col,
        formulae: [
          `OR(${letters}2=FALSE,AND(ISTEXT(${letters}2),${letters}2<>"",${letters}2<>"OK"))`,
        ],
        style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } } },
      },
    ],
  });
}

function addressed(formula: string, captions: readonly string[]): string {
  return formula.replace(/\{([^{}"]+)\}/g, (whole, caption: string) => {
    const at = captions.indexOf(caption);
    return at < 0 ? whole : `${columnLetters(at)}2`;
  });
}

function addMaster(book: ExcelJS.Workbook, name: string, columns: readonly string[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  columns.forEach((caption, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = widthOf(caption, "");
    column.numFmt = "@";
    styleHeader(sheet.getRow(1).getCell(i + 1), caption, fills.input);
    const cell = sheet.getRow(2).getCell(i + 1);
    cell.value = newBookWords.sampleList;
    cell.numFmt = "@";
    cell.font = { name: fontName, size: 10 };
  });
}

const guideWidth = 88;

function addGuide(book: ExcelJS.Workbook, title: string, checks: readonly CheckFormula[]): void {
  const sheet = book.addWorksheet(newBookWords.guideSheet, {
    pageSetup: { paperSize: 9, orientation: "portrait", fitToPage: true, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = 28;
  sheet.getColumn(2).width = guideWidth;
  const lines = [
    ...guideTop(title),
    [guideChecks, ""] as const,
    ...checks.map((c) => [c.caption, c.note] as const),
  ];
  lines.forEach(([name, what], i) => {
    const row = sheet.getRow(i + 1);
    [name, what].forEach((text, c) => {
      const cell = row.getCell(c + 1);
      cell.value = text;
      cell.font = { name: fontName, size: 10, bold: c === 0 };
      cell.alignment = { vertical: "top", wrapText: true };
    });
    row.height = 16 * Math.max(1, Math.ceil(placesOf(what) / (guideWidth - 4)));
    if (what === "") row.getCell(1).fill = fills.input;
  });
}

function styleHeader(cell: ExcelJS.Cell, caption: string, background: ExcelJS.Fill): void {
  cell.value = caption;
  cell.numFmt = "@";
  cell.fill = background;
  cell.font = { name: fontName, size: 10, bold: true };
  cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
  cell.border = { bottom: { style: "thin" }, right: { style: "hair" } };
}

/** In characters; full-width ones take two places. */
function widthOf(caption: string, sample: string): number {
  return Math.min(40, Math.max(9, placesOf(caption) + 2, placesOf(sample) + 3));
}
