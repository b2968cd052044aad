/** What reading costs besides CPU per page: start, memory of two workers, memory over many pages, boxes per CPU second. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { workerHeap } from "../../../apps/cli/start-worker.ts";
import { openReaders } from "../../../ocr/engines/readers.ts";
import { createGlyphReader } from "../../../ocr/glyphs/glyph-reader.ts";
import { blankGrey, paste } from "../../../ocr/image/grey.ts";
import { createPageReader, type Form } from "../../../ocr/index.ts";
import { sampleMasters } from "./sample-forms.ts";

/** Memory of a process alone and its share of what it has in common with others (PSS), MB; null outside Linux. */
export async function memoryOf(pid: number | "self"): Promise<number | null> {
  try {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+)/mu.exec(text)?.[1]) / 1024;
  } catch {
    return null;
  }
}

const cpuSince = (start: NodeJS.CpuUsage): number => {
  const spent = process.cpuUsage(start);
  return (spent.user + spent.system) / 1e6;
};

/** Boxes of drawn bars and rings per CPU second: the net's work does not depend on what stands in the box. */
export function boxesPerCpuSecond(): number {
  const reader = createGlyphReader();
  const boxes = Array.from({ length: 500 }, (_, i) => {
    const picture = blankGrey(71, 89);
    const bar = { ...blankGrey(6 + (i % 9), 50), data: new Uint8Array((6 + (i % 9)) * 50) };
    paste(picture, bar, { x: 20 + (i % 20), y: 20 });
    return { picture, frame: null };
  });
  reader.readBoxes(boxes.slice(0, 50), "0123456789");
  const start = process.cpuUsage();
  reader.readBoxes(boxes, "0123456789");
  return boxes.length / cpuSince(start);
}

/** What a worker process says on its standard output. */
export interface WorkerWords {
  /** Until all readers have read their first line. */
  readonly startSeconds: number;
  /** After every file once, and at the end. */
  readonly memoryMb: number | null;
  readonly laterMb: number | null;
}

function bar() {
  const picture = blankGrey(80, 60);
  paste(picture, { ...blankGrey(6, 30), data: new Uint8Array(180) }, { x: 30, y: 15 });
  return picture;
}

/** Runs inside a worker process: starts a reader, reads `rounds` times all files, and tells its memory on the way. */
export async function workAsWorker(form: Form, files: readonly string[], rounds: number) {
  const began = performance.now();
  const readers = await openReaders();
  // A model counts as started when it has read its first line.
  const all = [...readers.digits, ...readers.numbers, ...readers.japanese];
  for (const engine of new Set(all)) await engine.read(bar(), { charset: null });
  const startSeconds = (performance.now() - began) / 1000;
  const reader = await createPageReader({ readers: () => Promise.resolve(readers) });
  let memoryMb: number | null = null;
  for (let round = 0; round < rounds; round++) {
    for (const file of files) await reader.readPage(file, 1, [form], sampleMasters);
    if (round === 0) memoryMb = await memoryOf("self");
  }
  const words: WorkerWords = { startSeconds, memoryMb, laterMb: await memoryOf("self") };
  await reader.close();
  process.stdout.write(`${JSON.stringify(words)}\n`);
}

/** Starts `count` worker processes of the same program side by side. */
export async function measureWorkers(
  count: number,
  args: readonly string[],
): Promise<WorkerWords[]> {
  return Promise.all(Array.from({ length: count }, () => oneWorker(args)));
}

function oneWorker(args: readonly string[]): Promise<WorkerWords> {
  const child = spawn(process.execPath, [process.argv[1] ?? "", "--worker", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    // As apps/cli starts them.
    env: { ...process.env, ...workerHeap },
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    out += part;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(out) as WorkerWords);
      else reject(new RangeError(`worker ended with ${code}`));
    });
  });
}
