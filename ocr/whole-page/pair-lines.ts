/** Which line seems to be the caption of which: by place alone, as a proposal for a person. */
import type { PixelBox } from "../../core/index.ts";
import { tickSigns } from "./tick-signs.ja.ts";
import type { KeyValue, TextLine } from "./whole-page.ts";

/** A caption is short and no number. */
const CAPTION = { least: 2, most: 16 } as const;

/** How far right of its caption (in line heights) and how far below a value may stand. */
const REACH = { right: 14, below: 2.2 } as const;

/** Longer texts below a caption are explanations. */
const LONGEST = 40;

/** Captions with what stands right of them in the same row, else right below; a line is used once as a value. */
export function pairLines(lines: readonly TextLine[]): KeyValue[] {
  const taken = new Set<TextLine>();
  const pairs: KeyValue[] = [];
  for (const line of lines) {
    const written = splitAtColon(line);
    if (written) {
      pairs.push(written);
      taken.add(line);
      continue;
    }
    if (taken.has(line) || !isCaption(line.text)) continue;
    const value = rightOf(line, lines) ?? below(line, lines);
    if (!value || taken.has(value)) continue;
    const values = isTick(value.text) ? [value, ...ticksAfter(value, lines)] : [value];
    for (const v of values) taken.add(v);
    pairs.push(pairOf(line, values));
  }
  return pairs;
}

function pairOf(key: TextLine, values: readonly TextLine[]): KeyValue {
  return {
    key: key.text,
    value: values.map((v) => v.text).join(" "),
    confidence: Math.min(key.confidence, ...values.map((v) => v.confidence)),
    keyBox: key.box,
    valueBox: around(values.map((v) => v.box)),
  };
}

function around(boxes: readonly PixelBox[]): PixelBox {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const low = Math.max(...boxes.map((b) => b.y + b.height));
  return { page: boxes[0]?.page ?? 1, x, y, width: right - x, height: low - y };
}

const isTick = (text: string): boolean =>
  text.startsWith(tickSigns.ticked) || text.startsWith(tickSigns.empty);

/** The other choices of the same row, up to the next text that is none. */
function ticksAfter(first: TextLine, lines: readonly TextLine[]): TextLine[] {
  const row = lines
    .filter((l) => l !== first && l.box.x > first.box.x && sharesRow(first, l))
    .sort((a, b) => a.box.x - b.box.x);
  const end = row.findIndex((l) => !isTick(l.text));
  return end < 0 ? row : row.slice(0, end);
}

/** 「電話：090-0000-0000」 holds both. */
function splitAtColon(line: TextLine): KeyValue | null {
  const at = line.text.indexOf(":");
  const [key, value] = [line.text.slice(0, at).trim(), line.text.slice(at + 1).trim()];
  if (at < 1 || value === "" || !isCaption(key)) return null;
  const { confidence, box } = line;
  return { key, value, confidence, keyBox: box, valueBox: box };
}

function isCaption(text: string): boolean {
  if (isTick(text)) return false;
  const count = [...text.replace(/\s/gu, "")].length;
  const letters = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(text);
  const digits = text.replace(/\D/gu, "").length;
  return letters && count >= CAPTION.least && count <= CAPTION.most && digits <= 0.2 * count;
}

function rightOf(key: TextLine, lines: readonly TextLine[]): TextLine | null {
  const size = key.box.height;
  const end = key.box.x + key.box.width;
  const found = lines
    .filter((l) => l !== key && l.text !== "" && l.box.x >= end - 2 && sharesRow(key, l))
    .sort((a, b) => a.box.x - b.box.x)[0];
  return found && found.box.x - end < REACH.right * size ? found : null;
}

function sharesRow(a: TextLine, b: TextLine): boolean {
  const both =
    Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
  return both > 0.5 * Math.min(a.box.height, b.box.height);
}

function below(key: TextLine, lines: readonly TextLine[]): TextLine | null {
  const { x, y, width, height } = key.box;
  const low = y + height;
  const found = lines
    .filter((l) => l !== key && l.text !== "" && l.box.y > low - 2)
    .filter((l) => l.box.y - low < REACH.below * height)
    .filter((l) => Math.min(l.box.x + l.box.width, x + width) - Math.max(l.box.x, x) > 0)
    .sort((a, b) => a.box.y - b.box.y)[0];
  return found && !isCaption(found.text) && [...found.text].length <= LONGEST ? found : null;
}
