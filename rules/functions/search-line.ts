/** Finds a value in one row or column, with an index kept per range as long as the sheet does not change. */
import { toArray } from "../formula/array.ts";
import { compareScalars, sameNumber } from "../formula/coerce.ts";
import type { SheetModel } from "../formula/model.ts";
import { CellError, isRef, type RefValue, type Scalar, type Value } from "../formula/value.ts";
import { hasWildcard, wildcardMatcher } from "./wildcard.ts";

/** exact: equal. wildcard: equal, or * ? in texts. sorted(-down): the last that is not greater (smaller) in a sorted line. */
export type MatchMode = "exact" | "wildcard" | "sorted" | "sorted-down" | "smaller" | "larger";
export type SearchMode = "first" | "last";

/** A row or column of values. */
export interface Line {
  readonly length: number;
  at(i: number): Scalar;
  /** Where the values come from, when they can be indexed. */
  readonly source: RefValue | null;
}

export function lineOf(v: Value): Line {
  if (!isRef(v)) {
    const { cells } = toArray(v);
    return { length: cells.length, at: (i) => cells[i] ?? null, source: null };
  }
  const down = v.left === v.right;
  const used = down ? v.sheet.rowCount - v.top : v.sheet.colCount - v.left;
  const size = down ? v.bottom - v.top + 1 : v.right - v.left + 1;
  const { sheet, top, left } = v;
  return {
    length: Math.max(0, Math.min(size, used)),
    at: down ? (i) => sheet.read(top + i, left) : (i) => sheet.read(top, left + i),
    source: v,
  };
}

/** Zero-based position of a value; -1 when it is not there. An empty wanted value is looked for as 0. */
export function findPosition(
  line: Line,
  given: Scalar,
  modes: { match: MatchMode; search: SearchMode },
): number {
  const wanted = given === null ? 0 : given;
  if (wanted instanceof CellError) return -1;
  switch (modes.match) {
    case "sorted":
      return sortedPosition(line, wanted, 1);
    case "sorted-down":
      return sortedPosition(line, wanted, -1);
    case "smaller":
    case "larger":
      return nearest(line, wanted, modes);
    default:
      return equalPosition(line, wanted, modes);
  }
}

type Wanted = number | string | boolean;

function equalPosition(
  line: Line,
  wanted: Wanted,
  modes: { match: MatchMode; search: SearchMode },
): number {
  if (modes.match === "wildcard" && typeof wanted === "string" && hasWildcard(wanted)) {
    const matches = wildcardMatcher(wanted);
    return scan(line, modes.search, (v) => typeof v === "string" && matches(v));
  }
  if (modes.search === "first" && line.source && line.length > 8) {
    return indexOf(line.source, line).get(keyOf(wanted)) ?? -1;
  }
  return scan(line, modes.search, (v) => equal(v, wanted));
}

function equal(v: Scalar, wanted: Wanted): boolean {
  if (typeof v === "number" && typeof wanted === "number") return sameNumber(v, wanted);
  return v !== null && keyOf(v) === keyOf(wanted);
}

function scan(line: Line, search: SearchMode, test: (v: Scalar) => boolean): number {
  if (search === "first") {
    for (let i = 0; i < line.length; i++) if (test(line.at(i))) return i;
    return -1;
  }
  for (let i = line.length - 1; i >= 0; i--) if (test(line.at(i))) return i;
  return -1;
}

/** One key per value as Excel tells them apart: 15 digits, letter case ignored, types apart. */
function keyOf(v: Scalar): string | number {
  if (typeof v === "number")
    return Number.isInteger(v) && Math.abs(v) < 1e15 ? v : Number(v.toPrecision(15));
  if (typeof v === "string") return `"${v.toLowerCase()}`;
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  return v instanceof CellError ? `${v.code}\u0000` : "\u0000";
}

interface KeptIndex {
  readonly version: number;
  readonly first: ReadonlyMap<string | number, number>;
}

const kept = new WeakMap<SheetModel, Map<string, KeptIndex>>();

function indexOf(ref: RefValue, line: Line): ReadonlyMap<string | number, number> {
  const { sheet } = ref;
  const ofSheet = kept.get(sheet) ?? new Map<string, KeptIndex>();
  kept.set(sheet, ofSheet);
  const key = `${ref.top},${ref.left},${ref.bottom},${ref.right}`;
  const known = ofSheet.get(key);
  if (known && known.version === sheet.version) return known.first;
  const first = new Map<string | number, number>();
  for (let i = 0; i < line.length; i++) {
    const v = line.at(i);
    if (v !== null && !first.has(keyOf(v))) first.set(keyOf(v), i);
  }
  ofSheet.set(key, { version: sheet.version, first });
  return first;
}

const kindOf = (v: Scalar): string => (v === null || v instanceof CellError ? "none" : typeof v);

/** Binary search as Excel does it: values of other kinds are stepped over. `direction` 1 for rising lines. */
function sortedPosition(line: Line, wanted: Wanted, direction: 1 | -1): number {
  if (direction === -1) return fallingPosition(line, wanted);
  const same: number[] = [];
  for (let i = 0; i < line.length; i++) if (kindOf(line.at(i)) === typeof wanted) same.push(i);
  let low = 0;
  let high = same.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const v = line.at(same[mid] ?? 0);
    if (!(v instanceof CellError) && compareScalars(v, wanted) <= 0) low = mid + 1;
    else high = mid - 1;
  }
  return same[low - 1] ?? -1;
}

function fallingPosition(line: Line, wanted: Wanted): number {
  let found = -1;
  for (let i = 0; i < line.length; i++) {
    const v = line.at(i);
    if (v instanceof CellError || kindOf(v) !== typeof wanted) continue;
    const order = compareScalars(v, wanted);
    if (order < 0) break;
    found = i;
    if (order === 0) break;
  }
  return found;
}

/** XLOOKUP's next smaller or next larger: exact first, otherwise the closest on that side. */
function nearest(
  line: Line,
  wanted: Wanted,
  modes: { match: MatchMode; search: SearchMode },
): number {
  const exact = scan(line, modes.search, (v) => equal(v, wanted));
  if (exact >= 0) return exact;
  const sign = modes.match === "smaller" ? -1 : 1;
  let best = -1;
  let held: Wanted | null = null;
  for (let i = 0; i < line.length; i++) {
    const v = line.at(i);
    if (v === null || v instanceof CellError || typeof v !== typeof wanted) continue;
    const onSide = compareScalars(v, wanted) * sign > 0;
    if (!onSide || (held !== null && compareScalars(v, held) * sign >= 0)) continue;
    best = i;
    held = v;
  }
  return best;
}
