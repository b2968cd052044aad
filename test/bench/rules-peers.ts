/** The peers of the formula bench: HyperFormula from npm (into .cache), LibreOffice where it is installed. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { furtherBooks } from "./rules-own.ts";

export interface HyperRun {
  readonly total: number;
  readonly ng: number;
  readonly oneMs: number;
  readonly masterMs: number;
  readonly rss: number;
}

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds package.json of the project, above the compiled bench. */
function root(from = here): string {
  return existsSync(join(from, "tsconfig.json")) ? from : root(dirname(from));
}

/** Installs HyperFormula for the bench alone; null when it cannot be fetched. */
export function prepareHyperFormula(): string | null {
  const place = join(root(), ".cache", "peers-excel");
  if (existsSync(join(place, "node_modules", "hyperformula"))) return place;
  mkdirSync(place, { recursive: true });
  copyFileSync(join(root(), "test/bench/peers-excel/package.json"), join(place, "package.json"));
  const options = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  const { status } = spawnSync("npm", options, { cwd: place, stdio: "ignore" });
  if (status !== 0)
    console.error("HyperFormula を取り込めませんでした。比べる相手なしで測ります。");
  return status === 0 ? place : null;
}

export function runHyperFormula(place: string, rows: number): HyperRun {
  const script = join(root(), "test/bench/peers-excel/run-hyperformula.mjs");
  const data = join(here, "rules-data.js");
  const child = spawnSync(process.execPath, [script, String(rows), data, place], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(child.stdout) as HyperRun;
}

/** Milliseconds of LibreOffice, each the whole process; `start` is the same for a book of one cell. */
export interface LibreRun {
  readonly start: number;
  /** File to CSV: opens, computes, reads every value. */
  readonly read: number;
  /** File to .xlsx. */
  readonly written: number;
  /** The same for each further book of the same size in one process. */
  readonly further: number;
  /** CPU time of `start` and `read`, on all cores. */
  readonly startCpu: number;
  readonly readCpu: number;
  /** Rows of the CSV that end in NG: the proof that it has computed. */
  readonly ng: number;
}

/** CSV in UTF-8: comma, quotes where needed. */
const csv = "csv:Text - txt - csv (StarCalc):44,34,76";

interface Times {
  readonly wall: number;
  readonly cpu: number;
}

/** Null when LibreOffice is not on this machine or does not open the file. */
export function runLibreOffice(file: string, empty: string, folder: string): LibreRun | null {
  const out = join(folder, "libre");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const convert = (source: string, to: string, ...more: string[]): Times | null => {
    const sources = [source, ...more];
    const made = sources.map((s) => join(out, `${basename(s, ".xlsx")}.${to.split(":")[0]}`));
    for (const path of made) rmSync(path, { force: true });
    const args = [profile, "--headless", "--convert-to", to, "--outdir", out, ...sources];
    const times = timed("soffice", args);
    // It ends with status 0 also when it could not open a file.
    return made.every((path) => existsSync(path)) ? times : null;
  };
  // The first start makes the profile.
  convert(empty, csv);
  const start = bestOf([convert(empty, csv), convert(empty, csv)]);
  const read = bestOf([convert(file, csv), convert(file, csv)]);
  const more = Array.from({ length: furtherBooks }, (_, i) => join(folder, `more-${i}.xlsx`));
  for (const path of more) copyFileSync(file, path);
  const many = bestOf([convert(file, csv, ...more), convert(file, csv, ...more)]);
  const written = convert(file, "xlsx");
  if (!start || !read || !many || !written) {
    console.error(
      "LibreOffice がないか、ファイルを開けません（apt-get install libreoffice-calc）。",
    );
    return null;
  }
  const lines = readFileSync(join(out, `${basename(file, ".xlsx")}.csv`), "utf8").split("\n");
  return {
    start: start.wall,
    read: read.wall,
    written: written.wall,
    further: (many.wall - read.wall) / furtherBooks,
    startCpu: start.cpu,
    readCpu: read.cpu,
    ng: lines.filter((line) => /,"?NG"?\r?$/.test(line)).length,
  };
}

function bestOf(times: readonly (Times | null)[]): Times | null {
  const found = times.filter((t) => t !== null);
  if (found.length < times.length) return null;
  const least = (pick: (t: Times) => number): number => Math.min(...found.map(pick));
  return { wall: least((t) => t.wall), cpu: least((t) => t.cpu) };
}

/** The shell adds up the CPU time of what it has run. */
function timed(program: string, args: readonly string[]): Times {
  const started = performance.now();
  const shell = spawnSync("sh", ["-c", '"$@" >/dev/null 2>&1; times', "sh", program, ...args], {
    encoding: "utf8",
    timeout: 600_000,
  });
  const wall = performance.now() - started;
  const [, children = ""] = shell.stdout.trim().split("\n");
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = parts.reduce((sum, m) => sum + Number(m[1]) * 60_000 + Number(m[2]) * 1000, 0);
  return { wall, cpu };
}
