/** Indexes over the columns of a sheet: where each value stands. Kept as long as the column does not change. */
import type { SheetModel } from "../formula/model.ts";
import type { CellError, RefValue, Scalar } from "../formula/value.ts";

/** Texts in small letters, numbers of 15 digits, truth values, errors; a symbol for what stands apart. */
export type IndexKey = string | number | boolean | symbol | CellError;

/** A way of looking for values in columns. */
export interface ColumnKeys {
  readonly name: string;
  /** The key of a cell; null for cells that are not looked for. */
  readonly keyOf: (v: Scalar) => IndexKey | null;
}

/** Rows that hold a value, rising. */
export type Rows = readonly number[];

interface Kept {
  readonly version: number;
  readonly column: number;
  readonly rows: ReadonlyMap<IndexKey, Rows>;
}

interface OfSheet {
  /** Indexes of whole columns. */
  readonly columns: Kept[];
  /** Indexes of parts of columns, by their first and last row. */
  readonly parts: Map<string, Kept>;
  /** Ranges that were asked for once and not indexed: the second time an index pays. */
  readonly asked: Map<string, number>;
}

const kept = new WeakMap<ColumnKeys, WeakMap<SheetModel, OfSheet>>();
const noRows: Rows = [];

function ofSheet(sheet: SheetModel, how: ColumnKeys): OfSheet {
  const sheets = kept.get(how) ?? new WeakMap<SheetModel, OfSheet>();
  if (!kept.has(how)) kept.set(how, sheets);
  const known = sheets.get(sheet);
  if (known) return known;
  const made: OfSheet = { columns: [], parts: new Map(), asked: new Map() };
  sheets.set(sheet, made);
  return made;
}

/**
 * Rows of a single column range that hold a key. A whole column is indexed at once when no formula in it waits, so that ranges
 * which grow by a row per formula share one index. Null when the range is better read through.
 */
export function rowsWith(ref: RefValue, how: ColumnKeys, key: IndexKey): Rows | null {
  if (ref.left !== ref.right || ref.bottom - ref.top < 8) return null;
  const place = ofSheet(ref.sheet, how);
  const settled = ref.sheet.isSettled(ref.left);
  if (!settled && isFirst(ref, place.asked)) return null;
  const all = settled ? columnIndex(ref, how, place) : partIndex(ref, how, place);
  return within(all.get(key) ?? noRows, ref.top, ref.bottom);
}

function isFirst(ref: RefValue, asked: Map<string, number>): boolean {
  const key = `${ref.top},${ref.left},${ref.bottom}`;
  const stamp = ref.sheet.version * 1_000_000 + ref.sheet.columnVersion(ref.left);
  const first = asked.get(key) !== stamp;
  if (first && asked.size > 10_000) asked.clear();
  if (first) asked.set(key, stamp);
  return first;
}

const isFresh = (known: Kept | undefined, { sheet, left }: RefValue): known is Kept =>
  known !== undefined &&
  known.version === sheet.version &&
  known.column === sheet.columnVersion(left);

function columnIndex(ref: RefValue, how: ColumnKeys, place: OfSheet): Kept["rows"] {
  const known = place.columns[ref.left];
  if (isFresh(known, ref)) return known.rows;
  const made = indexed({ ...ref, top: 0, bottom: ref.sheet.rowCount - 1 }, how);
  place.columns[ref.left] = made;
  return made.rows;
}

function partIndex(ref: RefValue, how: ColumnKeys, place: OfSheet): Kept["rows"] {
  const name = `${ref.left},${ref.top},${ref.bottom}`;
  const known = place.parts.get(name);
  if (isFresh(known, ref)) return known.rows;
  if (place.parts.size > 2_000) place.parts.clear();
  const made = indexed(ref, how);
  place.parts.set(name, made);
  return made.rows;
}

function indexed(ref: RefValue, how: ColumnKeys): Kept {
  const { sheet, left } = ref;
  const version = sheet.version;
  const column = sheet.columnVersion(left);
  const rows = new Map<IndexKey, number[]>();
  const last = Math.min(ref.bottom, sheet.rowCount - 1);
  for (let row = ref.top; row <= last; row++) {
    const key = how.keyOf(sheet.read(row, left));
    if (key === null) continue;
    const list = rows.get(key);
    if (list) list.push(row);
    else rows.set(key, [row]);
  }
  return { version, column, rows };
}

/** The rows from `top` to `bottom`. */
function within(rows: Rows, top: number, bottom: number): Rows {
  const [first] = rows;
  if (first === undefined || (rows.length === 1 && first >= top && first <= bottom)) return rows;
  const from = firstAtLeast(rows, top);
  const to = firstAtLeast(rows, bottom + 1);
  return from === 0 && to === rows.length ? rows : rows.slice(from, to);
}

function firstAtLeast(rows: Rows, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((rows[mid] ?? 0) < row) low = mid + 1;
    else high = mid;
  }
  return low;
}
