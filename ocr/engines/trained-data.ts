/** Finds the language models that npm installed and drops the parts that a reader does not use (memory). */
import { webcrypto } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  constants,
  createGunzip,
  gunzip,
  gunzipSync,
  inflateRaw,
  type ZlibOptions,
} from "node:zlib";
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
  version: 23,
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

/** Needed by the neural engine only, the bigram list, which digits never use, and what stands behind them. */
export const neuralParts: readonly number[] = [
  part.bigrams,
  part.lstm,
  ...part.lstmDicts,
  ...part.lstmSymbols,
  part.version,
];

export interface TrainedData {
  /** First 8 hex digits of the sha256 of the file as npm delivered it. */
  readonly hash: string;
  /** Made in the background. Throws BukaError OCR014 when the file is damaged. */
  readonly bytes: Promise<Uint8Array>;
}

/** Throws BukaError OCR014 when the model is not installed. */
export async function loadTrainedData(
  model: { readonly language: "jpn" | "eng"; readonly variant: string },
  without: readonly number[],
): Promise<TrainedData> {
  const name = `@tesseract.js-data/${model.language}`;
  const failed = (cause: unknown): never => {
    throw ocrErrors.languageDataMissing({ name: `${name} ${model.variant}` }, { cause });
  };
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const packed = await readWhole(join(root, model.variant, `${model.language}.traineddata.gz`));
    const hash = hashOf(packed);
    const bytes = unpack(packed, without, hash).catch(failed);
    // Whoever asks for the bytes hears of it.
    bytes.catch(() => undefined);
    return { bytes, hash: await hash };
  } catch (cause) {
    return failed(cause);
  }
}

/** One long read: readFile would come back to this thread for every half megabyte. */
async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const whole = Buffer.allocUnsafeSlow((await file.stat()).size);
    const { bytesRead } = await file.read(whole, 0, whole.length, 0);
    return bytesRead === whole.length ? whole : await readFile(path);
  } finally {
    await file.close();
  }
}

async function hashOf(packed: Uint8Array): Promise<string> {
  const digest = await webcrypto.subtle.digest("SHA-256", packed);
  return Buffer.from(digest).toString("hex").slice(0, 8);
}

/** A place from which the rest of a packed file can be unpacked without what stands before it. */
interface Entry {
  /** Where a packed block begins, in bits. */
  readonly bit: number;
  /** Where its first byte stands in the unpacked file. */
  readonly at: number;
}

/**
 * Files of which some parts need not be unpacked, by their hash, which tells that they are whole. In jpn 4.0.0 no byte of the neural
 * part copies one from before this block (every copy of the file was followed back); in eng 4.0.0 the beginning is enough.
 */
const knownFiles: Readonly<Record<string, Entry | null>> = {
  "70304835": { bit: 111_978_325, at: 31_262_922 },
  ed350f37: null,
};

/** More than any traineddata file has; the end of a damaged file may say anything. */
const MOST_BYTES = 64 * 1024 * 1024;

/** As much of a packed file as holds its table of parts. */
const HEAD_BYTES = 4096;

/** Packed bytes copy from at most this far before. */
const WINDOW_BYTES = 32 * 1024;

const gunzipAll = promisify(gunzip);
const inflateAll: (packed: Uint8Array, options: ZlibOptions) => Promise<Buffer> =
  promisify(inflateRaw);

/** Outside this thread, which starts the program meanwhile; only copies of the parts that are wanted stay. */
async function unpack(
  packed: Buffer,
  without: readonly number[],
  hash: Promise<string>,
): Promise<Buffer> {
  const entry = knownFiles[await hash];
  const size = Math.min(MOST_BYTES, packed.readUInt32LE(packed.length - 4));
  // A byte to spare tells the unpacker that it is done.
  if (entry === undefined)
    return dropParts(await gunzipAll(packed, { chunkSize: size + 1 }), without);
  const head = gunzipSync(packed.subarray(0, HEAD_BYTES), { finishFlush: constants.Z_SYNC_FLUSH });
  const parts = partsOf(head, size).filter((p) => !without.includes(p.index));
  const isEarly = (p: Part): boolean => entry === null || p.to <= entry.at;
  const early = parts.filter(isEarly);
  const beginning = await unpackBeginning(packed, Math.max(...early.map((p) => p.to)));
  const pieces = early.map((p) => beginning.subarray(p.from, p.to));
  if (entry !== null) {
    const rest = await unpackFrom(packed, entry, size);
    const late = parts.filter((p) => !isEarly(p));
    pieces.push(...late.map((p) => rest.subarray(p.from - entry.at, p.to - entry.at)));
  }
  return Buffer.concat([tableFor(head.readInt32LE(0), parts), ...pieces]);
}

function unpackBeginning(packed: Buffer, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const unpacker = createGunzip({ chunkSize: bytes });
    unpacker.once("error", reject);
    unpacker.once("data", (beginning: Buffer) => {
      unpacker.destroy();
      resolve(beginning);
    });
    unpacker.end(packed);
  });
}

/** What the first block copies from before itself comes out as zeros. */
function unpackFrom(packed: Buffer, { bit, at }: Entry, size: number): Promise<Buffer> {
  const dictionary = new Uint8Array(WINDOW_BYTES);
  return inflateAll(fromBit(packed, bit), { dictionary, chunkSize: size - at + 1 });
}

/** The same bits, beginning with this one. */
function fromBit(packed: Uint8Array, bit: number): Uint8Array {
  const from = bit >> 3;
  const low = bit & 7;
  const moved = new Uint8Array(packed.length - from);
  for (let i = 0; i < moved.length; i++) {
    moved[i] = ((packed[from + i] ?? 0) | ((packed[from + i + 1] ?? 0) << 8)) >> low;
  }
  return moved;
}

/** The same file without some of its parts. */
export function dropParts(whole: Buffer, without: readonly number[]): Buffer {
  const parts = partsOf(whole, whole.length).filter((p) => !without.includes(p.index));
  if (parts.some((p) => p.to > whole.length)) throw cutOff();
  const pieces = parts.map((p) => whole.subarray(p.from, p.to));
  return Buffer.concat([tableFor(whole.readInt32LE(0), parts), ...pieces]);
}

/** A file whose table of parts is cut off or makes no sense. */
const cutOff = (): Error => ocrErrors.languageDataMissing({ name: "traineddata" });

interface Part {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** A count, a table of offsets (-1 = absent), and the parts one after another, up to the end of the file. */
function partsOf(head: Buffer, size: number): Part[] {
  const count = head.length < 4 ? 0 : head.readInt32LE(0);
  if (count < 1 || count > 64 || head.length < 4 + 8 * count) throw cutOff();
  const offsets = Array.from({ length: count }, (_, i) => Number(head.readBigInt64LE(4 + 8 * i)));
  return offsets.flatMap((from, index) => {
    if (from < 0) return [];
    const to = offsets.slice(index + 1).find((o) => o >= 0) ?? size;
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
