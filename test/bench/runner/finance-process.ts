/** The demo finance system in a process of its own, so that it does not share the event loop of what is measured. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface FinanceProcess {
  readonly url: string;
  /** Replaces the faults in force (README of apps/demo-finance). */
  setFaults(faults: readonly string[]): Promise<void>;
  counts(): Promise<{ readonly registerPosts: number; readonly commits: number }>;
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
  const { url, controlToken } = JSON.parse(line) as { url: string; controlToken: string };
  const headers = { "x-control-token": controlToken, "content-type": "application/json" };
  return {
    url,
    setFaults: async (faults) => {
      const body = JSON.stringify({ faults });
      await fetch(`${url}/__control`, { method: "POST", headers, body });
    },
    counts: async () => {
      const told = (await (await fetch(`${url}/__control`, { headers })).json()) as {
        counts: { registerPosts: number; commits: number };
      };
      return told.counts;
    },
    close: () => child.kill(),
  };
}
