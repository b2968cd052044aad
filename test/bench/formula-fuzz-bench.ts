/** 100,000 fuzzed formulas: no crash, none that runs on. `npm run bench -- formula-fuzz [--count N] [--seed N]` */
import { parseArgs } from "node:util";
import { fuzz, knownFormulas } from "../support/fuzz-run.ts";

const { values: args } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
  },
});

const started = performance.now();
const report = fuzz(Number(args.seed), Number(args.count), knownFormulas("."));
const seconds = Math.round((performance.now() - started) / 100) / 10;
console.log(
  JSON.stringify({ ...report, slowestMs: Math.round(report.slowestMs), seconds }, null, 2),
);
if (report.crashes.length > 0 || report.slow.length > 0) process.exitCode = 1;
