/**
 * Handwritten digits in boxes on whole pages, as the page reader proposes them:
 *   npm run bench -- hand-digits [--pages 10] [--seed 300] [--split calibration] [--qualities clean,scan200,fax200] [--show] [--keep FOLDER]
 * Every page has 18 fields of a form of our kit, written with digits of MNIST: `--split calibration` are the 5,000 pictures that
 * were kept back for thresholds; `test` is t10k, held out, never to be used for finding faults. Pages end when the pictures do.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { FieldReading } from "../../core/index.ts";
import { createPageReader, type Form, type PageReader } from "../../ocr/index.ts";
import { blankPage } from "../support/hand-page.ts";
import { distort, type Quality } from "../support/samples/distort.ts";
import { seeded } from "../support/samples/seeded.ts";
import { shuffled } from "./handwriting/chance.ts";
import {
  type DigitField,
  DigitStock,
  digitForm,
  drawFields,
  writtenDigits,
} from "./handwriting/digit-page.ts";
import { readMnist } from "./handwriting/mnist.ts";
import { installPeers, peersFolder } from "./handwriting/peers.ts";

const { values: args } = parseArgs({
  options: {
    pages: { type: "string", default: "10" },
    seed: { type: "string", default: "300" },
    split: { type: "string", default: "calibration" },
    qualities: { type: "string", default: "clean,scan200,fax200" },
    show: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});

interface Tally {
  fields: number;
  exact: number;
  /** By the shipped thresholds, and wrong ones among them. */
  accepted: number;
  acceptedWrong: number;
  /** Nothing is asked but that it is handwriting: what a site that measured its own thresholds may let pass. */
  plain: number;
  plainWrong: number;
  /** Of fields with as many signs as were written. */
  boxes: number;
  boxesAsked: number;
  /** Wrong boxes without a mark. */
  boxesSilent: number;
  readonly reasons: Map<string, number>;
}

const empty = (): Tally => ({
  fields: 0,
  exact: 0,
  accepted: 0,
  acceptedWrong: 0,
  plain: 0,
  plainWrong: 0,
  boxes: 0,
  boxesAsked: 0,
  boxesSilent: 0,
  reasons: new Map(),
});

const tallies = new Map<string, Tally>();

function tallyOf(key: string): Tally {
  const tally = tallies.get(key) ?? empty();
  tallies.set(key, tally);
  return tally;
}

function count(t: Tally, reading: FieldReading, truth: string): void {
  const right = reading.value === truth;
  const plain = reading.reasons.every((r) => r.code === "handwriting");
  t.fields++;
  t.exact += Number(right);
  t.accepted += Number(reading.accepted);
  t.acceptedWrong += Number(reading.accepted && !right);
  t.plain += Number(plain);
  t.plainWrong += Number(plain && !right);
  if (reading.value.length === truth.length) countBoxes(t, reading, truth);
  for (const { code } of reading.reasons) t.reasons.set(code, (t.reasons.get(code) ?? 0) + 1);
}

/** A value that is asked about without a mark at any place is asked about as a whole. */
function countBoxes(t: Tally, reading: FieldReading, truth: string): void {
  const { value, doubts = [], reasons } = reading;
  const whole = doubts.length === 0 && reasons.some((r) => r.code !== "handwriting");
  const marked = new Set(doubts.map((d) => d.at));
  for (const [i, sign] of [...truth].entries()) {
    if (!/\d/u.test(sign)) continue;
    t.boxes++;
    if (whole || marked.has(i)) t.boxesAsked++;
    else if (value[i] !== sign) t.boxesSilent++;
  }
}

interface WrittenPage {
  readonly file: string;
  readonly quality: Quality;
  readonly seed: number;
  readonly fields: readonly DigitField[];
}

async function readOne(reader: PageReader, form: Form, page: WrittenPage): Promise<void> {
  const read = await reader.readPage(page.file, 1, [form], {});
  if (read.kind !== "form") throw new RangeError(`${page.seed} ${page.quality}: ${read.kind}`);
  for (const { kind, name, truth } of page.fields) {
    const reading = read.fields[name];
    if (!reading) throw new RangeError(name);
    count(tallyOf(`${page.quality} ${kind}`), reading, truth);
    count(tallyOf(`${page.quality} 全部`), reading, truth);
    if (reading.value !== truth) show(page, name, { reading, truth });
  }
}

/** Wrong values that nothing points at are always told. */
function show(
  { seed, quality }: WrittenPage,
  name: string,
  { reading, truth }: { reading: FieldReading; truth: string },
): void {
  const codes = reading.reasons.map((r) => r.code).filter((c) => c !== "handwriting");
  if (codes.length > 0 && !args.show) return;
  const doubts = reading.doubts?.map((d) => `${d.at}:${d.candidates.join("")}`).join(" ") ?? "";
  const what = codes.length === 0 ? "黙った誤り" : codes.join("、");
  console.log(`${seed} ${quality} ${name}：${truth} → ${reading.value} [${doubts}] ${what}`);
}

function lineOf(key: string, t: Tally): string {
  const share = (part: number, all: number): string =>
    all === 0 ? "-" : `${((100 * part) / all).toFixed(2)} %`;
  const reasons = [...t.reasons].map(([code, n]) => `${code} ${n}`).join("、");
  return [
    `${key}：提案が全部合う ${t.exact}/${t.fields}（${share(t.exact, t.fields)}）`,
    `採用 ${t.accepted}（誤り ${t.acceptedWrong}）`,
    `手書きのほかに尋ねない ${t.plain}（${share(t.plain, t.fields)}、誤り ${t.plainWrong}）`,
    `枠 ${t.boxes}、尋ねる ${share(t.boxesAsked, t.boxes)}、印のない誤り ${t.boxesSilent}（${share(t.boxesSilent, t.boxes)}）`,
    `理由：${reasons}`,
  ].join("、");
}

async function main(): Promise<number> {
  const problem = installPeers();
  const part = args.split === "test" ? "t10k" : args.split;
  if (problem !== null || (part !== "t10k" && part !== "calibration")) {
    console.error(problem ?? "--split calibration|test");
    return 2;
  }
  const samples = await readMnist(peersFolder, part);
  const stock = new DigitStock(shuffled(samples, seeded(Number(args.seed))));
  const form = digitForm();
  const blank = await blankPage(form);
  const folder = args.keep ?? (await mkdtemp(join(tmpdir(), "buka-hand-digits-")));
  await mkdir(folder, { recursive: true });
  const reader = await createPageReader();
  for (let at = 0; at < Number(args.pages); at++) {
    const seed = Number(args.seed) * 1009 + at;
    const fields = drawFields(seed);
    if (!stock.has(fields.map((f) => f.written))) {
      console.log(`数字の絵が尽きたので、${at} ページで終えます。`);
      break;
    }
    const page = await writtenDigits(blank, { form, seed, stock }, fields);
    for (const quality of args.qualities.split(",") as Quality[]) {
      const { bytes, extension } = await distort(page, quality, seed);
      const file = join(folder, `${seed}-${quality}.${extension}`);
      await writeFile(file, bytes);
      await readOne(reader, form, { file, quality, seed, fields });
    }
  }
  await reader.close();
  if (!args.keep) await rm(folder, { recursive: true });
  for (const [key, t] of [...tallies].sort(([a], [b]) => a.localeCompare(b, "ja")))
    console.log(lineOf(key, t));
  console.log(`負荷 ${loadavg()[0]?.toFixed(0)}`);
  return 0;
}

process.exitCode = await main();
