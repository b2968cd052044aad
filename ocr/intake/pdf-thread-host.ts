/** Talks to the thread that draws PDF pages, and ends it when it takes too long. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { ocrErrors } from "../messages.ja.ts";
import { intakeLimits, MM_PER_INCH, POINTS_PER_INCH, READING_DPI } from "./limits.ts";

export interface PdfOrder {
  readonly what: "open" | "render" | "letters";
  /** From 1; any number for "open". */
  readonly page: number;
}

type Loss = "broken" | "slow" | "not-started";

/** Why the thread would not; a Loss means that it is gone. */
export interface PdfRefusal {
  readonly code: "password" | "damaged" | "page" | "size" | "memory" | Loss;
}

export type PdfAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: PdfRefusal };

export interface PdfThread {
  ask(order: PdfOrder): Promise<PdfAnswer>;
  close(): void;
}

const codes = ["password", "damaged", "page", "size", "memory", "broken"] as const;
const reply = z.union([
  z.object({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.number(),
    ok: z.literal(false),
    refusal: z.object({ code: z.enum(codes) }),
  }),
]);

const POLL_MILLIS = 100;

/** Starts a thread for one document (about 0.1 s). The bytes are shared, not copied. Throws BukaError OCR015. */
export async function startPdfThread(bytes: SharedArrayBuffer): Promise<PdfThread> {
  compiled ??= compileProgram();
  const worker = new Worker(threadFile(), {
    workerData: { bytes, program: await compiled, limits: limitsOfThread },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    stdout: true,
    stderr: true,
  });
  const waiting = new Map<number, (answer: PdfAnswer) => void>();
  let next = 0;
  let gone = false;
  let started = false;
  const end = (code: Loss): void => {
    gone = true;
    for (const settle of waiting.values()) settle({ ok: false, refusal: { code } });
    waiting.clear();
    void worker.terminate();
  };
  worker.on("message", (message: unknown) => {
    started = true;
    const answer = reply.parse(message);
    const settle = waiting.get(answer.id);
    waiting.delete(answer.id);
    settle?.(answer.ok ? { ok: true, value: answer.value } : answer);
    if (!answer.ok && answer.refusal.code === "broken") end("broken");
  });
  worker.on("error", () => end(started ? "broken" : "not-started"));
  worker.on("exit", () => end("broken"));
  return {
    ask: async (order) => {
      if (gone) return { ok: false, refusal: { code: "broken" } };
      const id = next++;
      const stopWatch = watch(() => end("slow"));
      worker.ref();
      try {
        return await new Promise<PdfAnswer>((settle) => {
          waiting.set(id, settle);
          worker.postMessage({ id, ...order });
        });
      } finally {
        stopWatch();
        worker.unref();
      }
    },
    close: () => end("broken"),
  };
}

let compiled: Promise<WebAssembly.Module> | null = null;

/** Compiled once for all threads. */
async function compileProgram(): Promise<WebAssembly.Module> {
  try {
    const file = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");
    return await WebAssembly.compile(new Uint8Array(await readFile(file)));
  } catch (cause) {
    compiled = null;
    throw ocrErrors.packageMissing({ name: "@hyzyla/pdfium" }, { cause });
  }
}

const limitsOfThread = {
  heapBytes: intakeLimits.pdfHeapBytes,
  charsPerPage: intakeLimits.pdfChars,
  dpi: READING_DPI,
  sidePoints: (intakeLimits.sideMm / MM_PER_INCH) * POINTS_PER_INCH,
};

/** Counts the processor time of this process: on a busy machine a good page may take longer by the clock. */
function watch(onSlow: () => void): () => void {
  const started = { at: performance.now(), cpu: process.cpuUsage() };
  const timer = setInterval(() => {
    const seconds = (performance.now() - started.at) / 1000;
    const spent = process.cpuUsage(started.cpu);
    const cpu = (spent.user + spent.system) / 1e6;
    const slow = seconds > intakeLimits.seconds && cpu > intakeLimits.seconds;
    if (slow || seconds > intakeLimits.longestSeconds) onSlow();
  }, POLL_MILLIS);
  return () => clearInterval(timer);
}

let found: string | null = null;

/** The thread's file stands beside the sources, so the built program looks for the folder that holds package.json. */
function threadFile(): string {
  const name = join("ocr", "intake", "pdf-thread.mjs");
  let folder = dirname(fileURLToPath(import.meta.url));
  while (found === null) {
    const file = join(folder, name);
    if (existsSync(file) && existsSync(join(folder, "package.json"))) found = file;
    const above = dirname(folder);
    if (found === null && above === folder) throw ocrErrors.packageMissing({ name });
    folder = above;
  }
  return found;
}
