/** How long the recogniser takes to start, and whether the quick net finds what the plain one finds. */
import { loadGlyphModels } from "../../../ocr/glyphs/glyph-files.ts";
import { createGlyphReader } from "../../../ocr/glyphs/glyph-reader.ts";
import { plainNet } from "../../../ocr/glyphs/plain-net.ts";
import { quickNet } from "../../../ocr/glyphs/quick-net.ts";
import type { NetWeights } from "../../../ocr/glyphs/weights-file.ts";
import { seeded } from "../../support/samples/seeded.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import { KATAKANA } from "./font-samples.ts";
import type { Step, StepResult } from "./steps.ts";

export function startStep(): Step {
  return { name: "起動", run: measureStart };
}

function measureStart(): StepResult {
  const picture = { data: new Uint8Array(95 * 113).fill(255), width: 95, height: 113 };
  for (let i = 3000; i < 6000; i++) picture.data[i] = i % 95 > 30 && i % 95 < 50 ? 20 : 255;
  const [began, used] = [performance.now(), process.cpuUsage()];
  const reader = createGlyphReader();
  reader.readBoxes([{ picture, frame: null }], "0123456789");
  reader.readBoxes([{ picture, frame: null }], KATAKANA);
  const spent = process.cpuUsage(used);
  const figure: Figure = {
    name: "起動（両方の網、最初の答えまで）",
    value: (performance.now() - began) / 1000,
    unit: "秒",
    target: { most: 0.5 },
  };
  return { figures: [figure], notes: [`CPU ${((spent.user + spent.system) / 1e6).toFixed(2)} 秒`] };
}

const PICTURES = 500;

export function samenessStep(seed: number): Step {
  return { name: "計算の一致", run: () => measureSameness(seed) };
}

/** Noise of every density: the hardest pictures to agree on. */
function measureSameness(seed: number): StepResult {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const [name, { weights }] of Object.entries(loadGlyphModels())) {
    const same = samePictures(weights, seed);
    if (!same)
      return {
        figures: [],
        notes: ["このパソコンには SIMD がないため、遅い方の計算だけを使います。"],
      };
    figures.push({
      name: `速い計算と基準の計算の一致 ${name}`,
      value: percent(same.answer, PICTURES),
      unit: "%",
      target: { least: 100 },
    });
    notes.push(`${name}：${PICTURES} 枚のうち ${same.score} 枚は、点数も最後の桁まで同じ`);
  }
  return { figures, notes };
}

function samePictures(weights: NetWeights, seed: number) {
  const chance = seeded(seed);
  const [quick, plain] = [quickNet(weights), plainNet(weights)];
  if (!quick) return null;
  const largest = (v: Float32Array): number => v.indexOf(Math.max(...v));
  const same = { answer: 0, score: 0 };
  for (let n = 0; n < PICTURES; n++) {
    const density = chance.next();
    const picture = Float32Array.from({ length: weights.size ** 2 }, () =>
      chance.next() < density ? chance.next() : 0,
    );
    const [a, b] = [quick(picture), plain(picture)];
    if (largest(a) === largest(b)) same.answer++;
    if (a.every((v, i) => v === b[i])) same.score++;
  }
  return same;
}
