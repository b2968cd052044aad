/** The same fields of seven characters, read by us and by tesseract.js, in one run. */
import type { GlyphReader } from "../../../ocr/glyphs/glyph-reader.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import { type FieldPlan, fieldsOf, figuresOf, readFields } from "./measure-boxes.ts";
import { share } from "./measure-digits.ts";
import type { Sample } from "./mnist.ts";
import type { Step, StepResult } from "./steps.ts";
import { readWithTesseract } from "./tesseract-peer.ts";

interface PeerSet {
  readonly name: string;
  readonly charset: string;
  readonly samples: () => Promise<readonly Sample[]>;
}

export function peerStep(reader: GlyphReader, set: PeerSet, plan: FieldPlan): Step {
  const name = `${set.name}7文字欄 ${plan.quality}（tesseract.js と同じ ${plan.count} 欄）`;
  return { name: `相手 ${name}`, run: () => measure(name, reader, { set, plan }) };
}

const ways = { "as-scanned": "そのまま", "boxes-cleaned": "枠を消して" } as const;

async function measure(
  name: string,
  reader: GlyphReader,
  { set, plan }: { set: PeerSet; plan: FieldPlan },
): Promise<StepResult> {
  const fields = [...fieldsOf(await set.samples(), plan)];
  const ours = readFields(reader, fields, set.charset);
  const f = figuresOf(ours.fields);
  const model = set.charset.startsWith("0") ? "eng-best" : "jpn-best";
  const peer: string[] = [];
  const notes = [`buka ${milliseconds(ours.cpu / fields.length)}`];
  for (const [way, label] of Object.entries(ways)) {
    const p = await readWithTesseract(fields, {
      way: way as keyof typeof ways,
      model,
      charset: set.charset,
    });
    peer.push(`${label} ${share(p.exact, p.fields)} %`);
    notes.push(
      `tesseract.js ${label}：長さは合うが違う ${share(p.silent, p.fields)} %、${milliseconds(p.cpuPerField)}`,
    );
  }
  const figure: Figure = {
    name,
    value: percent(f.exactFields, f.fields),
    unit: "%",
    target: null,
    peer: `tesseract.js ${peer.join("、")}`,
  };
  return { figures: [figure], notes };
}

const milliseconds = (seconds: number): string => `${(1000 * seconds).toFixed(0)} ミリCPU秒／欄`;
