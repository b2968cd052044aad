/** The peers of the formula bench: HyperFormula from npm (into .cache), LibreOffice where it is installed. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Seconds from file to file; null when LibreOffice is not on this machine. */
export function libreSeconds(file: string, folder: string): number | null {
  const out = join(folder, "libre");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const started = performance.now();
  const { status } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, file],
    { stdio: "ignore", timeout: 600_000 },
  );
  if (status !== 0) {
    console.error("LibreOffice がありません（apt-get install libreoffice-calc）。");
    return null;
  }
  return (performance.now() - started) / 1000;
}
