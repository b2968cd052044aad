/** Lays out one cell of a row: its caption on the left, its writing area on the right. */
import type { DrawItem, MmBox } from "../form.ts";
import { boxesHeight, type CellParts, layoutBoxes } from "./box-row.ts";
import type { FieldSource } from "./form-source.ts";
import { paperWords } from "./form-words.ja.ts";
import {
  captionWidth,
  clear,
  frameItem,
  mm,
  textItem,
  tickSize,
  type,
  wordWidth,
  wrapWords,
} from "./paper.ts";

const freeHeight = 11;
const leastFreeWidth = 12;

/** Height in mm that a field needs in a cell of this width (caption included). */
export function cellHeight(source: FieldSource, width: number): number {
  const needed =
    source.field.boxes === null ? freeHeight : boxesHeight(source, width - captionWidth);
  return Math.max(needed, captionHeight(source) + clear);
}

export function layoutCell(source: FieldSource, cell: MmBox): CellParts {
  const caption = { ...cell, width: captionWidth };
  const area = { ...cell, x: cell.x + captionWidth, width: cell.width - captionWidth };
  const parts = partsOf(source, area);
  const drawing = [
    frameItem(caption),
    frameItem(area),
    ...captionItems(source, caption),
    ...parts.drawing,
  ];
  return { ...parts, drawing };
}

function partsOf(source: FieldSource, area: MmBox): CellParts {
  if (source.field.boxes !== null) return layoutBoxes(source, area);
  if (source.field.options.length > 0) return layoutTicks(source, area);
  return layoutFree(source, area);
}

interface Line {
  readonly text: string;
  readonly size: number;
}

function captionLines(source: FieldSource): Line[] {
  const inLines = (text: string, size: number): Line[] =>
    wrapWords(text, size, captionWidth - 1).map((line) => ({ text: line, size }));
  return [...inLines(source.caption, type.caption), ...inLines(source.note, type.note)];
}

const lineHeight = (line: Line): number => mm(line.size) * 1.2;

function captionHeight(source: FieldSource): number {
  return captionLines(source).reduce((sum, line) => sum + lineHeight(line), 0);
}

function captionItems(source: FieldSource, box: MmBox): DrawItem[] {
  let y = box.y + (box.height - captionHeight(source)) / 2;
  return captionLines(source).map((line) => {
    const height = lineHeight(line);
    const item = textItem(line.text, { ...box, y, height }, { size: line.size, align: "center" });
    y += height;
    return item;
  });
}

/** Tick boxes with their captions to the right, spread evenly. */
function layoutTicks(source: FieldSource, area: MmBox): CellParts {
  const widths = source.field.options.map((o) => tickSize + 1.5 + wordWidth(o, type.option));
  const used = widths.reduce((sum, w) => sum + w, 0);
  const spare = area.width - 2 * clear - used;
  const gap = Math.min(6, Math.max(1.5, spare / Math.max(1, widths.length - 1)));
  const ticks: MmBox[] = [];
  const drawing: DrawItem[] = [];
  let x = area.x + clear;
  for (const [i, option] of source.field.options.entries()) {
    const width = widths[i] ?? 0;
    const y = area.y + (area.height - tickSize) / 2;
    const tick = { x, y, width: tickSize, height: tickSize };
    const words = { ...area, x: x + tickSize + 1.5, width: width - tickSize - 1.5 };
    ticks.push(tick);
    drawing.push(frameItem(tick), textItem(option, words, { size: type.option }));
    x += width + gap;
  }
  const short = Math.max(0, 1.5 * (widths.length - 1) - spare);
  return { zone: { area, boxes: [], ticks, preprinted: "" }, drawing, short };
}

/** A free zone between the words pre-printed before and after it. */
function layoutFree(source: FieldSource, area: MmBox): CellParts {
  const amount = source.field.type === "amount";
  const before = source.before || (amount ? paperWords.yen : "");
  const after = source.after || (amount ? paperWords.yenAfter : "");
  const left = before === "" ? 0 : wordWidth(before, type.option) + 3;
  const right = after === "" ? 0 : wordWidth(after, type.option) + 3;
  const free = { ...area, x: area.x + left, width: area.width - left - right };
  const words = [
    textItem(before, { ...area, width: left }, { size: type.option, align: "center" }),
    textItem(
      after,
      { ...area, x: free.x + free.width, width: right },
      {
        size: type.option,
        align: "center",
      },
    ),
  ];
  return {
    zone: { area: free, boxes: [], ticks: [], preprinted: "" },
    drawing: words.filter((w) => w.kind === "text" && w.text !== ""),
    short: Math.max(0, leastFreeWidth - free.width),
  };
}
