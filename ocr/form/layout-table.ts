/** Lays out a table: a row of captions, then one row per name, every cell a free zone between its rules. */
import { cellName, type DrawItem, type FieldZone, type MmBox } from "../form.ts";
import { frameItem, textItem, type, wordWidth } from "./paper.ts";
import type { TableSource } from "./read-table.ts";

/** Height in mm of the captions and of a row; a row keeps 2 mm clear around 8-point words. */
const height = { head: 7, row: 8 } as const;
const leastCell = 12;

export interface TableParts {
  /** By field name. */
  readonly zones: Readonly<Record<string, FieldZone>>;
  readonly drawing: readonly DrawItem[];
  readonly height: number;
  /** Millimetres that each column is too narrow; 0 when all is well. */
  readonly short: number;
}

/** `at` is the top left corner and the width that the table may take. */
export function layoutTable(
  { table, cells }: TableSource,
  at: { readonly x: number; readonly y: number; readonly width: number },
): TableParts {
  const words = table.rows.map((r) => wordWidth(r, type.caption));
  const names = Math.min(40, Math.max(...words) + 4);
  const shares = table.columns.map((c) => (isNumber(c, { table, cells }) ? 1 : 2));
  const unit = (at.width - names) / shares.reduce<number>((sum, s) => sum + s, 0);
  const lefts = shares.map(
    (_, i) => at.x + names + unit * shares.slice(0, i).reduce<number>((a, b) => a + b, 0),
  );
  const zones: Record<string, FieldZone> = {};
  const head: MmBox = { x: at.x, y: at.y, width: names, height: height.head };
  const drawing: DrawItem[] = [frameItem(head)];
  const columnBox = (i: number): { x: number; width: number } => ({
    x: lefts[i] ?? at.x,
    width: unit * (shares[i] ?? 1),
  });
  table.columns.forEach((column, i) => {
    drawing.push(...labelled(column, { ...head, ...columnBox(i) }));
  });
  table.rows.forEach((row, r) => {
    const y = at.y + height.head + r * height.row;
    drawing.push(...labelled(row, { x: at.x, y, width: names, height: height.row }));
    table.columns.forEach((column, i) => {
      const area = { ...columnBox(i), y, height: height.row };
      drawing.push(frameItem(area));
      zones[cellName(table.name, row, column)] = { area, boxes: [], ticks: [], preprinted: "" };
    });
  });
  return {
    zones,
    drawing,
    height: height.head + table.rows.length * height.row,
    short: Math.max(0, leastCell - unit),
  };
}

function isNumber(column: string, { table, cells }: Pick<TableSource, "table" | "cells">): boolean {
  const name = cellName(table.name, table.rows[0] ?? "", column);
  const found = cells.find((c) => c.field.name === name)?.field.type;
  return found === "amount" || found === "digits";
}

function labelled(words: string, box: MmBox): DrawItem[] {
  const size = wordWidth(words, type.caption) > box.width - 1 ? type.note : type.caption;
  return [frameItem(box), textItem(words, box, { size, align: "center" })];
}
