/**
 * Composes training glyphs into boxes, cuts them as the reader does, and writes what the net would see (training/boxes.py):
 *   npm run bench -- handwriting-boxes digits OUT.bin [--count 55000] [--seed 9]
 *   npm run bench -- handwriting-boxes kana OUT.bin --glyphs GLYPHS.bin [--times 1] [--size 40]
 * Digits come from the first 55,000 pictures of MNIST's training set, kana from training/sources.py. Nothing held out is opened.
 */
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { glyphInk } from "../../ocr/glyphs/glyph-ink.ts";
import { netInput } from "../../ocr/glyphs/net-input.ts";
import { seeded } from "../support/samples/seeded.ts";
import { boxesOf, fieldQualities } from "./handwriting/boxed-field.ts";
import { spread } from "./handwriting/chance.ts";
import { type FieldPlan, fieldsOf } from "./handwriting/measure-boxes.ts";
import { readMnist, type Sample } from "./handwriting/mnist.ts";
import { installPeers, peersFolder } from "./handwriting/peers.ts";

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "55000" },
    glyphs: { type: "string", default: "" },
    times: { type: "string", default: "1" },
    size: { type: "string", default: "32" },
    seed: { type: "string", default: "9" },
  },
});

const LENGTH = 7;

/** The looks of the reader and what lies between. */
const FITS = { digits: [0.53, 0.66], kana: [0.66, 0.82] } as const;

/** u16 class, u8 width, u8 height, greys (ink dark); again and again. */
async function glyphsOf(file: string): Promise<Sample[]> {
  const bytes = await readFile(file);
  const samples: Sample[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [width, height] = [bytes[at + 2] ?? 0, bytes[at + 3] ?? 0];
    const data = new Uint8Array(bytes.subarray(at + 4, at + 4 + width * height));
    samples.push({
      char: String.fromCharCode(bytes.readUInt16LE(at)),
      picture: { data, width, height },
    });
    at += 4 + width * height;
  }
  return samples;
}

async function samplesOf(kind: string): Promise<Sample[]> {
  if (kind === "kana") return glyphsOf(args.glyphs);
  const all = await readMnist(peersFolder, "training");
  return all.map(({ char, picture }) => ({
    char: String.fromCharCode(Number(char)),
    picture,
  }));
}

/** u16 class, then size × size bytes of ink. */
function record(label: string, picture: Float32Array): Uint8Array {
  const out = new Uint8Array(2 + picture.length);
  const code = label.charCodeAt(0);
  out[0] = code & 255;
  out[1] = code >> 8;
  for (let i = 0; i < picture.length; i++) out[i + 2] = Math.round(255 * (picture[i] ?? 0));
  return out;
}

interface Round {
  readonly plan: FieldPlan;
  readonly size: number;
  readonly fits: readonly [number, number];
}

/** What the net would see of every box; boxes in which the reader finds no ink are left out. */
function* recordsOf(
  samples: readonly Sample[],
  { plan, size, fits }: Round,
): Generator<Uint8Array> {
  const chance = seeded(plan.seed);
  for (const { text, field } of fieldsOf(samples, plan)) {
    for (const [k, box] of boxesOf(field).entries()) {
      const glyph = glyphInk(box);
      if (glyph) yield record(text[k] ?? "", netInput(glyph, size, spread(chance, ...fits)));
    }
  }
}

async function main(kind: "digits" | "kana", target: string): Promise<void> {
  const samples = await samplesOf(kind);
  const out = createWriteStream(target);
  const wanted = kind === "digits" ? Number(args.count) : samples.length;
  const count = Math.floor(wanted / fieldQualities.length / LENGTH);
  for (let round = 0; round < Number(args.times); round++) {
    for (const [q, quality] of fieldQualities.entries()) {
      // Every quality takes its own quarter of the glyphs; the next round hands them on.
      const from = ((q + round) % fieldQualities.length) * count * LENGTH;
      const part = samples.slice(from, from + count * LENGTH);
      const plan = { quality, count, length: LENGTH, seed: Number(args.seed) + 10 * round + q };
      const records = recordsOf(part, { plan, size: Number(args.size), fits: FITS[kind] });
      for (const box of records) out.write(box);
      console.log(`${kind} ${round} ${quality}: ${count * LENGTH} boxes`);
    }
  }
  out.end();
  await finished(out);
}

const problem = installPeers();
const [kind, target] = positionals;
if (problem || target === undefined || (kind !== "digits" && kind !== "kana")) {
  console.error(problem ?? "handwriting-boxes digits|kana OUT.bin");
  process.exitCode = 2;
} else {
  await main(kind, target);
}
