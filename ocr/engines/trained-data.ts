/** Finds the language models that npm installed and drops the parts that a reader does not use (memory). */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ocrErrors } from "../messages.ja.ts";

/** Parts of a traineddata file by their fixed place in its table. */
const part = {
  ambigs: 2,
  classes: 3,
  cutoffs: 4,
  norms: 5,
  punctuation: 6,
  words: 7,
  numbers: 8,
  frequent: 9,
  shapes: 13,
  bigrams: 14,
  params: 16,
  lstm: 17,
  lstmDicts: [18, 19, 20],
  lstmSymbols: [21, 22],
} as const;

/** Needed by the old engine only; 30 MB in jpn 4.0.0. */
export const legacyParts: readonly number[] = [
  part.ambigs,
  part.classes,
  part.cutoffs,
  part.norms,
  part.punctuation,
  part.words,
  part.numbers,
  part.frequent,
  part.shapes,
  part.bigrams,
  part.params,
];

/** Words, numbers and punctuation that the neural engine favours. */
export const wordLists: readonly number[] = part.lstmDicts;

/** Needed by the neural engine only, and the bigram list, which digits never use. */
export const neuralParts: readonly number[] = [
  part.bigrams,
  part.lstm,
  ...part.lstmDicts,
  ...part.lstmSymbols,
];

/** Off the event loop, and several models side by side. */
const unpack: (packed: Buffer) => Promise<Buffer> = promisify(gunzip);

export interface TrainedData {
  readonly bytes: Uint8Array;
  /** First 8 hex digits of the sha256 of the file as npm delivered it. */
  readonly hash: string;
}

/** Throws BukaError OCR014 when the model is not installed or damaged. */
export async function loadTrainedData(
  model: { readonly language: "jpn" | "eng"; readonly variant: string },
  without: readonly number[],
): Promise<TrainedData> {
  const name = `@tesseract.js-data/${model.language}`;
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const packed = await readFile(join(root, model.variant, `${model.language}.traineddata.gz`));
    const hash = createHash("sha256").update(packed).digest("hex").slice(0, 8);
    return { bytes: dropParts(await unpack(packed), without), hash };
  } catch (cause) {
    throw ocrErrors.languageDataMissing({ name: `${name} ${model.variant}` }, { cause });
  }
}

/** A traineddata file is a count, a table of offsets (-1 = absent), and the parts one after another. */
export function dropParts(whole: Buffer, without: readonly number[]): Buffer {
  const count = whole.readInt32LE(0);
  const offsets = Array.from({ length: count }, (_, i) => Number(whole.readBigInt64LE(4 + 8 * i)));
  const header = Buffer.alloc(4 + 8 * count);
  header.writeInt32LE(count, 0);
  const kept: Buffer[] = [];
  let end = header.length;
  offsets.forEach((from, i) => {
    const keep = from >= 0 && !without.includes(i);
    header.writeBigInt64LE(keep ? BigInt(end) : -1n, 4 + 8 * i);
    if (!keep) return;
    const to = offsets.slice(i + 1).find((o) => o >= 0) ?? whole.length;
    kept.push(whole.subarray(from, to));
    end += to - from;
  });
  return Buffer.concat([header, ...kept]);
}
