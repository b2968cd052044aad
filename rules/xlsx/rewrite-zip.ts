/** Writes a zip in which changed parts are new and all others are copied as they are, still compressed. */
import { crc32, deflateRawSync } from "node:zlib";
import type { PackedPart, ZipParts } from "./zip-guard.ts";

/** New bytes of a part by name; null takes the part out. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

/** 1980-01-01, so that equal contents are equal files. */
const dosDate = 0x21;
const utf8Names = 0x800;
/** A fifth larger than at 6, in less than half the time. */
const level = 2;

/** The package with its changes; parts keep their order, new ones come last. */
export function rewriteZip(parts: ZipParts, changes: PartChanges): Uint8Array {
  const kept = parts.names.flatMap((name) => {
    const change = changes.get(name);
    if (change === null) return [];
    const part = change === undefined ? parts.packed(name) : pack(name, change);
    return part ? [part] : [];
  });
  const added = [...changes].flatMap(([name, bytes]) =>
    bytes === null || parts.names.includes(name) ? [] : [pack(name, bytes)],
  );
  return writeZip([...kept, ...added]);
}

function pack(name: string, bytes: Uint8Array): PackedPart {
  return {
    name,
    method: 8,
    size: bytes.length,
    crc: crc32(bytes),
    packed: deflateRawSync(bytes, { level }),
  };
}

function writeZip(parts: readonly PackedPart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, "utf8");
    const local = localHeader(part, name.length);
    chunks.push(local, name, part.packed);
    directory.push(directoryEntry(part, name.length, at), name);
    at += local.length + name.length + part.packed.length;
  }
  const size = directory.reduce((n, d) => n + d.length, 0);
  return Buffer.concat([...chunks, ...directory, endRecord(parts.length, size, at)]);
}

function localHeader(part: PackedPart, nameLength: number): Uint8Array {
  const b = Buffer.alloc(30);
  b.writeUInt32LE(0x04034b50, 0);
  b.writeUInt16LE(20, 4);
  writeFacts(b, 6, part);
  b.writeUInt16LE(nameLength, 26);
  return b;
}

function directoryEntry(part: PackedPart, nameLength: number, offset: number): Uint8Array {
  const b = Buffer.alloc(46);
  b.writeUInt32LE(0x02014b50, 0);
  b.writeUInt16LE(20, 4);
  b.writeUInt16LE(20, 6);
  writeFacts(b, 8, part);
  b.writeUInt16LE(nameLength, 28);
  b.writeUInt32LE(offset, 42);
  return b;
}

/** Flags, method, time, sum and sizes stand in the same order in both headers. */
function writeFacts(b: Buffer, at: number, part: PackedPart): void {
  b.writeUInt16LE(utf8Names, at);
  b.writeUInt16LE(part.method, at + 2);
  b.writeUInt16LE(dosDate, at + 6);
  b.writeUInt32LE(part.crc, at + 8);
  b.writeUInt32LE(part.packed.length, at + 12);
  b.writeUInt32LE(part.size, at + 16);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const b = Buffer.alloc(22);
  b.writeUInt32LE(0x06054b50, 0);
  b.writeUInt16LE(count, 8);
  b.writeUInt16LE(count, 10);
  b.writeUInt32LE(size, 12);
  b.writeUInt32LE(offset, 16);
  return b;
}
