/** Indexes over the columns of a sheet: where each value stands. Kept as long as the column does not change. */
import type { SheetModel } from "../formula/model.ts";
import type { RefValue, Scalar } from "../formula/value.ts";

export type IndexKey = string | number;
/** The key of a cell; null for cells that are not looked for. */
export type KeyOf = (v: Scalar) => IndexKey | null;

/** Rows that hold a value, rising. */
export type Rows = readonly number[];

interface Kept {
  readonly version: number;
  readonly column: number;
  readonly rows: ReadonlyMap<IndexKey, Rows>;
}

const kept = new WeakMap<SheetModel, Map<string, Kept>>();
const noRows: Rows = [];

/** Ranges that were asked for once and not indexed: the second time an index pays. */
const asked = new WeakMap<SheetModel, Map<string, number>>();

/**
 * Rows of a single column range that hold a key. A whole column is indexed at once when no formula in it waits, so that ranges
 * which grow by a row per formula share one index. Null when the range is better read through.
 */
export function rowsWith(
  ref: RefValue,
  how: { readonly name: string; readonly keyOf: KeyOf },
  key: IndexKey,
): Rows | null {
  if (ref.left !== ref.right || ref.bottom - ref.top < 8) return null;
  const settled = ref.sheet.isSettled(ref.left);
  if (!settled && isFirst(ref, how.name)) return null;
  const range = settled ? null : ref;
  const all = indexOf(ref.sheet, ref.left, range, how).get(key) ?? noRows;
  return within(all, ref.top, ref.bottom);
}

function isFirst(ref: RefValue, name: string): boolean {
  const ofSheet = asked.get(ref.sheet) ?? new Map<string, number>();
  asked.set(ref.sheet, ofSheet);
  const key = `${name},${ref.top},${ref.left},${ref.bottom}`;
  const stamp = ref.sheet.version * 1_000_000 + ref.sheet.columnVersion(ref.left);
  const first = ofSheet.get(key) !== stamp;
  if (first && ofSheet.size > 10_000) ofSheet.clear();
  if (first) ofSheet.set(key, stamp);
  return first;
}

function indexOf(
  sheet: SheetModel,
  col: number,
  range: RefValue | null,
  how: { readonly name: string; readonly keyOf: KeyOf },
): ReadonlyMap<IndexKey, Rows> {
  const ofSheet = kept.get(sheet) ?? new Map<string, Kept>();
  kept.set(sheet, ofSheet);
  const part = range ? `,${range.top},${range.bottom}` : "";
  const name = `${how.name},${col}${part}`;
  const known = ofSheet.get(name);
  const column = sheet.columnVersion(col);
  if (known && known.version === sheet.version && known.column === column) return known.rows;
  const rows = new Map<IndexKey, number[]>();
  const last = Math.min(range?.bottom ?? sheet.rowCount - 1, sheet.rowCount - 1);
  for (let row = range?.top ?? 0; row <= last; row++) {
    const key = how.keyOf(sheet.read(row, col));
    if (key === null) continue;
    const list = rows.get(key);
    if (list) list.push(row);
    else rows.set(key, [row]);
  }
  if (ofSheet.size > 2_000) ofSheet.clear();
  ofSheet.set(name, { version: sheet.version, column, rows });
  return rows;
}

/** The rows from `top` to `bottom`. */
function within(rows: Rows, top: number, bottom: number): Rows {
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
