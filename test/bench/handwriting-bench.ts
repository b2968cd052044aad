/**
 * Hand-written digits and kana in boxes, read by our own recogniser, beside tesseract.js on the same fields:
 *   npm run bench -- handwriting [--fields 350] [--peer-fields 40] [--seed 77000] [--only start,singles,fields,kana,peer] [--json]
 * MNIST t10k and the font families are held out: nothing was trained or tuned on them. Exits 1 when a target is missed.
 */
import { parseArgs } from "node:util";
import { loadGlyphModels } from "../../ocr/glyphs/glyph-files.ts";
import { createGlyphReader, type GlyphReader } from "../../ocr/glyphs/glyph-reader.ts";
import { plainNet } from "../../ocr/glyphs/plain-net.ts";
import { quickNet } from "../../ocr/glyphs/quick-net.ts";
import { seeded } from "../support/samples/seeded.ts";
import { type FieldQuality, fieldQualities } from "./handwriting/boxed-field.ts";
import { greyOf, inkBounds, resized } from "./handwriting/canvas.ts";
import { type FontFile, fontSamples, HIRAGANA, KATAKANA } from "./handwriting/font-samples.ts";
import {
  type BoxAnswer,
  type BoxFigures,
  confusionsOf,
  type FieldTruth,
  fieldsOf,
  figuresOf,
  readFields,
} from "./handwriting/measure-boxes.ts";
import { readMnist, type Sample } from "./handwriting/mnist.ts";
import { heldOutFonts, installPeers, peersFolder } from "./handwriting/peers.ts";
import { type PeerFigures, readWithTesseract } from "./handwriting/tesseract-peer.ts";

const { values: args } = parseArgs({
  options: {
    fields: { type: "string", default: "350" },
    "peer-fields": { type: "string", default: "40" },
    seed: { type: "string", default: "77000" },
    only: { type: "string", default: "start,singles,fields,kana,peer" },
    json: { type: "boolean", default: false },
  },
});

const DIGITS = "0123456789";

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null for figures that are only told. */
  readonly target: { readonly least?: number; readonly most?: number } | null;
}

const lines: Line[] = [];
const notes: string[] = [];
const peers: Record<string, PeerFigures> = {};

const say = (line: Line): void => {
  lines.push(line);
  if (!args.json) console.log(textOf(line));
};

function textOf({ name, value, unit, target }: Line): string {
  const wanted = target?.least === undefined ? `${target?.most} 以下` : `${target.least} 以上`;
  const verdict = meets({ name, value, unit, target }) ? "達成" : "未達";
  const goal = target ? `目標 ${wanted} ${unit}　${verdict}` : "";
  return `${name.padEnd(34, "　")} ${String(value).padStart(9)} ${unit}　${goal}`;
}

function meets({ value, target }: Line): boolean {
  return value >= (target?.least ?? value) && value <= (target?.most ?? value);
}

const share = (part: number, all: number): number =>
  Number(((100 * part) / Math.max(1, all)).toFixed(3));

function note(text: string): void {
  notes.push(text);
  if (!args.json) console.log(`  ${text}`);
}

/** One picture per digit, three times as large as MNIST has it, without a box. */
function measureSingles(reader: GlyphReader, samples: readonly Sample[]): void {
  const answers: BoxAnswer[] = samples.flatMap(({ char, picture }) => {
    const bounds = inkBounds(picture, 250) ?? { x: 0, y: 0, width: 28, height: 28 };
    const large = greyOf(resized(picture, 84, 84));
    const [reading] = reader.readBoxes([{ picture: large, frame: null }], DIGITS);
    return reading && bounds ? [{ truth: char, reading }] : [];
  });
  const f = figuresOf([answers]);
  say({
    name: "MNIST t10k 一文字",
    value: share(f.right, f.boxes),
    unit: "%",
    target: { least: 99.5 },
  });
  say({ name: "MNIST t10k 尋ねる文字", value: share(f.asked, f.boxes), unit: "%", target: null });
  say({ name: "MNIST t10k 黙った誤り", value: share(f.silent, f.boxes), unit: "%", target: null });
}

const fieldTargets: Partial<Record<FieldQuality, number>> = { clean: 96, fax: 92 };

function makeFields(
  samples: readonly Sample[],
  quality: FieldQuality,
  length: number,
): FieldTruth[] {
  const seed = Number(args.seed) + fieldQualities.indexOf(quality);
  return [...fieldsOf(samples, { quality, count: Number(args.fields), length, seed })];
}

function measureFields(reader: GlyphReader, samples: readonly Sample[]): void {
  const all: BoxFigures[] = [];
  let cpu = 0;
  for (const quality of fieldQualities) {
    const read = readFields(reader, makeFields(samples, quality, 7), DIGITS);
    const f = figuresOf(read.fields);
    all.push(f);
    cpu += read.cpu;
    const least = fieldTargets[quality];
    const target = least === undefined ? null : { least };
    say({
      name: `数字7けた欄 ${quality} 一致`,
      value: share(f.exactFields, f.fields),
      unit: "%",
      target,
    });
    note(
      `文字 ${share(f.right, f.boxes)} %、尋ねる ${share(f.asked, f.boxes)} %、黙った誤り ${f.silent} / ${f.boxes}`,
    );
    note(`取り違え：${confusionsOf(read.fields) || "なし"}`);
  }
  const sum = (of: (f: BoxFigures) => number): number => all.reduce((s, f) => s + of(f), 0);
  const boxes = sum((f) => f.boxes);
  say({
    name: "数字の枠 黙った誤り（4画質）",
    value: share(
      sum((f) => f.silent),
      boxes,
    ),
    unit: "%",
    target: { most: 0.1 },
  });
  say({
    name: "数字の枠 尋ねる（4画質）",
    value: share(
      sum((f) => f.asked),
      boxes,
    ),
    unit: "%",
    target: { most: 4 },
  });
  say({
    name: "速さ（数字、切り出しから）",
    value: Math.round(boxes / cpu),
    unit: "枠／CPU秒",
    target: { least: 1000 },
  });
}

async function measureKana(reader: GlyphReader, fonts: readonly FontFile[]): Promise<void> {
  for (const [script, charset] of [
    ["カタカナ", KATAKANA],
    ["ひらがな", HIRAGANA],
  ] as const) {
    const sets = new Map<string, Sample[]>();
    for (const font of fonts) {
      sets.set(font.name, [...(sets.get(font.name) ?? []), ...(await fontSamples(font, charset))]);
    }
    for (const quality of fieldQualities) {
      const read = [...sets].map(([name, samples]) => {
        const own = readFields(reader, makeFields(samples, quality, 1), charset);
        return { name, ...own };
      });
      const f = figuresOf(read.flatMap((r) => r.fields));
      const target = script === "カタカナ" && quality === "clean" ? { least: 99 } : null;
      say({
        name: `${script} 一文字 ${quality}`,
        value: share(f.right, f.boxes),
        unit: "%",
        target,
      });
      const each = read.map(
        (r) => `${r.name} ${share(figuresOf(r.fields).right, r.fields.length)}`,
      );
      note(
        `上位3つ ${share(f.topThree, f.boxes)} %、尋ねる ${share(f.asked, f.boxes)} %、黙った誤り ${f.silent} / ${f.boxes}`,
      );
      note(`書体：${each.join("、")}`);
      note(`取り違え：${confusionsOf(read.flatMap((r) => r.fields)) || "なし"}`);
    }
  }
}

function measureStart(): GlyphReader {
  const start = performance.now();
  const reader = createGlyphReader();
  const box = {
    picture: { data: new Uint8Array(95 * 113).fill(255), width: 95, height: 113 },
    frame: null,
  };
  for (let i = 3000; i < 6000; i++) box.picture.data[i] = i % 95 > 30 && i % 95 < 50 ? 20 : 255;
  reader.readBoxes([box], DIGITS);
  reader.readBoxes([box], KATAKANA);
  const seconds = Number(((performance.now() - start) / 1000).toFixed(3));
  say({
    name: "起動（両方の網、最初の答えまで）",
    value: seconds,
    unit: "秒",
    target: { most: 0.5 },
  });
  return reader;
}

/** The quick net must find what the plain one finds. */
function measureSameness(): void {
  const chance = seeded(Number(args.seed));
  const largest = (v: Float32Array): number => v.indexOf(Math.max(...v));
  for (const [name, { weights }] of Object.entries(loadGlyphModels())) {
    const [quick, plain] = [quickNet(weights), plainNet(weights)];
    if (!quick) {
      note("このパソコンには SIMD がないため、遅い方の計算だけを使います。");
      return;
    }
    let same = 0;
    for (let n = 0; n < 40; n++) {
      const picture = Float32Array.from({ length: weights.size ** 2 }, () =>
        Math.max(0, 2 * chance.next() - 1),
      );
      if (largest(quick(picture)) === largest(plain(picture))) same++;
    }
    say({
      name: `速い計算と基準の計算の一致 ${name}`,
      value: share(same, 40),
      unit: "%",
      target: { least: 100 },
    });
  }
}

async function measurePeer(samples: readonly Sample[], fonts: readonly FontFile[]): Promise<void> {
  const count = Number(args["peer-fields"]);
  const kana = (await Promise.all(fonts.map((f) => fontSamples(f, KATAKANA)))).flat();
  const sets = [
    { name: "数字", samples, model: "eng-best", charset: DIGITS },
    { name: "カタカナ", samples: kana, model: "jpn-best", charset: KATAKANA },
  ] as const;
  for (const set of sets) {
    for (const quality of ["clean", "fax"] as const) {
      const fields = makeFields(set.samples, quality, 7).slice(0, count);
      for (const way of ["as-scanned", "boxes-cleaned"] as const) {
        const f = await readWithTesseract(fields, { way, model: set.model, charset: set.charset });
        const label = way === "as-scanned" ? "そのまま" : "枠を消して";
        const name = `tesseract.js ${set.name}7文字欄 ${quality} ${label}`;
        peers[name] = f;
        say({ name, value: share(f.exact, f.fields), unit: "%", target: null });
        note(
          `長さは合うが違う ${share(f.silent, f.fields)} %、${(1000 * f.cpuPerField).toFixed(0)} ミリCPU秒／欄`,
        );
      }
    }
  }
}

async function main(): Promise<number> {
  const problem = installPeers();
  if (problem) {
    console.error(problem);
    return 1;
  }
  const parts = new Set(args.only.split(","));
  const reader = parts.has("start") ? measureStart() : createGlyphReader();
  if (parts.has("start")) measureSameness();
  const digits = await readMnist(peersFolder, "t10k");
  if (parts.has("singles")) measureSingles(reader, digits);
  if (parts.has("fields")) measureFields(reader, digits);
  const { fonts, missing } = heldOutFonts();
  for (const name of missing) {
    note(`${name} がないため、この書体は測りません（Debian の同じ名前の包みにあります）。`);
  }
  if (parts.has("kana")) await measureKana(reader, fonts);
  if (parts.has("peer")) await measurePeer(digits, fonts);
  const missed = lines.filter((l) => !meets(l));
  if (args.json) console.log(JSON.stringify({ reader: reader.ref, lines, notes, peers }, null, 1));
  else
    console.log(
      missed.length === 0
        ? "すべての目標を達成しました。"
        : `未達：${missed.map((l) => l.name).join("、")}`,
    );
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
