/** Tesseract as WebAssembly in this process: one memory for all its models, thrown away and started again when it breaks. */
import { z } from "zod";
import type { Grey } from "../image/grey.ts";
import { ocrErrors } from "../messages.ja.ts";
import type { EngineReading, ReadProfile } from "./ocr-engine.ts";
import { portableGreymap } from "./portable-greymap.ts";
import { startCore, type TessApi, type TessCore } from "./tesseract-core.ts";
import {
  legacyParts,
  loadTrainedData,
  neuralParts,
  type TrainedData,
  wordLists,
} from "./trained-data.ts";

export type ModelName = "jpn-best" | "jpn-standard" | "eng-best" | "eng-legacy";

interface ModelSpec {
  readonly language: "jpn" | "eng";
  readonly variant: "4.0.0" | "4.0.0_best_int";
  readonly without: readonly number[];
  /** 0 = the old engine, 1 = the neural one. */
  readonly engine: 0 | 1;
}

/**
 * No model gets its word lists: on 2,000 lines of form fields they changed no reading (2026-11-22), and without
 * them the English model starts in a third of the time and takes a third of the memory.
 */
const models: Readonly<Record<ModelName, ModelSpec>> = {
  "jpn-best": { language: "jpn", variant: "4.0.0_best_int", without: wordLists, engine: 1 },
  "jpn-standard": {
    language: "jpn",
    variant: "4.0.0",
    without: [...legacyParts, ...wordLists],
    engine: 1,
  },
  "eng-best": { language: "eng", variant: "4.0.0_best_int", without: wordLists, engine: 1 },
  "eng-legacy": { language: "eng", variant: "4.0.0", without: neuralParts, engine: 0 },
};

export const modelNames = Object.keys(models) as ModelName[];

/** One text line per picture; learning off, so that a reading never depends on the pictures before it. */
const settings: Readonly<Record<string, string>> = {
  tessedit_pageseg_mode: "7",
  preserve_interword_spaces: "1",
  user_defined_dpi: "300",
  tessedit_do_invert: "0",
  classify_enable_learning: "0",
  classify_enable_adaptive_matcher: "0",
};

/** WebAssembly memory never shrinks: after this many pictures everything is built anew. */
const READS_PER_LIFE = 40_000;

/** A picture without any pixel darker than this is white paper. */
const INK = 128;

export interface TesseractHost {
  read(model: ModelName, picture: Grey, profile: ReadProfile): Promise<EngineReading>;
  /** Program version and a short hash of the model. */
  version(model: ModelName): string;
  close(): void;
}

interface Life {
  readonly core: TessCore;
  /** Filled with the first picture for each model. */
  readonly apis: Map<ModelName, TessApi>;
  readonly charsets: Map<ModelName, string>;
  reads: number;
}

/**
 * Starts the program while the data of these models (7 MB in all) are unpacked; a model takes its 10–30 MB and its
 * twentieth of a second with its first picture. Throws BukaError OCR014 or OCR015.
 */
export async function createTesseractHost(
  names: readonly ModelName[] = modelNames,
): Promise<TesseractHost> {
  const [first, data] = await Promise.all([startLife(), loadModels(names)]);
  let life: Life | null = first;
  return {
    version: (model) => `7.0.0/${dataOf(data, model).hash}`,
    read: async (model, picture, profile) => {
      // On white paper the Japanese models are sure to see a ー.
      if (!picture.data.some((v) => v < INK)) return { text: "", symbols: [] };
      const bytes = await dataOf(data, model).bytes;
      if (life === null || life.reads >= READS_PER_LIFE) life = await startLife();
      try {
        const api = life.apis.get(model) ?? startApi(life.core, model, bytes);
        life.apis.set(model, api);
        return readOnce(life, api, { model, picture, charset: profile.charset ?? "" });
      } catch (cause) {
        // The memory of a program that trapped cannot be trusted: the next call starts afresh.
        life = null;
        throw ocrErrors.engineCrashed({ reader: `tesseract/${model}` }, { cause });
      }
    },
    close: () => {
      life = null;
    },
  };
}

type Models = ReadonlyMap<ModelName, TrainedData>;

async function loadModels(names: readonly ModelName[]): Promise<Models> {
  const loaded = names.map(async (name): Promise<[ModelName, TrainedData]> => {
    const spec = models[name];
    return [name, await loadTrainedData(spec, spec.without)];
  });
  return new Map(await Promise.all(loaded));
}

function dataOf(data: Models, model: ModelName): TrainedData {
  const found = data.get(model);
  if (!found) throw ocrErrors.languageDataMissing({ name: model });
  return found;
}

async function startLife(): Promise<Life> {
  return { core: await startCore(), apis: new Map(), charsets: new Map(), reads: 0 };
}

function startApi(core: TessCore, name: ModelName, bytes: Uint8Array): TessApi {
  const { module } = core;
  const { engine } = models[name];
  const file = `/${name}.traineddata`;
  module.FS.writeFile(file, bytes);
  const api = new module.TessBaseAPI();
  const init = () => api.Init("/", name, engine, null);
  const status = engine === 1 ? core.withoutLookAlikes(init) : init();
  // The models live in the program's memory now; the file would only double them.
  module.FS.unlink(file);
  if (status !== 0) throw ocrErrors.languageDataMissing({ name });
  for (const [key, value] of Object.entries(settings)) api.SetVariable(key, value);
  return api;
}

function readOnce(
  life: Life,
  api: TessApi,
  job: { model: ModelName; picture: Grey; charset: string },
): EngineReading {
  const { model } = job;
  life.reads++;
  if (life.charsets.get(model) !== job.charset) {
    api.SetVariable("tessedit_char_whitelist", job.charset);
    life.charsets.set(model, job.charset);
  }
  life.core.module.FS.writeFile("/input", portableGreymap(job.picture));
  if (api.SetImageFile(1, 0) !== 0) throw ocrErrors.engineCrashed({ reader: `tesseract/${model}` });
  api.Recognize(null);
  const reading = parseReading(api.GetJSONText(0));
  api.Clear();
  if (models[model].engine === 0) api.ClearAdaptiveClassifier();
  return reading;
}

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const symbol = z.object({ text: z.string(), confidence: z.number(), bbox: box });
const word = z.object({ symbols: z.array(symbol) });
const line = z.object({ words: z.array(word) });
const paragraph = z.object({ lines: z.array(line) });
const answer = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(paragraph) })).nullable(),
});

function parseReading(json: string): EngineReading {
  const words = (answer.parse(JSON.parse(json)).blocks ?? [])
    .flatMap((b) => b.paragraphs)
    .flatMap((p) => p.lines)
    .flatMap((l) => l.words);
  const symbols = words
    .flatMap((w) => w.symbols)
    .map((s) => ({
      text: s.text,
      confidence: Math.max(0, Math.min(1, s.confidence / 100)),
      box: {
        x: s.bbox.x0,
        y: s.bbox.y0,
        width: s.bbox.x1 - s.bbox.x0,
        height: s.bbox.y1 - s.bbox.y0,
      },
    }));
  const text = words.map((w) => w.symbols.map((s) => s.text).join("")).join(" ");
  return { text, symbols };
}
