/**
 * Hand-written digits and kana in boxes, read by our own recogniser, beside tesseract.js on the same fields:
 *   npm run bench -- handwriting [--fields 600] [--peer-fields 40] [--seed 77000] [--only start,singles,fields,kana,peer] [--resume] [--json]
 * MNIST t10k and the font families are held out: nothing was trained or tuned on them. Every part is kept in
 * .cache/handwriting-bench.jsonl when it is done; --resume goes on from there. Exits 1 when a target is missed.
 */
import { parseArgs } from "node:util";
import { createGlyphReader } from "../../ocr/glyphs/glyph-reader.ts";
import { type FieldQuality, fieldQualities } from "./handwriting/boxed-field.ts";
import type { FieldPlan } from "./handwriting/measure-boxes.ts";
import { fieldStep, singlesSteps, totalsOf } from "./handwriting/measure-digits.ts";
import { kanaScripts, kanaSource, kanaStep } from "./handwriting/measure-kana.ts";
import { peerStep } from "./handwriting/measure-peer.ts";
import { samenessStep, startStep } from "./handwriting/measure-start.ts";
import { readMnist } from "./handwriting/mnist.ts";
import { heldOutFonts, installPeers, peersFolder } from "./handwriting/peers.ts";
import { runSteps, type Step, type StepRecord } from "./handwriting/steps.ts";
import { isMet, lineOf } from "./ocr/figures.ts";

const { values: args } = parseArgs({
  options: {
    fields: { type: "string", default: "600" },
    "peer-fields": { type: "string", default: "40" },
    seed: { type: "string", default: "77000" },
    only: { type: "string", default: "start,singles,fields,kana,peer" },
    resume: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const seed = Number(args.seed);

async function stepsFor(parts: ReadonlySet<string>): Promise<Step[]> {
  const reader = createGlyphReader();
  const digits = await readMnist(peersFolder, "t10k");
  const { fonts, missing } = heldOutFonts();
  const kana = kanaSource(fonts);
  const fields = (quality: FieldQuality, count: number): FieldPlan => ({
    quality,
    count,
    length: 7,
    seed: seed + fieldQualities.indexOf(quality),
  });
  const kanaSteps = (["カタカナ", "ひらがな"] as const).flatMap((script) =>
    fieldQualities.map((q) =>
      kanaStep(reader, script, { set: () => kana(script), plan: fields(q, 0) }),
    ),
  );
  const both = [
    { name: "数字", charset: "0123456789", samples: () => Promise.resolve(digits) },
    {
      name: "カタカナ",
      charset: kanaScripts.カタカナ,
      samples: async () => [...(await kana("カタカナ")).families.values()].flat(),
    },
  ];
  const steps: Record<string, Step[]> = {
    start: [startStep(), samenessStep(seed)],
    singles: singlesSteps(reader, digits),
    fields: fieldQualities.map((q) => fieldStep(reader, digits, fields(q, Number(args.fields)))),
    kana: [...(missing.length > 0 ? [absence(missing)] : []), ...kanaSteps],
    peer: (["clean", "fax"] as const).flatMap((q) =>
      both.map((set) => peerStep(reader, set, fields(q, Number(args["peer-fields"])))),
    ),
  };
  return Object.entries(steps).flatMap(([name, own]) => (parts.has(name) ? own : []));
}

const absence = (missing: readonly string[]): Step => ({
  name: "書体",
  run: () => ({
    figures: [],
    notes: missing.map(
      (name) => `${name} がないため、この書体は測りません（Debian の同じ名前の包みにあります）。`,
    ),
  }),
});

function show({ figures, notes }: StepRecord): void {
  if (args.json) return;
  for (const figure of figures) console.log(lineOf(figure));
  for (const note of notes) console.log(`  ${note}`);
}

async function main(): Promise<number> {
  const problem = installPeers();
  if (problem) {
    console.error(problem);
    return 1;
  }
  const { version } = createGlyphReader().ref;
  const steps = await stepsFor(new Set(args.only.split(",")));
  const key = { version, seed, fields: args.fields, peer: args["peer-fields"] };
  const records = await runSteps(steps, { key, resume: args.resume, done: show });
  const totals = totalsOf(records);
  show(totals);
  const all = [...records, totals];
  const missed = all.flatMap((r) => r.figures).filter((f) => !isMet(f));
  if (args.json) console.log(JSON.stringify({ reader: version, steps: all }, null, 1));
  else if (missed.length === 0) console.log("すべての目標を達成しました。");
  else console.log(`未達：${missed.map((f) => f.name).join("、")}`);
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
