/** Runs the compiled `buka` as a person would: words in, streams and exit code out. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const projectRoot = join(import.meta.dirname, "..", "..");
const dist = process.env["BUKA_TEST_DIST"] ?? "dist";
const mainProgram = join(projectRoot, dist, "apps", "cli", "main.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Starts the program in a process group of its own, so that a test can end the whole tree. */
export function startBuka(words: readonly string[], options: RunOptions = {}): ChildProcess {
  return spawn(process.execPath, [mainProgram, ...words], {
    cwd: options.folder ?? projectRoot,
    env: { ...process.env, ...options.environment },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
}

/** Waits for the end of a started program. */
export function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

/** Runs the program to its end. */
export async function buka(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startBuka(words, options);
  child.stdin?.end(options.input ?? "");
  return ended(child);
}

/** A folder of its own, gone when the test is over. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "buka-program-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
