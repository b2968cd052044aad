/** Functions that make references: INDIRECT (inside this book only), OFFSET and ADDRESS. */

import { areaNode } from "../formula/area-node.ts";
import { colsOf, rowsOf, toScalar } from "../formula/array.ts";
import { toBoolean, toNumber, toText } from "../formula/coerce.ts";
import {
  type FormulaFunction,
  numberArg,
  scalarFunction,
  wholeFunction,
} from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { columnLetters, tokenize } from "../formula/tokens.ts";
import {
  CellError,
  cellErrors,
  isRef,
  lastColumn,
  lastRow,
  type RefValue,
  type Scalar,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";

function runIndirect(args: readonly Value[], env: Env): Value {
  const text = toText(toScalar(args[0] ?? null, env));
  const a1 = args[1] === undefined ? true : toBoolean(toScalar(args[1], env));
  if (text instanceof CellError) return text;
  if (a1 instanceof CellError) return a1;
  if (!a1)
    throw new Uncomputable(
      "construct",
      "INDIRECT",
      uncomputableText.construct("INDIRECT(…,FALSE)"),
    );
  if (/[[\]|\\]/.test(text))
    throw new Uncomputable("refused", "INDIRECT", uncomputableText.externalIndirect());
  const [first, second, third] = readable(text.trim());
  if (first?.kind === "sheet" && second?.kind === "area" && third?.kind === "end") {
    const sheet = env.world.sheet(first.text);
    return sheet ? areaOf(second.text, { ...env, sheet }) : cellErrors.ref;
  }
  if (second?.kind !== "end") return cellErrors.ref;
  if (first?.kind === "area") return areaOf(first.text, env);
  const named = first?.kind === "name" ? env.world.nameValue(first.text, env) : undefined;
  return named !== undefined && isRef(named) ? named : cellErrors.ref;
}

function readable(text: string): ReturnType<typeof tokenize> {
  try {
    return tokenize(text);
  } catch (error) {
    if (error instanceof Uncomputable && error.reason === "syntax") return [];
    throw error;
  }
}

/** The text names fixed cells: nothing is relative to the formula. */
function areaOf(text: string, env: Env): RefValue {
  const node = areaNode(text, null, { row: 0, col: 0 });
  return {
    kind: "ref",
    sheet: env.sheet,
    top: Math.min(node.top.n, node.bottom.n),
    left: Math.min(node.left.n, node.right.n),
    bottom: Math.max(node.top.n, node.bottom.n),
    right: Math.max(node.left.n, node.right.n),
  };
}

function runOffset(args: readonly Value[], env: Env): Value {
  const [base = null, ...rest] = args;
  if (!isRef(base)) return base instanceof CellError ? base : cellErrors.value;
  const numbers: (number | null)[] = [];
  for (const arg of rest) {
    const v = toScalar(arg, env);
    const n = toNumber(v, env.world);
    if (n instanceof CellError) return n;
    numbers.push(v === null ? null : Math.trunc(n));
  }
  const [down, across, height, width] = numbers;
  return moved(base, {
    down: down ?? 0,
    across: across ?? 0,
    height: height ?? rowsOf(base),
    width: width ?? colsOf(base),
  });
}

function moved(
  base: RefValue,
  by: { down: number; across: number; height: number; width: number },
): Value {
  if (by.height === 0 || by.width === 0) return cellErrors.ref;
  const top = base.top + by.down + (by.height < 0 ? by.height + 1 : 0);
  const left = base.left + by.across + (by.width < 0 ? by.width + 1 : 0);
  const bottom = top + Math.abs(by.height) - 1;
  const right = left + Math.abs(by.width) - 1;
  if (top < 0 || left < 0 || bottom > lastRow || right > lastColumn) return cellErrors.ref;
  return { kind: "ref", sheet: base.sheet, top, left, bottom, right };
}

/** ADDRESS(row, column, [1 $A$1, 2 A$1, 3 $A1, 4 A1]); R1C1 and sheet names are not written here. */
function runAddress(args: readonly Scalar[], env: Env): Scalar {
  const row = numberArg(args, 0, env, 0);
  const col = numberArg(args, 1, env, 0);
  const kind = numberArg(args, 2, env, 1);
  if (row instanceof CellError) return row;
  if (col instanceof CellError) return col;
  if (kind instanceof CellError) return kind;
  const inside = row >= 1 && row <= lastRow + 1 && col >= 1 && col <= lastColumn + 1;
  if (!inside || ![1, 2, 3, 4].includes(kind)) return cellErrors.value;
  const colMark = kind === 1 || kind === 3 ? "$" : "";
  const rowMark = kind === 1 || kind === 2 ? "$" : "";
  return `${colMark}${columnLetters(Math.trunc(col) - 1)}${rowMark}${Math.trunc(row)}`;
}

export const referenceFunctions: readonly FormulaFunction[] = [
  wholeFunction("INDIRECT", [1, 2], ["scalar"], runIndirect),
  wholeFunction("OFFSET", [3, 5], ["range", "scalar"], runOffset),
  scalarFunction("ADDRESS", [2, 3], runAddress),
];
