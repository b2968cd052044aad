/** Evidence (証跡) as files named by the hash of what is in them: never overwritten, checked when read, erased only by order. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Clock } from "../core/index.ts";
import { nativeCode, onDisk } from "./disk-trouble.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { storeError } from "./messages.ja.ts";
import { makePrivateFolder, writeWhole } from "./private-files.ts";

const keyShape = /^sha256-[0-9a-f]{64}\.[a-z0-9]{1,8}$/;
const day = 86_400_000;

/** Opens or creates the folder; half-written files of crashed processes older than a day are swept. Throws STO001–STO008. */
export async function openEvidence(folder: string, clock: Clock): Promise<EvidenceStore> {
  const temp = join(folder, "tmp");
  await onDisk(folder, async () => {
    await makePrivateFolder(temp);
    await sweep(temp, clock.now().getTime() - day);
  });
  return {
    put: async (bytes, extension) => {
      const key = evidenceKey(bytes, extension);
      const file = pathOf(folder, key);
      await onDisk(file, () => keep(file, bytes, temp));
      return key;
    },
    get: (key) => getChecked(folder, key),
    fileOf: async (key) => pathOf(folder, key),
    holds: (key) => isThere(pathOf(folder, key)),
    list: () => onDisk(folder, () => listKeys(folder)),
    erase: async (key) => {
      const file = pathOf(folder, key);
      const there = await isThere(file);
      await onDisk(file, () => rm(file, { force: true }));
      return there;
    },
    isHere: true,
    waiting: () => Promise.resolve(0),
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** Name of these bytes. Throws STO041 for an extension that is none. */
export function evidenceKey(bytes: Uint8Array, extension: string): string {
  const key = `sha256-${hashOf(bytes)}.${extension}`;
  checkKey(key);
  return key;
}

export const isEvidenceKey = (key: string): boolean => keyShape.test(key);

/** Throws STO041 for anything that is not a key: no separators, no dots but one. */
export function checkKey(key: string): void {
  if (!isEvidenceKey(key)) throw storeError.badEvidenceKey({});
}

async function listKeys(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => basename(name)).filter((name) => keyShape.test(name));
}

async function isThere(file: string): Promise<boolean> {
  const found = await onDisk(file, () => stat(file).catch(missingAsNull));
  return found !== null;
}

function pathOf(folder: string, key: string): string {
  checkKey(key);
  return join(folder, key.slice("sha256-".length).slice(0, 2), key);
}

async function keep(file: string, bytes: Uint8Array, temp: string): Promise<void> {
  const there = await readFile(file).catch(() => null);
  if (there?.equals(bytes)) return;
  await makePrivateFolder(join(file, ".."));
  await writeWhole(file, bytes, temp);
}

async function getChecked(folder: string, key: string): Promise<Uint8Array> {
  const file = pathOf(folder, key);
  const bytes = await onDisk(file, () => readFile(file).catch(missingAsNull));
  if (!bytes) throw storeError.noEvidence({ key });
  if (evidenceKey(bytes, key.split(".").at(-1) ?? "") !== key)
    throw storeError.evidenceAltered({ key });
  return bytes;
}

function missingAsNull(error: unknown): null {
  if (nativeCode(error) === "ENOENT") return null;
  throw error;
}

async function sweep(temp: string, before: number): Promise<void> {
  for (const name of await readdir(temp)) {
    const file = join(temp, name);
    const found = await stat(file).catch(missingAsNull);
    if (found && found.mtimeMs < before) await rm(file, { force: true });
  }
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
