/** Finds a value in one row or column. */
import { toArray } from "../formula/array.ts";
import { compareScalars, sameNumber } from "../formula/coerce.ts";
import type { SheetModel } from "../formula/model.ts";
import {
  CellError,
  isRef,
  type RefValue,
  type Scalar,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { type ColumnKeys, type IndexKey, rowsWith } from "./column-index.ts";
import { hasWildcard, wildcardMatcher } from "./wildcard.ts";

/** exact: equal. wildcard: equal, or * ? in texts. sorted(-down): the last that is not greater (smaller) in a sorted line. */
export type MatchMode = "exact" | "wildcard" | "sorted" | "sorted-down" | "smaller" | "larger";
export type SearchMode = "first" | "last";

/** A row or column of values. */
export interface Line {
  readonly length: number;
  at(i: number): Scalar;
  /** Where the values come from, when they stand in a column of a sheet. */
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
    source: down ? v : null,
  };
}

/** Excel itself looks for no more than this. */
const longestWanted = 255;

export interface Modes {
  readonly match: MatchMode;
  readonly search: SearchMode;
}

/** Zero-based position of a value; -1 when it is not there. An empty wanted value is looked for as 0. */
export function findPosition(line: Line, given: Scalar, modes: Modes): number {
  const wanted = given === null ? 0 : given;
  if (wanted instanceof CellError) return -1;
  if (typeof wanted === "string" && wanted.length > longestWanted)
    throw new Uncomputable("limit", "length", uncomputableText.longPattern());
  switch (modes.match) {
    case "sorted":
      return sortedPosition(line, wanted);
    case "sorted-down":
      return fallingPosition(line, wanted);
    case "smaller":
    case "larger":
      return nearest(line, wanted, modes);
    default:
      return equalPosition(line, wanted, modes);
  }
}

export type Wanted = number | string | boolean;

function equalPosition(line: Line, wanted: Wanted, modes: Modes): number {
  if (modes.match === "wildcard" && typeof wanted === "string" && hasWildcard(wanted)) {
    const matches = wildcardMatcher(wanted);
    return scan(line, modes.search, (v) => typeof v === "string" && matches(v));
  }
  return exactPosition(line, wanted, modes.search);
}

function exactPosition(line: Line, wanted: Wanted, search: SearchMode): number {
  const at = keyPosition(line, wanted, search);
  // Lookups compare numbers bit by bit or by 15 digits: nobody here can prove which.
  if (at >= 0 && typeof wanted === "number" && line.at(at) !== wanted) nearlySame();
  return at;
}

function keyPosition(line: Line, wanted: Wanted, search: SearchMode): number {
  const { source } = line;
  const rows = source && rowsWith(source, lookupIndex, indexKey(wanted));
  if (source && rows) {
    const row = search === "first" ? rows[0] : rows.at(-1);
    return row === undefined ? -1 : row - source.top;
  }
  return scan(line, search, (v) => equal(v, wanted));
}

/**
 * XLOOKUP and XMATCH of Windows take ｱ for ア and Ａ for A, MATCH and VLOOKUP do not: where that would change what is found,
 * nothing is computed.
 */
export function refuseWidths(line: Line, wanted: Wanted, search: SearchMode, found: number): void {
  if (typeof wanted !== "string") return;
  const key = foldedKey(wanted);
  const { source } = line;
  const rows = source && rowsWith(source, foldedIndex, key);
  let other = -1;
  if (source && rows) {
    const row = search === "first" ? rows[0] : rows.at(-1);
    other = row === undefined ? -1 : row - source.top;
  } else other = scan(line, search, (v) => typeof v === "string" && foldedKey(v) === key);
  if (other !== found)
    throw new Uncomputable("construct", "XLOOKUP", uncomputableText.widthOnly(wanted));
}

/** Width, kind of kana and letter case taken away. */
function foldedKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

const lookupIndex: ColumnKeys = {
  name: "lookup",
  keyOf: (v: Scalar) => (v === null ? null : indexKey(v)),
};
const foldedIndex: ColumnKeys = {
  name: "folded",
  keyOf: (v: Scalar) => (typeof v === "string" ? foldedKey(v) : null),
};

function equal(v: Scalar, wanted: Wanted): boolean {
  if (typeof v === "number" && typeof wanted === "number") return sameNumber(v, wanted);
  return v !== null && typeof v === typeof wanted && indexKey(v) === indexKey(wanted);
}

function scan(line: Line, search: SearchMode, test: (v: Scalar) => boolean): number {
  if (search === "first") {
    for (let i = 0; i < line.length; i++) if (test(line.at(i))) return i;
    return -1;
  }
  for (let i = line.length - 1; i >= 0; i--) if (test(line.at(i))) return i;
  return -1;
}

/** The first or last blank cell: what XLOOKUP finds for a blank. */
export function blankPosition(line: Line, search: SearchMode): number {
  return scan(line, search, (v) => v === null);
}

/** A value as Excel tells it from others: 15 digits, letter case ignored. */
function indexKey(v: Exclude<Scalar, null>): IndexKey {
  if (typeof v === "number")
    return Number.isInteger(v) && Math.abs(v) < 1e15 ? v : Number(v.toPrecision(15));
  return typeof v === "string" ? v.toLowerCase() : v;
}

/** One key per value, types apart, that can be joined to others. */
export function keyOf(v: Scalar): string | number {
  if (typeof v === "number")
    return Number.isInteger(v) && Math.abs(v) < 1e15 ? v : Number(v.toPrecision(15));
  if (typeof v === "string") return `"${v.toLowerCase()}`;
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  return v instanceof CellError ? `${v.code}\u0000` : "\u0000";
}

interface Places {
  readonly all: readonly number[];
  /** Whether the values at these places rise; they are compared when somebody asks. */
  rising: boolean | null;
}

interface Sorted {
  readonly stamp: string;
  readonly places: Places;
}

const sortedKept = new WeakMap<SheetModel, Map<string, Sorted>>();

/** Places of the values of one kind: values of other kinds are stepped over. */
function placesOf(line: Line, kind: string): Places {
  const { source } = line;
  if (!source?.sheet.isSettled(source.left)) return collectPlaces(line, kind);
  const { sheet } = source;
  const ofSheet = sortedKept.get(sheet) ?? new Map<string, Sorted>();
  sortedKept.set(sheet, ofSheet);
  const key = `${kind},${source.top},${source.left},${source.bottom}`;
  const stamp = `${sheet.version},${sheet.columnVersion(source.left)}`;
  const known = ofSheet.get(key);
  if (known?.stamp === stamp) return known.places;
  const places = collectPlaces(line, kind);
  if (ofSheet.size > 500) ofSheet.clear();
  ofSheet.set(key, { stamp, places });
  return places;
}

function collectPlaces(line: Line, kind: string): Places {
  const all: number[] = [];
  for (let i = 0; i < line.length; i++) if (kindOf(line.at(i)) === kind) all.push(i);
  return { all, rising: null };
}

const kindOf = (v: Scalar): string => (v === null || v instanceof CellError ? "none" : typeof v);

/**
 * The last value that is not greater, in a line that rises. Of another line only what lies beyond all its values is certain
 * (LOOKUP(9.9E+307,…) finds the last number). Throws Uncomputable for the rest: a forgotten FALSE shows here.
 */
function sortedPosition(line: Line, wanted: Wanted): number {
  const places = placesOf(line, typeof wanted);
  const { all } = places;
  const order = (place: number): number => compareValues(line.at(place), wanted);
  places.rising ??= rises(line, all);
  if (!places.rising) {
    const orders = all.map(order);
    if (orders.every((o) => o <= 0)) return all.at(-1) ?? -1;
    if (orders.every((o) => o > 0)) return -1;
    throw new Uncomputable("construct", "MATCH", uncomputableText.unsorted());
  }
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    if (order(all[mid] ?? 0) <= 0) low = mid + 1;
    else high = mid - 1;
  }
  return exactOrNot(line, all[low - 1] ?? -1, wanted);
}

/** A number that is the wanted one but for its digits beyond the 15th may be found or not. */
function exactOrNot(line: Line, at: number, wanted: Wanted): number {
  const v = at < 0 ? null : line.at(at);
  const near = typeof v === "number" && typeof wanted === "number" && sameNumber(v, wanted);
  return near && v !== wanted ? nearlySame() : at;
}

function nearlySame(): never {
  throw new Uncomputable("construct", "MATCH", uncomputableText.nearlySame());
}

function compareValues(v: Scalar, wanted: Wanted): number {
  return v instanceof CellError ? 1 : compareScalars(v, wanted);
}

function rises(line: Line, places: readonly number[]): boolean {
  try {
    return places.every((place, i) => {
      const before = i === 0 ? null : line.at(places[i - 1] ?? 0);
      const v = line.at(place);
      return (
        before === null || v === null || v instanceof CellError || compareValues(before, v) <= 0
      );
    });
  } catch (error) {
    // Texts whose order is not certain.
    if (error instanceof Uncomputable) return false;
    throw error;
  }
}

/** The last value that is not smaller, in a line that falls without equal values. Throws Uncomputable for other lines. */
function fallingPosition(line: Line, wanted: Wanted): number {
  const { all } = placesOf(line, typeof wanted);
  const orders = all.map((place) => compareValues(line.at(place), wanted));
  if (orders.every((o) => o < 0)) return -1;
  const falls = all.every((place, i) => {
    const v = line.at(place);
    return (
      i === 0 ||
      v === null ||
      v instanceof CellError ||
      compareValues(line.at(all[i - 1] ?? 0), v) > 0
    );
  });
  if (!falls) throw new Uncomputable("construct", "MATCH", uncomputableText.unsortedDown());
  return exactOrNot(line, all[orders.findLastIndex((o) => o >= 0)] ?? -1, wanted);
}

/** XLOOKUP's next smaller or next larger: exact first, otherwise the closest on that side. */
function nearest(line: Line, wanted: Wanted, modes: Modes): number {
  const exact = exactPosition(line, wanted, modes.search);
  if (exact >= 0) return exact;
  const sign = modes.match === "smaller" ? -1 : 1;
  let best = -1;
  let held: Wanted | null = null;
  for (let k = 0; k < line.length; k++) {
    const i = modes.search === "first" ? k : line.length - 1 - k;
    const v = line.at(i);
    if (v === null || v instanceof CellError || typeof v !== typeof wanted) continue;
    const onSide = compareScalars(v, wanted) * sign > 0;
    if (!onSide || (held !== null && compareScalars(v, held) * sign >= 0)) continue;
    best = i;
    held = v;
  }
  return best;
}
