/** Finds the weights and thresholds beside the sources, from there and from the compiled program. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ocrErrors } from "../messages.ja.ts";
import { type NetWeights, parseWeights } from "./weights-file.ts";

/** The nets for handwriting and print: digits with hyphen and ¥, and everything that 全銀 knows with hiragana. */
export const alphabets = ["digits", "kana"] as const;
/** print: kana and kanji with variants as type faces draw them, a second opinion on single characters. */
export type Alphabet = (typeof alphabets)[number] | "print";

const share = z.number().min(0).max(1);

const thresholds = z.object({
  /** Hash of the weights that were measured. */
  weights: z.string().regex(/^[0-9a-f]{8}$/u),
  /** Scores are divided by it before they become probabilities. */
  temperature: z.number().min(0.1).max(10),
  /** Below this probability a person is asked. */
  least: share,
  /** From this on the first look settles it. */
  settled: share,
  /** Sizes of the looks: share of the net's picture that the character takes. */
  fits: z.array(share).min(1).max(4),
  /** A person is asked about a character that shares strokes with its neighbour: せ becomes ぜ with one; digits do not change. */
  askShared: z.boolean(),
});
export type GlyphThresholds = z.infer<typeof thresholds>;

const calibrationFile = z.object({
  format: z.literal(1),
  digits: thresholds,
  kana: thresholds,
  print: thresholds,
});

export interface GlyphModel {
  readonly weights: NetWeights;
  readonly thresholds: GlyphThresholds;
}

export type GlyphModels = Readonly<Record<(typeof alphabets)[number], GlyphModel>>;

/** About 1.3 MB. Throws BukaError OCR014 when a file is missing, damaged or not the one that was measured. */
export function loadGlyphModels(): GlyphModels {
  return { digits: loadModel("digits"), kana: loadModel("kana") };
}

/** About 1 MB. Throws as loadGlyphModels does. */
export function loadPrintModel(): { readonly print: GlyphModel } {
  return { print: loadModel("print") };
}

function loadModel(name: Alphabet): GlyphModel {
  const folder = join(packageFolder(), "ocr", "glyphs");
  const parsed = calibrationFile.safeParse(jsonOf(bytesOf(folder, "calibration.json")));
  if (!parsed.success) throw missing("calibration.json");
  const weights = parseWeights(bytesOf(folder, `weights/${name}.bin`), `ocr/glyphs/${name}.bin`);
  const measured = parsed.data[name];
  if (measured.weights !== weights.hash) throw missing("calibration.json");
  return { weights, thresholds: measured };
}

const missing = (name: string) => ocrErrors.languageDataMissing({ name: `ocr/glyphs/${name}` });

function bytesOf(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch {
    throw missing(name);
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw missing("calibration.json");
    folder = above;
  }
  return folder;
}
