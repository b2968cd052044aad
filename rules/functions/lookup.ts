/** Lookup functions: VLOOKUP, HLOOKUP, MATCH, INDEX, XLOOKUP, LOOKUP. */
import { colsOf, rowsOf, toArray, toScalar } from "../formula/array.ts";
import { toBoolean, toNumber } from "../formula/coerce.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  arrayOf,
  CellError,
  cellErrors,
  isAreas,
  isArray,
  isError,
  isRef,
  type RefValue,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { numberOf, undocumented, wholeOf } from "./arguments.ts";
import {
  blankPosition,
  findPosition,
  type MatchMode,
  refuseWidths,
  type SearchMode,
} from "./search-line.ts";
import { type Line, lineOf } from "./sorted-line.ts";
import { hasWildcard } from "./wildcard.ts";

/** One cell, row or column of a range or array, by zero-based offsets. */
function part(v: Value, at: { row: number; col: number; rows: number; cols: number }): Value {
  if (isRef(v)) {
    const top = v.top + at.row;
    const left = v.left + at.col;
    return {
      kind: "ref",
      sheet: v.sheet,
      top,
      left,
      bottom: top + at.rows - 1,
      right: left + at.cols - 1,
    } satisfies RefValue;
  }
  const a = toArray(v);
  const cells: Scalar[] = [];
  for (let r = at.row; r < at.row + at.rows; r++) {
    for (let c = at.col; c < at.col + at.cols; c++) cells.push(a.cells[r * a.cols + c] ?? null);
  }
  return cells.length === 1 ? (cells[0] ?? null) : arrayOf(at.rows, at.cols, cells);
}

function sizeOf(v: Value): { rows: number; cols: number } {
  if (isRef(v)) return { rows: rowsOf(v), cols: colsOf(v) };
  return isArray(v) ? { rows: v.rows, cols: v.cols } : { rows: 1, cols: 1 };
}

/** VLOOKUP and HLOOKUP. */
function tableLookup(vertical: boolean): (args: readonly Value[], env: Env) => Value {
  return (args, env) => {
    const [given = null, table = null] = args;
    const wanted = toScalar(given, env);
    if (isError(wanted)) return wanted;
    if (isError(table)) return table;
    const index = toNumber(toScalar(args[2] ?? null, env), env.world);
    const near = args[3] === undefined ? true : toBoolean(toScalar(args[3], env));
    if (index instanceof CellError) return index;
    if (near instanceof CellError) return near;
    const offset = Math.trunc(index) - 1;
    if (offset < 0) return cellErrors.value;
    return lookedUp(table, wanted, { offset, near, vertical });
  };
}

const sortedModes = { match: "sorted", search: "first" } as const;
const wildcardModes = { match: "wildcard", search: "first" } as const;

function lookedUp(
  table: Value,
  wanted: Scalar,
  how: { offset: number; near: boolean; vertical: boolean },
): Value {
  const { offset, near, vertical } = how;
  const { rows, cols } = sizeOf(table);
  if (offset >= (vertical ? cols : rows)) return cellErrors.ref;
  const first = part(
    table,
    vertical ? { row: 0, col: 0, rows, cols: 1 } : { row: 0, col: 0, rows: 1, cols },
  );
  const at = findPosition(lineOf(first), wanted, near ? sortedModes : wildcardModes);
  if (at < 0) return cellErrors.na;
  return part(table, {
    row: vertical ? at : offset,
    col: vertical ? offset : at,
    rows: 1,
    cols: 1,
  });
}

function runMatch(args: readonly Value[], env: Env): Value {
  const [given = null, where = null] = args;
  const wanted = toScalar(given, env);
  if (isError(wanted)) return wanted;
  if (isError(where)) return where;
  const type = args[2] === undefined ? 1 : toNumber(toScalar(args[2], env), env.world);
  if (type instanceof CellError) return type;
  const size = sizeOf(where);
  if (size.rows > 1 && size.cols > 1) return cellErrors.na;
  const sorted: MatchMode = type > 0 ? "sorted" : "sorted-down";
  const match = type === 0 ? "wildcard" : sorted;
  const at = findPosition(lineOf(where), wanted, { match, search: "first" });
  return at < 0 ? cellErrors.na : at + 1;
}

/** The rectangle that INDEX looks into: of several areas, the one asked for. */
function areaFor(given: Value, wanted: Value | undefined, env: Env): Value {
  const area = wanted === undefined ? 1 : Math.trunc(numberOf(wanted, env));
  if (isAreas(given)) return given.areas[area - 1] ?? cellErrors.ref;
  return area === 1 ? given : cellErrors.ref;
}

/** INDEX(array, row, [column]) and INDEX((areas), row, column, area). */
function runIndex(args: readonly Value[], env: Env): Value {
  const [given = null] = args;
  if (isError(given)) return given;
  const source = areaFor(given, args[3], env);
  if (isError(source)) return source;
  const row = args[1] === undefined ? 0 : numberOf(args[1], env);
  const size = sizeOf(source);
  if (args[2] !== undefined) return indexed(source, Math.trunc(row), wholeOf(args[2], env));
  // With one number, it counts along the only row or column.
  if (size.rows === 1) return indexed(source, 1, Math.trunc(row));
  return indexed(source, Math.trunc(row), size.cols === 1 ? 1 : 0);
}

function indexed(source: Value, row: number, col: number): Value {
  const size = sizeOf(source);
  if (row < 0 || col < 0) return cellErrors.value;
  if (row > size.rows || col > size.cols) return cellErrors.ref;
  return part(source, {
    row: Math.max(0, row - 1),
    col: Math.max(0, col - 1),
    rows: row === 0 ? size.rows : 1,
    cols: col === 0 ? size.cols : 1,
  });
}

const matchModes: Readonly<Record<string, MatchMode>> = {
  "0": "exact",
  "-1": "smaller",
  "1": "larger",
  "2": "wildcard",
};
const searchModes: Readonly<Record<string, SearchMode>> = {
  "1": "first",
  "-1": "last",
  "2": "first",
  "-2": "last",
};

interface LookupModes {
  readonly match: MatchMode;
  readonly search: SearchMode;
}

function modesOf(
  match: Value | undefined,
  search: Value | undefined,
  env: Env,
): LookupModes | CellError {
  const m = toNumber(toScalar(match ?? 0, env), env.world);
  const s = toNumber(toScalar(search ?? 1, env) ?? 1, env.world);
  if (m instanceof CellError) return m;
  if (s instanceof CellError) return s;
  const found = { match: matchModes[String(m)], search: searchModes[String(s)] };
  return found.match && found.search
    ? { match: found.match, search: found.search }
    : cellErrors.value;
}

/** Position by XLOOKUP's rules: a blank finds a blank. */
function foundBy(line: Line, wanted: Exclude<Scalar, CellError>, modes: LookupModes): number {
  if (wanted === null) return blankPosition(line, modes.search);
  // Whether an empty text finds a blank is laid down nowhere.
  if (wanted === "" && blankPosition(line, modes.search) >= 0) undocumented("XLOOKUP");
  const at = findPosition(line, wanted, modes);
  const wild = modes.match === "wildcard" && typeof wanted === "string" && hasWildcard(wanted);
  if (!wild && modes.match !== "smaller" && modes.match !== "larger")
    refuseWidths(line, wanted, modes.search, at);
  return at;
}

function runXlookup(args: readonly Value[], env: Env): Value {
  const [given = null, where = null, results = null, otherwise] = args;
  const wanted = toScalar(given, env);
  if (isError(wanted)) return wanted;
  if (isError(where)) return where;
  if (isError(results)) return results;
  const modes = modesOf(args[4], args[5], env);
  if (modes instanceof CellError) return modes;
  const size = sizeOf(where);
  const result = sizeOf(results);
  const down = size.cols === 1;
  if (!down && size.rows !== 1) return cellErrors.value;
  if (down ? result.rows !== size.rows : result.cols !== size.cols) return cellErrors.value;
  const at = foundBy(lineOf(where), wanted, modes);
  if (at < 0) return otherwise === undefined || otherwise === null ? cellErrors.na : otherwise;
  return part(
    results,
    down
      ? { row: at, col: 0, rows: 1, cols: result.cols }
      : { row: 0, col: at, rows: result.rows, cols: 1 },
  );
}

function runXmatch(args: readonly Value[], env: Env): Value {
  const [given = null, where = null] = args;
  const wanted = toScalar(given, env);
  if (isError(wanted)) return wanted;
  if (isError(where)) return where;
  const size = sizeOf(where);
  if (size.rows > 1 && size.cols > 1) return cellErrors.value;
  const modes = modesOf(args[2], args[3], env);
  if (modes instanceof CellError) return modes;
  const at = foundBy(lineOf(where), wanted, modes);
  return at < 0 ? cellErrors.na : at + 1;
}

/** LOOKUP(wanted, sorted, results) or LOOKUP(wanted, table). */
function runLookup(args: readonly Value[], env: Env): Value {
  const [given = null, where = null, results] = args;
  const wanted = toScalar(given, env);
  if (isError(wanted)) return wanted;
  if (isError(where)) return where;
  const size = sizeOf(where);
  const down = size.rows >= size.cols;
  const last = down
    ? { row: 0, col: size.cols - 1, rows: size.rows, cols: 1 }
    : { row: size.rows - 1, col: 0, rows: 1, cols: size.cols };
  const first = down
    ? { row: 0, col: 0, rows: size.rows, cols: 1 }
    : { row: 0, col: 0, rows: 1, cols: size.cols };
  const line: Line = lineOf(part(where, first));
  const at = findPosition(line, wanted, { match: "sorted", search: "first" });
  if (at < 0) return cellErrors.na;
  const target = results ?? part(where, last);
  const shape = sizeOf(target);
  return part(
    target,
    shape.cols === 1
      ? { row: at, col: 0, rows: 1, cols: 1 }
      : { row: 0, col: at, rows: 1, cols: 1 },
  );
}

export const lookupFunctions: readonly FormulaFunction[] = [
  wholeFunction("VLOOKUP", [3, 4], ["scalar", "range", "scalar", "scalar"], tableLookup(true)),
  wholeFunction("HLOOKUP", [3, 4], ["scalar", "range", "scalar", "scalar"], tableLookup(false)),
  wholeFunction("MATCH", [2, 3], ["scalar", "range", "scalar"], runMatch),
  wholeFunction("INDEX", [2, 4], ["array", "scalar", "scalar", "scalar"], runIndex),
  wholeFunction(
    "XLOOKUP",
    [3, 6],
    ["scalar", "array", "array", "range", "scalar", "scalar"],
    runXlookup,
  ),
  wholeFunction("XMATCH", [2, 4], ["scalar", "array", "scalar", "scalar"], runXmatch),
  wholeFunction("LOOKUP", [2, 3], ["scalar", "array", "range"], runLookup),
];
