/** A row or column of values, and what near a value stands in it when it rises or falls. */
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

export type Wanted = number | string | boolean;

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
export function sortedPosition(line: Line, wanted: Wanted): number {
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

/** Lookups compare numbers bit by bit or by 15 digits: nobody here can prove which. */
export function nearlySame(): never {
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
export function fallingPosition(line: Line, wanted: Wanted): number {
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
