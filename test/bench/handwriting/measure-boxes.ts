/** Reads composed fields with a recogniser and counts what became of every box. */
import type { GlyphReader, GlyphReading } from "../../../ocr/glyphs/glyph-reader.ts";
import { cut } from "../../../ocr/image/grey.ts";
import { seeded } from "../../support/samples/seeded.ts";
import { boxesOf, composeField, type FieldQuality } from "./boxed-field.ts";
import { inkBounds } from "./canvas.ts";
import { shuffled } from "./chance.ts";
import type { Sample } from "./mnist.ts";

export interface BoxAnswer {
  readonly truth: string;
  readonly reading: GlyphReading;
}

export interface FieldTruth {
  readonly text: string;
  readonly field: ReturnType<typeof composeField>;
}

export interface FieldPlan {
  readonly quality: FieldQuality;
  readonly count: number;
  /** Characters per field. */
  readonly length: number;
  readonly seed: number;
}

/** Fields of `length` characters; every sample is used at most once. */
export function* fieldsOf(
  samples: readonly Sample[],
  { quality, count, length, seed }: FieldPlan,
): Generator<FieldTruth> {
  const chance = seeded(seed);
  const order = shuffled(samples, chance);
  for (let n = 0; n < count && (n + 1) * length <= order.length; n++) {
    const part = order.slice(n * length, (n + 1) * length);
    const glyphs = part.map(({ picture }) =>
      cut(picture, inkBounds(picture, 195) ?? whole(picture)),
    );
    yield { text: part.map((s) => s.char).join(""), field: composeField(glyphs, quality, chance) };
  }
}

const whole = (p: { width: number; height: number }) => ({
  x: 0,
  y: 0,
  width: p.width,
  height: p.height,
});

/** CPU seconds of reading only, composing left out. */
export function readFields(
  reader: GlyphReader,
  fields: Iterable<FieldTruth>,
  charset: string,
): { fields: BoxAnswer[][]; cpu: number } {
  const answers: BoxAnswer[][] = [];
  let cpu = 0;
  for (const { text, field } of fields) {
    const boxes = boxesOf(field);
    const start = process.cpuUsage();
    const readings = reader.readBoxes(boxes, charset);
    const spent = process.cpuUsage(start);
    cpu += (spent.user + spent.system) / 1e6;
    answers.push(
      [...text].flatMap((truth, k) => {
        const reading = readings[k];
        return reading ? [{ truth, reading }] : [];
      }),
    );
  }
  return { fields: answers, cpu };
}

export interface BoxFigures {
  readonly boxes: number;
  readonly right: number;
  /** A person is asked. */
  readonly asked: number;
  /** Sure and wrong. */
  readonly silent: number;
  readonly fields: number;
  readonly exactFields: number;
  readonly topThree: number;
}

export function figuresOf(fields: readonly (readonly BoxAnswer[])[]): BoxFigures {
  const all = fields.flat();
  const isRight = ({ truth, reading }: BoxAnswer): boolean => reading.char === truth;
  return {
    boxes: all.length,
    right: all.filter(isRight).length,
    asked: all.filter(({ reading }) => reading.kind !== "char").length,
    silent: all.filter((a) => a.reading.kind === "char" && !isRight(a)).length,
    fields: fields.length,
    exactFields: fields.filter((f) => f.every(isRight)).length,
    topThree: all.filter((a) => a.reading.candidates.some((c) => c.char === a.truth)).length,
  };
}

/** Which characters were taken for which, the commonest first. */
export function confusionsOf(fields: readonly (readonly BoxAnswer[])[]): string {
  const counts = new Map<string, number>();
  for (const { truth, reading } of fields.flat()) {
    if (reading.char === truth) continue;
    const pair = `${truth}→${reading.char || "空"}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return sorted.map(([pair, n]) => `${pair} ${n}`).join("、");
}
