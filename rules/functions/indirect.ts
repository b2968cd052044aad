/** INDIRECT: a text that names cells of this book, in A1 or R1C1 style. */
import { areaNode } from "../formula/area-node.ts";
import { type FormulaFunction, wholeFunction } from "../formula/function-type.ts";
import type { Env } from "../formula/model.ts";
import { tableReference } from "../formula/table-reference.ts";
import { type Token, tokenize } from "../formula/tokens.ts";
import {
  cellErrors,
  isAreas,
  isRef,
  lastColumn,
  lastRow,
  type RefValue,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { flagOf, textOf } from "./arguments.ts";

function runIndirect(args: readonly Value[], env: Env): Value {
  const text = textOf(args[0], env).trim();
  const a1 = flagOf(args[1], env, true);
  if (/[|\\]|\[[^\]]*\.xl/i.test(text) || /^'?\[/.test(text))
    throw new Uncomputable("refused", "INDIRECT", uncomputableText.externalIndirect());
  return a1 ? inLetters(text, env) : inNumbers(text, env);
}

function inLetters(text: string, env: Env): Value {
  const [first, ...rest] = readable(text);
  if (!first) return cellErrors.ref;
  if (first.kind !== "sheet") return oneToken(first, rest, env);
  const [second, ...last] = rest;
  if (!second || first.text.includes(":")) return cellErrors.ref;
  const sheet = env.world.sheet(first.text);
  return sheet ? oneToken(second, last, { ...env, sheet }) : cellErrors.ref;
}

/** One area, name or table, with nothing after it but the "#" of a filled range. */
function oneToken(token: Token, rest: readonly Token[], env: Env): Value {
  const filled = rest[0]?.kind === "op" && rest[0].text === "#";
  if (rest[filled ? 1 : 0]?.kind !== "end") return cellErrors.ref;
  const v = tokenValue(token, env);
  if (!filled) return v;
  return isRef(v) ? (env.world.spillArea(v) ?? cellErrors.ref) : cellErrors.ref;
}

function tokenValue(token: Token, env: Env): Value {
  if (token.kind === "area") return areaOf(token.text, env);
  if (token.kind === "table")
    return tableReference({ kind: "table", table: token.text, inner: token.inner ?? "" }, env);
  const named = token.kind === "name" ? env.world.nameValue(token.text, env) : undefined;
  return named !== undefined && (isRef(named) || isAreas(named)) ? named : cellErrors.ref;
}

function readable(text: string): readonly Token[] {
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

const sheetPart = /^(?:'((?:[^']|'')+)'|([^'!]+))!/;
const corner = /^(?:R(\d+|\[-?\d+\])?)?(?:C(\d+|\[-?\d+\])?)?$/i;

/** R2C3, R[-1]C, R1C1:R5C2, R3 (a row), C2 (a column). */
function inNumbers(text: string, env: Env): Value {
  const head = sheetPart.exec(text);
  const name = head?.[1]?.replaceAll("''", "'") ?? head?.[2];
  const sheet = name === undefined ? env.sheet : env.world.sheet(name);
  const [a = "", b = a, more] = text.slice(head?.[0].length ?? 0).split(":");
  const from = cornerOf(a, env);
  const to = cornerOf(b, env);
  if (!sheet || !from || !to || more !== undefined) return cellErrors.ref;
  return {
    kind: "ref",
    sheet,
    top: Math.min(from.row ?? 0, to.row ?? 0),
    left: Math.min(from.col ?? 0, to.col ?? 0),
    bottom: Math.max(from.row ?? lastRow, to.row ?? lastRow),
    right: Math.max(from.col ?? lastColumn, to.col ?? lastColumn),
  };
}

/** Null when it is no corner; a row or column that is not named is null. */
function cornerOf(text: string, env: Env): { row: number | null; col: number | null } | null {
  const m = corner.exec(text);
  if (!m || text === "") return null;
  const hasRow = /^R/i.test(text);
  const hasCol = /C(?![^[]*\])/i.test(text.replace(/^R/i, ""));
  const row = hasRow ? place(m[1], env.row, lastRow) : null;
  const col = hasCol ? place(m[2], env.col, lastColumn) : null;
  return Number.isNaN(row) || Number.isNaN(col) ? null : { row, col };
}

function place(written: string | undefined, home: number, last: number): number {
  if (written === undefined) return home;
  const n = written.startsWith("[") ? home + Number(written.slice(1, -1)) : Number(written) - 1;
  return n < 0 || n > last ? Number.NaN : n;
}

export const indirectFunctions: readonly FormulaFunction[] = [
  { ...wholeFunction("INDIRECT", [1, 2], ["scalar"], runIndirect), givesReferences: true },
];
