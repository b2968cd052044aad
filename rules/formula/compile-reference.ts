/** Compiles cell areas, names and table references, and the operators that join references. */
import { uncomputableText } from "../messages.ja.ts";
import type { AreaNode, Coordinate, FormulaNode, TableNode } from "./ast.ts";
import type { Env, LocalScope, SheetModel } from "./model.ts";
import { tableReference } from "./table-reference.ts";
import {
  cellErrors,
  isError,
  isRef,
  lastColumn,
  lastRow,
  type RefValue,
  Uncomputable,
  type Value,
} from "./value.ts";

export function compileReference(
  node: AreaNode | TableNode | (FormulaNode & { kind: "name" }),
): (env: Env) => Value {
  if (node.kind === "area") return compileArea(node);
  if (node.kind === "table") return (env) => tableReference(node, env);
  const key = node.name.toUpperCase();
  return (env) => {
    const local = node.sheet === null ? localValue(env.locals, key) : undefined;
    if (local !== undefined) return local;
    const value = env.world.nameValue(node.name, env);
    return value === undefined ? cellErrors.name : value;
  };
}

function localValue(scope: LocalScope | null, key: string): Value | undefined {
  for (let s = scope; s; s = s.outer) if (s.name === key) return s.value;
  return undefined;
}

function compileArea(node: AreaNode): (env: Env) => Value {
  if (node.lastSheet !== null) {
    const shown = `${node.sheet}:${node.lastSheet}!`;
    throw new Uncomputable("construct", shown, uncomputableText.construct(shown));
  }
  return (env) => {
    const sheet = sheetOf(node.sheet, env);
    const a = {
      row: place(node.top, env.row, lastRow),
      col: place(node.left, env.col, lastColumn),
    };
    const b = {
      row: place(node.bottom, env.row, lastRow),
      col: place(node.right, env.col, lastColumn),
    };
    if (!(a.row >= 0 && a.col >= 0 && b.row >= 0 && b.col >= 0)) return cellErrors.ref;
    return {
      kind: "ref",
      sheet,
      top: Math.min(a.row, b.row),
      left: Math.min(a.col, b.col),
      bottom: Math.max(a.row, b.row),
      right: Math.max(a.col, b.col),
    };
  };
}

/** -1 when a relative coordinate has left the sheet. */
function place(c: Coordinate, home: number, last: number): number {
  const index = c.absolute ? c.n : home + c.n;
  return index > last ? -1 : index;
}

function sheetOf(name: string | null, env: Env): SheetModel {
  if (name === null) return env.sheet;
  const sheet = env.world.sheet(name);
  if (!sheet) throw new Uncomputable("unknown-sheet", name, uncomputableText.unknownSheet(name));
  return sheet;
}

type Compiled = (env: Env) => Value;

/** A1:INDEX(…) (span) and A1:A5 A3:C3 (intersect). */
export function referencePair(
  kind: "span" | "intersect",
  left: Compiled,
  right: Compiled,
): Compiled {
  const join = kind === "span" ? spanOf : intersectionOf;
  return (env) => {
    const a = left(env);
    if (isError(a)) return a;
    const b = right(env);
    if (isError(b)) return b;
    if (!isRef(a) || !isRef(b)) return cellErrors.value;
    return a.sheet === b.sheet ? join(a, b) : cellErrors.value;
  };
}

function spanOf(a: RefValue, b: RefValue): Value {
  return {
    kind: "ref",
    sheet: a.sheet,
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function intersectionOf(a: RefValue, b: RefValue): Value {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  if (top > bottom || left > right) return cellErrors.null;
  return { kind: "ref", sheet: a.sheet, top, left, bottom, right };
}
