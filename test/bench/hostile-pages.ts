/**
 * Every hostile page file through the door of `buka read`, one after another in one process: what came of it, seconds
 * and memory per file; then all of them in one call of the program, between two good pages.
 *   hostile-pages [--only PART-OF-NAME] [--json]
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { isBukaError } from "../../core/index.ts";
import { createNullReaders } from "../../ocr/engines/null-engine.ts";
import { createPageReader, type PageReader } from "../../ocr/index.ts";
import { type HostileFile, hostileFiles, makeOddPlaces } from "../support/hostile/corpus.ts";

const limits = { seconds: 5, megabytes: 512, files: 250 } as const;

interface Result {
  readonly name: string;
  readonly outcome: string;
  readonly right: boolean;
  /** Processor seconds: by the clock a shared machine would be measured, not the program. */
  readonly cpu: number;
  readonly seconds: number;
  /** Largest resident size of the process while this file was read. */
  readonly megabytes: number;
}

const { values: args } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    json: { type: "boolean", default: false },
  },
});

interface Job {
  readonly name: string;
  readonly path: string;
  readonly expect: HostileFile["expect"];
}

async function measure(reader: PageReader, job: Job): Promise<Result> {
  let most = process.memoryUsage.rss();
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const cpu = process.cpuUsage();
  const at = performance.now();
  const outcome = await outcomeOf(reader, job.path);
  clearInterval(timer);
  const spent = process.cpuUsage(cpu);
  const [kind] = outcome.split(" ");
  return {
    name: job.name,
    outcome,
    right: kind !== "CRASHED" && (job.expect === "either" || kind === job.expect),
    cpu: (spent.user + spent.system) / 1e6,
    seconds: (performance.now() - at) / 1000,
    megabytes: Math.max(most, process.memoryUsage.rss()) / 2 ** 20,
  };
}

async function outcomeOf(reader: PageReader, path: string): Promise<string> {
  try {
    const pages = await reader.countPages(path);
    const kinds = [];
    for (let page = 1; page <= Math.min(3, pages); page++) {
      kinds.push((await reader.readPage(path, page, [], {})).kind);
    }
    return `read ${kinds.join(",")}`;
  } catch (error) {
    if (!isBukaError(error)) return `CRASHED ${String(error)}`;
    const sentence = /[ぁ-ん].*。$/u.test(error.message) && /。$/u.test(error.next);
    return sentence ? `refused ${error.code}` : `CRASHED ${error.message}`;
  }
}

/** One call of the program over all files, a good page first and last. */
async function oneBatch(jobs: readonly Job[], folder: string): Promise<string> {
  const good = join(folder, "good.png");
  const paper = { width: 1240, height: 1754, channels: 3 as const, background: "#fff" };
  await sharp({ create: paper }).png().toFile(good);
  const words = [
    join("dist", "apps", "cli", "main.js"),
    "read",
    "scenarios/library/creditor-account/form.yaml",
    ...[good, ...jobs.map((j) => j.path), good],
    "--json",
  ];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  const pages = (JSON.parse(out) as { pages: { file: string; kind?: string }[] }).pages;
  const answered = new Set(pages.map((p) => basename(p.file)));
  const goods = pages.filter((p) => p.file === good && p.kind === "blank").length;
  const silent = jobs.filter((j) => !answered.has(basename(j.path))).length;
  return `exit ${String(code)}, ${pages.length} answers, ${silent} files without one, good pages read ${goods} of 2`;
}

const folder = await mkdtemp(join(tmpdir(), "buka-hostile-bench-"));
const reader = await createPageReader({ readers: () => Promise.resolve(createNullReaders()) });
try {
  const jobs: Job[] = [];
  for (const file of hostileFiles.filter((f) => f.name.includes(args.only))) {
    const path = join(folder, file.name);
    await writeFile(path, await file.bytes());
    jobs.push({ name: file.name, path, expect: file.expect });
  }
  if (args.only === "") {
    const places = join(folder, "places");
    await mkdir(places);
    for (const place of await makeOddPlaces(places)) {
      jobs.push({ name: `place ${JSON.stringify(basename(place.path)).slice(0, 40)}`, ...place });
    }
  }
  const results: Result[] = [];
  for (const job of jobs) results.push(await measure(reader, job));
  await reader.close();
  const batch = args.only === "" ? await oneBatch(jobs, folder) : "";
  report(results, batch);
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly target: number;
  readonly met: boolean;
}

function figuresOf(results: readonly Result[]): Figure[] {
  const most = (key: "cpu" | "megabytes"): number => Math.max(0, ...results.map((r) => r[key]));
  const atMost = (figure: string, value: number, target: number): Figure => {
    return { figure, value, target, met: value <= target };
  };
  const enough = results.length >= limits.files || args.only !== "";
  return [
    { figure: "files", value: results.length, target: limits.files, met: enough },
    atMost("wrong outcome or crash", results.filter((r) => !r.right).length, 0),
    atMost("most CPU seconds of one file", most("cpu"), limits.seconds),
    atMost("most resident MB", most("megabytes"), limits.megabytes),
  ];
}

function report(results: readonly Result[], batch: string): void {
  const figures = figuresOf(results);
  const fine = /^exit 3, .* 0 files without one, good pages read 2 of 2$/u.test(batch);
  const batchMet = batch === "" || fine;
  if (args.json) console.log(JSON.stringify({ figures, batch, results }));
  else print(results, figures, `${batchMet ? "met   " : "MISSED"} one batch: ${batch}`);
  if (!batchMet || figures.some((f) => !f.met)) process.exitCode = 1;
}

function print(results: readonly Result[], figures: readonly Figure[], batch: string): void {
  for (const r of [...results].sort((a, b) => b.cpu - a.cpu).slice(0, 15)) show(r);
  for (const r of results.filter((r) => !r.right)) show(r);
  const counted = (kind: string): number =>
    results.filter((r) => r.outcome.startsWith(kind)).length;
  console.log(`refused ${counted("refused")}, read ${counted("read")}`);
  for (const { figure, value, target, met } of figures) {
    console.log(`${met ? "met   " : "MISSED"} ${figure}: ${value.toFixed(1)} (target ${target})`);
  }
  console.log(batch);
}

function show(r: Result): void {
  console.log(
    `  ${r.name.padEnd(36)} ${r.outcome.padEnd(22)} ${r.cpu.toFixed(2)} CPU-s ${r.seconds.toFixed(2)} s ${r.megabytes.toFixed(0)} MB`,
  );
}
