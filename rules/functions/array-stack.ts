/** HSTACK and VSTACK: arrays side by side and below each other. */
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import {
  type ArrayValue,
  arrayOf,
  cellErrors,
  isAreas,
  isLambda,
  isScalar,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { arrayOfArg, undocumented } from "./arguments.ts";
import { built, itemOf } from "./array-shape.ts";

function stackedCell(a: ArrayValue, row: number, col: number): Scalar {
  if (row >= a.rows || col >= a.cols) return cellErrors.na;
  return itemOf(a, row, col);
}

/** Errors stand as one cell, cells of several sheets one after another; a list of functions (for GROUPBY) is refused. */
function partsOf(args: readonly Value[]): ArrayValue[] {
  return args.flatMap((v) => {
    if (isLambda(v)) undocumented("HSTACK");
    if (isAreas(v) && new Set(v.areas.map((a) => a.sheet)).size === v.areas.length)
      return v.areas.map(arrayOfArg);
    return [isScalar(v) ? arrayOf(1, 1, [v]) : arrayOfArg(v)];
  });
}

function hstack(args: readonly Value[]): Value {
  const parts = partsOf(args);
  const rows = Math.max(...parts.map((p) => p.rows));
  const owners = parts.flatMap((p) => Array.from({ length: p.cols }, (_, c) => ({ p, c })));
  return built(rows, owners.length, (r, c) => {
    const owner = owners[c];
    return owner ? stackedCell(owner.p, r, owner.c) : null;
  });
}

function vstack(args: readonly Value[]): Value {
  const parts = partsOf(args);
  const cols = Math.max(...parts.map((p) => p.cols));
  const owners = parts.flatMap((p) => Array.from({ length: p.rows }, (_, r) => ({ p, r })));
  return built(owners.length, cols, (r, c) => {
    const owner = owners[r];
    return owner ? stackedCell(owner.p, owner.r, c) : null;
  });
}

export const stackFunctions: readonly FormulaFunction[] = [
  wholeFunction("HSTACK", [1, 254], ["array"], hstack),
  wholeFunction("VSTACK", [1, 254], ["array"], vstack),
];
