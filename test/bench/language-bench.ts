/**
 * 100,000 fuzzed scenarios through the reader, none may crash it or keep it busy; and the malicious ones, none may pass:
 *   npm run bench -- language [--json] [--count 100000] [--seed 1] [--fresh]
 * It goes on where a run that was cut off had come to (.cache/language-bench.json); exit status 1 when a figure is missed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { renderProblems } from "../../core/index.ts";
import { parseScenario } from "../../scenarios/index.ts";
import { fuzzScenario } from "../support/fuzz-scenarios.ts";
import { maliciousTexts } from "../support/malicious/texts.ts";
import { trapFiles } from "../support/yaml-trap-files.ts";
import { type Figure, isMet, lineOf } from "./ocr/figures.ts";

/** Milliseconds after which one input counts as hanging. */
const patience = 5_000;
const chunk = 500;

interface Tally {
  next: number;
  accepted: number;
  refused: number;
  millis: number;
  slowest: number;
  crashes: string[];
  hangs: string[];
}

interface Chunk {
  readonly accepted: number;
  readonly slowest: number;
  readonly crashes: readonly string[];
}

/** Inputs from..to, in a thread that can be ended when it hangs. `turn` is told before each input. */
function readChunk(seed: number, from: number, to: number, turn: (n: number) => void): Chunk {
  const crashes: string[] = [];
  let accepted = 0;
  let slowest = 0;
  for (let n = from; n < to; n++) {
    turn(n);
    const started = performance.now();
    try {
      const parsed = parseScenario(fuzzScenario(seed, n), "fuzz.yaml");
      renderProblems(parsed.problems);
      if (parsed.ok) accepted += 1;
      else if (parsed.problems.every((p) => p.severity !== "error"))
        crashes.push(`${n}: refused without an error`);
    } catch (error) {
      crashes.push(`${n}: ${String(error).slice(0, 200)}`);
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  return { accepted, slowest, crashes };
}

if (!isMainThread) {
  const { turn } = workerData as { turn: Int32Array };
  parentPort?.on("message", ({ seed, from, to }: { seed: number; from: number; to: number }) => {
    const done = readChunk(seed, from, to, (n) => void Atomics.store(turn, 0, n));
    parentPort?.postMessage(done);
  });
} else await main();

function startThread(): { worker: Worker; turn: Int32Array } {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  return { worker: new Worker(fileURLToPath(import.meta.url), { workerData: { turn } }), turn };
}

/** The chunk, or the number of the input that hung. */
function ask(
  thread: { worker: Worker; turn: Int32Array },
  work: { seed: number; from: number; to: number },
): Promise<Chunk | number> {
  return new Promise((resolve, reject) => {
    let last = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(thread.turn, 0);
      if (now !== last) [last, since] = [now, performance.now()];
      else if (performance.now() - since > patience) {
        clearInterval(watch);
        resolve(now);
      }
    }, 250);
    thread.worker.removeAllListeners("error");
    thread.worker.once("error", reject);
    thread.worker.once("message", (done: Chunk) => {
      clearInterval(watch);
      resolve(done);
    });
    thread.worker.postMessage(work);
  });
}

async function fuzz(seed: number, count: number, state: string): Promise<Tally> {
  const tally: Tally = existsSync(state)
    ? (JSON.parse(readFileSync(state, "utf8")) as Tally)
    : { next: 0, accepted: 0, refused: 0, millis: 0, slowest: 0, crashes: [], hangs: [] };
  let thread = startThread();
  while (tally.next < count) {
    const [from, to] = [tally.next, Math.min(tally.next + chunk, count)];
    const started = performance.now();
    const done = await ask(thread, { seed, from, to });
    tally.millis += performance.now() - started;
    if (typeof done === "number") {
      tally.hangs.push(`${done}`);
      tally.next = done + 1;
      await thread.worker.terminate();
      thread = startThread();
    } else {
      tally.accepted += done.accepted;
      tally.refused += to - from - done.accepted;
      tally.slowest = Math.max(tally.slowest, done.slowest);
      tally.crashes.push(...done.crashes);
      tally.next = to;
    }
    writeFileSync(state, JSON.stringify(tally));
  }
  await thread.worker.terminate();
  return tally;
}

async function main(): Promise<void> {
  const { values: args } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      fresh: { type: "boolean", default: false },
      count: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
    },
  });
  const state = join(".cache", `language-bench-${args.seed}.json`);
  mkdirSync(dirname(state), { recursive: true });
  if (args.fresh) rmSync(state, { force: true });
  const tally = await fuzz(Number(args.seed), Number(args.count), state);
  rmSync(state, { force: true });
  const escaped = maliciousTexts.filter((m) => parseScenario(m.text, "m.yaml").ok);
  const shipped = readFileSync("scenarios/library/creditor-account/scenario.yaml", "utf8");
  const traps = trapFiles(shipped);
  const untold = traps.filter(
    (f) =>
      f.line !== null &&
      !parseScenario(f.text, "t.yaml").problems.some((p) => p.at.line === f.line),
  );
  const figures: readonly Figure[] = [
    {
      name: "でたらめな文とYAML",
      value: tally.next,
      unit: "個",
      target: { least: Number(args.count) },
    },
    { name: "落ちた", value: tally.crashes.length, unit: "個", target: { most: 0 } },
    { name: "止まらない（5秒）", value: tally.hangs.length, unit: "個", target: { most: 0 } },
    { name: "最も遅い1個", value: tally.slowest, unit: "ミリ秒", target: null },
    {
      name: "1個の平均",
      value: tally.millis / Math.max(1, tally.next),
      unit: "ミリ秒",
      target: null,
    },
    {
      name: "読めた割合",
      value: (100 * tally.accepted) / Math.max(1, tally.next),
      unit: "%",
      target: null,
    },
    {
      name: `悪意の文 ${maliciousTexts.length} 本のすり抜け`,
      value: escaped.length,
      unit: "本",
      target: { most: 0 },
    },
    {
      name: `わな ${traps.length} 本で行が違う`,
      value: untold.length,
      unit: "本",
      target: { most: 0 },
    },
  ];
  const faults = [...tally.crashes, ...tally.hangs.map((n) => `${n}: hangs`)].slice(0, 20);
  if (args.json) console.log(JSON.stringify({ figures, faults }, null, 2));
  else for (const line of [...figures.map(lineOf), ...faults]) console.log(line);
  if (!figures.every(isMet)) process.exitCode = 1;
}
