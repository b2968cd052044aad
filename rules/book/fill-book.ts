/** Fills a sheet from wherever its cells are: the bytes of a file, rows of plain data, or a program that pours them. */
import type { SheetData, TableData } from "../xlsx/book-data.ts";
import { Unusual } from "../xlsx/scan-sheet.ts";
import { guarded, type SheetSource, sourceOf } from "../xlsx/sheet-source.ts";
import { plainShape } from "./calc-sheet.ts";
import { fillFromBytes } from "./fill-bytes.ts";
import { fillRows, type SheetFiller } from "./fill-sheet.ts";

/** A sheet that puts its own cells into the book, one after another. */
export interface PouringSheet {
  readonly name: string;
  readonly tables: readonly TableData[];
  readonly pour: (into: SheetFiller) => void;
}

/** `empty` makes a filler for a sheet without cells. Throws RUL006, RUL007. */
export function filledSheet(data: SheetData | PouringSheet, empty: () => SheetFiller): SheetFiller {
  const source = "pour" in data ? undefined : sourceOf(data);
  const quick = source && quickly(source, empty);
  if (quick) return quick;
  const filler = empty();
  if ("pour" in data) data.pour(filler);
  else {
    const { columnStyles, hiddenRows, filter } = data;
    filler.sheet.shape = {
      columnStyles,
      hiddenRows: hiddenRows ?? plainShape.hiddenRows,
      filter: filter ?? null,
    };
    fillRows(filler, data.rows);
  }
  return filler;
}

function quickly(source: SheetSource, empty: () => SheetFiller): SheetFiller | null {
  const filler = empty();
  try {
    filler.sheet.shape = guarded(source, () => fillFromBytes(source, filler));
    return filler;
  } catch (error) {
    if (error instanceof Unusual) return null;
    throw error;
  }
}
