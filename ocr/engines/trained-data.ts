/** Finds the language models that npm installed and drops the parts that a reader does not use (memory). */
import { webcrypto } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { constants, createGunzip, gunzip, gunzipSync } from "node:zlib";
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

/** Files that are known to be whole, so that what stands behind the last part that is wanted need not be unpacked. */
const knownFiles: readonly string[] = ["ed350f37"];

/** More than any traineddata file has; the end of a damaged file may say anything. */
const MOST_BYTES = 64 * 1024 * 1024;

/** As much of a packed file as holds its table of parts. */
const HEAD_BYTES = 4096;

const gunzipAll = promisify(gunzip);

/**
 * Unpacks in one piece outside this thread, which starts the program meanwhile; only copies of the parts that are wanted stay.
 */
async function unpack(
  packed: Buffer,
  without: readonly number[],
  hash: Promise<string>,
): Promise<Buffer> {
  const size = Math.min(MOST_BYTES, packed.readUInt32LE(packed.length - 4));
  const wanted = wantedBytes(packed, without);
  if (wanted < size && knownFiles.includes(await hash)) {
    return dropParts(await unpackBeginning(packed, wanted), without);
  }
  // A byte to spare tells the unpacker that it is done.
  return dropParts(await gunzipAll(packed, { chunkSize: size + 1 }), without);
}

/** Where the last part that is wanted ends; infinity when it is the last of all. */
function wantedBytes(packed: Buffer, without: readonly number[]): number {
  const head = gunzipSync(packed.subarray(0, HEAD_BYTES), {
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const wanted = partsOf(head).filter((p) => !without.includes(p.index));
  return Math.max(0, ...wanted.map((p) => p.to));
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

/** The same file without some of its parts. */
export function dropParts(whole: Buffer, without: readonly number[]): Buffer {
  const parts = partsOf(whole)
    .filter((p) => !without.includes(p.index))
    .map((p) => (p.to === Number.POSITIVE_INFINITY ? { ...p, to: whole.length } : p));
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

/** A count, a table of offsets (-1 = absent), and the parts one after another. */
function partsOf(head: Buffer): Part[] {
  const count = head.length < 4 ? 0 : head.readInt32LE(0);
  if (count < 1 || count > 64 || head.length < 4 + 8 * count) throw cutOff();
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
