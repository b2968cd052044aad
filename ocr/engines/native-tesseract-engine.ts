/** The `tesseract` program of the machine, where somebody installed it: one process per line, ended when it hangs. */
import { type ChildProcess, spawn } from "node:child_process";
import { ocrErrors } from "../messages.ja.ts";
import { engineErrors } from "./messages.ja.ts";
import type { EngineReading, OcrEngine, ReadProfile, ReadSymbol } from "./ocr-engine.ts";
import { portableGreymap } from "./portable-greymap.ts";

export interface NativeOptions {
  /** Program to start; found by the PATH without a folder. */
  readonly program?: string;
  /** One line may take this long. */
  readonly seconds?: number;
}

/** A picture without any pixel darker than this is white paper. */
const INK = 128;

/** Throws BukaError OCR026 when the program or its language data are missing. */
export async function createNativeTesseract(
  language: "jpn" | "eng",
  options: NativeOptions = {},
): Promise<OcrEngine> {
  const program = options.program ?? "tesseract";
  const seconds = options.seconds ?? 20;
  const missing = (cause?: unknown) =>
    engineErrors.programMissing({ program, language }, cause === undefined ? {} : { cause });
  const ask = (args: readonly string[], input: Uint8Array | null) =>
    run({ program, args, input, seconds, reader: `native/${language}` });
  const about = await ask(["--version"], null).catch((cause: unknown) => {
    throw missing(cause);
  });
  const languages = await ask(["--list-langs"], null);
  if (!languages.split(/\s+/u).includes(language)) throw missing();
  const version = /tesseract\s+v?(\S+)/u.exec(about)?.[1] ?? "unknown";
  return {
    ref: { name: `native/${language}`, version },
    read: async (picture, profile) => {
      if (!picture.data.some((v) => v < INK)) return { text: "", symbols: [] };
      const args = ["stdin", "stdout", "-l", language, "--psm", "7", "--dpi", "300"];
      const set = settingsOf(profile).flatMap((s) => ["-c", s]);
      return parseHocr(await ask([...args, ...set, "hocr"], portableGreymap(picture)));
    },
    close: () => Promise.resolve(),
  };
}

function settingsOf({ charset }: ReadProfile): string[] {
  const common = ["hocr_char_boxes=1", "tessedit_do_invert=0"];
  return charset === null ? common : [...common, `tessedit_char_whitelist=${charset}`];
}

const sign =
  /<span class='ocrx_cinfo' title='x_bboxes (\d+) (\d+) (\d+) (\d+); x_conf ([\d.]+)'>([^<]*)<\/span>/gu;

/** hOCR tells place and confidence of every sign; words are what stands in one ocrx_word. */
function parseHocr(hocr: string): EngineReading {
  const words = hocr.split("class='ocrx_word'").slice(1).map(signsOf);
  return {
    text: words.map((w) => w.map((s) => s.text).join("")).join(" "),
    symbols: words.flat(),
  };
}

function signsOf(word: string): ReadSymbol[] {
  return [...word.matchAll(sign)].flatMap((found) => {
    const text = plainText(found[6] ?? "");
    if (text.trim() === "") return [];
    const [x = 0, y = 0, right = 0, low = 0] = found.slice(1, 5).map(Number);
    const confidence = Math.max(0, Math.min(1, Number(found[5]) / 100));
    return [{ text, confidence, box: { x, y, width: right - x, height: low - y } }];
  });
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const plainText = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (e) => entities[e] ?? e);

interface Run {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: Uint8Array | null;
  readonly seconds: number;
  readonly reader: string;
}

/** More than any line of text makes. */
const MOST_OUTPUT = 4 * 1024 * 1024;

/** What the program writes; ends it by its own id when it takes too long (OCR025) or floods (OCR013). */
function run(task: Run): Promise<string> {
  const child = spawn(task.program, task.args, { stdio: ["pipe", "pipe", "ignore"] });
  return new Promise((resolve, reject) => {
    const stop = setTimeout(() => {
      child.kill("SIGKILL");
      reject(engineErrors.readerTooSlow({ reader: task.reader, seconds: task.seconds }));
    }, task.seconds * 1000);
    const crashed = (cause?: unknown): void => {
      reject(ocrErrors.engineCrashed({ reader: task.reader }, cause ? { cause } : {}));
    };
    const parts = collect(child);
    child.once("error", crashed);
    child.once("close", (code) => {
      clearTimeout(stop);
      if (code === 0) resolve(Buffer.concat(parts).toString("utf8"));
      else crashed();
    });
    // A program that ends before it has read everything is judged by its exit code.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(task.input ?? undefined);
  });
}

function collect(child: ChildProcess): Buffer[] {
  const parts: Buffer[] = [];
  let size = 0;
  child.stdout?.on("data", (part: Buffer) => {
    size += part.length;
    if (size > MOST_OUTPUT) child.kill("SIGKILL");
    else parts.push(part);
  });
  return parts;
}
