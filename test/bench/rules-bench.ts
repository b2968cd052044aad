/**
 * Speed of the formula engine with HyperFormula and LibreOffice as peers in the same run:
 *   npm run bench -- rules [--json] [--rows 10000] [--large 100000] [--without-peers]
 * Every figure is printed with its target; the exit status is 1 when one is missed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeXlsx } from "../support/xlsx-file.ts";
import { disagreement, figuresOf, type Measured, report } from "./rules-figures.ts";
import {
  benchBook,
  type FileRun,
  type OwnRun,
  runFile,
  runFileInProcess,
  runOwn,
} from "./rules-own.ts";
import { prepareHyperFormula, runHyperFormula, runLibreOffice } from "./rules-peers.ts";

const { values: args } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", default: "10000" },
    large: { type: "string", default: "100000" },
    "without-peers": { type: "boolean", default: false },
    own: { type: "string" },
    kind: { type: "string", default: "plain" },
    file: { type: "string" },
    out: { type: "string" },
  },
});

const script = fileURLToPath(import.meta.url);

/** Each run in a process of its own, so that the memory counted is its own; the best of three, as other work disturbs. */
function own(rows: number, kind: string, times = 3): OwnRun {
  const runs = Array.from({ length: times }, () => runOwn.inProcess(script, rows, kind));
  const best = (pick: (run: OwnRun) => number): number => Math.min(...runs.map(pick));
  return {
    total: best((r) => r.total),
    oneMs: best((r) => r.oneMs),
    masterMs: best((r) => r.masterMs),
    rss: best((r) => r.rss),
    ng: runs[0]?.ng ?? 0,
  };
}

/** The best of three, each in a process that has just started, as a clerk's is. */
function fromFile(rows: number, folder: string): FileRun {
  const from = join(folder, "case.xlsx");
  const out = join(folder, "out.xlsx");
  const reads = Array.from({ length: 3 }, () => runFileInProcess(script, from, null));
  const writes = Array.from({ length: 3 }, () => runFileInProcess(script, from, out));
  const [first] = reads;
  if (first?.values !== rows * 20) console.error(`計算した式は ${first?.values} 個でした。`);
  return {
    cold: Math.min(...reads.map((r) => r.cold)),
    cpu: Math.min(...reads.map((r) => r.cpu)),
    further: Math.min(...reads.map((r) => r.further)),
    written: Math.min(...writes.map((r) => r.written)),
    values: first?.values ?? 0,
    ng: first?.ng ?? 0,
  };
}

function measure(rows: number, large: number, folder: string): Measured {
  const book = join(folder, "case.xlsx");
  const empty = join(folder, "empty.xlsx");
  writeXlsx(book, benchBook(rows));
  writeXlsx(empty, benchBook(0));
  const peers = !args["without-peers"];
  const place = peers ? prepareHyperFormula() : null;
  return {
    rows,
    large,
    plain: own(rows, "plain"),
    file: fromFile(rows, folder),
    hyper: place ? runHyperFormula(place, rows) : null,
    libre: peers ? runLibreOffice(book, empty, folder) : null,
    many: own(large, "plain", 1),
    columns: {
      whole: own(rows, "whole-column"),
      endless: own(rows, "endless-column"),
      growing: own(rows, "growing"),
    },
  };
}

async function main(): Promise<void> {
  if (args.own !== undefined) {
    console.log(JSON.stringify(runOwn(Number(args.own), args.kind)));
    return;
  }
  if (args.file !== undefined) {
    console.log(JSON.stringify(await runFile(args.file, args.out ?? null)));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "buka-rules-bench-"));
  try {
    const measured = measure(Number(args.rows), Number(args.large), folder);
    const all = report(figuresOf(measured), args.json);
    const differs = disagreement(measured);
    if (differs !== null) console.error(differs);
    if (!all || differs !== null) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
