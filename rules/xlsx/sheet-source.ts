/** A sheet as it stands in the file: read when it is needed, quickly where it is written as usual, else with care. */
import { isUtf8 } from "node:buffer";
import { tooBigText } from "../file-words.ja.ts";
import { rulesError } from "../messages.ja.ts";
import type { SheetData, TableData } from "./book-data.ts";
import type { CellCursor, CellHandler } from "./cell-cursor.ts";
import { CellRows } from "./cell-rows.ts";
import { readSheet, type SheetFrame } from "./read-sheet.ts";
import { scanCells, Unusual } from "./scan-sheet.ts";
import type { SharedText } from "./shared-strings.ts";
import { BadXml } from "./xml.ts";

export interface SheetSource {
  readonly bytes: Buffer;
  readonly strings: readonly SharedText[];
  readonly file: string;
  readonly name: string;
}

/** More filled cells than this in one sheet are refused. */
const mostCells = 5_000_000;

const sources = new WeakMap<SheetData, SheetSource>();

/** The bytes of a sheet that stands unchanged in a file; undefined for a sheet that was put together. */
export function sourceOf(sheet: SheetData): SheetSource | undefined {
  return sources.get(sheet);
}

/** The sheet of a part; its cells are read when somebody asks for them, and may then be refused (RUL006, RUL007). */
export function sheetOfPart(
  source: SheetSource,
  part: string,
  tables: readonly TableData[],
): SheetData {
  if (!isUtf8(source.bytes))
    throw rulesError.broken({ file: source.file, part }, { place: { file: source.file } });
  let known: ReturnType<typeof readWhole> | null = null;
  const whole = () => {
    known ??= guarded(source, () => readWhole(source));
    return known;
  };
  const sheet: SheetData = {
    name: source.name,
    part,
    tables,
    get rows() {
      return whole().rows;
    },
    get rowCount() {
      return whole().rowCount;
    },
    get colCount() {
      return whole().colCount;
    },
    get columnStyles() {
      return whole().columnStyles;
    },
    get hiddenRows() {
      return whole().hiddenRows ?? new Set<number>();
    },
    get filter() {
      return whole().filter ?? null;
    },
  };
  sources.set(sheet, source);
  return sheet;
}

/** XML that is no XML is a broken file. */
export function guarded<T>(source: { readonly file: string }, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BadXml)) throw error;
    const { file } = source;
    throw rulesError.broken({ file, part: "XML" }, { place: { file }, cause: error });
  }
}

function readWhole(source: SheetSource): Omit<SheetData, "tables" | "part"> {
  try {
    const rows = new CellRows(source);
    return { ...scanSheet(source, rows), name: source.name, ...rows.result() };
  } catch (error) {
    if (!(error instanceof Unusual)) throw error;
    return readSheet(source.bytes.toString("utf8"), {
      ...source,
      counted: (n) => refuseMany(source, n),
    });
  }
}

/** Throws RUL007 for more cells than a sheet may have. */
function refuseMany({ file }: SheetSource, count: number): void {
  if (count > mostCells)
    throw rulesError.tooBig({ file, why: tooBigText.cells() }, { place: { file } });
}

/** Whoever takes the cells; rows are counted here. */
type CellTaker = Omit<CellHandler, "row">;

/** Reports every cell; gives what stands around the cells. Throws Unusual, BadXml, RUL007. */
export function scanSheet(source: SheetSource, handler: CellTaker): SheetFrame {
  const { bytes } = source;
  const opening = "<sheetData>";
  const start = bytes.indexOf(opening);
  const head = bytes.toString("utf8", 0, Math.max(0, start));
  // Comments and the like may hide what looks like cells; no spreadsheet program writes them into a sheet.
  if (start < 0 || head.includes("<!")) throw new Unusual("head");
  const hiddenRows = new Set<number>();
  const counting = new CountingHandler(source, handler, hiddenRows);
  const end = scanCells(bytes, start + opening.length, counting);
  const tail = bytes.toString("utf8", end);
  if (tail.includes("<!") || tail.includes("<sheetData") || /<(?:\w+:)?c[\s>/]/.test(tail))
    throw new Unusual("tail");
  const frame = readSheet(`${head}${opening}${tail}`, { ...source, counted: () => undefined });
  return { columnStyles: frame.columnStyles, filter: frame.filter ?? null, hiddenRows };
}

class CountingHandler implements CellHandler {
  readonly #source: SheetSource;
  readonly #handler: CellTaker;
  readonly #hidden: Set<number>;
  #count = 0;

  constructor(source: SheetSource, handler: CellTaker, hidden: Set<number>) {
    this.#source = source;
    this.#handler = handler;
    this.#hidden = hidden;
  }

  row(row: number, hidden: boolean): void {
    if (hidden) this.#hidden.add(row);
  }

  cell(cursor: CellCursor): void {
    if (++this.#count > mostCells) refuseMany(this.#source, this.#count);
    this.#handler.cell(cursor);
  }

  formulaEnd(col: number, row: number, start: number): number {
    return this.#handler.formulaEnd?.(col, row, start) ?? -1;
  }
}
