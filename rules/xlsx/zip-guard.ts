/** Opens the zip of a workbook with limits: sizes are added up before anything is inflated, and counted while inflating. */
import { crc32, inflateRawSync } from "node:zlib";
import { tooBigText } from "../file-words.ja.ts";
import { rulesError } from "../messages.ja.ts";

const mebibyte = 1024 * 1024;
export const zipLimits = {
  total: 200 * mebibyte,
  part: 100 * mebibyte,
  parts: 2000,
  ratio: 200,
} as const;
/** Parts up to this size are inflated in one go. */
const largestChunk = 32 * mebibyte;
/** Small parts may compress very well without being a bomb. */
const ratioFrom = mebibyte;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly crc: number;
}

/** A part as it stands in the file, still compressed: for copies that leave it alone. */
export interface PackedPart {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly crc: number;
  readonly packed: Uint8Array;
}

/** The parts of a package, inflated when they are asked for. */
export interface ZipParts {
  readonly names: readonly string[];
  /** Null when there is no such part. */
  read(name: string): Uint8Array | null;
  /** Null when there is no such part. */
  packed(name: string): PackedPart | null;
}

const broken = (file: string, part: string) =>
  rulesError.broken({ file, part }, { place: { file } });

export function openZip(bytes: Uint8Array, file: string): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, file);
  checkSizes(entries, file);
  const byName = new Map<string, Entry>();
  for (const e of entries) {
    if (byName.has(e.name)) throw broken(file, e.name);
    byName.set(e.name, e);
  }
  let used = 0;
  const counted = new Set<string>();
  return {
    names: [...byName.keys()],
    read(name) {
      const entry = byName.get(name);
      if (!entry) return null;
      const data = inflate(view, entry, file);
      if (!counted.has(name)) used += data.length;
      counted.add(name);
      if (used > zipLimits.total) throw tooBig(file, tooBigText.total());
      return data;
    },
    packed(name) {
      const entry = byName.get(name);
      if (!entry) return null;
      return { ...entry, packed: packedBytes(view, entry, file) };
    },
  };
}

function tooBig(file: string, why: string) {
  return rulesError.tooBig({ file, why }, { place: { file } });
}

function readDirectory(view: DataView, file: string): Entry[] {
  const end = findEnd(view);
  if (end < 0) throw rulesError.cutFile({ file }, { place: { file } });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw tooBig(file, tooBigText.parts());
  if (count > zipLimits.parts) throw tooBig(file, tooBigText.parts());
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw broken(file, "zip");
    const nameLength = view.getUint16(at + 28, true);
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw rulesError.encrypted({ file }, { place: { file } });
    entries.push({
      name: partName(new TextDecoder().decode(bytesAt(view, at + 46, nameLength, file)), file),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      crc: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** A name that leads out of the package (../, C:, control characters) is no name of a part. */
function partName(written: string, file: string): string {
  const name = written.replaceAll("\\", "/").replace(/^\//, "");
  const outside =
    name.split("/").includes("..") || /^(?:\/|[A-Za-z]:)|[\u0000-\u001f\u007f]/.test(name);
  if (name === "" || outside) throw broken(file, "zip");
  return name;
}

function bytesAt(view: DataView, at: number, length: number, file: string): Uint8Array {
  if (at + length > view.byteLength) throw broken(file, "zip");
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

/** The end record stands in the last 64 KiB. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function checkSizes(entries: readonly Entry[], file: string): void {
  let total = 0;
  for (const e of entries) {
    total += e.size;
    if (e.size > zipLimits.part) throw tooBig(file, tooBigText.part());
    if (e.size > ratioFrom && e.size > e.packed * zipLimits.ratio)
      throw tooBig(file, tooBigText.ratio());
  }
  if (total > zipLimits.total) throw tooBig(file, tooBigText.total());
}

function packedBytes(view: DataView, e: Entry, file: string): Uint8Array {
  const at = e.offset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50)
    throw broken(file, e.name);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return bytesAt(view, start, e.packed, file);
}

function inflate(view: DataView, e: Entry, file: string): Uint8Array {
  const packed = packedBytes(view, e, file);
  if (e.method === 0 && e.packed === e.size) return packed;
  if (e.method !== 8) throw broken(file, e.name);
  try {
    // One byte more than declared is already a lie: the directory is not to be trusted.
    const chunkSize = Math.min(largestChunk, Math.max(64, e.size + 1));
    const data = inflateRawSync(packed, { maxOutputLength: Math.max(1, e.size), chunkSize });
    if (data.length !== e.size || crc32(data) !== e.crc) throw broken(file, e.name);
    return data;
  } catch (cause) {
    throw rulesError.broken({ file, part: e.name }, { place: { file }, cause });
  }
}
