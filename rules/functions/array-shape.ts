/** Dynamic arrays that cut, join and turn: TAKE, DROP, HSTACK, TOCOL, WRAPROWS, EXPAND and their kin. */
import { mostCells } from "../formula/array.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  arrayOf,
  CellError,
  cellErrors,
  isScalar,
  raise,
  type Scalar,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { arrayOfArg, eachItem, flagOf, numberOf, scalarOf, wholeOf } from "./arguments.ts";

/** An array of a size made item by item; refuses what is too large. */
export function built(
  rows: number,
  cols: number,
  item: (row: number, col: number) => Scalar,
): ArrayValue {
  if (rows < 1 || cols < 1) return raise(cellErrors.calc);
  if (rows * cols > mostCells)
    throw new Uncomputable("limit", "range", uncomputableText.bigArray());
  const cells: Scalar[] = [];
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) cells.push(item(r, c));
  return arrayOf(rows, cols, cells);
}

export const itemOf = (a: ArrayValue, row: number, col: number): Scalar =>
  a.cells[row * a.cols + col] ?? null;

const omitted = (v: Value | undefined): boolean => v === undefined || v === null;

/** Where TAKE begins and how many it takes; a negative count takes from the end. */
function takenPart(size: number, v: Value | undefined, env: Env): { from: number; count: number } {
  if (omitted(v)) return { from: 0, count: size };
  const n = wholeOf(v, env);
  if (n === 0) return raise(cellErrors.calc);
  const count = Math.min(size, Math.abs(n));
  return { from: n < 0 ? size - count : 0, count };
}

function droppedPart(
  size: number,
  v: Value | undefined,
  env: Env,
): { from: number; count: number } {
  const n = omitted(v) ? 0 : wholeOf(v, env);
  const count = size - Math.min(size, Math.abs(n));
  if (count === 0) return raise(cellErrors.calc);
  return { from: n > 0 ? size - count : 0, count };
}

function cutting(name: string, part: typeof takenPart): FormulaFunction {
  return wholeFunction(name, [2, 3], ["array", "scalar", "scalar"], ([list, r, c], env) => {
    const a = arrayOfArg(list);
    const rows = part(a.rows, r, env);
    const cols = part(a.cols, c, env);
    return built(rows.count, cols.count, (y, x) => itemOf(a, rows.from + y, cols.from + x));
  });
}

function choosing(name: string, byRow: boolean): FormulaFunction {
  return wholeFunction(name, [2, 254], ["array"], ([list, ...choices], env) => {
    const a = arrayOfArg(list);
    const size = byRow ? a.rows : a.cols;
    const places: number[] = [];
    for (const choice of choices) {
      eachItem(choice, (v) => {
        const n = wholeOf(v, env);
        if (n === 0 || Math.abs(n) > size) raise(cellErrors.value);
        places.push(n < 0 ? size + n : n - 1);
      });
    }
    if (byRow) return built(places.length, a.cols, (r, c) => itemOf(a, places[r] ?? 0, c));
    return built(a.rows, places.length, (r, c) => itemOf(a, r, places[c] ?? 0));
  });
}

/** TOCOL and TOROW: 1 leaves out blanks, 2 errors, 3 both; `byColumn` reads down first. */
function flattened(args: readonly Value[], env: Env): Scalar[] {
  const a = arrayOfArg(args[0]);
  const skip = omitted(args[1]) ? 0 : wholeOf(args[1], env);
  if (skip < 0 || skip > 3) return raise(cellErrors.value);
  const byColumn = flagOf(args[2], env);
  const order = byColumn ? transposed(a) : a;
  const kept = order.cells.filter(
    (v) => !((v === null && skip % 2 === 1) || (v instanceof CellError && skip >= 2)),
  );
  return kept.length === 0 ? raise(cellErrors.calc) : kept;
}

export function transposed(a: ArrayValue): ArrayValue {
  return built(a.cols, a.rows, (r, c) => itemOf(a, c, r));
}

function wrapped(args: readonly Value[], env: Env, byRow: boolean): Value {
  const a = arrayOfArg(args[0]);
  if (a.rows > 1 && a.cols > 1) return cellErrors.value;
  const width = wholeOf(args[1], env);
  if (width < 1) return cellErrors.num;
  const pad = args[2] === undefined ? cellErrors.na : firstOf(args[2]);
  const lines = Math.ceil(a.cells.length / width);
  const side = Math.min(width, Math.max(a.cells.length, width));
  const at = (i: number): Scalar => (i < a.cells.length ? (a.cells[i] ?? null) : pad);
  if (byRow) return built(lines, side, (r, c) => at(r * width + c));
  return built(side, lines, (r, c) => at(c * width + r));
}

const firstOf = (v: Value): Scalar => (isScalar(v) ? v : (arrayOfArg(v).cells[0] ?? null));

function expanded(args: readonly Value[], env: Env): Value {
  const a = arrayOfArg(args[0]);
  const rows = omitted(args[1]) ? a.rows : wholeOf(args[1], env);
  const cols = omitted(args[2]) ? a.cols : wholeOf(args[2], env);
  const pad = args[3] === undefined ? cellErrors.na : firstOf(args[3]);
  if (rows < a.rows || cols < a.cols) return cellErrors.value;
  return built(rows, cols, (r, c) => (r < a.rows && c < a.cols ? itemOf(a, r, c) : pad));
}

function sequence(args: readonly Value[], env: Env): Value {
  const rows = omitted(args[0]) ? 1 : wholeOf(args[0], env);
  const cols = omitted(args[1]) ? 1 : wholeOf(args[1], env);
  const start = omitted(args[2]) ? 1 : numberOf(args[2], env);
  const step = omitted(args[3]) ? 1 : numberOf(args[3], env);
  if (rows < 0 || cols < 0) return cellErrors.value;
  return built(rows, cols, (r, c) => start + (r * cols + c) * step);
}

/** TRIMRANGE: cuts blank rows and columns off the edges (1 leading, 2 trailing, 3 both). */
function trimmed(args: readonly Value[], env: Env): Value {
  const a = arrayOfArg(args[0]);
  const rowTrim = args[1] === undefined ? 3 : wholeOf(args[1], env);
  const colTrim = args[2] === undefined ? 3 : wholeOf(args[2], env);
  const used = (i: number, byRow: boolean): boolean => {
    const count = byRow ? a.cols : a.rows;
    for (let k = 0; k < count; k++) {
      if ((byRow ? itemOf(a, i, k) : itemOf(a, k, i)) !== null) return true;
    }
    return false;
  };
  const edges = (size: number, trim: number, byRow: boolean): [number, number] => {
    let [from, to] = [0, size];
    if (trim % 2 === 1) while (from < to && !used(from, byRow)) from++;
    if (trim >= 2) while (to > from && !used(to - 1, byRow)) to--;
    return [from, to];
  };
  const [top, bottom] = edges(a.rows, rowTrim, true);
  const [left, right] = edges(a.cols, colTrim, false);
  if (top === bottom || left === right) return cellErrors.ref;
  return built(bottom - top, right - left, (r, c) => itemOf(a, top + r, left + c));
}

export const shapeFunctions: readonly FormulaFunction[] = [
  cutting("TAKE", takenPart),
  cutting("DROP", droppedPart),
  choosing("CHOOSEROWS", true),
  choosing("CHOOSECOLS", false),
  wholeFunction("TOCOL", [1, 3], ["array", "scalar", "scalar"], (args, env) => {
    const cells = flattened(args, env);
    return built(cells.length, 1, (r) => cells[r] ?? null);
  }),
  wholeFunction("TOROW", [1, 3], ["array", "scalar", "scalar"], (args, env) => {
    const cells = flattened(args, env);
    return built(1, cells.length, (_, c) => cells[c] ?? null);
  }),
  wholeFunction("WRAPROWS", [2, 3], ["array", "scalar", "scalar"], (args, env) =>
    wrapped(args, env, true),
  ),
  wholeFunction("WRAPCOLS", [2, 3], ["array", "scalar", "scalar"], (args, env) =>
    wrapped(args, env, false),
  ),
  wholeFunction("EXPAND", [2, 4], ["array", "scalar", "scalar", "scalar"], expanded),
  wholeFunction("SEQUENCE", [1, 4], ["scalar"], sequence),
  wholeFunction("TRANSPOSE", [1, 1], ["array"], ([a]) => transposed(arrayOfArg(a))),
  wholeFunction("TRIMRANGE", [1, 3], ["array", "scalar", "scalar"], trimmed),
  wholeFunction("ARRAYTOTEXT", [1, 2], ["array", "scalar"], ([list, form], env) => {
    const a = arrayOfArg(list);
    const strict = wholeOf(form, env);
    if (strict !== 0 && strict !== 1) return cellErrors.value;
    return arrayText(a, strict === 1);
  }),
  wholeFunction("VALUETOTEXT", [1, 2], ["scalar"], ([v = null, form], env) => {
    const strict = wholeOf(form, env);
    if (strict !== 0 && strict !== 1) return cellErrors.value;
    return plainText(isScalar(v) ? v : scalarOf(v, env), strict === 1);
  }),
];

function arrayText(a: ArrayValue, strict: boolean): Scalar {
  const rows = Array.from({ length: a.rows }, (_, r) =>
    a.cells.slice(r * a.cols, (r + 1) * a.cols).map((v) => plainText(v, strict)),
  );
  const text = strict ? `{${rows.map((r) => r.join(",")).join(";")}}` : rows.flat().join(", ");
  return text.length > 32_767 ? cellErrors.value : text;
}

function plainText(v: Scalar, strict: boolean): string {
  if (v === null) return "";
  if (v instanceof CellError) return v.code;
  if (typeof v === "string") return strict ? `"${v.replaceAll('"', '""')}"` : v;
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  return String(Number(v.toPrecision(15)));
}
