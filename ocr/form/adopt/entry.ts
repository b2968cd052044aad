/** One place to write in, as it is found on paper before it gets a name and a type. */
import type { MmBox } from "../../form.ts";
import { datePattern } from "./caption-words.ja.ts";
import type { Named } from "./cell-captions.ts";
import type { Cell } from "./cells.ts";
import { isIn } from "./page-words.ts";

/** One place to write in. */
export interface Entry extends Named {
  readonly area: MmBox;
  readonly boxes: readonly MmBox[];
  readonly ticks: readonly { readonly box: MmBox; readonly caption: string }[];
  /** Words inside the area that a reader must not see. */
  readonly printed: readonly MmBox[];
  /** Text of the words inside, which may tell the type (円, 年月日). */
  readonly units: string;
}

/** Cells below these sides (mm) are too small to write a word in. */
export const WRITABLE = { width: 4, height: 4.4 } as const;

/** An empty place without a name. */
export function plain(area: MmBox): Entry {
  const nothing = { boxes: [], ticks: [], printed: [], units: "", caption: "", group: "" };
  return { area, ...nothing };
}

/** Units at the left and right edge end the area; those between stay in it and are whitened or read along. */
export function withUnits(cell: Cell): Entry {
  const words = cell.lines.flatMap((l) => l.words).map((w) => w.box);
  const [first] = cell.lines;
  const date = datePattern.test(cell.text);
  let area = cell.box;
  if (!date && first && cell.lines.length === 1) area = trimmed(cell.box, words);
  const inside = date ? [] : words.filter((w) => isIn(w, area));
  return { ...plain(area), printed: inside.map(widened), units: cell.text };
}

function trimmed(box: MmBox, words: readonly MmBox[]): MmBox {
  let [left, right] = [box.x, box.x + box.width];
  const sorted = [...words].sort((a, b) => a.x - b.x);
  for (const w of sorted) {
    const near = w.x - left < Math.max(3.5, 0.12 * box.width);
    if (near) left = w.x + w.width + 0.4;
  }
  for (const w of [...sorted].reverse()) {
    const near = right - (w.x + w.width) < Math.max(3.5, 0.12 * box.width);
    if (near && w.x > left) right = w.x - 0.4;
  }
  return right - left < WRITABLE.width ? box : { ...box, x: left, width: right - left };
}

/** A printed word with the blur around it. */
export const widened = (w: MmBox): MmBox => ({
  x: w.x - 0.35,
  y: w.y - 0.35,
  width: w.width + 0.7,
  height: w.height + 0.7,
});
