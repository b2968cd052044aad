/** Finds the language models that npm installed and drops the parts that a reader does not use (memory). */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
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
    const hash = createHash("sha256");
    const picker = partPicker(without);
    await pipeline(
      createReadStream(join(root, model.variant, `${model.language}.traineddata.gz`)),
      async function* (packed: AsyncIterable<Buffer>) {
        for await (const chunk of packed) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createGunzip({ chunkSize: 256 * 1024 }),
      async (unpacked: AsyncIterable<Buffer>) => {
        for await (const chunk of unpacked) picker.push(chunk);
      },
    );
    return { bytes: picker.end(), hash: hash.digest("hex").slice(0, 8) };
  } catch (cause) {
    throw ocrErrors.languageDataMissing({ name: `${name} ${model.variant}` }, { cause });
  }
}

/** The same file without some of its parts. */
export function dropParts(whole: Uint8Array, without: readonly number[]): Buffer {
  const picker = partPicker(without);
  picker.push(whole);
  return picker.end();
}

/** A file whose table of parts is cut off or makes no sense. */
const cutOff = (): Error => ocrErrors.languageDataMissing({ name: "traineddata" });

interface Part {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes a traineddata file in pieces and keeps only the parts that are wanted: unpacked as a whole, the Japanese
 * model would leave 150 MB behind that the process never gives back.
 */
function partPicker(without: readonly number[]): {
  push(chunk: Uint8Array): void;
  end(): Buffer;
} {
  let head = Buffer.alloc(0);
  let parts: Part[] | null = null;
  let at = 0;
  const kept: Buffer[] = [];
  const keep = (chunk: Uint8Array, wanted: readonly Part[]): void => {
    for (const { from, to } of wanted) {
      const piece = chunk.subarray(Math.max(0, from - at), Math.max(0, to - at));
      if (piece.length > 0) kept.push(Buffer.from(piece));
    }
    at += chunk.length;
  };
  return {
    push: (chunk) => {
      if (parts) return keep(chunk, parts);
      head = Buffer.concat([head, chunk]);
      parts = tableOf(head)?.filter((p) => !without.includes(p.index)) ?? null;
      if (parts) keep(head, parts);
    },
    end: () => {
      if (!parts) throw cutOff();
      const last = parts.filter((p) => p.to === Number.POSITIVE_INFINITY);
      const ends = parts.map((p) => (last.includes(p) ? { ...p, to: at } : p));
      return Buffer.concat([tableFor(head.readInt32LE(0), ends), ...kept]);
    },
  };
}

/** A count, a table of offsets (-1 = absent), and the parts one after another; null = more bytes are needed. */
function tableOf(head: Buffer): Part[] | null {
  if (head.length < 4) return null;
  const count = head.readInt32LE(0);
  if (count < 1 || count > 64) throw cutOff();
  if (head.length < 4 + 8 * count) return null;
  const offsets = Array.from({ length: count }, (_, i) => Number(head.readBigInt64LE(4 + 8 * i)));
  return offsets.flatMap((from, index) => {
    if (from < 0) return [];
    const to = offsets.slice(index + 1).find((o) => o >= 0) ?? Number.POSITIVE_INFINITY;
    return [{ index, from, to }];
  });
}

function tableFor(count: number, parts: readonly Part[]): Buffer {
  const table = Buffer.alloc(4 + 8 * count);
  table.writeInt32LE(count, 0);
  for (let i = 0; i < count; i++) table.writeBigInt64LE(-1n, 4 + 8 * i);
  let at = table.length;
  for (const { index, from, to } of parts) {
    table.writeBigInt64LE(BigInt(at), 4 + 8 * index);
    at += to - from;
  }
  return table;
}
