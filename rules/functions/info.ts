/** Information functions: what kind of value stands there. */
import { colsOf, rowsOf, toOperand, toScalar } from "../formula/array.ts";
import { toNumber } from "../formula/coerce.ts";
import {
  type FormulaFunction,
  lazyFunction,
  oneCellEach,
  scalarFunction,
  wholeFunction,
} from "../formula/function-type.ts";
import {
  arrayOf,
  CellError,
  cellErrors,
  type ErrorCode,
  isArray,
  isError,
  isRef,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { undocumented } from "./arguments.ts";

/** A test that also sees errors. */
function test(name: string, holds: (v: Scalar) => boolean): FormulaFunction {
  return { ...scalarFunction(name, [1, 1], ([v = null]) => holds(v)), seesErrors: true };
}

const errorNumbers: Readonly<Record<ErrorCode, number>> = {
  "#NULL!": 1,
  "#DIV/0!": 2,
  "#VALUE!": 3,
  "#REF!": 4,
  "#NAME?": 5,
  "#NUM!": 6,
  "#N/A": 7,
  "#SPILL!": 9,
  "#GETTING_DATA": 8,
  "#UNKNOWN!": 10,
  "#CONNECT!": 11,
  "#BLOCKED!": 12,
  "#FIELD!": 13,
  "#CALC!": 14,
  "#BUSY!": 16,
};

function typeOf(v: Value): number {
  if (isArray(v)) return 64;
  if (typeof v === "string") return 2;
  if (typeof v === "boolean") return 4;
  return isError(v) ? 16 : 1;
}

/** ROW and COLUMN: of the formula's own cell, or of every row or column of a range. */
function position(name: string, row: boolean): FormulaFunction {
  return wholeFunction(name, [0, 1], ["range"], (args, env) => {
    const [v] = args;
    if (v === undefined) return (row ? env.row : env.col) + 1;
    if (!isRef(v)) return isError(v) ? v : cellErrors.value;
    return row ? series(v.top, rowsOf(v), true) : series(v.left, colsOf(v), false);
  });
}

function series(first: number, count: number, down: boolean): Value {
  if (count === 1) return first + 1;
  const numbers = Array.from({ length: count }, (_, i) => first + i + 1);
  return down ? arrayOf(count, 1, numbers) : arrayOf(1, count, numbers);
}

function extent(name: string, rows: boolean): FormulaFunction {
  return wholeFunction(name, [1, 1], ["array"], ([v = null]) => {
    if (isRef(v)) return rows ? rowsOf(v) : colsOf(v);
    if (isArray(v)) return rows ? v.rows : v.cols;
    return isError(v) ? v : 1;
  });
}

export const infoFunctions: readonly FormulaFunction[] = [
  test("ISNUMBER", (v) => typeof v === "number"),
  test("ISTEXT", (v) => typeof v === "string"),
  test("ISNONTEXT", (v) => typeof v !== "string"),
  test("ISLOGICAL", (v) => typeof v === "boolean"),
  test("ISBLANK", (v) => v === null),
  test("ISERROR", (v) => v instanceof CellError),
  test("ISERR", (v) => v instanceof CellError && v !== cellErrors.na),
  test("ISNA", (v) => v === cellErrors.na),
  lazyFunction("ISREF", [1, 1], ([v]) => (v ? isRef(v()) : false)),
  lazyFunction("ISFORMULA", [1, 1], ([v]) => {
    const ref = v ? v() : null;
    return isRef(ref) ? ref.sheet.hasFormula(ref.top, ref.left) : cellErrors.value;
  }),
  oneCellEach(
    scalarFunction("ISEVEN", [1, 1], ([v = null], env) => parity(toNumber(v, env.world), 0)),
  ),
  oneCellEach(
    scalarFunction("ISODD", [1, 1], ([v = null], env) => parity(toNumber(v, env.world), 1)),
  ),
  scalarFunction("NA", [0, 0], () => cellErrors.na),
  ofFirst("N", (first) => {
    if (isError(first) || typeof first === "number") return first;
    return first === true ? 1 : 0;
  }),
  ofFirst("T", (first) => (isError(first) || typeof first === "string" ? first : "")),
  wholeFunction("TYPE", [1, 1], ["array"], ([v = null], env) =>
    typeOf(isRef(v) ? toOperand(v, env, true) : v),
  ),
  {
    ...scalarFunction("ERROR.TYPE", [1, 1], ([v = null]) =>
      v instanceof CellError ? errorNumbers[v.code] : cellErrors.na,
    ),
    seesErrors: true,
  },
  position("ROW", true),
  position("COLUMN", false),
  extent("ROWS", true),
  extent("COLUMNS", false),
];

/** N and T: of a range they see the first cell; what they make of an array is laid down nowhere. */
function ofFirst(name: string, convert: (first: Scalar) => Scalar): FormulaFunction {
  const run = wholeFunction(name, [1, 1], ["range"], ([v = null], env) => {
    if (isRef(v)) return convert(v.sheet.read(v.top, v.left));
    return isArray(v) && v.cells.length > 1 ? undocumented(name) : convert(toScalar(v, env));
  });
  return { ...run, perReference: true };
}

function parity(n: number | CellError, want: 0 | 1): Scalar {
  return n instanceof CellError ? n : Math.abs(Math.trunc(n)) % 2 === want;
}
