/** The columns of the case sheet: inputs, derived values and checks, as the header and the pattern row say. */
import { areasOf, namesOf } from "../formula/formula-cache.ts";
import { cellName, columnIndex } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";
import { findingText, headerFix, rulesError } from "../messages.ja.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { type Caption, readCaption, resultCaptions } from "./caption-words.ja.ts";
import { formulaInWords } from "./formula-words.ja.ts";

/** The header stands in row 1, the pattern (and the record that is being checked) in row 2. */
export const headerRow = 0;
export const patternRow = 1;
/** Titles and empty rows that clerks put above their captions reach no further. */
export const lastTitleRow = 5;

export interface Column {
  readonly col: number;
  readonly kind: "input" | "derived" | Exclude<Caption["kind"], "plain">;
  readonly name: string;
  readonly format: string;
  /** With "="; "" for inputs. */
  readonly formula: string;
  readonly cell: string;
  /** What a check asks for, in words; null when there are no short ones. */
  readonly words: string | null;
  /** Captions of the columns that the formula refers to directly. */
  readonly fields: readonly string[];
}

export interface ColumnSource {
  readonly sheet: CalcSheet;
  readonly file: string;
  readonly formatOf: (col: number) => string;
}

export function readColumns(source: ColumnSource): Column[] {
  const headers = readHeaders(source);
  const columns: Column[] = [];
  for (const [col, header] of headers) {
    const formula = source.sheet.ownFormula(patternRow, col);
    const caption = readCaption(header);
    if (caption.kind !== "plain" && formula === null) {
      throw headerProblem(
        source,
        cellName(headerRow, col),
        findingText.checkWithoutFormula(),
        headerFix.checkWithoutFormula(),
      );
    }
    const plain = formula === null ? "input" : "derived";
    columns.push({
      col,
      kind: caption.kind === "plain" ? plain : caption.kind,
      name: caption.name,
      format: source.formatOf(col),
      formula: formula === null ? "" : `=${formula}`,
      cell: cellName(patternRow, col),
      words: formula === null ? null : inWords(formula, headers),
      fields: formula === null ? [] : fieldsOf(formula, source.sheet, headers),
    });
  }
  return columns.map((c) => ({ ...c, fields: withoutDerived(c, columns) }));
}

function inWords(formula: string, headers: Headers): string | null {
  return formulaInWords(formula, patternRow, (col) => {
    const header = headers.get(col);
    return header === undefined ? null : readCaption(header).name;
  });
}

/** A derived column stands for the columns that it is made from: only those are seen on paper. */
function withoutDerived(column: Column, columns: readonly Column[]): readonly string[] {
  const found = new Set<string>();
  // A check may bear the name of the input that it looks at: only a derived column could meet itself again.
  const seen = new Set<string>(column.kind === "derived" ? [column.name] : []);
  const follow = (names: readonly string[]): void => {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      const derived = columns.find((c) => c.name === name && c.kind === "derived");
      if (derived) follow(derived.fields);
      else found.add(name);
    }
  };
  follow(column.fields);
  return [...found];
}

type Headers = ReadonlyMap<number, string>;

function readHeaders(source: ColumnSource): Headers {
  const headers = new Map<number, string>();
  const seen = new Map<string, number>();
  for (let col = 0; col < source.sheet.colCount; col++) {
    const v = source.sheet.stored(headerRow, col);
    const text = typeof v === "string" || typeof v === "number" ? String(v).trim() : "";
    if (text === "" || resultCaptions.includes(text)) continue;
    const other = seen.get(text);
    if (other !== undefined)
      throw headerProblem(
        source,
        cellName(headerRow, col),
        findingText.sameHeader(cellName(headerRow, other)),
        headerFix.sameHeader(),
      );
    seen.set(text, col);
    headers.set(col, text);
  }
  if (![...headers.values()].some(isCheck)) refuseLowerHeader(source);
  if (headers.size === 0)
    throw headerProblem(
      source,
      cellName(headerRow, 0),
      findingText.noHeader(),
      headerFix.noHeader(),
    );
  return headers;
}

const isCheck = (header: string): boolean => readCaption(header).kind !== "plain";

/** A title above the captions would leave a book without any check, and every case would pass. */
function refuseLowerHeader(source: ColumnSource): void {
  for (let row = headerRow + 1; row <= lastTitleRow; row++) {
    for (let col = 0; col < source.sheet.colCount; col++) {
      const v = source.sheet.stored(row, col);
      if (typeof v === "string" && isCheck(v.trim()))
        throw headerProblem(
          source,
          cellName(row, col),
          findingText.headerBelow(row + 1),
          headerFix.headerBelow(),
        );
    }
  }
}

function headerProblem(source: ColumnSource, cell: string, why: string, fix: string) {
  return rulesError.headerProblem(
    { file: source.file, cell, why, fix },
    { place: { file: source.file, cell } },
  );
}

/** Only columns of the case sheet itself count; a range counts with every column inside it. */
function fieldsOf(formula: string, sheet: CalcSheet, headers: Headers): string[] {
  const fields = new Set<string>();
  const add = (area: string): void => {
    const [a = "", b = a] = area.split(":");
    const from = columnOf(a);
    const to = columnOf(b);
    for (const [col, header] of headers)
      if (col >= from && col <= to) fields.add(readCaption(header).name);
  };
  try {
    for (const { sheet: name, area } of areasOf(formula)) {
      if (name === "" || name.toLowerCase() === sheet.name.toLowerCase()) add(area);
    }
    for (const name of namesOf(formula)) if ([...headers.values()].includes(name)) fields.add(name);
  } catch (error) {
    if (!(error instanceof Uncomputable)) throw error;
  }
  return [...fields];
}

/** -1 for whole rows. */
function columnOf(corner: string): number {
  const letters = /[A-Za-z]+/.exec(corner)?.[0];
  return letters === undefined ? -1 : columnIndex(letters);
}
