/** The demo finance system in a process of its own, so that it does not share the event loop of what is measured. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface FinanceProcess {
  readonly url: string;
  close(): void;
}

const program = join(
  dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
  "apps",
  "demo-finance",
  "main.js",
);

/** A ledger in memory with `seeds` creditors. */
export async function startFinance(seeds = 30): Promise<FinanceProcess> {
  const words = [program, "--port", "0", "--seed-creditors", String(seeds)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once("line", resolve);
  });
  const { url } = JSON.parse(line) as { url: string };
  return { url, close: () => child.kill() };
}
