/** Held-out digits: one by one as MNIST has them, and in boxes of seven. */
import type { GlyphReader } from "../../../ocr/glyphs/glyph-reader.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import type { FieldQuality } from "./boxed-field.ts";
import { greyOf, resized } from "./canvas.ts";
import {
  type BoxAnswer,
  confusionsOf,
  type FieldPlan,
  fieldsOf,
  figuresOf,
  readFields,
} from "./measure-boxes.ts";
import type { Sample } from "./mnist.ts";
import type { Step, StepRecord, StepResult } from "./steps.ts";

const DIGITS = "0123456789";

/** One picture per digit, three times as large as MNIST has it, without a box. */
export function singlesStep(reader: GlyphReader, samples: readonly Sample[]): Step {
  return { name: "MNIST t10k", run: () => measureSingles(reader, samples) };
}

function measureSingles(reader: GlyphReader, samples: readonly Sample[]): StepResult {
  const answers: BoxAnswer[] = samples.flatMap(({ char, picture }) => {
    const large = greyOf(resized(picture, 84, 84));
    const [reading] = reader.readBoxes([{ picture: large, frame: null }], DIGITS);
    return reading ? [{ truth: char, reading }] : [];
  });
  const f = figuresOf([answers]);
  const figure: Figure = {
    name: "MNIST t10k 一文字",
    value: percent(f.right, f.boxes),
    unit: "%",
    target: { least: 99.5 },
  };
  const notes = [
    `${f.boxes} 字、誤り ${f.boxes - f.right}、尋ねる ${f.asked}、黙った誤り ${f.silent}`,
    `取り違え：${confusionsOf([answers]) || "なし"}`,
  ];
  return { figures: [figure], notes };
}

const leastExact: Partial<Record<FieldQuality, number>> = { clean: 96, fax: 92 };

export function fieldStep(reader: GlyphReader, samples: readonly Sample[], plan: FieldPlan): Step {
  const name = `数字7けた欄 ${plan.quality} 一致`;
  return { name, run: () => measureFields(name, reader, { samples, plan }) };
}

function measureFields(
  name: string,
  reader: GlyphReader,
  { samples, plan }: { samples: readonly Sample[]; plan: FieldPlan },
): StepResult {
  const { fields, cpu } = readFields(reader, fieldsOf(samples, plan), DIGITS);
  const f = figuresOf(fields);
  const least = leastExact[plan.quality];
  const figure: Figure = {
    name,
    value: percent(f.exactFields, f.fields),
    unit: "%",
    target: least === undefined ? null : { least },
  };
  const notes = [
    `${f.fields} 欄 ${f.boxes} 字、文字 ${share(f.right, f.boxes)} %、尋ねる ${share(f.asked, f.boxes)} %、黙った誤り ${f.silent} 字`,
    `取り違え：${confusionsOf(fields) || "なし"}`,
  ];
  const tally = { boxes: f.boxes, asked: f.asked, silent: f.silent, cpu };
  return { figures: [figure], notes, tally };
}

export const share = (part: number, all: number): string => (percent(part, all) ?? 0).toFixed(2);

/** Over all boxes of all qualities. */
export function totalsOf(records: readonly StepRecord[]): StepRecord {
  const totals = (start: string) => {
    const parts = records.flatMap((r) => (r.tally && r.name.startsWith(start) ? [r.tally] : []));
    const sum = (of: "boxes" | "asked" | "silent" | "cpu"): number =>
      parts.reduce((s, t) => s + t[of], 0);
    return { boxes: sum("boxes"), asked: sum("asked"), silent: sum("silent"), cpu: sum("cpu") };
  };
  const [digits, kana] = [totals("数字"), totals("カナ")];
  const speed = (what: string, { boxes, cpu }: typeof digits): Figure[] =>
    boxes === 0
      ? []
      : [
          {
            name: `速さ（${what}、切り出しから）`,
            value: boxes / cpu,
            unit: "枠／CPU秒",
            target: { least: 1000 },
          },
        ];
  const shares: Figure[] =
    digits.boxes === 0
      ? []
      : [
          {
            name: "数字の枠 黙った誤り（全画質）",
            value: percent(digits.silent, digits.boxes),
            unit: "%",
            target: { most: 0.1 },
          },
          {
            name: "数字の枠 尋ねる（全画質）",
            value: percent(digits.asked, digits.boxes),
            unit: "%",
            target: { most: 4 },
          },
        ];
  const figures = [...shares, ...speed("数字", digits), ...speed("カナ", kana)];
  const notes =
    digits.boxes === 0 ? [] : [`数字 ${digits.boxes} 枠のうち黙った誤り ${digits.silent} 枠`];
  return { name: "まとめ", figures, notes };
}
