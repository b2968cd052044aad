/** Lays out one-character boxes (一文字一枠) with the words pre-printed between them. */
import type { DrawItem, FieldZone, MmBox } from "../form.ts";
import type { FieldSource } from "./form-source.ts";
import { paperWords } from "./form-words.ja.ts";
import { boxHeight, boxPitch, clear, frameItem, rule, textItem, type, wordWidth } from "./paper.ts";

type Segment =
  | { readonly kind: "word"; readonly text: string; readonly width: number }
  | { readonly kind: "boxes"; readonly count: number };

export interface CellParts {
  readonly zone: FieldZone;
  readonly drawing: readonly DrawItem[];
  /** Millimetres that the cell is too narrow; 0 when all is well. */
  readonly short: number;
}

const wordGap = 1.8;
/** Boxes of a date of the western calendar; dates of the era have six. */
const westernDate = 8;

function word(text: string): Segment {
  return { kind: "word", text, width: wordWidth(text, type.option) + wordGap };
}

function boxes(count: number): Segment {
  return { kind: "boxes", count };
}

function segmentsOf(source: FieldSource, inner: number): Segment[] {
  const count = source.field.boxes ?? 0;
  if (source.field.type === "date") {
    const western = count === westernDate;
    const parts = paperWords.dateParts.flatMap((part, i) => [
      boxes(western && i === 0 ? 4 : 2),
      word(part),
    ]);
    return western ? parts : [word(paperWords.era), ...parts];
  }
  if (source.field.type === "postal-code") {
    return [boxes(3), word(paperWords.postalDash), boxes(4)];
  }
  const before = preprintedOf(source) || source.before;
  const row = [...(before === "" ? [] : [word(before)]), boxes(count)];
  if (source.after !== "") return [...row, word(source.after)];
  const yen = word(paperWords.yenAfter);
  const used = [...row, yen].reduce((sum, s) => sum + widthOf(s), 0);
  // No box gets narrower for a word that everybody knows.
  return source.field.type === "amount" && used <= inner ? [...row, yen] : row;
}

const widthOf = (s: Segment): number => (s.kind === "word" ? s.width : s.count * boxPitch.best);

/** Words on the paper that belong to the value. */
export function preprintedOf(source: FieldSource): string {
  if (source.field.type === "date") {
    return source.field.boxes === westernDate ? "" : paperWords.era;
  }
  return source.field.type === "invoice-number" ? paperWords.invoiceLetter : "";
}

interface Plan {
  readonly lines: readonly (readonly Segment[])[];
  readonly pitch: number;
}

/** Chooses lines and pitch: one line if boxes stay ≥ 7 mm wide, else as many lines as that takes. */
function planOf(source: FieldSource, width: number): Plan {
  const inner = width - 2 * clear;
  const segments = segmentsOf(source, inner);
  const words = segments.reduce((sum, s) => sum + (s.kind === "word" ? s.width : 0), 0);
  const count = source.field.boxes ?? 0;
  const lines = count > 15 ? Math.max(1, Math.ceil((count * boxPitch.good + words) / inner)) : 1;
  const perLine = Math.ceil(count / lines);
  const pitch = Math.min(boxPitch.best, Math.floor(((inner - words) / perLine) * 10) / 10);
  if (lines === 1) return { lines: [segments], pitch };
  const rest = Array.from({ length: lines }, (_, i) => Math.min(perLine, count - i * perLine));
  return { lines: rest.map((n) => [boxes(n)]), pitch };
}

/** Height in mm that the boxes of a field need, clear space included. */
export function boxesHeight(source: FieldSource, width: number): number {
  const lines = planOf(source, width).lines.length;
  return lines * boxHeight + (lines + 1) * clear;
}

/** Places the boxes of one field in its writing area. */
export function layoutBoxes(source: FieldSource, area: MmBox): CellParts {
  const plan = planOf(source, area.width);
  const drawing: DrawItem[] = [];
  const placed: MmBox[] = [];
  const tall = plan.lines.length * boxHeight + (plan.lines.length - 1) * clear;
  let y = area.y + (area.height - tall) / 2;
  for (const line of plan.lines) {
    let x = area.x + clear;
    for (const segment of line) {
      const at = { x, y, width: 0, height: boxHeight };
      if (segment.kind === "word") {
        const box = { ...at, width: segment.width };
        drawing.push(textItem(segment.text, box, { size: type.option, align: "center" }));
        x += segment.width;
      } else {
        const group = groupOf(at, segment.count, plan.pitch);
        placed.push(...group.boxes);
        drawing.push(...group.drawing);
        x += segment.count * plan.pitch;
      }
    }
    y += boxHeight + clear;
  }
  const short = Math.max(0, (boxPitch.least - plan.pitch) * (placed.length / plan.lines.length));
  const zone = { area, boxes: placed, ticks: [], preprinted: preprintedOf(source) };
  return { zone, drawing, short };
}

/** Boxes side by side: one strong frame, thin dividers. */
function groupOf(at: MmBox, count: number, pitch: number): { boxes: MmBox[]; drawing: DrawItem[] } {
  const group = Array.from({ length: count }, (_, i) => ({
    ...at,
    x: at.x + i * pitch,
    width: pitch,
  }));
  const dividers = group
    .slice(1)
    .map((b): DrawItem => ({ kind: "line", box: { ...b, width: 0 }, lineWidth: rule.divider }));
  return { boxes: group, drawing: [frameItem({ ...at, width: count * pitch }), ...dividers] };
}
