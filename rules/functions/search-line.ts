/** Finds a value in one row or column. */
import { compareScalars, sameNumber } from "../formula/coerce.ts";
import { CellError, type Scalar, Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { type ColumnKeys, type IndexKey, rowsWith } from "./column-index.ts";
import {
  fallingPosition,
  type Line,
  nearlySame,
  sortedPosition,
  type Wanted,
} from "./sorted-line.ts";
import { hasWildcard, wildcardMatcher } from "./wildcard.ts";

/** exact: equal. wildcard: equal, or * ? in texts. sorted(-down): the last that is not greater (smaller) in a sorted line. */
export type MatchMode = "exact" | "wildcard" | "sorted" | "sorted-down" | "smaller" | "larger";
export type SearchMode = "first" | "last";

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
