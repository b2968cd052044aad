/** Kana of font families that no net has seen, one box each. A family counts once, however many styles it has. */
import type { GlyphReader } from "../../../ocr/glyphs/glyph-reader.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import { type FontFile, fontSamples, HIRAGANA, KATAKANA } from "./font-samples.ts";
import { confusionsOf, type FieldPlan, fieldsOf, figuresOf, readFields } from "./measure-boxes.ts";
import { share } from "./measure-digits.ts";
import type { Sample } from "./mnist.ts";
import type { Step, StepResult } from "./steps.ts";

export interface KanaSet {
  readonly charset: string;
  readonly families: ReadonlyMap<string, readonly Sample[]>;
}

export const kanaScripts = { カタカナ: KATAKANA, ひらがな: HIRAGANA } as const;
export type KanaScript = keyof typeof kanaScripts;

/** Drawn once, when the first part asks for it. */
export function kanaSource(fonts: readonly FontFile[]): (script: KanaScript) => Promise<KanaSet> {
  const drawn = new Map<KanaScript, Promise<KanaSet>>();
  return (script) => {
    const set = drawn.get(script) ?? drawSet(fonts, kanaScripts[script]);
    drawn.set(script, set);
    return set;
  };
}

async function drawSet(fonts: readonly FontFile[], charset: string): Promise<KanaSet> {
  const families = new Map<string, Sample[]>();
  for (const font of fonts) {
    const samples = await fontSamples(font, charset);
    families.set(font.name, [...(families.get(font.name) ?? []), ...samples]);
  }
  return { charset, families };
}

export function kanaStep(
  reader: GlyphReader,
  script: KanaScript,
  { set, plan }: { set: () => Promise<KanaSet>; plan: FieldPlan },
): Step {
  const name = `カナ ${script}一文字 ${plan.quality}`;
  return { name, run: async () => measureKana(name, reader, { set: await set(), plan }) };
}

function measureKana(
  name: string,
  reader: GlyphReader,
  { set, plan }: { set: KanaSet; plan: FieldPlan },
): StepResult {
  const read = [...set.families].map(([family, samples]) => {
    const boxes = fieldsOf(samples, { ...plan, length: 1, count: samples.length });
    return { family, ...readFields(reader, boxes, set.charset) };
  });
  const shares = read.map(({ family, fields }) => {
    const f = figuresOf(fields);
    return { family, value: percent(f.right, f.boxes) ?? 0 };
  });
  const all = read.flatMap((r) => r.fields);
  const f = figuresOf(all);
  const figure: Figure = {
    name,
    value: shares.reduce((sum, s) => sum + s.value, 0) / Math.max(1, shares.length),
    unit: "%",
    target: plan.quality === "clean" ? { least: 99 } : null,
  };
  const notes = [
    `${f.boxes} 字、上位3つ ${share(f.topThree, f.boxes)} %、尋ねる ${share(f.asked, f.boxes)} %、黙った誤り ${f.silent} 字`,
    `書体ごと：${shares.map((s) => `${s.family} ${s.value.toFixed(1)}`).join("、")}`,
    `取り違え：${confusionsOf(all) || "なし"}`,
  ];
  const cpu = read.reduce((sum, r) => sum + r.cpu, 0);
  const tally = { boxes: f.boxes, right: f.right, asked: f.asked, silent: f.silent, cpu };
  return { figures: [figure], notes, tally };
}
