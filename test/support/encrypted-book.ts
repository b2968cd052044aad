/**
 * A workbook under a password, as Excel saves it since 2010: the package encrypted (ECMA-376 agile encryption, AES-256, SHA-512)
 * and laid into a compound file. For tests that must meet the real thing.
 */
import { createCipheriv, createHash, createHmac, randomBytes } from "node:crypto";

const blockKeys = {
  verifierInput: "fea7d2763b4b9e79",
  verifierValue: "d7aa0f6d3061344e",
  key: "146e0be7abacd0d6",
  hmacKey: "5fb2ad010cb9e1f6",
  hmacValue: "a0677f02b22c8433",
} as const;

const sha512 = (...parts: readonly Uint8Array[]): Buffer<ArrayBuffer> => {
  const hash = createHash("sha512");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function le32(n: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
}

/** AES-256-CBC over whole blocks; the last one is filled up with zeros. */
function encrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-cbc", key.subarray(0, 32), iv.subarray(0, 16));
  cipher.setAutoPadding(false);
  const padded = Buffer.alloc(Math.ceil(data.length / 16) * 16);
  padded.set(data);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

function encryptedParts(book: Uint8Array, password: string): { info: Buffer; data: Buffer } {
  const spins = 100_000;
  const [salt, keySalt, key] = [randomBytes(16), randomBytes(16), randomBytes(32)];
  let hash = sha512(salt, Buffer.from(password, "utf16le"));
  for (let i = 0; i < spins; i++) hash = sha512(le32(i), hash);
  const wrapped = (block: string, data: Uint8Array): string =>
    encrypt(sha512(hash, Buffer.from(block, "hex")), salt, data).toString("base64");
  const segments: Buffer[] = [Buffer.alloc(8)];
  segments[0]?.writeBigUInt64LE(BigInt(book.length));
  for (let at = 0, i = 0; at < book.length; at += 4096, i++)
    segments.push(encrypt(key, sha512(keySalt, le32(i)), book.subarray(at, at + 4096)));
  const data = Buffer.concat(segments);
  const verifier = randomBytes(16);
  const hmacKey = randomBytes(64);
  const hmac = createHmac("sha512", hmacKey).update(data).digest();
  const sealed = (block: string, bytes: Uint8Array): string =>
    encrypt(key, sha512(keySalt, Buffer.from(block, "hex")), bytes).toString("base64");
  const how = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${how} saltValue="${keySalt.toString("base64")}"/><dataIntegrity encryptedHmacKey="${sealed(blockKeys.hmacKey, hmacKey)}" encryptedHmacValue="${sealed(blockKeys.hmacValue, hmac)}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spins}" ${how} saltValue="${salt.toString("base64")}" encryptedVerifierHashInput="${wrapped(blockKeys.verifierInput, verifier)}" encryptedVerifierHashValue="${wrapped(blockKeys.verifierValue, sha512(verifier))}" encryptedKeyValue="${wrapped(blockKeys.key, key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const version = Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]);
  return { info: Buffer.concat([version, Buffer.from(xml)]), data };
}

const sector = 512;
const endOfChain = 0xfffffffe;
const unused = 0xffffffff;
/** Shorter streams would have to lie in the small sectors of a compound file: they are filled up with blanks. */
const shortest = 4096;

/** A compound file (OLE) with streams of at least 4096 bytes; shorter ones are filled up with blanks. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const list = Object.entries(streams).map(([name, data]) => {
    const bytes = Buffer.alloc(Math.max(shortest, data.length), 0x20);
    bytes.set(data);
    return { name, bytes };
  });
  const sectorsOf = (bytes: Uint8Array): number => Math.ceil(bytes.length / sector);
  const directorySectors = Math.ceil((list.length + 1) / 4);
  const dataSectors = list.reduce((sum, s) => sum + sectorsOf(s.bytes), 0);
  let fatSectors = 1;
  while (fatSectors * 128 < fatSectors + directorySectors + dataSectors) fatSectors++;
  const fat: number[] = Array.from({ length: fatSectors }, () => 0xfffffffd);
  const chain = (count: number): number => {
    const first = fat.length;
    for (let i = 1; i <= count; i++) fat.push(i === count ? endOfChain : first + i);
    return first;
  };
  const directory = chain(directorySectors);
  const starts = list.map((s) => chain(sectorsOf(s.bytes)));
  const entries = Buffer.alloc(directorySectors * sector);
  const entry = (at: number, name: string, kind: number, place: readonly number[]): void => {
    const base = at * 128;
    entries.write(name, base, "utf16le");
    entries.writeUInt16LE((name.length + 1) * 2, base + 64);
    entries.writeUInt8(kind, base + 66);
    entries.writeUInt8(1, base + 67);
    const [left = unused, right = unused, child = unused, start = 0, size = 0] = place;
    [left, right, child].forEach((n, i) => {
      entries.writeUInt32LE(n, base + 68 + i * 4);
    });
    entries.writeUInt32LE(start, base + 116);
    entries.writeUInt32LE(size, base + 120);
  };
  entry(0, "Root Entry", 5, [unused, unused, list.length > 0 ? 1 : unused, endOfChain, 0]);
  list.forEach((s, i) => {
    const next = i + 2 <= list.length ? i + 2 : unused;
    entry(i + 1, s.name, 2, [unused, next, unused, starts[i] ?? 0, s.bytes.length]);
  });
  const header = Buffer.alloc(sector, 0xff);
  header.fill(0, 0, 76);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, n] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(n, at);
  for (const [at, n] of [
    [44, fatSectors],
    [48, directory],
    [56, shortest],
    [60, endOfChain],
    [68, endOfChain],
  ] as const)
    header.writeUInt32LE(n, at);
  for (let i = 0; i < fatSectors; i++) header.writeUInt32LE(i, 76 + i * 4);
  const fatBytes = Buffer.alloc(fatSectors * sector, 0xff);
  fat.forEach((n, i) => {
    fatBytes.writeUInt32LE(n, i * 4);
  });
  const data = list.map((s) => Buffer.concat([s.bytes], sectorsOf(s.bytes) * sector));
  return Buffer.concat([header, fatBytes, entries, ...data]);
}

/** The workbook as Excel saves it with a password to open. */
export function encryptedBook(book: Uint8Array, password: string): Uint8Array {
  const { info, data } = encryptedParts(book, password);
  // The names in the order of a compound file: shorter ones first.
  return compoundFile({ EncryptionInfo: info, EncryptedPackage: data });
}
