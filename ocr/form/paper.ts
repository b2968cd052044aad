/** Measures of the paper in millimetres, and how wide words are: the rules that make a form read well. */
import type { DrawItem, MmBox } from "../form.ts";
import { paperWords } from "./form-words.ja.ts";

export const paper = { width: 210, height: 297 } as const;

/** Nothing that is read stands nearer to the edge; feeders and scanners lose less than this. */
export const edge = 8;
/** Clear space around what is read. */
export const clear = 2;

export const marker = 5;
export const markers: readonly [MmBox, MmBox, MmBox, MmBox] = [
  { x: edge, y: edge, width: marker, height: marker },
  { x: paper.width - edge - marker, y: edge, width: marker, height: marker },
  { x: edge, y: paper.height - edge - marker, width: marker, height: marker },
  {
    x: paper.width - edge - marker,
    y: paper.height - edge - marker,
    width: marker,
    height: marker,
  },
];

/** Beside the top right marker, with its quiet zone around it. */
export const qr: MmBox = { x: 173, y: 10, width: 20, height: 20 };

/** Where title and table stand. */
export const body = { x: 15, y: 17, width: 180, bottom: 280 } as const;

/** Line widths in points. */
export const rule = { frame: 1.2, divider: 0.7 } as const;

export const boxHeight = 8;
export const boxPitch = { best: 8, good: 7, least: 5 } as const;
export const captionWidth = 24;
export const tickSize = 4.5;

/** Sizes in points. */
export const type = {
  title: 16,
  addressee: 11,
  body: 9.5,
  caption: 9,
  option: 10,
  note: 7,
  notes: 8.5,
};

const mmPerPoint = 25.4 / 72;

export function mm(points: number): number {
  return points * mmPerPoint;
}

export function points(millimetres: number): number {
  return millimetres / mmPerPoint;
}

/** Width in mm of words in a font whose full-width signs are one em wide and whose others are half of it. */
export function wordWidth(words: string, size: number): number {
  return mm(size) * [...words].reduce((sum, c) => sum + emsOf(c), 0);
}

function emsOf(character: string): number {
  return /[\u0020-\u007e\u00a5\uff61-\uff9f]/u.test(character) ? 0.5 : 1;
}

/** Breaks words into lines no wider than `width` mm; a sign that may not begin a line hangs on the line before. */
export function wrapWords(words: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const c of words) {
    const over = wordWidth(line + c, size) - width;
    const hangs = paperWords.notAtLineStart.includes(c) && over <= 2 * mm(size);
    if (c === "\n" || (over > 0 && line !== "" && !hangs)) {
      lines.push(line);
      line = c === "\n" ? "" : c;
    } else {
      line += c;
    }
  }
  return line === "" ? lines : [...lines, line];
}

export function textItem(
  text: string,
  box: MmBox,
  look: { size: number; align?: "left" | "center" | "right" },
): DrawItem {
  return { kind: "text", text, box, size: look.size, align: look.align ?? "left" };
}

export function frameItem(box: MmBox): DrawItem {
  return { kind: "rect", box, lineWidth: rule.frame };
}

/** Rounds to a hundredth of a millimetre, so that layouts compare and print the same everywhere. */
export function hundredths(n: number): number {
  return Math.round(n * 100) / 100;
}

export function roundBox(b: MmBox): MmBox {
  return {
    x: hundredths(b.x),
    y: hundredths(b.y),
    width: hundredths(b.width),
    height: hundredths(b.height),
  };
}
