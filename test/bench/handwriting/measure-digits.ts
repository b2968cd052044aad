/** Held-out digits: one by one as MNIST has them, and in boxes of seven. */
import type { GlyphReader } from "../../../ocr/glyphs/glyph-reader.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import type { FieldQuality } from "./boxed-field.ts";
import { greyOf, resized } from "./canvas.ts";
import {
  type BoxAnswer,
  type BoxFigures,
  confusionsOf,
  type FieldPlan,
  fieldsOf,
  figuresOf,
  readFields,
} from "./measure-boxes.ts";
import type { Sample } from "./mnist.ts";
import type { BoxTally, Step, StepRecord, StepResult } from "./steps.ts";

const DIGITS = "0123456789";

const SINGLES = "一文字";
const PARTS = 4;

/** One picture per digit, three times as large as MNIST has it, without a box. In a few parts. */
export function singlesSteps(reader: GlyphReader, samples: readonly Sample[]): Step[] {
  const size = Math.ceil(samples.length / PARTS);
  return Array.from({ length: PARTS }, (_, i) => ({
    name: `${SINGLES} ${i + 1}/${PARTS}`,
    run: () => measureSingles(reader, samples.slice(i * size, (i + 1) * size)),
  }));
}

function measureSingles(reader: GlyphReader, samples: readonly Sample[]): StepResult {
  let cpu = 0;
  const answers: BoxAnswer[] = samples.flatMap(({ char, picture }) => {
    const box = { picture: greyOf(resized(picture, 84, 84)), frame: null };
    const start = process.cpuUsage();
    const [reading] = reader.readBoxes([box], DIGITS);
    const spent = process.cpuUsage(start);
    cpu += (spent.user + spent.system) / 1e6;
    return reading ? [{ truth: char, reading }] : [];
  });
  const f = figuresOf([answers]);
  const notes = [`一文字の取り違え：${confusionsOf([answers]) || "なし"}`];
  return { figures: [], notes, tally: tallyOf(f, cpu) };
}

const tallyOf = (f: BoxFigures, cpu: number): BoxTally => {
  const { boxes, right, asked, silent } = f;
  return { boxes, right, asked, silent, cpu };
};

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
  return { figures: [figure], notes, tally: tallyOf(f, cpu) };
}

export const share = (part: number, all: number): string => (percent(part, all) ?? 0).toFixed(2);

/** What only all parts together tell. */
export function totalsOf(records: readonly StepRecord[]): StepRecord {
  const [singles, digits, kana] = [SINGLES, "数字", "カナ"].map((start) => sumOf(records, start));
  const figures: Figure[] = [];
  const add = (name: string, value: number | null, [unit, target]: [string, Figure["target"]]) =>
    figures.push({ name, value, unit, target });
  if (singles) {
    const { boxes, right, asked, silent } = singles;
    add("MNIST t10k 一文字", percent(right, boxes), ["%", { least: 99.5 }]);
    add("MNIST t10k 尋ねる", percent(asked, boxes), ["%", null]);
    add("MNIST t10k 黙った誤り", percent(silent, boxes), ["%", null]);
  }
  if (digits) {
    const { boxes, asked, silent, cpu } = digits;
    add("数字の枠 黙った誤り（全画質）", percent(silent, boxes), ["%", { most: 0.1 }]);
    add("数字の枠 尋ねる（全画質）", percent(asked, boxes), ["%", { most: 4 }]);
    add("速さ（数字、切り出しから）", boxes / cpu, ["枠／CPU秒", { least: 1000 }]);
  }
  if (kana) {
    add("速さ（カナ、切り出しから）", kana.boxes / kana.cpu, ["枠／CPU秒", { least: 1000 }]);
  }
  const notes = digits ? [`数字 ${digits.boxes} 枠のうち黙った誤り ${digits.silent} 枠`] : [];
  return { name: "まとめ", figures, notes };
}

/** Null when no part of that name ran. */
function sumOf(records: readonly StepRecord[], start: string): BoxTally | null {
  const parts = records.flatMap((r) => (r.tally && r.name.startsWith(start) ? [r.tally] : []));
  if (parts.length === 0) return null;
  const sum = (of: keyof BoxTally): number => parts.reduce((s, t) => s + t[of], 0);
  return {
    boxes: sum("boxes"),
    right: sum("right"),
    asked: sum("asked"),
    silent: sum("silent"),
    cpu: sum("cpu"),
  };
}
