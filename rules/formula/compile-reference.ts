/** Compiles cell areas, names and table references, and the operators that join references. */
import { uncomputableText } from "../messages.ja.ts";
import type { AreaNode, Coordinate, FormulaNode, TableNode } from "./ast.ts";
import { functionValue } from "./compile-call.ts";
import type { Env, FormulaWorld, LocalScope, SheetModel } from "./model.ts";
import { tableReference } from "./table-reference.ts";
import {
  cellErrors,
  isAreas,
  isError,
  isRef,
  lastColumn,
  lastRow,
  type RefValue,
  type Scalar,
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
    const local = node.sheet === null ? localScope(env.locals, key) : null;
    if (local) return local.value ?? null;
    const value = env.world.nameValue(node.name, env);
    if (value !== undefined) return value;
    return functionValue(key, env) ?? cellErrors.name;
  };
}

/** The innermost binding of a name by LET or LAMBDA. */
export function localScope(scope: LocalScope | null, key: string): LocalScope | null {
  for (let s = scope; s; s = s.outer) if (s.name === key) return s;
  return null;
}

function compileArea(node: AreaNode): (env: Env) => Value {
  if (node.lastSheet !== null) return compileSheets(node);
  const sheetOf = sheetFinder(node.sheet);
  return (env) => rectangle(node, sheetOf(env), env);
}

function rectangle(node: AreaNode, sheet: SheetModel, env: Env): RefValue | typeof cellErrors.ref {
  const top = place(node.top, env.row, lastRow);
  const left = place(node.left, env.col, lastColumn);
  const bottom = place(node.bottom, env.row, lastRow);
  const right = place(node.right, env.col, lastColumn);
  if (!(top >= 0 && left >= 0 && bottom >= 0 && right >= 0)) return cellErrors.ref;
  return {
    kind: "ref",
    sheet,
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** Reads one cell straight. */
export function cellReader(node: AreaNode): (env: Env) => Scalar {
  const sheetOf = sheetFinder(node.sheet);
  const { top, left } = node;
  return (env) => {
    const row = place(top, env.row, lastRow);
    const col = place(left, env.col, lastColumn);
    return row < 0 || col < 0 ? cellErrors.ref : sheetOf(env).read(row, col);
  };
}

/** 1月:3月!B2: the same rectangle on every sheet from the first to the last. */
function compileSheets(node: AreaNode): (env: Env) => Value {
  return (env) => {
    const from = findSheet(node.sheet ?? "", env.world);
    const to = findSheet(node.lastSheet ?? "", env.world);
    const [first, last] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
    const areas: RefValue[] = [];
    for (const sheet of env.world.sheets) {
      if (sheet.index < first || sheet.index > last) continue;
      const area = rectangle(node, sheet, env);
      if (isError(area)) return area;
      areas.push(area);
    }
    return { kind: "areas", areas };
  };
}

/** (A1:A3,C1): several rectangles. */
export function unionOf(parts: readonly ((env: Env) => Value)[]): (env: Env) => Value {
  return (env) => {
    const areas: RefValue[] = [];
    for (const part of parts) {
      const v = part(env);
      if (isError(v)) return v;
      if (isRef(v)) areas.push(v);
      else if (isAreas(v)) areas.push(...v.areas);
      else return cellErrors.value;
    }
    return { kind: "areas", areas };
  };
}

/** -1 when a relative coordinate has left the sheet. */
function place(c: Coordinate, home: number, last: number): number {
  const index = c.absolute ? c.n : home + c.n;
  return index > last ? -1 : index;
}

function findSheet(name: string, world: FormulaWorld): SheetModel {
  const sheet = world.sheet(name);
  if (!sheet) throw new Uncomputable("unknown-sheet", name, uncomputableText.unknownSheet(name));
  return sheet;
}

/** The sheet of a reference, looked up once per book. */
function sheetFinder(name: string | null): (env: Env) => SheetModel {
  if (name === null) return (env) => env.sheet;
  let world: FormulaWorld | null = null;
  let sheet: SheetModel | null = null;
  return (env) => {
    if (sheet && world === env.world) return sheet;
    sheet = findSheet(name, env.world);
    world = env.world;
    return sheet;
  };
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
