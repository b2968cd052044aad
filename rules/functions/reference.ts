/** Functions about references: OFFSET, ADDRESS, AREAS, SHEET, FORMULATEXT, CELL, HYPERLINK. */

import { colsOf, rowsOf, toScalar } from "../formula/array.ts";
import { type FormulaFunction, scalarFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { columnLetters } from "../formula/tokens.ts";
import {
  cellErrors,
  isAreas,
  isError,
  isRef,
  lastColumn,
  lastRow,
  type RefValue,
  type Scalar,
  type Value,
} from "../formula/value.ts";
import { flagOf, numberOf, scalarOf, textOf, undocumented, wholeOf } from "./arguments.ts";

function runOffset(args: readonly Value[], env: Env): Value {
  const [base = null, ...rest] = args;
  if (!isRef(base)) return isError(base) ? base : cellErrors.value;
  const numbers = rest.map((v) => (v === null ? null : Math.trunc(numberOf(v, env))));
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

/** Names that cannot be taken for anything else stand without quotes. */
function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain || name === "" ? name : `'${name.replaceAll("'", "''")}'`;
}

/** ADDRESS(row, column, [1 $A$1, 2 A$1, 3 $A1, 4 A1], [A1 style], [sheet]). */
function runAddress(args: readonly Scalar[], env: Env): Scalar {
  const [row, col] = [wholeOf(args[0], env), wholeOf(args[1], env)];
  const kind = args[2] === null ? 1 : wholeOf(args[2], env, 1);
  const style = args[3] === null ? true : flagOf(args[3], env, true);
  const inside = row >= 1 && row <= lastRow + 1 && col >= 1 && col <= lastColumn + 1;
  if (!inside || kind < 1 || kind > 4) return cellErrors.value;
  const [rowFixed, colFixed] = [kind <= 2, kind === 1 || kind === 3];
  const sheet = args[4] === undefined ? "" : `${quotedSheet(textOf(args[4], env))}!`;
  if (!style) return `${sheet}R${bracket(row, rowFixed)}C${bracket(col, colFixed)}`;
  return `${sheet}${colFixed ? "$" : ""}${columnLetters(col - 1)}${rowFixed ? "$" : ""}${row}`;
}

const bracket = (n: number, fixed: boolean): string => (fixed ? String(n) : `[${n}]`);

/** Prefixes of the file format are not shown to people. */
const shown = (text: string): string => text.replace(/_xl(?:fn|ws|pm|op)\./gi, "");

function formulaText(v: Value): Scalar {
  if (!isRef(v)) return isError(v) ? v : cellErrors.value;
  const text = v.sheet.formulaText(v.top, v.left);
  return text === null ? cellErrors.na : `=${shown(text)}`;
}

function sheetNumber(args: readonly Value[], env: Env): Scalar {
  const [v] = args;
  if (v === undefined) return env.sheet.index + 1;
  if (isRef(v)) return v.sheet.index + 1;
  if (isError(v)) return v;
  const sheet = env.world.sheet(textOf(v, env));
  return sheet ? sheet.index + 1 : cellErrors.na;
}

function sheetCount(args: readonly Value[], env: Env): Scalar {
  const [v] = args;
  if (v === undefined) return env.world.sheets.length;
  if (isError(v)) return v;
  if (isRef(v)) return 1;
  return isAreas(v) ? new Set(v.areas.map((a) => a.sheet)).size : cellErrors.value;
}

/** CELL: what can be said of a cell without its looks. */
function cellInfo(args: readonly Value[], env: Env): Scalar {
  const wanted = textOf(args[0], env).toLowerCase();
  const given = args[1];
  if (given !== undefined && isError(given)) return given;
  if (given === undefined || !isRef(given)) return undocumented("CELL");
  const { sheet, top, left } = given;
  switch (wanted) {
    case "row":
      return top + 1;
    case "col":
      return left + 1;
    case "address": {
      const address = `$${columnLetters(left)}$${top + 1}`;
      return sheet === env.sheet ? address : undocumented("CELL");
    }
    case "contents":
      return sheet.read(top, left) ?? 0;
    case "type": {
      const v = sheet.read(top, left);
      if (v === null) return "b";
      return typeof v === "string" ? "l" : "v";
    }
    default:
      return undocumented("CELL");
  }
}

export const referenceFunctions: readonly FormulaFunction[] = [
  { ...wholeFunction("OFFSET", [3, 5], ["range", "scalar"], runOffset), givesReferences: true },
  scalarFunction("ADDRESS", [2, 5], runAddress),
  wholeFunction("AREAS", [1, 1], ["range"], ([v = null]) => {
    if (isRef(v)) return 1;
    if (isError(v)) return v;
    return isAreas(v) ? v.areas.length : cellErrors.value;
  }),
  wholeFunction("FORMULATEXT", [1, 1], ["range"], ([v = null]) => formulaText(v)),
  wholeFunction("SHEET", [0, 1], ["range"], sheetNumber),
  wholeFunction("SHEETS", [0, 1], ["range"], sheetCount),
  wholeFunction("CELL", [1, 2], ["scalar", "range"], cellInfo),
  wholeFunction("HYPERLINK", [1, 2], ["scalar", "scalar"], ([link, name], env) =>
    name === undefined ? scalarOf(link, env) : toScalar(name, env),
  ),
];
