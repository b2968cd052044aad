/** Starts worker processes of this program; their log goes to a file in the workspace, their last words come back. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lane } from "../../queues/index.ts";

/**
 * What a worker sets for glibc (other systems pass it over): one heap for all threads, so that pictures that sharp has
 * decoded are given back (80 MB less per worker), and pictures outside the heap however many have come and gone, so
 * that they leave no holes in it (30 MB less).
 */
export const workerHeap = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "262144",
  MALLOC_TRIM_THRESHOLD_: "1048576",
} as const;

/** Tells a worker that it belongs to a batch: it ends with the channel to it, also when that ends before it listens. */
export const ofBatchVariable = "BUKA_WORKER_OF_BATCH";

/** Why a worker halted, as it said itself. */
export interface LastWords {
  readonly code: string;
  readonly what: string;
  readonly next: string;
}

export interface WorkerStart {
  readonly folder: string;
  readonly headed: boolean;
  readonly slow: boolean;
  /** Seconds until a dead worker's work is taken over. */
  readonly leaseSeconds: number;
  readonly onLastWords: (lane: Lane, words: LastWords) => void;
  readonly onStarted?: (lane: Lane, pid: number) => void;
}

/** A function that starts the worker of a lane, for the batch supervisor. */
export function workerStarter(start: WorkerStart): (lane: Lane) => ChildProcess {
  const here = fileURLToPath(import.meta.url);
  const program = join(here, "..", `main${extname(here)}`);
  const logs = join(start.folder, "logs");
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  return (lane) => {
    const log = openSync(join(logs, `${lane}.log`), "a", 0o600);
    const switches = [...(start.headed ? ["--headed"] : []), ...(start.slow ? ["--slow"] : [])];
    const words = [
      "worker",
      "--lanes",
      lane,
      "--workspace",
      start.folder,
      "--lease",
      String(start.leaseSeconds),
    ];
    const child = spawn(process.execPath, [program, ...words, "--verbose", ...switches], {
      stdio: ["ignore", "ignore", log, "ipc"],
      env: { ...process.env, ...workerHeap, [ofBatchVariable]: "1" },
    });
    closeSync(log);
    child.on("message", (message) => {
      const last = readLastWords(message);
      if (last) start.onLastWords(lane, last);
    });
    if (child.pid !== undefined) start.onStarted?.(lane, child.pid);
    return child;
  };
}

function readLastWords(message: unknown): LastWords | null {
  if (typeof message !== "object" || message === null) return null;
  const { code, what, next } = message as Readonly<Record<string, unknown>>;
  if (typeof code !== "string" || typeof what !== "string" || typeof next !== "string") return null;
  return { code, what, next };
}
