/** Starts the program of tesseract.js-core: compiled once per process, and spared what its neural models never use. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { ocrErrors } from "../messages.ja.ts";

/** The little of the vendor's API that is used here. */
export interface TessApi {
  Init(folder: string, language: string, engine: number, config: null): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string;
  ClearAdaptiveClassifier(): void;
  Clear(): void;
}

export interface TessModule {
  readonly FS: {
    writeFile(path: string, data: Uint8Array): void;
    unlink(path: string): void;
  };
  readonly TessBaseAPI: new () => TessApi;
}

export interface TessCore {
  readonly module: TessModule;
  /** Runs `work` while the program's list of look-alikes is empty. */
  withoutLookAlikes<T>(work: () => T): T;
}

/**
 * The SIMD build on every machine: newer processors and Node versions would pick another build, whose
 * last digits differ, and readings would no longer be reproducible.
 */
const PROGRAM = "tesseract.js-core/tesseract-core-simd";

/**
 * How V8 compiles the program. A function does ten times as much work as Node 20 asks for before it is compiled once more, for
 * speed: most functions never give that time back. And it is validated with its first call: three quarters are never called.
 */
const settings = ["--wasm-tiering-budget=18000000", "--wasm-lazy-validation"] as const;

let compiled: Promise<WebAssembly.Module> | null = null;

/** Throws BukaError OCR015. */
export async function startCore(): Promise<TessCore> {
  try {
    const require = createRequire(import.meta.url);
    compiled ??= compile(require.resolve(`${PROGRAM}.wasm`));
    const start = require(PROGRAM) as (options: object) => Promise<TessModule>;
    const program = await compiled;
    let memory: WebAssembly.Memory | null = null;
    const module = await start({
      print: () => undefined,
      printErr: () => undefined,
      instantiateWasm: (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, program: WebAssembly.Module) => void,
      ) => {
        const instance = new WebAssembly.Instance(program, imports);
        memory = memoryOf(instance);
        done(instance, program);
      },
    });
    const list = memory === null ? null : findLookAlikes(memory);
    return { module, withoutLookAlikes: (work) => (list ? list.hiddenWhile(work) : work()) };
  } catch (cause) {
    compiled = null;
    throw ocrErrors.packageMissing({ name: "tesseract.js-core" }, { cause });
  }
}

/** Read at once, so that other threads compile it while this one goes on. */
function compile(file: string): Promise<WebAssembly.Module> {
  for (const setting of settings) setFlagsFromString(setting);
  return WebAssembly.compile(readFileSync(file));
}

const memoryOf = ({ exports }: WebAssembly.Instance): WebAssembly.Memory | null =>
  Object.values(exports).find((e) => e instanceof WebAssembly.Memory) ?? null;

/** How the list begins: its version, and the first of its 19,000 lines (two apostrophes for a quotation mark). */
const HEAD = "v2\n";
const FIRST_LINE = "'' \" 1\n";

/** Behind the program's own data there is nothing to look for. */
const LAST_PLACE = 8 * 1024 * 1024;

interface LookAlikes {
  hiddenWhile<T>(work: () => T): T;
}

/**
 * Signs that the old engine may put in the place of others ("universal ambiguities" in ambigs.cpp) stand in the program as text.
 * Every model sorts them in when it starts, which takes three quarters of its start; neural models never look there.
 * Null when this build of the program has no such list.
 */
export function findLookAlikes(memory: WebAssembly.Memory): LookAlikes | null {
  const from = Buffer.from(memory.buffer, 0, Math.min(LAST_PLACE, memory.buffer.byteLength));
  const at = from.indexOf(HEAD + FIRST_LINE);
  const end = from.indexOf(0, at);
  if (at < 0 || end < 0) return null;
  const lines = Uint8Array.from(from.subarray(at + HEAD.length, end));
  // The memory moves when it grows: always asked for anew.
  const place = () => new Uint8Array(memory.buffer, at + HEAD.length, lines.length);
  return {
    hiddenWhile: (work) => {
      place().fill(0);
      try {
        return work();
      } finally {
        place().set(lines);
      }
    },
  };
}
