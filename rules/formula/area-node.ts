/** Reads A1, $A$1:B2, A:C and 2:13 into a node relative to the cell of the formula. */
import type { AreaNode, Coordinate } from "./ast.ts";
import { columnIndex } from "./tokens.ts";
import { lastColumn, lastRow } from "./value.ts";

interface Home {
  readonly row: number;
  readonly col: number;
}

/** `sheet` is what stands before "!", "first:last" for 3-D references. */
export function areaNode(text: string, sheet: string | null, home: Home): AreaNode {
  const [first = "", last] = text.split(":");
  const [from, to] = sheet?.includes(":") ? sheet.split(":") : [sheet, null];
  const a = corner(first, home);
  const b = last === undefined ? a : corner(last, home);
  return {
    kind: "area",
    sheet: from ?? null,
    lastSheet: to ?? null,
    top: a.row ?? absolute(0),
    left: a.col ?? absolute(0),
    bottom: b.row ?? absolute(lastRow),
    right: b.col ?? absolute(lastColumn),
    single: last === undefined,
  };
}

function corner(text: string, home: Home): { row: Coordinate | null; col: Coordinate | null } {
  const m = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const letters = m?.[2] ?? "";
  const digits = m?.[4] ?? "";
  const rowFixed = m?.[3] === "$" || (letters === "" && m?.[1] === "$");
  return {
    col: letters === "" ? null : coordinate(m?.[1] === "$", columnIndex(letters), home.col),
    row: digits === "" ? null : coordinate(rowFixed, Number(digits) - 1, home.row),
  };
}

function absolute(n: number): Coordinate {
  return { absolute: true, n };
}

function coordinate(fixed: boolean, index: number, home: number): Coordinate {
  return fixed ? absolute(index) : { absolute: false, n: index - home };
}
