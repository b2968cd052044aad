/** Database functions (DSUM, DCOUNT …): records of a table that meet a block of criteria. */
import { toArray } from "../formula/array.ts";
import { sameText } from "../formula/coerce.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import {
  type ArrayValue,
  CellError,
  cellErrors,
  isError,
  isRef,
  type RefValue,
  raise,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { average, greatest, least, product, sumOf } from "./aggregate.ts";
import { finite, scalarOf, undocumented } from "./arguments.ts";
import { criterionOf, type Test } from "./criteria.ts";
import { measures } from "./statistics.ts";

type Reduce = (items: readonly Scalar[]) => Scalar;

const at = (a: ArrayValue, row: number, col: number): Scalar => a.cells[row * a.cols + col] ?? null;

function tableOf(v: Value | undefined): RefValue {
  if (v !== undefined && isError(v)) return raise(v);
  return v !== undefined && isRef(v) ? v : raise(cellErrors.value);
}

function columnOf(table: ArrayValue, field: Scalar): number {
  if (typeof field === "number") {
    const col = Math.trunc(field) - 1;
    return col >= 0 && col < table.cols ? col : raise(cellErrors.value);
  }
  if (typeof field !== "string") return raise(cellErrors.value);
  const col = headerAt(table, field);
  return col < 0 ? raise(cellErrors.value) : col;
}

function headerAt(table: ArrayValue, name: string): number {
  for (let c = 0; c < table.cols; c++) {
    const header = at(table, 0, c);
    if (typeof header === "string" && sameText(header.trim(), name.trim())) return c;
    if (typeof header === "number" && String(header) === name.trim()) return c;
  }
  return -1;
}

interface Condition {
  readonly col: number;
  readonly test: Test;
}

/** One list of conditions per row of the block: all of a row must hold, any row will do. */
function blocksOf(table: ArrayValue, ref: RefValue, env: Env): Condition[][] {
  const block = toArray(ref);
  if (block.rows < 2) return raise(cellErrors.value);
  const blocks: Condition[][] = [];
  for (let r = 1; r < block.rows; r++) {
    const conditions: Condition[] = [];
    for (let c = 0; c < block.cols; c++) {
      const given = at(block, r, c);
      if (given === null) continue;
      const col = headerAt(table, String(at(block, 0, c) ?? ""));
      // A criterion under no heading of the table is a formula for the first record, to be moved down.
      if (col < 0) return undocumented("DSUM");
      conditions.push({ col, test: testOf(given, env) });
    }
    blocks.push(conditions);
  }
  return blocks;
}

/** A text without a sign in front asks for texts that begin with it. */
function testOf(given: Exclude<Scalar, null>, env: Env): Test {
  if (typeof given !== "string" || /^[<>=]/.test(given)) return criterionOf(given, env.world).test;
  const plain = criterionOf(given, env.world).test;
  const begins = criterionOf(`${given}*`, env.world).test;
  return (cell) => plain(cell) || begins(cell);
}

function recordsOf(args: readonly Value[], env: Env): { table: ArrayValue; rows: number[] } {
  const table = toArray(tableOf(args[0]));
  const blocks = blocksOf(table, tableOf(args[2]), env);
  const rows: number[] = [];
  for (let r = 1; r < table.rows; r++) {
    if (blocks.some((b) => b.every((k) => k.test(at(table, r, k.col))))) rows.push(r);
  }
  return { table, rows };
}

function itemsOf(args: readonly Value[], env: Env): Scalar[] {
  const { table, rows } = recordsOf(args, env);
  const col = columnOf(table, scalarOf(args[1], env));
  return rows.map((r) => at(table, r, col));
}

function overNumbers(measure: (n: readonly number[]) => Scalar): Reduce {
  return (items) => {
    const numbers: number[] = [];
    for (const v of items) {
      if (v instanceof CellError) return v;
      if (typeof v === "number") numbers.push(v);
    }
    return measure(numbers);
  };
}

function database(name: string, reduce: Reduce): FormulaFunction {
  return wholeFunction(name, [3, 3], ["range", "scalar", "range"], (args, env) =>
    reduce(itemsOf(args, env)),
  );
}

/** DCOUNT and DCOUNTA without a field count the records themselves. */
function counting(name: string, counts: (v: Scalar) => boolean): FormulaFunction {
  return wholeFunction(name, [3, 3], ["range", "scalar", "range"], (args, env) => {
    if (args[1] === null) return recordsOf(args, env).rows.length;
    return itemsOf(args, env).filter(counts).length;
  });
}

export const databaseFunctions: readonly FormulaFunction[] = [
  database(
    "DSUM",
    overNumbers((n) => finite(sumOf(n))),
  ),
  database("DAVERAGE", overNumbers(average)),
  database("DMAX", overNumbers(greatest)),
  database("DMIN", overNumbers(least)),
  database("DPRODUCT", overNumbers(product)),
  database("DSTDEV", overNumbers(measures.devSample)),
  database("DSTDEVP", overNumbers(measures.devAll)),
  database("DVAR", overNumbers(measures.varSample)),
  database("DVARP", overNumbers(measures.varAll)),
  counting("DCOUNT", (v) => typeof v === "number"),
  counting("DCOUNTA", (v) => v !== null),
  database("DGET", (items) => {
    if (items.length === 0) return cellErrors.value;
    return items.length > 1 ? cellErrors.num : (items[0] ?? null);
  }),
];
