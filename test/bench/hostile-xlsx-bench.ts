/**
 * Every file of the hostile corpus in a process of its own: `npm run bench -- hostile-xlsx [--json]`. Prints time and memory of
 * each; the exit status is 1 when one takes more than two seconds or 300 MB, or does not end as it should.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isBukaError } from "../../core/index.ts";
import { calcBook, openCheckBook } from "../../rules/index.ts";
import { hostileBooks } from "../support/hostile-books.ts";
import { hostileCheckBooks } from "../support/hostile-check-books.ts";

const { values: args } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    file: { type: "string" },
    check: { type: "boolean", default: false },
  },
});

/** Targets: seconds of CPU time, and megabytes of the whole process. */
const limits = { seconds: 2, megabytes: 300 } as const;

interface Ending {
  /** Code of the refusal; "none" when the file was opened. */
  readonly code: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** What one file comes to; the time of the start of the process does not count, its memory does. */
async function openOne(file: string, check: boolean): Promise<Ending> {
  const before = process.cpuUsage();
  const outcome: unknown = await (check ? openCheckBook(file) : calcBook(file)).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof Error && !isBukaError(outcome)) throw outcome;
  // Results are put together when they are asked for.
  if (!check && !isBukaError(outcome)) JSON.stringify(outcome);
  const { user, system } = process.cpuUsage(before);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const code = isBukaError(outcome) ? outcome.code : "none";
  return { code, seconds: (user + system) / 1e6, megabytes };
}

function inProcess(file: string, check: boolean): Ending {
  const script = fileURLToPath(import.meta.url);
  const options = [script, "--file", file, ...(check ? ["--check"] : [])];
  const child = spawnSync(process.execPath, options, { encoding: "utf8", timeout: 60_000 });
  if (child.status === 0) return JSON.parse(child.stdout) as Ending;
  return { code: `status ${child.status}`, seconds: Number.NaN, megabytes: Number.NaN };
}

interface Row extends Ending {
  readonly name: string;
  readonly met: boolean;
}

function measured(name: string, wanted: string, run: () => Ending): Row {
  const ending = run();
  const quick = ending.seconds <= limits.seconds && ending.megabytes <= limits.megabytes;
  return { name, ...ending, met: quick && ending.code === wanted };
}

function allRows(folder: string): Row[] {
  const file = join(folder, "hostile.xlsx");
  const run = (make: () => Uint8Array, check: boolean): Ending => {
    writeFileSync(file, make());
    return inProcess(file, check);
  };
  return [
    ...hostileCheckBooks.map(([name, make, code]) => measured(name, code, () => run(make, true))),
    ...hostileBooks.map((b) => measured(b.name, b.code ?? "none", () => run(b.make, false))),
  ];
}

function report(rows: readonly Row[]): void {
  if (args.json) console.log(JSON.stringify({ limits, files: rows }));
  else {
    for (const r of rows) {
      const [time, memory] = [r.seconds.toFixed(2), r.megabytes.toFixed(0)];
      const verdict = r.met ? "達成" : "未達";
      console.log(
        `${verdict} ${time.padStart(5)} 秒 ${memory.padStart(4)} MB ${r.code.padEnd(7)} ${r.name}`,
      );
    }
    const most = (pick: (r: Row) => number): string => Math.max(...rows.map(pick)).toFixed(2);
    console.log(
      `${rows.length} 個。最大 ${most((r) => r.seconds)} 秒（目標 ≤ ${limits.seconds}）、${most((r) => r.megabytes)} MB（目標 ≤ ${limits.megabytes}）`,
    );
  }
  if (rows.some((r) => !r.met)) process.exitCode = 1;
}

if (args.file !== undefined) console.log(JSON.stringify(await openOne(args.file, args.check)));
else {
  const folder = mkdtempSync(join(tmpdir(), "buka-hostile-"));
  try {
    report(allRows(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
