/**
 * Many pages in one process: memory must stay flat and a page must cost the same at the end as at the beginning.
 *   npm run bench -- ocr-long [--pages 2000] [--seed 9300] [--json] [--log FILE]
 * Sample pages in every quality are made first, by another process; then they are read again and again in turn. Exits 1
 * when a figure is missed.
 */
import { spawn } from "node:child_process";
import { appendFile, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { workerHeap } from "../../apps/cli/start-worker.ts";
import { createPageReader } from "../../ocr/index.ts";
import { qualities } from "../support/samples/distort.ts";
import { memoryOf } from "./ocr/costs.ts";
import { type Figure, isMet, lineOf } from "./ocr/figures.ts";
import { heldOutPrintFonts } from "./ocr/print-fonts.ts";
import { readSampleForm, sampleMasters, samplePages } from "./ocr/sample-forms.ts";

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "2000" },
    seed: { type: "string", default: "9300" },
    json: { type: "boolean", default: false },
    log: { type: "string" },
    /** Inner use: make the samples, or read them. */
    make: { type: "string" },
    read: { type: "boolean", default: false },
  },
});

/** Records of the samples; each gives a page in every quality. */
const RECORDS = 4;
/** Pages between two looks at the memory. */
const STRETCH = 100;

interface Stretch {
  readonly pages: number;
  readonly cpuSeconds: number;
  readonly memoryMb: number | null;
}

async function makeSamples(folder: string): Promise<void> {
  const fonts = heldOutPrintFonts();
  if (!fonts) throw new RangeError("run npm install in test/bench/peers");
  const form = await readSampleForm();
  const plan = { form, folder, fonts, qualities, records: RECORDS, seed: Number(args.seed) };
  let n = 0;
  for await (const page of samplePages(plan)) {
    await rename(page.file, join(folder, `page-${n++}.${page.file.split(".").at(-1)}`));
    console.log(join(folder, `page-${n - 1}.${page.file.split(".").at(-1)}`));
  }
}

/** In a process of its own: one line of JSON per stretch. */
async function readPages(files: readonly string[]): Promise<void> {
  const form = await readSampleForm();
  const reader = await createPageReader();
  let before = process.cpuUsage();
  for (let n = 1; n <= Number(args.pages); n++) {
    await reader.readPage(files[n % files.length] ?? "", 1, [form], sampleMasters);
    if (n % STRETCH !== 0) continue;
    const spent = process.cpuUsage(before);
    before = process.cpuUsage();
    const cpuSeconds = (spent.user + spent.system) / 1e6 / STRETCH;
    const line: Stretch = { pages: n, cpuSeconds, memoryMb: await memoryOf("self") };
    console.log(JSON.stringify(line));
  }
  await reader.close();
}

/** Lines of a process of this program, as they come. */
function linesOf(words: readonly string[], each: (line: string) => Promise<void> | void) {
  const child = spawn(process.execPath, [process.argv[1] ?? "", ...words], {
    stdio: ["ignore", "pipe", "inherit"],
    // As apps/cli starts its workers.
    env: { ...process.env, ...workerHeap },
  });
  let rest = "";
  let told: Promise<void> = Promise.resolve();
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    const lines = `${rest}${part}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) told = told.then(() => each(line));
  });
  return new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(told);
      else reject(new RangeError(`process ended with ${code}`));
    });
  });
}

/** The second stretch is the measure: in the first, models and code are still being loaded. */
function figuresOf(stretches: readonly Stretch[]): Figure[] {
  const [base, last] = [stretches[1], stretches.at(-1)];
  if (!base || !last || last === base) return [];
  const middle = stretches.slice(1).map((s) => s.memoryMb ?? Number.NaN);
  const half = middle[Math.floor(middle.length / 2)] ?? Number.NaN;
  return [
    { name: "読んだページ", value: last.pages, unit: "ページ", target: null },
    { name: `${base.pages}ページ目のメモリー`, value: base.memoryMb, unit: "MB", target: null },
    { name: `${last.pages}ページ目のメモリー`, value: last.memoryMb, unit: "MB", target: null },
    {
      name: "後ろ半分での増え方",
      value: (last.memoryMb ?? Number.NaN) - half,
      unit: "MB",
      target: { most: 30 },
    },
    {
      name: "終わりの1ページのCPU（始めに対して）",
      value: last.cpuSeconds / base.cpuSeconds,
      unit: "倍",
      target: { most: 1.1 },
    },
  ];
}

async function main(): Promise<void> {
  if (args.make) return makeSamples(args.make);
  if (args.read) return readPages(positionals);
  const folder = await mkdtemp(join(tmpdir(), "buka-ocr-long-"));
  try {
    const files: string[] = [];
    await linesOf(["--make", folder, "--seed", args.seed], (file) => void files.push(file));
    const stretches: Stretch[] = [];
    await linesOf(["--read", "--pages", args.pages, ...files], async (line) => {
      stretches.push(JSON.parse(line) as Stretch);
      if (args.log) await appendFile(args.log, `${line}\n`);
    });
    const figures = figuresOf(stretches);
    if (args.json) console.log(JSON.stringify({ args, figures, stretches }));
    else console.log(figures.map(lineOf).join("\n"));
    process.exitCode = figures.every(isMet) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
