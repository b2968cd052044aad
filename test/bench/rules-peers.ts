/** The peers of the formula bench: HyperFormula from npm (into .cache), LibreOffice where it is installed. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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
  /** Rows of the CSV that end in NG: the proof that it has computed. */
  readonly ng: number;
}

/** CSV in UTF-8: comma, quotes where needed. */
const csv = "csv:Text - txt - csv (StarCalc):44,34,76";

/** Null when LibreOffice is not on this machine or does not open the file. */
export function runLibreOffice(file: string, empty: string, folder: string): LibreRun | null {
  const out = join(folder, "libre");
  const convert = (source: string, to: string): number | null => {
    const made = join(
      out,
      `${basename(source, ".xlsx")}.${to.slice(0, to.startsWith("csv") ? 3 : 4)}`,
    );
    rmSync(made, { force: true });
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [profile, "--headless", "--convert-to", to, "--outdir", out, source];
    const started = performance.now();
    spawnSync("soffice", args, { stdio: "ignore", timeout: 600_000 });
    // It ends with status 0 also when it could not open the file.
    return existsSync(made) ? performance.now() - started : null;
  };
  // The first start makes the profile.
  const first = convert(empty, csv);
  const starts = [convert(empty, csv), convert(empty, csv)];
  const reads = [convert(file, csv), convert(file, csv)];
  const written = convert(file, "xlsx");
  const best = (times: readonly (number | null)[]): number | null =>
    times.includes(null) ? null : Math.min(...times.filter((t) => t !== null));
  const [start, read] = [best(starts), best(reads)];
  if (first === null || start === null || read === null || written === null) {
    console.error(
      "LibreOffice がないか、ファイルを開けません（apt-get install libreoffice-calc）。",
    );
    return null;
  }
  const lines = readFileSync(join(out, `${basename(file, ".xlsx")}.csv`), "utf8").split("\n");
  return { start, read, written, ng: lines.filter((line) => /,"?NG"?\r?$/.test(line)).length };
}
